"""Decoding the streams of a PDF file, piece by piece and within the budget of the file."""

import re
import zlib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from thb_desktop.errors import PdfBeyondBoundsError, PdfUnreadableError
from thb_desktop.verify.documents.budget import MAXIMUM_STREAM, Budget
from thb_desktop.verify.documents.syntax import BLANKS, Dictionary, PdfObject, Reader

PIECE = 256 * 1024
"""Bytes that are unpacked at a time."""
_NUMBERS = re.compile(rb"(?:[\x00\t\n\x0c\r ]*+\d{1,10}+(?![^\x00\t\n\x0c\r ]))*+")


@dataclass(frozen=True, slots=True)
class ObjectStore:
    """An object stream: its decoded text, and the number and offset of each object, in order."""

    content: bytes
    numbers: "array[int]"
    offsets: "array[int]"

    def object(self, number: int, which: int) -> tuple[PdfObject, int]:
        """Return the object at place `which`, which must have this number, and its length in bytes."""
        if which >= len(self.numbers) or self.numbers[which] != number:
            raise PdfUnreadableError("an object is not where the cross-references say")
        start = self.offsets[which]
        reader = Reader(self.content, start, len(self.content))
        return reader.object(), reader.position - start


def inflated(content: memoryview, budget: Budget) -> Iterator[bytes]:
    """Undo Flate, piece by piece. Raises PdfUnreadableError for damaged, cut or spare bytes."""
    unpack = zlib.decompressobj()
    budget.move(len(content))
    for start in range(0, len(content), PIECE):
        packed: bytes | memoryview = content[start : start + PIECE]
        while packed and not unpack.eof:
            piece = _unpacked(unpack, packed)
            budget.move(len(piece))
            yield piece
            packed = unpack.unconsumed_tail
            if len(piece) == PIECE and not packed:
                packed = b""
                yield from _rest(unpack, budget)
        if unpack.eof:
            rest = unpack.unused_data.strip(BLANKS) or bytes(content[start + PIECE :][:PIECE]).strip(BLANKS)
            if rest:
                raise PdfUnreadableError("a packed stream of the file is followed by something else")
            return
    raise PdfUnreadableError("a packed stream of the file is cut")


def _unpacked(unpack: "zlib._Decompress", packed: bytes | memoryview) -> bytes:
    try:
        return unpack.decompress(packed, PIECE)
    except zlib.error:
        raise PdfUnreadableError("a packed stream of the file is damaged") from None


def _rest(unpack: "zlib._Decompress", budget: Budget) -> Iterator[bytes]:
    """What the decoder still holds after its last bytes came in."""
    while not unpack.eof and (piece := _unpacked(unpack, b"")):
        budget.move(len(piece))
        yield piece


def first_bytes(packed: bytes) -> bytes:
    """Return the first bytes of a stream's content, decoded if possible."""
    try:
        return zlib.decompressobj().decompress(packed[:1024], 16)
    except zlib.error:
        return packed[:16]


def unpredicted(content: bytes, settings: Dictionary, budget: Budget) -> bytes:
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
        or not 1 <= columns <= MAXIMUM_STREAM
    ):
        raise PdfBeyondBoundsError("a stream of the file uses an encoding that this check does not read")
    return _png_rows(content, columns, budget)


def read_store(content: bytes, dictionary: Dictionary, budget: Budget) -> ObjectStore:
    """The head of an unpacked object stream. Raises PdfUnreadableError."""
    count, first = dictionary.get("N"), dictionary.get("First")
    if not isinstance(count, int) or not isinstance(first, int) or not 0 <= count <= len(content) >= first:
        raise PdfUnreadableError("an object stream of the file is damaged")
    budget.read(first)
    budget.step(2 * count)
    budget.keep(16 * count)
    found = _NUMBERS.match(content, 0, first)
    texts = found[0].replace(b"\x00", b" ").split(None, 2 * count)[: 2 * count] if found else []
    if len(texts) < 2 * count:
        raise PdfUnreadableError("an object stream of the file is damaged")
    numbers = array("Q", map(int, texts))
    return ObjectStore(content, numbers[::2], array("Q", (first + offset for offset in numbers[1::2])))


def _png_rows(content: bytes, columns: int, budget: Budget) -> bytes:
    whole, cut = divmod(len(content), columns + 1)
    if not cut and content[:: columns + 1] == b"\x02" * whole:
        budget.step(columns)
        return _summed_columns(content, columns)
    budget.step(len(content))
    rows = bytearray()
    before = bytes(min(columns, len(content)))
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
