"""Rules of an interview record: what refuses its signature, and what is told before it is signed.

Rules have numbers (V-I-01 ...) so that a refusal can be quoted. Nothing here knows a vault: the window can
ask at any time what would still be missing.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
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
from thb_desktop.findings import Finding, Standing
from thb_desktop.findings import broken as refuse
from thb_desktop.findings import unknown as warn

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
        if finding.standing is Standing.BROKEN:
            raise REFUSALS[finding.rule](f"rule {finding.code} is not met")


def check_interview(record: InterviewInFull) -> tuple[Finding, ...]:
    """All rules that this record does not meet, those that refuse first."""
    found = [finding for check in _CHECKS for finding in check(record)]
    return tuple(sorted(found, key=lambda finding: finding.standing is not Standing.BROKEN))


def _state(record: InterviewInFull) -> Iterator[Finding]:
    if record.interview.is_signed:
        yield refuse("V-I-08")


def _completeness(record: InterviewInFull) -> Iterator[Finding]:
    interview = record.interview
    needed = {
        "interview.started_at": interview.started_at,
        "interview.ended_at": interview.ended_at,
        "interview.place": interview.place.strip(),
        "interview.authority_id": interview.authority_id,
        "interview.presences": record.presences,
        "interview.segments": record.segments,
    }
    for field, value in needed.items():
        if not value:
            yield refuse("V-I-01", field=field)


def _times(record: InterviewInFull) -> Iterator[Finding]:
    start, end = record.interview.started_at, record.interview.ended_at
    if start is None or end is None:
        return
    if end < start:
        yield refuse("V-I-02.ends-before-it-begins", field="interview.ended_at")
        return
    for presence in record.presences:
        moments = (presence.from_at, presence.to_at)
        if any(moment is not None and not start <= moment <= end for moment in moments):
            yield refuse("V-I-02.presence-outside", about=presence.id, name=presence.name)
        if presence.from_at and presence.to_at and presence.to_at < presence.from_at:
            yield refuse("V-I-02.leaves-before-coming", about=presence.id, name=presence.name)
    for event in record.timeline:
        if not start <= event.at <= end:
            yield refuse("V-I-02.event-outside", about=event.id, kind=event.kind, at=event.at)
    if _spans(record.timeline, TimelineKind.BREAK_START, TimelineKind.BREAK_END) is None:
        yield refuse("V-I-02.breaks", field="interview.timeline")


def _interpreters(record: InterviewInFull) -> Iterator[Finding]:
    interview = record.interview
    foreign = _primary(interview.language) != _primary(interview.procedure_language)
    if foreign and not record.engagements and not interview.understood.strip():
        yield refuse("V-I-03", field="interview.engagements")
    for engagement in record.engagements:
        if engagement.oath is InterpreterOath.NOT_RECORDED:
            yield refuse("V-I-04", about=engagement.id, field="engagement.oath")
        if engagement.conflict is ConflictDeclaration.NOT_RECORDED:
            yield refuse("V-I-04", about=engagement.id, field="engagement.conflict")
        yield from _doubts_about(engagement)


def _doubts_about(engagement: InterpreterEngagement) -> Iterator[Finding]:
    if engagement.conflict in (ConflictDeclaration.DECLARED_ACCEPTED, ConflictDeclaration.DECLARED_REPLACED):
        yield warn("V-I-05.conflict", about=engagement.id, field="engagement.conflict")
    if engagement.relay:
        yield warn("V-I-05.relay", about=engagement.id, field="engagement.relay")
    if engagement.channel in (InterpretingChannel.VIDEO, InterpretingChannel.TELEPHONE):
        yield warn(
            "V-I-05.not-in-the-room",
            about=engagement.id,
            field="engagement.channel",
            channel=engagement.channel,
        )
    if engagement.dialect_match in (DialectMatch.DISTANT_BUT_UNDERSTOOD, DialectMatch.DIFFICULTIES_NOTED):
        yield warn("V-I-05.dialect", about=engagement.id, field="engagement.dialect_match")


def _reading_back(record: InterviewInFull) -> Iterator[Finding]:
    interview = record.interview
    if interview.readback_mode is ReadbackMode.NOT_RECORDED:
        yield refuse("V-I-06.answer-missing", field="interview.readback_mode")
    if interview.readback_mode in _REASONED and not interview.readback_note.strip():
        yield refuse("V-I-06.reason-missing", field="interview.readback_note")
    if interview.confirmation is PersonConfirmation.NOT_RECORDED:
        yield refuse("V-I-06.answer-missing", field="interview.confirmation")
    if record.engagements and not interview.interpretation_complaint.strip():
        yield refuse("V-I-06.answer-missing", field="interview.interpretation_complaint")
    signers = {signature.role for signature in record.signatures}
    needed = [SignerRole.PERSON_HEARD]
    if record.engagements:
        needed.append(SignerRole.INTERPRETER)
    for role in needed:
        if role not in signers:
            yield refuse("V-I-06.signature-missing", field="interview.signatures", signer=role)
    if not signers & {SignerRole.INTERVIEWER, SignerRole.JUDGE}:
        yield refuse("V-I-06.authority-signature-missing", field="interview.signatures")


def _corrections(record: InterviewInFull) -> Iterator[Finding]:
    corrected = record.interview.confirmation is PersonConfirmation.CONFIRMED_WITH_CORRECTIONS
    if corrected and not record.corrections:
        yield refuse("V-I-07.none", field="interview.corrections")
    for correction in record.corrections:
        if not (correction.before.strip() and correction.after.strip() and correction.requested_by.strip()):
            yield refuse("V-I-07.incomplete", about=correction.id, field="interview.corrections")


def _duration(record: InterviewInFull) -> Iterator[Finding]:
    start, end = record.interview.started_at, record.interview.ended_at
    breaks = _spans(record.timeline, TimelineKind.BREAK_START, TimelineKind.BREAK_END)
    if start is None or end is None or breaks is None or end < start:
        return
    recorded = _spans(record.timeline, TimelineKind.RECORDING_START, TimelineKind.RECORDING_STOP)
    if recorded:
        gap = (end - start) - sum((to - since for since, to in (*recorded, *breaks)), timedelta())
        if abs(gap) > _UNEXPLAINED:
            yield warn("V-I-09", field="interview.timeline", minutes=abs(gap) // timedelta(minutes=1))
    longest = _LONGEST_FOR_CHILDREN if _is_child(record) else _LONGEST
    marks = [start, *(moment for span in breaks for moment in span), end]
    if any(to - since > longest for since, to in zip(marks[::2], marks[1::2], strict=True)):
        yield warn("V-I-10", field="interview.timeline", minutes=longest // timedelta(minutes=1))
    if start.hour < 6 or start.hour >= 22:
        yield warn("V-I-14", field="interview.started_at")


def _repetition(record: InterviewInFull) -> Iterator[Finding]:
    if record.interview.sequence > 1 and not record.interview.necessity.strip():
        say = refuse if _is_child(record) else warn
        yield say("V-I-11", field="interview.necessity")


def _children(record: InterviewInFull) -> Iterator[Finding]:
    if not _is_child(record):
        return
    if not _COMPANIONS & {presence.role for presence in record.presences}:
        yield refuse("V-I-12.unaccompanied", field="interview.presences")
    if record.interview.recording_id is None and not record.interview.recording_note.strip():
        yield refuse("V-I-12.not-recorded", field="interview.recording_note")


def _cautions(record: InterviewInFull) -> Iterator[Finding]:
    given = {caution.code for caution in record.cautions if caution.given}
    needed = {CautionCode.ROLE_AND_PURPOSE}
    if _SUSPECTS & set(record.roles):
        needed |= {CautionCode.PRIVILEGE_AGAINST_SELF_INCRIMINATION, CautionCode.RIGHT_TO_LAWYER}
    elif not given & _ON_TRUTH:
        yield refuse("V-I-15.truth", field="interview.cautions")
    if _VICTIMS & set(record.roles):
        needed.add(CautionCode.VICTIM_RIGHTS_INFORMATION)
    if record.engagements:
        needed.add(CautionCode.INTERPRETER_ROLE)
    if missing := needed - given:
        yield refuse("V-I-15.not-given", field="interview.cautions", missing=tuple(sorted(missing)))


def _defence(record: InterviewInFull) -> Iterator[Finding]:
    anticipated = record.interview.stage is ProcedureStage.ANTICIPATED_EVIDENCE
    if anticipated and not record.interview.defence_note.strip():
        yield refuse("V-I-17", field="interview.defence_note")


def _sources(record: InterviewInFull) -> Iterator[Finding]:
    binding = record.interview.authoritative_text is AuthoritativeText.SOURCE_LANGUAGE
    lacking = tuple(each.segment.label for each in record.segments if each.segment.source_text is None)
    if binding and lacking:
        yield refuse("V-I-18", field="interview.segments", segments=lacking)


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
