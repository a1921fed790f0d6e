"""Documents: the objects of a PDF file, read leniently: nothing is believed, and nothing that can be read is
left out.
"""

import re
import zlib
from base64 import a85decode
from binascii import Error, a2b_hex
from collections.abc import Iterator
from dataclasses import dataclass, field

from thb_desktop.inspect.texts.collecting import Collected, Unread

_OBJECT = re.compile(rb"(?<!\d)(\d{1,10})\s+\d{1,5}\s+obj\b")
_STREAM = re.compile(rb"(?<![a-z])stream\r?\n?")
_LENGTH = re.compile(rb"/Length\s+(\d{1,10})(?!\s+\d+\s+R)")
_FILTER = re.compile(rb"/(?:Filter|F)\s*(\[[^\]]*\]|/[A-Za-z0-9]+)")
_NAME = re.compile(rb"/([A-Za-z0-9]+)")
_PREDICTOR = re.compile(rb"/Predictor\s+(\d{1,10})")
_COLUMNS = re.compile(rb"/Columns\s+(\d{1,10})")
IMAGES = frozenset({b"DCTDecode", b"DCT", b"JPXDecode", b"CCITTFaxDecode", b"CCF", b"JBIG2Decode"})
_MOST_DIGITS = 10
_MOST_OBJECTS = 2_000_000
_MOST_DEFLATED = 128 << 20


@dataclass(slots=True)
class PdfObject:
    """An object: what stands outside of its stream, and the stream as it was unpacked; None without one.

    filter: that was not undone, of a picture.
    """

    body: bytes
    stream: bytes | None = field(default=None, repr=False)
    filter: bytes = b""

    def is_a(self, name: bytes) -> bool:
        return re.search(rb"/(?:Type|Subtype)\s*/" + name + rb"\b", self.body) is not None


def objects_of(found: Collected, part: str, data: bytes) -> dict[int, list[PdfObject]]:
    """Return every version of every object, also those within object streams."""
    objects: dict[int, list[PdfObject]] = {}
    for number, each in _outer(found, part, data):
        objects.setdefault(number, []).append(each)
        if each.stream is not None and each.is_a(b"ObjStm"):
            for inner, body in _inner(each):
                objects.setdefault(inner, []).append(PdfObject(body))
    return objects


def _outer(found: Collected, part: str, data: bytes) -> Iterator[tuple[int, PdfObject]]:
    place, count = 0, 0
    while (begins := _OBJECT.search(data, place)) is not None and count < _MOST_OBJECTS:
        count += 1
        start = begins.end()
        ends = data.find(b"endobj", start)
        ends = len(data) if ends < 0 else ends
        stream = _STREAM.search(data, start, ends)
        if stream is None:
            yield int(begins[1]), PdfObject(data[start:ends])
            place = start if ends == len(data) else ends
            continue
        body = data[start : stream.start()]
        told = _LENGTH.search(body)
        stop = stream.end() + int(told[1]) if told else -1
        if told is None or not data[stop : stop + 12].lstrip(b"\r\n \t").startswith(b"endstream"):
            stop = data.find(b"endstream", stream.end())
            stop = len(data) if stop < 0 else stop
        yield int(begins[1]), _unpacked(found, part, body, data[stream.end() : stop])
        place = stop


def _inner(each: PdfObject) -> Iterator[tuple[int, bytes]]:
    first = re.search(rb"/First\s+(\d{1,10})", each.body)
    if first is None or each.stream is None:
        return
    begins = int(first[1])
    told = [int(one) for one in each.stream[:begins].split() if one.isdigit() and len(one) <= _MOST_DIGITS]
    pairs = list(zip(told[::2], told[1::2], strict=False))
    if not pairs:
        return
    for (number, start), (_, end) in zip(pairs, [*pairs[1:], (0, len(each.stream))], strict=True):
        yield number, each.stream[begins + start : begins + end if end > start else len(each.stream)]


