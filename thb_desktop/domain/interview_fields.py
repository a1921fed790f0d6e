"""The fields of an interview record, described once: its header, rows, segments and renderings."""

from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.fields import Description, Editor, Needed, Phase
from thb_desktop.domain.fields import record_field as _field
from thb_desktop.domain.interview import (
    Caution,
    InterpreterEngagement,
    Interview,
    Presence,
    TimelineEvent,
)
from thb_desktop.domain.interview_row_fields import (
    CORRECTION,
    INTERVENTION,
    LINEUP,
    RECORDING,
    SIGNATURE,
    VICTIM_INFORMATION,
)
from thb_desktop.domain.interview_rows import EarlierInterview, SpecialMeasure
from thb_desktop.domain.turn_fields import RENDERING, SEGMENT

__all__ = [
    "CAUTION",
    "CORRECTION",
    "DESCRIPTIONS",
    "EARLIER_INTERVIEW",
    "ENGAGEMENT",
    "INTERVENTION",
    "INTERVIEW",
    "LINEUP",
    "PRESENCE",
    "RECORDING",
    "RENDERING",
    "ROWS",
    "SEGMENT",
    "SIGNATURE",
    "SPECIAL_MEASURE",
    "TIMELINE_EVENT",
    "VICTIM_INFORMATION",
]

_SIGN, _TOLD, _NAMED = Needed.TO_SIGN, Needed.TOLD, Needed.NAMED
_ROW = ("id", "interview_id", "struck")


