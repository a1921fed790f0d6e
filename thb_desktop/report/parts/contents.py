"""The table of contents: every part and record with its page, each line a link."""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from thb_desktop.report.document.document import Place
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.document.page import Page
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import CELL, CELL_STRONG, RULE
from thb_desktop.report.text import Align, draw

DEPTH = 2
"""Headings of this level and above are listed; the bookmarks also have the lower ones."""
_NUMBER_WIDTH, _BETWEEN, _LEAST, _EVEN = 26.0, 22.0, 60.0, 8.0
_CLOSER = (1.0, 0.98, 0.96, 0.94)
"""How close lines may stand, so that no last one or two stand alone on the next page."""


class Announced(NamedTuple):
    """Headings without a place of their own among those of the body. before: those that stand before it, in
    their order. pages: the printed page of each, and of that which stands behind it.
    """

    before: Sequence[str]
    pages: Mapping[str, int]


def draw_contents(
    setting: Setting, places: Sequence[Place], page_numbers: Mapping[int, int], announced: Announced
) -> None:
    """Draw the contents in two columns, read down the left one first. page_numbers: from a page's object
    number to the printed one.
    """
    flow = setting.flow
    # The index of exhibits, which follows, has a page and a link for each of their sheets.
    sheets = {each.exhibit.id for each in setting.content.exhibits}
    shown = (each for each in places if each.level <= DEPTH and each.about not in sheets)
    receipt = setting.words.annex.receipt
    last = [receipt] if receipt not in announced.before else []
    listed = [
        *(_announced(setting, each, announced) for each in announced.before),
        *(_Line(setting, each, page_numbers[each.page]) for each in shown),
        *(_announced(setting, each, announced) for each in last),
    ]
    with flow.section("Sect", title=setting.words.legal.contents):
        flow.heading(setting.words.legal.contents, 1, mark=False, announced=True)
        with flow.section("TOC"):
            while listed:
                flow.need(min(_LEAST, sum(each.height for each in listed)))
                left, right = _close_enough(listed, flow.room)
                page, top, lowest = flow.page, flow.top, flow.top
                for at, column in enumerate((left, right)):
                    y = top
                    for each in column:
                        each.draw(page, flow.left + at * (_width(flow) + _BETWEEN), y)
                        y -= each.height
                    lowest = min(lowest, y)
                flow.top = lowest
                listed = listed[len(left) + len(right) :]
                if listed:
                    flow.break_page()


def _announced(setting: Setting, title: str, announced: Announced) -> "_Line":
    target = setting.flow.page.awaited(title)
    place = Place(title=title, level=DEPTH, page=0, destination=target)
    return _Line(setting, place, announced.pages[title])


def _width(flow: Flow) -> float:
    return (flow.width - _BETWEEN) / 2


def _close_enough(lines: Sequence["_Line"], room: float) -> tuple[Sequence["_Line"], Sequence["_Line"]]:
    """Return the columns of this page; the lines stand closer if all of them have room then."""
    for closeness in (*_CLOSER, 1.0):
        for each in lines:
            each.closeness = closeness
        left, right = _columns(lines, room)
        if len(left) + len(right) == len(lines):
            break
    return left, right


def _columns(lines: Sequence["_Line"], room: float) -> tuple[Sequence["_Line"], Sequence["_Line"]]:
    """Return what stands left and right on this page: each half of the rest, or as much as has room."""
    sums = list(accumulate(each.height for each in lines))
    first = max(1, sum(total <= max(min(room, sums[-1] / 2 + _EVEN), 0) for total in sums))
    second = sum(total - sums[first - 1] <= room for total in sums[first:])
    return lines[:first], lines[first : first + second]


class _Line:
    """A line of the contents, laid out for its column."""

    def __init__(self, setting: Setting, place: Place, number: int) -> None:
        flow = setting.flow
        self._flow, self._place, self._number = flow, place, number
        self._style, self._indent = (CELL_STRONG, 0.0) if place.level == 1 else (CELL, 10.0)
        room = _width(flow) - self._indent - _NUMBER_WIDTH - 6
        self._title = flow.lay_out(place.title, self._style, width=room)
        self._label = flow.lay_out(str(number), self._style, width=_NUMBER_WIDTH, align=Align.END)
        self._above = 3.0 if place.level == 1 else 0.0
        self.closeness = 1.0

    @property
    def height(self) -> float:
        return (self._above + self._title.height) * self.closeness

    def draw(self, page: Page, x: float, top: float) -> None:
        title, label, width, tree = self._title, self._label, _width(self._flow), self._flow.document.tree
        top -= self._above
        baseline = top - title.height + self._style.leading * 0.28
        start = x + self._indent + title.lines[-1].width + 5
        end = x + width - label.natural_width - 5
        if end - start > 12:
            page.leader(start, baseline, end - start, colour=RULE)
        with (
            tree.element("TOCI", self._flow.parent) as item,
            tree.element("Reference", item) as reference,
            tree.element("Link", reference) as link,
        ):
            with page.marked(link):
                draw(title, page, x + self._indent, top)
                draw(label, page, x + width - _NUMBER_WIDTH, top - title.height + label.height)
            box = (x, top - title.height, x + width, top)
            page.link(link, box, target=self._place.destination, words=f"{self._place.title}, {self._number}")
