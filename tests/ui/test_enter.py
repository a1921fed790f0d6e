"""Enter presses the focused button, in dialogs too, as the space bar does."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import open_dialog, unlock
from ui.application import AppController
from ui.forms.entry_dialog import EntryDialog
from ui.forms.pairs import PairsEditor


def test_enter_on_the_focused_button_opens_a_new_case(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    window.cases.new_button.setFocus()

    QTest.keyClick(window.cases.new_button, Qt.Key.Key_Return)

    assert isinstance(open_dialog(application, qtbot), EntryDialog)


def test_enter_on_the_focused_button_of_a_dialog_presses_it_and_not_the_main_one(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    window.cases.new_button.click()
    dialog = open_dialog(application, qtbot)
    (pairs, *_) = dialog.findChildren(PairsEditor)
    pairs.more_button.setFocus()

    QTest.keyClick(pairs.more_button, Qt.Key.Key_Return)

    assert len(pairs.pairs) == 2
    assert dialog.isVisible()
    assert not dialog.notice.isVisible()
    dialog.back_button.setFocus()
    QTest.keyClick(dialog.back_button, Qt.Key.Key_Return)
    assert not dialog.isVisible()
