"""One revision of a PDF file: its objects and streams, read on demand and within limits."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple

from thb_desktop.errors import PdfBeyondBoundsError, PdfUnreadableError
from thb_desktop.verify.documents.budget import MAXIMUM_STREAM, Budget
from thb_desktop.verify.documents.references import Places, Referred, Section, read_sections
from thb_desktop.verify.documents.syntax import Dictionary, PdfObject, Reader, Ref, Stream, String
from thb_desktop.verify.documents.unpacking import PIECE, ObjectStore, inflated, read_store, unpredicted

MAXIMUM_LINKS = 20
MOST_REMEMBERED, LONGEST_REMEMBERED = 256, 1024
"""How many objects are read once although they are asked for again, and the bytes of the longest of them."""

_HEADER = re.compile(rb"(\d{1,10})[\x00\t\n\x0c\r ]+(\d{1,5})[\x00\t\n\x0c\r ]+obj")


class _Remembered(NamedTuple):
    """An object as it was read, and what reading it costs, as often as it is asked for."""

    item: PdfObject
    size: int
    end: int


@dataclass(slots=True)
class PdfFile:
    """The file as it was when it had `end` bytes."""

    data: bytes
    end: int
    budget: Budget = field(default=None)  # type: ignore[assignment]  # __post_init__ gives each file its own
    known: dict[int, Section] = field(default_factory=dict)
    """The cross-reference sections read so far, by their offset; shared by all revisions."""
    unpacked: dict[int, ObjectStore] = field(default_factory=dict)
    """The object streams unpacked so far, by their offset; shared by all revisions."""
    referred: Referred | None = None
    """What was searched in the first bytes of the file before; shared by all revisions."""
    remembered: dict[tuple[int, int], _Remembered] = field(default_factory=dict)
    """Short objects that were read, by their offset and the end of the revision. Nobody changes them."""
    sections: list[Section] = field(init=False, default_factory=list)
    """Newest first."""
    places: Places = field(init=False)
    _lengths_open: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self.budget = self.budget or Budget.of(len(self.data))
        self.places = Places((), self.budget)
        self.sections = list(read_sections(self))
        self.places = Places(self.sections, self.budget)

    def at(self, end: int) -> "PdfFile":
        """Return the file as it was when it had `end` bytes; what was read is not read again."""
        return PdfFile(self.data, end, self.budget, self.known, self.unpacked, self.referred, self.remembered)

    @property
    def start_of_references(self) -> int:
        return self.sections[0].offset

    @property
    def trailer(self) -> Dictionary:
        return self.sections[0].trailer

    @property
    def catalog(self) -> Dictionary:
        return self.dictionary(self.trailer.get("Root"))

    def exists(self, number: int) -> bool:
        """Whether an object of this number is in use."""
        place = self.places.get(number)
        return place is not None and place.kind != 0

    def resolve(self, item: PdfObject) -> PdfObject:
        """Follow references to the object itself; null if it is missing. Raises PdfUnreadableError."""
        for _ in range(MAXIMUM_LINKS):
            if not isinstance(item, Ref):
                return item
            item = self.object(item.number, item.generation)
        raise PdfUnreadableError("references of the file are circular")

    def dictionary(self, item: PdfObject) -> Dictionary:
        """Return the dictionary this is or refers to (or a stream's); an empty one for anything else."""
        found = self.resolve(item)
        if isinstance(found, Stream):
            return found.dictionary
        return found if isinstance(found, dict) else {}

    def array(self, item: PdfObject) -> list[PdfObject]:
        """Return the array this is or refers to; an empty one for anything else."""
        found = self.resolve(item)
        return found if isinstance(found, list) else []

    def object(self, number: int, generation: int = 0) -> PdfObject:
        """Return the object of this number in this revision, null if there is none. Raises
        PdfUnreadableError.
        """
        place = self.places.get(number)
        if place is None or place.kind == 0 or (place.kind == 1 and place.which != generation):
            return None
        if place.kind == 1:
            return self.object_at(place.where, header=(number, generation))[0]
        item, size = self.store(place.where).object(number, place.which)
        self.budget.read(size)
        return item

    def object_at(self, offset: int, *, header: tuple[int, int] | None = None) -> tuple[PdfObject, int, int]:
        """Return the object that begins at `offset`, its number, and its end. Raises PdfUnreadableError."""
        found = _HEADER.match(self.data, offset, self.end) if 0 <= offset < self.end else None
        if found is None or (header is not None and (int(found.group(1)), int(found.group(2))) != header):
            raise PdfUnreadableError("an object is not where the cross-references say")
        number = int(found.group(1))
        if (again := self.remembered.get((offset, self.end))) is not None:
            self.budget.read(again.size)
            return again.item, number, again.end
        reader = Reader(self.data, found.end(), self.end)
        item = reader.object()
        content = 0
        reader.skip_blanks()
        if isinstance(item, dict) and reader.word(b"stream"):
            item = self._stream(item, reader)
            content = item.end - item.start
            reader.skip_blanks()
        size = reader.position - offset - content
        self.budget.read(size)
        if not reader.word(b"endobj"):
            raise PdfUnreadableError("an object of the file has no end")
        if size <= LONGEST_REMEMBERED and len(self.remembered) < MOST_REMEMBERED:
            self.remembered[offset, self.end] = _Remembered(item, size, reader.position)
        return item, number, reader.position

    def _stream(self, dictionary: Dictionary, reader: Reader) -> Stream:
        if not (reader.word(b"\r\n") or reader.word(b"\n")):
            raise PdfUnreadableError("a stream of the file begins incorrectly")
        length = self._length(dictionary.get("Length"))
        start = reader.position
        if not isinstance(length, int) or not 0 <= length <= self.end - start:
            raise PdfUnreadableError("the length of a stream is wrong")
        reader.position = start + length
        _ = reader.word(b"\r\n") or reader.word(b"\n") or reader.word(b"\r")
        if not reader.word(b"endstream"):
            raise PdfUnreadableError("a stream of the file does not end where it claims")
        return Stream(dictionary, start, start + length)

    def _length(self, item: PdfObject) -> PdfObject:
        if self._lengths_open > 2:
            raise PdfUnreadableError("the length of a stream is circular")
        self._lengths_open += 1
        try:
            return self.resolve(item)
        finally:
            self._lengths_open -= 1

    def decoded(self, stream: Stream) -> bytes:
        """Return the decoded content of a stream. Raises PdfBeyondBoundsError if too long, or not Flate."""
        pieces, size = list[bytes](), 0
        for piece in self.pieces(stream):
            pieces.append(piece)
            size += len(piece)
            if size > MAXIMUM_STREAM:
                raise PdfBeyondBoundsError("the decoded file exceeds the limits")
        settings = self.resolve(stream.dictionary.get("DecodeParms"))
        first = settings[0] if isinstance(settings, list) and settings else settings
        return unpredicted(b"".join(pieces), self.dictionary(first), self.budget)

    def pieces(self, stream: Stream) -> Iterator[bytes]:
        """Return the content of a stream without Flate, in pieces, each only once in memory."""
        content = memoryview(self.data)[stream.start : stream.end]
        filters = self.resolve(stream.dictionary.get("Filter"))
        filters = filters if isinstance(filters, list) else [filters]
        if len(filters) > 1 or self.resolve(filters[0] if filters else None) not in (None, "FlateDecode"):
            raise PdfBeyondBoundsError("a stream of the file uses an encoding that this check does not read")
        if filters and filters[0] is not None:
            yield from inflated(content, self.budget)
            return
        self.budget.move(len(content))
        for start in range(0, len(content), PIECE):
            yield bytes(content[start : start + PIECE])

    def size_and_digest(self, stream: Stream) -> tuple[int, str]:
        """Return the length and the SHA-256 of the content of a stream, of whatever size."""
        size, computed = 0, sha256()
        for piece in self.pieces(stream):
            self.budget.move(len(piece))
            size += len(piece)
            computed.update(piece)
        return size, computed.hexdigest()

    def store(self, number: int) -> ObjectStore:
        """Return the object stream of this number, decoded once for all revisions. Raises
        PdfUnreadableError.
        """
        place = self.places.get(number)
        if place is not None and place.kind == 1 and place.where in self.unpacked:
            return self.unpacked[place.where]
        stream = self.object(number) if place is not None and place.kind == 1 else None
        if place is None or not isinstance(stream, Stream) or stream.dictionary.get("Type") != "ObjStm":
            raise PdfUnreadableError("an object stream of the file is missing")
        content = self.decoded(stream)
        self.budget.keep(len(content))
        store = read_store(content, stream.dictionary, self.budget)
        self.unpacked[place.where] = store
        return store

    def stores(self) -> list[int]:
        """Return the numbers of the object streams in use."""
        if not any(section.packs for section in self.sections):
            return []
        return sorted(self.places.stores())

    def open_string(self, item: PdfObject) -> bytes:
        """Return the bytes of a string, empty for anything else."""
        found = self.resolve(item)
        return found.value if isinstance(found, String) else b""
