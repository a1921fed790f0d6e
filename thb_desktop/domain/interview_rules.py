"""Rules of an interview record: what refuses its signature, and what is told before it is signed.

Rules have numbers (V-I-01 ...) so that a refusal can be quoted. Nothing here knows a vault: the window can
ask at any time what would still be missing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from thb_desktop.domain.bundle import InterviewInFull
from thb_desktop.domain.interview import InterpreterEngagement, TimelineEvent
from thb_desktop.domain.vocabulary import (
    AgeStatus,
    AuthoritativeText,
    CautionCode,
    ConflictDeclaration,
    DialectMatch,
    InterpreterOath,
    InterpretingChannel,
    PersonConfirmation,
    PresenceRole,
    ProceduralRole,
    ProcedureStage,
    ReadbackMode,
    SignerRole,
    TimelineKind,
)
from thb_desktop.errors import (
    CautionsIncompleteError,
    ChildUnaccompaniedError,
    CorrectionIncompleteError,
    DefenceUnexplainedError,
    InterpreterMissingError,
    InterpreterUndeclaredError,
    InterviewIncompleteError,
    InterviewTimesError,
    ReadBackMissingError,
    RecordFrozenError,
    RepetitionUnexplainedError,
    SourceNotCapturedError,
    ThbError,
)


class Level(StrEnum):
    """Whether a rule blocks the signature, or wants to be seen before it."""

    REFUSE = "REFUSE"
    WARN = "WARN"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFinding:
    """One rule that is not met: its number, how much it weighs, and one sentence."""

    rule: str
    level: Level
    sentence: str


REFUSALS: dict[str, type[ThbError]] = {
    "V-I-01": InterviewIncompleteError,
    "V-I-02": InterviewTimesError,
    "V-I-03": InterpreterMissingError,
    "V-I-04": InterpreterUndeclaredError,
    "V-I-06": ReadBackMissingError,
    "V-I-07": CorrectionIncompleteError,
    "V-I-08": RecordFrozenError,
    "V-I-11": RepetitionUnexplainedError,
    "V-I-12": ChildUnaccompaniedError,
    "V-I-15": CautionsIncompleteError,
    "V-I-17": DefenceUnexplainedError,
    "V-I-18": SourceNotCapturedError,
}
"""The error by which each rule refuses."""

_CHILDREN = frozenset({AgeStatus.CHILD_CONFIRMED, AgeStatus.AGE_DISPUTED_PRESUMED_CHILD})
_COMPANIONS = frozenset({PresenceRole.GUARDIAN, PresenceRole.SUPPORT_PERSON, PresenceRole.VICTIM_LAWYER})
_SUSPECTS = frozenset({ProceduralRole.SUSPECT, ProceduralRole.ACCUSED})
_VICTIMS = frozenset({ProceduralRole.VICTIM, ProceduralRole.PRESUMED_VICTIM, ProceduralRole.VICTIM_WITNESS})
_ON_TRUTH = frozenset(
    {
        CautionCode.TRUTH_DUTY,
        CautionCode.OATH_TAKEN,
        CautionCode.AFFIRMATION_TAKEN,
        CautionCode.NO_OATH_LEGAL_REASON,
    }
)
_REASONED = frozenset({ReadbackMode.WAIVED_BY_PERSON, ReadbackMode.NOT_POSSIBLE})
_UNEXPLAINED = timedelta(minutes=2)
_LONGEST, _LONGEST_FOR_CHILDREN = timedelta(minutes=90), timedelta(minutes=45)


def verify_signable(record: InterviewInFull) -> None:
    """Raise the error of the first rule that refuses the signature of this record."""
    for finding in check_interview(record):
        if finding.level is Level.REFUSE:
            raise REFUSALS[finding.rule](finding.sentence)


def check_interview(record: InterviewInFull) -> tuple[RuleFinding, ...]:
    """All rules that this record does not meet, those that refuse first."""
    found = [finding for check in _CHECKS for finding in check(record)]
    return tuple(sorted(found, key=lambda finding: finding.level is not Level.REFUSE))


def _state(record: InterviewInFull) -> Iterator[RuleFinding]:
    if record.interview.is_signed:
        yield _refuse("V-I-08", "The record is signed already; a supplement is a record of its own.")


def _completeness(record: InterviewInFull) -> Iterator[RuleFinding]:
    interview = record.interview
    needed = {
        "when it began": interview.started_at,
        "when it ended": interview.ended_at,
        "where it was held": interview.place.strip(),
        "under whose authority": interview.authority_id,
        "who was present": record.presences,
        "what was said": record.segments,
    }
    for words, value in needed.items():
        if not value:
            yield _refuse("V-I-01", f"The record does not say {words}.")


def _times(record: InterviewInFull) -> Iterator[RuleFinding]:
    start, end = record.interview.started_at, record.interview.ended_at
    if start is None or end is None:
        return
    if end < start:
        yield _refuse("V-I-02", "The interview ends before it begins.")
        return
    moments = [moment for presence in record.presences for moment in (presence.from_at, presence.to_at)]
    moments += [event.at for event in record.timeline]
    if any(moment is not None and not start <= moment <= end for moment in moments):
        yield _refuse("V-I-02", "A presence or an event lies outside the time of the interview.")
    if any(p.from_at and p.to_at and p.to_at < p.from_at for p in record.presences):
        yield _refuse("V-I-02", "Somebody leaves before they come.")
    if _spans(record.timeline, TimelineKind.BREAK_START, TimelineKind.BREAK_END) is None:
        yield _refuse("V-I-02", "The breaks overlap, or one has no end.")


def _interpreters(record: InterviewInFull) -> Iterator[RuleFinding]:
    interview = record.interview
    foreign = _primary(interview.language) != _primary(interview.procedure_language)
    if foreign and not record.engagements and not interview.understood.strip():
        yield _refuse(
            "V-I-03",
            "The person was heard in another language than that of the procedure: no interpreter is named, "
            "and nobody says that the person understands it.",
        )
    for engagement in record.engagements:
        if engagement.oath is InterpreterOath.NOT_RECORDED:
            yield _refuse("V-I-04", "The interpreter's oath is not recorded.")
        if engagement.conflict is ConflictDeclaration.NOT_RECORDED:
            yield _refuse("V-I-04", "The interpreter's declaration of conflicts is not recorded.")
        yield from _doubts_about(engagement)


def _doubts_about(engagement: InterpreterEngagement) -> Iterator[RuleFinding]:
    if engagement.conflict in (ConflictDeclaration.DECLARED_ACCEPTED, ConflictDeclaration.DECLARED_REPLACED):
        yield _warn("V-I-05", "The interpreter declared a conflict of interest.")
    if engagement.relay:
        yield _warn("V-I-05", "The interpreting went through a third language.")
    if engagement.channel in (InterpretingChannel.VIDEO, InterpretingChannel.TELEPHONE):
        yield _warn("V-I-05", "The interpreter was not in the room.")
    if engagement.dialect_match in (DialectMatch.DISTANT_BUT_UNDERSTOOD, DialectMatch.DIFFICULTIES_NOTED):
        yield _warn("V-I-05", "The interpreter's variety of the language was distant from the person's.")


def _reading_back(record: InterviewInFull) -> Iterator[RuleFinding]:
    interview = record.interview
    if interview.readback_mode is ReadbackMode.NOT_RECORDED:
        yield _refuse("V-I-06", "The record does not say how it was read back.")
    if interview.readback_mode in _REASONED and not interview.readback_note.strip():
        yield _refuse("V-I-06", "The record does not say why it was not read back.")
    if interview.confirmation is PersonConfirmation.NOT_RECORDED:
        yield _refuse("V-I-06", "The record does not say whether the person confirmed it.")
    if record.engagements and not interview.interpretation_complaint.strip():
        yield _refuse("V-I-06", "It is not answered whether the person complained about the interpretation.")
    signers = {signature.role for signature in record.signatures}
    needed = {SignerRole.PERSON_HEARD: "the person heard"}
    if record.engagements:
        needed[SignerRole.INTERPRETER] = "the interpreter"
    for role, words in needed.items():
        if role not in signers:
            yield _refuse("V-I-06", f"Neither a signature nor a refusal of {words} is recorded.")
    if not signers & {SignerRole.INTERVIEWER, SignerRole.JUDGE}:
        yield _refuse("V-I-06", "Nobody signed for the authority.")


def _corrections(record: InterviewInFull) -> Iterator[RuleFinding]:
    corrected = record.interview.confirmation is PersonConfirmation.CONFIRMED_WITH_CORRECTIONS
    if corrected and not record.corrections:
        yield _refuse("V-I-07", "The person confirmed with corrections, and none is recorded.")
    for correction in record.corrections:
        if not (correction.before.strip() and correction.after.strip() and correction.requested_by.strip()):
            yield _refuse(
                "V-I-07", "A correction lacks the text before, the text after, or who asked for it."
            )


def _duration(record: InterviewInFull) -> Iterator[RuleFinding]:
    start, end = record.interview.started_at, record.interview.ended_at
    breaks = _spans(record.timeline, TimelineKind.BREAK_START, TimelineKind.BREAK_END)
    if start is None or end is None or breaks is None or end < start:
        return
    recorded = _spans(record.timeline, TimelineKind.RECORDING_START, TimelineKind.RECORDING_STOP)
    if recorded:
        gap = (end - start) - sum((to - since for since, to in (*recorded, *breaks)), timedelta())
        if abs(gap) > _UNEXPLAINED:
            yield _warn("V-I-09", "Recording and breaks together do not make up the time of the interview.")
    longest = _LONGEST_FOR_CHILDREN if _is_child(record) else _LONGEST
    marks = [start, *(moment for span in breaks for moment in span), end]
    if any(to - since > longest for since, to in zip(marks[::2], marks[1::2], strict=True)):
        yield _warn("V-I-10", "There was a long stretch without a break.")
    if start.hour < 6 or start.hour >= 22:
        yield _warn("V-I-14", "The interview began at night.")


def _repetition(record: InterviewInFull) -> Iterator[RuleFinding]:
    if record.interview.sequence > 1 and not record.interview.necessity.strip():
        sentence = "The person was heard before, and the record does not say why again."
        yield _refuse("V-I-11", sentence) if _is_child(record) else _warn("V-I-11", sentence)


def _children(record: InterviewInFull) -> Iterator[RuleFinding]:
    if not _is_child(record):
        return
    if not _COMPANIONS & {presence.role for presence in record.presences}:
        yield _refuse("V-I-12", "A child was heard without a representative or companion.")
    if record.interview.recording_id is None and not record.interview.recording_note.strip():
        yield _refuse("V-I-12", "The record does not say why the interview of a child was not recorded.")


def _cautions(record: InterviewInFull) -> Iterator[RuleFinding]:
    given = {caution.code for caution in record.cautions if caution.given}
    needed = {CautionCode.ROLE_AND_PURPOSE}
    role = record.person.role
    if role in _SUSPECTS:
        needed |= {CautionCode.PRIVILEGE_AGAINST_SELF_INCRIMINATION, CautionCode.RIGHT_TO_LAWYER}
    elif not given & _ON_TRUTH:
        yield _refuse("V-I-15", "Neither the duty to tell the truth nor why there is none is recorded.")
    if role in _VICTIMS:
        needed.add(CautionCode.VICTIM_RIGHTS_INFORMATION)
    if record.engagements:
        needed.add(CautionCode.INTERPRETER_ROLE)
    if missing := needed - given:
        yield _refuse("V-I-15", f"Not recorded as given: {', '.join(sorted(missing))}.")


def _defence(record: InterviewInFull) -> Iterator[RuleFinding]:
    anticipated = record.interview.stage is ProcedureStage.ANTICIPATED_EVIDENCE
    if anticipated and not record.interview.defence_note.strip():
        yield _refuse("V-I-17", "Anticipated evidence must say how the defence could take part.")


def _sources(record: InterviewInFull) -> Iterator[RuleFinding]:
    binding = record.interview.authoritative_text is AuthoritativeText.SOURCE_LANGUAGE
    if binding and any(each.segment.source_text is None for each in record.segments):
        yield _refuse("V-I-18", "The original shall bind, and a segment holds a rendition alone.")


_CHECKS = (
    _state,
    _completeness,
    _times,
    _interpreters,
    _reading_back,
    _corrections,
    _duration,
    _repetition,
    _children,
    _cautions,
    _defence,
    _sources,
)


def _spans(
    timeline: tuple[TimelineEvent, ...], begins: TimelineKind, ends: TimelineKind
) -> list[tuple[datetime, datetime]] | None:
    """The spans between two kinds of events in order of time; None where they do not alternate."""
    events = sorted((each for each in timeline if each.kind in (begins, ends)), key=lambda each: each.at)
    starts, stops = events[::2], events[1::2]
    alternate = all(each.kind is begins for each in starts) and all(each.kind is ends for each in stops)
    if not alternate or len(events) % 2 or any(left.at == right.at for left, right in pairwise(events)):
        return None
    return [(start.at, stop.at) for start, stop in zip(starts, stops, strict=True)]


def _primary(language: str) -> str:
    return language.split("-", maxsplit=1)[0].lower()


def _is_child(record: InterviewInFull) -> bool:
    return record.person.age_status in _CHILDREN


def _refuse(rule: str, sentence: str) -> RuleFinding:
    return RuleFinding(rule=rule, level=Level.REFUSE, sentence=sentence)


def _warn(rule: str, sentence: str) -> RuleFinding:
    return RuleFinding(rule=rule, level=Level.WARN, sentence=sentence)
