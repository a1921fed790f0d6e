"""Enter presses the focused button outside dialogs too, as the space bar does."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import open_dialog, unlock
from ui.application import AppController
from ui.forms.entry_dialog import EntryDialog


def test_enter_on_the_focused_button_opens_a_new_case(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    window.cases.new_button.setFocus()

    QTest.keyClick(window.cases.new_button, Qt.Key.Key_Return)

    assert isinstance(open_dialog(application, qtbot), EntryDialog)
