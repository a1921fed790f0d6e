"""Matroska and WebM: what the head of a film says: length, streams, names (EBML, RFC 8794 and RFC 9559).

Sound and pictures are not read. What has no length is told without one: a recording that ran while it was
written out.
"""

import struct
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import BinaryIO

Fact = tuple[str, str, str]

_HEAD, _SEGMENT, _INFO, _TRACKS, _CLUSTER = 0x1A45DFA3, 0x18538067, 0x1549A966, 0x1654AE6B, 0x1F43B675
_SCALE, _DURATION, _DATE = 0x2AD7B1, 0x4489, 0x4461
_ENTRY, _VIDEO, _AUDIO = 0xAE, 0xE0, 0xE1
_TYPE, _CODEC, _WIDTH, _HEIGHT, _HERTZ, _CHANNELS = 0x83, 0x86, 0xB0, 0xBA, 0xB5, 0x9F
_TEXTS = {0x7BA9: ("TITLE", "Title"), 0x4D80: ("SOFTWARE", "MuxingApp"), 0x5741: ("SOFTWARE", "WritingApp")}
_TYPES = {1: "video", 2: "audio", 17: "subtitles"}
_MOST = 4000
_MOST_BYTES = 1 << 20
"""Of one part of the head; a longer one is cut."""
_LONGEST = 2000
_MOST_PARTS = 4
"""Parts of the head that are read: a film has one of each."""
_MOST_FACTS = 400
_EPOCH = datetime(2001, 1, 1, tzinfo=UTC)
_USUAL_SCALE = 1_000_000
"""Nanoseconds of one step of time, where the file does not say."""


def of_matroska(source: BinaryIO) -> Iterator[Fact]:
    """Return what the head says, up to the first sound or picture."""
    end = source.seek(0, 2)
    for number, place, size in _elements(source, 0, end):
        if number == _SEGMENT:
            yield from islice(_of_segment(source, place, min(place + size, end)), _MOST_FACTS)
            return


def _of_segment(source: BinaryIO, start: int, end: int) -> Iterator[Fact]:
    left = _MOST_PARTS
    for number, place, size in _elements(source, start, end):
        if not left or (number == _CLUSTER and size == end - place):
            return
        if number in _PARTS:
            left -= 1
            source.seek(place)
            yield from _PARTS[number](source.read(min(size, _MOST_BYTES)))


def _elements(source: BinaryIO, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Return number, place and size of each element of a level; one of unknown size reaches to the end."""
    place = start
    for _ in range(_MOST):
        source.seek(place)
        head = source.read(12)
        number, length = _number(head, keeps_mark=True)
        size, more = _number(head[length:], keeps_mark=False)
        if not length or not more or place + length + more > end:
            return
        within = place + length + more
        is_unknown = size == (1 << 7 * more) - 1
        size = end - within if is_unknown else min(size, end - within)
        yield number, within, size
        place = within + size


def _number(data: bytes, *, keeps_mark: bool) -> tuple[int, int]:
    """Return a number of variable length and how many bytes it takes; 0 for none."""
    if not data or not data[0]:
        return 0, 0
    length = 9 - data[0].bit_length()
    if len(data) < length:
        return 0, 0
    value = int.from_bytes(data[:length], "big")
    return value if keeps_mark else value & (1 << 7 * length) - 1, length


def _parts(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Return the elements of a part that is in memory."""
    place = 0
    for _ in range(_MOST):
        number, length = _number(data[place : place + 8], keeps_mark=True)
        size, more = _number(data[place + length : place + length + 8], keeps_mark=False)
        if not length or not more:
            return
        place += length + more
        yield number, data[place : place + size]
        place += size


def _of_info(data: bytes) -> Iterator[Fact]:
    found = dict(_parts(data))
    scale = int.from_bytes(found.get(_SCALE, b""), "big") or _USUAL_SCALE
    length = _real(found.get(_DURATION, b""))
    if length > 0:
        yield "DURATION", "Duration", f"{length * scale / 1e9:.3f} s"
    if len(begun := found.get(_DATE, b"")) == 8:
        at = _moment(int.from_bytes(begun, "big", signed=True))
        yield "CREATED", "DateUTC", at
    for number, (code, key) in _TEXTS.items():
        if number in found:
            yield code, key, _text(found[number])


def _moment(nanoseconds: int) -> str:
    try:
        return (_EPOCH + timedelta(microseconds=nanoseconds // 1000)).strftime("%Y-%m-%dT%H:%M:%SZ")
    except OverflowError:
        return str(nanoseconds)


def _of_tracks(data: bytes) -> Iterator[Fact]:
    for number, entry in _parts(data):
        if number == _ENTRY:
            found = dict(_parts(entry))
            kind = int.from_bytes(found.get(_TYPE, b""), "big")
            told = (_TYPES.get(kind, str(kind)), _text(found.get(_CODEC, b"")), *_form_of(found))
            yield "STREAM", "TrackEntry", ", ".join(filter(None, told))


def _form_of(found: Mapping[int, bytes]) -> Iterator[str]:
    if _VIDEO in found:
        video = dict(_parts(found[_VIDEO]))
        yield " x ".join(str(int.from_bytes(video.get(each, b""), "big")) for each in (_WIDTH, _HEIGHT))
    if _AUDIO in found:
        audio = dict(_parts(found[_AUDIO]))
        yield f"{int.from_bytes(audio.get(_CHANNELS, b''), 'big') or 1} channels"
        if (hertz := _real(audio.get(_HERTZ, b""))) > 0:
            yield f"{hertz:.0f} Hz"


def _real(data: bytes) -> float:
    """A number of four or eight bytes; 0 for another one, and for one without end."""
    if len(data) not in (4, 8):
        return 0.0
    (value,) = struct.unpack(">f" if len(data) == 4 else ">d", data)
    return float(value) if abs(value) < 1e15 else 0.0


def _text(data: bytes) -> str:
    return data.partition(b"\0")[0].decode("utf-8", "replace").strip()[:_LONGEST]


_PARTS: Mapping[int, Callable[[bytes], Iterator[Fact]]] = {_INFO: _of_info, _TRACKS: _of_tracks}
