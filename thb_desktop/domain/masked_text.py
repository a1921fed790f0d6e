"""Masked texts: a file that is a plain text, as its masked copy shows it, and the cells of a table in it."""

import re
from collections.abc import Iterable, Iterator

from thb_desktop.domain.anchors import Anchor, AnchorKind
from thb_desktop.domain.disclosure import Redaction
from thb_desktop.domain.text_digest import digest_of
from thb_desktop.errors import RedactionStaleError

Span = tuple[int, int]
"""Where something begins and ends in a text, in code points."""
_SEPARATORS = (",", ";", "\t", "|")
_LINES = 20
"""Rows from which the separator of a table is known."""
_SAMPLE = 1 << 16
LAST_ROW = 10**9
"""Below the last row of any table: a column is masked to its end."""


def masked_text(text: str, redactions: Iterable[Redaction], *, keeps_lines: bool = False) -> str:
    """Return a text with the reason in the place of what is masked. Masks that meet become one.

    A mark has no number: it is made before the version is numbered. keeps_lines: whether the ends of masked
    lines stay, so that each line has the number that it has in the text. Raises RedactionStaleError.
    """
    kept, end = list[str](), 0
    for start, stop, reason in sorted(_masks(text, redactions)):
        if start >= end:
            kept += [text[end:start], f"⟦{reason}⟧"]
        if keeps_lines:
            kept.append("\n" * text.count("\n", max(start, end), stop))
        end = max(end, stop)
    return "".join([*kept, text[end:]])


def _masks(text: str, redactions: Iterable[Redaction]) -> Iterator[tuple[int, int, str]]:
    digest = digest_of(text)
    for each in redactions:
        if not each.is_of_text:
            continue
        if each.anchor.digest != digest:
            raise RedactionStaleError("the text of a file is another one than when words in it were masked")
        yield from ((start, end, each.reason.value) for start, end in spans_of(each.anchor, text))


def spans_of(anchor: Anchor, text: str) -> tuple[Span, ...]:
    """Return the places of an anchor in the text in which it is; nothing if it is in no text."""
    if anchor.kind is AnchorKind.TEXT:
        return ((anchor.start, anchor.end),)
    if anchor.kind is not AnchorKind.CELLS:
        return ()
    left, top, right, bottom = anchor.rectangle
    rows = rows_in(text)[top:bottom]
    return tuple(cell for row in rows for cell in row[left:right] if cell[0] < cell[1])


def rows_in(text: str) -> tuple[tuple[Span, ...], ...]:
    """Return where the cells of a table stand, row by row, with their quotation marks; nothing if it is none.

    A quoted cell may hold several lines.
    """
    separator = separator_of(text)
    return tuple(_rows(text, separator)) if separator else ()


def separator_of(text: str) -> str:
    """Return the sign that stands equally often in the first rows of a table; nothing if none does."""
    sample = text if len(text) <= _SAMPLE else text[:_SAMPLE].rpartition("\n")[0]
    for separator in _SEPARATORS:
        rows = [row for row in _rows(sample, separator) if row != (row[0],) or row[0][0] < row[0][1]]
        widths = {len(row) for row in rows[:_LINES]}
        if len(rows) > 1 and len(widths) == 1 and widths != {1}:
            return separator
    return ""


def _rows(text: str, separator: str) -> Iterator[tuple[Span, ...]]:
    bare = rf"[^{re.escape(separator)}\r\n]*"
    cell = re.compile(rf'"(?:[^"]|"")*+"{bare}|{bare}')
    row, at = list[Span](), 0
    while at < len(text) or row:
        found = cell.match(text, at)
        end = found.end() if found else at
        row.append((at, end))
        at = end
        if text.startswith(separator, at):
            at += len(separator)
            continue
        yield tuple(row)
        row.clear()
        at += 2 if text.startswith("\r\n", at) else 1


def in_lines(text: str) -> str:
    """Return a text with one sign at the end of each line, as a window shows it."""
    return text.replace("\r\n", "\n")


def place_in(text: str, place: int) -> int:
    """Return where in a text a place of `in_lines(text)` is."""
    at = text.find("\r\n")
    while 0 <= at < place:
        place += 1
        at = text.find("\r\n", at + 1)
    return place


def cell_at(text: str, place: int) -> tuple[int, int] | None:
    """Return the column and the row, from 0, of the cell in which a place stands; None in no table."""
    for number, row in enumerate(rows_in(text)):
        for column, (start, end) in enumerate(row):
            if start <= place <= end:
                return column, number
    return None
