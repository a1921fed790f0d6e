"""Turns: in their order without a gap, put elsewhere, split, joined and struck, and never lost."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.offices import Small
from tests.support.records import held, rendition, turn
from tests.support.testimony import presence
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.ids import InterviewId
from thb_desktop.domain.segment import Segment, position_after, position_between
from thb_desktop.errors import (
    CaptureMissingError,
    NotFoundError,
    ReasonMissingError,
    SegmentJoinError,
    SegmentJoinRenderedError,
    SegmentJoinUnwrittenError,
    SegmentSequenceError,
    StruckOutError,
    ValueRefusedError,
)
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony import formalities, mending, records, segment_drafts, segments

QUESTION = {"speaker": v.SpeakerRole.INTERVIEWER, "kind": v.UtteranceKind.QUESTION, "language": "fr"}


def account(session: Session, interview_id: InterviewId) -> list[tuple[int, str, str | None]]:
    full = records.get_interview(session, interview_id)
    return [(each.number, each.label, each.segment.source_text) for each in full.segments]


def states(session: Session, segment: Segment) -> list[v.RenderingState]:
    full = records.get_interview(session, segment.interview_id)
    (found,) = [each for each in full.segments if each.segment.id == segment.id]
    return [each.state for each in found.renderings]


def renderings(session: Session, segment: Segment) -> list[tuple[str, v.RenderingState]]:
    return [(each.text, each.state) for each in mending.get_turn(session, segment.id).renderings]


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 10_000)), max_size=60))
def test_between_any_two_positions_there_is_another_one_of_one_form(steps: list[tuple[bool, int]]):
    order: list[str] = []
    for at_the_end, pick in steps:
        at = len(order) if at_the_end or not order else pick % len(order)
        if at == len(order):
            order.append(position_after(order[-1] if order else ""))
        else:
            order.insert(at, position_between(order[at - 1] if at else "", order[at]))

    assert order == sorted(set(order))
    assert all(len(each) == 6 or (len(each) > 6 and not each.endswith("0")) for each in order)


def test_there_is_nothing_between_a_position_and_itself():
    with pytest.raises(ValueError, match="no place"):
        position_between("000002", "000002")


def test_turns_follow_one_another_and_an_answer_bears_the_number_of_its_question(
    session: Session, small: Small
):
    interview = held(session, small)

    turn(session, interview, "Comment ?", renderings=(), **QUESTION)
    turn(session, interview, "Bine.")
    turn(session, interview, "Da.")
    turn(session, interview, "Plânge.", kind=v.UtteranceKind.DESCRIPTION)

    assert account(session, interview.id) == [
        (1, "1 Q", "Comment ?"),
        (2, "1 A", "Bine."),
        (3, "2 A", "Da."),
        (4, "3", "Plânge."),
    ]


def test_a_turn_stands_on_the_side_of_its_language_and_its_rendition_on_the_other(
    session: Session, small: Small
):
    interview = held(session, small)
    words = replace(rendition("Înțelegeți?", small.interpreter.id), language="ro")
    turn(session, interview, "Comprenez-vous ?", renderings=(words,), **QUESTION)
    turn(session, interview, "Da.", renderings=(rendition("Oui.", small.interpreter.id),))
    turn(session, interview, "Yes.", language="en", renderings=())

    full = records.get_interview(session, interview.id)
    person, procedure = full.sides
    question, answer, relayed = full.segments

    assert (person, procedure) == ("ro", "fr")
    assert (question.side(procedure).text, question.side(procedure).is_original) == ("Comprenez-vous ?", True)
    assert (question.side(person).text, question.side(person).is_original) == ("Înțelegeți?", False)
    assert question.side(person).author == answer.side(procedure).author == small.interpreter.id
    assert answer.side(person).is_original
    assert (relayed.side(person).text, relayed.side(procedure).text) == (None, None)
    assert relayed.side("en").is_original


def test_a_turn_whose_speech_was_not_written_down_has_no_original(session: Session, small: Small):
    interview = held(session, small)

    with pytest.raises(ValueRefusedError):
        turn(session, interview, None, capture=v.SourceCapture.TYPED_LIVE)
    with pytest.raises(ValueRefusedError):
        turn(session, interview, "text", capture=v.SourceCapture.NOT_CAPTURED)


def test_a_turn_is_inserted_and_moved_and_keeps_all_that_hangs_on_it(session: Session, small: Small):
    interview = held(session, small)
    first, second, third = (turn(session, interview, text) for text in ("a", "b", "c"))
    inserted = turn(session, interview, "x", before=second.id)

    segments.move_segment(session, third.id, before=first.id)
    segments.move_segment(session, first.id, before=None)

    assert [text for _, _, text in account(session, interview.id)] == ["c", "x", "b", "a"]
    assert [number for number, _, _ in account(session, interview.id)] == [1, 2, 3, 4]
    assert states(session, first) == [v.RenderingState.DRAFT]
    assert segments.move_segment(session, inserted.id, before=inserted.id) == inserted
    elsewhere = turn(session, held(session, small, number="I-02"), "y")
    with pytest.raises(NotFoundError):
        segments.move_segment(session, first.id, before=elsewhere.id)


def test_a_turn_is_split_between_its_words_and_what_was_rendered_of_it_is_superseded(
    session: Session, small: Small
):
    interview = held(session, small)
    whole = turn(session, interview, "Da. Am plecat.")
    turn(session, interview, "Apoi?")

    first, second = segments.split_segment(session, whole.id, at=4)

    assert [text for _, _, text in account(session, interview.id)] == ["Da.", "Am plecat.", "Apoi?"]
    assert (first.id, second.speaker) == (whole.id, whole.speaker)
    assert states(session, first) == [v.RenderingState.SUPERSEDED]
    assert states(session, second) == []
    for nowhere in (0, -1, 40):
        with pytest.raises(SegmentSequenceError):
            segments.split_segment(session, second.id, at=nowhere)


def test_the_halves_of_a_turn_share_its_place_in_the_recording_and_repeat_no_mark(
    session: Session, small: Small
):
    interview = held(session, small)
    whole = turn(session, interview, "unu doi", recording=("00:01", "00:09"), marks=("sighs",))

    halves = segments.split_segment(session, whole.id, at=3)

    told = [(each.recording_from, each.recording_to, each.marks) for each in halves]
    assert told == [("00:01", "", ("sighs",)), ("", "00:09", ())]


def test_unsaved_typing_on_a_turn_ends_when_it_is_split_joined_or_struck(session: Session, small: Small):
    interview = held(session, small)
    split, first, second, struck, other = (
        turn(session, interview, text) for text in ("a b", "c", "d", "e", "f")
    )
    for each in (split, first, second, struck, other):
        for language in ("ro", "fr"):
            segment_drafts.save_draft(session, each.id, language, "typing")

    segments.split_segment(session, split.id, at=1)
    segments.join_segments(session, first.id, second.id)
    segments.strike_segment(session, struck.id, "in the wrong record")

    left = segment_drafts.drafts_of(session, interview.id)
    assert {(each.segment_id, each.language) for each in left} == {(other.id, "ro"), (other.id, "fr")}


def test_conduct_stays_with_the_first_half_of_a_turn_and_joined_turns_keep_all_of_it(
    session: Session, small: Small
):
    interview = held(session, small)
    seen = {"conduct": (v.Conduct.CRIES, v.Conduct.SILENCE), "silence_seconds": 12}
    whole = turn(session, interview, "Da. Am plecat.", **seen)
    other = turn(
        session,
        interview,
        "Apoi",
        conduct=(v.Conduct.CRIES, v.Conduct.POINTS),
        silence_seconds=3,
        pointed_at="E-04",
    )

    first, second = segments.split_segment(session, whole.id, at=4)
    joined = segments.join_segments(session, second.id, other.id)
    again = segments.join_segments(session, first.id, joined.id)

    assert (first.conduct, first.silence_seconds) == (seen["conduct"], 12)
    assert (second.conduct, second.silence_seconds) == ((), None)
    assert (joined.conduct, joined.silence_seconds) == (other.conduct, 3)
    assert again.conduct == (v.Conduct.CRIES, v.Conduct.SILENCE, v.Conduct.POINTS)
    assert (second.pointed_at, joined.pointed_at, again.pointed_at) == ("", "E-04", "E-04")
    assert again.silence_seconds == 15


def test_two_turns_are_joined_and_the_second_is_struck_and_still_to_be_seen(session: Session, small: Small):
    interview = held(session, small)
    first, second, third = (turn(session, interview, text) for text in ("Da.", "Am plecat.", "Apoi"))

    joined = segments.join_segments(session, first.id, second.id)

    full = records.get_interview(session, interview.id)
    assert joined.source_text == "Da. Am plecat."
    assert [each.segment.struck for each in full.segments] == ["", "JOINED", ""]
    assert [each.segment for each in full.without_struck().segments] == [joined, third]
    assert renderings(session, joined) == [("Comprenez-vous ? Comprenez-vous ?", v.RenderingState.DRAFT)]
    other = turn(session, interview, "Fr", language="fr")
    for left, right in ((joined, other), (third, joined), (third, other)):
        with pytest.raises(SegmentSequenceError):
            segments.join_segments(session, left.id, right.id)


def test_two_turns_of_which_the_rendition_alone_was_written_down_are_joined(session: Session, small: Small):
    interview = held(session, small)
    first, second = (
        turn(session, interview, None, renderings=(rendition(text),), recording=heard)
        for text, heard in (
            ("Première moitié.", ("00:01:00", "00:01:09")),
            ("Deuxième moitié.", ("00:01:09", "00:01:20")),
        )
    )

    joined = segments.join_segments(session, first.id, second.id)

    assert (joined.source_text, joined.capture) == (None, v.SourceCapture.NOT_CAPTURED)
    assert (joined.recording_from, joined.recording_to) == ("00:01:00", "00:01:20")
    assert renderings(session, joined) == [("Première moitié. Deuxième moitié.", v.RenderingState.DRAFT)]
    assert renderings(session, second) == [("Deuxième moitié.", v.RenderingState.DRAFT)]


def test_what_was_rendered_of_one_half_alone_is_kept_and_counts_as_made_from_earlier_words(
    session: Session, small: Small
):
    interview = held(session, small)
    first, second = turn(session, interview, "Da.", renderings=()), turn(session, interview, "Am plecat.")
    third, fourth = turn(session, interview, "Apoi."), turn(session, interview, "Nu.", renderings=())

    one = segments.join_segments(session, first.id, second.id)
    other = segments.join_segments(session, third.id, fourth.id)

    kept = [("Comprenez-vous ?", v.RenderingState.SUPERSEDED)]
    assert (renderings(session, one), renderings(session, other)) == (kept, kept)


def test_why_two_turns_cannot_be_joined_is_the_true_reason(session: Session, small: Small):
    interview = held(session, small)
    written, unwritten = turn(session, interview), turn(session, interview, None)
    named = turn(session, interview, None, renderings=(rendition("a", small.interpreter.id),))
    asked = turn(session, interview, "Fr", language="fr", renderings=())

    with pytest.raises(SegmentJoinUnwrittenError):
        segments.join_segments(session, written.id, unwritten.id)
    with pytest.raises(SegmentJoinRenderedError):
        segments.join_segments(session, unwritten.id, named.id)
    for pair in ((named, asked), (written, named)):
        with pytest.raises(SegmentJoinError):
            segments.join_segments(session, pair[0].id, pair[1].id)
    assert not any(each.segment.struck for each in records.get_interview(session, interview.id).segments)


def test_a_turn_entered_in_error_is_struck_with_a_reason_and_keeps_its_number(session: Session, small: Small):
    interview = held(session, small)
    first, _ = turn(session, interview, "a"), turn(session, interview, "b")

    with pytest.raises(ReasonMissingError):
        segments.strike_segment(session, first.id, " ")
    segments.strike_segment(session, first.id, "typed into the wrong record")

    full = records.get_interview(session, interview.id)
    assert full.segments[0].segment.struck == "typed into the wrong record"
    assert [each.number for each in full.without_struck().segments] == [2]


def test_a_turn_that_was_struck_out_stays_as_it_is(session: Session, small: Small):
    interview = held(session, small)
    first, struck, last = (turn(session, interview, text) for text in ("a", "b c", "d"))
    kept = segments.strike_segment(session, struck.id, "typed into the wrong record")

    for refused in (
        lambda: segments.change_segment(session, struck),
        lambda: segments.set_source(session, struck.id, "x"),
        lambda: segments.move_segment(session, struck.id, before=first.id),
        lambda: segments.split_segment(session, struck.id, at=1),
        lambda: segments.join_segments(session, struck.id, last.id),
        lambda: segments.strike_segment(session, struck.id, "another reason"),
    ):
        with pytest.raises(StruckOutError):
            refused()
    assert records.get_interview(session, interview.id).segments[1].segment == kept


def test_a_turn_is_spoken_by_somebody_who_is_present(session: Session, small: Small):
    interview, other = held(session, small), held(session, small, number="I-02")
    segment = turn(session, interview)
    elsewhere = records.get_interview(session, other.id).presences[0]
    gone = formalities.add_formality(session, interview.id, presence())
    formalities.strike_formality(session, gone, "was not there")

    for speaker, error in ((elsewhere.id, NotFoundError), (gone.id, StruckOutError)):
        with pytest.raises(error):
            turn(session, interview, speaker_id=speaker)
        with pytest.raises(error):
            segments.change_segment(session, replace(segment, speaker_id=speaker))


def test_speaker_kind_and_language_of_a_turn_are_changed_and_its_order_is_not(session: Session, small: Small):
    interview = held(session, small)
    segment, _ = turn(session, interview, "a"), turn(session, interview, "b")
    presence = records.get_interview(session, interview.id).presences[0]

    changed = segments.change_segment(
        session,
        replace(segment, speaker=v.SpeakerRole.LAWYER, speaker_id=presence.id, position="000009", struck="x"),
    )

    full = records.get_interview(session, interview.id)
    assert full.segments[0].segment == changed
    assert (changed.speaker, changed.speaker_id) == (v.SpeakerRole.LAWYER, presence.id)
    assert (changed.position, changed.struck) == (segment.position, "")


def test_the_first_words_of_a_turn_that_was_not_transcribed_come_with_how_they_were_captured(
    session: Session, small: Small
):
    interview = held(session, small)
    silent = turn(session, interview, None, capture=v.SourceCapture.NOT_CAPTURED)

    with pytest.raises(CaptureMissingError):
        segments.set_source(session, silent.id, "Da.")
    said = segments.change_segment(
        session, replace(silent, source_text="Da.", capture=v.SourceCapture.TRANSCRIBED_FROM_RECORDING)
    )

    assert said.capture is v.SourceCapture.TRANSCRIBED_FROM_RECORDING
    assert account(session, interview.id)[0][2] == "Da."
