"""The entry of an exhibit: registered without anything presumed, read whole, corrected, struck out."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.support.controllers import open_dialog, reopen, said_at, settle
from tests.support.register import fill_register
from tests.ui.test_exhibits import exhibits_page
from tests.ui.test_roles import as_user
from thb_desktop.domain.custody_kinds import ARRIVALS, ASKED_BY_HAND, CUSTODY_KINDS
from thb_desktop.domain.description_codes import ContentSensitivity
from thb_desktop.domain.exhibit_fields import CUSTODY_EVENT, EXHIBIT
from thb_desktop.domain.people import Official
from thb_desktop.domain.vocabulary import CustodyAction, Originality, UserRole
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.cooperation import cooperation
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.persons import people
from ui.application import AppController
from ui.custody.record_event import RecordEventDialog
from ui.exhibits.register import RegisterDialog
from ui.exhibits.view import ExhibitsView
from ui.forms.act_form import COMMON
from ui.forms.entry_dialog import EntryDialog
from ui.forms.history import HistoryDialog
from ui.widgets.basic import Label
from ui.widgets.dates import now
from ui.widgets.questions import ReasonDialog


def register_dialog(application: QApplication, qtbot: QtBot, view: ExhibitsView) -> RegisterDialog:
    view.new_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, RegisterDialog)
    return dialog


def correction(application: QApplication, qtbot: QtBot, view: ExhibitsView) -> EntryDialog:
    view.card.acts.correct_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, EntryDialog)
    return dialog


def read_on(part: QWidget) -> str:
    return " ".join(label.text() for label in part.findChildren(Label) if label.isVisible())


def plain(text: str) -> str:
    return text.translate({0x2066: None, 0x2068: None, 0x2069: None})


def test_what_is_delicate_is_ticked_and_stands_on_the_card(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = exhibits_page(desk, qtbot, vault)
    dialog = correction(application, qtbot, view)
    dialog.form.set_values(sensitivity=(ContentSensitivity.MEDICAL,))
    assert dialog.reason is not None
    dialog.reason.setText("Looked at")

    dialog.main_button.click()
    settle(desk, qtbot)

    qtbot.waitUntil(lambda: "medical data" in read_on(view.card).casefold())


def test_an_exhibit_is_corrected_for_a_reason_and_its_history_shows_old_new_and_why(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = exhibits_page(desk, qtbot, vault)
    dialog = correction(application, qtbot, view)
    dialog.form.set_values(legal_authority="Warrant 7 of 2026")
    dialog.main_button.click()
    assert dialog.reason is not None
    asked = said_at(dialog.reason)
    dialog.reason.setText("misread when it was registered")

    dialog.main_button.click()
    settle(desk, qtbot)

    assert asked
    qtbot.waitUntil(lambda: "Warrant 7 of 2026" in read_on(view.card))
    view.card.acts.history_button.click()
    settle(desk, qtbot)
    shown = open_dialog(application, qtbot)
    assert isinstance(shown, HistoryDialog)
    cells = " ".join(str(shown.rows.index(0, at).data()) for at in range(6))
    for told in ("Legal authority", "Huiszoekingsbevel", "Warrant 7 of 2026", "misread", "Claire Delvaux"):
        assert told in cells


def test_that_nothing_was_corrected_yet_is_told_in_the_history(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = exhibits_page(desk, qtbot, vault)

    view.card.acts.history_button.click()
    settle(desk, qtbot)

    shown = open_dialog(application, qtbot)
    assert "Nothing was corrected in this entry." in read_on(shown)


def test_an_exhibit_made_in_error_is_struck_out_with_the_reason_and_only_its_files_can_be_erased(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window, view = exhibits_page(desk, qtbot, vault)
    exhibit = view.model.exhibit
    assert exhibit is not None

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ReasonDialog)
        dialog.reason.setText("registered twice")
        dialog.main_button.click()

    QTimer.singleShot(200, answer)

    view.card.acts.strike_button.click()
    settle(desk, qtbot)

    at = view.rows.row_of(lambda found: found.exhibit.id == exhibit.exhibit.id)
    assert "Struck out" in str(view.rows.index(at, view.rows.columnCount() - 1).data())
    qtbot.waitUntil(lambda: "registered twice" in read_on(view.card))
    assert not view.card.acts.correct_button.isVisible()
    assert not view.card.add_button.isVisible()
    assert view.card.acts.history_button.isVisible()
    assert exhibit.exhibit.id not in [identity for _, identity in view.model.choices["exhibit"]]
    window.go(3)
    settle(desk, qtbot)
    window.custody.new_button.click()
    custody = open_dialog(application, qtbot)
    assert isinstance(custody, RecordEventDialog)
    at = custody.exhibit.findData(exhibit.exhibit.id)
    assert "(struck out)" in custody.exhibit.itemText(at).partition("  ")[0]
    custody.exhibit.set_value(exhibit.exhibit.id)
    custody.form.set_values(
        action=CustodyAction.VIEWED, actor="Registry", reason="Shown to the expert", occurred_at=now()
    )
    custody.main_button.click()
    assert "Only the erasure of its files" in said_at(custody.form.action)


def test_who_only_reads_exhibits_is_offered_the_history_and_no_change(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = as_user(desk, qtbot, vault, UserRole.ANALYST)
    window.go(2)
    settle(desk, qtbot)
    window.exhibits.table.choose_row(0)
    settle(desk, qtbot)

    acts = window.exhibits.card.acts

    assert acts.history_button.isVisible()
    assert not acts.correct_button.isVisible()
    assert not acts.strike_button.isVisible()


def test_who_reads_no_case_corrects_an_exhibit_without_losing_what_it_was_obtained_under(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    session = reopen(vault)
    case = cases.list_cases(session)[0].case
    under = cooperation.list_instruments(session, case.id)[0].id
    exhibit = exhibits.list_exhibits(session, case.id)[0].exhibit
    corrections.correct(session, replace(exhibit, instrument_id=under), "left out")
    session.close()
    window = as_user(desk, qtbot, vault, UserRole.EVIDENCE_CUSTODIAN)
    window.go(2)
    settle(desk, qtbot)
    view = window.exhibits
    view.table.choose_row(view.rows.row_of(lambda found: found.exhibit.id == exhibit.id))
    settle(desk, qtbot)
    qtbot.waitUntil(lambda: "Not shown for your function" in read_on(view.card))
    dialog = correction(application, qtbot, view)
    dialog.form.set_values(seal="BE-4711")
    assert dialog.reason is not None
    dialog.reason.setText("misread")

    dialog.main_button.click()
    settle(desk, qtbot)

    corrected = view.model.exhibit
    assert corrected is not None
    assert (corrected.exhibit.seal, corrected.exhibit.instrument_id) == ("BE-4711", under)


def test_every_field_of_an_exhibit_and_of_its_arrival_can_be_entered(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = exhibits_page(desk, qtbot, vault)
    dialog = register_dialog(application, qtbot, view)
    dialog.act.set_values(action=CustodyAction.RECEIVED_FROM_FOREIGN_AUTHORITY)

    entered = set(dialog.exhibit.values())
    arrival = set(dialog.act.values())

    assert entered == {field.name for field in EXHIBIT.fields}
    asked = {*COMMON, *CUSTODY_KINDS[CustodyAction.RECEIVED_FROM_FOREIGN_AUTHORITY].asks}
    # The seal is asked of the exhibit; the official goes with the name of who acted.
    assert arrival == asked - {"seal"}
    assert arrival <= {field.name for field in CUSTODY_EVENT.fields}


def test_nothing_is_presumed_of_a_new_exhibit(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = exhibits_page(desk, qtbot, vault)

    dialog = register_dialog(application, qtbot, view)

    values = {**dialog.exhibit.values(), **dialog.act.values()}
    assert [name for name, value in values.items() if value not in (None, "", ())] == []
    assert dialog.act.actor.identity() is None
    assert set(dialog.act.values()) == set(COMMON)


def test_what_is_missing_is_refused_beside_its_field(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = exhibits_page(desk, qtbot, vault)
    dialog = register_dialog(application, qtbot, view)

    dialog.main_button.click()

    for name in ("number", "titles", "kind", "collected_by"):
        assert "please fill this in" in said_at(dialog.exhibit.editors[name]), name
    for name in ("action", "actor", "reason"):
        assert "please fill this in" in said_at(dialog.act.editors[name]), name
    assert dialog.focusWidget() is dialog.exhibit.editors["number"]


def test_what_the_vault_refuses_is_told_beside_the_field_it_is_about(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = exhibits_page(desk, qtbot, vault)
    dialog = register_dialog(application, qtbot, view)
    taken = view.rows.rows[0].exhibit.number
    long_ago = now().replace(year=now().year - 1)
    fill_register(dialog, number=taken, collected_at=long_ago)
    dialog.main_button.click()
    settle(desk, qtbot)
    number = said_at(dialog.exhibit.editors["number"])
    dialog.exhibit.set_values(number="E-77")

    dialog.main_button.click()
    settle(desk, qtbot)

    assert "already exists" in number
    assert "more than a day" in said_at(dialog.act.editors["late_entry_reason"])
    assert dialog.isVisible()


def test_a_derived_exhibit_keeps_its_parent_its_description_and_its_details(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = exhibits_page(desk, qtbot, vault)
    parent = view.rows.rows[0].exhibit
    dialog = register_dialog(application, qtbot, view)
    fill_register(
        dialog,
        parent_id=parent.id,
        originality=Originality.LOGICAL_COPY,
        description="Two pages, creased",
        details=(("Make", "Example"), ("Serial number", "SN 42")),
    )

    dialog.main_button.click()
    settle(desk, qtbot)
    view.table.choose_row(view.rows.row_of(lambda found: found.exhibit.number == "E-77"))
    settle(desk, qtbot)

    kept = next(row.exhibit for row in view.rows.rows if row.exhibit.number == "E-77")
    assert (kept.parent_id, kept.root_id) == (parent.id, parent.root_id)
    assert kept.details == (("Make", "Example"), ("Serial number", "SN 42"))
    qtbot.waitUntil(lambda: "Two pages, creased" in read_on(view.card))
    card = plain(read_on(view.card))
    for told in (parent.number, "Make: Example", "Serial number: SN 42"):
        assert told in card


def test_two_officials_of_one_name_are_told_apart(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    session = reopen(vault)
    case = cases.list_cases(session)[0].case
    first = people.list_officials(session, case.id)[0]
    second: Official = people.add_official(session, replace(first, code="O-99"))
    session.close()
    _, view = exhibits_page(desk, qtbot, vault)
    dialog = register_dialog(application, qtbot, view)
    collectors = dialog.exhibit.editors["collected_by"]
    offered = [collectors.itemText(at) for at in range(collectors.count())]  # type: ignore[attr-defined]
    fill_register(dialog, collected_by=second.id)

    dialog.main_button.click()
    settle(desk, qtbot)

    assert len([text for text in offered if first.name in text]) == 2
    assert len(set(offered)) == len(offered)
    found = next(row for row in view.rows.rows if row.exhibit.number == "E-77")
    assert found.exhibit.collected_by == second.id
    assert (found.last_event.actor, found.last_event.actor_id) == (second.name, second.id)


def test_who_acquired_it_may_be_somebody_else_than_who_collected_it(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = exhibits_page(desk, qtbot, vault)
    dialog = register_dialog(application, qtbot, view)
    fill_register(dialog)
    dialog.act.set_values(actor="Police of another State")

    dialog.main_button.click()
    settle(desk, qtbot)

    found = next(row for row in view.rows.rows if row.exhibit.number == "E-77")
    assert (found.last_event.actor, found.last_event.actor_id) == ("Police of another State", None)


def test_a_former_value_is_kept_back_only_if_somebody_asks_for_it(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = exhibits_page(desk, qtbot, vault)
    exhibit = view.model.exhibit
    assert exhibit is not None
    dialog = correction(application, qtbot, view)
    assert dialog.reason is not None
    offered, preset = dialog.kept_back.isVisible(), dialog.kept_back.isChecked()
    dialog.form.set_values(source="Cellar")
    dialog.reason.setText("a name stood there")

    dialog.kept_back.click()
    dialog.main_button.click()
    settle(desk, qtbot)

    assert (offered, preset) == (True, False)
    found: list[Any] = []
    view.model.read(lambda session: corrections.list_corrections(session, exhibit.exhibit.id), found.extend)
    settle(desk, qtbot)
    (kept,) = found
    assert (kept.field, kept.reason, kept.kept_back) == ("source", "a name stood there", True)


def test_the_form_of_an_exhibit_has_the_fields_of_each_arrival_and_none_of_another_event(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = exhibits_page(desk, qtbot, vault)
    form = register_dialog(application, qtbot, view).act
    seen = set[str]()

    for action in CustodyAction:
        if action in ARRIVALS:
            form.action.set_value(action)
            asked = {*COMMON, *(CUSTODY_KINDS[action].asks & ASKED_BY_HAND)} - {"seal"}
            assert {name for name, editor in form.editors.items() if not editor.isHidden()} == asked
            seen |= asked

    assert set(form.editors) == seen
    assert not {"amount", "corrects", "due_on", "to_party"} & seen