INTERVIEW = Description(
    name="interview",
    entity=Interview,
    fields=(
        _field("number", "parties", Editor.LINE, required=True),
        _field(
            "person_id", "parties", Editor.REFERENCE, refers_to="person", required=True, until=Phase.DRAFT
        ),
        _field(
            "lead_interviewer_id",
            "parties",
            Editor.REFERENCE,
            rules="V-I-01",
            refers_to="official",
            needed=_SIGN,
        ),
        _field(
            "record_keeper_id",
            "parties",
            Editor.REFERENCE,
            rules="V-I-01",
            refers_to="official",
            needed=_NAMED,
        ),
        _field(
            "authority_id", "parties", Editor.REFERENCE, rules="V-I-01", refers_to="authority", needed=_SIGN
        ),
        _field(
            "stage", "procedure", Editor.CODE, rules="V-I-01 V-I-17", codes=v.ProcedureStage, needed=_TOLD
        ),
        _field("legal_basis", "procedure", Editor.LINE, rules="V-I-01", needed=_TOLD),
        _field("legal_basis_state", "procedure", Editor.COUNTRY, rules="V-I-01", needed=_NAMED),
        _field("instrument_id", "procedure", Editor.REFERENCE, refers_to="instrument"),
        _field("record_kind", "procedure", Editor.CODE, rules="V-I-01", codes=v.RecordKind, needed=_SIGN),
        _field(
            "authoritative_text",
            "procedure",
            Editor.CODE,
            rules="V-I-01 V-I-18",
            codes=v.AuthoritativeText,
            needed=_SIGN,
            until=Phase.READ_BACK,
        ),
        _field("medium", "time_and_place", Editor.CODE, rules="V-I-01", codes=v.Medium, needed=_TOLD),
        _field("premises", "time_and_place", Editor.CODE, rules="V-I-01", codes=v.Premises, needed=_NAMED),
        _field("place", "time_and_place", Editor.LINE, rules="V-I-01 V-I-22", needed=_SIGN),
        _field("place_street", "time_and_place", Editor.LINE, rules="V-I-22"),
        _field("place_town", "time_and_place", Editor.LINE, rules="V-I-22"),
        _field("place_country", "time_and_place", Editor.COUNTRY),
        _field("zone", "time_and_place", Editor.ZONE, rules="V-I-01 V-I-02", needed=_NAMED),
        _field("held_on", "time_and_place", Editor.PARTIAL_DATE, rules="V-I-02"),
        _field(
            "started_at", "time_and_place", Editor.MOMENT, rules="V-I-01 V-I-02 V-I-10 V-I-14", needed=_SIGN
        ),
        _field("ended_at", "time_and_place", Editor.MOMENT, rules="V-I-01 V-I-02 V-I-10", needed=_SIGN),
        _field(
            "clock_source", "time_and_place", Editor.CODE, rules="V-I-01", codes=v.ClockSource, needed=_TOLD
        ),
        _field("clock_checked_at", "time_and_place", Editor.MOMENT),
        _field("clock_offset_seconds", "time_and_place", Editor.SECONDS),
        _field("clock_offset", "time_and_place", Editor.LINE),
        _field(
            "identity_verification",
            "identity_check",
            Editor.CODE,
            rules="V-I-01",
            codes=v.IdentityVerification,
            needed=_TOLD,
        ),
        _field("identity_verified_by", "identity_check", Editor.LINE, expected=True),
        _field(
            "contact_route",
            "identity_check",
            Editor.CODE,
            rules="V-I-01",
            codes=v.ContactRoute,
            needed=_NAMED,
        ),
        _field("language", "language", Editor.LANGUAGE, rules="V-I-03", required=True),
        _field("language_note", "language", Editor.LINE),
        _field("procedure_language", "language", Editor.LANGUAGE, rules="V-I-03", required=True),
        _field("procedure_language_understood", "language", Editor.YES_NO, rules="V-I-03"),
        _field("understanding_checked_by", "language", Editor.LINE, rules="V-I-03"),
        _field("sequence", "repetition", Editor.NUMBER, rules="V-I-11", needed=_TOLD),
        _field("earlier_known", "repetition", Editor.YES_NO, rules="V-I-11", needed=_TOLD),
        _field("necessity", "repetition", Editor.TEXT, rules="V-I-11"),
        _field("delay_reason", "repetition", Editor.TEXT),
        _field("health_statement", "safeguards", Editor.TEXT, rules="V-I-01", needed=_TOLD),
        _field("health_judged_by", "safeguards", Editor.LINE, expected=True),
        _field("literacy", "safeguards", Editor.LINE),
        _field("disability_support", "safeguards", Editor.TEXT),
        _field("intoxication_noted", "safeguards", Editor.YES_NO, rules="V-I-14", needed=_TOLD),
        _field("assessment_made", "safeguards", Editor.YES_NO, expected=True),
        _field("measures_decided", "safeguards", Editor.YES_NO, rules="V-I-13", needed=_TOLD),
        _field("same_sex_asked", "safeguards", Editor.YES_NO, rules="V-I-13"),
        _field("unaccompanied_reason", "safeguards", Editor.TEXT, rules="V-I-12"),
        _field(
            "defence_participation",
            "safeguards",
            Editor.CODE,
            rules="V-I-17",
            codes=v.DefenceParticipation,
            needed=_TOLD,
        ),
        _field("defence_note", "safeguards", Editor.TEXT, rules="V-I-17"),
        _field("recording_made", "recording_made", Editor.YES_NO, rules="V-I-01 V-I-12", needed=_TOLD),
        _field("recording_id", "recording_made", Editor.REFERENCE, refers_to="exhibit"),
        _field("recording_note", "recording_made", Editor.LINE, rules="V-I-12"),
        _field("technical_conditions", "recording_made", Editor.TEXT, rules="V-X-08"),
        _field("readback_mode", "read_back", Editor.CODE, rules="V-I-06", codes=v.ReadbackMode, needed=_SIGN),
        _field("readback_language", "read_back", Editor.LANGUAGE, rules="V-I-06"),
        _field("readback_started_at", "read_back", Editor.MOMENT, rules="V-I-02 V-I-06"),
        _field("readback_ended_at", "read_back", Editor.MOMENT, rules="V-I-02 V-I-06"),
        _field("readback_note", "read_back", Editor.LINE, rules="V-I-06"),
        _field(
            "confirmation",
            "read_back",
            Editor.CODE,
            rules="V-I-06 V-I-07",
            codes=v.PersonConfirmation,
            needed=_SIGN,
        ),
        _field("complaint_made", "read_back", Editor.YES_NO, rules="V-I-06"),
        _field("complaint", "read_back", Editor.TEXT, rules="V-I-06"),
        _field(
            "complaint_response",
            "read_back",
            Editor.CODE,
            rules="V-I-06",
            codes=v.ComplaintResponse,
            sometimes=True,
        ),
        _field("final_statement", "read_back", Editor.TEXT),
        _field("copy_given", "closing", Editor.CODE, rules="V-I-06", codes=v.CopyGiven, needed=_TOLD),
        _field("copy_note", "closing", Editor.LINE),
        _field("next_steps", "closing", Editor.TEXT),
        _field("rectified_facts", "rectified", Editor.DETAILS, rules="V-I-07", sometimes=True),
    ),
    internal=("id", "case_id", "state", "record_digest", "record_salt", "supplements_id", "rectifies_id"),
)

