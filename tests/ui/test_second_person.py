"""A wrong passphrase of the second person is typed again in its own field, never where it could be read."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import first_case, open_dialog, settle, unlock
from tests.ui.test_roles import as_user
from thb_desktop.domain.vocabulary import UserRole
from ui.application import AppController
from ui.cases.dialogs import RevealDialog
from ui.export.sign_dialog import SignDialog
from ui.main_window import MainWindow

WRONG = "five words that are not the right ones"


def reveal(window: MainWindow) -> None:
    window.go(0)
    window.cases.details.sections.open("persons")
    window.cases.details.tables["persons"].choose_row(0)
    window.cases.details.buttons.reveal_button.click()


@pytest.mark.requirement("SR-20")
@pytest.mark.parametrize("press", ["button", "enter"])
def test_after_a_wrong_passphrase_of_the_second_person_the_cursor_stands_in_its_field(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, press: str
):
    reveal(as_user(desk, qtbot, vault, UserRole.CLERK))
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, RevealDialog)
    settle(desk, qtbot)
    dialog.reason.setPlainText("To tell her of the hearing")
    dialog.second.passphrase.setText(WRONG)
    if press == "button":
        dialog.main_button.setFocus()

    dialog.main_button.click()
    meanwhile = dialog.focusWidget()
    qtbot.waitUntil(dialog.notice.isVisible, timeout=60_000)

    assert "second person is wrong" in dialog.notice.sentence.text()
    assert meanwhile is dialog.focusWidget() is dialog.second.passphrase
    assert dialog.second.passphrase.text() == ""
    assert dialog.reason.toPlainText() == "To tell her of the hearing"


@pytest.mark.requirement("SR-20")
@pytest.mark.parametrize(("certifier", "field"), [("", "second_passphrase"), ("Somebody", "passphrase")])
def test_whoever_approves_a_bundle_types_a_wrong_passphrase_again_where_it_is_hidden(
    desk: AppController, qtbot: QtBot, vault: Path, certifier: str, field: str
):
    case = first_case(vault)
    window = unlock(desk, qtbot, vault)
    dialog = SignDialog(window, case, certifier, "A Colleague")
    dialog.open()
    dialog.target.setText(str(vault.parent / "bundle.pdf"))
    for each in (dialog.passphrase, dialog.second_passphrase):
        each.setText(WRONG)
    dialog.main_button.setFocus()

    dialog.take()
    dialog.refuse("The passphrase of the second person is wrong.")

    assert dialog.focusWidget() is getattr(dialog, field)
