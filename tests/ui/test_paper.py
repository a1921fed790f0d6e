"""Signing on paper: the pages are written where the clerk says, and the scan of the signed paper is named."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import open_dialog
from tests.support.offices import act
from tests.ui.test_reading_back import CORRECT, Reader, correct_turn
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.ids import ExhibitId, RowId
from thb_desktop.domain.interview_rows import RecordSignature
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files, exhibits
from ui.application import AppController
from ui.interviews.paper import PaperDialog, PrintDialog


@pytest.fixture
def reader(application: QApplication, desk: AppController, qtbot: QtBot, vault: Path) -> Reader:
    found = Reader(application, desk, qtbot, vault)
    found.begin()
    return found


def asked[D](application: QApplication, qtbot: QtBot, kind: type[D]) -> D:
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, kind)
    return dialog


@pytest.fixture
def print_to(application: QApplication, qtbot: QtBot, reader: Reader) -> Callable[[Path], PrintDialog]:
    def ask(target: Path) -> PrintDialog:
        reader.view.record.closing.print_button.click()
        dialog = asked(application, qtbot, PrintDialog)
        dialog.target.setText(str(target))
        dialog.main_button.click()
        reader.settle()
        return dialog

    return ask


def test_the_pages_are_written_where_the_clerk_says(
    reader: Reader, print_to: Callable[[Path], PrintDialog], tmp_path: Path
):
    target = tmp_path / "I-99.pdf"

    print_to(target)

    text = subprocess.run(["pdftotext", "-raw", target, "-"], check=True, capture_output=True).stdout.decode()
    (copy,) = reader.view.model.record.copies
    assert target.stat().st_mode & 0o077 == 0
    assert copy.digest[:8] in text
    assert text.count("\f") == copy.pages
    assert str(target) in reader.view.record.notice.sentence.text()
    assert reader.view.record.head.paper_button.isVisible()


def test_the_name_of_the_file_is_chosen_so_that_another_one_is_typed_over_it(
    application: QApplication, qtbot: QtBot, reader: Reader
):
    reader.view.record.closing.print_button.click()
    dialog = asked(application, qtbot, PrintDialog)
    qtbot.waitUntil(dialog.target.hasFocus)

    chosen = dialog.target.selectedText()
    for sign in "signed-copy":
        qtbot.keyClick(dialog.target, sign)

    assert chosen == "I-99"
    assert dialog.target.text() == str(Path.home() / "signed-copy.pdf")
    dialog.reject()


def test_that_signatures_on_paper_are_of_an_earlier_text_is_said_when_the_record_is_changed(
    reader: Reader, print_to: Callable[[Path], PrintDialog], tmp_path: Path
):
    record, model = reader.view.record, reader.view.model
    print_to(tmp_path / "I-99.pdf")
    model.add_row(
        RecordSignature(
            id=RowId(""),
            interview_id=model.record.interview.id,
            role=v.SignerRole.PERSON_HEARD,
            name="W-01",
            method=v.SignatureMethod.HANDWRITTEN_ON_PAPER,
        )
    )
    reader.settle()
    before = {found.key for found in model.reading.findings}

    correct_turn(reader, 0, CORRECT)
    model.reading.look_now()
    reader.settle()

    keys = {found.key for found in model.reading.findings}
    assert "V-I-06.paper-outdated" not in before
    assert "V-I-06.paper-outdated" in keys
    assert "was changed after the copy" in record.notice.sentence.text()
    print_to(tmp_path / "again.pdf")
    keys = {found.key for found in model.reading.findings}
    assert "V-I-06.paper-outdated" not in keys
    assert "V-I-06.earlier-text" in keys
    assert "given to an earlier text" in record.notice.sentence.text()


def test_a_file_that_is_there_is_not_written_over(
    reader: Reader, print_to: Callable[[Path], PrintDialog], tmp_path: Path
):
    target = tmp_path / "I-99.pdf"
    target.write_bytes(b"other")

    dialog = print_to(target)

    assert dialog.isVisible()
    assert target.read_bytes() == b"other"
    assert reader.view.model.record.copies == ()
    dialog.reject()


def test_the_scan_of_the_signed_paper_is_named(
    application: QApplication,
    qtbot: QtBot,
    reader: Reader,
    print_to: Callable[[Path], PrintDialog],
    tmp_path: Path,
):
    model = reader.view.model
    print_to(tmp_path / "I-99.pdf")
    reader.view.record.head.paper_button.click()
    reader.settle()
    dialog = asked(application, qtbot, PaperDialog)
    none_yet = not dialog.main_button.isEnabled()
    dialog.reject()
    of_scan: list[str] = []

    def scanned(session: Session) -> None:
        case = cases.list_cases(session)[0].case.id
        like = exhibits.list_bare_exhibits(session, case)[0]
        new = replace(
            like,
            id=ExhibitId(""),
            root_id=ExhibitId(""),
            parent_id=None,
            number="E-900",
            kind=v.ExhibitKind.DOCUMENT_SCAN,
            seal="",
        )
        kept = exhibits.register_exhibit(session, new, act(seal=""))
        exhibit_files.add_file(
            session, kept.id, source=BytesIO(b"%PDF"), name="signed.pdf", media_type="application/pdf"
        )
        of_scan.append(kept.id)

    model.write(scanned, lambda _: None)
    reader.settle()

    reader.view.record.head.paper_button.click()
    reader.settle()
    dialog = asked(application, qtbot, PaperDialog)
    qtbot.keyClick(dialog.scan, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.scan, Qt.Key.Key_Return)
    reader.settle()

    assert none_yet
    assert [each.scan_id for each in model.record.copies] == of_scan
