"""The desk: a record is made by keys alone, each turn in one act, and what is typed is kept."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import at_the_desk, open_dialog, reopen, settle
from tests.support.hands import Hands, hold_now
from tests.support.screen_reader import plain
from tests.ui.test_interviews import choose, draft_record
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.segment import Rendering, StruckCode
from thb_desktop.findings import broken
from thb_desktop.services.casework import drafts
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.evidence.custody_acts import Act
from thb_desktop.services.testimony.read_back import ReadBack
from ui.application import AppController
from ui.forms.editors import CodeEditor
from ui.forms.entry_dialog import EntryDialog
from ui.interviews.checked_by import CheckedByDialog, drafts_in
from ui.interviews.desk import keeping
from ui.interviews.opened import NEW_SEGMENT
from ui.interviews.rendered_by import RenderedByDialog, nameless_in
from ui.interviews.turns import problem_of_split
from ui.interviews.view import InterviewsView
from ui.text import isolate
from ui.tones import Tone
from ui.transcript import letters
from ui.transcript.rows import ORIGIN, At

ASKED, ANSWERED = "Waar was uw paspoort?", "أخذ جواز سفري «ضمانا»."
TOLD = "Hij nam mijn paspoort als waarborg."
KEY = Qt.Key
ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def hands(desk: AppController, qtbot: QtBot, vault: Path) -> Hands:
    """At the entry row of the draft record, whose last turn is an answer."""
    hold_now(vault)
    return at_the_row(desk, qtbot, vault)


def at_the_row(desk: AppController, qtbot: QtBot, vault: Path) -> Hands:
    _, view = draft_record(desk, qtbot, vault)
    found = Hands(qtbot, view)
    found.sit_down()
    return found


def words_of(view: InterviewsView) -> list[tuple[str, str]]:
    rows = view.model.segments.rows
    return [(row.text("ar"), row.text("nl")) for row in rows if not row.segment.struck]


def test_a_question_and_its_answer_cost_three_keys_besides_their_words(hands: Hands):
    hands.says(ASKED)
    hands.says(TOLD, ANSWERED)

    question, answer = hands.view.model.segments.rows[-2:]
    assert (question.segment.kind, question.segment.language) == (v.UtteranceKind.QUESTION, "nl")
    assert question.segment.source_text == ASKED
    assert answer.segment.speaker is v.SpeakerRole.PERSON_HEARD
    assert (answer.segment.source_text, answer.text("nl")) == (ANSWERED, TOLD)
    assert answer.segment.capture is v.SourceCapture.TYPED_LIVE
    assert hands.desk.speaker.role is v.SpeakerRole.INTERVIEWER
    assert hands.texts == ("", "")
    assert hands.keys == 3


def test_a_letter_paints_its_field_and_not_the_turns(desk: AppController, qtbot: QtBot, vault: Path):
    hands = at_the_row(desk, qtbot, vault)  # after the interview: no turn has a time of its own
    assert not hands.desk.moments.is_live
    for letter in "Hij ":
        hands.types(letter)
        hands.rest()
    painted: list[str] = []
    hands.view.record.table.viewport().installEventFilter(watch := Painted(painted))

    for letter in "nam mijn":
        hands.types(letter)
        QApplication.processEvents()
    hands.view.record.table.viewport().removeEventFilter(watch)

    assert hands.texts[-1] == "Hij nam mijn"
    assert len(painted) < 3  # a draft that is kept meanwhile may paint them once


class Painted(QObject):
    """Notes each time that something is painted."""

    def __init__(self, noted: list[str]) -> None:
        super().__init__()
        self._noted = noted

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Paint:
            self._noted.append(event.type().name)
        return False


def test_with_the_rendition_alone_a_question_and_its_answer_cost_two_keys(hands: Hands):
    hands.says(ASKED)
    hands.says(TOLD)

    answer = hands.view.model.segments.rows[-1]
    assert answer.segment.capture is v.SourceCapture.NOT_CAPTURED
    assert answer.segment.source_text is None
    assert answer.text("nl") == TOLD
    shown = hands.view.model.segments.index(len(hands.view.model.segments.rows) - 1, At.LEFT).data()
    assert shown.startswith("Original not transcribed")
    assert hands.keys == 2


def test_a_kept_turn_is_one_act_with_its_time_and_the_interpreter_as_author(
    hands: Hands, desk: AppController, vault: Path
):
    record = hands.view.model.record
    hands.press(KEY.Key_F2)
    before = hands.desk.now()
    hands.says(TOLD)

    added = hands.view.model.segments.rows[-1]
    desk.end()
    session = reopen(vault)
    entry = session.journal.size
    assert isinstance(added.segment.at, datetime)
    assert before <= added.segment.at <= hands.desk.now()
    (rendering,) = added.full.renderings
    assert rendering.kind is v.RenderingKind.RENDITION
    assert rendering.typed_by == session.user.id
    assert rendering.author_id is None  # nobody is engaged in this record
    assert drafts.find_form(session, NEW_SEGMENT, record.interview.id) is None
    assert entry > 0
    session.close()


def test_speaker_and_language_alternate_and_each_is_changed_by_one_key(hands: Hands):
    said: list[str] = []
    hands.desk.said.connect(said.append)
    assert hands.desk.speaker.role is v.SpeakerRole.INTERVIEWER

    hands.press(KEY.Key_F2)
    person = (hands.desk.speaker.role, hands.desk.entry.spoken)
    hands.press(KEY.Key_F2, SHIFT)
    hands.press(KEY.Key_F3)
    other = (hands.desk.speaker.role, hands.desk.entry.spoken)

    assert person == (v.SpeakerRole.PERSON_HEARD, "ar")
    assert other == (v.SpeakerRole.INTERVIEWER, "ar")
    assert hands.row.speaker.text().endswith("AR\u2069")
    assert said[0].startswith("Answer, W-01, Arabic")
    hands.press(KEY.Key_F3, SHIFT)
    assert hands.desk.entry.spoken == "nl"


def test_shift_enter_begins_a_line_and_tab_goes_to_the_other_language(hands: Hands):
    file, person = hands.row.fields[1], hands.row.fields[0]
    hands.types("Een")
    hands.press(KEY.Key_Return, SHIFT)
    hands.types("Twee")

    hands.press(KEY.Key_Tab)
    there = person.hasFocus()
    hands.press(KEY.Key_Backtab, SHIFT)

    assert there
    assert file.hasFocus()
    assert file.toPlainText() == "Een\nTwee"
    assert file.height() > 46
    hands.press(KEY.Key_Return)
    assert hands.view.model.segments.rows[-1].segment.source_text == "Een\nTwee"


def test_the_row_grows_with_the_turn_that_is_taken_into_it(hands: Hands, qtbot: QtBot):
    usual = hands.row.fields[1].height()
    hands.says("Wat gebeurde er daarna, en wie was daarbij? " * 6)

    hands.press(KEY.Key_Up)

    qtbot.waitUntil(lambda: hands.row.fields[1].height() >= usual + 40)
    assert hands.row.fields[0].height() == hands.row.fields[1].height()
    hands.press(KEY.Key_Escape)
    qtbot.waitUntil(lambda: hands.row.fields[1].height() == usual)


def test_up_in_an_empty_row_mends_the_last_turn_and_esc_comes_back(hands: Hands):
    hands.says(ASKED)
    number = hands.view.model.segments.rows[-1].full.label

    hands.press(KEY.Key_Up)
    taken = hands.texts
    hands.press(KEY.Key_Escape)
    left = hands.texts
    hands.press(KEY.Key_Up)
    hands.types(" En wanneer?")
    hands.press(KEY.Key_Tab)
    hands.types("أين كان جواز سفرك؟")
    hands.press(KEY.Key_Return)

    rows = hands.view.model.segments.rows
    assert taken == ("", ASKED)
    assert left == ("", "")
    assert rows[-1].full.label == number
    assert rows[-1].segment.source_text == f"{ASKED} En wanneer?"
    assert rows[-1].text("ar") == "أين كان جواز سفرك؟"
    assert hands.texts == ("", "")
    assert hands.desk.speaker.role is v.SpeakerRole.PERSON_HEARD


def test_up_goes_on_in_the_words_of_the_last_turn_and_not_in_an_empty_rendition(hands: Hands):
    hands.says(ASKED)
    hands.press(KEY.Key_Tab)
    hands.types("من لشبونة.")
    hands.press(KEY.Key_Return)
    assert hands.row.fields[1].hasFocus()

    hands.press(KEY.Key_Up)

    assert hands.texts == ("من لشبونة.", "")
    assert hands.row.fields[0].hasFocus()


def test_up_goes_on_in_the_rendition_of_a_turn_whose_original_nobody_wrote_down(hands: Hands):
    hands.says(ASKED)
    hands.says("/n 12:02 12:09")
    hands.says(TOLD)

    hands.press(KEY.Key_Up)

    assert hands.texts == ("", TOLD)
    assert hands.row.fields[1].hasFocus()


def test_what_was_done_is_undone_and_done_again_as_acts(hands: Hands):
    before = words_of(hands.view)
    hands.says(ASKED)
    hands.press(KEY.Key_Up)
    hands.types(" Ja?")
    hands.press(KEY.Key_Return)
    mended = words_of(hands.view)

    hands.press(KEY.Key_Z, CONTROL)
    once = words_of(hands.view)
    hands.press(KEY.Key_Z, CONTROL)
    twice = words_of(hands.view)
    hands.press(KEY.Key_Z, CONTROL, SHIFT)
    hands.press(KEY.Key_Z, CONTROL, SHIFT)

    assert once == [*before, ("", ASKED)]
    assert twice == before
    assert words_of(hands.view) == mended == [*before, ("", f"{ASKED} Ja?")]
    assert [row.segment.struck for row in hands.view.model.segments.rows if row.segment.struck] == []


def test_an_answer_that_is_undone_and_done_again_is_the_same_turn_with_its_number(hands: Hands):
    hands.says(ASKED)
    hands.says("La.")
    told = hands.view.model.segments.rows[-1]

    hands.press(KEY.Key_Z, CONTROL)
    undone, due = hands.view.model.segments.rows[-1], hands.desk.speaker.role
    hands.press(KEY.Key_Z, CONTROL, SHIFT)
    again = hands.view.model.segments.rows[-1]

    assert (undone.full.label, undone.segment.struck) == (told.full.label, StruckCode.UNDONE)
    assert due is v.SpeakerRole.PERSON_HEARD
    assert hands.desk.speaker.role is v.SpeakerRole.INTERVIEWER
    assert again.full == told.full
    assert told.full.label.endswith(" A")


def test_undo_takes_back_the_typing_first(hands: Hands):
    hands.says(ASKED)
    kept = words_of(hands.view)
    hands.types("Wie")

    for _ in range(4):
        if hands.texts != ("", ""):
            hands.press(KEY.Key_Z, CONTROL)

    assert hands.texts == ("", "")
    assert words_of(hands.view) == kept


def test_the_turn_in_the_row_is_split_at_the_cursor_and_joined_again(hands: Hands):
    hands.says("Eerst dit. Dan dat.")
    hands.press(KEY.Key_Up)
    for _ in range(len("Dan dat.")):
        hands.press(KEY.Key_Left)

    hands.press(KEY.Key_S, ALT)
    halves = [words[1] for words in words_of(hands.view)][-2:]
    hands.press(KEY.Key_J, ALT)

    assert halves == ["Eerst dit.", "Dan dat."]
    assert words_of(hands.view)[-1][1] == "Eerst dit. Dan dat."
    hands.press(KEY.Key_Z, CONTROL)
    hands.press(KEY.Key_Z, CONTROL)
    assert words_of(hands.view)[-1][1] == "Eerst dit. Dan dat."
    rows = hands.view.model.segments.rows
    assert not any(row.segment.struck for row in rows)
    hands.press(KEY.Key_Z, CONTROL, SHIFT)
    assert [words[1] for words in words_of(hands.view)][-2:] == halves
    assert not any(row.segment.struck for row in hands.view.model.segments.rows)


def test_two_renditions_are_joined_with_their_turns_and_undo_gives_both_back(hands: Hands):
    hands.says(ASKED)
    hands.says("Eerste helft.")
    hands.press(KEY.Key_F2)
    hands.says("Tweede helft.")
    before = words_of(hands.view)[-2:]
    table = hands.view.record.account.table
    table.setCurrentIndex(table.model().index(len(hands.view.model.segments.rows) - 2, At.LEFT))
    hands.press(KEY.Key_J, ALT)
    after = words_of(hands.view)[-1]
    hands.press(KEY.Key_Z, CONTROL)

    assert before == [("", "Eerste helft."), ("", "Tweede helft.")]
    assert after == ("", "Eerste helft. Tweede helft.")
    assert words_of(hands.view)[-2:] == before


def test_a_last_turn_is_joined_with_nothing_and_escape_goes_to_the_newest(hands: Hands):
    notice, table = hands.view.record.notice.sentence, hands.view.record.account.table
    hands.says(ASKED)
    table.setCurrentIndex(QModelIndex())
    hands.press(KEY.Key_Escape)
    assert table.hasFocus()
    assert table.row() == len(hands.view.model.segments.rows) - 1
    hands.sit_down()
    hands.press(KEY.Key_Up)
    mended = hands.texts

    hands.press(KEY.Key_J, ALT)

    assert "first of the two turns" in notice.text()
    assert hands.texts == mended != ("", "")


def test_a_key_that_cannot_split_a_turn_says_why_and_the_mending_stays(hands: Hands):
    hands.says("Eerst dit. Dan dat.")
    notice = hands.view.record.notice.sentence

    hands.press(KEY.Key_S, ALT)
    nowhere = notice.text()
    hands.press(KEY.Key_Up)
    hands.press(KEY.Key_S, ALT)

    assert "Go to the words of a turn" in nowhere
    assert "between two words" in notice.text()
    assert "Eerst dit. Dan dat." in hands.texts


def test_after_a_split_the_cursor_is_in_the_rendition_which_is_divided_there(hands: Hands):
    number = next(
        at
        for at, row in enumerate(hands.view.model.segments.rows)
        if row.full.renderings and row.segment.source_text
    )
    page, words = hands.view.record.account, hands.view.model.segments.rows[number].segment.source_text
    page.turn_menu.split(number, words.index(" "))
    hands.rest()

    assert page.table.row() == number
    assert page.table.side() is not At.LEFT or hands.view.model.segments.rows[number].segment.language == "nl"
    assert page.table.delegate.editor is not None
    assert "with the first half" in hands.row.told.text()


@pytest.mark.parametrize(
    ("text", "at", "told"),
    [(None, 3, "not written down"), ("Eerst dit.", -1, "in its original"), ("Eerst dit.", 6, "")],
)
def test_why_a_turn_cannot_be_split_is_said(hands: Hands, text: str | None, at: int, told: str):
    turn = replace(hands.view.model.segments.rows[0].segment, source_text=text)

    assert told in problem_of_split(turn, at)
    assert bool(told) == bool(problem_of_split(turn, at))


def test_the_turn_in_the_row_is_moved_and_that_is_undone(hands: Hands):
    hands.says(ASKED)
    hands.press(KEY.Key_Up)

    hands.press(KEY.Key_Up, ALT)
    moved = [words[1] for words in words_of(hands.view)]
    hands.press(KEY.Key_Z, CONTROL)

    assert moved.index(ASKED) == len(moved) - 2
    assert words_of(hands.view)[-1] == ("", ASKED)


def test_a_break_and_its_end_are_one_line_across(hands: Hands):
    hands.says(ASKED)
    hands.says("/b request of the person")
    begun = hands.view.model.segments.rows[-1].below
    hands.says("/b")

    (line,) = hands.view.model.segments.rows[-1].below
    kinds = [each.kind for each in hands.view.model.record.timeline]
    assert begun[0].clock.endswith("\u2026\u2069")
    assert kinds == [v.TimelineKind.BREAK_START, v.TimelineKind.BREAK_END]
    assert hands.view.model.record.timeline[0].reason is v.BreakReason.REQUEST_PERSON
    assert "Break" in line.words
    assert len(hands.view.model.segments.rows) == 4
    assert hands.view.record.table.rowHeight(3) >= 65
    said = hands.view.model.segments.index(3, At.WHO).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Break" in said


@pytest.mark.parametrize(
    ("typed", "reason", "note", "told"),
    [
        ("fatigue", v.BreakReason.OTHER, "fatigue", "in your words"),
        ("request", v.BreakReason.OTHER, "request", "in your words"),
        ("fatigue of the interpreter", v.BreakReason.INTERPRETER_FATIGUE, "", "fatigue of the interpreter"),
        ("inter", v.BreakReason.INTERPRETER_FATIGUE, "", "fatigue of the interpreter"),
        ("meal", v.BreakReason.MEAL, "", "meal"),
    ],
)
def test_a_break_has_no_reason_that_was_not_typed_and_the_row_says_which_one_it_will_have(
    hands: Hands, typed: str, reason: v.BreakReason, note: str, told: str
):
    hands.says(ASKED)

    hands.types(f"/b {typed}")
    hint = hands.row.told.text()
    hands.press(KEY.Key_Return)

    (event,) = hands.view.model.record.timeline
    assert (event.reason, event.note) == (reason, note)
    assert told in hint


def test_the_stroke_alone_tells_the_codes(hands: Hands):
    hands.types("/")
    told = hands.row.told.text()
    hands.types("b")

    assert all(f"/{code}" in told for code in "bxelivcn")
    assert "a break, with its reason" in hands.row.told.text()


def test_a_letter_with_alt_that_means_nothing_is_not_written_into_the_testimony(hands: Hands):
    hands.types("a")
    event = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_W, ALT, "w")
    QApplication.sendEvent(hands.at, event)

    assert hands.texts[1] == "a"


def test_who_points_at_an_exhibit_names_it_and_a_number_that_no_exhibit_has_is_refused(hands: Hands):
    hands.says("/c points e-01")
    row = hands.view.model.segments.rows[-1]

    hands.says("/c points E-99")

    assert (row.segment.conduct, row.segment.pointed_at) == ((v.Conduct.POINTS,), "E-01")
    assert row.segment.source_text == "wijst iets aan, E-01"
    assert hands.view.model.segments.rows[-1].segment.id == row.segment.id
    assert hands.texts[1] == "/c points E-99"


def test_what_could_be_seen_is_a_line_across_with_its_codes(hands: Hands):
    hands.says(ASKED)
    hands.says("/c cries, silence 40")

    row = hands.view.model.segments.rows[-1]
    assert row.segment.conduct == (v.Conduct.CRIES, v.Conduct.SILENCE)
    assert row.segment.silence_seconds == 40
    assert (row.segment.kind, row.segment.speaker) == (
        v.UtteranceKind.DESCRIPTION,
        v.SpeakerRole.PERSON_HEARD,
    )
    assert (row.segment.language, row.segment.source_text) == ("nl", "huilt; stilte, 40 s")
    assert row.is_thin
    assert hands.view.record.table.rowHeight(4) == 25
    assert hands.desk.speaker.role is v.SpeakerRole.PERSON_HEARD
    hands.press(KEY.Key_Z, CONTROL)
    assert hands.view.model.segments.rows[-1].segment.struck == StruckCode.UNDONE


def test_who_enters_and_who_leaves_is_an_event_with_the_person_present(hands: Hands):
    hands.says(ASKED)
    hands.says("/e Nadia El Amrani")
    came = hands.view.model.record.presences[-1]
    hands.says("/l nadia")

    (gone,) = (each for each in hands.view.model.record.presences if each.id == came.id)
    assert (came.name, came.role, came.to_at) == ("Nadia El Amrani", v.PresenceRole.OTHER, None)
    assert gone.to_at is not None
    assert [each.kind for each in hands.view.model.record.timeline] == [
        v.TimelineKind.PERSON_ENTERS,
        v.TimelineKind.PERSON_LEAVES,
    ]
    hands.says("/e nadia")
    assert len(hands.view.model.record.presences) == 2
    assert hands.view.model.record.presences[-1].to_at is None


def test_who_enters_has_the_function_that_was_typed_and_no_other(hands: Hands):
    hands.says(ASKED)
    for typed in ("/e psychologist, Ana Pop", "/e Dupont, Jean", "/e Ana"):
        hands.says(typed)

    entered = [(each.role, each.name) for each in hands.view.model.record.presences[-3:]]
    hands.says("/e lawyer, Me Dupont")

    assert entered == [
        (v.PresenceRole.PSYCHOLOGIST, "Ana Pop"),
        (v.PresenceRole.OTHER, "Dupont, Jean"),
        (v.PresenceRole.OTHER, "Ana"),
    ]
    assert hands.view.model.record.presences[-1].name == "Ana"
    told = hands.view.record.notice.sentence.text()
    assert "victim's lawyer" in told
    assert "defence lawyer" in told


def test_an_exhibit_shown_is_named_by_its_number(hands: Hands):
    hands.says(ASKED)
    number = hands.desk.choices("exhibit")[0][0].split()[0].strip("\u2066\u2068\u2069")

    hands.says(f"/x {number} page 2")

    (event,) = hands.view.model.record.timeline
    assert event.kind is v.TimelineKind.EXHIBIT_SHOWN
    assert (event.exhibit_id, event.note) == (hands.desk.choices("exhibit")[0][1], "page 2")


def test_an_exhibit_that_was_registered_a_moment_ago_is_shown_by_its_number(
    hands: Hands, desk: AppController, qtbot: QtBot
):
    known = hands.view.model.open_choices["exhibit"]
    case_id = hands.view.model.record.interview.case_id
    made: list[Exhibit] = []
    desk.jobs.run(
        hands.view,
        lambda session: exhibits.register_exhibit(
            session,
            replace(exhibits.list_bare_exhibits(session, case_id)[0], number="E-0", parent_id=None, seal=""),
            Act(
                action=v.CustodyAction.VOLUNTARILY_HANDED_OVER,
                occurred_at=session.clock.read().at,
                actor="the clerk",
                reason="handed in while the interview went on",
                from_party="the witness",
            ),
        ),
        then=made.append,
    )
    settle(desk, qtbot)
    others = [words for words, _ in known]

    hands.says("/x e-0 the passport")

    (event,) = hands.view.model.record.timeline
    assert (event.exhibit_id, event.note) == (made[0].id, "the passport")
    assert all("E-0 " not in each for each in others)


def test_who_rendered_is_named_for_all_turns_without_an_author_in_one_act_and_undone(
    hands: Hands, desk: AppController, application: QApplication, qtbot: QtBot
):
    for _ in range(3):
        hands.says(ASKED)
        hands.says(TOLD, ANSWERED)
    view = hands.view
    lacking = len(nameless_in(view.model.segments.rows))
    typed = {each.id: (each.typed_by, each.typed_at) for each in renditions(view)}
    before = size_of(desk, hands)

    hands.press(KEY.Key_R, CONTROL)
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, RenderedByDialog)
    nobody, told = dialog.author.value(), dialog.count.text()
    dialog.author.setFocus()
    qtbot.keyClick(dialog.author, KEY.Key_Down)
    author = dialog.author.value()
    qtbot.keyClick(dialog.author, KEY.Key_Return, CONTROL)
    hands.rest()
    named = renditions(view)
    after = size_of(desk, hands)
    view.window().activateWindow()
    qtbot.waitUntil(view.window().isActiveWindow)
    hands.sit_down()
    hands.press(KEY.Key_Z, CONTROL)

    assert nobody is None
    assert lacking >= 3
    assert f"{lacking} rendition" in told
    assert [each.author_id for each in named if each.id in typed].count(author) >= lacking
    assert {each.id: (each.typed_by, each.typed_at) for each in named} == typed
    assert after == before + 1
    assert len(nameless_in(view.model.segments.rows)) == lacking
    assert {each.id: (each.typed_by, each.typed_at) for each in renditions(view)} == typed


def test_that_the_interpreter_checked_their_drafts_is_said_in_one_act(
    hands: Hands, desk: AppController, application: QApplication, qtbot: QtBot
):
    hands.says(ASKED)
    hands.says(TOLD, ANSWERED)
    hands.press(KEY.Key_R, CONTROL)
    naming = open_dialog(application, qtbot)
    assert isinstance(naming, RenderedByDialog)
    qtbot.keyClick(naming.author, KEY.Key_Down)
    author = naming.author.value()
    qtbot.keyClick(naming.author, KEY.Key_Return, CONTROL)
    hands.rest()
    hands.view.window().activateWindow()
    qtbot.waitUntil(hands.view.window().isActiveWindow)
    hands.sit_down()
    drafts = {each.id for _, each in drafts_in(hands.view.model.segments.rows) if each.author_id == author}
    before = size_of(desk, hands)

    hands.press(KEY.Key_R, CONTROL, SHIFT)
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, CheckedByDialog)
    nobody, told_of_nobody = dialog.author.value(), dialog.count.text()
    dialog.author.set_value(author)
    told = dialog.count.text()
    qtbot.keyClick(dialog.author, KEY.Key_Return, CONTROL)
    hands.rest()

    assert (nobody, told_of_nobody[:2]) == (None, "0 ")
    assert told.startswith(f"{len(drafts)} rendition")
    assert {
        each.id for each in renditions(hands.view) if each.state is v.RenderingState.SELF_CHECKED
    } >= drafts
    assert not [each for _, each in drafts_in(hands.view.model.segments.rows) if each.author_id == author]
    assert size_of(desk, hands) == before + 1


def renditions(view: InterviewsView) -> list[Rendering]:
    return [each for row in view.model.segments.rows for each in row.full.renderings]


def size_of(desk: AppController, hands: Hands) -> int:
    """The number of entries of the event chain."""
    found: list[int] = []
    desk.jobs.run(hands.view, lambda session: session.journal.size, then=found.append)
    hands.rest()
    return found[0]


def test_whoever_begins_a_record_or_goes_to_its_formalities_types_there_at_once(
    hands: Hands, application: QApplication, qtbot: QtBot
):
    hands.press(KEY.Key_N, CONTROL)
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, EntryDialog)
    dialog.form.set_values(number="I-NEW", language="ar", procedure_language="nl")
    dialog.form.editors["person_id"].setCurrentIndex(1)
    dialog.form.editors["lead_interviewer_id"].setCurrentIndex(1)
    qtbot.keyClick(dialog.form.editors["number"], KEY.Key_Return, CONTROL)
    hands.rest()
    hands.view.window().activateWindow()
    qtbot.waitUntil(lambda: hands.row.has_focus)

    hands.says(ASKED)
    (first,) = hands.view.model.segments.rows
    hands.press(KEY.Key_F7)

    assert first.segment.source_text == ASKED
    qtbot.waitUntil(hands.view.record.rows.parts.hasFocus)
    hands.press(KEY.Key_F7, of=hands.view.record.rows.parts)
    qtbot.waitUntil(lambda: hands.row.has_focus)


def test_a_finding_leads_to_its_turn_and_again_to_the_next_one(hands: Hands):
    hands.says(ASKED)
    hands.says(TOLD)
    hands.says(ASKED)
    hands.says(TOLD)
    rows = hands.view.model.segments.rows
    labels = tuple(row.full.label for row in rows if row.segment.source_text is None)[-2:]
    finding = broken("V-I-18.not-written", field="interview.segments", segments=labels)
    record = hands.view.record

    record.closing.wanted.emit(finding)
    first = rows[record.table.row()].full.label
    record.closing.wanted.emit(finding)
    second = rows[record.table.row()].full.label
    record.closing.wanted.emit(finding)

    assert (first, second) == labels
    assert rows[record.table.row()].full.label == labels[0]


def test_the_original_that_nobody_wrote_down_has_its_range(hands: Hands):
    hands.says(ASKED)
    hands.says("/n 12:02 12:09")
    hint = hands.row.fields[0].hint
    hands.says(TOLD)

    answer = hands.view.model.segments.rows[-1].segment
    assert "not written down" in hint
    assert (answer.recording_from, answer.recording_to) == ("00:12:02", "00:12:09")
    assert answer.capture is v.SourceCapture.NOT_CAPTURED


def test_an_original_that_is_not_written_down_is_said_without_a_range_too(hands: Hands):
    hands.says(ASKED)
    hands.says("/n")
    hint = hands.row.fields[0].hint
    hands.press(Qt.Key.Key_Escape)

    assert hint == "not written down"
    assert hands.row.fields[0].accessibleDescription() != hint


def test_a_code_says_how_one_turn_is_interpreted(hands: Hands):
    hands.says("/m whis")
    told = hands.row.told.text()
    hands.says(ASKED, "أين كان جواز سفرك؟")
    hands.says(TOLD)

    asked, answered = hands.view.model.segments.rows[-2:]
    assert told == "This turn: whispered"
    assert [each.mode for each in asked.full.renderings] == [v.InterpretingMode.WHISPERED]
    assert [each.mode for each in answered.full.renderings] == [None]
    shown = hands.view.model.segments.index(len(hands.view.model.segments.rows) - 2, At.LEFT)
    assert shown.data(ORIGIN).startswith("interpreter's rendition (whispered)")
    assert hands.desk.entry.mode is None


def test_a_mode_that_was_said_of_the_turn_is_taken_back(hands: Hands):
    hands.says("/m whispered")
    hands.says("/m")
    without = hands.desk.entry.mode
    hands.says("/m whispered")
    hands.press(KEY.Key_Escape)

    assert without is None
    assert hands.desk.entry.mode is None
    assert hands.row.told.isHidden()


def test_the_mode_of_a_turn_being_typed_is_kept_with_its_words(hands: Hands):
    hands.says("/m sight")
    hands.types(ASKED)
    hands.desk.keep_drafts()
    hands.rest()

    hands.view.model.open(hands.view.model.record.interview.id)
    hands.rest()

    assert hands.desk.entry.mode is v.InterpretingMode.SIGHT_TRANSLATION


def test_the_mode_of_a_kept_turn_is_changed_with_the_turn_and_undone(
    hands: Hands, qtbot: QtBot, application: QApplication
):
    hands.says(ASKED, "أين كان جواز سفرك؟")
    view = hands.view
    table, menu = view.record.table, view.record.account.turn_menu
    number = len(view.model.segments.rows) - 1
    table.setFocus()
    table.setCurrentIndex(table.model().index(number, At.RIGHT))
    menu.offer()
    menu.in_draft[0].trigger()
    dialog = open_dialog(application, qtbot)
    (editor,) = (
        each for each in dialog.findChildren(CodeEditor) if "ode of interpreting" in each.accessibleName()
    )
    assert (editor.accessibleName(), editor.value()) == ("Mode of interpreting, Arabic", None)

    editor.set_value(v.InterpretingMode.SIMULTANEOUS)
    dialog.main_button.click()
    hands.rest()
    view.window().activateWindow()
    qtbot.waitUntil(view.window().isActiveWindow)
    table.setFocus()
    (changed,) = view.model.segments.rows[number].full.renderings
    hands.press(KEY.Key_Z, CONTROL, of=table)
    (undone,) = view.model.segments.rows[number].full.renderings
    hands.press(KEY.Key_Z, CONTROL, SHIFT, of=table)

    assert changed.mode is v.InterpretingMode.SIMULTANEOUS
    assert undone.mode is None
    assert view.model.segments.rows[number].full.renderings[0].mode is v.InterpretingMode.SIMULTANEOUS


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("/n tomorrow", "range of the recording"),
        ("/m somehow", "one mode of interpreting"),
        ("/m s", "one mode of interpreting"),
        ("/l nobody", "which one leaves"),
        ("/c seems afraid", "one of these codes"),
        ("/e", "who enters"),
        ("/x E-9999", "is not registered in this case"),
        ("/v", "which caution"),
        ("/i", "No interpreter"),
    ],
)
def test_a_code_that_says_too_little_is_refused_with_what_it_needs(hands: Hands, typed: str, said: str):
    before = len(hands.view.model.segments.rows)

    hands.says(typed)

    assert said in hands.view.record.notice.sentence.text()
    assert typed in hands.texts[1]
    assert len(hands.view.model.segments.rows) == before


def test_a_stroke_that_is_no_code_is_a_word_like_others(hands: Hands):
    hands.says("/boven of beneden?")

    assert hands.view.model.segments.rows[-1].segment.source_text == "/boven of beneden?"


def test_typing_is_kept_within_two_seconds_however_long_somebody_types(
    hands: Hands, desk: AppController, qtbot: QtBot, vault: Path
):
    moments: list[datetime] = []
    hands.desk.kept.connect(moments.append)
    late: list[bool] = []
    hands.desk.late.connect(lambda: late.append(True))
    for _ in range(24):
        hands.types("a")
        qtbot.wait(100)

    in_time = len(moments)
    record = hands.view.model.record
    desk.jobs.close()
    session = reopen(vault)
    kept = drafts.find_form(session, NEW_SEGMENT, record.interview.id) or {}
    session.close()

    assert in_time >= 2
    assert late == []
    assert len(str(kept["text.nl"])) >= 24 - 2 * (keeping.LATE // 100) // 2


def test_what_cannot_be_kept_is_told_after_two_seconds(hands: Hands, desk: AppController, qtbot: QtBot):
    stop = qtbot.waitSignal(hands.desk.late, timeout=5_000)
    busy = Busy(desk)

    hands.types("a")
    with stop:
        pass

    assert hands.view.record.head.kept.property("tone") == Tone.WARN.value
    busy.release()
    qtbot.waitUntil(lambda: hands.view.record.head.kept.property("tone") == Tone.PLAIN.value)
    assert "Kept" in hands.view.record.head.kept.text()


class Busy:
    """Holds the vault's thread until it is released."""

    def __init__(self, desk: AppController) -> None:
        from threading import Event

        self._go_on = Event()
        desk.jobs.run(desk.jobs, lambda _: self._go_on.wait(20))

    def release(self) -> None:
        self._go_on.set()


