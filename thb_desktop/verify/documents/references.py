"""The cross-references of a PDF file: tables and streams, from the newest to the oldest.

Rows stay where they are, in the file or in an unpacked stream, and are read when they are needed.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from struct import Struct
from typing import NamedTuple, Protocol

from thb_desktop.errors import PdfBeyondBoundsError, PdfUnreadableError
from thb_desktop.verify.documents.budget import MAXIMUM_VALUES, Budget
from thb_desktop.verify.documents.syntax import Dictionary, PdfObject, Reader, Ref, Stream

MAXIMUM_SECTIONS = 500

_END = re.compile(rb"startxref[\r\n ]+(\d{1,12})[\r\n ]+%%EOF(?:\r\n|\r|\n)?\Z")
_ROWS = re.compile(rb"(\d{1,10}) (\d{1,8})[ \t]*(?:\r\n|\r|\n)")
_BLOCK = re.compile(rb"(?:\d{10} \d{5} [nf][ \r\n]{2}){1,1000}+")
_ROW_SIZE = 20
_WHOLE = {1: "B", 2: "H", 4: "I", 8: "Q"}
"""Columns that are read at once, by their width in bytes."""
_FEW, _MORE_THAN_ANY = 10_000, 10**20
_DIRECT = ("Length", "Filter", "DecodeParms", "W", "Index", "Size", "Type", "Prev")


class Place(NamedTuple):
    """The position of an object: at an offset, or in an object stream; or its number is free."""

    kind: int
    """0 free, 1 at the offset `where`, 2 in the object stream `where`."""
    where: int
    which: int
    """The generation (kinds 0, 1), or the index in the object stream (kind 2)."""


class Run(NamedTuple):
    """Consecutive rows: of the objects `first` to `first + length - 1`, from `position` of their text."""

    first: int
    length: int
    position: int


@dataclass(frozen=True, slots=True)
class Section:
    """One cross-reference section and its trailer."""

    offset: int
    trailer: Dictionary
    end: int
    """The position after the section's last byte, where `startxref` is expected."""
    stream_number: int | None
    """The object number of the section, if it is a stream."""
    rows: bytes = field(repr=False)
    """The file itself, for a table; the unpacked content of a stream."""
    runs: tuple[Run, ...]
    """By rising number. No number is in two."""
    widths: tuple[int, int, int] | None
    """The widths of a stream's columns in bytes."""
    hidden: "Section | None" = None
    """The stream beside a table (a hybrid file), for the numbers that the table calls free."""

    def place(self, number: int) -> Place | None:
        """Return the place of an object, if this section names it."""
        index = bisect_right(self.runs, number, key=lambda run: run.first) - 1
        found = None
        if index >= 0 and number < self.runs[index].first + self.runs[index].length:
            run = self.runs[index]
            found = self._read(run.position, number - run.first)
        if self.hidden is not None and (found is None or found.kind == 0):
            return self.hidden.place(number) or found
        return found

    @property
    def packs(self) -> bool:
        """Whether it can name objects in object streams."""
        return self.widths is not None or self.hidden is not None

    @property
    def count(self) -> int:
        """How many objects it names, or more."""
        return sum(run.length for run in self.runs) + (self.hidden.count if self.hidden else 0)

    def _read(self, position: int, row: int) -> Place | None:
        if self.widths is None:
            text = self._text(position, row)
            return Place(int(text[17:18] == b"n"), int(text[:10]), int(text[11:16]))
        kind, where, which = self._columns(position, row)
        return Place(kind, where, which) if kind <= 2 else None

    def _columns(self, position: int, row: int) -> tuple[int, int, int]:
        first, second, third = self.widths or (0, 0, 0)
        start = position + row * (first + second + third)
        kind = int.from_bytes(self.rows[start : start + first]) if first else 1
        where = int.from_bytes(self.rows[start + first : start + first + second])
        which = int.from_bytes(self.rows[start + first + second : start + first + second + third])
        return kind, where, which

    def _text(self, position: int, row: int) -> bytes:
        start = position + row * _ROW_SIZE
        return self.rows[start : start + _ROW_SIZE]

    def places(self) -> Iterator[tuple[int, Place | None]]:
        """Return all objects that this section names, and their places."""
        if self.hidden is not None:
            yield from ((number, self.place(number)) for number in self.numbers())
            return
        if self.widths is not None:
            yield from self._packed_places(self.widths)
            return
        for first, length, position in self.runs:
            for number, at in enumerate(range(position, position + length * _ROW_SIZE, _ROW_SIZE), first):
                text = self.rows[at : at + _ROW_SIZE]
                yield number, Place(int(text[17:18] == b"n"), int(text[:10]), int(text[11:16]))

    def packed(self) -> Iterator[tuple[int, int]]:
        """Return the objects that this section places in object streams, and the numbers of these."""
        if self.hidden is None and self.widths is not None:
            rows = self._packed_rows(self.widths)
            return ((number, where) for number, (kind, where, _) in rows if kind == 2)
        return ((number, place.where) for number, place in self.places() if place and place.kind == 2)

    def _packed_places(self, widths: tuple[int, int, int]) -> Iterator[tuple[int, Place | None]]:
        for number, (kind, where, which) in self._packed_rows(widths):
            yield number, Place(kind, where, which) if kind <= 2 else None

    def _packed_rows(self, widths: tuple[int, int, int]) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Return the columns of each row as they stand there, by the number of the object."""
        whole = all(width in _WHOLE for width in widths)
        row = Struct(">" + "".join(_WHOLE[width] for width in widths)) if whole else None
        for first, length, position in self.runs:
            if row is None:
                yield from ((first + index, self._columns(position, index)) for index in range(length))
            else:
                yield from enumerate(
                    row.iter_unpack(self.rows[position : position + length * row.size]), first
                )

    def numbers(self) -> Iterator[int]:
        """Return the numbers of all objects that this section names."""
        for run in self.runs:
            yield from range(run.first, run.first + run.length)
        for number in self.hidden.numbers() if self.hidden else ():
            index = bisect_right(self.runs, number, key=lambda run: run.first) - 1
            if index < 0 or number >= self.runs[index].first + self.runs[index].length:
                yield number


class Places:
    """The places of all objects of a revision: what its newest section says counts."""

    def __init__(self, sections: Sequence[Section], budget: Budget) -> None:
        self._sections = sections
        self._budget = budget

    def get(self, number: int) -> Place | None:
        """Return the place of an object. Raises PdfBeyondBoundsError, as everything that costs steps."""
        for section in self._sections:
            self._budget.step()
            found = section.place(number)
            if found is not None:
                return found
        return None

    def items(self, sections: int | None = None) -> Iterator[tuple[int, Place]]:
        """Return all objects, or those of the newest sections, and their places."""
        return self._newest(Section.places, sections)

    def stores(self) -> set[int]:
        """Return the numbers of the object streams that hold objects in use."""
        return {where for _, where in self._newest(Section.packed)}

    def _newest[Told](
        self, told_by: Callable[[Section], Iterator[tuple[int, Told | None]]], sections: int | None = None
    ) -> Iterator[tuple[int, Told]]:
        """Return what sections tell of objects that no newer one names."""
        for index, section in enumerate(self._sections[:sections]):
            newer = self._sections[:index]
            named = _named(newer)
            self._budget.step((1 + index) * section.count)
            for number, told in told_by(section):
                if told is not None and (
                    number not in named or all(each.place(number) is None for each in newer)
                ):
                    yield number, told


def _named(sections: Sequence[Section]) -> Container[int]:
    """Return at least the numbers that few sections name; all numbers if they name many."""
    if sum(section.count for section in sections) > _FEW:
        return range(_MORE_THAN_ANY)
    return {number for section in sections for number in section.numbers()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Referred:
    """To which objects the first `size` bytes of a file refer, searched once for all that is added to them.

    start: the offset of the newest cross-references in these bytes.
    """

    size: int
    start: int
    numbers: frozenset[int] = field(repr=False)
    stores: Mapping[int, int] = field(repr=False)
    """The object streams that were searched, by their number, and their offsets."""


class ObjectSource(Protocol):
    """A file from which objects can be read before its cross-references are known."""

    @property
    def data(self) -> bytes: ...

    @property
    def end(self) -> int: ...

    @property
    def budget(self) -> Budget: ...

    @property
    def known(self) -> dict[int, Section]: ...

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
    while offset is not None:
        if (
            not isinstance(offset, int)
            or offset in seen
            or not 0 <= offset < file.end
            or len(seen) > MAXIMUM_SECTIONS
        ):
            raise PdfUnreadableError("the cross-references of the file lead nowhere or are circular")
        seen.add(offset)
        section = _section(file, offset)
        if max(section.end, section.hidden.end if section.hidden else 0) > file.end:
            raise PdfUnreadableError("the cross-references of the file are damaged")
        yield section
        offset = section.trailer.get("Prev")


def _section(file: ObjectSource, offset: int) -> Section:
    """Read a section, once for all revisions of the file."""
    file.budget.step()
    if offset not in file.known:
        table = file.data.startswith(b"xref", offset)
        file.known[offset] = _table(file, offset) if table else _reference_stream(file, offset)
    return file.known[offset]


def _table(file: ObjectSource, offset: int) -> Section:
    reader = Reader(file.data, offset + 4, file.end)
    runs: list[Run] = []
    reader.skip_blanks()
    while rows := _ROWS.match(file.data, reader.position, file.end):
        run = Run(int(rows.group(1)), int(rows.group(2)), rows.end())
        runs.append(run)
        reader.position = rows.end() + run.length * _ROW_SIZE
        _verify_rows(file, run)
        if len(runs) > MAXIMUM_VALUES:
            raise PdfBeyondBoundsError("the file contains more objects than this check reads")
    if not reader.word(b"trailer"):
        raise PdfUnreadableError("the cross-references of the file are damaged")
    rows_end = reader.position
    trailer = reader.object()
    file.budget.move(rows_end - offset)
    file.budget.read(reader.position - rows_end)
    if not isinstance(trailer, dict):
        raise PdfUnreadableError("the cross-references of the file have no trailer")
    hidden = trailer.get("XRefStm")
    beside = _reference_stream(file, hidden) if isinstance(hidden, int) else None
    return Section(offset, trailer, reader.position, None, file.data, _in_order(file, runs), None, beside)


def _verify_rows(file: ObjectSource, run: Run) -> None:
    position, end = run.position, run.position + run.length * _ROW_SIZE
    while position < end:
        block = _BLOCK.match(file.data, position, min(end, file.end))
        if block is None:
            raise PdfUnreadableError("the cross-references of the file are damaged")
        position = block.end()


def _in_order(file: ObjectSource, runs: list[Run]) -> tuple[Run, ...]:
    """Sort runs by their numbers. Raises PdfUnreadableError if a number is in two of them."""
    file.budget.step(len(runs))
    file.budget.keep(200 * len(runs))
    runs.sort()
    beyond = 0
    for run in runs:
        if run.first < beyond:
            raise PdfUnreadableError("the cross-references of the file name an object twice")
        beyond = run.first + run.length
    return tuple(runs)


def _reference_stream(file: ObjectSource, offset: int) -> Section:
    stream, number, end = file.object_at(offset)
    if not isinstance(stream, Stream) or stream.dictionary.get("Type") != "XRef":
        raise PdfUnreadableError("the cross-references of the file are damaged")
    trailer = stream.dictionary
    widths, size = trailer.get("W"), trailer.get("Size")
    direct = not any(_points(trailer.get(key)) for key in _DIRECT)
    if not direct or not isinstance(size, int) or not isinstance(widths, list) or len(widths) != 3:
        raise PdfUnreadableError("the cross-references of the file are damaged")
    wide = [width for width in widths if isinstance(width, int) and 0 <= width <= 8]
    index = trailer.get("Index", [0, size])
    if len(wide) != 3 or sum(wide) == 0 or not isinstance(index, list) or len(index) % 2:
        raise PdfUnreadableError("the cross-references of the file are damaged")
    content = file.decoded(stream)
    file.budget.keep(len(content))
    runs = _in_order(file, list(_runs(len(content), sum(wide), index)))
    return Section(offset, trailer, end, number, content, runs, (wide[0], wide[1], wide[2]))


def _points(item: PdfObject) -> bool:
    """Whether a value, or one inside it, is in another object: this early it could not be found."""
    if isinstance(item, list):
        return any(isinstance(part, Ref) for part in item)
    return isinstance(item, Ref) or (isinstance(item, dict) and any(map(_points, item.values())))


def _runs(size: int, step: int, index: list[PdfObject]) -> Iterator[Run]:
    position = 0
    for start, count in zip(index[::2], index[1::2], strict=True):
        if not isinstance(start, int) or not isinstance(count, int) or start < 0 or count < 0:
            raise PdfUnreadableError("the cross-references of the file are damaged")
        if position + count * step > size:
            raise PdfUnreadableError("the cross-references of the file are damaged")
        yield Run(start, count, position)
        position += count * step
