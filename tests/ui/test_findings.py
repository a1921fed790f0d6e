"""What the core finds is said in the language of the window, and nothing of the core's sentence is lost."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.code import ROOT
from tests.support.controllers import at_the_desk, reopen, settle, unlock
from thb_desktop import findings
from thb_desktop.errors import PdfBeyondBoundsError, PdfUnreadableError
from thb_desktop.ledger.faults import DOUBTS, MEANINGS
from thb_desktop.services.core.login import root_fingerprint
from thb_desktop.verify.documents.revisions import _CHANGES
from thb_desktop.verify.findings import Finding, Standing, broken, holds, unknown
from ui import language
from ui.application import AppController
from ui.health.view import HealthView
from ui.labels.findings import HOLDS, WANTING, finding_text, rule_text
from ui.settings import Scheme, Settings

CORE = ROOT / "thb_desktop"
SOURCES = (
    *sorted((CORE / "verify").rglob("*.py")),
    *(each for each in sorted((CORE / "services").rglob("*.py")) if each.name != "self_test.py"),
)
MAKERS = {"holds": True, "broken": False, "unknown": False}
PASSED_ON = {"refusal.code", "code"}
"""How codes are written that come from elsewhere: a fault of the chain, a refusal, a change after signing."""


def calls() -> Iterator[tuple[bool, ast.expr]]:
    """Whether it holds, and the code as it is written, for every finding that is made."""
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in MAKERS and len(node.args) == 2:
                yield MAKERS[name], node.args[0]
            if name == "Finding":
                given = {keyword.arg: keyword.value for keyword in node.keywords}
                yield "HOLDS" in ast.unparse(given["standing"]), given["code"]


def codes(*, hold: bool) -> set[str]:
    written = {
        code.value
        for holding, code in calls()
        if holding is hold and isinstance(code, ast.Constant) and isinstance(code.value, str)
    }
    passed_on = {*MEANINGS, *(code for code, _ in _CHANGES.values()), "object-changed"}
    passed_on |= {PdfUnreadableError.code, PdfBeyondBoundsError.code}
    return written if hold else written | passed_on


@pytest.fixture
def french(application: QApplication) -> Iterator[None]:
    language.install(application, "fr")
    yield
    language.install(application, "en")


def test_codes_that_are_not_written_out_are_those_known_here():
    passed_on = {ast.unparse(code) for _, code in calls() if not isinstance(code, ast.Constant)}

    assert passed_on <= PASSED_ON


def test_every_finding_of_the_core_has_a_sentence_and_no_sentence_is_idle():
    assert len(codes(hold=True)) > 20
    assert codes(hold=True) == set(HOLDS)
    assert codes(hold=False) == set(WANTING)
    assert set(MEANINGS) >= DOUBTS


def test_french_has_each_of_these_sentences():
    root = ET.parse(ROOT / "resources" / "i18n" / "thb_fr.ts").getroot()  # noqa: S314 - our own file
    context = next(each for each in root.iter("context") if each.findtext("name") == "findings")
    said = {
        message.findtext("source"): message.findtext("translation") or ""
        for message in context.iter("message")
        if message.find("translation").get("type") is None
    }

    assert {*HOLDS.values(), *WANTING.values()} - set(said) == set()
    assert [source for source, text in said.items() if not text or text == source] == []


@pytest.mark.parametrize("finding", [holds("chain", "It holds: 5."), unknown("strangers", "3 thing(s).")])
def test_in_english_a_finding_is_the_sentence_of_the_core(application: QApplication, finding: Finding):
    language.install(application, "en")

    assert finding_text(finding) == finding.sentence


@pytest.mark.usefixtures("french")
def test_in_french_the_sentence_comes_first_and_that_of_the_core_beneath():
    detail = "Entry 17 of Exhibit E-01."
    said = {code: finding_text(broken(code, detail)).split("\n") for code in WANTING}

    otherwise = [
        code
        for code, lines in said.items()
        if len(lines) != 2
        or lines[0] == WANTING[code]
        or not lines[0].endswith(".")
        or detail not in lines[1]
    ]

    assert otherwise == []


@pytest.mark.usefixtures("french")
def test_a_finding_says_in_french_how_it_stands():
    assert finding_text(holds("root", "r")).startswith("Le certificat racine est celui")
    assert finding_text(unknown("root", "r")).startswith("Il n'est pas établi")
    assert finding_text(broken("root", "r")) == finding_text(unknown("root", "r"))


@pytest.mark.usefixtures("french")
def test_a_finding_about_the_custody_record_of_a_document_says_so_in_french():
    said = finding_text(holds("custody-inclusion", "Custody record: all 12."))

    assert said.startswith("Registre de conservation \u2014 Chaque événement figure")
    assert "Custody record: all 12." in said


@pytest.mark.usefixtures("french")
def test_a_rule_is_said_in_french_with_what_it_is_about():
    found = findings.broken("V-I-02.leaves-before-coming", name="N. Aerts")

    assert rule_text(found) == "\u2068N. Aerts\u2069 part avant d'arriver."


@pytest.mark.usefixtures("french")
def test_a_code_that_is_not_known_here_keeps_the_sentence_of_the_core():
    later = Finding(code="of-a-later-version", standing=Standing.UNKNOWN, sentence="Said by the core.")

    assert finding_text(later) == "Said by the core."


def test_a_language_that_is_not_finished_keeps_the_sentence_of_the_core(application: QApplication):
    language.install(application, "ar")
    said = finding_text(holds("chain", "It holds: 5."))
    language.install(application, "en")

    assert said == "It holds: 5."


def test_the_check_of_the_vault_is_told_in_french(application: QApplication, qtbot: QtBot, vault: Path):
    with at_the_desk(application, Settings(scheme=Scheme.LIGHT, language="fr")) as desk:
        view = unlock(desk, qtbot, vault).findChild(HealthView)
        with qtbot.waitSignal(view.model.checked, timeout=60_000):
            view.check_button.click()
        rows = [view.rows.index(row, 1).data() for row in range(view.rows.rowCount())]
    language.install(application, "en")

    assert len(rows) > 3
    assert any("La cha\u00eene d'\u00e9v\u00e9nements tient.\n" in said for said in rows)
    assert all(found.sentence in said for found, said in zip(view.rows.rows, rows, strict=True))


def test_the_page_shows_the_fingerprint_that_receivers_compare(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    view = window.health
    window.go(window.pages.index(view))
    settle(desk, qtbot)
    shown = view.fingerprint.text()
    mouse = view.fingerprint.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    desk.end()

    session = reopen(vault)
    own = root_fingerprint(session.office_record)
    session.close()
    assert shown.split() == [own[start : start + 4] for start in range(0, 64, 4)]
    assert mouse


def test_no_window_shows_the_sentence_of_a_finding_by_itself():
    showing = [
        str(source)
        for source in sorted((ROOT / "ui").rglob("*.py"))
        if source.name != "findings.py"
        if re.search(r"\b(finding|found|one|each)\.sentence\b", source.read_text(encoding="utf-8"))
    ]

    assert showing == []
