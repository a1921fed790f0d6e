"""Rules of an interview record: what prevents its signature, and what gives a warning before it.

Rules have numbers (V-I-01 ...) for reference. The description of the fields says which are required. Nothing
here depends on a vault: the window can check at any time what is missing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self

from thb_desktop.domain import interview_fields as described
from thb_desktop.domain.address_rules import check_addresses
from thb_desktop.domain.blank import is_blank, is_empty
from thb_desktop.domain.elsewhere_rules import check_taken_over
from thb_desktop.domain.fields import Description, Needed
from thb_desktop.domain.interview_account import check_account
from thb_desktop.domain.interview_closing import (
    check_certified,
    check_corrections,
    check_reading_back,
    check_signed_for_authority,
    check_texts,
)
from thb_desktop.domain.interview_conditions import check_conditions
from thb_desktop.domain.interview_information import check_information
from thb_desktop.domain.interview_interpreting import check_interpreters
from thb_desktop.domain.interview_minutes import check_minutes
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.interview_safeguards import check_safeguards, is_child
from thb_desktop.domain.interview_spans import check_spans
from thb_desktop.domain.interview_times import (
    check_further,
    check_header,
    check_order,
    check_row,
    check_within,
    check_zone,
    spans,
    verify_header,
    verify_row,
)
from thb_desktop.domain.lineup_rules import check_lineups
from thb_desktop.domain.number_rules import check_numbers
from thb_desktop.domain.office import Office
from thb_desktop.domain.presence_rules import check_presences
from thb_desktop.domain.vocabulary import DefenceParticipation, PresenceRole, ProcedureStage, TimelineKind
from thb_desktop.errors import (
    AddressPrintedError,
    CautionsIncompleteError,
    ChildUnaccompaniedError,
    ComparisonMissingError,
    CorrectionIncompleteError,
    DefenceUnexplainedError,
    InterpreterMissingError,
    InterpreterUndeclaredError,
    InterviewIncompleteError,
    InterviewTimesError,
    PresenceNamedError,
    ReadBackMissingError,
    RecordFrozenError,
    RepetitionUnexplainedError,
    SourceNotCapturedError,
    ThbError,
)
from thb_desktop.findings import Finding, Standing
from thb_desktop.findings import broken as refuse
from thb_desktop.findings import holds as tell
from thb_desktop.findings import unknown as warn

__all__ = ["MISSING", "REFUSALS", "check_interview", "verify_header", "verify_row", "verify_signable"]

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
    "V-I-22": AddressPrintedError,
    "V-I-24": ComparisonMissingError,
    "V-I-31": PresenceNamedError,
}
"""The error of each rule that refuses."""

MISSING: dict[str, str] = {
    rule: f"{rule}.missing"
    for rule in (
        *("V-I-01", "V-I-04", "V-I-06", "V-I-07", "V-I-11", "V-I-12"),
        *("V-I-13", "V-I-14", "V-I-15", "V-I-17", "V-I-30"),
    )
}
"""By rule: the finding for an empty required field."""

_SAID = {Needed.TO_SIGN: refuse, Needed.TOLD: warn, Needed.NAMED: tell}
_WEIGHTS = (Standing.BROKEN, Standing.UNKNOWN, Standing.HOLDS)
_COMPANIONS = frozenset(
    {
        PresenceRole.GUARDIAN,
        PresenceRole.SPECIAL_REPRESENTATIVE,
        PresenceRole.SUPPORT_PERSON,
        PresenceRole.VICTIM_LAWYER,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Longest:
    """After how many minutes without a break it is warned, and after how many with a child (V-I-10)."""

    adult: int = 90
    child: int = 45

    @classmethod
    def of(cls, office: Office) -> Self:
        """As this office set it, or else as the program does."""
        usual = cls()
        return cls(
            adult=office.longest_minutes or usual.adult, child=office.longest_minutes_child or usual.child
        )


_USUAL = Longest()


def verify_signable(
    record: InterviewInFull, *, now: datetime, sealed_addresses: Sequence[str] | None = ()
) -> None:
    """Raise the error of the first rule that refuses the signature of this record."""
    for finding in check_interview(record, now=now, sealed_addresses=sealed_addresses):
        if finding.standing is Standing.BROKEN:
            raise REFUSALS[finding.code](f"rule {finding.key} is not met")


def check_interview(
    record: InterviewInFull,
    *,
    now: datetime,
    sealed_addresses: Sequence[str] | None = (),
    sealed_numbers: Sequence[str] = (),
    longest: Longest = _USUAL,
) -> tuple[Finding, ...]:
    """Return all unmet rules of this record; struck rows do not count, except for the names that they print
    (V-I-31).

    Those that refuse come first, then those that warn (UNKNOWN), then what is only told (HOLDS).

    sealed_addresses: those sealed with the identities of the case; None if they cannot be opened.
    sealed_numbers: the contacts and documents sealed with those that are protected. longest: of the office.
    """
    standing = record.without_struck()
    if record.taken_over is not None:
        found = [
            *check_taken_over(record, record.taken_over, now),
            *check_presences(record),
            *check_addresses(standing, sealed_addresses),
            *check_numbers(standing, sealed_numbers),
        ]
        return tuple(sorted(found, key=lambda finding: _WEIGHTS.index(finding.standing)))
    checks = _OF_RECTIFICATIONS if record.interview.rectifies_id else _CHECKS
    found = [
        *_possible(standing, now),
        *(finding for check in checks for finding in check(standing)),
        *check_presences(record),
        *(() if record.interview.rectifies_id else _without_break(standing, longest)),
        *check_addresses(standing, sealed_addresses),
        *check_numbers(standing, sealed_numbers),
    ]
    return tuple(sorted(found, key=lambda finding: _WEIGHTS.index(finding.standing)))


def _possible(record: InterviewInFull, now: datetime) -> Iterator[Finding]:
    """Check for impossible times."""
    yield from check_header(record.interview, now=now)
    for row in record.rows:
        yield from check_row(row, now=now)


def _state(record: InterviewInFull) -> Iterator[Finding]:
    if record.interview.is_signed:
        yield refuse("V-I-08")


def _needed(record: InterviewInFull) -> Iterator[Finding]:
    """Check each required field of the header and of the rows."""
    yield from _lacking(described.INTERVIEW, record.interview)
    by_entity = {each.entity: each for each in described.ROWS}
    for row in record.rows:
        yield from _lacking(by_entity[type(row)], row, about=row.id)
    for each in record.presences:
        if each.role is PresenceRole.OTHER and is_blank(each.function):
            yield warn("V-I-01.missing", about=each.id, field="presence.function")
    for field, rows in (("presences", record.presences), ("segments", record.segments)):
        if not rows:
            yield refuse("V-I-01.missing", field=f"interview.{field}")


def _lacking(description: Description, value: object, *, about: str = "") -> Iterator[Finding]:
    for field in description.fields:
        if field.needed and is_empty(getattr(value, field.name)):
            say, key = _SAID[field.needed], MISSING[field.rules[0]]
            if field.needed is Needed.NAMED:
                key = "V-I-01.expected"
            yield say(key, about=about, field=f"{description.name}.{field.name}")


def _answers_with_rows(record: InterviewInFull) -> Iterator[Finding]:
    """A yes needs its rows, and a no must have none."""
    interview = record.interview
    for field, answer, rows in (
        ("interview.measures_decided", interview.measures_decided, record.measures),
        ("interview.earlier_known", interview.earlier_known, record.earlier),
    ):
        if answer is True and not rows:
            yield refuse("V-I-01.none-listed", field=field)
        if answer is False and rows:
            yield refuse("V-I-01.listed-despite-no", field=field)


def _times(record: InterviewInFull) -> Iterator[Finding]:
    start, end = record.interview.started_at, record.interview.ended_at
    yield from check_zone(record.interview)
    if start is not None and end is not None and start <= end:
        yield from check_within(start, end, record.rows)
        yield from check_order(record.interview, record.rows)
        yield from check_further(record.interview, record.rows)
    if spans(record.timeline, TimelineKind.BREAK_START, TimelineKind.BREAK_END) is None:
        yield refuse("V-I-02.breaks", field="interview.timeline")


def _rectifies(record: InterviewInFull) -> Iterator[Finding]:
    """A note of rectification needs an authority, its corrections, and a signature for the authority."""
    if record.interview.authority_id is None:
        yield refuse("V-I-01.missing", field="interview.authority_id")
    if not (record.corrections or record.interview.rectified_facts):
        yield refuse("V-I-07.nothing-rectified", field="interview.corrections")
    for row in record.corrections:
        yield from _lacking(described.CORRECTION, row, about=row.id)
    yield from check_texts(record.corrections)
    yield from check_signed_for_authority(record)


def _without_break(record: InterviewInFull, longest: Longest) -> Iterator[Finding]:
    start, end = record.interview.started_at, record.interview.ended_at
    breaks = spans(record.timeline, TimelineKind.BREAK_START, TimelineKind.BREAK_END)
    if start is None or end is None or breaks is None or end < start:
        return
    minutes = longest.child if is_child(record) else longest.adult
    marks = [start, *(moment for span in breaks for moment in span), end]
    most = timedelta(minutes=minutes)
    if any(to - since > most for since, to in zip(marks[::2], marks[1::2], strict=True)):
        yield warn("V-I-10", field="interview.timeline", minutes=minutes)


def _repetition(record: InterviewInFull) -> Iterator[Finding]:
    if (record.interview.sequence or 0) > 1 and is_blank(record.interview.necessity):
        say = refuse if is_child(record) else warn
        yield say("V-I-11.necessity", field="interview.necessity")


def _children(record: InterviewInFull) -> Iterator[Finding]:
    if not is_child(record):
        return
    interview = record.interview
    companions = [each for each in record.presences if each.role in _COMPANIONS]
    if not companions and is_blank(interview.unaccompanied_reason):
        yield refuse("V-I-12.unaccompanied", field="interview.presences")
    if interview.recording_made is None:
        yield refuse("V-I-12.missing", field="interview.recording_made")
    if interview.recording_made is False and is_blank(interview.recording_note):
        yield refuse("V-I-12.not-recorded", field="interview.recording_note")


def _defence(record: InterviewInFull) -> Iterator[Finding]:
    """An answer needs its explanation, and anticipated evidence needs one in any case."""
    interview = record.interview
    if not is_blank(interview.defence_note):
        return
    if interview.stage is ProcedureStage.ANTICIPATED_EVIDENCE:
        yield refuse("V-I-17.explanation", field="interview.defence_note")
    elif interview.defence_participation not in (None, DefenceParticipation.NOT_APPLICABLE):
        yield warn("V-I-17.explanation", field="interview.defence_note")


_CHECKS = (
    _state,
    _needed,
    _answers_with_rows,
    _times,
    check_interpreters,
    check_reading_back,
    check_corrections,
    check_spans,
    _repetition,
    _children,
    check_safeguards,
    check_information,
    check_lineups,
    _defence,
    check_conditions,
    check_account,
    check_certified,
    check_minutes,
)
_OF_RECTIFICATIONS = (_state, _rectifies)
