"""Rules about what recordings and breaks explain of the time of an interview (V-I-09)."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import zip_longest

from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.interview_times import (
    ended_spans,
    in_time,
    joined,
    lasting,
    recorded_spans,
    spans,
)
from thb_desktop.domain.vocabulary import TimelineKind
from thb_desktop.findings import Finding
from thb_desktop.findings import holds as tell
from thb_desktop.findings import unknown as warn

_UNEXPLAINED = timedelta(minutes=2)


def check_spans(record: InterviewInFull) -> Iterator[Finding]:
    yield from _duration(record)
    yield from _in_breaks(record)
    yield from _recordings(record)
    yield from _reasons(record)


def _duration(record: InterviewInFull) -> Iterator[Finding]:
    start, end = record.interview.started_at, record.interview.ended_at
    breaks = spans(record.timeline, TimelineKind.BREAK_START, TimelineKind.BREAK_END)
    if start is None or end is None or breaks is None or end < start:
        return
    recorded = recorded_spans(record)
    if recorded is None:
        yield warn("V-I-09.unpaired", field="interview.timeline")
    elif recorded:
        told = joined((*recorded, *breaks))
        read_back = record.interview.readback_ended_at
        gap = max(
            (end - start) - lasting(told, start, end),
            lasting(told) - lasting(told, start, max(end, read_back or end)),
        )
        if gap > _UNEXPLAINED:
            yield warn("V-I-09.gap", field="interview.timeline", minutes=gap // timedelta(minutes=1))
    elif record.interview.recording_made:
        yield warn("V-I-09.no-times", field="interview.timeline")


def _in_breaks(record: InterviewInFull) -> Iterator[Finding]:
    """Turns that were said during a break: its end was forgotten, or entered late.

    A break without its end hides nothing of those that have one.
    """
    breaks = ended_spans(record.timeline, TimelineKind.BREAK_START, TimelineKind.BREAK_END)
    turns = tuple(
        each.label
        for each in record.segments
        if (at := each.segment.at) is not None and any(since < at < until for since, until in breaks)
    )
    if turns:
        yield warn("V-I-09.in-break", field="interview.timeline", segments=turns)


def _recordings(record: InterviewInFull) -> Iterator[Finding]:
    """A working copy is another exhibit than the master: what is played is not what is kept."""
    for row in record.recordings:
        if not row.struck and row.exhibit_id and row.exhibit_id == row.working_copy_id:
            yield warn("V-I-09.one-exhibit", about=row.id, field="recording.working_copy_id")


def _reasons(record: InterviewInFull) -> Iterator[Finding]:
    """A break has its reason where it begins or where it ends."""
    breaks = in_time(record.timeline, TimelineKind.BREAK_START, TimelineKind.BREAK_END)
    for one, after in zip_longest(breaks, breaks[1:]):
        ends = after if after is not None and after.kind is TimelineKind.BREAK_END else None
        if one.kind is TimelineKind.BREAK_START and not (one.reason or (ends and ends.reason)):
            yield tell("V-I-09.break-reason", about=one.id, field="timeline_event.reason", at=one.at)
