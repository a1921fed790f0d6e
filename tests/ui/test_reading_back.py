"""The reading back by keys: turns are read and corrected, and the closing list leads to what is missing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import at_the_desk, open_dialog, reopen, settle, unlock
from tests.support.testimony import NOW, record
from tests.ui.test_interviews import draft_record
from tests.ui.test_mnemonics import letters
from tests.ui.test_record_life import Clerk, read_back
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.interview_rules import check_interview
from thb_desktop.domain.rights import Right
from thb_desktop.findings import Finding
from thb_desktop.services.casework import drafts
from ui.application import AppController
from ui.forms.entry_dialog import EntryDialog
from ui.interviews import view_model
from ui.interviews.reading.closing_list import ClosingList
from ui.interviews.reading.model import CORRECTION, READ
from ui.labels import section_words
from ui.settings import Scheme, Settings
from ui.transcript.rows import CORRECTED, At

KEY = Qt.Key
SAID, CORRECT = "أخذ جواز سفري في المطار.", "أخذ بطاقتي في المطار."


class Reader(Clerk):
    """Reads the record I-99 back by keys."""

    def begin(self) -> None:
        read_back(self, v.PersonConfirmation.CONFIRMED_WITH_CORRECTIONS)
        self.window.activateWindow()
        self._qtbot.waitUntil(self.window.isActiveWindow)
        self.table.setFocus()
        self._qtbot.waitUntil(self.table.hasFocus)
        self.table.setCurrentIndex(self.table.model().index(0, At.LEFT))

    @property
    def table(self):
        return self.view.record.table

    @property
    def card(self):
        return self.view.record.account.reading.card

    def press(self, *keys: Qt.Key, of: object = None) -> None:
        for key in keys:
            self._qtbot.keyClick(of or self.table, key)
        self.settle()

    def notes(self) -> list[str]:
        model = self.table.model()
        return [model.index(at, At.STATE).data() for at in range(model.rowCount())]

    def progress(self) -> str:
        told = self.view.record.account.reading.progress.text()
        return told.translate({ord(mark): None for mark in "\u2066\u2068\u2069"})


@pytest.fixture
def reader(application: QApplication, desk: AppController, qtbot: QtBot, vault: Path) -> Reader:
    found = Reader(application, desk, qtbot, vault)
    found.begin()
    return found


def test_space_reads_on_and_the_turns_that_were_read_say_so(reader: Reader):
    assert reader.progress() == "0 of 3 turns read"

    reader.press(KEY.Key_Space, KEY.Key_Space)

    assert reader.progress() == "2 of 3 turns read"
    assert reader.notes()[:2] == ["Read", "Read"]
    assert reader.notes()[2] != "Read"
    assert reader.table.row() == 2
    reader.press(KEY.Key_Space, KEY.Key_Space)
    assert reader.progress() == "3 of 3 turns read"


def test_only_what_can_be_done_is_shown_of_a_turn_that_was_read_back(reader: Reader):
    account = reader.view.record.account
    acts = (account.turn_button, account.edit_button, account.discard_button, account.save_button)
    model = reader.table.model()
    editable = [
        bool(model.index(0, side).flags() & Qt.ItemFlag.ItemIsEditable) for side in (At.LEFT, At.RIGHT)
    ]

    shown = [each.isVisible() for each in acts]
    can_correct, told = account.correct_button.isVisible(), account.fixed.isVisible()
    account.correct_button.click()

    assert shown == [False] * 4
    assert editable == [False, False]
    assert can_correct
    assert told
    assert not reader.card.isHidden()


def test_a_translation_of_an_earlier_version_is_edited_until_the_signature(reader: Reader):
    account, segments = reader.view.record.account, reader.view.model.segments
    row = segments.rows[0]
    made = tuple(replace(each, kind=v.RenderingKind.TRANSLATION) for each in row.full.renderings)
    assert made

    segments.replace_row(0, replace(row, full=replace(row.full, renderings=made)))
    reader.settle()

    assert [each.isVisible() for each in (account.edit_button, account.save_button)] == [True, True]
    assert account.correct_button.isVisible()


def test_a_new_interview_is_begun_by_its_key_while_the_list_is_put_away(
    reader: Reader, application: QApplication, qtbot: QtBot
):
    away = reader.view.side.isHidden()

    qtbot.keyClick(reader.table, KEY.Key_N, Qt.KeyboardModifier.ControlModifier)
    reader.settle()
    dialog = open_dialog(application, qtbot)

    assert away
    assert isinstance(dialog, EntryDialog)
    assert "started_at" in dialog.form.editors
    qtbot.keyClick(dialog, KEY.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert "Ctrl+Q" in dialog.notice.sentence.text()
    assert dialog.isVisible()
    dialog.reject()


def test_which_turns_were_read_is_known_after_the_lock(application: QApplication, qtbot: QtBot, vault: Path):
    with at_the_desk(application) as first:
        first.replace_process = lambda _: None
        reader = Reader(application, first, qtbot, vault)
        reader.begin()
        reader.press(KEY.Key_Space, KEY.Key_Space)
        first.lock()

    with at_the_desk(application) as second:
        again = Reader(application, second, qtbot, vault)

        assert again.progress() == "2 of 3 turns read"
        assert "not saved" not in again.window.said.offer.sentence.text()


def test_a_correction_is_kept_by_keys_with_its_time_and_without_initials_that_nobody_put(reader: Reader):
    reader.press(KEY.Key_Space, KEY.Key_Return)
    assert reader.card.before.toPlainText() == SAID
    assert reader.card.after.hasFocus()
    reader.card.after.selectAll()
    reader.card.after.insertPlainText(CORRECT)

    reader.press(KEY.Key_F2, KEY.Key_F3, KEY.Key_F3, KEY.Key_Return, of=reader.card.after)

    (correction,) = reader.record.corrections
    assert (correction.before, correction.after, correction.language) == (SAID, CORRECT, "ar")
    assert correction.requested_by is v.SignerRole.PERSON_HEARD
    assert correction.reason is v.CorrectionReason.MISTRANSLATED
    assert correction.at is not None
    assert correction.initialled_by == ()
    assert CORRECT in reader.table.model().index(1, At.LEFT).data(CORRECTED)
    assert reader.notes()[1] == "Read"
    assert reader.table.row() == 2
    assert reader.card.isHidden()
    assert reader.table.hasFocus()


def correct_turn(reader: Reader, number: int, after: str) -> None:
    reader.table.setCurrentIndex(reader.table.model().index(number, At.LEFT))
    reader.press(KEY.Key_Return)
    reader.card.after.setPlainText(after)
    reader.card.asked.setCurrentIndex(reader.card.asked.findData(v.SignerRole.PERSON_HEARD))
    reader.card.reason.setCurrentIndex(reader.card.reason.findData(v.CorrectionReason.MISHEARD))
    reader.press(KEY.Key_Return, of=reader.card.after)


def test_a_correction_reads_nothing_again_and_the_rules_are_asked_once_the_hands_rest(
    reader: Reader, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    opened: list[object] = []
    checked: list[object] = []
    real = view_model.open_record
    monkeypatch.setattr(view_model, "open_record", lambda *given: (opened.append(given), real(*given))[1])
    reader.view.model.reading.checked.connect(checked.append)

    correct_turn(reader, 0, CORRECT)
    correct_turn(reader, 1, f"{CORRECT} {SAID}")
    model, record = reader.table.model(), reader.view.model.record
    shown = [CORRECT in model.index(at, At.LEFT).data(CORRECTED) for at in range(3)]

    assert shown == [True, True, False]
    assert [each.after for each in record.corrections] == [CORRECT, f"{CORRECT} {SAID}"]
    assert (opened, checked) == ([], [])
    qtbot.waitUntil(lambda: len(checked) == 1, timeout=10_000)
    assert opened == []

    reader.view.record.head.formalities_button.click()
    reader.settle()
    assert len(opened) == 1
    assert reader.view.model.record.corrections == record.corrections


def test_going_to_the_closing_list_asks_at_once(reader: Reader):
    checked: list[object] = []
    reader.view.model.reading.checked.connect(checked.append)

    correct_turn(reader, 0, CORRECT)
    reader.press(KEY.Key_F10)
    reader.settle()

    assert len(checked) == 1


def test_one_key_says_that_all_who_are_present_put_their_initials_and_a_draft_knows_it(reader: Reader):
    card = reader.card
    reader.press(KEY.Key_Space, KEY.Key_Return)
    shown = {role: tick for role, tick in card.initials.items() if not tick.isHidden()}
    before = [tick.isChecked() for tick in shown.values()]
    card.after.selectAll()
    card.after.insertPlainText(CORRECT)

    reader.press(KEY.Key_F5, of=card.after)
    drafted = card.fields()["initials"]
    reader.press(KEY.Key_F2, KEY.Key_F3, KEY.Key_Return, of=card.after)

    (correction,) = reader.record.corrections
    assert set(shown) == {v.SignerRole.PERSON_HEARD, v.SignerRole.INTERVIEWER}
    assert before == [False, False]
    assert drafted == "PERSON_HEARD INTERVIEWER"
    assert correction.initialled_by == (v.SignerRole.PERSON_HEARD, v.SignerRole.INTERVIEWER)


def test_the_same_key_takes_the_initials_away_and_the_next_correction_has_none(reader: Reader):
    card = reader.card
    reader.press(KEY.Key_Space, KEY.Key_Return)

    reader.press(KEY.Key_F5, KEY.Key_F5, of=card.after)
    taken_away = [tick.isChecked() for tick in card.initials.values()]
    reader.press(KEY.Key_F5, KEY.Key_Escape, of=card.after)
    reader.press(KEY.Key_Return)

    assert not any(taken_away)
    assert not any(tick.isChecked() for tick in card.initials.values())


def test_up_to_which_moment_is_kept_is_told_by_the_clock_of_the_record(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
):
    desk, head = reader.view.model.desk, reader.view.record.head
    monkeypatch.setattr(desk, "by_clock", lambda at: at.astimezone(timezone(timedelta(hours=1))))

    reader.view.model.reading.kept.emit(datetime(2026, 1, 20, 10, 52, 31, tzinfo=UTC))

    assert "11:52:31" in head.kept.text()


def test_nobody_is_taken_for_the_one_who_asked_and_nothing_is_kept_without_an_answer(reader: Reader):
    reader.press(KEY.Key_Space, KEY.Key_Return)

    reader.press(KEY.Key_Return, of=reader.card.after)
    nothing = reader.card.refusal.text()
    reader.card.after.insertPlainText("!")
    reader.press(KEY.Key_Return, of=reader.card.after)
    who = reader.card.refusal.text()
    reader.press(KEY.Key_F2, KEY.Key_Return, of=reader.card.after)
    why = reader.card.refusal.text()

    assert "Nothing is changed" in nothing
    assert "who asked" in who
    assert "why" in why
    assert reader.record.corrections == ()
    assert reader.card.isVisible()


def test_both_languages_of_a_turn_are_corrected_in_one_act(reader: Reader, desk: AppController):
    reader.press(KEY.Key_Return)
    reader.card.after.insertPlainText("١ ")
    reader.press(KEY.Key_Tab, of=reader.card.after)
    assert reader.card.after.language == "nl"
    reader.card.after.insertPlainText("2 ")

    reader.press(KEY.Key_F2, KEY.Key_F3, KEY.Key_Return, of=reader.card.after)

    assert {each.language for each in reader.record.corrections} == {"ar", "nl"}
    assert len({each.at for each in reader.record.corrections}) == 1


def test_words_without_any_after_need_an_ordered_redaction(reader: Reader):
    reader.press(KEY.Key_Space, KEY.Key_Return)
    reader.card.after.selectAll()
    reader.card.after.textCursor().removeSelectedText()

    reader.press(KEY.Key_F2, KEY.Key_F3, KEY.Key_Return, of=reader.card.after)

    assert "ordered redaction" in reader.card.refusal.text()


def test_a_correction_being_typed_survives_the_lock(application: QApplication, qtbot: QtBot, vault: Path):
    with at_the_desk(application) as first:
        first.replace_process = lambda _: None
        reader = Reader(application, first, qtbot, vault)
        reader.begin()
        reader.press(KEY.Key_Space, KEY.Key_Return)
        reader.card.after.selectAll()
        reader.card.after.insertPlainText(CORRECT)
        reader.press(KEY.Key_F2, of=reader.card.after)
        first.lock()

    with at_the_desk(application) as second:
        again = Reader(application, second, qtbot, vault)

        assert again.card.isVisible()
        assert again.card.after.toPlainText() == CORRECT
        assert again.card.asked.code() is v.SignerRole.PERSON_HEARD
        again.press(KEY.Key_F3, KEY.Key_Return, of=again.card.after)
        assert [each.after for each in again.record.corrections] == [CORRECT]
        of = again.record.interview.id
    session = reopen(vault)
    assert drafts.find_form(session, CORRECTION, of) is None
    assert drafts.find_form(session, READ, of) is not None
    session.close()


def test_esc_drops_a_correction(reader: Reader):
    reader.press(KEY.Key_Return)
    reader.card.after.insertPlainText("x")

    reader.press(KEY.Key_Escape, of=reader.card.after)

    assert reader.card.isHidden()
    assert reader.record.corrections == ()
    assert reader.table.hasFocus()


def test_the_turn_that_is_corrected_stays_in_sight(reader: Reader, qtbot: QtBot):
    table = reader.table
    last = table.model().index(table.model().rowCount() - 1, At.RIGHT)
    reader.window.resize(reader.window.minimumSize())
    for row in range(table.model().rowCount()):
        table.setRowHeight(row, table.viewport().height() // 3)
    table.setCurrentIndex(last)
    table.scrollTo(last)

    reader.press(KEY.Key_Return)

    assert not reader.card.isHidden()
    qtbot.waitUntil(lambda: table.visualRect(last).top() < table.viewport().height() - 20, timeout=2_000)


def test_f10_from_the_account_goes_first_to_the_item_that_is_chosen(reader: Reader):
    closing = reader.view.record.closing
    reader.press(KEY.Key_F10)
    chosen = closing.list.currentItem().data(Qt.ItemDataRole.UserRole)
    reader.table.setFocus()

    reader.press(KEY.Key_F10)

    assert closing.list.currentItem().data(Qt.ItemDataRole.UserRole) == chosen
    reader.press(KEY.Key_F10, of=closing.list)
    assert closing.list.currentItem().data(Qt.ItemDataRole.UserRole) != chosen


def test_the_closing_list_counts_what_stops_and_f10_goes_through_it(reader: Reader):
    closing = reader.view.record.closing
    found = reader.view.model.reading.findings
    stops = sum(each.standing.name == "BROKEN" for each in found)

    reader.press(KEY.Key_F10)
    first = closing.list.currentItem().data(Qt.ItemDataRole.UserRole)
    reader.press(KEY.Key_F10, of=closing.list)
    second = closing.list.currentItem().data(Qt.ItemDataRole.UserRole)

    assert closing.isVisible()
    assert closing.count.text().startswith(f"{stops} stop")
    assert closing.list.hasFocus()
    assert isinstance(first, Finding)
    assert (first, second) == found[:2]


def test_signing_works_at_no_stop_alone(reader: Reader, qtbot: QtBot):
    button = reader.view.record.head.close_button

    assert not button.isEnabled()
    assert "closing list" in button.toolTip()
    reader.press(KEY.Key_F9)
    assert QApplication.activeModalWidget() is None


def test_who_may_not_sign_is_told_who_does(reader: Reader):
    record = reader.view.record
    judge_is_told = record.closing.others_sign.isVisible()

    record.show_rights(frozenset(Right) - {Right.SIGN_RECORDS})
    reader.goes_to("interview.authority_id")
    dialog = reader.form()
    dialog.form.set_values(authority_id=reader.view.model.open_choices["authority"][0][1])
    reader.save(dialog)

    assert not judge_is_told
    assert record.closing.others_sign.isVisible()
    assert not record.head.close_button.isVisible()


def test_an_answer_that_is_given_leaves_the_closing_list(reader: Reader):
    stops = reader.stops()
    assert "interview.authority_id" in stops
    assert not any(section == "parties" for section in in_order(reader))

    reader.goes_to("interview.authority_id")
    dialog = reader.form()
    assert isinstance(dialog, EntryDialog)
    dialog.form.set_values(authority_id=reader.view.model.open_choices["authority"][0][1])
    reader.save(dialog)

    assert len(reader.stops()) == len(stops) - 1


def in_order(reader: Reader) -> list[str]:
    items = reader.view.record.closing.list
    found = (items.item(at).data(Qt.ItemDataRole.UserRole) for at in range(items.count()))
    return [each for each in found if isinstance(each, str)]


def test_a_complaint_about_the_interpreting_is_a_key_away(reader: Reader, qtbot: QtBot):
    qtbot.keyClick(reader.table, KEY.Key_I, Qt.KeyboardModifier.ControlModifier)
    dialog = reader.form()

    assert dialog.focusWidget() is dialog.form.editors["complaint_made"]
    for field in (
        "complaint",
        "complaint_response",
        "readback_started_at",
        "readback_ended_at",
        "final_statement",
    ):
        assert field in dialog.form.editors


def test_the_list_gives_its_room_to_the_closing_list_and_comes_back(
    reader: Reader, desk: AppController, qtbot: QtBot
):
    view = reader.view
    away = view.side.isHidden()
    offered = view.record.head.list_button.isVisible()

    qtbot.mouseClick(view.record.head.list_button, Qt.MouseButton.LeftButton)
    back = view.side.isVisible()
    qtbot.mouseClick(view.record.head.list_button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(view.record.table, KEY.Key_B, Qt.KeyboardModifier.ControlModifier)
    shown = not view.side.isHidden()
    view.list.choose_row(0)
    settle(desk, qtbot)

    assert away
    assert offered
    assert back
    assert shown
    assert not view.side.isHidden()
    assert view.record.closing.isHidden()
    assert view.record.head.list_button.isHidden()


def test_from_another_page_the_keys_of_the_interviews_are_heard_though_the_list_is_away(
    reader: Reader, desk: AppController, qtbot: QtBot
):
    view, window = reader.view, reader.view.window()
    ctrl = Qt.KeyboardModifier.ControlModifier
    assert view.side.isHidden()
    told = []

    for _ in range(2):
        qtbot.keyClick(window.focusWidget(), KEY.Key_1, ctrl)
        settle(desk, qtbot)
        qtbot.keyClick(window.focusWidget(), KEY.Key_2, ctrl)
        qtbot.keyClick(window.focusWidget(), KEY.Key_B, ctrl)
        settle(desk, qtbot)
        told.append(view.side.isHidden())

    assert told == [False, True]


def test_the_list_stays_where_nothing_else_takes_the_cursor(desk: AppController, qtbot: QtBot, vault: Path):
    window = unlock(desk, qtbot, vault)
    window.go(1)
    settle(desk, qtbot)
    view = window.interviews
    view._opened(None)

    qtbot.keyClick(view.list, KEY.Key_B, Qt.KeyboardModifier.ControlModifier)

    assert not view.side.isHidden()


def test_the_time_of_a_turn_is_changed_with_the_turn(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = draft_record(desk, qtbot, vault)
    table, menu = view.record.table, view.record.account.turn_menu
    table.setCurrentIndex(table.model().index(0, At.RIGHT))
    menu.offer()
    menu.in_draft[0].trigger()
    clerk = Reader.__new__(Reader)
    clerk._application, clerk._desk, clerk._qtbot = application, desk, qtbot
    dialog = clerk.form()
    at = view.model.desk.now().replace(hour=10, minute=7, second=0)

    dialog.form.set_values(at=at)
    clerk.save(dialog)

    assert view.model.segments.rows[0].segment.at == at


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_while_a_record_is_read_back_no_letter_reaches_two_things(
    application: QApplication, qtbot: QtBot, vault: Path, language: str
):
    with at_the_desk(application, Settings(scheme=Scheme.LIGHT, language=language)) as desk:
        reader = Reader(application, desk, qtbot, vault)
        reader.view.record.table.setFocus()
        reader.settle()
        in_draft = letters(reader.window)
        reader.begin()

        assert (in_draft, letters(reader.window)) == ({}, {})


@pytest.mark.parametrize("entered", [True, False])
def test_information_to_a_victim_is_in_order_only_if_some_was_entered(qtbot: QtBot, entered: bool):
    full = record() if entered else record(victim_information=())
    closing = ClosingList()
    qtbot.addWidget(closing)

    closing.show_findings(full, check_interview(full, now=NOW))

    listed = [closing.list.item(at).text() for at in range(closing.list.count())]
    assert (section_words("victim_information") in listed) == entered
    assert section_words("caution") in listed
