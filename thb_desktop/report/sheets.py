"""Sheets: a few pages of facts and tables beside the bundles, such as the board of a case's requests."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from thb_desktop.domain.charts import Chart
from thb_desktop.report.chart_drawing import draw_chart
from thb_desktop.report.document.archive import Properties
from thb_desktop.report.document.columns import Column, fit
from thb_desktop.report.document.document import Document, DrawnPage
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.document.page import Artwork
from thb_desktop.report.document.table import Table
from thb_desktop.report.labels import draw_code
from thb_desktop.report.lanes import DrawnLanes
from thb_desktop.report.parts.furniture import Frame
from thb_desktop.report.style import CELL, FACT, LABEL, NOTE, PORTRAIT
from thb_desktop.report.word_sections import CommonWords
from thb_desktop.report.words import words_in

_LABEL_WIDTH, _GAP = 148.0, 10.0
_CODE, _RAISED, _TO_FILL = 96.0, 24.0, 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPart:
    """A heading, what stands below it as text and drawing, and facts or a table.

    code: what a QR code says that stands beside the text. to_fill: what each of signers writes on the paper.
    """

    heading: str
    text: str = ""
    facts: Sequence[tuple[str, str]] = ()
    columns: Sequence[Column] = ()
    lanes: DrawnLanes | None = None
    chart: Chart | None = None
    code: str = ""
    to_fill: Sequence[str] = ()
    signers: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What is printed. language: one of those of bundles. case: its reference, at the head of each page.
    printed: when it was printed, and by whom, if it says that.
    """

    title: str
    intro: str
    case: str
    language: str
    is_fictional: bool
    made_at: datetime
    software: str
    parts: Sequence[SheetPart]
    printed: str = ""

    def texts(self) -> tuple[str, ...]:
        """Every text that its pages show."""
        return (
            *(self.title, self.intro, self.case, self.printed),
            *(text for part in self.parts for text in (part.heading, part.text)),
            *(text for part in self.parts for text in (*part.to_fill, *part.signers)),
            *(text for part in self.parts if part.chart for text in _of_chart(part.chart)),
            *(text for part in self.parts for fact in part.facts for text in fact),
            *(text for part in self.parts for head, cells in part.columns for text in (head, *cells)),
        )


def compose_sheet(sheet: Sheet, target: BinaryIO) -> int:
    """Write the pages and return their number. The same content gives the same bytes."""
    common = words_in(sheet.language).common
    document = Document(
        properties=Properties(
            title=sheet.title, language=sheet.language, software=sheet.software, made_at=sheet.made_at
        )
    )
    flow = Flow(document, geometry=PORTRAIT)
    with flow.section("Part", title=sheet.title):
        flow.heading(sheet.title, 1)
        flow.text(sheet.intro, NOTE)
        if sheet.printed:
            flow.text(sheet.printed, NOTE)
        for part in sheet.parts:
            _draw(flow, part, common)
    flow.break_page()
    pages = document.take_pages()
    heads = (sheet.title, common.fictional if sheet.is_fictional else "", sheet.case)
    frame = Frame(language=sheet.language, heads=heads, page=common.page)

    def furniture(artwork: Artwork, page: DrawnPage, number: int, total: int) -> None:
        frame.draw(artwork, page, number, total)

    target.write(document.finish(pages, attachments=[], furniture=furniture))
    return len(pages)


def _of_chart(chart: Chart) -> tuple[str, ...]:
    labels = (each.label for each in chart.lines)
    return (*(text for each in chart.boxes for text in (each.label, each.note)), *labels)


def _draw(flow: Flow, part: SheetPart, common: CommonWords) -> None:
    if part.to_fill or part.code:
        # Whoever signs has what is signed on the same sheet of paper.
        flow.need(60 + len(part.to_fill) * _TO_FILL + (_CODE if part.code else 0))
    flow.heading(part.heading, 2)
    _draw_text(flow, part)
    if part.lanes is not None:
        part.lanes.draw(flow)
    if part.chart is not None:
        draw_chart(flow, part.chart)
    if any(value for _, value in part.facts):
        width = flow.width - _LABEL_WIDTH - _GAP
        with Table(flow, (_LABEL_WIDTH, width)) as table:
            for label, value in part.facts:
                if value:
                    cells = [
                        [flow.lay_out(label, LABEL, width=_LABEL_WIDTH)],
                        [flow.lay_out(value, FACT, width=width)],
                    ]
                    table.row(cells, headers=1)
    if part.columns and part.columns[0][1]:
        shown, widths = fit(
            flow, part.columns, gap=_GAP, further=common.further, named=common.named, apart=common.apart
        )
        with Table(flow, widths, header=[title for title, _ in shown], gap=_GAP) as table:
            for row in zip(*(texts for _, texts in shown), strict=True):
                cells = [
                    [flow.lay_out(text, CELL, width=each)] for text, each in zip(row, widths, strict=True)
                ]
                table.row(cells, headers=1)
    _draw_to_fill(flow, part)


def _draw_text(flow: Flow, part: SheetPart) -> None:
    """Draw the text, and the code at its end, beside the heading too."""
    if not part.code:
        if part.text:
            flow.text(part.text)
        return
    flow.need(_CODE)
    before = flow.top
    draw_code(flow.page, part.code, flow.left + flow.width - _CODE, before + _RAISED, _CODE)
    if part.text:
        flow.text(part.text, width=flow.width - _CODE - _GAP)
    flow.gap(max(0, _CODE - _RAISED - (before - flow.top)))


def _draw_to_fill(flow: Flow, part: SheetPart) -> None:
    """Draw an empty line for each that a person writes, and more room for the last, the signature."""
    if not part.to_fill:
        return
    names = ("", *part.signers)
    width = (flow.width - _LABEL_WIDTH - _GAP * len(part.signers)) / len(part.signers)
    with Table(flow, (_LABEL_WIDTH, *[width] * len(part.signers)), header=names, gap=_GAP) as table:
        for place, label in enumerate(part.to_fill, 1):
            room = "\n" * (4 if place == len(part.to_fill) else 1)
            empty = [[flow.lay_out(room, FACT, width=width)] for _ in part.signers]
            table.row([[flow.lay_out(label, LABEL, width=_LABEL_WIDTH)], *empty], headers=1)
