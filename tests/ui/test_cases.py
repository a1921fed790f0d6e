"""Cases: the list, what is added to them, and an identity that is revealed for a reason only."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import open_dialog, reopen, settle, unlock
from thb_desktop.services.office import consultations
from ui.application import AppController
from ui.cases.dialogs import AddPersonDialog, IdentityDialog, NewCaseDialog, RevealDialog
from ui.cases.purpose import PurposeDialog
from ui.cases.view import CasesView
from ui.main_window import MainWindow
from ui.widgets.basic import Label

NAME = "Ioana Example"


def add_person(application: QApplication, desk: AppController, qtbot: QtBot, window: MainWindow) -> CasesView:
    view = window.cases
    view.tabs.setCurrentIndex(1)
    view.add_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, AddPersonDialog)
    dialog.code.setText("V-77")
    dialog.name.setText(NAME)
    dialog.main_button.click()
    settle(desk, qtbot)
    return view


def test_the_first_case_of_an_empty_vault_is_opened_from_the_window(
    application: QApplication, desk: AppController, qtbot: QtBot, empty_vault: Path
):
    window = unlock(desk, qtbot, empty_vault)
    assert window.cases.stack.currentWidget() is window.cases.empty
    window.cases.empty.button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, NewCaseDialog)
    dialog.reference.setText("2026/0001")
    dialog.opened_on.write_now()
    dialog.title.setText("Dossier fictif")

    dialog.main_button.click()
    settle(desk, qtbot)

    assert window.rows_of_cases() == ["2026/0001"]
    assert "2026/0001" in window.top.case_label.text()


def test_a_new_case_is_chosen_and_becomes_the_case_worked_on(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    window.cases.search.setText("SCHELDE")
    window.cases.new_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, NewCaseDialog)
    dialog.reference.setText("2026/0002")
    dialog.opened_on.write_now()
    dialog.title.setText("Dossier fictif")

    dialog.main_button.click()
    settle(desk, qtbot)

    assert "2026/0002" in window.top.case_label.text()
    assert window.cases.table.current_record().case.reference == "2026/0002"
    assert window.cases.heading.text() == "Dossier fictif"
    window.go(2)
    settle(desk, qtbot)
    assert window.exhibits.stack.currentWidget() is window.exhibits.empty


def test_a_person_is_listed_by_pseudonym_and_the_name_is_nowhere_on_screen(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)

    view = add_person(application, desk, qtbot, window)

    model = view.lists["persons"]
    assert "V-77" in [person.code for person in model.rows]
    cells = [model.index(row, column).data() for row in range(len(model.rows)) for column in range(6)]
    assert not any(NAME in str(cell) for cell in cells)
    assert not any(NAME in label.text() for label in window.findChildren(Label))


def test_an_identity_is_revealed_for_a_reason_which_is_recorded(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    view = add_person(application, desk, qtbot, window)
    persons = view.lists["persons"]
    view.persons_table.choose_row(persons.row_of(lambda person: person.code == "V-77"))
    view.reveal_button.click()
    asked = open_dialog(application, qtbot)
    assert isinstance(asked, RevealDialog)
    settle(desk, qtbot)
    asked.main_button.click()
    settle(desk, qtbot)
    assert asked.notice.isVisible()
    asked.reason.setPlainText("The person is to be summoned")
    asked.second.reason.setText("This office has one magistrate")

    asked.main_button.click()
    settle(desk, qtbot)

    shown = open_dialog(application, qtbot)
    assert isinstance(shown, IdentityDialog)
    assert any(NAME in label.text() for label in shown.findChildren(Label))
    desk.end()
    session = reopen(vault)
    journal = [event.parsed() for event in _events(session)]
    assert any(entry.action == "IDENTITY_VIEWED" for entry in journal)
    session.close()


def _events(session):
    from thb_desktop.vault.tables import chain

    return chain.entries(session.read)


def test_work_goes_on_with_the_chosen_case(desk: AppController, qtbot: QtBot, vault: Path):
    window = unlock(desk, qtbot, vault)

    window.cases.open_button.click()
    settle(desk, qtbot)

    assert window.stack.currentWidget() is window.interviews
    assert window.interviews.rows.rowCount() > 1


def test_the_lists_of_a_case_are_all_filled(desk: AppController, qtbot: QtBot, vault: Path):
    window = unlock(desk, qtbot, vault)
    window.cases.tabs.setCurrentWidget(window.cases.tables["accounts"])
    settle(desk, qtbot)

    filled = {name: model.rowCount() for name, model in window.cases.lists.items()}

    assert all(filled[name] for name in ("persons", "authorities", "instruments", "officials", "accounts"))


def test_who_says_why_they_look_has_it_written_with_each_look(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    window.go(0)
    settle(desk, qtbot)
    window.cases.purpose_button.click()
    asked = open_dialog(application, qtbot)
    assert isinstance(asked, PurposeDialog)
    settle(desk, qtbot)
    asked.main_button.click()
    assert asked.notice.isVisible()
    asked.code.setCurrentIndex(asked.code.findData("DATA_SUBJECT_REQUEST"))
    asked.text.setText("Asked by the person herself")

    asked.main_button.click()
    settle(desk, qtbot)
    window.cases.table.chosen.emit(window.cases.rows.rows[0])
    settle(desk, qtbot)
    desk.end()

    session = reopen(vault)
    looks = consultations.list_consultations(session)
    session.close()
    assert ("DATA_SUBJECT_REQUEST", "Asked by the person herself") in {
        (look.justification, look.text) for look in looks
    }