def test_a_turn_being_typed_survives_the_lock_and_stands_in_the_row_again(
    application: QApplication, qtbot: QtBot, vault: Path
):
    with at_the_desk(application) as first:
        first.replace_process = lambda _: None
        _, view = draft_record(first, qtbot, vault)
        hands = Hands(qtbot, view)
        hands.sit_down()
        hands.press(KEY.Key_F2)
        hands.types(TOLD)
        hands.press(KEY.Key_Tab)
        hands.types(ANSWERED)
        first.lock()

    with at_the_desk(application) as second:
        _, view = draft_record(second, qtbot, vault)
        again = Hands(qtbot, view)

        assert again.texts == (ANSWERED, TOLD)
        assert again.desk.speaker.role is v.SpeakerRole.PERSON_HEARD
        assert "not kept yet" in view.record.notice.sentence.text()
        again.sit_down()
        again.press(KEY.Key_Return)
        assert view.model.segments.rows[-1].segment.source_text == ANSWERED
        assert not view.model.unadded


def test_another_record_has_another_row_and_this_one_keeps_its_own(
    hands: Hands, desk: AppController, qtbot: QtBot
):
    window = desk.window
    hands.types(TOLD)

    choose(desk, qtbot, window, "I-01")
    closed = hands.row.isVisible()
    choose(desk, qtbot, window, "I-99")

    assert not closed
    assert hands.texts == ("", TOLD)


