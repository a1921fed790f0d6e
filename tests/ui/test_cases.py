"""Cases: the list, what is added to them, and an identity that is revealed for a reason only."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.support.controllers import listed_cases, open_dialog, reopen, said_at, settle, unlock
from thb_desktop.domain.vocabulary import (
    AccountKind,
    AuthorityKind,
    AuthorityPart,
    OfficialRole,
    ProceduralRole,
)
from thb_desktop.services.office import consultations
from ui.application import AppController
from ui.cases.dialogs import AddPersonDialog, IdentityDialog, RevealDialog
from ui.cases.purpose import PurposeDialog
from ui.cases.roles import RolesDialog
from ui.cases.view import CasesView
from ui.forms.entry_dialog import EntryDialog
from ui.forms.field_form import FieldForm
from ui.forms.history import HistoryDialog
from ui.main_window import MainWindow
from ui.widgets.basic import Label
from ui.widgets.questions import Question
from ui.widgets.table import RecordTable

NAME = "Ioana Example"


def type_in(form: FieldForm, name: str, text: str) -> None:
    """Type into a field as a person does, and leave it."""
    editor = form.editors[name]
    line = getattr(editor, "edit", editor)
    line.setFocus()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Tab)


def assert_titles_are_whole(table: RecordTable) -> None:
    header = table.horizontalHeader()
    for number in range(header.count()):
        title = str(table.model().headerData(number, Qt.Orientation.Horizontal))
        needed = header.sectionSizeFromContents(number).width() if title else 0
        assert header.sectionSize(number) >= needed, title


def fill_case(dialog: QDialog, reference: str) -> None:
    assert isinstance(dialog, EntryDialog)
    type_in(dialog.form, "reference", reference)
    dialog.form.set_values(titles=(("fr", "Dossier fictif"),), language="fr", country="BE")
    type_in(dialog.form, "opened_on", "3.2.2026")


def add_person(application: QApplication, desk: AppController, qtbot: QtBot, window: MainWindow) -> CasesView:
    view = window.cases
    view.details.sections.open("persons")
    view.details.buttons.add_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, AddPersonDialog)
    type_in(dialog.person, "code", "V-77")
    dialog.role.set_values(role=ProceduralRole.PRESUMED_VICTIM)
    type_in(dialog.identity, "name", NAME)
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
    fill_case(dialog, "2026/0001")

    dialog.main_button.click()
    settle(desk, qtbot)

    assert listed_cases(window) == ["2026/0001"]
    assert "2026/0001" in window.top.case_label.text()


def test_a_new_case_is_chosen_and_becomes_the_case_worked_on(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    window.cases.search.setText("SCHELDE")
    window.cases.new_button.click()
    dialog = open_dialog(application, qtbot)
    fill_case(dialog, "2026/0002")

    dialog.main_button.click()
    settle(desk, qtbot)

    assert "2026/0002" in window.top.case_label.text()
    assert window.cases.table.current_record().case.reference == "2026/0002"
    assert window.cases.details.full is not None
    assert window.cases.details.full.case.reference == "2026/0002"
    window.go(2)
    settle(desk, qtbot)
    assert window.exhibits.stack.currentWidget() is window.exhibits.empty


def test_a_person_is_listed_by_pseudonym_and_the_name_is_nowhere_on_screen(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)

    view = add_person(application, desk, qtbot, window)

    model = view.details.lists["persons"]
    assert "V-77" in [person.code for person in model.rows]
    cells = [model.index(row, column).data() for row in range(len(model.rows)) for column in range(6)]
    assert not any(NAME in str(cell) for cell in cells)
    assert not any(NAME in label.text() for label in window.findChildren(Label))


def test_an_identity_is_revealed_for_a_reason_which_is_recorded(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    view = add_person(application, desk, qtbot, window)
    persons = view.details.lists["persons"]
    view.details.tables["persons"].choose_row(persons.row_of(lambda person: person.code == "V-77"))
    view.details.buttons.reveal_button.click()
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
    window.cases.details.sections.open("accounts")
    settle(desk, qtbot)

    filled = {name: model.rowCount() for name, model in window.cases.details.lists.items()}

    assert all(filled[name] for name in ("persons", "authorities", "instruments", "officials", "accounts"))
    sections = window.cases.details.sections
    told = sections.item("accounts").data(Qt.ItemDataRole.AccessibleTextRole)
    sections.open("persons")
    settle(desk, qtbot)
    assert sections.item("accounts").data(Qt.ItemDataRole.AccessibleTextRole) == told, "it is not empty"
    assert any(map(str.isdigit, told))


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
    assert asked.code.value() is None
    asked.main_button.click()
    assert said_at(asked.code)
    asked.code.setCurrentIndex(asked.code.findData("DATA_SUBJECT_REQUEST"))
    asked.main_button.click()
    assert asked.notice.isVisible()
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


def list_of(desk: AppController, qtbot: QtBot, vault: Path, name: str) -> CasesView:
    view = unlock(desk, qtbot, vault).cases
    view.details.sections.open(name)
    settle(desk, qtbot)
    view.details.tables[name].choose_row(0)
    return view


def test_an_entry_is_corrected_for_a_reason_and_its_history_shows_old_new_and_why(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    view = list_of(desk, qtbot, vault, "officials")
    before = view.details.chosen().unit
    view.details.acts.correct_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, EntryDialog)
    dialog.form.editors["unit"].selectAll()
    type_in(dialog.form, "unit", "Federal Police, Ghent")
    dialog.main_button.click()
    assert "why it is corrected" in visible_text(dialog)
    assert dialog.reason is not None
    QTest.keyClicks(dialog.reason, "wrong unit typed")

    dialog.main_button.click()
    settle(desk, qtbot)

    assert view.details.chosen().unit == "Federal Police, Ghent"
    view.details.acts.history_button.click()
    settle(desk, qtbot)
    shown = open_dialog(application, qtbot)
    assert isinstance(shown, HistoryDialog)
    cells = [shown.rows.index(0, at).data() for at in range(6)]
    assert any("Unit" in cell for cell in cells)
    assert any((before or "\u2014") in cell for cell in cells)
    assert any("Federal Police, Ghent" in cell for cell in cells)
    assert any("wrong unit typed" in cell for cell in cells)
    assert any("Claire Delvaux" in cell for cell in cells)


def test_a_second_lead_authority_is_asked_about_and_enter_goes_back(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    view = list_of(desk, qtbot, vault, "authorities")
    before = view.details.lists["authorities"].rows
    assert [each.part for each in before].count(AuthorityPart.LEAD) == 1
    view.details.buttons.add_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, EntryDialog)
    type_in(dialog.form, "name", "Parquet de Marseille")
    dialog.form.set_values(kind=AuthorityKind.PUBLIC_PROSECUTOR, part=AuthorityPart.LEAD, country="FR")
    asked: list[str] = []

    def answer() -> None:
        [question] = dialog.findChildren(Question)
        if not question.isActiveWindow():  # keys go to the window that is active
            QTimer.singleShot(10, answer)
            return
        asked.append(visible_text(question))
        QTest.keyClick(question.focusWidget(), Qt.Key.Key_Return)

    QTimer.singleShot(0, answer)
    dialog.main_button.click()
    settle(desk, qtbot)

    assert "More than one authority of the case is entered as the lead authority" in asked[0]
    assert "Parquet de Marseille" in asked[0]
    assert dialog.isVisible()
    assert view.details.lists["authorities"].rows == before

    dialog.form.set_values(part=AuthorityPart.PARTNER)
    dialog.main_button.click()
    settle(desk, qtbot)

    assert len(view.details.lists["authorities"].rows) == len(before) + 1


def test_a_second_official_with_the_same_user_account_is_asked_about_and_the_other_one_is_named(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    view = list_of(desk, qtbot, vault, "officials")
    asked: list[str] = []

    def answer() -> None:
        for question in application.topLevelWidgets():
            if isinstance(question, Question) and question.isVisible():
                asked.append(visible_text(question))
                question.reject()

    looks = QTimer(view, interval=50)
    looks.timeout.connect(answer)
    looks.start()
    (linked,) = (each for each in view.details.lists["officials"].rows if each.user_id)
    view.details.buttons.add_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, EntryDialog)
    for name, text in (("code", "O-71"), ("name", "Another person"), ("country", "BE")):
        type_in(dialog.form, name, text)
    dialog.form.set_values(role=OfficialRole.CLERK, user_id=linked.user_id)
    dialog.main_button.click()
    settle(desk, qtbot)
    looks.stop()

    assert len(asked) == 1
    assert "Another entry of this case is linked with this user account" in asked[0]
    assert linked.code in asked[0]
    assert dialog.isVisible(), "the question was answered with going back"
    assert "O-71" not in {each.code for each in view.details.lists["officials"].rows}


def visible_text(dialog: QDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(Label) if label.isVisible())


def test_an_entry_made_in_error_is_struck_out_and_stays_to_be_read(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    view = list_of(desk, qtbot, vault, "objects")
    count, item = len(view.details.lists["objects"].rows), view.details.chosen()

    view.model.strike_out("case_object", item.id, "belongs to another case")
    settle(desk, qtbot)

    rows = view.details.lists["objects"].rows
    assert len(rows) == count
    (struck,) = (each for each in rows if each.id == item.id)
    assert struck.struck == "belongs to another case"
    number = view.details.lists["objects"].row_of(lambda each: each.id == item.id)
    last = view.details.lists["objects"].columnCount() - 1
    assert "Struck out" in view.details.lists["objects"].index(number, last).data()


def test_a_person_gets_a_further_role_and_keeps_the_first(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    view = add_person(application, desk, qtbot, window)
    persons = view.details.lists["persons"]
    view.details.tables["persons"].choose_row(persons.row_of(lambda person: person.code == "V-77"))
    view.details.buttons.roles_button.click()
    shown = open_dialog(application, qtbot)
    assert isinstance(shown, RolesDialog)
    assert_titles_are_whole(shown.panel.table)
    shown.panel.add_button.click()
    dialog = next(each for each in shown.findChildren(EntryDialog) if each.isVisible())
    dialog.form.set_values(role=ProceduralRole.SUSPECT)
    type_in(dialog.form, "since", "03.2026")
    type_in(dialog.form, "basis", "order of the judge")

    dialog.main_button.click()
    settle(desk, qtbot)
    settle(desk, qtbot)

    roles = [(role.role, role.since.edtf if role.since else "") for role in shown.panel.rows.rows]
    assert roles == [(ProceduralRole.PRESUMED_VICTIM, ""), (ProceduralRole.SUSPECT, "2026-03")]


def test_an_account_and_a_transaction_are_entered_in_the_window(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    view = list_of(desk, qtbot, vault, "accounts")
    view.details.buttons.add_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, EntryDialog)
    for name, text in (("number", "ACC-90"), ("identifier", "BE68539007547034"), ("currency", "EUR")):
        type_in(dialog.form, name, text)
    dialog.form.set_values(kind=next(iter(AccountKind)))
    dialog.main_button.click()
    settle(desk, qtbot)
    assert view.details.chosen().number == "ACC-90", "what comes next is about it"
    view.details.sections.open("transactions")
    settle(desk, qtbot)
    view.details.buttons.add_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, EntryDialog)
    for name, text in (("at", "2026-03-01"), ("amount", "1250,50"), ("currency", "EUR")):
        type_in(dialog.form, name, text)
    account = dialog.form.editors["from_account_id"]
    account.setCurrentIndex(account.findText("ACC-90", Qt.MatchFlag.MatchContains))
    dialog.main_button.click()
    settle(desk, qtbot)
    refused = said_at(dialog.form.editors["source"])
    type_in(dialog.form, "source", "Cash book, p. 3")

    dialog.main_button.click()
    settle(desk, qtbot)

    assert refused.startswith("Say where this figure comes from")
    found = [each.amount for each in view.details.lists["transactions"].rows]
    assert "1250.50" in found
