"""Reads the sheet of an XLSX file that came back, and nothing else of it.

Each row is read as it ends. What Excel shows in another way than it stands in the file is refused.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from thb_desktop.errors import (
    ActiveCellError,
    ActiveContentError,
    ExchangeError,
    ExchangeFormatError,
    ExchangeLayoutError,
    ExchangeOverLimitError,
    SeenOtherwiseError,
)
from thb_desktop.exchange.returned import ReturnedFile
from thb_desktop.exchange.tables.looks import is_on, number
from thb_desktop.exchange.tables.office import OFFICE_RELATION, OfficeFile
from thb_desktop.exchange.tables.rows import KEY_PREFIX, Row, returned
from thb_desktop.exchange.tables.xlsx_looks import looks_of
from thb_desktop.exchange.tables.xlsx_strings import (
    SPOKEN,
    UNREADABLE,
    Strings,
    is_shown,
    named_characters,
    read_string,
)
from thb_desktop.exchange.tables.xlsx_writing import SPACE
from thb_desktop.exchange.untrusted.limits import SHEETS, SMALL_PART, verify_count
from thb_desktop.exchange.untrusted.xml import Element
from thb_desktop.findings import unknown

_TAG = f"{{{SPACE}}}"
_PLACE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_COLUMNS = "ABCDEFG"
_READ = "CDEFG"
"""Columns whose words a person must see as they are."""
_WRITTEN_TEXT = ("s", "inlineStr", "str")
_LOOKS_BY_VALUE = "conditionalFormatting"
_DRAWN = ("drawing", "legacyDrawing", "picture", "oleObjects", "controls")
_LOWEST = 3
"""Points of a row, or letters of a column, in which words are seen."""


def read_xlsx(untrusted: bytes) -> ReturnedFile:
    """Return the units of the sheet.

    Raises ExchangeFormatError, ExchangeLayoutError, ActiveContentError, SeenOtherwiseError,
    ArchiveRefusedError, and what `read_xml` raises.
    """
    opened = OfficeFile(untrusted)
    name = opened.main()
    workbook = opened.part(name, most=SMALL_PART)
    if workbook.name != f"{_TAG}workbook":
        raise ExchangeFormatError("the file is no XLSX")
    strings = Strings()
    for shared in _related(opened, name, "sharedStrings"):
        opened.part(shared, take={f"{_TAG}si": strings.take})
    styles = [opened.part(each, most=SMALL_PART) for each in _related(opened, name, "styles")]
    looks = looks_of(styles[0] if styles else None)
    sheets = [
        _Sheet(opened, part, strings, looks, shown=shown) for part, shown in _sheets(opened, name, workbook)
    ]
    ours = [sheet for sheet in sheets if sheet.is_ours]
    if len(ours) != 1:
        raise ExchangeFormatError("the file has no sheet that this program made, or several")
    read = returned(ours[0].rows())
    others = any(sheet.has_words for sheet in sheets if sheet is not ours[0])
    return replace(read, findings=(unknown("exchange-words.outside"),) if others else ())


def _related(opened: OfficeFile, part: str, kind: str) -> list[str]:
    found = [each.target for each in opened.related(part, kind)]
    if len(found) > 1 or not all(map(opened.has, found)):
        raise ExchangeFormatError("the office file names a part that is not there, or two of one kind")
    return found


def _sheets(opened: OfficeFile, name: str, workbook: Element) -> Iterator[tuple[str, bool]]:
    """Return the part of each sheet that the file lists, and whether it is shown."""
    parts = {each.id: each.target for each in opened.related(name, "worksheet")}
    listed = [sheet for group in workbook.named(f"{_TAG}sheets") for sheet in group.elements]
    if len(listed) > SHEETS:
        raise ExchangeOverLimitError("the file has too many sheets")
    told = [each.attributes.get(f"{{{OFFICE_RELATION}}}id", "") for each in listed]
    if len(set(told)) != len(told):
        raise ExchangeFormatError("the file lists a sheet twice")
    for sheet, relation in zip(listed, told, strict=True):
        if relation in parts and opened.has(parts[relation]):
            yield parts[relation], sheet.attributes.get("state", "visible") == "visible"


class _Sheet:
    """A sheet as it was read: its rows if it is ours, and otherwise only whether it has words."""

    def __init__(
        self, opened: OfficeFile, name: str, strings: Strings, looks: Sequence[str], *, shown: bool
    ) -> None:
        self.is_ours = self.has_words = False
        self._shown, self._strings, self._looks = shown, strings, looks
        self._rows: list[Row] = []
        self._refused: ExchangeError | None = None
        self._last = 0
        self._root = opened.part(name, take={f"{_TAG}row": self._take})

    def rows(self) -> list[Row]:
        """Return the rows. Raises what is wrong with the sheet, or with the first row that is refused."""
        if not self._shown:
            raise SeenOtherwiseError("the sheet is hidden", 1)
        self._verify_around()
        if self._refused is not None:
            raise self._refused
        return self._rows

    def _take(self, _root: Element, row: Element) -> None:
        self._last += 1
        if self._last == 1:
            self.is_ours = any(KEY_PREFIX in self._words(cell) for cell in row.named(f"{_TAG}c"))
        if not self.is_ours:
            self.has_words = self.has_words or any(self._words(cell) for cell in row.named(f"{_TAG}c"))
            return
        if self._refused is not None:
            return
        try:
            self._rows.append(self._row(row))
        except ExchangeError as refused:
            self._refused = refused
        verify_count(len(self._rows))

    def _words(self, cell: Element) -> str:
        """Return the words of a cell as far as they can be read."""
        try:
            return self._value(cell, 1)[0]
        except ExchangeError:
            return ""

    def _row(self, row: Element) -> Row:
        told = row.attributes
        last = self._rows[-1].place if self._rows else 0
        place = _whole(told["r"]) if "r" in told else last + 1
        if place <= last:
            raise ExchangeLayoutError("the rows of the sheet are not in their order", last + 1)
        cells: dict[str, str] = {}
        for cell in row.elements:
            if cell.name == f"{_TAG}c":
                column, value = self._cell(cell, place, shows_spoken=is_shown(told.get("ph", "0")))
                if column in cells or (value and column not in _COLUMNS):
                    raise ExchangeLayoutError("a row of the sheet has other columns", place)
                cells[column] = value
            elif cell.local != "extLst":
                raise ExchangeLayoutError("a row of the sheet has something else than cells", place)
        height = number(told["ht"]) if "ht" in told else None
        is_low = height is not None and height < _LOWEST
        if place > 1 and any(cells.values()) and (is_on(told.get("hidden", "0")) or is_low):
            raise SeenOtherwiseError("a row is hidden", place)
        key, _number, speaker, source, target, state, notes = (cells.get(column, "") for column in _COLUMNS)
        return Row(
            key=key, number="", speaker=speaker, source=source, target=target, state=state, notes=notes,
            place=place,
        )  # fmt: skip

    def _cell(self, cell: Element, place: int, *, shows_spoken: bool) -> tuple[str, str]:
        """Return the column and the text of a cell."""
        told = cell.attributes
        stands = _PLACE.fullmatch(told.get("r", ""))
        if stands is None or int(stands[2]) != place:
            raise ExchangeLayoutError("a cell stands in another row than it says", place)
        value, look = self._value(cell, place)
        if value and stands[1] != "B" and told.get("t", "n") not in _WRITTEN_TEXT:
            raise ExchangeLayoutError("a cell holds a number or a date, and no text", place)
        if look == UNREADABLE:
            raise ExchangeLayoutError("a cell has something else than one text", place)
        if look == SPOKEN:
            look = "shown with how they are pronounced" if shows_spoken or is_on(told.get("ph", "0")) else ""
        style = _whole(told.get("s", "0"))
        look = look or (self._looks[style] if style < len(self._looks) else "")
        if value and look and place > 1 and stands[1] in _READ:
            raise SeenOtherwiseError(f"words are {look}", place)
        return stands[1], value

    def _value(self, cell: Element, place: int) -> tuple[str, str]:
        """Return the text of a cell, and why it is not seen as it is."""
        for child in cell.elements:
            if child.name == f"{_TAG}f":
                raise ActiveCellError("the sheet has formulas", place)
        kind = cell.attributes.get("t", "n")
        parts = [child for child in cell.elements if child.local != "extLst"]
        expected = f"{_TAG}is" if kind == "inlineStr" else f"{_TAG}v"
        if len(parts) > 1 or any(part.name != expected for part in parts):
            return "", UNREADABLE
        if not parts:
            return "", ""
        if kind == "inlineStr":
            return read_string(parts[0])
        told = parts[0].text()
        if kind != "s":
            text = named_characters(told)
            return (text, "") if text is not None else ("", UNREADABLE)
        at = _whole(told)
        if at >= len(self._strings.texts):
            raise ExchangeLayoutError("a cell refers to a text that is not there", place)
        return self._strings.texts[at], self._strings.looks.get(at, "")

    def _verify_around(self) -> None:
        """Refuse what changes how the whole sheet looks, or stands over it."""
        root = self._root
        if len(list(root.named(f"{_TAG}sheetData"))) != 1:
            raise ExchangeLayoutError("the sheet has its rows at several places", 1)
        for element in root.within():
            told = element.attributes
            if element.local == "mergeCell":
                raise ExchangeLayoutError("the sheet has joined cells", _row_of(told.get("ref", "")))
            if element.local == _LOOKS_BY_VALUE:
                raise SeenOtherwiseError("words look by rules", _row_of(told.get("sqref", "")))
            if element.name.removeprefix(_TAG) in _DRAWN:
                raise ActiveContentError("the sheet has pictures, comments or other files")
            if element.name == f"{_TAG}sheetFormatPr" and is_on(told.get("zeroHeight", "0")):
                raise SeenOtherwiseError("rows are hidden", 1)
            if element.name == f"{_TAG}col" and _hides_words(told):
                raise SeenOtherwiseError("a column is hidden", 1)


def _hides_words(column: Mapping[str, str]) -> bool:
    first, last = _whole(column.get("min", "1")), _whole(column.get("max", "16384"))
    width = number(column["width"]) if "width" in column else None
    is_hidden = is_on(column.get("hidden", "0")) or (width is not None and width < 1)
    return is_hidden and first <= _COLUMNS.index("G") + 1 and last >= _COLUMNS.index("C") + 1


def _row_of(reference: str) -> int:
    found = _PLACE.match(reference)
    return int(found[2]) if found else 1


def _whole(told: str) -> int:
    """Return a whole number; one that is larger than any place for another text."""
    return int(told) if told.isascii() and told.isdigit() and len(told) < 10 else 10**9
