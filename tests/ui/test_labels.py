"""Labels in the window: printed for what is listed, and read back by a scanner in the search field."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.support.controllers import said_at, settle, unlock
from thb_desktop.domain.labels import Label
from ui.application import AppController
from ui.exhibits.labels import LabelsDialog
from ui.exhibits.view import ExhibitsView
from ui.text import isolate


def exhibits_page(desk: AppController, qtbot: QtBot, vault: Path) -> ExhibitsView:
    window = unlock(desk, qtbot, vault)
    window.go(2)
    settle(desk, qtbot)
    return window.exhibits


def scan(view: ExhibitsView, qtbot: QtBot, text: str) -> None:
    """A scanner types the code and ends with Enter."""
    view.search.setFocus()
    qtbot.keyClicks(view.search, text)
    qtbot.keyClick(view.search, Qt.Key.Key_Return)


def test_a_scanned_label_opens_its_exhibit_and_a_foreign_one_is_refused(
    desk: AppController, qtbot: QtBot, vault: Path
):
    view = exhibits_page(desk, qtbot, vault)
    wanted = view.rows.rows[-1].exhibit
    code = Label(exhibit_id=wanted.id, number="", case="", seal="").code

    scan(view, qtbot, code[:-2])
    settle(desk, qtbot)
    refused = view.notice.sentence.text()
    shown = (view.rows.rowCount(), view.card.number.text())
    scan(view, qtbot, code)
    qtbot.waitUntil(lambda: view.open_id() == wanted.id)

    assert refused.startswith("This is no code of a label, or it was not read whole.")
    assert shown == (0, ""), "no exhibit stands beside a code that was not read"
    assert view.search.text() == ""
    assert len(view.rows.rows) > 1


def test_who_is_led_to_an_exhibit_sees_it_whatever_was_searched_before(
    desk: AppController, qtbot: QtBot, vault: Path
):
    view = exhibits_page(desk, qtbot, vault)
    wanted = view.rows.rows[-1].exhibit
    view.search.setText(view.rows.rows[0].exhibit.number)
    settle(desk, qtbot)

    view.return_to(wanted.id)
    settle(desk, qtbot)

    assert view.open_id() == wanted.id
    assert view.card.number.text() == isolate(wanted.number)


def test_labels_of_the_listed_exhibits_are_written_to_a_new_file(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    view = exhibits_page(desk, qtbot, vault)
    target = tmp_path / "labels.pdf"
    monkeypatch.setattr("ui.widgets.sheet_file.choose_target", lambda *_: target)
    view.labels_button.click()
    dialog = view.findChild(LabelsDialog)
    assert dialog is not None

    dialog.main_button.click()
    unchosen = said_at(dialog.of)
    dialog.of.setCurrentIndex(dialog.of.count() - 1)
    dialog.main_button.click()
    without = said_at(dialog.sheet)
    dialog.sheet.setCurrentIndex(dialog.sheet.findData("2x2"))
    dialog.used.setValue(4)
    dialog.main_button.click()
    beyond = said_at(dialog.used)
    dialog.used.setValue(1)
    dialog.main_button.click()
    qtbot.waitUntil(target.exists)

    assert unchosen == "Please choose whose labels are printed."
    assert without == "Please choose the sheet."
    assert beyond == "The sheet has fewer labels."
    qtbot.waitUntil(lambda: "written" in dialog.notice.sentence.text())
    assert target.read_bytes().startswith(b"%PDF")