def test_a_record_is_not_read_back_while_a_turn_is_typed_and_not_kept(
    application: QApplication, hands: Hands, qtbot: QtBot
):
    hands.types(TOLD)

    hands.view.record.head.close_button.click()

    assert "Keep it, or empty it" in hands.view.record.notice.sentence.text()
    hands.at.clear()
    hands.view.record.head.close_button.click()
    hands.rest()
    assert open_dialog(application, qtbot).objectName() == "read-back"


def test_a_refused_turn_stands_in_the_row_again_before_what_was_typed_since(
    hands: Hands,
):
    hands.desk.acts.show_record(None)
    hands.desk.acts._of = "nothing"

    hands.types(TOLD)
    hands.press(KEY.Key_Return)

    assert hands.texts[1] == TOLD
    assert hands.view.record.notice.isVisible()


def test_the_newest_turn_is_in_view_and_eight_turns_are_at_1366_by_768(
    hands: Hands, desk: AppController, qtbot: QtBot
):
    desk.window.resize(1366, 728)
    for _ in range(6):
        hands.says(ASKED)
        hands.says("Hij nam het als waarborg, en ik zag het niet meer terug.")
    qtbot.wait(50)

    table = hands.view.record.table
    heights = table.viewport().height()
    seen = [
        row
        for row in range(table.model().rowCount())
        if table.rowViewportPosition(row) >= 0
        and table.rowViewportPosition(row) + table.rowHeight(row) <= heights + 1
    ]
    assert seen[-1] == table.model().rowCount() - 1
    assert len(seen) >= 8


