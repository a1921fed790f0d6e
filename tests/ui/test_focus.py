"""Where the cursor is: in the page that is shown, and after a dialog where it was before."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.support.controllers import open_dialog, settle, unlock
from tests.ui.test_cases import fill_case
from ui.application import AppController
from ui.main_window import MainWindow


def focus(window: MainWindow) -> QWidget | None:
    return window.focusWidget()


def in_the_rail(window: MainWindow) -> bool:
    return focus(window) in {*window.rail.buttons, window.rail.settings_button, window.rail.lock_button}


@pytest.mark.parametrize("page", range(7))
def test_the_cursor_is_in_the_page_once_it_is_chosen_by_its_key(
    desk: AppController, qtbot: QtBot, vault: Path, page: int
):
    window = unlock(desk, qtbot, vault)
    window.go(5 if page != 5 else 4)
    settle(desk, qtbot)

    qtbot.keyClick(window, Qt.Key.Key_1 + page, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.stack.currentIndex() == page)
    settle(desk, qtbot)

    found = focus(window)
    assert found is not None
    assert window.pages[page].isAncestorOf(found)
    assert found.isVisible()


@pytest.mark.parametrize("page", [1, 2, 3])
def test_the_keys_come_to_a_list_that_is_still_read_when_its_page_is_first_shown(
    desk: AppController, qtbot: QtBot, vault: Path, page: int
):
    window = unlock(desk, qtbot, vault)
    window.cases.table.setFocus()

    qtbot.keyClick(window, Qt.Key.Key_1 + page, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.stack.currentIndex() == page)
    settle(desk, qtbot)

    found = focus(window)
    assert found is not None
    assert found in window.pages[page].home


def test_the_cursor_is_in_an_empty_page_too(desk: AppController, qtbot: QtBot, empty_vault: Path):
    window = unlock(desk, qtbot, empty_vault)
    for page in range(7):
        window.go(page)
        settle(desk, qtbot)

        assert not in_the_rail(window)


@pytest.mark.parametrize("page", [0, 2])
def test_ctrl_f_goes_to_the_search_without_a_click(desk: AppController, qtbot: QtBot, vault: Path, page: int):
    window = unlock(desk, qtbot, vault)
    window.go(page)
    settle(desk, qtbot)
    window.rail.buttons[page].setFocus()

    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    search = window.cases.search if page == 0 else window.exhibits.search
    qtbot.waitUntil(search.hasFocus)


@pytest.mark.parametrize("how", ["by escape", "taken"])
def test_after_a_dialog_the_cursor_is_where_it_was(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, how: str
):
    window = unlock(desk, qtbot, vault)
    window.cases.table.setFocus()
    window.cases.purpose_button.click()
    dialog = open_dialog(application, qtbot)
    settle(desk, qtbot)

    if how == "taken":
        dialog.main_button.click()
        dialog.code.set_value("DATA_SUBJECT_REQUEST")
        dialog.text.setText("Asked by the person herself")
        dialog.main_button.click()
    else:
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settle(desk, qtbot)

    qtbot.waitUntil(lambda: focus(window) is window.cases.table)


def test_after_a_dialog_that_was_quicker_than_the_list_the_cursor_is_in_the_list(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    """Ctrl+3 and Ctrl+N at once: the cursor is still in the rail, and the list takes it behind the dialog."""
    window = unlock(desk, qtbot, vault)
    window.go(2)
    settle(desk, qtbot)
    window.rail.buttons[2].setFocus()
    window.exhibits.new_button.click()
    dialog = open_dialog(application, qtbot)

    window.exhibits.take_focus()
    settle(desk, qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settle(desk, qtbot)

    qtbot.waitUntil(lambda: focus(window) is window.exhibits.table)


def test_after_a_dialog_whose_button_is_gone_the_cursor_is_in_the_page(
    application: QApplication, desk: AppController, qtbot: QtBot, empty_vault: Path
):
    window = unlock(desk, qtbot, empty_vault)
    window.cases.empty.button.setFocus()
    qtbot.keyClick(window.cases.empty.button, Qt.Key.Key_Space)
    dialog = open_dialog(application, qtbot)
    fill_case(dialog, "2026/0001")

    dialog.main_button.click()
    settle(desk, qtbot)

    qtbot.waitUntil(lambda: focus(window) is window.cases.table)
