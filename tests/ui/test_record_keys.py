"""Keys around an open record: Tab goes on from its head, and no key is lost while it is read."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import open_dialog, settle
from tests.ui.test_interviews import draft_record
from ui.application import AppController
from ui.forms.entry_dialog import EntryDialog

KEY = Qt.Key


def names_after(qtbot: QtBot, count: int) -> list[str]:
    """What Tab comes to."""
    found = []
    for _ in range(count):
        here = QApplication.focusWidget()
        assert here is not None
        QTest.keyClick(here, KEY.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        found.append(now.accessibleName())
    return found


def test_tab_leads_from_the_head_of_a_draft_into_its_account(desk: AppController, qtbot: QtBot, vault: Path):
    window, view = draft_record(desk, qtbot, vault)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    view.record.head.close_button.setFocus()

    assert "Account" in names_after(qtbot, 4)


def test_the_key_of_the_next_step_works_from_the_list_though_the_record_is_still_read(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window, view = draft_record(desk, qtbot, vault)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    number = view.open_id()
    view.show_case(view.model.case)
    view.return_to(number)
    view.list.setFocus()
    is_open = view.model.record is not None

    QTest.keyClick(view.list, KEY.Key_F9)
    settle(desk, qtbot)

    assert not is_open
    assert view.open_id() == number
    assert isinstance(open_dialog(application, qtbot), EntryDialog)


def test_enter_in_the_list_leads_to_where_is_typed_though_the_record_is_still_read(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window, view = draft_record(desk, qtbot, vault)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    number = view.open_id()
    view.show_case(view.model.case)
    view.model.reload()
    settle(desk, qtbot)
    view.list.setFocus()

    view.list.choose_row(view.rows.row_of(lambda found: found.interview.id == number))
    QTest.keyClick(view.list, KEY.Key_Return)
    settle(desk, qtbot)

    assert view.open_id() == number
    assert view.model.desk.is_open
    assert view.record.entry.has_focus
