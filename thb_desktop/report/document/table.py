"""Tables that continue on further pages: the header is repeated, and a row is split only if necessary."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import Destination

from thb_desktop.report.document.flow import Flow, beginning, fitting, open_text
from thb_desktop.report.document.page import Page
from thb_desktop.report.document.structure import Element
from thb_desktop.report.style import ACCENT, CELL_NOTE, HEAD, RULE, SOFT_RULE, Colour
from thb_desktop.report.text import Align, Paragraph, draw

_ABOVE, _BELOW, _BETWEEN = 1.2, 1.7, 0.8
_CLOSE = 0.2, 0.3
"""Points above and below a row of a close table."""
_DENSE = 0.4, 0.7
"""The same of a dense one."""
_UNDER_HEADER = 1.8
_WHOLE, _PART = 0.07, 0.04
"""A row of this part of a page or less is not split; of a higher one, so much stands on its first page."""
_REPEATED = 0.25
"""The part of a further page that titles may take: higher ones would leave no room for a row on any page."""
_TOGETHER = 0.5
"""The same part for a row that is read as a whole."""


class Link(NamedTuple):
    """Where the first paragraph of a cell leads. words: the target, for screen readers."""

    target: Destination
    words: str


class _Piece:
    """A paragraph of a cell, or the rest of it, and its structure element once part of it is drawn."""

    __slots__ = ("element", "link", "paragraph")

    def __init__(self, paragraph: Paragraph, link: Link | None) -> None:
        self.paragraph = paragraph
        self.link = link
        self.element: Element | None = None


class _Cell:
    """The rest of a cell that is not drawn yet."""

    __slots__ = ("element", "pieces")

    def __init__(self, paragraphs: Sequence[Paragraph], element: Element, link: Link | None) -> None:
        self.pieces = [_Piece(each, None if at else link) for at, each in enumerate(paragraphs)]
        self.element = element


class _Row(NamedTuple):
    """A row that is still to be drawn: see `Table.row`."""

    cells: Sequence[Sequence[Paragraph]]
    headers: int
    ruled: bool
    barred: Sequence[int]
    links: Mapping[int, Link]
    place: str
    together: bool


class Table:
    """A table drawn row by row; drawn rows are released. Use it as a context manager, which closes its
    element.

    widths: points, without gaps. header: the column titles, repeated on each page as an artifact; one has
    also the room of the column after it if that has none. again: shorter titles for further pages.
    continued: what the table is, told above the header on each further page.
    is_close: for long lists of single lines: with little room between rows, and no lines. is_dense: for what
    is printed of files: with little room, and lines. ends: the columns, from 0, whose titles stand at the end
    as their amounts do.
    """

    def __init__(
        self,
        flow: Flow,
        widths: Sequence[float],
        *,
        header: Sequence[str] = (),
        again: Sequence[str] = (),
        continued: str = "",
        gap: float = 10,
        is_close: bool = False,
        is_dense: bool = False,
        ends: Collection[int] = (),
    ) -> None:
        self._ends = ends
        self._above, self._below = _CLOSE if is_close else _DENSE if is_dense else (_ABOVE, _BELOW)
        self._is_close = is_close
        self._flow = flow
        self._tree = flow.document.tree
        self.widths = tuple(widths)
        self._lefts = [sum(widths[:index]) + gap * index for index in range(len(widths))]
        self._across = sum(widths) + gap * (len(widths) - 1)
        self._set_header(header, gap)
        self._titles, self._again = (header, gap), (again or header, gap)
        self._continued = continued
        self._element: Element | None = None
        self._page: Page | None = None
        self._pending: _Row | None = None

    def _set_header(self, titles: Sequence[str], gap: float) -> None:
        nexts = [*titles[1:], "-"]
        rooms = [
            width + (0 if after or at in self._ends else gap + self.widths[at + 1])
            for at, (width, after) in enumerate(zip(self.widths, nexts, strict=False))
        ]
        self._header = [
            self._flow.lay_out(text, HEAD, width=room, align=Align.END if at in self._ends else Align.START)
            for at, (text, room) in enumerate(zip(titles, rooms, strict=False))
        ]
        self._header_height = max((p.height + 2 * _UNDER_HEADER for p in self._header), default=0)

    @property
    def head(self) -> float:
        """The height of its header."""
        return self._header_height

    def height_of(self, rows: Iterable[Sequence[Sequence[Paragraph]]]) -> float:
        """The height of a table of these rows on one page."""
        return self._header_height + sum(map(self._height, rows))

    def __enter__(self) -> "Table":
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if kind is None:
            if self._pending is not None:
                self._draw(self._pending)
            if self._element is not None:
                self._tree.close(self._element)
                self._flow.gap(3)

    def row(
        self,
        cells: Sequence[Sequence[Paragraph]],
        *,
        headers: int = 0,
        ruled: bool = True,
        keep: bool = False,
        barred: Sequence[int] = (),
        links: Mapping[int, Link] | None = None,
        place: str = "",
        together: bool = False,
    ) -> None:
        """Add a row of cells, each a few paragraphs laid out for its column's width.

        headers: how many of the first cells name the row. ruled: a thin line under it. keep: stay on one page
        with the beginning of the next row. barred: the cells that have a bar at their left. links: where the
        first paragraph of a cell leads. place: its name as the place to which others lead. together: what it
        says is compared, and stands on one page if it is no higher than half of one.
        """
        row = _Row(cells, headers, ruled, barred, links or {}, place, together)
        if self._pending is not None:
            before, self._pending = self._pending, None
            self._need(self._height(before.cells) + self._least(row))
            self._draw(before)
        if keep:
            self._pending = row
        else:
            self._draw(row)

    def _draw(self, row: _Row) -> None:
        flow, tree = self._flow, self._tree
        self._need(self._least(row))
        table = self._begin() if self._element is None else self._element
        element = tree.open("TR", table)
        cells = [
            _Cell(cell, self._open_cell(element, is_header=index < row.headers), row.links.get(index))
            for index, cell in enumerate(row.cells)
        ]
        self._continue_on_page()
        if row.place:
            flow.document.name_place(row.place, page=flow.page, top=flow.top)
        while not self._draw_what_fits(cells, row.barred):
            flow.break_page()
            self._continue_on_page()
        if row.ruled and not self._is_close:
            self._rule(SOFT_RULE, 0.5)
        for cell in cells:
            tree.close(cell.element)
        tree.close(element)

    def _open_cell(self, row: Element, *, is_header: bool) -> Element:
        return self._tree.open("TH" if is_header else "TD", row, scope="Row" if is_header else "")

    def _height(self, cells: Sequence[Sequence[Paragraph]]) -> float:
        return max(map(_stack, cells), default=0) + self._above + self._below

    def _need(self, height: float) -> None:
        self._flow.need(height + (self._header_height if self._element is None else 0))

    def _least(self, row: _Row) -> float:
        """The height of a row that must fit on its first page: all of a low row, a good part of a high
        one, with the beginning of each of its cells and of what is below a heading within a cell.
        """
        height, whole = self._height(row.cells), _TOGETHER if row.together else _WHOLE
        if height <= whole * self._flow.full:
            return height
        first = max((beginning(cell[0]) for cell in row.cells if cell), default=0)
        begun = max(first, *map(_headed, row.cells)) + self._above + self._below
        return max(_PART * self._flow.full, begun)

    def _begin(self) -> Element:
        """Open the table, with its header if it has one."""
        flow = self._flow
        self._page = flow.page
        element = self._element = self._tree.open("Table", flow.parent)
        if not self._header:
            self._rule(SOFT_RULE, 0.5)
            return element
        with self._tree.element("TR", element) as row:
            for paragraph, left in zip(self._header, self._lefts, strict=True):
                cell = self._tree.open("TH", row, scope="Column")
                if paragraph.text:
                    with flow.page.marked(cell):
                        draw(paragraph, flow.page, flow.left + left, flow.top - _UNDER_HEADER)
                self._tree.close(cell)
        self._end_header()
        return element

    def _draw_what_fits(self, cells: Sequence[_Cell], barred: Sequence[int]) -> bool:
        """Draw what fits on this page and move down by it; return whether that was everything."""
        lowest = top = self._flow.top
        for number, (cell, left) in enumerate(zip(cells, self._lefts, strict=True)):
            x = self._flow.left + left
            bottom = self._draw_cell(cell, x)
            if number in barred and bottom < top - self._above:
                self._flow.page.tint(x - 6, bottom, 1.6, top - self._above - bottom, colour=ACCENT)
            lowest = min(lowest, bottom)
        self._flow.top = lowest - self._below
        return not any(cell.pieces for cell in cells)

    def _draw_cell(self, cell: _Cell, x: float) -> float:
        flow, tree, page = self._flow, self._tree, self._flow.page
        top = flow.top - self._above
        limit = flow.geometry.bottom + self._below
        while cell.pieces:
            piece = cell.pieces[0]
            if top < flow.top - self._above and _would_stand_alone(cell.pieces, top - limit):
                break
            now, later = fitting(piece.paragraph, top - limit)
            if now is not None:
                if piece.element is None:
                    kind = "Link" if piece.link else "P"
                    piece.element = open_text(flow.document, cell.element, kind, piece.paragraph)
                if piece.link is None:
                    flow.draw(now, piece.element, x, top)
                else:
                    with page.marked(piece.element):
                        draw(now, page, x, top)
                    box = (x, top - now.height, x + now.natural_width, top)
                    page.link(piece.element, box, target=piece.link.target, words=piece.link.words)
                top -= now.height
            if later is not None:
                piece.paragraph = later
                break
            if piece.element is not None:
                tree.close(piece.element)
            cell.pieces.pop(0)
            if cell.pieces:
                top -= _BETWEEN
        return top

    def _continue_on_page(self) -> None:
        """Repeat the header on a new page; it was read already, so it is an artifact."""
        flow = self._flow
        if flow.page is self._page:
            return
        self._page = flow.page
        if self._continued:
            self._draw_continued()
        if not self._header:
            self._rule(SOFT_RULE, 0.5)
            return
        self._set_again()
        with flow.page.artifact():
            for paragraph, left in zip(self._header, self._lefts, strict=True):
                draw(paragraph, flow.page, flow.left + left, flow.top - _UNDER_HEADER)
        self._end_header()

    def _draw_continued(self) -> None:
        flow = self._flow
        title = flow.lay_out(self._continued, CELL_NOTE, width=flow.width)
        if title.height > _REPEATED * flow.full:
            return
        with flow.page.artifact():
            draw(title, flow.page, flow.left, flow.top)
        flow.top -= title.height + _UNDER_HEADER

    def _set_again(self) -> None:
        """Take the titles for further pages; where they are too high those of the first, or none."""
        for titles, gap in (self._again, self._titles, ((), 0.0)):
            self._set_header(titles, gap)
            if self._header_height <= _REPEATED * self._flow.full:
                return

    def _end_header(self) -> None:
        self._rule(RULE, 0.8)
        self._flow.top -= self._header_height
        self._rule(RULE, 0.8)

    def _rule(self, colour: Colour, weight: float) -> None:
        self._flow.page.rule(self._flow.left, self._flow.top, self._across, weight=weight, colour=colour)


def _would_stand_alone(pieces: Sequence[_Piece], room: float) -> bool:
    """Whether a heading within a cell would be parted from the beginning of what it is above."""
    return _headed([each.paragraph for each in pieces]) > room


def _headed(cell: Sequence[Paragraph]) -> float:
    """The height of what tells at the beginning of a cell what is below, with the beginning of that; 0:
    nothing does.
    """
    heads = list(takewhile(lambda each: each.style in (HEAD, CELL_NOTE), cell))
    if not heads or len(heads) == len(cell):
        return 0
    return sum(each.height + _BETWEEN for each in heads) + beginning(cell[len(heads)])


def height_of(rows: Iterable[Sequence[Sequence[Paragraph]]]) -> float:
    """The room that rows without a header take."""
    return sum(max(map(_stack, cells), default=0) + _ABOVE + _BELOW for cells in rows)


def _stack(cell: Sequence[Paragraph]) -> float:
    return sum(paragraph.height for paragraph in cell) + _BETWEEN * max(0, len(cell) - 1)