@pytest.mark.parametrize(
    ("key", "larger"), [(KEY.Key_Plus, True), (KEY.Key_Equal, True), (KEY.Key_Minus, False)]
)
def test_testimony_is_set_larger_than_the_frame_and_changes_alone(
    hands: Hands, desk: AppController, key: Qt.Key, larger: bool
):
    frame = hands.view.record.head.number.font().pointSizeF()
    usual = letters.size()

    hands.press(key, CONTROL)
    changed = letters.size()
    hands.press(KEY.Key_0, CONTROL)

    assert usual > desk.window.font().pointSizeF()
    assert (changed > usual) is larger
    assert letters.size() == usual
    assert hands.view.record.head.number.font().pointSizeF() == frame


def test_a_text_is_found_and_replaced_in_the_draft_in_one_act(hands: Hands, qtbot: QtBot):
    hands.says("Wie is Samer?")
    hands.says("Samer is de baas.")
    bar = hands.view.record.account.find_bar

    hands.press(KEY.Key_H, CONTROL)
    opened = bar.isVisible() and bar.by.isVisible()
    bar.wanted.setText("samer")
    bar.by.setText("Samir")
    found = bar.count.text()
    bar.all_button.click()
    hands.rest()

    rows = hands.view.model.segments.rows
    assert opened
    assert "/3" in found
    assert [row.text("nl") for row in rows[-2:]] == ["Wie is Samir?", "Samir is de baas."]
    qtbot.keyClick(bar.wanted, KEY.Key_Escape)
    assert not bar.isVisible()
    hands.sit_down()
    hands.press(KEY.Key_Z, CONTROL)
    assert [row.text("nl") for row in hands.view.model.segments.rows[-2:]] == [
        "Wie is Samer?",
        "Samer is de baas.",
    ]


