"""What a record is expected to say in certain cases alone: the register of a sworn interpreter, the reason of
a measure that was refused. Each stands in a list of cases with their fields, is told, and stops nothing.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from thb_desktop.domain import interview_fields as described
from thb_desktop.domain.blank import is_blank, is_empty
from thb_desktop.domain.interview import InterpreterEngagement, Interview, ReadBackCorrection, TimelineEvent
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.interview_rows import Intervention, Recording, SpecialMeasure
from thb_desktop.domain.people import Interpreter, Person
from thb_desktop.domain.vocabulary import (
    AuthoritativeText,
    BreakReason,
    ClockSource,
    CopyGiven,
    CorrectionReason,
    IdentityProtection,
    InterpreterOath,
    InterpreterStatus,
    InterpretingChannel,
    InterventionKind,
    MeasureDecision,
    PersonConfirmation,
    ProcedureStage,
    ProtectiveMeasure,
    RecordKind,
)
from thb_desktop.findings import Finding
from thb_desktop.findings import holds as tell
from thb_desktop.findings import unknown as warn

_Cases = tuple[tuple[Callable[[Any], bool], tuple[str, ...]], ...]
_CHECKED = frozenset({ClockSource.DEVICE_CHECKED_AGAINST_REFERENCE, ClockSource.NTP_BEFORE_ISOLATION})
_DOUBTED = frozenset({PersonConfirmation.CONTESTED, PersonConfirmation.REFUSED_TO_CONFIRM})
_DECIDED = frozenset({IdentityProtection.ANONYMOUS_WITNESS_ORDER, IdentityProtection.PROTECTION_PROGRAMME})
_ON_A_REGISTER = frozenset({InterpreterStatus.SWORN, InterpreterStatus.REGISTERED})
_ON_FILE = frozenset({InterpreterOath.GENERAL_OATH_ON_FILE})
_TAKEN = frozenset({InterpreterOath.OATH_TAKEN_TODAY})
_AWAY = frozenset({InterpretingChannel.VIDEO, InterpretingChannel.TELEPHONE})
_NOT_CONFIRMED = ("comprehension_person", "comprehension_interpreter", "notes")
"""Which side does not understand the other, and what was done about it."""
_RECORDED = frozenset({RecordKind.AV_RECORDING_WITH_MINUTES, RecordKind.AV_TRANSCRIPT})


def _in(field: str, codes: frozenset[Any]) -> Callable[[Any], bool]:
    return lambda entity: getattr(entity, field) in codes


def _clock_was_compared(interview: Interview) -> bool:
    """By how much it differed may stand in words."""
    return interview.clock_source in _CHECKED and is_blank(interview.clock_offset)


def _another(measure: SpecialMeasure) -> bool:
    """Which one it is stands in words; of a refused one they are expected already."""
    return measure.measure is ProtectiveMeasure.OTHER and measure.decision is not MeasureDecision.REFUSED


_CASES: Mapping[type, tuple[str, _Cases]] = {
    Interview: (
        "interview",
        (
            (_in("stage", frozenset({ProcedureStage.MLA_EXECUTION})), ("instrument_id",)),
            (_in("clock_source", _CHECKED), ("clock_checked_at",)),
            (_clock_was_compared, ("clock_offset_seconds",)),
            (_in("confirmation", _DOUBTED), ("final_statement",)),
            (_in("copy_given", frozenset({CopyGiven.NO_DEFERRED_REASON})), ("copy_note",)),
        ),
    ),
    Person: ("person", ((_in("identity_protection", _DECIDED), ("protection_reference",)),)),
    Interpreter: (
        "interpreter",
        (
            (
                _in("status", _ON_A_REGISTER),
                ("register_name", "register_number", "register_state", "registered_until"),
            ),
        ),
    ),
    InterpreterEngagement: (
        described.ENGAGEMENT.name,
        (
            (_in("oath", _ON_FILE), ("oath_ref",)),
            (_in("oath", _TAKEN), ("oath_formula", "oath_taken_by")),
            (_in("channel", _AWAY), ("channel_reason",)),
            (lambda engagement: engagement.comprehension_confirmed is False, _NOT_CONFIRMED),
        ),
    ),
    SpecialMeasure: (
        described.SPECIAL_MEASURE.name,
        (
            (_in("decision", frozenset({MeasureDecision.REFUSED})), ("reason", "decision_ref")),
            (_another, ("reason",)),
        ),
    ),
    TimelineEvent: (
        described.TIMELINE_EVENT.name,
        ((_in("reason", frozenset({BreakReason.OTHER})), ("note",)),),
    ),
    Intervention: (
        described.INTERVENTION.name,
        ((_in("kind", frozenset({InterventionKind.OTHER})), ("note",)),),
    ),
    ReadBackCorrection: (
        described.CORRECTION.name,
        ((_in("reason", frozenset({CorrectionReason.OTHER})), ("note",)),),
    ),
    Recording: (described.RECORDING.name, ((lambda _: True, ("exhibit_id", "held_by", "sealed")),)),
}
"""By kind of entry: its name, and the cases with the fields that are expected in each."""


def check_conditions(record: InterviewInFull) -> Iterator[Finding]:
    yield from _expected(record.interview)
    yield from _expected(record.person, record.person.id)
    engaged = {each.interpreter_id for each in record.engagements}
    for interpreter in record.interpreters:
        if interpreter.id in engaged:
            yield from _expected(interpreter, interpreter.id)
    for row in record.rows:
        if type(row) in _CASES:
            yield from _expected(row, row.id)
    yield from _contradictions(record.interview)


def _expected(entity: object, about: str = "") -> Iterator[Finding]:
    name, cases = _CASES[type(entity)]
    for applies, fields in cases:
        for field in fields if applies(entity) else ():
            if is_empty(getattr(entity, field)):
                yield tell("V-I-01.expected", about=about, field=f"{name}.{field}")


def _contradictions(interview: Interview) -> Iterator[Finding]:
    """Two answers that cannot both be right."""
    rests_on_it = interview.authoritative_text is AuthoritativeText.AV_RECORDING
    if interview.recording_made is False and (rests_on_it or interview.record_kind in _RECORDED):
        yield warn("V-I-01.no-recording", field="interview.recording_made")
    if interview.earlier_known is False and (interview.sequence or 0) > 1:
        yield warn("V-I-11.no-earlier", field="interview.earlier_known", number=str(interview.sequence))
