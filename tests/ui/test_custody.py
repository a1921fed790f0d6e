"""The custody record: every event with both its times, and what is late or does not match in sight."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.services.evidence.test_custody_strip import filed
from tests.support.controllers import new_session, open_dialog, reopen, said_at, settle, unlock
from tests.support.offices import act, small_case
from tests.support.second_person import ALONE, second_for
from tests.support.vaults import OTHER_PASSPHRASE, passphrase
from thb_desktop.domain import zones
from thb_desktop.domain.vocabulary import CustodyAction, LackedField, TwoPersonAct, UserRole
from thb_desktop.errors import NotFoundError
from thb_desktop.findings import Standing
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.evidence import custody, exhibits
from thb_desktop.services.evidence.rehash import RehashResult
from thb_desktop.services.office import users
from ui.application import AppController
from ui.clock import occurred
from ui.custody.columns import _remark
from ui.custody.record_event import RecordEventDialog
from ui.custody.rehash import IntervalDialog, RehashDialog
from ui.custody.view import CustodyView
from ui.forms.act_form import COMMON
from ui.forms.typed import LineEditor
from ui.labels.entries import official_words
from ui.main_window import MainWindow
from ui.text import when
from ui.widgets.basic import Label
from ui.widgets.dates import now
from ui.widgets.questions import Question

PLAIN = {0x2066: None, 0x2068: None, 0x2069: None}


def custody_page(desk: AppController, qtbot: QtBot, vault: Path) -> tuple[MainWindow, CustodyView]:
    window = unlock(desk, qtbot, vault)
    window.go(3)
    settle(desk, qtbot)
    return window, window.custody


def cells(view: CustodyView, row: int) -> list[str]:
    plain = [str(view.rows.index(row, column).data()) for column in range(view.rows.columnCount())]
    return [text.translate(PLAIN) for text in plain]


def records(desk: AppController, qtbot: QtBot, dialog: RecordEventDialog) -> None:
    """Record, also what the program asks about because it would be open."""
    dialog.main_button.click()
    settle(desk, qtbot)
    if isValid(dialog):
        for question in dialog.findChildren(Question):
            question.main_button.click()
        settle(desk, qtbot)


@pytest.mark.parametrize("keys", ["Alt+R", "Ctrl+N"])
def test_an_event_is_begun_by_its_key_and_by_the_underlined_letter_of_its_button(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, keys: str
):
    window, view = custody_page(desk, qtbot, vault)
    assert "&R" in view.new_button.text()

    qtbot.keySequence(window, keys)

    assert isinstance(open_dialog(application, qtbot), RecordEventDialog)


def test_each_event_is_shown_as_n_of_all_with_the_offset_of_its_place(
    desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = custody_page(desk, qtbot, vault)

    first = view.rows.rows[0]
    shown = cells(view, 0)

    assert shown[0] == first.exhibit.number
    assert shown[1] == f"1 of {first.count}"
    assert shown[3].endswith(("+01:00", "+02:00"))


def test_what_the_program_noted_itself_stands_by_the_clock_of_this_computer(
    desk: AppController, qtbot: QtBot, vault: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("ui.clock.zone_here", lambda: "Europe/Brussels")
    _, view = custody_page(desk, qtbot, vault)
    at = datetime(2026, 6, 1, 9, 7, tzinfo=UTC)
    noted = replace(view.rows.rows[0].event, occurred_at=at, recorded_at=at)
    said = replace(noted, recorded_at=noted.recorded_at + timedelta(minutes=3))

    assert when(occurred(noted)) == "2026-06-01 11:07 +02:00"
    assert when(occurred(said)) == "2026-06-01 09:07 +00:00"


def test_late_entries_and_mismatches_can_be_seen_alone(desk: AppController, qtbot: QtBot, vault: Path):
    _, view = custody_page(desk, qtbot, vault)

    view.odd.setChecked(True)

    assert view.rows.rows
    assert all(found.is_late or found.is_alarming for found in view.rows.rows)
    assert "Late entry" in {cells(view, row)[5] for row in range(view.rows.rowCount())}


def test_the_chosen_event_shows_when_it_happened_and_when_it_was_entered(
    desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = custody_page(desk, qtbot, vault)
    view.table.choose_row(0)

    said = [label.text() for label in view.findChildren(Label)]

    assert "Date and time" in said
    assert said[said.index("Entered") + 2] == "Clock of the entry"


def test_the_entry_of_an_event_is_told_by_the_clock_of_the_event_and_the_place_is_named(
    desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = custody_page(desk, qtbot, vault)
    view.table.choose_row(0)
    event = view.rows.rows[0].event
    moved = replace(
        event,
        occurred_at=zones.at_place(datetime(2026, 7, 1, 10, 0, tzinfo=UTC), "Europe/Brussels"),
        recorded_at=datetime(2026, 12, 1, 10, 0, tzinfo=UTC),
    )

    told = []
    for each in (moved, replace(moved, occurred_at=datetime.fromisoformat("2026-07-01T13:00+03:00"))):
        view._show(replace(view.rows.rows[0], event=each))
        said = [label.text().translate(PLAIN) for label in view.findChildren(Label)]
        told.append([said[said.index(name) + 1] for name in ("Date and time", "Entered", "Time zone")])

    assert told == [
        ["2026-07-01 12:00 +02:00", "2026-12-01 11:00 +01:00", "Brussels"],
        ["2026-07-01 13:00 +03:00", "2026-12-01 13:00 +03:00", "UTC+03:00"],
    ]


def test_a_filter_leaves_the_number_of_all_events_in_sight(desk: AppController, qtbot: QtBot, vault: Path):
    _, view = custody_page(desk, qtbot, vault)
    every = len(view.rows.rows)
    unfiltered = view.count.text()

    view.exhibit.setCurrentIndex(1)

    shown = len(view.rows.rows)
    assert 0 < shown < every
    assert unfiltered == f"{every} events recorded in this case"
    assert view.count.text().translate(PLAIN) == f"{shown} of {every} events recorded in this case"


def test_an_event_is_recorded_for_a_reason_and_counts_up(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = custody_page(desk, qtbot, vault)
    exhibit = view.rows.rows[0].exhibit
    before = view.rows.rows[0].count
    view.new_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, RecordEventDialog)
    dialog.form.set_values(
        action=CustodyAction.VIEWED, actor="Registry", reason="Shown to the expert", occurred_at=now()
    )

    records(desk, qtbot, dialog)

    rows = [found for found in view.rows.rows if found.exhibit.id == exhibit.id]
    assert rows[-1].count == before + 1
    assert rows[-1].event.reason == "Shown to the expert"
    assert not rows[-1].is_late


def test_a_correction_names_the_event_what_stands_there_and_what_is_right(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = custody_page(desk, qtbot, vault)
    exhibit = view.rows.rows[0].exhibit
    first = next(found.event for found in view.rows.rows if found.exhibit.id == exhibit.id)
    view.new_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, RecordEventDialog)
    dialog.exhibit.set_value(exhibit.id)
    dialog.form.set_values(
        action=CustodyAction.CORRECTION,
        actor="Registry",
        corrects=first.id,
        wrong_value=first.actor,
        right_value="A-2",
        reason="Misread from the paper file",
        occurred_at=now(),
    )

    dialog.main_button.click()
    settle(desk, qtbot)

    (added,) = (found.event for found in view.rows.rows if found.event.action is CustodyAction.CORRECTION)
    assert (added.corrects, added.wrong_value, added.right_value) == (first.id, first.actor, "A-2")


@pytest.mark.parametrize("goes_on", [True, False])
def test_a_correction_of_a_value_that_no_field_has_is_asked_about(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, goes_on: bool
):
    _, view = custody_page(desk, qtbot, vault)
    exhibit = view.rows.rows[0].exhibit
    first = next(found.event for found in view.rows.rows if found.exhibit.id == exhibit.id)
    view.new_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, RecordEventDialog)
    dialog.exhibit.set_value(exhibit.id)
    dialog.form.set_values(
        action=CustodyAction.CORRECTION,
        actor="Registry",
        corrects=first.id,
        wrong_value="12.5.2020 8:00",
        right_value="12.5.2020 9:30",
        reason="Misread from the paper file",
        occurred_at=now(),
    )
    asked: list[str] = []

    def answer() -> None:
        (question,) = dialog.findChildren(Question)
        asked.extend(label.text() for label in question.findChildren(Label))
        (question.main_button if goes_on else question.back_button).click()

    QTimer.singleShot(0, answer)
    dialog.main_button.click()
    settle(desk, qtbot)

    assert any("changes nothing" in each for each in asked)
    added = [found.event for found in view.rows.rows if found.event.action is CustodyAction.CORRECTION]
    assert len(added) == goes_on


def test_the_files_of_an_exhibit_that_was_struck_out_are_erased_in_the_window(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    session = reopen(vault)
    case = cases.list_cases(session)[0].case
    filed = next(each for each in exhibits.list_exhibits(session, case.id) if each.files)
    full = exhibits.get_exhibit(session, filed.exhibit.id)
    corrections.strike_out(session, "exhibit", full.exhibit.id, "registered twice")
    session.close()
    _, view = custody_page(desk, qtbot, vault)
    view.new_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, RecordEventDialog)
    dialog.exhibit.set_value(full.exhibit.id)
    dialog.form.set_values(
        action=CustodyAction.ERASED,
        actor="Registry",
        reason="Ordered by the court",
        document="Order 12",
        occurred_at=now(),
    )
    qtbot.waitUntil(dialog.second.reason.isVisible, timeout=10_000)
    dialog.second.reason.setText("Nobody else works in this office.")

    dialog.main_button.click()
    settle(desk, qtbot)

    last = [found.event for found in view.rows.rows if found.exhibit.id == full.exhibit.id][-1]
    assert last.action is CustodyAction.ERASED
    assert not list((vault / "content").rglob(full.files[0].object_id))


def test_a_refusal_is_taken_back_when_the_next_attempt_succeeds(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = custody_page(desk, qtbot, vault)
    view.new_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, RecordEventDialog)
    dialog.form.set_values(action=CustodyAction.VIEWED, actor="Registry", occurred_at=now())
    dialog.main_button.click()
    settle(desk, qtbot)
    assert said_at(dialog.form.editors["reason"])
    dialog.form.set_values(reason="Shown to the expert")

    records(desk, qtbot, dialog)

    assert "Shown to the expert" in [found.event.reason for found in view.rows.rows]
    assert not view.notice.isVisible()


def test_fields_of_a_transfer_are_asked_for_only_with_a_transfer(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = custody_page(desk, qtbot, vault)
    view.new_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, RecordEventDialog)

    receiver = dialog.form.editors["to_party"]
    before = receiver.isVisible()
    dialog.form.set_values(action=CustodyAction.TRANSFER_OUT)
    transfer = receiver.isVisible()
    dialog.form.set_values(action=CustodyAction.EXAMINED)

    assert not before
    assert transfer
    assert not receiver.isVisible()


def test_the_record_of_one_exhibit_is_reached_from_its_card(desk: AppController, qtbot: QtBot, vault: Path):
    window, view = custody_page(desk, qtbot, vault)
    window.go(2)
    settle(desk, qtbot)
    window.exhibits.table.choose_row(1)
    settle(desk, qtbot)
    exhibit = window.exhibits.model.exhibit
    assert exhibit is not None

    window.exhibits.card.custody_button.click()
    settle(desk, qtbot)

    assert window.stack.currentWidget() is view
    assert {found.exhibit.id for found in view.rows.rows} == {exhibit.exhibit.id}


def record_dialog(application: QApplication, qtbot: QtBot, view: CustodyView) -> RecordEventDialog:
    view.new_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, RecordEventDialog)
    return dialog


def test_nothing_is_presumed_of_a_new_event_and_only_what_is_common_is_asked(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = custody_page(desk, qtbot, vault)

    dialog = record_dialog(application, qtbot, view)

    values = dialog.form.values()
    assert set(values) == set(COMMON)
    assert [name for name, value in values.items() if value not in (None, "")] == []
    assert "Please choose" in dialog.form.action.currentText()
    assert not dialog.form.editors["to_party"].isVisible()


def test_what_an_event_lacks_is_refused_beside_its_field(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = custody_page(desk, qtbot, vault)
    dialog = record_dialog(application, qtbot, view)
    dialog.exhibit.set_value(None)
    dialog.main_button.click()
    common = {name: said_at(dialog.form.editors[name]) for name in ("action", "actor", "reason")}
    exhibit = said_at(dialog.exhibit)
    dialog.form.set_values(action=CustodyAction.CORRECTION)

    dialog.main_button.click()

    assert all("please fill this in" in said for said in common.values())
    assert exhibit == "Please choose the exhibit."
    for name in ("corrects", "right_value"):
        assert "please fill this in" in said_at(dialog.form.editors[name]), name
    assert not said_at(dialog.form.editors["wrong_value"])


def test_only_an_exhibit_that_was_given_back_can_come_again(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = custody_page(desk, qtbot, vault)
    dialog = record_dialog(application, qtbot, view)
    first, second, *_ = dict.fromkeys(found.exhibit.id for found in view.rows.rows)
    dialog.exhibit.set_value(first)
    before = dialog.form.action.findData("SEIZED")
    given = {"action": CustodyAction.RETURNED_TO_OWNER, "to_party": "The owner", "actor": "Registry"}
    dialog.form.set_values(**given, reason="Decision 4", occurred_at=now())
    dialog.main_button.click()
    settle(desk, qtbot)
    dialog = record_dialog(application, qtbot, view)

    offered = []
    for exhibit_id in (first, second):
        dialog.exhibit.set_value(exhibit_id)
        offered.append(dialog.form.action.findData("SEIZED") > 0)

    assert (before, offered) == (-1, [True, False])


def test_only_those_of_several_exhibits_that_were_given_back_come_again(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = custody_page(desk, qtbot, vault)
    first, second, *_ = dict.fromkeys(found.exhibit.id for found in view.rows.rows)
    number = next(found.exhibit.number for found in view.rows.rows if found.exhibit.id == second)
    common = {"actor": "Registry", "reason": "Decision 4", "occurred_at": now()}
    given = {"action": CustodyAction.RETURNED_TO_OWNER, "to_party": "The owner"}
    dialog = record_dialog(application, qtbot, view)
    dialog.exhibit.set_value(first)
    dialog.form.set_values(**given, **common)
    dialog.main_button.click()
    settle(desk, qtbot)
    dialog = record_dialog(application, qtbot, view)
    dialog.exhibit.set_value(first)
    offered_too = [each.value for each in dialog.others.ticks.entries]
    offered = [dialog.form.action.itemData(at) for at in range(dialog.form.action.count())]
    dialog.form.set_values(action=CustodyAction.SEIZED, **common)
    dialog.several.setChecked(True)
    dialog.others.ticks.tick([each for each in dialog.others.ticks.entries if each.value == second])

    dialog.main_button.click()
    settle(desk, qtbot)
    refused = said_at(dialog.form.action).translate(PLAIN)
    dialog.others.ticks.tick_all_but(offered_too)
    dialog.main_button.click()
    settle(desk, qtbot)

    assert "IDENTIFIED" not in offered
    assert refused.endswith(f"Not given back: {number}.")
    came = [found for found in view.rows.rows if found.event.reason == "Decision 4"]
    assert [(found.exhibit.id, found.event.action) for found in came] == [
        (first, CustodyAction.RETURNED_TO_OWNER),
        (first, CustodyAction.SEIZED),
    ]


def test_the_states_of_a_seal_are_listed_with_the_comma_of_the_language(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, monkeypatch: pytest.MonkeyPatch
):
    _, view = custody_page(desk, qtbot, vault)
    dialog = record_dialog(application, qtbot, view)
    comma = {"{first}, {second}": "{first}\u060c {second}"}
    monkeypatch.setattr("ui.text.translate", lambda _context, sentence: comma.get(sentence, sentence))

    dialog.form.set_values(action=CustodyAction.CORRECTION, lacked=LackedField.SEAL_STATE)

    wrong = dialog.form.editors["wrong_value"]
    assert isinstance(wrong, LineEditor)
    assert wrong.placeholderText().startswith("Intact\u060c ")


def test_the_event_to_correct_is_chosen_and_never_presumed(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = custody_page(desk, qtbot, vault)
    dialog = record_dialog(application, qtbot, view)

    dialog.form.set_values(action=CustodyAction.CORRECTION)

    corrects = dialog.form.editors["corrects"]
    assert dialog.form.values()["corrects"] is None
    assert corrects.count() == view.rows.rows[0].count + 1  # type: ignore[attr-defined]


def test_who_acted_is_typed_or_is_an_official_chosen_by_code_and_name(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = custody_page(desk, qtbot, vault)
    official = view.model.officials[1]
    for actor in ("Courier Example", official_words(official)):
        dialog = record_dialog(application, qtbot, view)
        dialog.form.set_values(action=CustodyAction.VIEWED, reason="Shown", occurred_at=now(), actor=actor)
        records(desk, qtbot, dialog)

    shown = [found.event for found in view.rows.rows if found.event.reason == "Shown"]

    assert [(each.actor, each.actor_id) for each in shown] == [
        ("Courier Example", None),
        (official.name, official.id),
    ]


def test_an_act_of_two_persons_names_who_approved_it(desk: AppController, qtbot: QtBot, vault: Path):
    session = reopen(vault)
    users.add_user(
        session,
        name="Nadia Peeters",
        role=UserRole.CLERK,
        passphrase=passphrase(OTHER_PASSPHRASE),
        own_passphrase=passphrase(),
        second=ALONE,
    )
    case = cases.list_cases(session)[0].case
    kept = exhibits.list_exhibits(session, case.id)[0].exhibit
    second = second_for(session, TwoPersonAct.DESTROY_EXHIBIT, kept.id)
    destroyed = act(action=CustodyAction.DESTROYED, reason="By order of the court")
    custody.record_custody_event(session, kept.id, destroyed, second=second)
    session.close()
    _, view = custody_page(desk, qtbot, vault)
    at = view.rows.row_of(lambda found: found.event.action is CustodyAction.DESTROYED)

    with qtbot.waitSignal(view.model.seconded, timeout=10_000):
        view.table.choose_row(at)
    settle(desk, qtbot)

    said = [label.text().translate(PLAIN) for label in view.findChildren(Label)]
    assert said[said.index("Second person") + 1] == "Nadia Peeters (Clerk)"


def test_a_finding_is_shown_with_its_event_and_what_would_resolve_it(
    desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = custody_page(desk, qtbot, vault)
    settle(desk, qtbot)
    at = view.rows.row_of(lambda found: any(each.case == "seal-mismatch" for each in found.findings))

    view.table.choose_row(at)
    said = "\n".join(label.text().translate(PLAIN) for label in view.card.findChildren(Label))

    assert "1 finding" in cells(view, at)[5]
    assert "and no resealing is recorded between them." in said
    assert "If it was sealed again, record the resealing with both numbers." in said


def test_one_act_is_recorded_for_several_exhibits_and_its_fields_follow_the_action(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = custody_page(desk, qtbot, vault)
    before = len(view.rows.rows)
    view.new_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, RecordEventDialog)
    offered = [entry.value for entry in dialog.others.ticks.entries]
    dialog.exhibit.set_value(offered[0])
    dialog.form.set_values(action=CustodyAction.LOANED)
    asked = {field.name for field in dialog.form.shown}
    dialog.form.set_values(
        action=CustodyAction.MOVED,
        occurred_at=now(),
        actor="Registrar",
        reason="The store moves",
        place="B-2",
    )
    dialog.several.setChecked(True)
    dialog.others.ticks.tick([each for each in dialog.others.ticks.entries if each.value == offered[1]])
    dialog.main_button.click()
    settle(desk, qtbot)

    moved = [found for found in view.rows.rows if found.event.action is CustodyAction.MOVED]
    assert {"due_on", "from_party", "to_party"} <= asked
    assert len(view.rows.rows) == before + 2
    assert [found.exhibit.id for found in moved] == offered[:2]
    assert len({found.event.act_id for found in moved}) == 1


def test_stored_files_are_read_again_and_what_differs_is_named(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = custody_page(desk, qtbot, vault)
    view.rehash_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, RehashDialog)
    qtbot.waitUntil(dialog.interval_button.isVisible)
    offered = [dialog.which.itemData(at) for at in range(dialog.which.count())]
    unset = dialog.interval.text()
    dialog.interval_button.click()
    interval = dialog.findChild(IntervalDialog)
    assert interval is not None
    interval.months.set_value(12)
    interval.reason.setText("Our own practice")
    interval.main_button.click()
    settle(desk, qtbot)

    set_once = dialog.interval.text()
    dialog.which.setCurrentIndex(dialog.which.findData("due"))
    settle(desk, qtbot)
    nothing = (dialog.told.text(), dialog.main_button.isEnabled())
    dialog.which.setCurrentIndex(dialog.which.findData("all"))
    settle(desk, qtbot)
    dialog.main_button.click()
    without = said_at(dialog.reason)
    dialog.reason.setText("Yearly")
    dialog.main_button.click()
    qtbot.waitUntil(lambda: not view.rehash.is_running)
    settle(desk, qtbot)

    assert offered == [None, "all"]
    assert unset == "The office has not set after how many months files are due."
    assert set_once == "Files are due after 12 months."
    assert nothing == ("Nothing is due.", False)
    assert without == "Please write why."
    assert "were read, and all agree" in view.notice.sentence.text()
    assert any(row.event.files_read for row in view.rows.rows)


def test_a_run_tells_all_that_is_wrong_each_under_its_own_name(
    desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = custody_page(desk, qtbot, vault)
    left = [("E-3", NotFoundError("it is gone"))]

    view.rehash.ended.emit(RehashResult(read=2, other_data=["E-2"]))
    image = view.notice.sentence.text().translate(PLAIN)
    view.rehash.ended.emit(RehashResult(read=2, differ=["E-1"], other_data=["E-2"], left=left, stopped=True))
    everything = view.notice.sentence.text().translate(PLAIN)

    assert image == "The content is not as stated: E-2."
    assert everything == (
        "In quarantine: E-1. The content is not as stated: E-2. Not read: E-3. Stopped. 2 exhibits were read."
    )


@pytest.fixture
def handed(tmp_path: Path) -> Path:
    """An exhibit with two files: seized, a digest of one file compared, and handed over."""
    vault = tmp_path / "handed.thbvault"
    session = new_session(vault)
    kept, files = filed(session, small_case(session), tmp_path, b"names", b"numbers")
    for digest in (files[1].sha256, "0" * 64):
        custody.record_custody_event(session, kept.id, act(CustodyAction.VERIFIED, sha256=digest))
    parties = {"from_party": "Registry", "to_party": "Laboratory"}
    custody.record_custody_event(session, kept.id, act(CustodyAction.TRANSFER_OUT, **parties))
    session.close()
    return vault


def test_a_remark_counts_as_no_finding_and_a_late_entry_stands_beside_the_findings(
    desk: AppController, qtbot: QtBot, handed: Path
):
    _, view = custody_page(desk, qtbot, handed)
    sent = view.rows.rows[-1]
    row = replace(sent, findings=tuple(each for each in sent.findings if each.standing is Standing.HOLDS))
    row = replace(row, event=replace(sent.event, recorded_at=sent.event.occurred_at))
    finding = next(each for found in view.rows.rows for each in found.findings if "differs" in each.case)
    late = replace(row.event, recorded_at=row.event.occurred_at + timedelta(days=2))
    shown = [
        _remark(found, lambda count: f"{count} open").translate(PLAIN)
        for found in (
            row,
            replace(row, event=late),
            replace(row, event=late, findings=(*row.findings, finding)),
        )
    ]

    assert [each.case for each in row.findings] == ["giver-unconfirmed", "receiver-unconfirmed"]
    assert shown == ["", "Late entry", "1 open, Late entry"]


def test_the_card_names_the_file_whose_digest_was_compared(desk: AppController, qtbot: QtBot, handed: Path):
    _, view = custody_page(desk, qtbot, handed)

    told = []
    for at in (1, 2):
        view.table.choose_row(at)
        told.append([label.text().translate(PLAIN) for label in view.card.findChildren(Label)])

    assert told[0][told[0].index("Of the file") + 1] == "list-1.txt"
    assert "Of the file" not in told[1]
    assert [cells(view, at)[2] for at in (1, 2)] == ["Digest compared", "Digests do not agree"]


@pytest.mark.parametrize("goes_on", [True, False])
def test_an_event_that_leaves_something_open_is_asked_about_before_it_is_recorded(
    application: QApplication, desk: AppController, qtbot: QtBot, handed: Path, goes_on: bool
):
    _, view = custody_page(desk, qtbot, handed)
    dialog = record_dialog(application, qtbot, view)
    dialog.exhibit.set_value(view.rows.rows[0].exhibit.id)
    dialog.form.set_values(
        action=CustodyAction.STORED,
        actor="Clerk",
        place="Room B",
        reason="Deposit",
        late_entry_reason="Paper file",
        occurred_at=view.rows.rows[0].event.occurred_at - timedelta(hours=1),
    )

    dialog.main_button.click()
    settle(desk, qtbot)
    (question,) = dialog.findChildren(Question)
    said = "\n".join(label.text().translate(PLAIN) for label in question.findChildren(Label))
    before = len(view.rows.rows)
    (question.main_button if goes_on else question.back_button).click()
    settle(desk, qtbot)

    assert "E-1: Event 5 is entered as earlier than the exhibit came (event 1)." in said
    assert len(view.rows.rows) == before + goes_on
    assert goes_on or dialog.isVisible()
