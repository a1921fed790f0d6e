"""An interview record that may be signed, so that a test can break one rule at a time."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.ids import (
    AuthorityId,
    CaseId,
    ExhibitId,
    InterpreterId,
    InterviewId,
    OfficialId,
    PersonId,
    RowId,
    SegmentId,
)
from thb_desktop.domain.interview import (
    Caution,
    Formality,
    InterpreterEngagement,
    Interview,
    Presence,
    ReadBackCorrection,
    TimelineEvent,
)
from thb_desktop.domain.interview_record import InterviewInFull, SegmentInFull
from thb_desktop.domain.interview_rows import (
    Intervention,
    Lineup,
    Recording,
    RecordSignature,
    VictimInformation,
)
from thb_desktop.domain.lineup_codes import LineupKind, LineupResult
from thb_desktop.domain.people import Person
from thb_desktop.domain.segment import Segment

START = datetime(2026, 3, 25, 10, tzinfo=UTC)
END = START + timedelta(minutes=100)
NOW = END + timedelta(days=30)
NO = InterviewId("")
GIVEN = (
    v.CautionCode.ROLE_AND_PURPOSE,
    v.CautionCode.INTERPRETER_ROLE,
    v.CautionCode.NO_OATH_LEGAL_REASON,
    v.CautionCode.VICTIM_RIGHTS_INFORMATION,
)


def interview(**changes: Any) -> Interview:
    fields: dict[str, Any] = {
        "id": NO,
        "case_id": CaseId(""),
        "number": "I-01",
        "person_id": PersonId(""),
        "language": "ro",
        "procedure_language": "fr",
        "stage": v.ProcedureStage.JUDICIAL_INVESTIGATION,
        "legal_basis": "Article 47bis",
        "legal_basis_state": "BE",
        "record_kind": v.RecordKind.VERBATIM_QA,
        "authoritative_text": v.AuthoritativeText.SOURCE_LANGUAGE,
        "medium": v.Medium.IN_PERSON,
        "premises": v.Premises.PROSECUTION,
        "place": "Room 1",
        "started_at": START,
        "ended_at": END,
        "clock_source": v.ClockSource.DEVICE_UNVERIFIED,
        "identity_verification": v.IdentityVerification.DOCUMENT,
        "contact_route": v.ContactRoute.AUTHORITY,
        "lead_interviewer_id": OfficialId("official"),
        "sequence": 1,
        "earlier_known": False,
        "measures_decided": False,
        "health_statement": "Well.",
        "intoxication_noted": False,
        "defence_participation": v.DefenceParticipation.NOT_APPLICABLE,
        "recording_made": False,
        "recording_note": "No equipment.",
        "readback_mode": v.ReadbackMode.SIGHT_TRANSLATED_BY_INTERPRETER,
        "readback_language": "ro",
        "confirmation": v.PersonConfirmation.CONFIRMED_UNCHANGED,
        "complaint_made": False,
        "copy_given": v.CopyGiven.NO_SAFETY_REASON,
        "state": v.InterviewState.READ_BACK,
        "authority_id": AuthorityId("authority"),
    }
    return Interview(**{**fields, **changes})


def entered_in_full(**changes: Any) -> Interview:
    """With its clerk, the zone of its place, and from when to when it was read back."""
    read_by = changes.get("ended_at") or END
    fields: dict[str, Any] = {
        "record_keeper_id": OfficialId("clerk"),
        "zone": "Atlantic/Reykjavik",
        "readback_started_at": read_by - timedelta(minutes=10),
        "readback_ended_at": read_by,
    }
    return interview(**{**fields, **changes})


def person(**changes: Any) -> Person:
    fields: dict[str, Any] = {
        "id": PersonId(""),
        "case_id": CaseId(""),
        "code": "V-01",
        "sex": v.Sex.FEMALE,
        "age_status": v.AgeStatus.ADULT_CONFIRMED,
        "identity_protection": v.IdentityProtection.PSEUDONYM,
        "language": "ro",
        "exploitation": (v.Exploitation.FORCED_LABOUR_OR_SERVICES,),
        "reflection_granted": False,
    }
    return Person(**{**fields, **changes})


def presence(**changes: Any) -> Presence:
    fields: dict[str, Any] = {
        "id": RowId(""),
        "interview_id": NO,
        "role": v.PresenceRole.POLICE_INTERVIEWER,
        "name": "An interviewer",
        "place": v.PresencePlace.ROOM,
    }
    return Presence(**{**fields, **changes})


def caution(code: v.CautionCode, *, given: bool = True) -> Caution:
    return Caution(
        id=RowId(""),
        interview_id=NO,
        code=code,
        given=given,
        language="ro",
        mode=v.CautionMode.ORAL,
        understood=True,
    )


def event(kind: v.TimelineKind, minute: int) -> TimelineEvent:
    """A break has its reason where it begins."""
    reason = v.BreakReason.MEAL if kind is v.TimelineKind.BREAK_START else None
    at = START + timedelta(minutes=minute)
    return TimelineEvent(id=RowId(""), interview_id=NO, kind=kind, at=at, reason=reason)


def engagement(**changes: Any) -> InterpreterEngagement:
    fields: dict[str, Any] = {
        "id": RowId(""),
        "interview_id": NO,
        "interpreter_id": InterpreterId(""),
        "from_language": "ro",
        "to_language": "fr",
        "oath": v.InterpreterOath.GENERAL_OATH_ON_FILE,
        "oath_ref": "Oath 7",
        "dialect_match": v.DialectMatch.EXACT,
        "modes": (v.InterpretingMode.CONSECUTIVE_SHORT,),
        "channel": v.InterpretingChannel.ON_SITE,
        "conflict": v.ConflictDeclaration.NONE_DECLARED,
        "conflict_asked": tuple(v.ConflictQuestion),
        "confidentiality_ref": "Undertaking 4",
        "comprehension_confirmed": True,
        "worked_from": START,
        "worked_to": END,
    }
    return InterpreterEngagement(**{**fields, **changes})


def told(item: v.VictimInformationItem, **changes: Any) -> VictimInformation:
    """An item of information for victims that was given at the start."""
    given = VictimInformation(id=RowId(""), interview_id=NO, item=item, given_at=START)
    return replace(given, **changes)


def recorded(**changes: Any) -> Recording:
    """A recording of the whole interview."""
    whole = Recording(id=RowId(""), interview_id=NO, device="A camera", started_at=START, stopped_at=END)
    return replace(whole, **changes)


def lined_up(**changes: Any) -> Lineup:
    """A line-up of photographs at which nobody was recognised, with what the rules ask."""
    shown = Lineup(
        id=RowId(""),
        interview_id=NO,
        number="L-1",
        kind=LineupKind.PHOTOGRAPHS,
        exhibit_id=ExhibitId("exhibit"),
        conductor_knew=False,
        may_be_absent_told=True,
        result=LineupResult.NOBODY,
    )
    return replace(shown, **changes)


def intervened(**changes: Any) -> Intervention:
    asked = Intervention(id=RowId(""), interview_id=NO, kind=v.InterventionKind.ASKED_REPETITION)
    return replace(asked, **changes)


def signature(role: v.SignerRole, **changes: Any) -> RecordSignature:
    fields: dict[str, Any] = {
        "id": RowId(""),
        "interview_id": NO,
        "role": role,
        "name": role.value,
        "method": v.SignatureMethod.HANDWRITTEN_ON_PAPER,
        "at": END,
    }
    return RecordSignature(**{**fields, **changes})


SIGNED_BY_ALL = tuple(
    signature(role)
    for role in (v.SignerRole.PERSON_HEARD, v.SignerRole.INTERPRETER, v.SignerRole.INTERVIEWER)
)


def segment(**changes: Any) -> SegmentInFull:
    fields: dict[str, Any] = {
        "id": SegmentId(""),
        "interview_id": NO,
        "position": "000001",
        "speaker": v.SpeakerRole.INTERVIEWER,
        "kind": v.UtteranceKind.QUESTION,
        "language": "ro",
        "source_text": "Înțelegeți?",
        "capture": v.SourceCapture.TYPED_LIVE,
    }
    return SegmentInFull(segment=Segment(**{**fields, **changes}), renderings=(), number=1, label="1 Q")


def correction(**changes: Any) -> ReadBackCorrection:
    fields: dict[str, Any] = {
        "id": RowId(""),
        "interview_id": NO,
        "segment_id": SegmentId(""),
        "language": "ro",
        "before": "8",
        "after": "9",
        "requested_by": v.SignerRole.PERSON_HEARD,
        "requester": "V-01",
        "reason": v.CorrectionReason.MISHEARD,
    }
    return ReadBackCorrection(**{**fields, **changes})


def rows_held(interpreter_id: InterpreterId) -> list[Formality]:
    """The rows that are known when the interview is held."""
    sound = record()
    engaged = (replace(each, interpreter_id=interpreter_id) for each in sound.engagements)
    return [*sound.presences, *sound.cautions, *sound.victim_information, *sound.timeline, *engaged]


def record(**changes: Any) -> InterviewInFull:
    """A record that no rule blocks and no rule warns about."""
    sound = InterviewInFull(
        interview=entered_in_full(),
        person=person(),
        presences=(presence(),),
        cautions=tuple(caution(code) for code in GIVEN),
        timeline=(event(v.TimelineKind.BREAK_START, 50), event(v.TimelineKind.BREAK_END, 60)),
        measures=(),
        earlier=(),
        engagements=(engagement(),),
        corrections=(),
        signatures=SIGNED_BY_ALL,
        segments=(segment(),),
        certifications=(),
        interpreters=(),
        digest="",
        roles=(v.ProceduralRole.VICTIM,),
        victim_information=tuple(told(item) for item in v.VictimInformationItem),
    )
    return replace(sound, **changes)
