"""The course of an interview as a strip: from beginning to end, with its breaks and what was recorded.

It is an artifact: the list of events says the same in words.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from thb_desktop.domain.interview import TimelineEvent
from thb_desktop.domain.interview_fields import TIMELINE_EVENT
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.vocabulary import TimelineKind
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.parts.compact import Block
from thb_desktop.report.parts.described import said, struck
from thb_desktop.report.parts.setting import Setting, clock_within
from thb_desktop.report.style import ACCENT, CELL_NOTE, CELL_STRONG, MUTED, Colour
from thb_desktop.report.text import Align, Paragraph, TextStyle, draw

_PAPER: Colour = (1.0, 1.0, 1.0)
_BAR, _THIN, _LABEL, _END = 7.0, 2.0, 60.0, 34.0
_ROOM, _NOTE = 31.0, 10.0


class _Span(NamedTuple):
    start: datetime
    end: datetime


def course_block(setting: Setting, heading: str, full: InterviewInFull) -> Block:
    """Return the events in the order of time, each hour once: by the clock where the day is the record's."""
    told: dict[str, list[str]] = {}
    for event in sorted(full.timeline, key=lambda event: event.at):
        fields = (each for each in TIMELINE_EVENT.printed() if each.name not in ("kind", "at"))
        further = filter(None, (said(setting, each, getattr(event, each.name)) for each in fields))
        details = setting.apart((*further, *filter(None, [struck(setting, event)])))
        kind = setting.words.label(event.kind)
        clock = clock_within(event.at, full.interview.started_at)
        told.setdefault(clock, []).append(f"{kind} ({details})" if details else kind)
    return Block(heading=heading, facts=[(clock, setting.apart(texts)) for clock, texts in told.items()])


def draw_timeline(setting: Setting, full: InterviewInFull, *, is_explained: bool = False) -> None:
    """Draw the strip of an interview of which beginning and end are known, and anything between them.
    is_explained: whether the note on strips stands above all records.
    """
    found = _found(full)
    if found is not None:
        whole, breaks, recorded = found
        note = "" if is_explained else setting.words.interview.timeline_note
        _Strip(setting.flow, whole).draw(breaks, recorded, note)


def has_strip(full: InterviewInFull) -> bool:
    """Whether the course of a record is drawn as a strip."""
    return _found(full) is not None


def _found(full: InterviewInFull) -> tuple[_Span, list[_Span], list[_Span]] | None:
    """Return the whole, the breaks and what was recorded; None where there is nothing to draw."""
    events = sorted(full.without_struck().timeline, key=lambda event: event.at)
    whole = _whole(full, events)
    if whole is None:
        return None
    breaks = list(_spans(events, TimelineKind.BREAK_START, TimelineKind.BREAK_END, whole))
    recorded = list(_spans(events, TimelineKind.RECORDING_START, TimelineKind.RECORDING_STOP, whole))
    return (whole, breaks, recorded) if breaks or recorded else None


class _Strip:
    def __init__(self, flow: Flow, whole: _Span) -> None:
        self._flow, self._whole = flow, whole

    def draw(self, breaks: Sequence[_Span], recorded: Sequence[_Span], note: str) -> None:
        flow, whole = self._flow, self._whole
        flow.need(_ROOM + (_NOTE if note else 0))
        flow.gap(3)
        page, top = flow.page, flow.top
        bar = top - 13 - _BAR
        page.tint(flow.left, bar, flow.width, _BAR, colour=MUTED)
        for each in breaks:
            left, right = self._at(each.start), self._at(each.end)
            page.tint(left, bar + 0.8, max(right - left, 1.0), _BAR - 1.6, colour=_PAPER)
        for each in recorded:
            left, right = self._at(each.start), self._at(each.end)
            page.tint(left, bar - _THIN - 1.5, max(right - left, 1.0), _THIN, colour=ACCENT)
        under = bar - _THIN - 2
        with page.artifact("Layout"):
            draw(self._text(_clock(whole.start), CELL_STRONG), page, flow.left, top)
            end = self._text(_clock(whole.end), CELL_STRONG, align=Align.END)
            draw(end, page, flow.left + flow.width - _LABEL, top)
            for left, text in self._labels(breaks):
                draw(self._text(text, CELL_NOTE), page, left, top - 1)
            if note:
                draw(flow.lay_out(note, CELL_NOTE, width=flow.width), page, flow.left, under)
        flow.top = under - (_NOTE if note else 0)

    def _labels(self, breaks: Sequence[_Span]) -> Iterator[tuple[float, str]]:
        """The times of the breaks, each above its own, between those of beginning and end; one that would lie
        over the former is left out.
        """
        first = free = self._flow.left + _END
        last = self._flow.left + self._flow.width - _LABEL - _END
        for each in breaks:
            left = max(first, min(self._at(each.start), last))
            if left >= free:
                yield left, f"{_clock(each.start)} – {_clock(each.end)}"
                free = left + _LABEL

    def _text(self, text: str, style: TextStyle, *, align: Align = Align.START) -> Paragraph:
        return self._flow.lay_out(text, style, width=_LABEL, align=align)

    def _at(self, moment: datetime) -> float:
        share = (moment - self._whole.start) / (self._whole.end - self._whole.start)
        return self._flow.left + share * self._flow.width


def _whole(full: InterviewInFull, events: Sequence[TimelineEvent]) -> _Span | None:
    """From the beginning to the end as the header has them, or else as the events do."""
    first = next((each.at for each in events if each.kind is TimelineKind.START), None)
    last = next((each.at for each in events if each.kind is TimelineKind.END), None)
    start, end = full.interview.started_at or first, full.interview.ended_at or last
    return None if start is None or end is None or end <= start else _Span(start, end)


def _spans(
    events: Sequence[TimelineEvent], begins: TimelineKind, ends: TimelineKind, whole: _Span
) -> Iterator[_Span]:
    """What begins and ends with these events, within the whole; what does not end lasts to its end."""
    start: datetime | None = None
    for each in events:
        if each.kind is begins and start is None:
            start = each.at
        elif each.kind is ends and start is not None:
            yield from _within(start, each.at, whole)
            start = None
    if start is not None:
        yield from _within(start, whole.end, whole)


def _within(start: datetime, end: datetime, whole: _Span) -> Iterator[_Span]:
    span = _Span(max(start, whole.start), min(end, whole.end))
    if span.start < span.end:
        yield span


def _clock(at: datetime) -> str:
    return f"{at:%H:%M}"
