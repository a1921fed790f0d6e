"""Turns of a draft are set to other words, speakers and places, several in one act."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.support.offices import Small
from tests.support.records import held, outcome, rendition, turn
from tests.support.testimony import SIGNED_BY_ALL, intervened, presence
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.ids import AgentId, InterpreterId, RowId, SegmentId
from thb_desktop.domain.interview import Caution
from thb_desktop.domain.segment import Rendering, StruckCode, position_between
from thb_desktop.errors import (
    ActExceededError,
    InformationEnteredError,
    NotFoundError,
    ReasonMissingError,
    RecordFrozenError,
    StruckOutError,
)
from thb_desktop.services.casework import drafts
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony import formalities, mending, read_back, records, segment_drafts, segments
from thb_desktop.services.testimony.mending import Turn

STATES = v.RenderingState
AT = datetime(2026, 3, 25, 10, 7, tzinfo=UTC)


def new_rendition(segment: SegmentId, text: str, author: InterpreterId | None = None) -> Rendering:
    return Rendering(
        id=RowId(""),
        segment_id=segment,
        language="nl",
        kind=v.RenderingKind.RENDITION,
        state=STATES.CERTIFIED,
        text=text,
        source_digest="",
        typed_by=AgentId(""),
        typed_at=AT,
        author_id=author,
    )


def test_words_rendition_and_speaker_are_mended_in_one_act(session: Session, small: Small):
    interview = held(session, small)
    someone = formalities.add_formality(session, interview.id, presence(interview_id=interview.id))
    segment = turn(session, interview)
    before, size = mending.get_turn(session, segment.id), session.journal.size
    wanted = Turn(
        segment=replace(segment, source_text="Da.", speaker_id=someone.id),
        renderings=(
            replace(before.renderings[0], text="Oui."),
            new_rendition(segment.id, "Ja.", small.interpreter.id),
        ),
    )

    (made,) = mending.set_turns(session, interview.id, [wanted])

    assert session.journal.size == size + 1
    assert made == mending.get_turn(session, segment.id)
    assert (made.segment.source_text, made.segment.speaker_id) == ("Da.", someone.id)
    texts = {each.language: (each.text, each.state, each.typed_by) for each in made.renderings}
    assert texts == {
        "fr": ("Oui.", STATES.DRAFT, session.user.id),
        "nl": ("Ja.", STATES.DRAFT, session.user.id),
    }
    assert {each.source_digest for each in made.renderings} == {made.segment.source_digest}


def test_a_rendering_that_is_not_told_is_superseded_by_other_words(session: Session, small: Small):
    interview = held(session, small)
    segment = turn(session, interview)

    mending.set_turns(session, interview.id, [Turn(segment=replace(segment, source_text="Da."))])

    (made,) = mending.get_turn(session, segment.id).renderings
    assert made.state is STATES.SUPERSEDED


def test_a_turn_gets_another_place_and_its_rendition_another_author(session: Session, small: Small):
    interview = held(session, small)
    first, last = turn(session, interview, "Unu."), turn(session, interview, "Doi.")
    (rendering,) = mending.get_turn(session, last.id).renderings

    mending.set_turns(
        session,
        interview.id,
        [
            Turn(
                segment=replace(last, position=position_between("", first.position)),
                renderings=(replace(rendering, author_id=small.interpreter.id),),
            )
        ],
    )

    full = records.get_undigested(session, interview.id)
    assert [each.segment.source_text for each in full.segments] == ["Doi.", "Unu."]
    assert full.segments[0].renderings[0].author_id == small.interpreter.id


def test_what_is_as_it_was_stays_as_it_was(session: Session, small: Small):
    interview = held(session, small)
    segment = turn(session, interview, "Unu.")
    as_it_is = mending.get_turn(session, segment.id)
    other = turn(session, interview, "Doi.")

    made = mending.set_turns(
        session, interview.id, [as_it_is, Turn(segment=replace(other, source_text="Trei."))]
    )

    assert made[0] == as_it_is == mending.get_turn(session, segment.id)


def test_a_turn_is_struck_out_and_stands_again_as_itself(session: Session, small: Small):
    interview = held(session, small)
    first, last = turn(session, interview, "Unu."), turn(session, interview, "Doi.")
    were = mending.get_turn(session, first.id)
    segment_drafts.save_draft(session, first.id, "ro", "Unu, doi.")

    mending.set_turns(session, interview.id, [Turn(segment=replace(first, struck=StruckCode.UNDONE))])
    struck = [each.segment.struck for each in records.get_undigested(session, interview.id).segments]
    (made,) = mending.set_turns(session, interview.id, [were], again=True)

    full = records.get_undigested(session, interview.id)
    assert struck == ["UNDONE", ""]
    assert made == were == mending.get_turn(session, first.id)
    assert [each.segment.id for each in full.segments] == [first.id, last.id]
    assert segment_drafts.drafts_of(session, interview.id) == ()


def test_a_turn_stands_again_only_in_a_draft_and_only_where_that_is_meant(session: Session, small: Small):
    interview = held(session, small)
    first, _ = turn(session, interview, "Unu."), turn(session, interview, "Doi.")
    were = mending.get_turn(session, first.id)
    segments.strike_segment(session, first.id, "entered twice")

    with pytest.raises(StruckOutError):
        mending.set_turns(session, interview.id, [were])
    with pytest.raises(StruckOutError):
        mending.set_turns(
            session, interview.id, [Turn(segment=replace(first, struck="another reason"))], again=True
        )
    read_back.read_back(session, interview.id, outcome(), SIGNED_BY_ALL)
    with pytest.raises(RecordFrozenError):
        mending.set_turns(session, interview.id, [were], again=True)

    assert mending.get_turn(session, first.id).segment.struck == "entered twice"


def test_a_struck_turn_a_strange_one_and_a_missing_reason_are_refused(session: Session, small: Small):
    interview, other = held(session, small), held(session, small, number="I-2")
    segment, strange = turn(session, interview), turn(session, other)
    foreign = replace(mending.get_turn(session, segment.id).renderings[0], id=RowId("another"))

    with pytest.raises(NotFoundError):
        mending.set_turns(session, interview.id, [Turn(segment=replace(strange, source_text="Da."))])
    with pytest.raises(NotFoundError):
        mending.set_turns(session, interview.id, [Turn(segment=segment, renderings=(foreign,))])
    with pytest.raises(NotFoundError):
        mending.set_turns(session, interview.id, [Turn(segment=replace(segment, speaker_id=RowId("nobody")))])
    with pytest.raises(ReasonMissingError):
        mending.set_turns(session, interview.id, [Turn(segment=replace(segment, struck=" "))])
    segments.strike_segment(session, segment.id, "entered twice")
    with pytest.raises(StruckOutError):
        mending.set_turns(session, interview.id, [Turn(segment=replace(segment, source_text="Da."))])

    assert mending.get_turn(session, strange.id).segment == strange


def test_after_the_reading_back_nothing_is_mended(session: Session, small: Small):
    interview = held(session, small)
    segment = turn(session, interview)
    read_back.read_back(session, interview.id, outcome(), SIGNED_BY_ALL)

    with pytest.raises(RecordFrozenError):
        mending.set_turns(session, interview.id, [Turn(segment=replace(segment, source_text="Da."))])


def test_a_caution_and_the_words_in_which_it_was_given_are_one_act(session: Session, small: Small):
    interview = held(session, small)
    told = Caution(
        id=RowId(""), interview_id=interview.id, code=v.CautionCode.RIGHT_TO_BREAKS, given=True, given_at=AT
    )
    size = session.journal.size

    segment = turn(
        session, interview, "Puteți cere o pauză.", kind=v.UtteranceKind.READING, at=AT, rows=(told,)
    )

    full = records.get_undigested(session, interview.id)
    assert session.journal.size == size + 1
    assert full.cautions[-1] == replace(told, id=full.cautions[-1].id)
    assert full.segments[-1].segment == segment
    assert segment.at == AT


@pytest.mark.parametrize("before", [False, None])
def test_words_of_a_caution_that_was_entered_as_not_given_are_not_taken_silently(
    session: Session, small: Small, before: bool | None
):
    interview = held(session, small)
    told = Caution(
        id=RowId(""), interview_id=interview.id, code=v.CautionCode.RIGHT_TO_BREAKS, given=True, given_at=AT
    )
    formalities.add_formality(session, interview.id, replace(told, given=before, given_at=None))

    with pytest.raises(InformationEnteredError):
        turn(session, interview, "Puteți cere o pauză.", kind=v.UtteranceKind.READING, at=AT, rows=(told,))

    assert records.get_undigested(session, interview.id).segments == ()


def test_with_a_turn_no_other_formality_is_added(session: Session, small: Small):
    interview = held(session, small)

    with pytest.raises(ActExceededError):
        turn(session, interview, rows=(presence(interview_id=interview.id),))

    assert records.get_undigested(session, interview.id).segments == ()


def test_the_draft_of_a_turn_goes_with_the_act_that_keeps_it(session: Session, small: Small):
    interview = held(session, small)
    drafts.save_form(session, "add-segment", interview.id, {"text.ro": "Da."})

    segment = turn(session, interview, renderings=(rendition(),), form="add-segment")
    added = drafts.find_form(session, "add-segment", interview.id)
    drafts.save_form(session, "add-segment", interview.id, {"text.ro": "Da!"})
    mending.set_turns(
        session, interview.id, [Turn(segment=replace(segment, source_text="Da!"))], form="add-segment"
    )

    assert added is None
    assert drafts.find_form(session, "add-segment", interview.id) is None


def test_a_turn_that_is_refused_leaves_its_draft(session: Session, small: Small):
    interview = held(session, small)
    drafts.save_form(session, "add-segment", interview.id, {"text.ro": "Da."})

    with pytest.raises(NotFoundError):
        turn(session, interview, speaker_id=RowId("nobody"), form="add-segment")

    assert drafts.find_form(session, "add-segment", interview.id) == {"text.ro": "Da."}


def test_a_turn_that_is_whole_again_leaves_no_half_in_the_record(session: Session, small: Small):
    interview = held(session, small)
    whole, after = turn(session, interview, "Unu. Doi."), turn(session, interview, "Trei.")
    were = mending.get_turn(session, whole.id)
    _, half = segments.split_segment(session, whole.id, at=5)

    undone = Turn(segment=replace(half, struck=StruckCode.SPLIT_UNDONE))
    mending.set_turns(session, interview.id, [undone, were], again=True)

    full = records.get_undigested(session, interview.id)
    assert [each.segment.id for each in full.segments] == [whole.id, after.id]
    assert [each.number for each in full.segments] == [1, 2]
    mending.set_turns(session, interview.id, [Turn(segment=half)], again=True)
    again = records.get_undigested(session, interview.id)
    assert [each.segment.source_text for each in again.segments] == ["Unu. Doi.", "Doi.", "Trei."]


def test_a_half_that_something_names_stays_in_the_record_as_struck_out(session: Session, small: Small):
    interview = held(session, small)
    whole = turn(session, interview, "Unu. Doi.")
    _, half = segments.split_segment(session, whole.id, at=5)
    formalities.add_formality(session, interview.id, replace(intervened(), turn_id=half.id))

    undone = Turn(segment=replace(half, struck=StruckCode.SPLIT_UNDONE))
    mending.set_turns(session, interview.id, [undone, Turn(segment=whole)])

    struck = [each.segment.struck for each in records.get_undigested(session, interview.id).segments]
    assert struck == ["", "UNDONE"]


def test_no_turn_leaves_the_record_unless_its_words_stand_in_another_one(session: Session, small: Small):
    interview = held(session, small)
    answer, other = turn(session, interview, "Unu."), turn(session, interview, "Doi.")

    with pytest.raises(ReasonMissingError):
        segments.strike_segment(session, answer.id, StruckCode.SPLIT_UNDONE)
    undone = Turn(segment=replace(answer, struck=StruckCode.SPLIT_UNDONE))
    mending.set_turns(session, interview.id, [undone, Turn(segment=other)])

    struck = [each.segment.struck for each in records.get_undigested(session, interview.id).segments]
    assert struck == ["UNDONE", ""]
