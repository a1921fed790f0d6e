"""Short codes are steps of their own: undone in the order of what was done, and done again."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.hands import Hands, hold_now
from tests.ui.test_desk import ASKED, CONTROL, KEY, SHIFT, at_the_row
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.segment import StruckCode
from ui.application import AppController


@pytest.fixture
def hands(desk: AppController, qtbot: QtBot, vault: Path) -> Hands:
    hold_now(vault)
    return at_the_row(desk, qtbot, vault)


def record_of(hands: Hands) -> InterviewInFull:
    record = hands.view.model.record
    assert record is not None
    return record


def standing(hands: Hands) -> list[v.TimelineKind]:
    return [each.kind for each in record_of(hands).timeline if not each.struck]


def last_words(hands: Hands) -> tuple[str | None, str]:
    segment = hands.view.model.segments.rows[-1].segment
    return segment.source_text, segment.struck


def undo(hands: Hands) -> None:
    hands.press(KEY.Key_Z, CONTROL)


def redo(hands: Hands) -> None:
    hands.press(KEY.Key_Z, CONTROL, SHIFT)


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("/b meal", [v.TimelineKind.BREAK_START]),
        ("/x e-01", [v.TimelineKind.EXHIBIT_SHOWN]),
        ("/e Ana Pop", [v.TimelineKind.PERSON_ENTERS]),
    ],
)
def test_a_code_is_undone_before_the_question_that_was_kept_earlier(
    hands: Hands, typed: str, kinds: list[v.TimelineKind]
):
    hands.says(ASKED)
    present = [each.name for each in record_of(hands).presences]
    hands.says(typed)
    entered = standing(hands)

    undo(hands)
    undone, question = standing(hands), last_words(hands)
    room = [each.name for each in record_of(hands).presences if not each.struck]
    redo(hands)
    again = standing(hands)
    undo(hands)
    undo(hands)

    assert (entered, undone, again) == (kinds, [], kinds)
    assert question == (ASKED, "")
    assert room == present
    assert last_words(hands) == (ASKED, StruckCode.UNDONE)
    assert {each.struck for each in record_of(hands).timeline} == {StruckCode.UNDONE}
    assert len(record_of(hands).timeline) == 2


def test_after_a_break_is_undone_the_row_says_that_none_goes_on(hands: Hands):
    hands.says(ASKED)
    hands.says("/b meal")
    during = hands.desk.break_words()

    undo(hands)

    assert during
    assert hands.desk.break_words() == ""


def test_who_left_is_in_the_room_again_and_who_entered_speaks_after_it_is_done_again(hands: Hands):
    hands.says(ASKED)
    hands.says("/e Ana Pop")
    while hands.desk.speaker is None or hands.desk.speaker.name != "Ana Pop":
        hands.press(KEY.Key_F2)
    hands.says("Ik wil iets zeggen.")
    hands.says("/l ana")
    left = [each.to_at is not None for each in record_of(hands).presences if each.name == "Ana Pop"]

    undo(hands)
    stayed = [each.to_at for each in record_of(hands).presences if each.name == "Ana Pop"]
    undo(hands)
    undo(hands)
    for _ in range(3):
        redo(hands)

    ana = [each for each in record_of(hands).presences if each.name == "Ana Pop"]
    (here,) = (each for each in ana if not each.struck)
    turn = hands.view.model.segments.rows[-1].segment
    assert (left, stayed) == ([True], [None])
    assert len(ana) == 2
    assert here.to_at is not None
    assert (turn.source_text, turn.struck, turn.speaker_id) == ("Ik wil iets zeggen.", "", here.id)
    assert standing(hands) == [v.TimelineKind.PERSON_ENTERS, v.TimelineKind.PERSON_LEAVES]


def test_a_caution_goes_with_the_turn_that_told_it_and_comes_again_with_it(hands: Hands):
    known = [each.code for each in record_of(hands).cautions if not each.struck]
    hands.types("/v breaks")
    hands.press(KEY.Key_Return)
    if not any(hands.texts):
        hands.types("U kunt altijd een pauze vragen.")
    hands.press(KEY.Key_Return)

    def cautions() -> list[v.CautionCode]:
        return [each.code for each in record_of(hands).cautions if not each.struck]

    undo(hands)
    undone = cautions(), last_words(hands)[1]
    redo(hands)

    assert undone == (known, StruckCode.UNDONE)
    assert cautions() == [*known, v.CautionCode.RIGHT_TO_BREAKS]
    assert last_words(hands)[1] == ""


@pytest.mark.parametrize("typed", ["/n 12:02 12:09", "/m whispered", "/v breaks"])
def test_undo_gives_up_what_a_code_made_the_row_ready_for_before_what_is_kept(hands: Hands, typed: str):
    hands.says(ASKED)
    hands.says(typed)
    ready = hands.desk.is_prepared

    undo(hands)

    assert ready
    assert not hands.desk.is_prepared
    assert last_words(hands) == (ASKED, "")
    undo(hands)
    assert last_words(hands) == (ASKED, StruckCode.UNDONE)


def test_what_was_seen_is_undone_and_done_again_as_a_turn(hands: Hands):
    hands.says(ASKED)
    hands.says("/c cries")

    undo(hands)
    undone = last_words(hands)[1]
    redo(hands)

    assert undone == StruckCode.UNDONE
    assert last_words(hands)[1] == ""
    assert hands.view.model.segments.rows[-1].segment.conduct == (v.Conduct.CRIES,)