def test_a_text_is_replaced_by_keys_alone_and_that_is_undone_from_there(hands: Hands, qtbot: QtBot):
    hands.says("Wie is Samer?")
    hands.says("Samer is de baas.")
    bar = hands.view.record.account.find_bar
    hands.press(KEY.Key_H, CONTROL)
    bar.wanted.setText("Samer")
    bar.by.setText("Samir")

    hands.press(KEY.Key_Return, of=bar.by)
    went_to = bar.count.text()
    hands.press(KEY.Key_Return, of=bar.by)
    first = [row.text("nl") for row in hands.view.model.segments.rows[-2:]]
    bar.all_button.setFocus()
    hands.press(KEY.Key_Space, of=bar.all_button)
    told = bar.count.text()
    hands.press(KEY.Key_Z, CONTROL, of=bar.all_button)
    undone = [row.text("nl") for row in hands.view.model.segments.rows[-2:]]
    hands.press(KEY.Key_Escape, of=bar.all_button)

    assert went_to == isolate("1/3")
    assert first == ["Wie is Samer?", "Samer is de baas."]
    assert told.startswith("replaced in")
    assert undone == first
    assert not bar.isVisible()


def test_after_the_only_place_was_replaced_it_is_said_and_not_that_nothing_was_found(hands: Hands):
    hands.says("Wie is de koerier?")
    bar = hands.view.record.account.find_bar
    hands.press(KEY.Key_H, CONTROL)
    bar.wanted.setText("koerier")
    bar.by.setText("chauffeur")

    hands.press(KEY.Key_Return, of=bar.by)
    hands.press(KEY.Key_Return, of=bar.by)
    hands.rest()

    assert hands.view.model.segments.rows[-1].text("nl") == "Wie is de chauffeur?"
    assert bar.count.text().startswith("replaced in")


