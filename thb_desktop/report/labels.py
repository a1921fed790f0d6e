"""Sheets of labels: each with its QR code, number, case and seal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import BinaryIO

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from thb_desktop.domain.labels import Label, LabelSheet
from thb_desktop.report.document.archive import Properties
from thb_desktop.report.document.document import Document, DrawnPage
from thb_desktop.report.document.flow import Flow, open_text
from thb_desktop.report.document.page import Artwork, Page
from thb_desktop.report.style import A4, INK, MUTED, RULE, Geometry
from thb_desktop.report.text import Paragraph, TextStyle, draw

_MM = 72 / 25.4
_QUIET, _INNER = 4, 2.5 * _MM
"""Empty modules around a QR code, as its standard asks; the inner edge of a label."""
_LARGEST = 60 * _MM
_SMALL, _FORM = 45 * _MM, 100 * _MM
_LINE, _MARGIN = 13 * _MM, 8 * _MM
_PAGE = Geometry(size=A4, left=0, right=A4[0], top=A4[1], bottom=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelWords:
    """The words on a label and of its document."""

    title: str
    exhibit: str
    case: str
    seal: str
    check: str
    by_hand: tuple[str, ...]
    """What a person writes on the form of a bag."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What is printed. first: how many labels of the first page are used already and stay empty."""

    labels: Sequence[Label]
    sheet: LabelSheet
    words: LabelWords
    language: str
    made_at: datetime
    software: str
    first: int = 0


def compose_labels(labels: Labels, target: BinaryIO) -> int:
    """Write the pages and return their number."""
    document = Document(
        properties=Properties(
            title=labels.words.title,
            language=labels.language,
            software=labels.software,
            made_at=labels.made_at,
        )
    )
    flow = Flow(document, geometry=_PAGE)
    sheet = labels.sheet
    with flow.section("Part", title=labels.words.title):
        for place, label in enumerate(labels.labels, labels.first):
            at = place % sheet.count
            if at == 0:
                flow.break_page()
            column, row = at % sheet.columns, at // sheet.columns
            left = (sheet.left + column * (sheet.width + sheet.gap)) * _MM
            top = A4[1] - (sheet.top + row * sheet.height) * _MM
            _draw(flow, label, labels, left, top)
    flow.break_page()
    pages = document.take_pages()

    def furniture(artwork: Artwork, page: DrawnPage, number: int, total: int) -> None:
        """A sheet of labels has neither head nor foot."""

    target.write(document.finish(pages, attachments=[], furniture=furniture))
    return len(pages)


def _draw(flow: Flow, label: Label, labels: Labels, left: float, top: float) -> None:
    width, height = labels.sheet.width * _MM, labels.sheet.height * _MM
    side = min(height - 2 * _INNER, width * 0.45, _LARGEST)
    inner = _INNER if height < _FORM else _MARGIN
    _draw_code(flow.page, label.code, left + inner, top - inner, side)
    is_small = height < _SMALL
    beside = left + inner + side + _INNER
    room = left + width - _INNER - beside
    large = 15 if is_small else 24
    size = 7.0 if is_small else 11.0
    strong = TextStyle(size=large, leading=large * 1.2, bold=True, color=INK)
    plain = TextStyle(size=size, leading=size * 1.3, color=INK)
    muted = TextStyle(size=size - 1, leading=size * 1.3, color=MUTED)
    words, line = labels.words, top - inner - 4
    for text, style in (
        (words.exhibit, muted),
        (label.number, strong),
        (f"{words.case} {label.case}", plain),
        (f"{words.seal} {label.seal}" if label.seal else "", plain),
        (f"{words.check} {label.check}", muted),
    ):
        if text and line > top - height + style.leading:
            line -= _write(flow, flow.lay_out(text, style, width=room), beside, line)
    if height < _FORM:
        return
    line = top - inner - side - _LINE
    for text in words.by_hand:
        _write(flow, flow.lay_out(text, muted, width=width / 3), left + inner, line + size * 1.3)
        flow.page.rule(left + width / 3, line, width * 2 / 3 - inner, weight=0.6, colour=RULE)
        line -= _LINE


def _write(flow: Flow, paragraph: Paragraph, left: float, top: float) -> float:
    """Write a paragraph at a place; return its height."""
    element = open_text(flow.document, flow.parent, "P", paragraph)
    with flow.page.marked(element):
        draw(paragraph, flow.page, left, top)
    flow.document.tree.close(element)
    return paragraph.height


def _draw_code(page: Page, text: str, left: float, top: float, side: float) -> None:
    """Draw a QR code with its quiet zone in a square; the modules of a row that touch are one bar."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    count = code.getModuleCount()
    module = side / (count + 2 * _QUIET)
    page.tint(left, top - side, side, side, colour=(1.0, 1.0, 1.0))
    for row in range(count):
        at = 0
        for is_dark, run in groupby(bool(code.isDark(row, column)) for column in range(count)):
            length = sum(1 for _ in run)
            if is_dark:
                page.tint(
                    left + (_QUIET + at) * module,
                    top - (_QUIET + row + 1) * module,
                    length * module,
                    module,
                    colour=(0.0, 0.0, 0.0),
                )
            at += length
