"""Sheets of labels: each with its QR code, number, case and seal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import BinaryIO

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from thb_desktop.domain.labels import IssuedLabel, Label, LabelSheet
from thb_desktop.report.document.archive import Properties
from thb_desktop.report.document.document import Document, DrawnPage
from thb_desktop.report.document.flow import Flow, open_text
from thb_desktop.report.document.page import Artwork, Page
from thb_desktop.report.style import A4, INK, MUTED, RULE, Colour, Geometry
from thb_desktop.report.text import Align, Direction, Paragraph, TextStyle, draw

_MM = 72 / 25.4
_QUIET, _INNER = 4, 2.5 * _MM
"""Empty modules around a QR code, as its standard asks; the inner edge of a label."""
_LARGEST = 60 * _MM
_SMALL, _FORM = 45 * _MM, 100 * _MM
_LINE, _MARGIN = 13 * _MM, 8 * _MM
_TEXT, _NUMBER = (11.0, 7.0), (24.0, 15.0)
"""The sizes of the words and of the number: on a form or large label, and on a small one."""
_SCALES = (1.0, 0.85, 0.7, 0.6)
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
    """What a person writes on the form of a bag; before it, the seal where the label has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What is printed. first: how many labels of the first page are used already and stay empty."""

    labels: Sequence[Label | IssuedLabel]
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


def _draw(flow: Flow, label: Label | IssuedLabel, labels: Labels, left: float, top: float) -> None:
    """Draw the code with the words beside it: to its left in a language that is read from the right."""
    width, height, words = labels.sheet.width * _MM, labels.sheet.height * _MM, labels.words
    is_form, is_mirrored = height >= _FORM, _is_mirrored(flow, words)
    inner = _MARGIN if is_form else _INNER
    side = min(height - 2 * _INNER, width * 0.45, _LARGEST)
    room = width - 2 * inner - side - _INNER
    at_code, beside = (room + _INNER, 0.0) if is_mirrored else (0.0, side + _INNER)
    draw_code(flow.page, label.code, left + inner + at_code, top - inner, side)
    line, high = top - inner - 4, side + _LINE / 2 if is_form else height - 2 * inner
    bottom = line - high
    for paragraph in _beside(flow, label, words, room, high, is_small=height < _SMALL):
        shown, _ = paragraph.split(line - bottom)
        if shown is not None:
            line -= _write(flow, shown, left + inner + beside, line)
    if is_form:
        by_hand = words.by_hand if label.seal else (words.seal, *words.by_hand)
        line = top - inner - side - _LINE
        _by_hand(flow, by_hand, left + inner, line, width - 2 * inner, is_mirrored=is_mirrored)


def _beside(
    flow: Flow, label: Label | IssuedLabel, words: LabelWords, room: float, high: float, *, is_small: bool
) -> list[Paragraph]:
    """Lay out what stands beside a code, smaller where it is long. The check stands before the rest."""
    size = _TEXT[is_small]
    align = Align.END if _is_mirrored(flow, words) else Align.START
    number = _number(flow, label.number, room, _NUMBER[is_small], align)
    found: list[Paragraph] = []
    for scale in _SCALES:
        plain = _styled(size * scale, INK)
        muted = _styled((size - 1) * scale, MUTED)
        others = (
            (f"{words.check} {label.check}", muted),
            (f"{words.case} {label.case}", plain),
            (f"{words.seal} {label.seal}" if label.seal else "", plain),
        )
        rest = [flow.lay_out(text, style, width=room) for text, style in others if text]
        found = [flow.lay_out(words.exhibit, muted, width=room), number, *rest]
        if sum(each.height for each in found) <= high:
            break
    return found


def _number(flow: Flow, text: str, room: float, size: float, align: Align) -> Paragraph:
    """Lay the number of an exhibit out in one line, at half the size at the least."""
    whole = flow.lay_out(text, _styled(size, INK, bold=True), width=A4[1]).natural_width
    size *= max(0.5, min(1.0, room / (whole + 1)))
    return flow.lay_out(text, _styled(size, INK, bold=True), width=room, align=align)


def _by_hand(
    flow: Flow, by_hand: Sequence[str], left: float, line: float, width: float, *, is_mirrored: bool
) -> None:
    """Write what a person fills in, each with a line beside it."""
    style = _styled(_TEXT[False] - 1, MUTED)
    wide = max(flow.lay_out(text, style, width=width / 2).natural_width for text in by_hand) + 1
    begins, rule = (width - wide, 0.0) if is_mirrored else (0.0, wide + _INNER)
    for text in by_hand:
        paragraph = flow.lay_out(text, style, width=wide)
        _write(flow, paragraph, left + begins, line + paragraph.height - 2)
        flow.page.rule(left + rule, line, width - wide - _INNER, weight=0.6, colour=RULE)
        line -= _LINE


def _styled(size: float, colour: Colour, *, bold: bool = False) -> TextStyle:
    return TextStyle(size=size, leading=size * (1.2 if bold else 1.3), bold=bold, color=colour)


def _is_mirrored(flow: Flow, words: LabelWords) -> bool:
    return flow.lay_out(words.exhibit).direction is Direction.RIGHT_TO_LEFT


def _write(flow: Flow, paragraph: Paragraph, left: float, top: float) -> float:
    """Write a paragraph at a place; return its height."""
    element = open_text(flow.document, flow.parent, "P", paragraph)
    with flow.page.marked(element):
        draw(paragraph, flow.page, left, top)
    flow.document.tree.close(element)
    return paragraph.height


def draw_code(page: Page, text: str, left: float, top: float, side: float) -> None:
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
