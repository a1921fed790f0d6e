"""The original as the authoritative text is written down before the reading back (V-I-18)."""

from dataclasses import replace

import pytest

from tests.support.offices import Small
from tests.support.records import header_of, outcome, sign, turn
from tests.support.testimony import SIGNED_BY_ALL, correction, rows_held
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.interview import Interview, ReadBackCorrection
from thb_desktop.domain.segment import Segment
from thb_desktop.errors import RecordFrozenError, SourceNotCapturedError
from thb_desktop.findings import Finding, Standing
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony import formalities, interviews, read_back, segments
from thb_desktop.vault.tables import registry

BINDING = v.AuthoritativeText
CORRECTED = {"confirmation": v.PersonConfirmation.CONFIRMED_WITH_CORRECTIONS}


def unwritten(session: Session, small: Small, **header: object) -> tuple[Interview, Segment]:
    """A draft with a question, and an answer that nobody wrote down."""
    begun = header_of(small, **header)
    draft = interviews.hold_interview(session, begun, rows_held(small.interpreter.id))
    turn(session, draft, speaker=v.SpeakerRole.INTERVIEWER, kind=v.UtteranceKind.QUESTION)
    return draft, turn(session, draft, None)


def added(segment: Segment) -> ReadBackCorrection:
    asked = correction(segment_id=segment.id, before="", after="Da, am înțeles.")
    return replace(asked, language="ro", reason=v.CorrectionReason.ADDITION)


def stops(session: Session, interview: Interview) -> list[Finding]:
    found = interviews.check_before_reading_back(session, interview.id)
    return [each for each in found if each.code == "V-I-18"]


def test_an_original_that_is_authoritative_and_not_written_down_stops_before_the_reading_back(
    session: Session, small: Small
):
    draft, answer = unwritten(session, small)

    (found,) = stops(session, draft)

    assert (found.standing, found.values["segments"]) == (Standing.BROKEN, ("1 A",))
    with pytest.raises(SourceNotCapturedError):
        read_back.read_back(session, draft.id, outcome(), SIGNED_BY_ALL)
    kept = registry.INTERVIEW.find(session.read, draft.id)
    assert kept is not None
    assert kept.state is v.InterviewState.DRAFT
    spoken = replace(answer, source_text="Da.", capture=v.SourceCapture.TRANSCRIBED_FROM_RECORDING)
    segments.change_segment(session, spoken)
    assert not stops(session, draft)
    read_back.read_back(session, draft.id, outcome(), SIGNED_BY_ALL)
    assert sign(session, draft.id).is_signed


def test_which_text_is_authoritative_is_chosen_before_the_reading_back_and_stays(
    session: Session, small: Small
):
    draft, _ = unwritten(session, small)
    other = replace(draft, authoritative_text=BINDING.PROCEDURE_LANGUAGE)
    interviews.set_header(session, other)

    heard = read_back.read_back(session, draft.id, outcome(), SIGNED_BY_ALL)

    for binding in (BINDING.SOURCE_LANGUAGE, BINDING.AV_RECORDING, None):
        with pytest.raises(RecordFrozenError):
            interviews.set_header(session, replace(heard, authoritative_text=binding))
    assert interviews.set_header(session, replace(heard, place="Room 2")).place == "Room 2"
    assert sign(session, draft.id).is_signed


def test_what_was_not_entered_is_entered_after_the_reading_back_where_it_can_be_signed(
    session: Session, small: Small
):
    draft, answer = unwritten(session, small, authoritative_text=None, **CORRECTED)
    heard = read_back.read_back(session, draft.id, outcome(**CORRECTED), SIGNED_BY_ALL)
    original = replace(heard, authoritative_text=BINDING.SOURCE_LANGUAGE)

    with pytest.raises(SourceNotCapturedError):
        interviews.set_header(session, original)
    formalities.add_formality(session, draft.id, added(answer))
    interviews.set_header(session, original)

    assert sign(session, draft.id).is_signed


def test_words_that_a_correction_added_are_the_original_and_struck_ones_are_not(
    session: Session, small: Small
):
    draft, answer = unwritten(session, small, **CORRECTED)

    read_back.read_back(session, draft.id, outcome(**CORRECTED), (*SIGNED_BY_ALL, added(answer)))

    assert not stops(session, draft)
    (kept,) = registry.READ_BACK_CORRECTION.where(session.read, "interview_id", draft.id)
    formalities.strike_formality(session, kept, "Nobody said it")
    found = [each for each in interviews.check_interview(session, draft.id) if each.code == "V-I-18"]
    assert [each.key for each in found] == ["V-I-18.read-back"]
    formalities.add_formality(session, draft.id, added(answer))
    assert sign(session, draft.id).is_signed
