"""Reads the sheet of an XLSX file that came back, and nothing else of it."""

import re
from collections.abc import Sequence

from thb_desktop.errors import ActiveContentError, ExchangeFormatError, ExchangeLayoutError
from thb_desktop.exchange.returned import ReturnedFile
from thb_desktop.exchange.tables.office import OfficeFile
from thb_desktop.exchange.tables.rows import KEY_PREFIX, Row, returned
from thb_desktop.exchange.tables.xlsx_writing import SPACE
from thb_desktop.exchange.untrusted.limits import verify_count
from thb_desktop.exchange.untrusted.xml import Element

_TAG = f"{{{SPACE}}}"
_PLACE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_NUMBERED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_COLUMNS = "ABCDEFG"
_WRITTEN_TEXT = ("s", "inlineStr", "str")


def read_xlsx(untrusted: bytes) -> ReturnedFile:
    """Return the units of the sheet.

    Raises ExchangeFormatError, ExchangeLayoutError, ActiveContentError, ArchiveRefusedError, and what
    `read_xml` raises.
    """
    opened = OfficeFile(untrusted)
    if "xl/workbook.xml" not in opened.names:
        raise ExchangeFormatError("the file is no XLSX")
    shared = _shared(opened)
    sheets = [
        sheet
        for name in opened.names
        if name.startswith("xl/worksheets/") and name.endswith(".xml")
        if _is_ours(sheet := opened.part(name), shared)
    ]
    if len(sheets) != 1:
        raise ExchangeFormatError("the file has no sheet that this program made, or several")
    _verify_plain(sheets[0])
    rows = _rows(sheets[0])
    verify_count(len(rows))
    return returned([_row(row, shared) for row in rows])


def _shared(opened: OfficeFile) -> Sequence[str]:
    name = "xl/sharedStrings.xml"
    if name not in opened.names:
        return ()
    return [_text(each) for each in opened.part(name).named(f"{_TAG}si")]


def _is_ours(sheet: Element, shared: Sequence[str]) -> bool:
    rows = _rows(sheet)
    first = rows[0].first(f"{_TAG}c") if rows else None
    return first is not None and KEY_PREFIX in _value(first, shared)


def _rows(sheet: Element) -> list[Element]:
    data = sheet.first(f"{_TAG}sheetData")
    return list(data.named(f"{_TAG}row")) if data else []


def _verify_plain(sheet: Element) -> None:
    for element in sheet.within():
        if element.name == f"{_TAG}f":
            raise ActiveContentError("the sheet has formulas")
        if element.name == f"{_TAG}mergeCell":
            raise ExchangeLayoutError("the sheet has joined cells", element.line)


def _row(untrusted: Element, shared: Sequence[str]) -> Row:
    cells: dict[str, str] = {}
    for cell in untrusted.named(f"{_TAG}c"):
        place = _PLACE.fullmatch(cell.attributes.get("r", ""))
        value = _value(cell, shared)
        if place is None or place[1] in cells or (value and place[1] not in _COLUMNS):
            raise ExchangeLayoutError("a row of the sheet has other columns", cell.line)
        if value and place[1] != "B" and cell.attributes.get("t", "n") not in _WRITTEN_TEXT:
            raise ExchangeLayoutError("a cell holds a number or a date, and no text", int(place[2]))
        cells[place[1]] = value
    key, number, speaker, source, target, state, notes = (cells.get(column, "") for column in _COLUMNS)
    return Row(
        key=key, number=number, speaker=speaker, source=source, target=target, state=state, notes=notes
    )


def _value(cell: Element, shared: Sequence[str]) -> str:
    kind = cell.attributes.get("t", "n")
    if kind == "inlineStr":
        content = cell.first(f"{_TAG}is")
        return _text(content) if content else ""
    value = cell.first(f"{_TAG}v")
    told = value.text() if value else ""
    if kind != "s":
        return _named_characters(told, cell)
    if not (told.isascii() and told.isdigit() and len(told) < 10 and int(told) < len(shared)):
        raise ExchangeLayoutError("a cell refers to a text that is not there", cell.line)
    return shared[int(told)]


def _text(untrusted: Element) -> str:
    """Return the text of a string, without how it is pronounced."""
    parts = [
        each.text()
        for child in untrusted.elements
        for each in ([child] if child.name == f"{_TAG}t" else child.named(f"{_TAG}t"))
        if child.name != f"{_TAG}rPh"
    ]
    return _named_characters("".join(parts), untrusted)


def _named_characters(text: str, untrusted: Element) -> str:
    """Put the characters in whose numbers the text names. Raises ExchangeLayoutError for half a pair."""

    def named(found: re.Match[str]) -> str:
        point = int(found[1], 16)
        if 0xD800 <= point < 0xE000:
            raise ExchangeLayoutError("a text names half a character", untrusted.line)
        return chr(point)

    return _NUMBERED.sub(named, text)
