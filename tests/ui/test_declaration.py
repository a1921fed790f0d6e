"""The first article of the Universal Declaration, typed in the desk, found, printed and read back.

The texts are samples; without them the tests are skipped.
"""

import io
import subprocess
import unicodedata
from pathlib import Path
from xml.etree import ElementTree as ET

import pikepdf
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.report.test_bundle import _elements
from tests.support import pdfs
from tests.support.controllers import copy_of, new_session, reopen, settle, unlock
from tests.support.hands import Hands
from tests.support.offices import small_case
from tests.support.records import held, outcome
from tests.support.samples import sample
from tests.support.testimony import SIGNED_BY_ALL
from tests.ui.test_interviews import choose
from thb_desktop.services.bundling import signing_copies
from thb_desktop.services.testimony import interviews, read_back, records
from ui.application import AppController

FILES = {
    "ar": "arb",
    "zh": "cmn_hans",
    "fr": "fra",
    "hi": "hin",
    "nl": "nld",
    "ro": "ron_2006",
    "es": "spa",
    "ti": "tir",
    "uk": "ukr",
}
WITHOUT_MARKS = {
    "ar": "يولد جميع الناس احرارا",
    "zh": "人人生而自由",
    "fr": "egaux en dignite",
    "hi": "गौरव और अधिकारों",
    "nl": "vrij en gelijk in waardigheid",
    "ro": "fiintele umane se nasc",
    "es": "dotados como estan",
    "ti": "ብመንፅር ክብርን መሰልን",
    "uk": "вони наділені",
}
"""Words of the article as somebody types them who leaves the accents out."""
SPACE = "{http://efele.net/udhr}"


def article(tag: str) -> str:
    root = ET.parse(sample(f"01-texts/udhr/udhr_{FILES.get(tag, 'eng')}.xml")).getroot()  # noqa: S314 - a kept sample
    first = next(each for each in root.iter(f"{SPACE}article") if each.get("number") == "1")
    text = " ".join(" ".join(each.itertext()) for each in first.iter(f"{SPACE}para"))
    return unicodedata.normalize("NFC", " ".join(text.split()))


@pytest.fixture(scope="session")
def declaration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("declaration") / "vault"
    session = new_session(folder)
    small = small_case(session)
    for tag in FILES:
        held(session, small, number=f"U-{tag}", language=tag, procedure_language="en")
    session.close()
    return folder


@pytest.mark.parametrize("tag", FILES)
def test_an_article_is_typed_found_printed_and_read_back(
    tag: str, desk: AppController, qtbot: QtBot, declaration: Path, tmp_path: Path
):
    asked, answered = article("en"), article(tag)
    folder = copy_of(declaration, tmp_path / "vault")
    window = unlock(desk, qtbot, folder)
    window.go(1)
    settle(desk, qtbot)
    choose(desk, qtbot, window, f"U-{tag}")
    hands = Hands(qtbot, window.interviews)
    hands.sit_down()

    hands.says(asked)
    hands.press(Qt.Key.Key_Tab)
    hands.says(answered)
    hands.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = window.interviews.record.account.find_bar
    bar.wanted.setText(WITHOUT_MARKS[tag])
    found = bar.count.text()
    bar.wanted.setText("zxq")
    lost = bar.count.text()
    desk.end()

    assert "/1" in found
    assert lost == "not found"
    session = reopen(folder)
    (of,) = [
        each.interview.id
        for each in interviews.list_interviews(session, window.interviews.model.case.id)
        if each.interview.number == f"U-{tag}"
    ]
    kept = [
        (each.segment.language, each.segment.source_text)
        for each in records.get_interview(session, of).segments
    ]
    assert kept == [("en", asked), (tag, answered)]
    read_back.read_back(session, of, outcome(readback_language=tag), SIGNED_BY_ALL)
    pdf = signing_copies.make_signing_copy(session, of).pdf
    session.close()
    pages = pages_printed(pdf)
    assert any(pdfs.is_found(answered.split(), blank, pages) for blank in (" ", ""))


def printed(pdf: bytes) -> str:
    """What a reader gets: the text of the pages, and the text that right-to-left paragraphs carry."""
    return " ".join(" ".join(each) for each in pages_printed(pdf))


def pages_printed(pdf: bytes) -> list[list[str]]:
    """The words of each page, and those of each paragraph that carries its own."""
    words = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, check=True, capture_output=True)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        carried = [str(each.ActualText) for each in _elements(document) if "/ActualText" in each]
    return [*pdfs.pages_of(words.stdout.decode()), *(each.split() for each in carried)]
