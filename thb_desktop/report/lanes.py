"""Lanes: what happened along time, one line for each kind; a list beside it says the same in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from thb_desktop.report.document.flow import Flow
from thb_desktop.report.style import ACCENT, CELL_NOTE, CELL_STRONG, INK, MUTED, RULE, Colour
from thb_desktop.report.text import Align, TextStyle, draw

_NAMES, _LANE, _BAR, _POINT = 86.0, 13.0, 5.0, 1.6
_TALL, _LEAST = 10.0, 18.0
"""Height of a bar with words, and the least room for them."""
_PALE: Colour = (0.72, 0.78, 0.88)
_IN_BAR = TextStyle(size=7, leading=8.5, color=INK)


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnSpan:
    """From one moment to another, or one moment alone. is_certain: an uncertain one is drawn paler. label:
    what stands in a bar, as far as there is room.
    """

    begins: datetime
    ends: datetime
    is_certain: bool = True
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnLanes:
    """begins, ends: of the whole drawing, printed in UTC. lanes: each with its name and what stands on it."""

    begins: datetime
    ends: datetime
    lanes: Sequence[tuple[str, Sequence[DrawnSpan]]]

    def draw(self, flow: Flow) -> None:
        """Draw the lanes as an artifact: the list says the same."""
        height = _LANE * len(self.lanes) + 18
        flow.need(height + 6)
        page, top = flow.page, flow.top
        width = flow.width - _NAMES
        with page.artifact("Layout"):
            ends = (
                (self.begins, flow.left + _NAMES, Align.START),
                (self.ends, flow.left + flow.width / 2 + _NAMES / 2, Align.END),
            )
            for moment, left, align in ends:
                said = f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
                draw(flow.lay_out(said, CELL_STRONG, width=width / 2, align=align), page, left, top)
            for number, (name, spans) in enumerate(self.lanes):
                line = top - 22 - number * _LANE
                draw(flow.lay_out(name, CELL_NOTE, width=_NAMES - 6), page, flow.left, line + 7)
                page.tint(flow.left + _NAMES, line, width, 0.4, colour=RULE)
                for each in spans:
                    left = flow.left + _NAMES + self._share(each.begins) * width
                    right = flow.left + _NAMES + self._share(each.ends) * width
                    if each.label and right - left >= _POINT:
                        _draw_bar(flow, each.label, left, right, line)
                        continue
                    is_point = right - left < _POINT
                    colour = (ACCENT if is_point else MUTED) if each.is_certain else _PALE
                    page.tint(left, line - _BAR / 2, max(right - left, _POINT), _BAR, colour=colour)
        flow.top = top - height
        flow.gap(6)

    def _share(self, moment: datetime) -> float:
        whole = (self.ends - self.begins).total_seconds() or 1.0
        return min(1.0, max(0.0, (moment - self.begins).total_seconds() / whole))


def _draw_bar(flow: Flow, label: str, left: float, right: float, middle: float) -> None:
    """Draw a bar with its own edges, and what it is about in it; what has no room stands in the list."""
    page, width = flow.page, right - left
    page.tint(left, middle - _TALL / 2, width, _TALL, colour=_PALE)
    page.frame(left, middle - _TALL / 2, width, _TALL, weight=0.5, colour=MUTED)
    room = width - 4
    if room < _LEAST:
        return
    laid, shown = flow.lay_out(label, _IN_BAR, width=room), label
    while len(laid.lines) > 1 and len(shown) > 1:
        shown = shown[:-1].rstrip()
        laid = flow.lay_out(shown + "\N{HORIZONTAL ELLIPSIS}", _IN_BAR, width=room)
    if len(laid.lines) == 1:
        draw(laid, page, left + 2, middle + laid.height / 2)
