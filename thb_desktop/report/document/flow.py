"""Places headings, paragraphs and boxes from top to bottom, page after page."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from thb_desktop.report.document.document import Document
from thb_desktop.report.document.page import Page
from thb_desktop.report.document.structure import Element
from thb_desktop.report.document.targets import UNDERLINE
from thb_desktop.report.style import BODY, BOX, HEADINGS, NOTE, RULE, TINT, Geometry
from thb_desktop.report.text import (
    Align,
    Direction,
    Paragraph,
    TextStyle,
    draw,
    lay_out,
    without_direction_marks,
)

_ABOVE, _UNDER = (0, 12, 7, 5), (2, 3, 2, 1)
"""Space above and below a heading, by its level; 0: of a note under it."""
_SHORT = 60.0
"""Points; a note that is higher may stand alone with its heading."""
_MUCH = 0.08
"""From this part of a page on, what is free is used by the next part."""


class _Heading(NamedTuple):
    """A heading, or a note under one (level 0), that waits for what follows it, so that it is never alone at
    the foot of a page.
    """

    paragraph: Paragraph
    element: Element
    level: int
    is_listed: bool
    about: str
    is_announced: bool = False

    @property
    def height(self) -> float:
        return _ABOVE[self.level] + self.paragraph.height + _UNDER[self.level]


class Flow:
    """A position on the current page that moves down while drawing, and to a new page when the space ends.

    `language` is the document's own; `parent` is the structure element of what is drawn next.
    """

    def __init__(self, document: Document, *, geometry: Geometry) -> None:
        self.document = document
        self.language = document.properties.language
        self.geometry = geometry
        self.parent = document.tree.document
        self._record = self._own = ""
        self._records: list[str] = []
        self._waiting: list[_Heading] = []
        self._page: Page | None = None
        self.top = 0.0

    @property
    def page(self) -> Page:
        if self._page is None:
            self._page = self.document.new_page(self.geometry.size)
            self._records = [self._record] if self._record else []
            self.top = self.geometry.top
        return self._page

    @property
    def left(self) -> float:
        return self.geometry.left

    @property
    def width(self) -> float:
        return self.geometry.width

    @property
    def room(self) -> float:
        return (self.top if self._page else self.geometry.top) - self.geometry.bottom

    @property
    def full(self) -> float:
        """The height of an empty page."""
        return self.geometry.top - self.geometry.bottom

    def break_page(self) -> None:
        """End the current page, if anything was drawn on it."""
        if self._page is not None:
            self.document.close_page(self._page, records=tuple(self._records))
            self._page = None

    def end_part(self) -> None:
        """End the current page, unless much of it is free: what follows then begins on it."""
        if self.room < _MUCH * self.full:
            self.break_page()

    @contextmanager
    def record(self, label: str, *, about: str = "") -> Iterator[None]:
        """Everything drawn inside belongs to a record; each of its pages names the record at its foot. about:
        its id, to which nothing inside leads.
        """
        self._record, self._own = label, about
        yield
        self._record = self._own = ""

    def need(self, height: float) -> None:
        """Go to a new page unless this much height is left; then draw the waiting headings.

        Call this before drawing; never ask for more than a whole page.
        """
        waiting, self._waiting = self._waiting, []
        if self.room < min(height + sum(each.height for each in waiting), self.full):
            self.break_page()
        if self._page is not None and self._record and self._record not in self._records:
            self._records.append(self._record)
        for heading in waiting:
            self._draw_heading(heading)

    def gap(self, height: float) -> None:
        """Leave space, except at the head of a page."""
        if self._page is not None:
            self.top -= height

    @contextmanager
    def section(self, kind: str, *, title: str = "", geometry: Geometry | None = None) -> Iterator[Element]:
        """Everything drawn inside belongs to an element of this kind; another geometry starts a new page."""
        outer, before = self.parent, self.geometry
        if geometry is not None and geometry != before:
            self.break_page()
            self.geometry = geometry
        with self.document.tree.element(kind, outer, title=title) as element:
            self.parent = element
            yield element
            if self._waiting:
                self.need(0)
        self.parent = outer
        if self.geometry != before:
            self.break_page()
            self.geometry = before

    def lay_out(
        self,
        text: str,
        style: TextStyle = BODY,
        *,
        width: float | None = None,
        language: str = "",
        direction: Direction | None = None,
        align: Align = Align.START,
        is_kept: bool = True,
    ) -> Paragraph:
        """is_kept: it may be laid out like this again."""
        return (self.document.lay_out if is_kept else lay_out)(
            text,
            style=style,
            width=self.width if width is None else width,
            language=language or self.language,
            direction=direction,
            align=align,
        )

    def heading(
        self,
        text: str,
        level: int,
        *,
        mark: bool = True,
        announced: bool = False,
        language: str = "",
        about: str = "",
    ) -> None:
        """A heading; with `mark` it enters the bookmarks and the table of contents. announced: it has a
        bookmark, which was made before. about: the id of what it is about, to which names in the text lead.
        """
        paragraph = self.lay_out(text, HEADINGS[level - 1], language=language)
        element = open_text(self.document, self.parent, f"H{level}", paragraph)
        self._waiting.append(_Heading(paragraph, element, level, mark, about, announced))

    def note(self, text: str) -> None:
        """A note under a heading; a short one is not parted from what follows it either."""
        paragraph = self.lay_out(text, NOTE)
        if not self._waiting or paragraph.height > _SHORT:
            self.text(text, NOTE)
            return
        element = open_text(self.document, self.parent, "P", paragraph)
        self._waiting.append(_Heading(paragraph, element, 0, False, ""))

    def _draw_heading(self, heading: _Heading) -> None:
        self.gap(_ABOVE[heading.level])
        page, paragraph = self.page, heading.paragraph
        if heading.is_listed:
            self.document.mark(
                paragraph.text, heading.level, page=page, top=self.top + 8, about=heading.about
            )
        elif heading.about:
            self.document.name_place(heading.about, page=page, top=self.top + 8)
        if heading.is_announced:
            self.document.place_announced(paragraph.text, page=page, top=self.top + 8)
        if heading.level:
            with page.marked(heading.element):
                draw(paragraph, page, self.left, self.top)
        else:
            self.draw(paragraph, heading.element, self.left)  # names in it lead to their places
        self.document.tree.close(heading.element)
        self.top -= paragraph.height + _UNDER[heading.level]

    def text(
        self,
        text: str,
        style: TextStyle = BODY,
        *,
        kind: str = "P",
        language: str = "",
        indent: float = 0,
        width: float | None = None,
        after: float = 4,
        align: Align = Align.START,
    ) -> None:
        """A paragraph, split over pages if necessary."""
        paragraph = self.lay_out(
            text, style, width=(width or self.width) - indent, language=language, align=align
        )
        self.paragraph(paragraph, kind=kind, x=self.left + indent)
        self.top -= after

    def paragraph(self, paragraph: Paragraph, *, kind: str, x: float) -> None:
        """A paragraph that is already laid out."""
        self.need(beginning(paragraph))
        element = open_text(self.document, self.parent, kind, paragraph)
        rest: Paragraph | None = paragraph
        while rest is not None:
            now, rest = fitting(rest, self.room)
            if now is not None:
                self.draw(now, element, x)
                self.top -= now.height
            if rest is not None:
                self.break_page()
        self.document.tree.close(element)

    def bullets(self, items: Sequence[str], style: TextStyle = BODY, *, numbered: bool = False) -> None:
        """A list; each item may continue on the next page."""
        tree = self.document.tree
        with tree.element("L", self.parent) as items_element:
            for index, item in enumerate(items):
                body = self.lay_out(item, style, width=self.width - 16)
                label = self.lay_out(f"{index + 1}." if numbered else "–", style, width=16)
                self.need(beginning(body))
                outer = self.parent
                with tree.element("LI", items_element) as li:
                    lbl = tree.open("Lbl", li)
                    with self.page.marked(lbl):
                        draw(label, self.page, self.left, self.top)
                    tree.close(lbl)
                    with tree.element("LBody", li) as self.parent:
                        self.paragraph(body, kind="P", x=self.left + 16)
                self.parent = outer
                self.top -= 2

    def boxes(self, boxes: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Framed notices side by side, each as high as the highest of them, never split."""
        between = 12.0
        width = (self.width - between * (len(boxes) - 1)) / len(boxes)
        laid = [
            [self.lay_out(title, HEADINGS[2], width=width - 20)]
            + [self.lay_out(text, BOX, width=width - 20) for text in paragraphs]
            for title, paragraphs in boxes
        ]
        height = max(sum(each.height + 4 for each in one) for one in laid) + 14
        self.need(height)
        page, top = self.page, self.top
        for at, one in enumerate(laid):
            left = self.left + at * (width + between)
            page.frame(left, top - height, width, height, weight=0.6, colour=RULE)
            self.top = top - 9
            self._draw_box(one, left + 10)
        self.top = top - height - 10

    def box(self, title: str, paragraphs: Sequence[str], *, tinted: bool = False) -> None:
        """A framed notice, never split."""
        inner = self.width - 20
        laid = [self.lay_out(title, HEADINGS[2], width=inner)] if title else []
        laid += [self.lay_out(text, BOX, width=inner) for text in paragraphs]
        height = sum(paragraph.height for paragraph in laid) + 4 * (len(laid) - 1) + 18
        self.need(height)
        page, top = self.page, self.top
        if tinted:
            page.tint(self.left, top - height, self.width, height, colour=TINT)
        page.frame(self.left, top - height, self.width, height, weight=0.6, colour=RULE)
        self.top -= 9
        self._draw_box(laid, self.left + 10)
        self.top = top - height - 10

    def _draw_box(self, paragraphs: Sequence[Paragraph], x: float) -> None:
        with self.document.tree.element("Div", self.parent) as div:
            outer, self.parent = self.parent, div
            for paragraph in paragraphs:
                self._draw_whole(paragraph, "P", x)
                self.top -= 4
            self.parent = outer

    def _draw_whole(self, paragraph: Paragraph, kind: str, x: float) -> None:
        element = open_text(self.document, self.parent, kind, paragraph)
        self.draw(paragraph, element, x)
        self.document.tree.close(element)
        self.top -= paragraph.height

    def draw(self, paragraph: Paragraph, element: Element, x: float, top: float | None = None) -> None:
        """Draw a paragraph on this page as the content of an open element; names in it lead to their
        places. top: its upper edge, unless it stands at the present height.
        """
        page, tree = self.page, self.document.tree
        top = self.top if top is None else top  # a new page has its own
        page.show(element, paragraph, x, top)
        for each in self.document.targets.found(paragraph, x, top, own=self._own):
            left, bottom, right, _ = each.box
            page.rule(left, bottom + 1.2, right - left, weight=0.4, colour=UNDERLINE)
            with tree.element("Link", element) as link:
                page.link(link, each.box, target=page.awaited(each.place), words=each.name)


def open_text(document: Document, parent: Element, kind: str, paragraph: Paragraph) -> Element:
    """Open a paragraph's element, with its language, and its text where that runs from right to left."""
    from_right = paragraph.direction is Direction.RIGHT_TO_LEFT
    actual = without_direction_marks(paragraph.text) if from_right else ""
    return document.tree.open(kind, parent, language=paragraph.language, actual_text=actual)


def beginning(paragraph: Paragraph) -> float:
    """The least height of a paragraph's beginning at the foot of a page."""
    lines = paragraph.lines if len(paragraph.lines) <= 3 else paragraph.lines[:2]
    return sum(line.height for line in lines)


def fitting(paragraph: Paragraph, room: float) -> tuple[Paragraph | None, Paragraph | None]:
    """Split a paragraph for a height: no line is alone on either page."""
    if paragraph.height <= room:
        return paragraph, None
    lines = paragraph.lines
    count, used = 0, lines[0].height
    while count < len(lines) - 1 and used <= room:
        count += 1
        used += lines[count].height
    count = min(count, len(lines) - 2)
    if count < 2:
        return None, paragraph
    return paragraph.split(sum(line.height for line in lines[:count]))
