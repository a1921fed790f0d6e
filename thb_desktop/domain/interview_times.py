"""Rules about the times of an interview: what is impossible, and what takes too long."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import datetime, timedelta
from functools import cache
from itertools import pairwise

from thb_desktop.domain.date_reach import verify_reach
from thb_desktop.domain.interview import (
    Caution,
    Formality,
    InterpreterEngagement,
    Interview,
    Presence,
    ReadBackCorrection,
    TimelineEvent,
)
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.interview_rows import Intervention, Lineup, Recording, RecordSignature
from thb_desktop.domain.vocabulary import TimelineKind
from thb_desktop.domain.zones import is_known, offsets
from thb_desktop.errors import InterviewTimesError
from thb_desktop.findings import Finding
from thb_desktop.findings import broken as refuse
from thb_desktop.findings import unknown as warn

FIRST_YEAR = 1900
LONGEST = timedelta(days=1)
_MINUTE = timedelta(minutes=1) - timedelta(microseconds=1)
_OF_PLACE = ("started_at", "ended_at", "readback_started_at", "readback_ended_at")
"""The times of a header that the clock of the place told."""
_AHEAD = timedelta(minutes=10)
"""How much another clock may be ahead of this one before a time counts as in the future."""


def verify_header(interview: Interview, *, now: datetime) -> None:
    """Raise InterviewTimesError for a header with impossible times."""
    verify_reach("interview", interview, now)
    for finding in check_header(interview, now=now):
        raise InterviewTimesError(f"rule {finding.code} is not met")


def verify_row(row: Formality, *, now: datetime) -> None:
    """Raise InterviewTimesError for a row with impossible times."""
    verify_reach(table_name(row), row, now)
    for finding in check_row(row, now=now):
        raise InterviewTimesError(f"rule {finding.code} is not met", finding.field)


def check_header(interview: Interview, *, now: datetime) -> Iterator[Finding]:
    """Check the times of a header by themselves."""
    yield from _implausible(interview, "interview", now=now)
    start, end = interview.started_at, interview.ended_at
    if start and end and end < start:
        yield refuse("V-I-02.ends-before-it-begins", field="interview.ended_at")
    if start and end and end - start > LONGEST:
        yield refuse("V-I-02.too-long", field="interview.ended_at")
    if start and interview.held_on:
        yield refuse("V-I-02.another-day", field="interview.held_on")
    first = interview.held_on.earliest if interview.held_on else None
    last = interview.held_on.end_begins if interview.held_on else None
    if first and last and (first.year < FIRST_YEAR or last > (now + LONGEST).date()):
        yield refuse("V-I-02.implausible", field="interview.held_on", at=first.isoformat())
    since, until = interview.readback_started_at, interview.readback_ended_at
    if since and until and until < since:
        yield refuse("V-I-02.read-back", field="interview.readback_ended_at")
    if start and since and since < start:
        yield refuse("V-I-02.read-back-before", field="interview.readback_started_at")


def check_zone(interview: Interview) -> Iterator[Finding]:
    """Check that each time of a header has an offset that the clocks of its place had then."""
    zone, field = interview.zone, "interview.zone"
    if zone and not is_known(zone):
        yield warn("V-I-02.zone-unknown", field=field, zone=zone)
    elif zone:
        told = filter(None, (getattr(interview, name) for name in _OF_PLACE))
        others = [at for at in told if at.utcoffset() not in offsets(at.replace(tzinfo=None, fold=0), zone)]
        if others:
            # As text: a window shows moments by its own clock, and here the offset is what is told.
            times = tuple(at.isoformat(" ", "minutes") for at in others)
            yield warn("V-I-02.zone-differs", field=field, zone=zone, times=times)


def check_row(row: Formality, *, now: datetime) -> Iterator[Finding]:
    """Check the times of a row by themselves."""
    yield from _implausible(row, table_name(row), about=row.id, now=now)
    if isinstance(row, Presence) and row.from_at and row.to_at and row.to_at < row.from_at:
        yield refuse("V-I-02.leaves-before-coming", about=row.id, field="presence.to_at", name=row.name)
    if isinstance(row, Recording) and row.started_at and row.stopped_at and row.stopped_at < row.started_at:
        yield refuse("V-I-02.recorded-backwards", about=row.id, field="recording.stopped_at")
    if (
        isinstance(row, InterpreterEngagement)
        and row.worked_from
        and row.worked_to
        and row.worked_to < row.worked_from
    ):
        yield refuse("V-I-02.works-backwards", about=row.id, field="interpreter_engagement.worked_to")


def check_within(start: datetime, end: datetime, rows: tuple[Formality, ...]) -> Iterator[Finding]:
    """Check presences and events against the time of the interview."""
    end = _last_moment(end)
    for row in rows:
        if isinstance(row, Presence):
            moments = (row.from_at, row.to_at)
            if any(each is not None and not start <= each <= end for each in moments):
                yield refuse("V-I-02.presence-outside", about=row.id, field="presence.from_at", name=row.name)
        elif isinstance(row, TimelineEvent) and not start <= row.at <= end:
            yield refuse(
                "V-I-02.event-outside", about=row.id, field="timeline_event.at", kind=row.kind, at=row.at
            )


def _last_moment(end: datetime) -> datetime:
    """Return the end of the minute if an end was written to the minute: what is in it is not after it."""
    return end if end.second or end.microsecond else end + _MINUTE


def check_order(interview: Interview, rows: tuple[Formality, ...]) -> Iterator[Finding]:
    """Check information given, interpreters, corrections and signatures against the time of the interview.

    An interpreter works until the reading back has ended; information may be given in writing beforehand.
    """
    start, end = interview.started_at, interview.ended_at
    if start is None or end is None:
        return
    end = _last_moment(end)
    closed = max(end, _last_moment(interview.readback_ended_at or end))
    read = _last_moment(interview.readback_ended_at or interview.ended_at or end)
    for row in rows:
        match row:
            case Caution(given_at=at) if at and at > end:
                yield refuse("V-I-02.caution-after", about=row.id, field="caution.given_at", caution=row.code)
            case Caution(given_at=at) if at and start - at > LONGEST:
                yield warn("V-I-02.caution-early", about=row.id, field="caution.given_at", caution=row.code)
            case InterpreterEngagement(worked_from=since, worked_to=until) if (since and since > closed) or (
                until and until < start
            ):
                yield refuse(
                    "V-I-02.worked-outside", about=row.id, field="interpreter_engagement.worked_from"
                )
            case InterpreterEngagement(comprehension_checked_at=at) if at and (
                start - at > LONGEST or at > closed
            ):
                yield refuse(
                    "V-I-02.checked-outside",
                    about=row.id,
                    field="interpreter_engagement.comprehension_checked_at",
                )
            case ReadBackCorrection(at=at) if at and at < start:
                yield refuse("V-I-02.correction-before", about=row.id, field="read_back_correction.at")
            case ReadBackCorrection(at=at) if at and at > read:
                yield warn("V-I-07.late", about=row.id, field="read_back_correction.at", at=at)
            case RecordSignature(at=at) if at and at < start:
                yield refuse("V-I-02.signed-before", about=row.id, field="record_signature.at", name=row.name)


def check_further(interview: Interview, rows: tuple[Formality, ...]) -> Iterator[Finding]:
    """Check line-ups against the time of the interview, interventions and recordings also against that of its
    reading back.
    """
    start, end = interview.started_at, interview.ended_at
    if start is None or end is None:
        return
    closed = _last_moment(max(end, interview.readback_ended_at or end))
    for row in rows:
        match row:
            case Intervention(at=at) if at and not start <= at <= closed:
                yield refuse("V-I-02.intervention-outside", about=row.id, field="intervention.at", at=at)
            case Lineup(shown_at=at, number=number) if at and not start <= at <= _last_moment(end):
                yield refuse("V-I-02.lineup-outside", about=row.id, field="lineup.shown_at", number=number)
            case Recording(started_at=since, stopped_at=until) if (since and since > closed) or (
                until and until < start
            ):
                yield refuse("V-I-02.recorded-outside", about=row.id, field="recording.started_at")


def spans(
    timeline: tuple[TimelineEvent, ...], begins: TimelineKind, ends: TimelineKind
) -> list[tuple[datetime, datetime]] | None:
    """Return the spans between two kinds of events in order of time; None if they do not alternate."""
    events = in_time(timeline, begins, ends)
    starts, stops = events[::2], events[1::2]
    alternate = all(each.kind is begins for each in starts) and all(each.kind is ends for each in stops)
    if not alternate or len(events) % 2 or any(left.at == right.at for left, right in pairwise(events)):
        return None
    return [(start.at, stop.at) for start, stop in zip(starts, stops, strict=True)]


def ended_spans(
    timeline: tuple[TimelineEvent, ...], begins: TimelineKind, ends: TimelineKind
) -> list[tuple[datetime, datetime]]:
    """Return the spans of which both ends are known: each beginning that an end follows directly."""
    events = in_time(timeline, begins, ends)
    return [(one.at, two.at) for one, two in pairwise(events) if one.kind is begins and two.kind is ends]


def in_time(
    timeline: tuple[TimelineEvent, ...], begins: TimelineKind, ends: TimelineKind
) -> list[TimelineEvent]:
    """Return the events of two kinds in order of time."""
    return sorted((each for each in timeline if each.kind in (begins, ends)), key=lambda each: each.at)


def recorded_spans(record: InterviewInFull) -> list[tuple[datetime, datetime]] | None:
    """Return when it was recorded: by the timeline, or else by the list of recordings; None if a start or a
    stop is missing.
    """
    begins, ends = TimelineKind.RECORDING_START, TimelineKind.RECORDING_STOP
    if any(each.kind in (begins, ends) for each in record.timeline):
        return spans(record.timeline, begins, ends)
    listed = [(each.started_at, each.stopped_at) for each in record.recordings]
    found = [(since, until) for since, until in listed if since and until]
    known = [pair for pair in listed if any(pair)]
    return sorted(found) if len(found) == len(known) else None


def joined(found: Iterable[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    """Return spans in order, those that overlap or touch as one: two cameras record no time twice."""
    whole: list[tuple[datetime, datetime]] = []
    for since, until in sorted(found):
        if whole and since <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(whole[-1][1], until))
        else:
            whole.append((since, until))
    return whole


def lasting(
    found: Iterable[tuple[datetime, datetime]], since: datetime | None = None, until: datetime | None = None
) -> timedelta:
    """Return how long spans last that do not overlap, within these times if they are given."""
    parts = ((max(a, since or a), min(b, until or b)) for a, b in found)
    return sum((b - a for a, b in parts if b > a), timedelta())


def table_name(row: object) -> str:
    """Return the table of a row, by which fields are named: "timeline_event"."""
    return _table_named(type(row).__name__)


@cache
def _table_named(name: str) -> str:
    return "".join(f"_{each.lower()}" if each.isupper() else each for each in name).lstrip("_")


def _implausible(
    value: Interview | Formality, entity: str, *, now: datetime, about: str = ""
) -> Iterator[Finding]:
    for field in fields(value):
        at = getattr(value, field.name)
        if isinstance(at, datetime) and (at.year < FIRST_YEAR or at > now + _AHEAD):
            yield refuse("V-I-02.implausible", about=about, field=f"{entity}.{field.name}", at=at)