PRESENCE = Description(
    name="presence",
    entity=Presence,
    fields=(
        _field("role", "presence", Editor.CODE, rules="V-I-12", codes=v.PresenceRole, required=True),
        _field("function", "presence", Editor.LINE, rules="V-I-01"),
        _field("name", "presence", Editor.LINE, rules="V-I-31", required=True),
        _field("official_id", "presence", Editor.REFERENCE, refers_to="official", printed=False),
        _field("interpreter_id", "presence", Editor.REFERENCE, refers_to="interpreter", printed=False),
        _field("person_id", "presence", Editor.REFERENCE, rules="V-I-31", refers_to="person"),
        _field("organisation", "presence", Editor.LINE),
        _field("place", "presence", Editor.CODE, rules="V-I-01", codes=v.PresencePlace, needed=_TOLD),
        _field("from_at", "presence", Editor.MOMENT, rules="V-I-02"),
        _field("to_at", "presence", Editor.MOMENT, rules="V-I-02"),
        _field("may_ask_questions", "presence", Editor.YES_NO, sometimes=True),
        _field("exclusion_decision", "presence", Editor.TEXT, rules="V-I-12"),
    ),
    internal=_ROW,
)

CAUTION = Description(
    name="caution",
    entity=Caution,
    fields=(
        _field("code", "caution", Editor.CODE, rules="V-I-15", codes=v.CautionCode, required=True),
        _field("given", "caution", Editor.YES_NO, rules="V-I-15", needed=_SIGN),
        _field("given_at", "caution", Editor.MOMENT, rules="V-I-02", expected=True),
        _field("given_by", "caution", Editor.LINE),
        _field("language", "caution", Editor.LANGUAGE, expected=True),
        _field("mode", "caution", Editor.CODE, codes=v.CautionMode),
        _field("understood", "caution", Editor.YES_NO),
        _field("reply", "caution", Editor.TEXT),
    ),
    internal=_ROW,
)

TIMELINE_EVENT = Description(
    name="timeline_event",
    entity=TimelineEvent,
    fields=(
        _field(
            "kind", "event", Editor.CODE, rules="V-I-02 V-I-09 V-I-16", codes=v.TimelineKind, required=True
        ),
        _field("at", "event", Editor.MOMENT, rules="V-I-02", required=True),
        _field("reason", "event", Editor.CODE, rules="V-I-09", codes=v.BreakReason, sometimes=True),
        _field("exhibit_id", "event", Editor.REFERENCE, refers_to="exhibit"),
        _field("lineup_id", "event", Editor.REFERENCE, rules="V-I-30", refers_to="lineup"),
        _field("note", "event", Editor.LINE),
    ),
    internal=_ROW,
)

SPECIAL_MEASURE = Description(
    name="special_measure",
    entity=SpecialMeasure,
    fields=(
        _field("measure", "measure", Editor.CODE, rules="V-I-13", codes=v.ProtectiveMeasure, required=True),
        _field("requested_by", "measure", Editor.LINE),
        _field("decision", "measure", Editor.CODE, rules="V-I-13", codes=v.MeasureDecision, needed=_TOLD),
        _field("decided_by", "measure", Editor.LINE),
        _field("reason", "measure", Editor.TEXT),
        _field("decision_ref", "measure", Editor.LINE),
    ),
    internal=_ROW,
)