def test_the_former_place_from_the_start_is_the_last_one(hands: Hands):
    for said in ("Wie is Samer?", "Samer is de baas.", "Samer komt."):
        hands.says(said)
    bar = hands.view.record.account.find_bar
    hands.press(KEY.Key_F, CONTROL)
    bar.wanted.setText("Samer")
    count = len(bar._hits)

    hands.press(KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier, of=bar.wanted)
    last = bar.count.text()
    hands.press(KEY.Key_Return, of=bar.wanted)
    first = bar.count.text()
    hands.press(KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier, of=bar.wanted)

    assert last == isolate(f"{count}/{count}")
    assert first == isolate(f"1/{count}")
    assert bar.count.text() == last


def test_where_turns_went_since_the_place_is_shown_before_it_is_replaced(hands: Hands):
    hands.says("Wie is Samer?")
    hands.says("Samer is de baas.")
    bar = hands.view.record.account.find_bar
    hands.press(KEY.Key_H, CONTROL)
    bar.wanted.setText("Samer")
    bar.by.setText("Samir")
    bar.go(1)
    bar.go(-1)
    bar.all_button.setFocus()
    hands.press(KEY.Key_Z, CONTROL, of=bar.all_button)
    before = [row.text("nl") for row in hands.view.model.segments.rows]

    hands.press(KEY.Key_Return, of=bar.by)
    shown = [row.text("nl") for row in hands.view.model.segments.rows]
    hands.press(KEY.Key_Return, of=bar.by)

    assert shown == before
    assert "Wie is Samir?" in [row.text("nl") for row in hands.view.model.segments.rows]