def _unpacked(found: Collected, part: str, body: bytes, raw: bytes) -> PdfObject:
    told = _FILTER.search(body)
    names = _NAME.findall(told[1]) if told else []
    data = raw
    for name in names:
        if name in IMAGES:
            return PdfObject(body, data, name)
        try:
            data = _undone(name, data)
        except (zlib.error, Error, ValueError):
            found.missed(part, Unread.DAMAGED)
            break
        found.afford(len(data))
    predictor = _PREDICTOR.search(body)
    if predictor is not None and int(predictor[1]) >= 10 and b"/XRef" not in body:
        columns = _COLUMNS.search(body)
        data = _unpredicted(data, int(columns[1]) if columns else 1)
    return PdfObject(body, data)


def _undone(name: bytes, data: bytes) -> bytes:
    if name in (b"FlateDecode", b"Fl"):
        return _inflated(data)
    if name in (b"ASCIIHexDecode", b"AHx"):
        digits = re.sub(rb"[^0-9A-Fa-f]", b"", data.split(b">")[0])
        return a2b_hex(digits + b"0" * (len(digits) % 2))
    if name in (b"ASCII85Decode", b"A85"):
        return a85decode(data.strip().removeprefix(b"<~").split(b"~")[0])
    if name in (b"LZWDecode", b"LZW"):
        return _unpacked_lzw(data)
    if name in (b"RunLengthDecode", b"RL"):
        return _run_lengths(data)
    if name == b"Crypt":
        return data
    raise ValueError


def _inflated(data: bytes) -> bytes:
    """As much as can be inflated: of a stream that is cut off, its beginning."""
    unpacking = zlib.decompressobj()
    try:
        return unpacking.decompress(data.lstrip(b"\r\n"), _MOST_DEFLATED)
    except zlib.error:
        return zlib.decompressobj(-15).decompress(data[2:], _MOST_DEFLATED)


def _run_lengths(data: bytes) -> bytes:
    written, place = bytearray(), 0
    while place < len(data) and data[place] != 128:
        length = data[place]
        if length < 128:
            written += data[place + 1 : place + 2 + length]
            place += 2 + length
        else:
            written += data[place + 1 : place + 2] * (257 - length)
            place += 2
    return bytes(written)


def _unpacked_lzw(data: bytes) -> bytes:
    table = {code: bytes([code]) for code in range(256)}
    written, known, width, before = bytearray(), 258, 9, b""
    bits, held = 0, 0
    for byte in data:
        bits, held = bits << 8 | byte, held + 8
        while held >= width:
            code = bits >> (held - width)
            bits, held = bits & (1 << (held - width)) - 1, held - width
            if code == 256:
                table, known, width, before = {c: bytes([c]) for c in range(256)}, 258, 9, b""
                continue
            if code == 257:
                return bytes(written)
            entry = table.get(code) or (before + before[:1])
            written += entry
            if before:
                table[known] = before + entry[:1]
                known += 1
                width = 9 if known < 511 else 10 if known < 1023 else 11 if known < 2047 else 12
            before = entry
    return bytes(written)


def _unpredicted(data: bytes, columns: int) -> bytes:
    """Undo the predictors of PNG, for one byte a sample."""
    written, above = bytearray(), bytearray(columns)
    for start in range(0, len(data), columns + 1):
        kind, row = data[start], bytearray(data[start + 1 : start + 1 + columns])
        for place in range(len(row)):
            left = row[place - 1] if place else 0
            upper, corner = above[place], above[place - 1] if place else 0
            add = (0, left, upper, (left + upper) // 2, _paeth(left, upper, corner))[kind] if kind < 5 else 0
            row[place] = (row[place] + add) & 255
        written += row
        above[: len(row)] = row
    return bytes(written)


def _paeth(left: int, upper: int, corner: int) -> int:
    guess = left + upper - corner
    return min((left, upper, corner), key=lambda each: abs(guess - each))
