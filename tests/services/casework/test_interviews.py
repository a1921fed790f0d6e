"""Interviews: written down in a draft, read back, signed, and from then on unchanged."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.support.offices import NEXT_DAY, Small, unlock
from tests.support.testimony import SIGNED_BY_ALL, record
from tests.support.testimony import interview as interview_of
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.ids import InterviewId, RowId, SegmentId
from thb_desktop.domain.interview import Interview, ReadBackCorrection, Segment
from thb_desktop.errors import (
    AlreadyExistsError,
    InterviewIncompleteError,
    NotFoundError,
    ReadBackMissingError,
    RecordFrozenError,
    RecordOrderError,
    ValueRefusedError,
)
from thb_desktop.services.casework import interviews
from thb_desktop.services.casework.interviews import Formalities, NewRendering, ReadBack
from thb_desktop.services.casework.segments import source_digest
from thb_desktop.services.core.session import Session
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain

TRANSLATION, RENDITION = v.RenderingKind.TRANSLATION, v.RenderingKind.RENDITION
DRAFT, CHECKED = v.RenderingState.DRAFT, v.RenderingState.SELF_CHECKED


def held(session: Session, small: Small, **changes: Any) -> Interview:
    return interviews.hold_interview(
        session,
        interview_of(
            case_id=small.case.id,
            person_id=small.person.id,
            lead_interviewer_id=small.official.id,
            authority_id=small.authority.id,
            **changes,
        ),
        formalities(small),
    )


def formalities(small: Small) -> Formalities:
    sound = record()
    return Formalities(
        presences=sound.presences,
        cautions=sound.cautions,
        timeline=sound.timeline,
        engagements=tuple(replace(each, interpreter_id=small.interpreter.id) for each in sound.engagements),
    )


def turn(session: Session, interview: Interview, text: str | None = "Înțelegeți?", **changes: Any) -> Segment:
    fields: dict[str, Any] = {
        "label": "1 Q",
        "speaker": v.SpeakerRole.INTERVIEWER,
        "kind": v.UtteranceKind.QUESTION,
        "language": "ro",
        "source_text": text,
        "capture": v.SourceCapture.TYPED_LIVE if text else v.SourceCapture.NOT_CAPTURED,
        "renderings": (
            NewRendering(
                language="fr", text="Comprenez-vous ?", kind=RENDITION, state=CHECKED, made_by="P-INT"
            ),
        ),
    }
    return interviews.add_segment(session, interview.id, **{**fields, **changes})


def outcome(**changes: Any) -> ReadBack:
    fields: dict[str, Any] = {
        "mode": v.ReadbackMode.SIGHT_TRANSLATED_BY_INTERPRETER,
        "language": "ro",
        "confirmation": v.PersonConfirmation.CONFIRMED_UNCHANGED,
        "complaint": "NONE",
        "copy_given": v.CopyGiven.NO_SAFETY_REASON,
    }
    return ReadBack(**{**fields, **changes})


def signed(session: Session, small: Small) -> tuple[Interview, Segment]:
    interview = held(session, small)
    segment = turn(session, interview)
    interviews.read_back(session, interview.id, outcome(), Formalities(signatures=SIGNED_BY_ALL))
    return interviews.sign_interview(session, interview.id), segment


def test_an_interview_is_held_as_a_draft_with_its_formalities(session: Session, small: Small):
    interview = held(session, small, state=v.InterviewState.SIGNED)

    full = interviews.get_interview(session, interview.id)

    assert full.interview == interview
    assert full.interview.state is v.InterviewState.DRAFT
    assert full.person == small.person
    assert [each.role for each in full.presences] == [v.PresenceRole.POLICE_INTERVIEWER]
    assert len(full.cautions) == 4
    assert all(each.interview_id == interview.id and each.id for each in full.timeline)
    (listed,) = interviews.list_interviews(session, small.case.id)
    assert (listed.interview, listed.person, listed.segments) == (interview, "V-01", 0)


def test_a_number_is_taken_once_and_what_is_not_there_is_not_found(session: Session, small: Small):
    held(session, small)

    with pytest.raises(AlreadyExistsError):
        held(session, small)
    with pytest.raises(NotFoundError):
        held(session, replace(small, person=replace(small.person, id="none")), number="I-02")
    with pytest.raises(NotFoundError):
        interviews.get_interview(session, InterviewId("none"))
    with pytest.raises(NotFoundError):
        interviews.set_source(session, SegmentId("none"), "text")


def test_turns_follow_one_another_with_their_renderings(session: Session, small: Small):
    interview = held(session, small)

    first, second = turn(session, interview), turn(session, interview, None, label="1 A")

    full = interviews.get_interview(session, interview.id)
    assert [each.segment for each in full.segments] == [first, second]
    assert [each.sequence for each in (first, second)] == [1, 2]
    (rendition,) = full.segments[0].renderings
    assert rendition.source_digest == source_digest("Înțelegeți?")
    assert full.segments[1].renderings[0].source_digest == ""
    assert second.capture is v.SourceCapture.NOT_CAPTURED


def test_a_turn_whose_speech_was_not_written_down_has_no_original(session: Session, small: Small):
    interview = held(session, small)

    with pytest.raises(ValueRefusedError):
        turn(session, interview, None, capture=v.SourceCapture.TYPED_LIVE)
    with pytest.raises(ValueRefusedError):
        turn(session, interview, "text", capture=v.SourceCapture.NOT_CAPTURED)


def test_when_the_original_changes_its_renderings_are_superseded(session: Session, small: Small):
    segment = turn(session, held(session, small))

    changed = interviews.set_source(session, segment.id, "Înțelegeți limba?")
    missing = interviews.set_source(session, segment.id, None)
    typed = interviews.set_source(session, segment.id, "Înțelegeți?")

    (rendition,) = interviews.get_interview(session, segment.interview_id).segments[0].renderings
    assert changed.source_text == "Înțelegeți limba?"
    assert missing.capture is v.SourceCapture.NOT_CAPTURED
    assert typed.capture is v.SourceCapture.TYPED_LIVE
    assert rendition.state is v.RenderingState.SUPERSEDED


def test_a_translation_is_set_in_place_and_bound_to_its_original(session: Session, small: Small):
    segment = turn(session, held(session, small))
    set_in = {"language": "en", "kind": TRANSLATION}

    first = interviews.set_rendering(session, segment.id, text="Do you?", state=DRAFT, **set_in)
    again = interviews.set_rendering(session, segment.id, text="Do you understand?", state=CHECKED, **set_in)

    full = interviews.get_interview(session, segment.interview_id).segments[0]
    assert again.id == first.id
    assert again.made_by == session.user.name
    assert again in full.renderings
    assert len(full.renderings) == 2


def test_typing_in_progress_is_kept_outside_the_chain_until_it_is_saved(folder: Path, small: Small):
    session = unlock(folder)
    segment = turn(session, held(session, small))
    size = session.journal.size

    interviews.save_draft(session, segment.id, "en", "Do you und")
    interviews.save_draft(session, segment.id, "en", "Do you understand")
    interviews.save_draft(session, segment.id, "nl", "Begrijpt u")
    session.close()
    session = unlock(folder, start=NEXT_DAY)

    kept = interviews.drafts_of(session, segment.interview_id)
    assert [(draft.language, draft.text) for draft in kept] == [
        ("en", "Do you understand"),
        ("nl", "Begrijpt u"),
    ]
    assert session.journal.size == size
    assert session.opening.is_sound
    interviews.discard_draft(session, segment.id, "nl")
    interviews.set_rendering(session, segment.id, language="en", text="Do you understand?", state=DRAFT)
    assert interviews.drafts_of(session, segment.interview_id) == ()
    session.close()


def test_after_the_reading_back_the_text_stays_and_formalities_go_on(session: Session, small: Small):
    interview = held(session, small)
    segment = turn(session, interview)
    correction = ReadBackCorrection(
        id=RowId(""),
        interview_id=interview.id,
        segment_id=segment.id,
        before="Înțelegeți?",
        after="Mă înțelegeți?",
        requested_by="V-01",
        reason="CLARIFICATION",
    )

    corrected = outcome(confirmation=v.PersonConfirmation.CONFIRMED_WITH_CORRECTIONS)
    heard = interviews.read_back(session, interview.id, corrected, Formalities(corrections=(correction,)))

    assert heard.state is v.InterviewState.READ_BACK
    for refused in (
        lambda: interviews.set_source(session, segment.id, "another"),
        lambda: turn(session, interview),
        lambda: interviews.set_rendering(session, segment.id, language="fr", text="x", state=DRAFT),
    ):
        with pytest.raises(RecordFrozenError):
            refused()
    interviews.set_formalities(session, interview.id, Formalities(signatures=SIGNED_BY_ALL))
    interviews.set_rendering(session, segment.id, language="en", text="Do you?", state=DRAFT)
    with pytest.raises(RecordOrderError):
        interviews.read_back(session, interview.id, corrected, Formalities())
    assert len(interviews.get_interview(session, interview.id).signatures) == 3


def test_a_formality_is_changed_in_place_before_the_signature(session: Session, small: Small):
    interview = held(session, small)
    (presence,) = interviews.get_interview(session, interview.id).presences

    interviews.set_formalities(
        session,
        interview.id,
        Formalities(presences=(replace(presence, name="Another"),)),
        header=replace(interview, place="Room 2", state=v.InterviewState.SIGNED),
    )

    full = interviews.get_interview(session, interview.id)
    assert [each.name for each in full.presences] == ["Another"]
    assert (full.interview.place, full.interview.state) == ("Room 2", v.InterviewState.DRAFT)


def test_a_signed_record_keeps_the_digest_of_what_was_signed(session: Session, small: Small):
    frozen, _ = signed(session, small)

    full = interviews.get_interview(session, frozen.id)

    assert full.interview.state is v.InterviewState.SIGNED
    assert len(frozen.record_digest) == 64
    assert full.digest == frozen.record_digest


def test_nothing_of_a_signed_record_changes_any_more(session: Session, small: Small):
    frozen, segment = signed(session, small)
    before, size = interviews.get_interview(session, frozen.id), session.journal.size

    for refused in (
        lambda: interviews.set_source(session, segment.id, "another"),
        lambda: turn(session, frozen),
        lambda: interviews.set_rendering(session, segment.id, language="en", text="x", state=DRAFT),
        lambda: interviews.set_formalities(session, frozen.id, Formalities(signatures=SIGNED_BY_ALL)),
        lambda: interviews.read_back(session, frozen.id, outcome(), Formalities()),
        lambda: interviews.sign_interview(session, frozen.id),
    ):
        with pytest.raises(RecordFrozenError):
            refused()

    assert interviews.get_interview(session, frozen.id) == before
    assert session.journal.size == size


def test_a_record_is_read_back_before_it_is_signed_and_the_rules_are_kept(session: Session, small: Small):
    interview = held(session, small, place=" ")
    turn(session, interview)
    with pytest.raises(RecordOrderError):
        interviews.sign_interview(session, interview.id)
    assert {finding.rule for finding in interviews.check_interview(session, interview.id)} == {
        "V-I-01",
        "V-I-06",
    }
    interviews.read_back(session, interview.id, outcome(), Formalities(signatures=SIGNED_BY_ALL))

    with pytest.raises(InterviewIncompleteError):
        interviews.sign_interview(session, interview.id)

    header = replace(interview, place="Room 1", interpretation_complaint="")
    interviews.set_formalities(session, interview.id, Formalities(), header=header)
    with pytest.raises(ReadBackMissingError):
        interviews.sign_interview(session, interview.id)
    assert interviews.get_interview(session, interview.id).interview.state is v.InterviewState.READ_BACK


def test_every_step_is_an_event_of_the_interview_that_tells_what_it_did(session: Session, small: Small):
    frozen, _ = signed(session, small)

    entries = [signed.parsed() for signed in chain.entries_of(session.read, frozen.id)]
    told = [chain.opening_of(session.read, entry.seq) for entry in entries]

    assert [entry.action for entry in entries] == [
        "INTERVIEW_HELD",
        "SEGMENT_ADDED",
        "INTERVIEW_READ_BACK",
        "INTERVIEW_SIGNED",
    ]
    assert [entry.n for entry in entries] == [1, 2, 3, 4]
    assert told[1] is not None
    assert [state["entity"] for state in Event.parse(told[1].payload).states] == ["segment", "rendering"]
