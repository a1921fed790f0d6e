"""Decoding the streams of a PDF file, within one limit for the whole file."""

import zlib
from dataclasses import dataclass, field
from itertools import accumulate

from thb_desktop.errors import PdfBeyondBoundsError, PdfUnreadableError
from thb_desktop.verify.documents.syntax import Dictionary, PdfObject, Reader

MAXIMUM_DECODED = 256 * 1024 * 1024
"""Decoded bytes in all; a file beyond it is refused."""
MAXIMUM_READ = 256 * 1024 * 1024
"""Bytes of PDF text (not of stream content) read in all; a file built to be read for ever is refused."""


@dataclass(frozen=True, slots=True)
class ObjectStore:
    """An object stream: its decoded text, and the number and offset of each object, in order."""

    content: bytes
    entries: list[tuple[int, int]]

    def object(self, number: int, which: int) -> tuple[PdfObject, int]:
        """Return the object at place `which`, which must have this number, and its length in bytes."""
        if which >= len(self.entries) or self.entries[which][0] != number:
            raise PdfUnreadableError("an object is not where the cross-references say")
        start = self.entries[which][1]
        reader = Reader(self.content, start, len(self.content))
        return reader.object(), reader.position - start


@dataclass(slots=True)
class Budget:
    """The bytes that may still be decoded and read for one file, and the object streams decoded so far."""

    left: int = MAXIMUM_DECODED
    to_read: int = MAXIMUM_READ
    stores: dict[int, ObjectStore] = field(default_factory=dict)
    """By the offset at which they begin."""

    def read(self, size: int) -> None:
        """Deduct `size` bytes of PDF text from the budget. Raises PdfUnreadableError if it is used up."""
        self.to_read -= size
        if self.to_read < 0:
            raise PdfBeyondBoundsError("the file takes longer to read than this check allows")

    def inflated(self, content: bytes) -> bytes:
        """Undo Flate. Raises PdfUnreadableError for damaged bytes, PdfBeyondBoundsError for too many."""
        unpack = zlib.decompressobj()
        try:
            result = unpack.decompress(content, self.left + 1)
        except zlib.error:
            raise PdfUnreadableError("a packed stream of the file is damaged") from None
        self.left -= len(result)
        if self.left < 0:
            raise PdfBeyondBoundsError("the decoded file exceeds the limits")
        return result


def first_bytes(packed: bytes) -> bytes:
    """Return the first bytes of a stream's content, decoded if possible."""
    try:
        return zlib.decompressobj().decompress(packed[:1024], 16)
    except zlib.error:
        return packed[:16]


def unpredicted(content: bytes, settings: Dictionary) -> bytes:
    """Undo the row-wise prediction (PNG) of cross-reference streams."""
    predictor = settings.get("Predictor", 1)
    if predictor == 1:
        return content
    columns = settings.get("Columns", 1)
    simple = settings.get("Colors", 1) == 1 and settings.get("BitsPerComponent", 8) == 8
    if (
        not isinstance(predictor, int)
        or predictor < 10
        or not isinstance(columns, int)
        or not simple
        or columns < 1
    ):
        raise PdfBeyondBoundsError("a stream of the file uses an encoding that this check does not read")
    return _png_rows(content, columns)


def read_store(content: bytes, dictionary: Dictionary) -> ObjectStore:
    """The head of an unpacked object stream. Raises PdfUnreadableError."""
    count, first = dictionary.get("N"), dictionary.get("First")
    if not isinstance(count, int) or not isinstance(first, int) or not 0 <= count <= len(content) >= first:
        raise PdfUnreadableError("an object stream of the file is damaged")
    head = Reader(content, 0, first)
    numbers = [head.object() for _ in range(2 * count)]
    entries: list[tuple[int, int]] = []
    for number, offset in zip(numbers[::2], numbers[1::2], strict=True):
        if not isinstance(number, int) or not isinstance(offset, int) or offset < 0:
            raise PdfUnreadableError("an object stream of the file is damaged")
        entries.append((number, first + offset))
    return ObjectStore(content, entries)


def _png_rows(content: bytes, columns: int) -> bytes:
    whole, cut = divmod(len(content), columns + 1)
    if not cut and content[:: columns + 1] == b"\x02" * whole:
        return _summed_columns(content, columns)
    rows = bytearray()
    before = bytes(columns)
    for start in range(0, len(content), columns + 1):
        kind, row = content[start], bytearray(content[start + 1 : start + 1 + columns])
        if kind == 2:
            row = bytearray((a + b) & 0xFF for a, b in zip(row, before, strict=False))
        elif kind == 1:
            for index in range(1, len(row)):
                row[index] = (row[index] + row[index - 1]) & 0xFF
        elif kind != 0:
            raise PdfBeyondBoundsError("a stream of the file uses an encoding that this check does not read")
        rows += row
        before = bytes(row)
    return bytes(rows)


def _summed_columns(content: bytes, columns: int) -> bytes:
    """Sum rows that contain the difference to the row above, as most writers pack them: column by column."""
    rows = bytearray(len(content) // (columns + 1) * columns)
    for column in range(columns):
        differences = content[column + 1 :: columns + 1]
        rows[column::columns] = bytes(total & 0xFF for total in accumulate(differences))
    return bytes(rows)
