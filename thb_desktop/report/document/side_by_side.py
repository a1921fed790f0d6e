"""Short facts in two columns side by side: a page of formalities instead of three."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from thb_desktop.report.document.flow import Flow, open_text
from thb_desktop.report.document.page import Page
from thb_desktop.report.document.structure import Element
from thb_desktop.report.style import HEADINGS
from thb_desktop.report.text import Paragraph, draw

BETWEEN = 22.0
"""Points between the two columns."""
_ABOVE, _UNDER = 3.5, 0.8
"""Points above and below a heading."""
_LINE = 0.8
"""Points below a fact."""
_LEAST = 60.0
"""A column that would get less than this goes to the next page."""
_FEW = 140.0
"""Two columns lower than this stay on one page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A name and what is said, each laid out for its width. value_at: points from the left edge of the fact
    to the value. left: points from the left edge of the column to the fact.
    """

    name: Sequence[Paragraph]
    value: Sequence[Paragraph]
    value_at: float
    left: float = 0.0

    @property
    def height(self) -> float:
        return max(_stack(self.name), _stack(self.value)) + _LINE

    @property
    def end(self) -> float:
        """Points from the left edge of the column to the end of its words."""
        value_ends = self.value_at + max((each.natural_width for each in self.value), default=0)
        return self.left + max(value_ends, *(each.natural_width for each in self.name))


Line = Sequence[Fact]
"""Facts that stand beside each other; most stand alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Lines of facts under a heading; empty: none. note: told once above them. place: the name of its heading
    as the place to which others lead. beside: points from the left edge of the column to what stands in the
    line of the heading: the note, or else the first facts, which are moved already; 0: nothing does.
    """

    heading: str
    lines: Sequence[Line]
    note: Sequence[Paragraph] = ()
    place: str = ""
    beside: float = 0.0


def column_width(flow: Flow) -> float:
    """The width of each of the two columns."""
    return (flow.width - BETWEEN) / 2


def draw_side_by_side(flow: Flow, groups: Sequence[Group]) -> None:
    """Draw groups in two columns of about equal height, over pages if necessary.

    They are read down the left column, then down the right one. No line may be higher than a page.
    """
    left, items = 0, list(_items(flow, groups))
    if items and items[0].heading is not None:
        flow.gap(_ABOVE)
    columns = _split(items, flow.full) if items else ()
    tallest = max((sum(each.height for each in column) for column in columns), default=0)
    flow.need(tallest if tallest < _FEW else 0)
    while left < len(items):
        rest = items[left:]
        flow.need(min(_LEAST, max(each.height for each in rest[:1])))
        page = flow.page  # a new one, if the former was ended
        columns = _split(rest, flow.room)
        top, lowest = flow.top, flow.top
        for number, column in enumerate(columns):
            x, y = flow.left + number * (column_width(flow) + BETWEEN), top
            for item in column:
                y = item.draw(flow, page, x, y, is_first=y == top)
            lowest = min(lowest, y)
        flow.top = lowest
        left += sum(len(column) for column in columns)
        if left < len(items):
            flow.break_page()
    flow.gap(2)


@dataclass(slots=True)
class _Table:
    """The structure element of a group, open from its first fact to its last."""

    element: Element | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """A line of facts; the first of a group has its heading and its note."""

    heading: Paragraph | None
    place: str
    note: Sequence[Paragraph]
    facts: Line
    table: _Table
    is_last: bool
    beside: float = 0.0

    @property
    def height(self) -> float:
        above = _ABOVE + self.heading.height + _UNDER if self.heading else 0
        return above - self._raised + _stack(self.note) + _height(self.facts)

    @property
    def _raised(self) -> float:
        """Points by which what follows the heading stands higher than below it: in its line."""
        if self.heading is None or not self.beside:
            return 0
        first = self.note[0] if self.note else self.facts[0].name[0]
        below = self.heading.height + _UNDER
        return below - (self.heading.lines[0].ascent - first.lines[0].ascent)

    def draw(self, flow: Flow, page: Page, x: float, y: float, *, is_first: bool) -> float:
        """Draw it with its upper edge at y; return its lower edge."""
        tree = flow.document.tree
        if self.heading is not None:
            y -= 0 if is_first else _ABOVE
            element = open_text(flow.document, flow.parent, "H3", self.heading)
            flow.document.mark(self.heading.text, 3, page=page, top=y + 8)
            if self.place:
                flow.document.name_place(self.place, page=page, top=y + 8)
            with page.marked(element):
                draw(self.heading, page, x, y)
            tree.close(element)
            y -= self.heading.height + _UNDER - self._raised
        _draw_stack(flow, flow.parent, self.note, x + self.beside, y)
        y -= _stack(self.note)
        if self.table.element is None:
            self.table.element = tree.open("Table", flow.parent)
        for fact in self.facts:
            _draw_fact(flow, self.table.element, fact, x + fact.left, y)
        if self.is_last:
            tree.close(self.table.element)
        return y - _height(self.facts)


def _draw_fact(flow: Flow, table: Element, fact: Fact, x: float, y: float) -> None:
    tree = flow.document.tree
    with tree.element("TR", table) as row:
        cells = (("TH", "Row", fact.name, x), ("TD", "", fact.value, x + fact.value_at))
        for kind, scope, paragraphs, left in cells if fact.value else cells[:1]:
            with tree.element(kind, row, scope=scope) as cell:
                _draw_stack(flow, cell, paragraphs, left, y)


def _draw_stack(flow: Flow, cell: Element, paragraphs: Sequence[Paragraph], x: float, y: float) -> None:
    for paragraph in paragraphs:
        element = open_text(flow.document, cell, "P", paragraph)
        flow.draw(paragraph, element, x, y)
        flow.document.tree.close(element)
        y -= paragraph.height


def _items(flow: Flow, groups: Sequence[Group]) -> Iterator[_Item]:
    for group in groups:
        table = _Table()
        for number, facts in enumerate(group.lines):
            begins = number == 0 and group.heading
            yield _Item(
                heading=flow.lay_out(group.heading, HEADINGS[2], width=column_width(flow))
                if begins
                else None,
                place=group.place,
                note=() if number else group.note,
                facts=facts,
                table=table,
                is_last=number == len(group.lines) - 1,
                beside=group.beside if begins else 0,
            )


def _split(items: Sequence[_Item], room: float) -> tuple[Sequence[_Item], Sequence[_Item]]:
    """Return what stands left and right on this page: each about half of all, or as much as has room."""
    sums = list(accumulate(each.height for each in items))
    half = min(range(1, len(sums) + 1), key=lambda at: max(sums[at - 1], sums[-1] - sums[at - 1]))
    if sums[half - 1] <= room and sums[-1] - sums[half - 1] <= room:
        return items[:half], items[half:]
    first = max(1, sum(total <= room for total in sums))
    second = sum(total - sums[first - 1] <= room for total in sums[first:])
    return items[:first], items[first : first + second]


def _height(facts: Line) -> float:
    """The room that facts beside each other take."""
    return max(each.height for each in facts)


def _stack(paragraphs: Sequence[Paragraph]) -> float:
    return sum(each.height for each in paragraphs)
