"""The cross-references of a PDF file: tables and streams, from the newest to the oldest."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from thb_desktop.errors import PdfBeyondBoundsError, PdfUnreadableError
from thb_desktop.verify.documents.syntax import Dictionary, PdfObject, Reader, Stream

MAXIMUM_SECTIONS = 500
MAXIMUM_OBJECTS = 3_000_000

_END = re.compile(rb"startxref[\r\n ]+(\d{1,12})[\r\n ]+%%EOF(?:\r\n|\r|\n)?\Z")
_ROWS = re.compile(rb"(\d{1,10}) (\d{1,8})[ \t]*(?:\r\n|\r|\n)")
_ROW = re.compile(rb"(\d{10}) (\d{5}) ([nf])[ \r\n]{2}")


class Place(NamedTuple):
    """The position of an object: at an offset, or in an object stream; or its number is free."""

    kind: int
    """0 free, 1 at the offset `where`, 2 in the object stream `where`."""
    where: int
    which: int
    """The generation (kinds 0, 1), or the index in the object stream (kind 2)."""


@dataclass(frozen=True, slots=True)
class Section:
    """One cross-reference section and its trailer."""

    offset: int
    places: dict[int, Place]
    trailer: Dictionary
    end: int
    """The position after the section's last byte, where `startxref` is expected."""
    stream_number: int | None
    """The object number of the section, if it is a stream."""


class ObjectSource(Protocol):
    """A file from which objects can be read before its cross-references are known."""

    @property
    def data(self) -> bytes: ...

    @property
    def end(self) -> int: ...

    def object_at(
        self, offset: int, *, header: tuple[int, int] | None = None
    ) -> tuple[PdfObject, int, int]: ...

    def decoded(self, stream: Stream) -> bytes: ...


def read_sections(file: ObjectSource) -> Iterator[Section]:
    """Return all cross-reference sections, newest first. Raises PdfUnreadableError."""
    tail = _END.search(file.data, max(0, file.end - 80), file.end)
    if tail is None:
        raise PdfUnreadableError("the end of the file is not that of a PDF file")
    offset: PdfObject = int(tail.group(1))
    seen: set[int] = set()
    count = 0
    while offset is not None:
        if (
            not isinstance(offset, int)
            or offset in seen
            or not 0 <= offset < file.end
            or len(seen) > MAXIMUM_SECTIONS
        ):
            raise PdfUnreadableError("the cross-references of the file lead nowhere or are circular")
        seen.add(offset)
        table = file.data.startswith(b"xref", offset)
        section = _table(file, offset) if table else _reference_stream(file, offset)
        count += len(section.places)
        if count > MAXIMUM_OBJECTS:
            raise PdfBeyondBoundsError("the file contains more objects than this check reads")
        yield section
        offset = section.trailer.get("Prev")


def _table(file: ObjectSource, offset: int) -> Section:
    reader = Reader(file.data, offset + 4, file.end)
    places: dict[int, Place] = {}
    reader.skip_blanks()
    while rows := _ROWS.match(file.data, reader.position, file.end):
        reader.position = rows.end()
        for number in range(int(rows.group(1)), int(rows.group(1)) + int(rows.group(2))):
            row = _ROW.match(file.data, reader.position, file.end)
            if row is None:
                raise PdfUnreadableError("the cross-references of the file are damaged")
            reader.position = row.end()
            in_use = row.group(3) == b"n"
            places.setdefault(number, Place(int(in_use), int(row.group(1)), int(row.group(2))))
    if not reader.word(b"trailer"):
        raise PdfUnreadableError("the cross-references of the file are damaged")
    trailer = reader.object()
    if not isinstance(trailer, dict):
        raise PdfUnreadableError("the cross-references of the file have no trailer")
    hidden = trailer.get("XRefStm")
    if isinstance(hidden, int):
        for number, place in _reference_stream(file, hidden).places.items():
            if places.get(number, Place(0, 0, 0)).kind == 0:
                places[number] = place
    return Section(offset, places, trailer, reader.position, None)


def _reference_stream(file: ObjectSource, offset: int) -> Section:
    stream, number, end = file.object_at(offset)
    if not isinstance(stream, Stream) or stream.dictionary.get("Type") != "XRef":
        raise PdfUnreadableError("the cross-references of the file are damaged")
    trailer = stream.dictionary
    widths, size = trailer.get("W"), trailer.get("Size")
    if not isinstance(size, int) or not isinstance(widths, list) or len(widths) != 3:
        raise PdfUnreadableError("the cross-references of the file are damaged")
    wide = [width for width in widths if isinstance(width, int) and 0 <= width <= 8]
    index = trailer.get("Index", [0, size])
    if len(wide) != 3 or sum(wide) == 0 or not isinstance(index, list) or len(index) % 2:
        raise PdfUnreadableError("the cross-references of the file are damaged")
    return Section(offset, _places(file.decoded(stream), wide, index), trailer, end, number)


def _places(content: bytes, widths: list[int], index: list[PdfObject]) -> dict[int, Place]:
    first, second, third = widths
    step = first + second + third
    places: dict[int, Place] = {}
    position = 0
    for start, count in zip(index[::2], index[1::2], strict=True):
        if not isinstance(start, int) or not isinstance(count, int) or start < 0 or count < 0:
            raise PdfUnreadableError("the cross-references of the file are damaged")
        if position + count * step > len(content):
            raise PdfUnreadableError("the cross-references of the file are damaged")
        for number in range(start, start + count):
            row = content[position : position + step]
            kind = int.from_bytes(row[:first]) if first else 1
            place = Place(
                kind, int.from_bytes(row[first : first + second]), int.from_bytes(row[first + second :])
            )
            if kind <= 2:
                places.setdefault(number, place)
            position += step
    return places