EARLIER_INTERVIEW = Description(
    name="earlier_interview",
    entity=EarlierInterview,
    fields=(
        _field("held_on", "earlier", Editor.PARTIAL_DATE, required=True),
        _field("authority", "earlier", Editor.LINE),
        _field("recorded", "earlier", Editor.YES_NO),
        _field("reason", "earlier", Editor.TEXT),
    ),
    internal=_ROW,
)

ENGAGEMENT = Description(
    name="interpreter_engagement",
    entity=InterpreterEngagement,
    fields=(
        _field(
            "interpreter_id",
            "engagement",
            Editor.REFERENCE,
            rules="V-I-05",
            refers_to="interpreter",
            required=True,
        ),
        _field("from_language", "engagement", Editor.LANGUAGE, rules="V-I-04", required=True),
        _field("to_language", "engagement", Editor.LANGUAGE, rules="V-I-04", required=True),
        _field("from_grade", "engagement", Editor.CODE, codes=v.LanguageGrade, sometimes=True),
        _field("to_grade", "engagement", Editor.CODE, codes=v.LanguageGrade, sometimes=True),
        _field("relay_order", "engagement", Editor.NUMBER, rules="V-I-05"),
        _field("relay_note", "engagement", Editor.LINE, rules="V-I-05"),
        _field("oath", "duties", Editor.CODE, rules="V-I-04", codes=v.InterpreterOath, needed=_SIGN),
        _field("oath_ref", "duties", Editor.LINE),
        _field("oath_formula", "duties", Editor.TEXT),
        _field("oath_taken_by", "duties", Editor.LINE),
        _field(
            "conflict",
            "duties",
            Editor.CODE,
            rules="V-I-04 V-I-05",
            codes=v.ConflictDeclaration,
            needed=_SIGN,
        ),
        _field("conflict_note", "duties", Editor.TEXT, rules="V-I-04"),
        _field("conflict_text", "duties", Editor.LINE),
        _field("conflict_asked", "duties", Editor.CODES, codes=v.ConflictQuestion),
        _field("conflict_declared", "duties", Editor.CODES, codes=v.ConflictQuestion),
        _field("confidentiality_ref", "duties", Editor.LINE, rules="V-I-04", needed=_NAMED),
        _field("modes", "interpreting", Editor.CODES, rules="V-I-04", codes=v.InterpretingMode, needed=_TOLD),
        _field(
            "channel",
            "interpreting",
            Editor.CODE,
            rules="V-I-04 V-I-05",
            codes=v.InterpretingChannel,
            needed=_TOLD,
        ),
        _field("channel_reason", "interpreting", Editor.LINE, rules="V-I-05"),
        _field(
            "dialect_match",
            "interpreting",
            Editor.CODE,
            rules="V-I-04 V-I-05",
            codes=v.DialectMatch,
            needed=_TOLD,
        ),
        _field("comprehension_confirmed", "interpreting", Editor.YES_NO, rules="V-I-04", needed=_TOLD),
        _field("comprehension_person", "interpreting", Editor.YES_NO, rules="V-I-04", sometimes=True),
        _field("comprehension_interpreter", "interpreting", Editor.YES_NO, rules="V-I-04", sometimes=True),
        _field("comprehension_checked_by", "interpreting", Editor.LINE, expected=True),
        _field("comprehension_checked_at", "interpreting", Editor.MOMENT, rules="V-I-02"),
        _field("briefing", "interpreting", Editor.TEXT),
        _field("worked_from", "interpreting", Editor.MOMENT, rules="V-I-04 V-I-02", needed=_NAMED),
        _field("worked_to", "interpreting", Editor.MOMENT, rules="V-I-04 V-I-02", needed=_NAMED),
        _field("notes", "interpreting", Editor.TEXT),
    ),
    internal=_ROW,
)

ROWS = (
    PRESENCE,
    CAUTION,
    VICTIM_INFORMATION,
    TIMELINE_EVENT,
    LINEUP,
    RECORDING,
    SPECIAL_MEASURE,
    EARLIER_INTERVIEW,
    ENGAGEMENT,
    INTERVENTION,
    CORRECTION,
    SIGNATURE,
)
"""The rows of a record other than its header and its account, in the order of the page."""

DESCRIPTIONS = (INTERVIEW, *ROWS, SEGMENT, RENDERING)
