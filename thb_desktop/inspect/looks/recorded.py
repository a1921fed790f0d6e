"""Recordings: what the containers of sound and film say: length, streams, names. Nothing is decoded."""

import struct
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import BinaryIO

from thb_desktop.inspect.looks.frames import frame_of, of_frames
from thb_desktop.inspect.looks.matroska import of_matroska
from thb_desktop.inspect.looks.parts import Asked, Facts

_MOST = 4000
_WITHIN = frozenset({b"moov", b"trak", b"mdia", b"minf", b"stbl", b"udta", b"edts"})
_TEXTS = {
    b"\xa9nam": "TITLE",
    b"\xa9too": "SOFTWARE",
    b"\xa9day": "CREATED",
    b"\xa9xyz": "PLACE",
    b"\xa9ART": "AUTHOR",
}
_FRAMES = {
    "TIT2": "TITLE",
    "TPE1": "AUTHOR",
    "TSSE": "SOFTWARE",
    "TENC": "SOFTWARE",
    "TDRC": "CREATED",
    "TLEN": "",
}
_COMMENTS = {
    "title": "TITLE",
    "artist": "AUTHOR",
    "encoder": "SOFTWARE",
    "date": "CREATED",
    "comment": "COMMENT",
}
_LONGEST = 2000
_EPOCH = datetime(1904, 1, 1, tzinfo=UTC)


def tell_of_recording(asked: Asked) -> Facts:
    source = asked.source
    source.seek(0)
    head = source.read(12)
    for is_one, tell in _FORMS:
        if is_one(head):
            return list(tell(source, head))
    return []


def _size(source: BinaryIO) -> int:
    return source.seek(0, 2)


def _seconds(count: float) -> str:
    return f"{count:.3f} s"


def _of_riff(source: BinaryIO) -> Iterator[tuple[str, str, str]]:
    rate = 0
    source.seek(12)
    for _ in range(_MOST):
        head = source.read(8)
        if len(head) < 8:
            return
        kind, size = struct.unpack("<4sI", head)
        if kind == b"fmt " and size >= 16:
            fmt = source.read(size)
            form, channels, hertz, rate, _, bits = struct.unpack("<HHIIHH", fmt[:16])
            yield "STREAM", "fmt", f"format {form}, {channels} channels, {hertz} Hz, {bits} bits"
        elif kind == b"data":
            if rate:
                yield "DURATION", "data", _seconds(min(size, _left(source)) / rate)
            source.seek(size, 1)
        elif kind == b"LIST" and size <= 1 << 16:
            yield from _of_list(source.read(size))
        elif kind == b"bext" and size <= 1 << 16:
            told = source.read(size)
            yield "DESCRIPTION", "bext", _plain(told[:256])
            yield "RECORDER", "bext", _plain(told[256:288])
            yield "CREATED", "bext", f"{_plain(told[320:330])} {_plain(told[330:338])}"
        else:
            source.seek(size, 1)
        source.seek(size % 2, 1)


def _left(source: BinaryIO) -> int:
    place = source.tell()
    left = source.seek(0, 2) - place
    source.seek(place)
    return left


def _of_list(data: bytes) -> Iterator[tuple[str, str, str]]:
    place = 4
    while data[:4] == b"INFO" and place + 8 <= len(data):
        kind, size = struct.unpack_from("<4sI", data, place)
        code = {
            b"INAM": "TITLE",
            b"IART": "AUTHOR",
            b"ISFT": "SOFTWARE",
            b"ICRD": "CREATED",
            b"ICMT": "COMMENT",
        }
        yield code.get(kind, ""), kind.decode("latin-1"), _plain(data[place + 8 : place + 8 + size])
        place += 8 + size + size % 2


def _plain(data: bytes) -> str:
    return data.partition(b"\0")[0].decode("utf-8", "replace").strip()[:_LONGEST]


def _boxes(source: BinaryIO, start: int, end: int, depth: int) -> Iterator[tuple[str, str, str]]:
    place, count = start, 0
    while place + 8 <= end and count < _MOST and depth < 8:
        count += 1
        source.seek(place)
        size, kind = struct.unpack(">I4s", source.read(8).ljust(8, b"\0"))
        head = 8
        if size == 1:
            size, head = int.from_bytes(source.read(8), "big"), 16
        size = end - place if size == 0 else size
        if size < head:
            return
        if kind in _WITHIN:
            yield from _boxes(source, place + head, min(place + size, end), depth + 1)
        elif size - head <= 1 << 16:
            yield from _of_box(kind, source.read(size - head))
        place += size


def _of_box(kind: bytes, data: bytes) -> Facts:
    if kind == b"mvhd" and len(data) >= 32:
        wide = data[0] == 1
        begun, _, scale, length = struct.unpack_from(">QQIQ" if wide else ">IIII", data, 4)
        facts = [("DURATION", "mvhd", _seconds(length / scale))] if scale else []
        return [*facts, ("CREATED", "mvhd", _moment(begun))] if begun else facts
    if kind == b"tkhd" and len(data) >= 84:
        width, height = (each >> 16 for each in struct.unpack(">II", data[-8:]))
        return [("STREAM", "tkhd", f"{width} x {height}")] if width else []
    if kind == b"hdlr" and len(data) >= 12:
        what = {b"vide": "video", b"soun": "audio", b"subt": "subtitles", b"text": "text"}.get(data[8:12])
        return [("STREAM", "hdlr", what)] if what else []
    if kind == b"stsd" and len(data) >= 16:
        return [("STREAM", "stsd", data[12:16].decode("latin-1").strip("\0 "))]
    if kind in _TEXTS and len(data) > 4:
        return [(_TEXTS[kind], kind.decode("latin-1"), _plain(data[4:]))]
    return []


