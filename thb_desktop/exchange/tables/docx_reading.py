"""Reads the table of a DOCX file that came back, and nothing else of it."""

import re
from collections.abc import Iterator

from thb_desktop.errors import (
    ActiveContentError,
    ExchangeFormatError,
    ExchangeLayoutError,
    TrackedChangesError,
)
from thb_desktop.exchange.returned import ReturnedFile
from thb_desktop.exchange.tables.docx_writing import DOCUMENT, SPACE
from thb_desktop.exchange.tables.office import OfficeFile
from thb_desktop.exchange.tables.rows import COLUMNS, KEY_PREFIX, Row, returned
from thb_desktop.exchange.untrusted.limits import verify_count
from thb_desktop.exchange.untrusted.xml import Element

_TAG = f"{{{SPACE}}}"
_TRACKED = {"ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "delText"}
_ACTIVE = {
    "fldSimple", "fldChar", "instrText", "drawing", "pict", "object", "control", "altChunk", "subDoc", "sym",
    "footnoteReference", "endnoteReference", "ruby",
}  # fmt: skip
_AROUND = {"r", "hyperlink", "sdt", "sdtContent", "smartTag", "bdo", "dir", "customXml"}
"""What stands around text without being any."""
_UNSEEN = {
    "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd",
    "commentRangeStart", "commentRangeEnd", "commentReference",
    "annotationRef", "lastRenderedPageBreak", "sdtEndPr",
}  # fmt: skip
_ESCAPED = re.compile(r"_x005F_(?=x[0-9A-Fa-f]{4}_)")
"""How LibreOffice writes an underscore before what looks like the number of a character."""
_CHARACTERS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


def read_docx(untrusted: bytes) -> ReturnedFile:
    """Return the units of the table.

    Raises ExchangeFormatError, ExchangeLayoutError, ActiveContentError, TrackedChangesError,
    ArchiveRefusedError, and what `read_xml` raises.
    """
    opened = OfficeFile(untrusted)
    if DOCUMENT not in opened.names:
        raise ExchangeFormatError("the file is no DOCX")
    root = opened.part(DOCUMENT)
    if root.name != f"{_TAG}document":
        raise ExchangeFormatError("the file is no DOCX of the usual kind")
    tables = [table for table in root.within() if table.name == f"{_TAG}tbl" and _is_ours(table)]
    if len(tables) != 1:
        raise ExchangeFormatError("the file has no table that this program made, or several")
    rows = list(tables[0].named(f"{_TAG}tr"))
    verify_count(len(rows))
    _verify_plain(tables[0])
    return returned([_row(row, place) for place, row in enumerate(rows, 1)])


def _is_ours(table: Element) -> bool:
    row = table.first(f"{_TAG}tr")
    return row is not None and KEY_PREFIX in "".join(
        each.text() for each in row.within() if each.name == f"{_TAG}t"
    )


def _verify_plain(table: Element) -> None:
    """Refuse what a table of texts does not contain, wherever it is in the table."""
    for element in table.within():
        name = element.name.removeprefix(_TAG)
        if name in _TRACKED:
            raise TrackedChangesError("the table has tracked changes; accept or reject them first")
        if name in _ACTIVE:
            raise ActiveContentError("the table has fields, pictures, notes or other files")
        is_merged = name == "vMerge" or (name == "gridSpan" and element.attributes.get(f"{_TAG}val") != "1")
        if is_merged or (name == "tbl" and element is not table):
            raise ExchangeLayoutError("the table has joined cells, or a table within it", element.line)


def _row(untrusted: Element, place: int) -> Row:
    cells = [_cell(cell) for cell in untrusted.named(f"{_TAG}tc")]
    if len(cells) != COLUMNS:
        raise ExchangeLayoutError("a row of the table has other columns", place)
    number, speaker, source, target, state, notes = cells
    return Row(key=number, number="", speaker=speaker, source=source, target=target, state=state, notes=notes)


def _cell(untrusted: Element) -> str:
    """Return the text of a cell; each paragraph is a line."""
    text = "\n".join("".join(_texts(paragraph)) for paragraph in _paragraphs(untrusted))
    return _ESCAPED.sub("_", text)


def _paragraphs(untrusted: Element) -> Iterator[Element]:
    for child in untrusted.elements:
        name = child.name.removeprefix(_TAG)
        if name == "p":
            yield child
        elif name in _AROUND:
            yield from _paragraphs(child)


def _texts(untrusted: Element) -> Iterator[str]:
    for child in untrusted.elements:
        name = child.name.removeprefix(_TAG)
        if name == "t":
            yield child.text()
        elif name in _CHARACTERS:
            yield _CHARACTERS[name]
        elif name in _AROUND:
            yield from _texts(child)
        elif not name.endswith("Pr") and name not in _UNSEEN:
            raise ExchangeLayoutError("a cell has something else than text", child.line)
