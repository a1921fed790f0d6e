"""Tables of plain text: rows of values, page by page. A quoted cell may hold several lines."""

import csv
import io
import re
from collections.abc import Callable, Iterator

from thb_desktop.inspect.looks.codings import coding_of
from thb_desktop.inspect.looks.parts import ROWS, Asked, Said

_SEPARATORS = (",", ";", "\t", "|")
_CELLS = 512
_CELL = 8192
_ON_PAGE = 1 << 20
"""Code points of all cells of a page together; what is cut of a long cell is seen as plain text."""
_SAMPLE = 1 << 14
_LINES = 20
_DIVIDING_COMMA = re.compile(r"(?<!\d),|,(?!\d)")
csv.field_size_limit(1 << 20)
Row = tuple[str, ...]


def separator_of(text: str) -> str:
    """Return the sign that stands equally often in the first lines; nothing if none does.

    A comma that stands between figures alone is a decimal comma, if another sign divides the lines.
    """
    found = [each for each in _SEPARATORS if _divides(each, text)]
    if found[:1] == [","] and len(found) > 1 and not _DIVIDING_COMMA.search(text):
        del found[0]
    return found[0] if found else ""


def _divides(separator: str, text: str) -> bool:
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))[:_LINES]
    except csv.Error:
        return False
    rows = [row for row in rows if row]
    return len(rows) > 1 and len(rows[0]) > 1 and len({len(row) for row in rows}) == 1


def head_text(head: bytes) -> str:
    """Return the whole lines of the beginning of a text."""
    text = head[:_SAMPLE].decode(coding_of(head)[0], "replace").removeprefix("\ufeff")
    return text if len(head) < _SAMPLE else text.rpartition("\n")[0]


def look_at_table(asked: Asked) -> Said:
    return rows_page(asked, [""], _rows, "rows")


def _rows(asked: Asked) -> Iterator[Row]:
    asked.source.seek(0)
    head = asked.source.read(_SAMPLE)
    asked.source.seek(0)
    coding = asked.coding or coding_of(head)[0]
    before = asked.kept.pop("text", None)
    if isinstance(before, io.TextIOWrapper):
        before.detach()  # else it would close the file when it goes
    text = io.TextIOWrapper(asked.source, coding, "replace", newline="")
    asked.kept["text"] = text
    separator = separator_of(head_text(head)) or ","
    for number, row in enumerate(csv.reader(text, delimiter=separator)):
        if number == 0 and row:
            row[0] = row[0].removeprefix("\ufeff")
        yield tuple(row)


class Walk:
    """Rows that are read as they come: going on is cheap, going back begins again."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self.rows, self.page = rows, 0
        self.next: Row | None = next(rows, None)

    def read(self) -> list[Row]:
        found: list[Row] = []
        while self.next is not None and len(found) < ROWS:
            found.append(self.next)
            self.next = next(self.rows, None)
        self.page += 1
        return found


def rows_page(asked: Asked, names: list[str], read: Callable[[Asked], Iterator[Row]], kept: str) -> Said:
    """Return a page of rows. kept: under which name its walk is kept."""
    walk = asked.kept.get(kept)
    if not isinstance(walk, Walk) or walk.page >= asked.page:
        walk = Walk(read(asked))
        asked.kept[kept] = walk
    rows = walk.read()
    while walk.page < asked.page and walk.next is not None:
        rows = walk.read()
    is_last = walk.next is None
    return {
        "look": "Sheets",
        "page": walk.page,
        "pages": walk.page if is_last else None,
        "more": not is_last,
        "names": names,
        "sheet": asked.sheet,
        "first_row": (walk.page - 1) * ROWS + 1,
        "rows": _shown(rows),
    }


def _shown(rows: list[Row]) -> list[list[str]]:
    left = _ON_PAGE
    shown: list[list[str]] = []
    for row in rows:
        cells = [cell[: min(_CELL, max(left // _CELLS, 64))] for cell in row[:_CELLS]]
        left -= sum(map(len, cells))
        shown.append(cells)
    return shown


def some_words(rows: Iterator[Row], limit: int) -> str:
    """Return rows as lines, until there are about as many code points."""
    found: list[str] = []
    for row in rows:
        if any(row):
            found.append("\t".join(row))
            limit -= len(found[-1])
        if limit <= 0:
            break
    return "\n".join(found)
