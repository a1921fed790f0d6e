"""Events of an interview as lines between its turns: breaks, who enters and leaves, exhibits shown."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.interview import TimelineEvent
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.segment import Segment
from thb_desktop.domain.vocabulary import Conduct, TimelineKind, UtteranceKind
from ui.labels import words
from ui.text import isolate, isolate_words, translate

FIRST = SegmentId("")
"""The place before the first turn."""
_ICONS = {
    TimelineKind.BREAK_START: "pause",
    TimelineKind.BREAK_END: "pause",
    TimelineKind.EXHIBIT_SHOWN: "archive",
    TimelineKind.PHOTO_LINEUP: "archive",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An event in one line. clock: when, or from when to when."""

    clock: str
    words: str
    icon: str


def lines_of(record: InterviewInFull, named: Mapping[str, str]) -> dict[SegmentId, tuple[Line, ...]]:
    """Return the events of a record by the turn behind which each stands; `FIRST` for those before.

    An event has a place among the turns only where turns have a time. named: the words of exhibits by id.
    """
    if not record.timeline:
        return {}
    timed = [(each.segment.at, each.segment.id) for each in record.segments if each.segment.at]
    if record.segments and not timed:
        return {}
    found: dict[SegmentId, tuple[Line, ...]] = {}
    named = {**named, **{each.id: isolate(each.number) for each in record.lineups}}
    for at, line in _lines(sorted(record.timeline, key=lambda each: each.at), named):
        place = next((turn for since, turn in reversed(timed) if since <= at), FIRST)
        found[place] = (*found.get(place, ()), line)
    return found


def conduct_of(segment: Segment) -> tuple[Line, ...]:
    """Return what could be seen while a turn was said, as a line behind it; a description says it itself."""
    if not segment.conduct or segment.kind is UtteranceKind.DESCRIPTION:
        return ()
    seconds = f"{segment.silence_seconds} s" if segment.silence_seconds else ""
    further = {Conduct.SILENCE: seconds, Conduct.POINTS: segment.pointed_at}
    told = [
        f"{words(each).lower()}, {isolate(more)}" if (more := further.get(each)) else words(each).lower()
        for each in segment.conduct
    ]
    return (Line(clock=isolate(clock(segment.at)), words=f"[{'; '.join(told)}]", icon="user-round"),)


def break_since(timeline: Sequence[TimelineEvent]) -> datetime | None:
    """Return since when there is a break that has not ended; None outside one."""
    kinds = {TimelineKind.BREAK_START, TimelineKind.BREAK_END}
    told = sorted((each for each in timeline if each.kind in kinds and not each.struck), key=lambda e: e.at)
    return told[-1].at if told and told[-1].kind is TimelineKind.BREAK_START else None


def clock(at: datetime | None) -> str:
    """Return the time of day of a moment, by its own clock; empty for none."""
    return f"{at:%H:%M}" if at else ""


def _lines(timeline: Sequence[TimelineEvent], named: Mapping[str, str]) -> Iterator[tuple[datetime, Line]]:
    begun: TimelineEvent | None = None
    for event in timeline:
        if event.struck:
            continue
        if event.kind is TimelineKind.BREAK_START:
            if begun is not None:
                yield begun.at, _line(begun, "", named)
            begun = event
        elif event.kind is TimelineKind.BREAK_END and begun is not None:
            yield begun.at, _line(begun, clock(event.at), named)
            begun = None
        else:
            yield event.at, _line(event, "", named)
    if begun is not None:
        yield begun.at, _line(begun, "\u2026", named)


def _line(event: TimelineEvent, until: str, named: Mapping[str, str]) -> Line:
    what = words(event.kind)
    if event.kind is TimelineKind.BREAK_START:
        what = translate("lines", "Break")
    parts = [
        what,
        words(event.reason).lower() if event.reason else "",
        named.get(event.exhibit_id, "") if event.exhibit_id else "",
        named.get(event.lineup_id, "") if event.lineup_id else "",
        isolate_words(event.note),
    ]
    since = clock(event.at)
    return Line(
        clock=isolate(f"{since} \u2013 {until}" if until else since),
        words="  \u00b7  ".join(part for part in parts if part),
        icon=_ICONS.get(event.kind, "user-round"),
    )