def test_nothing_is_replaced_in_a_record_that_was_read_back(hands: Hands):
    hands.press(KEY.Key_H, CONTROL)
    bar = hands.view.record.account.find_bar
    shown = bar.all_button.isVisible()

    hands.view.model.read_back(ReadBack())
    hands.rest()

    assert shown
    assert not any(part.isVisible() for part in (bar.by, bar.one_button, bar.all_button))
    assert bar.wanted.isVisible()


def test_a_break_that_goes_on_is_told_in_the_row_until_it_ends(hands: Hands):
    hands.says(ASKED)

    hands.says("/b meal")
    begun = hands.row.told.text()
    hands.types("En toen")
    typing = hands.row.told.text()
    for _ in "En toen":
        hands.press(KEY.Key_Backspace)
    hands.says("/b")

    assert begun.startswith("On a break since")
    assert typing == begun
    assert hands.row.told.isHidden()


def test_each_cell_says_aloud_what_it_holds(hands: Hands):
    hands.says(ASKED, "أين كان جواز سفرك؟")
    model = hands.view.model.segments
    row = model.rowCount() - 1

    said = [model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in At]

    assert said[0].startswith("question 4, Lotte Verbruggen, ")
    assert said[1].startswith("Arabic, interpreter's rendition") or said[1].startswith("Arabic, ")
    assert said[At.RIGHT] == f"Dutch, original: {ASKED}"
    assert hands.row.fields[0].accessibleName() == "New turn, Arabic"
    assert hands.row.fields[1].accessibleName() == "New turn, Dutch"


