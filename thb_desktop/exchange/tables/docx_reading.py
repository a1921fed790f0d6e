"""Reads the table of a DOCX file that came back, and nothing else of it.

Each row is read as it ends. What Word shows in another way than it stands in the file is refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from thb_desktop.errors import (
    ActiveCellError,
    ExchangeFormatError,
    ExchangeLayoutError,
    OfOneRowError,
    SeenOtherwiseError,
    TrackedChangesError,
)
from thb_desktop.exchange.returned import ReturnedFile
from thb_desktop.exchange.tables.docx_looks import HIDDEN, SPACE, Looks, shade_of
from thb_desktop.exchange.tables.looks import is_on, number
from thb_desktop.exchange.tables.office import OfficeFile
from thb_desktop.exchange.tables.rows import COLUMNS, KEY_PREFIX, Row, is_key, returned
from thb_desktop.exchange.untrusted.limits import SMALL_PART, verify_count
from thb_desktop.exchange.untrusted.xml import Element
from thb_desktop.findings import Finding, unknown

_TAG = f"{{{SPACE}}}"
_VALUE = f"{_TAG}val"
_TRACKED = {"ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "delText"}
_ACTIVE = {
    "fldSimple", "fldChar", "instrText", "drawing", "pict", "object", "control", "altChunk", "subDoc", "sym",
    "footnoteReference", "endnoteReference", "ruby", "commentRangeStart", "commentRangeEnd",
    "commentReference", "annotationRef", "dataBinding",
}  # fmt: skip
_AROUND = {"r", "hyperlink", "sdt", "sdtContent", "smartTag", "customXml"}
"""What stands around text without being any."""
_FORCED = {"bdo", "dir"}
_PROPERTIES = {
    "pPr", "rPr", "tcPr", "trPr", "tblPr", "tblPrEx", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr",
}  # fmt: skip
_UNSEEN = {"bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "lastRenderedPageBreak"}
_ESCAPED = re.compile(r"_x005F_(?=x[0-9A-Fa-f]{4}_)")
"""How LibreOffice writes an underscore before what looks like the number of a character."""
_CHARACTERS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_NARROWEST = 200
"""Twentieths of a point of a column in which words are seen."""


class _RefusedError(Exception):
    """A row whose place is not known yet."""

    def __init__(self, kind: type[OfOneRowError] | type[ExchangeLayoutError], message: str) -> None:
        super().__init__(message)
        self.kind, self.message = kind, message

    def at(self, place: int) -> OfOneRowError | ExchangeLayoutError:
        return self.kind(self.message, place)


@dataclass(frozen=True, slots=True, kw_only=True)
class _ReadRow:
    """A row as it was read: its cells, or why not. seen: why its words are not seen as they are."""

    row: Row | None = None
    refused: _RefusedError | None = None
    seen: str = ""


def read_docx(untrusted: bytes) -> ReturnedFile:
    """Return the units of the table.

    Raises ExchangeFormatError, ExchangeLayoutError, ActiveContentError, TrackedChangesError,
    SeenOtherwiseError, ArchiveRefusedError, and what `read_xml` raises.
    """
    opened = OfficeFile(untrusted)
    name = opened.main()
    styles = [each.target for each in opened.related(name, "styles") if opened.has(each.target)]
    reader = _Reader(Looks(opened.part(styles[0], most=SMALL_PART) if styles else None))
    root = opened.part(name, take={f"{_TAG}tr": reader.take})
    body = root.first(f"{_TAG}body")
    if root.name != f"{_TAG}document" or body is None:
        raise ExchangeFormatError("the file is no DOCX of the usual kind")
    tables = [table for table in _blocks(body) if table.name == f"{_TAG}tbl" and reader.is_ours(table)]
    if len(tables) != 1:
        raise ExchangeFormatError("the file has no table that this program made, or several")
    read = returned(reader.rows_of(tables[0]))
    return replace(read, findings=tuple(_outside(body, tables[0])))


def _blocks(around: Element) -> Iterator[Element]:
    """Return paragraphs and tables of the text, without what stands in a frame or a drawing."""
    for child in around.elements:
        if child.name.removeprefix(_TAG) in ("sdt", "sdtContent", "customXml"):
            yield from _blocks(child)
        else:
            yield child


def _outside(body: Element, table: Element) -> Iterator[Finding]:
    """Tell of words outside of the table, apart from the number of the job above it."""
    told = [
        block
        for block in _blocks(body)
        if block is not table
        and any(each.name == f"{_TAG}t" and each.text().strip() for each in block.within())
    ]
    if len(told) > 1:
        yield unknown("exchange-words.outside")


class _Reader:
    def __init__(self, looks: Looks) -> None:
        self._looks = looks
        self._rows: dict[Element, _ReadRow] = {}
        self._heads = set[Element]()

    def take(self, _root: Element, row: Element) -> None:
        if KEY_PREFIX in "".join(each.text() for each in row.within() if each.name == f"{_TAG}t"):
            self._heads.add(row)
        try:
            self._rows[row] = self._read(row)
        except _RefusedError as refused:
            self._rows[row] = _ReadRow(refused=refused)
        verify_count(len(self._rows))

    def is_ours(self, table: Element) -> bool:
        return table.first(f"{_TAG}tr") in self._heads

    def rows_of(self, table: Element) -> list[Row]:
        """Return the rows of the table. Raises what is wrong with the first that is refused."""
        around, place, rows = self._look_of(table), 0, list[Row]()
        for child in table.elements:
            name = child.name.removeprefix(_TAG)
            if name == "tr":
                place += 1
                read = self._rows[child]
                if read.refused is not None:
                    raise read.refused.at(place)
                if place > 1 and (seen := read.seen or around):
                    raise SeenOtherwiseError(f"words are {seen}", place)
                if read.row is not None:
                    rows.append(replace(read.row, place=place))
            elif name not in _PROPERTIES | _UNSEEN | {"tblGrid"}:
                raise ExchangeLayoutError("the table has something else than rows", place + 1)
        return rows

    def _look_of(self, table: Element) -> str:
        properties = table.first(f"{_TAG}tblPr")
        if any(each.local.endswith("Change") for each in table.within()):
            raise TrackedChangesError("the table has tracked changes; accept or reject them first", 1)
        widths = [
            number(column.attributes.get(f"{_TAG}w", ""))
            for grid in table.named(f"{_TAG}tblGrid")
            for column in grid.elements
        ]
        if any(width is not None and 0 < width < _NARROWEST for width in widths):
            return "in a column that is too narrow"
        return (self._looks.of(properties) if properties else "") or self._looks.everywhere

    def _read(self, row: Element) -> _ReadRow:
        _verify_plain(row)
        properties = [*row.named(f"{_TAG}trPr")]
        seen = next(filter(None, map(_row_look, properties)), "")
        texts: list[str] = []
        for child in row.elements:
            name = child.name.removeprefix(_TAG)
            if name == "tc":
                cell = _Cell(self._looks, child, is_first=not texts)
                texts.append(cell.text)
                seen = seen or cell.seen
            elif name not in _PROPERTIES | _UNSEEN:
                raise _RefusedError(ExchangeLayoutError, "a row of the table has something else than cells")
        if len(texts) != COLUMNS:
            raise _RefusedError(ExchangeLayoutError, "a row of the table has other columns")
        key, speaker, source, target, state, notes = texts
        row_read = Row(
            key=key, number="", speaker=speaker, source=source, target=target, state=state, notes=notes
        )
        return _ReadRow(row=row_read, seen=seen)


def _verify_plain(element: Element, *, in_properties: bool = False) -> None:
    """Refuse what a table of texts does not contain, wherever it is in a row."""
    name = element.name.removeprefix(_TAG)
    if name in _TRACKED or name.endswith("Change"):
        raise _RefusedError(TrackedChangesError, "tracked changes; accept or reject them first")
    if name in _ACTIVE or element.local == "dataBinding":
        raise _RefusedError(ActiveCellError, "fields, pictures, notes, comments or other files")
    if name in _FORCED:
        raise _RefusedError(SeenOtherwiseError, "words are in a direction that is forced")
    is_merged = name in ("vMerge", "hMerge") or (name == "gridSpan" and element.attributes.get(_VALUE) != "1")
    if is_merged or name == "tbl":
        raise _RefusedError(ExchangeLayoutError, "the table has joined cells, or a table within it")
    if name != "t" and any(isinstance(child, str) and child.strip() for child in element.children):
        raise _RefusedError(ExchangeLayoutError, "a cell has words that are no text")
    if name == "t" and in_properties:
        raise _RefusedError(ExchangeLayoutError, "a cell has words that are no text")
    for child in element.elements:
        _verify_plain(child, in_properties=in_properties or name in _PROPERTIES)


def _row_look(properties: Element) -> str:
    hidden, height = properties.first(f"{_TAG}hidden"), properties.first(f"{_TAG}trHeight")
    if hidden is not None and is_on(hidden.attributes.get(_VALUE, "1")):
        return HIDDEN
    return "cut off" if height is not None and height.attributes.get(f"{_TAG}hRule") == "exact" else ""


class _Cell:
    """The text of a cell; each paragraph is a line. Its first hides the key of the row, and nothing else."""

    def __init__(self, looks: Looks, untrusted: Element, *, is_first: bool) -> None:
        self._looks, self._hidden = looks, list[str]()
        properties = untrusted.first(f"{_TAG}tcPr")
        self._behind = shade_of(properties)
        width = properties.first(f"{_TAG}tcW") if properties else None
        wide = number(width.attributes.get(f"{_TAG}w", "")) if width is not None else None
        is_narrow = wide is not None and 0 < wide < _NARROWEST
        is_narrow = is_narrow and width is not None and width.attributes.get(f"{_TAG}type") == "dxa"
        self.seen = "in a column that is too narrow" if is_narrow else ""
        self._keeps_key = is_first
        text = "\n".join("".join(self._texts(each, self._behind)) for each in _paragraphs(untrusted))
        self.text = _ESCAPED.sub("_", text)
        if hidden := "".join(self._hidden):
            self.text = hidden if is_key(hidden) else ""

    def _texts(self, untrusted: Element, behind: int | None, above: str = "") -> Iterator[str]:
        properties = [each for each in untrusted.elements if each.local in ("rPr", "pPr")]
        behind = next((own for each in properties if (own := shade_of(each)) is not None), behind)
        look = next(filter(None, (self._looks.of(each, behind) for each in properties)), above)
        for each in properties:
            self._verify_end(each)
        for child in untrusted.elements:
            name = child.name.removeprefix(_TAG)
            if name == "t" or name in _CHARACTERS:
                text = _CHARACTERS.get(name) or child.text()
                if name == "t" and ("\n" in text or "\t" in text or "\r" in text):
                    raise _RefusedError(SeenOtherwiseError, "words have a line break that is not shown")
                if look == HIDDEN and self._keeps_key:
                    self._hidden.append(text)
                elif text:
                    self.seen = self.seen or look
                yield text
            elif name in _AROUND:
                yield from self._texts(child, behind, look)
            elif name not in _PROPERTIES and name not in _UNSEEN:
                raise _RefusedError(ExchangeLayoutError, "a cell has something else than text")

    def _verify_end(self, properties: Element) -> None:
        """A hidden end of a paragraph joins it with the next."""
        end = properties.first(f"{_TAG}rPr")
        if end is not None and self._looks.of(end) == HIDDEN and not self._keeps_key:
            self.seen = self.seen or HIDDEN


def _paragraphs(untrusted: Element) -> Iterator[Element]:
    for child in untrusted.elements:
        name = child.name.removeprefix(_TAG)
        if name == "p":
            yield child
        elif name in _AROUND:
            yield from _paragraphs(child)
        elif name not in _PROPERTIES and name not in _UNSEEN:
            raise _RefusedError(ExchangeLayoutError, "a cell has something else than paragraphs")
