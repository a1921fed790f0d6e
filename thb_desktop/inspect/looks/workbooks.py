"""Workbooks: XLSX as values, read row by row; strings and styles only as far as they are needed."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from thb_desktop.inspect.looks.archives import zipped
from thb_desktop.inspect.looks.office import words_beside
from thb_desktop.inspect.looks.parts import TOO_LARGE, Asked, Said, UnreadableError
from thb_desktop.inspect.looks.tables import Row, rows_page, some_words
from thb_desktop.inspect.looks.xml import END, START, TEXT, events

_COLUMN = re.compile(r"[A-Z]{1,3}")
_CELLS = 1024
_MOST_STRINGS = 100 << 20
"""Code points of the strings of a workbook that are held."""
_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""Numbers of the built-in formats of dates and times (ISO/IEC 29500-1, 18.8.30)."""
_NOT_OF_DATE = re.compile(r"\"[^\"]*\"|\[[^\]]*\]|\\.")
_OF_DATE = re.compile(r"[ymdhs]", re.IGNORECASE)
_MOST_ROWS = 1 << 20
_MOST_NAMES = 1000
_LATIN = 26


def look_at_workbook(asked: Asked) -> Said:
    book = asked.kept.get("book")
    if not isinstance(book, _Workbook):
        book = asked.kept["book"] = _Workbook(asked)
    sheet = min(max(asked.sheet, 0), len(book.sheets) - 1)
    asked.sheet = sheet
    names = [name for name, _ in book.sheets]
    return rows_page(asked, names, lambda _: book.rows(book.sheets[sheet][1]), f"sheet {sheet}")


class _Workbook:
    """An XLSX. Its strings are read only as far as the rows need them."""

    def __init__(self, asked: Asked) -> None:
        self._archive = zipped(asked)
        links = {
            told.get("Id", ""): told.get("Target", "")
            for what, name, told in self._events("xl/_rels/workbook.xml.rels")
            if what == START and name == "Relationship"
        }
        self.sheets: list[tuple[str, str]] = []
        self._from_1904 = False
        for what, name, told in self._events("xl/workbook.xml"):
            if what == START and name == "sheet" and len(self.sheets) < _MOST_NAMES:
                target = links.get(told.get("id", ""), "").removeprefix("/xl/").removeprefix("xl/")
                self.sheets.append((told.get("name", ""), f"xl/{target}"))
            elif what == START and name == "workbookPr":
                self._from_1904 = told.get("date1904", "") in ("1", "true")
        if not self.sheets:
            raise UnreadableError
        self._dates = self._date_styles() if self._has("xl/styles.xml") else []
        self._strings: list[str] = []
        self._length = 0
        self._more = self._read_strings() if self._has("xl/sharedStrings.xml") else iter(())

    def _has(self, name: str) -> bool:
        return name in self._archive.NameToInfo

    def _events(self, name: str) -> Iterator[Any]:
        with self._archive.open(name) as opened:
            yield from events(opened)  # type: ignore[arg-type]  # it reads

    def _date_styles(self) -> list[bool]:
        formats: dict[str, str] = {}
        found: list[bool] = []
        is_within = False
        for what, name, told in self._events("xl/styles.xml"):
            if what == START and name == "numFmt":
                formats[told.get("numFmtId", "")] = told.get("formatCode", "")
            elif name == "cellXfs":
                is_within = what == START
            elif what == START and name == "xf" and is_within:
                number = told.get("numFmtId", "0")
                code = _NOT_OF_DATE.sub("", formats.get(number, ""))
                found.append(bool(_OF_DATE.search(code)) if number in formats else int(number) in _DATES)
        return found

    def _read_strings(self) -> Iterator[str]:
        text, skipped = list[str](), False
        for what, name, _ in self._events("xl/sharedStrings.xml"):
            if what == TEXT and not skipped:
                text.append(name)
            elif name == "rPh":
                skipped = what == START
            elif name == "si":
                if what == END:
                    yield "".join(text)
                text = []

    def _string(self, number: int) -> str:
        while len(self._strings) <= number and (each := next(self._more, None)) is not None:
            self._length += len(each)
            if self._length > _MOST_STRINGS:
                raise UnreadableError(TOO_LARGE)
            self._strings.append(each)
        return self._strings[number] if 0 <= number < len(self._strings) else ""

    def rows(self, path: str) -> Iterator[Row]:
        """Return the rows of a sheet by their numbers: those that the file leaves out are empty."""
        expected, cells, told, value, kind, takes = 1, list[str](), {}, list[str](), "", False
        for what, name, attributes in self._events(path):
            if what == TEXT:
                if takes:
                    value.append(name)
            elif name == "row":
                if what == START:
                    number = int(attributes.get("r", expected))
                    for _ in range(min(number - expected, _MOST_ROWS)):
                        yield ()
                    expected, cells = number + 1, []
                else:
                    yield tuple(cells)
            elif name == "c" and what == START:
                told, value, kind = dict(attributes), [], attributes.get("t", "n")
            elif name == "c":
                _put(cells, told.get("r", ""), self._shown(kind, "".join(value), told.get("s", "")))
            elif name in ("v", "t"):
                takes = what == START

    def _shown(self, kind: str, value: str, style: str) -> str:
        if kind == "s" and value.strip().isdigit():
            return self._string(int(value))
        if kind == "b":
            return {"1": "TRUE", "0": "FALSE"}.get(value, value)
        number = int(style) if style.isdigit() else 0
        if kind == "n" and value and number < len(self._dates) and self._dates[number]:
            return _moment(value, from_1904=self._from_1904)
        return value


def _put(cells: list[str], place: str, value: str) -> None:
    """Put a value into its column; without a place it is the next."""
    letters = _COLUMN.match(place)
    column = 0
    for letter in letters[0] if letters else "":
        column = column * _LATIN + ord(letter) - ord("A") + 1
    column = column - 1 if column else len(cells)
    if column >= _CELLS:
        return
    cells.extend([""] * (column + 1 - len(cells)))
    cells[column] = value


def _moment(value: str, *, from_1904: bool) -> str:
    """Return a number of days as a date, a time, or both; what is no such number as it is."""
    try:
        days = float(value)
        base = (
            datetime(1904, 1, 1, tzinfo=UTC)
            if from_1904
            else datetime(1899, 12, 31 if 0 <= days < 60 else 30, tzinfo=UTC)
        )
        found = base + timedelta(seconds=round(days * 86_400))
    except (ValueError, OverflowError):
        return value
    if 0 <= days < 1:
        return found.strftime("%H:%M:%S")
    shown = found.strftime("%Y-%m-%d %H:%M:%S")
    return shown.removesuffix(" 00:00:00")


def words_of_workbook(asked: Asked) -> str:
    """Return the cells of all sheets, about as many code points as are asked for, and what is beside them."""
    book = _Workbook(asked)
    cells = some_words((row for _, path in book.sheets for row in book.rows(path)), asked.page)
    return "\n".join((cells, *words_beside(asked)))