def test_a_kept_turn_is_announced(hands: Hands):
    said: list[str] = []
    hands.desk.said.connect(said.append)

    hands.says(ASKED)

    assert said[-1].startswith("turn 4 Q kept, now Answer, W-01")


@pytest.mark.parametrize(
    ("act", "shown"),
    [
        (lambda view: view.record.head.formalities_button.shortcut().toString(), "F7"),
        (lambda view: view.record.head.close_button.shortcut().toString(), "F9"),
        (lambda view: view.record.head.guide_button.shortcut().toString(), "Ctrl+G"),
    ],
)
def test_the_steps_of_the_record_have_their_keys(
    hands: Hands, act: Callable[[InterviewsView], str], shown: str
):
    assert act(hands.view) == shown


def test_the_list_is_put_away_and_comes_back_by_a_key(hands: Hands, desk: AppController, qtbot: QtBot):
    wide = hands.view.record.width()

    hands.press(KEY.Key_B, CONTROL)
    qtbot.waitUntil(lambda: hands.view.record.width() > wide + 200)
    hands.press(KEY.Key_B, CONTROL)

    qtbot.waitUntil(lambda: hands.view.record.width() == wide)
    settle(desk, qtbot)


def test_what_is_typed_after_the_interview_is_not_typed_live_and_has_no_time(
    desk: AppController, qtbot: QtBot, vault: Path
):
    hands = at_the_row(desk, qtbot, vault)
    hands.says(ASKED)

    turn = hands.view.model.segments.rows[-1].segment
    assert (turn.capture, turn.at) == (v.SourceCapture.TYPED_AFTERWARDS, None)
    assert hands.row.clock.text().strip("\u2066\u2069") == ""


@pytest.mark.parametrize("code", ["/b meal", "/e Ioana Pop"])
def test_what_needs_a_time_is_refused_after_the_interview(
    desk: AppController, qtbot: QtBot, vault: Path, code: str
):
    hands = at_the_row(desk, qtbot, vault)
    hands.says(code)

    record = hands.view.model.record
    assert "needs its time" in hands.view.record.notice.sentence.text()
    assert hands.texts[-1] == code
    assert record is not None
    assert record.timeline == ()


def test_words_in_the_letters_of_the_other_language_are_told_while_they_are_typed(hands: Hands):
    hands.says("Hoe heet u?")
    hands.types("اسمي")
    early = hands.row.told.isVisibleTo(hands.row)
    hands.types(" فاطمة")

    field = hands.at
    assert field.language == "nl"
    assert "Not the letters of Dutch" in plain(hands.row.told.text())
    assert (early, hands.row.told.property("tone"), field.property("strange")) == (True, "warn", True)

    for _ in range(20):
        hands.press(KEY.Key_Backspace)
    hands.types("Ik heet Fatima.")

    assert not hands.row.told.isVisibleTo(hands.row)
    assert field.property("strange") is False


def test_words_on_each_others_side_are_told_for_both_languages_before_enter(hands: Hands):
    hands.says("Hoe heet u?")
    hands.types("اسمي فاطمة")
    hands.press(KEY.Key_Tab)
    hands.types("Ik heet Fatima.")

    assert "Not the letters of Arabic, Dutch" in plain(hands.row.told.text())


def test_a_code_or_a_number_is_no_word_in_other_letters(hands: Hands):
    hands.press(KEY.Key_Tab)
    hands.types("/c cries")
    code = hands.desk.other_letters()
    for _ in range(10):
        hands.press(KEY.Key_Backspace)
    hands.types("2024")

    assert (code, hands.desk.other_letters()) == ((), ())