def _moment(seconds: int) -> str:
    try:
        return (_EPOCH + timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")
    except OverflowError:
        return str(seconds)


def _of_ogg(source: BinaryIO) -> Iterator[tuple[str, str, str]]:
    source.seek(0)
    head = source.read(1 << 16)
    size = _size(source)
    source.seek(max(size - (1 << 16), 0))
    tail = source.read(1 << 16)
    last = tail.rfind(b"OggS")
    rate, name = 0, ""
    if (at := head.find(b"\x01vorbis")) >= 0:
        rate, name = int.from_bytes(head[at + 12 : at + 16], "little"), "Vorbis"
    elif (at := head.find(b"OpusHead")) >= 0:
        rate, name = 48_000, "Opus"
    if name:
        channels = head[at + (11 if name == "Vorbis" else 9)]
        yield "STREAM", name, f"{channels} channels, {rate} Hz"
    if rate and last >= 0:
        yield "DURATION", "", _seconds(int.from_bytes(tail[last + 6 : last + 14], "little") / rate)
    for mark in (b"\x03vorbis", b"OpusTags"):
        if (at := head.find(mark)) >= 0:
            yield from _comments(head[at + len(mark) :])


def _comments(data: bytes) -> Iterator[tuple[str, str, str]]:
    place = 4 + int.from_bytes(data[:4], "little")
    yield "SOFTWARE", "vendor", data[4:place].decode("utf-8", "replace")[:_LONGEST]
    count, place = int.from_bytes(data[place : place + 4], "little"), place + 4
    for _ in range(min(count, 200)):
        size = int.from_bytes(data[place : place + 4], "little")
        name, _, value = data[place + 4 : place + 4 + size].decode("utf-8", "replace").partition("=")
        if value:
            yield _COMMENTS.get(name.lower(), ""), name, value[:_LONGEST]
        place += 4 + size


def _of_id3(source: BinaryIO) -> Iterator[tuple[str, str, str]]:
    source.seek(0)
    head = source.read(10)
    data = source.read(min(_synchsafe(head[6:10]), 1 << 20))
    place = 0
    while place + 10 <= len(data) and data[place : place + 4].isalnum():
        name = data[place : place + 4].decode("latin-1")
        raw = data[place + 4 : place + 8]
        length = _synchsafe(raw) if head[3] == 4 else int.from_bytes(raw, "big")
        if name.startswith("T") and length > 1:
            yield _FRAMES.get(name, ""), name, _id3_text(data[place + 10 : place + 10 + length])
        place += 10 + length


def _behind_id3(head: bytes) -> int:
    """Return where the sound begins. Bit 4 says that the head is repeated behind the names."""
    return 10 + _synchsafe(head[6:10]) + (10 if head[5] & 0x10 else 0)


def _synchsafe(data: bytes) -> int:
    """A number of which each byte holds seven bits."""
    return sum((byte & 0x7F) << shift for byte, shift in zip(data, (21, 14, 7, 0), strict=True))


def _id3_text(data: bytes) -> str:
    coding = {0: "latin-1", 1: "utf-16", 2: "utf-16-be", 3: "utf-8"}.get(data[0], "latin-1")
    return data[1:].decode(coding, "replace").strip("\0 ")[:_LONGEST]


def _of_flac(source: BinaryIO) -> Iterator[tuple[str, str, str]]:
    source.seek(4)
    for _ in range(100):
        head = source.read(4)
        if len(head) < 4:
            return
        data = source.read(int.from_bytes(head[1:], "big"))
        if head[0] & 0x7F == 0 and len(data) >= 18:
            packed = int.from_bytes(data[10:18], "big")
            rate, channels, samples = packed >> 44, (packed >> 41 & 7) + 1, packed & (1 << 36) - 1
            yield "STREAM", "FLAC", f"{channels} channels, {rate} Hz"
            if rate:
                yield "DURATION", "", _seconds(samples / rate)
        elif head[0] & 0x7F == 4:
            yield from _comments(data)
        if head[0] & 0x80:
            return


def _of_boxes(source: BinaryIO, head: bytes) -> Iterator[tuple[str, str, str]]:
    yield "", "brand", head[8:12].decode("latin-1").strip()
    yield from _boxes(source, 0, _size(source), 0)


def _of_named_frames(source: BinaryIO, head: bytes) -> Iterator[tuple[str, str, str]]:
    yield from _of_id3(source)
    yield from of_frames(source, _behind_id3(head))


_FORMS: tuple[
    tuple[Callable[[bytes], bool], Callable[[BinaryIO, bytes], Iterator[tuple[str, str, str]]]], ...
] = (
    (lambda head: head[:4] == b"RIFF", lambda source, _: _of_riff(source)),
    (lambda head: head[4:8] == b"ftyp", _of_boxes),
    (lambda head: head[:4] == b"OggS", lambda source, _: _of_ogg(source)),
    (lambda head: head[:3] == b"ID3", _of_named_frames),
    (lambda head: head[:4] == b"fLaC", lambda source, _: _of_flac(source)),
    (lambda head: head[:4] == b"\x1aE\xdf\xa3", lambda source, _: of_matroska(source)),
    (lambda head: frame_of(head) is not None, lambda source, _: of_frames(source, 0)),
)
"""How a form begins, and who tells of it."""
