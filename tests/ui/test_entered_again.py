"""An identity that nobody can read: who wants to reveal it enters it again, and history and window say so."""

import secrets
from base64 import b64encode
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import open_dialog, reopen, settle, unlock
from tests.ui.test_cases import type_in
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import PersonId
from thb_desktop.domain.people import Person, SealedIdentity
from thb_desktop.services.persons import people
from thb_desktop.vault.tables import registry
from ui.application import AppController
from ui.cases.dialogs import IdentityDialog, RevealDialog
from ui.forms.entry_dialog import EntryDialog
from ui.forms.history import HistoryDialog
from ui.main_window import MainWindow
from ui.text import isolate_words
from ui.widgets.basic import Label

NAME = "Maria Reintrodusa"


def seal_noise(vault: Path) -> Person:
    """Add a person, and seal what nobody can read as their identity."""
    session = reopen(vault)
    known = replace(registry.PERSON.all(session.read)[0], id=PersonId(""), code="V-78")
    person = people.add_person(session, known, None)
    noise = b64encode(secrets.token_bytes(300)).decode()
    with session.work() as work:
        work.save(SealedIdentity(person_id=person.id, case_id=person.case_id, sealed=noise))
        work.record(person.id, VaultAction.IDENTITY_ADDED)
    session.close()
    return person


def ask_to_reveal(application: QApplication, desk: AppController, qtbot: QtBot, window: MainWindow) -> None:
    window.cases.details.buttons.reveal_button.click()
    asked = open_dialog(application, qtbot)
    assert isinstance(asked, RevealDialog)
    settle(desk, qtbot)
    asked.reason.setPlainText("The person is to be summoned")
    asked.second.reason.setText("This office has one magistrate")
    asked.main_button.click()
    settle(desk, qtbot)


def test_it_is_entered_again_through_the_form_and_the_history_says_that_it_could_not_be_read(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    person = seal_noise(vault)
    window = unlock(desk, qtbot, vault)
    details = window.cases.details
    details.sections.open("persons")
    details.tables["persons"].choose_row(details.lists["persons"].row_of(lambda one: one.id == person.id))
    ask_to_reveal(application, desk, qtbot, window)
    form = open_dialog(application, qtbot)
    assert isinstance(form, EntryDialog)
    assert any("Nobody can read" in label.text() for label in form.findChildren(Label))
    assert form.reason is not None

    type_in(form.form, "name", NAME)
    form.main_button.click()
    settle(desk, qtbot)
    assert form.isVisible(), "it takes a reason"
    form.reason.setText("A colleague sealed what nobody can read")
    form.main_button.click()
    settle(desk, qtbot)

    ask_to_reveal(application, desk, qtbot, window)
    shown = open_dialog(application, qtbot)
    assert isinstance(shown, IdentityDialog)
    said = [label.text() for label in shown.findChildren(Label)]
    assert any(NAME in text for text in said)
    assert any("could not be read" in text for text in said)
    shown.accept()
    details.acts.history_button.click()
    settle(desk, qtbot)
    history = open_dialog(application, qtbot)
    assert isinstance(history, HistoryDialog)
    cells = [history.rows.index(0, column).data() for column in range(history.rows.columnCount())]
    assert isolate_words("Identity, which could not be read") in cells
    assert isolate_words("A colleague sealed what nobody can read") in cells
