"""WARC: the records of a capture, each with its address, its time, and what a server answered (ISO 28500)."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from thb_desktop.inspect.looks.parts import (
    MOST_PART,
    ROWS,
    TOO_LARGE,
    Asked,
    Facts,
    Said,
    UnreadableError,
    short,
)
from thb_desktop.inspect.texts.answers import LINE, payload_of
from thb_desktop.inspect.texts.collecting import TooMuchError

_PIECE = 1 << 16
_HEAD = 1 << 16
"""Bytes of the headers of a record."""
_MOST_HEADERS = 100
_STATUS = re.compile(rb"HTTP/[0-9.]+ ([0-9]{3})")
_CODES = {
    "software": "SOFTWARE",
    "operator": "OPERATOR",
    "hostname": "HOST",
    "ip": "ADDRESS",
    "isPartOf": "TITLE",
}


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a WARC: its headers, how many bytes follow them, and the first of these."""

    headers: dict[str, str]
    length: int
    begin: bytes


class _Stream:
    """A WARC from a place on, to its end or, where it is packed, to that of the member that begins there."""

    def __init__(self, source: BinaryIO, place: int) -> None:
        source.seek(place)
        self._source, self._held, self._place = source, b"", place
        self.is_packed = source.read(2) == b"\x1f\x8b"
        source.seek(place)
        self._unpacking = zlib.decompressobj(31)
        self._raw = b""
        self.end: int | None = None
        """Where the next member begins, once this one was read to its end."""

    @property
    def place(self) -> int:
        """Where the next byte stands, of what is not packed."""
        return self._place - len(self._held)

    def line(self) -> bytes:
        while b"\n" not in self._held and len(self._held) < _HEAD and self._fill():
            pass
        line, newline, self._held = self._held.partition(b"\n")
        return line + newline

    def read(self, most: int) -> bytes:
        pieces = [self._held]
        left = most - len(self._held)
        while left > 0 and self._fill_after(pieces):
            left -= len(pieces[-1])
        found = b"".join(pieces)
        self._held = found[most:]
        return found[:most]

    def skip(self, count: int) -> None:
        if not self.is_packed and count > len(self._held):
            self._place += count - len(self._held)
            self._held = b""
            self._source.seek(self._place)
            return
        while count > 0 and (piece := self.read(min(count, _PIECE))):
            count -= len(piece)

    def _fill_after(self, pieces: list[bytes]) -> bool:
        self._held = b""
        if not self._fill():
            return False
        pieces.append(self._held)
        return True

    def _fill(self) -> bool:
        """Read on, from its own place, for others read the same file; return whether there was more."""
        self._source.seek(self._place)
        if not self.is_packed:
            piece = self._source.read(_PIECE)
            self._place += len(piece)
            self._held += piece
            return bool(piece)
        while self.end is None:
            if not self._raw:
                self._raw = self._source.read(_PIECE)
                self._place += len(self._raw)
                if not self._raw:
                    return False
            found = self._unpacking.decompress(self._raw, _PIECE)
            if self._unpacking.eof:
                self.end = self._place - len(self._unpacking.unused_data)
            self._raw = self._unpacking.unconsumed_tail
            self._held += found
            if found:
                return True
        return False


def _record(stream: _Stream) -> Record | None:
    """Read the headers of the next record; None at the end. Raises UnreadableError."""
    line = stream.line()
    while line in (b"\r\n", b"\n"):
        line = stream.line()
    if not line:
        return None
    if not line.startswith(b"WARC/"):
        raise UnreadableError
    headers: dict[str, str] = {}
    while (line := stream.line().rstrip(b"\r\n")) and len(headers) < _MOST_HEADERS:
        if (found := LINE.match(line)) is not None:
            headers.setdefault(
                found[1].decode("latin-1").strip().lower(), found[2].decode("utf-8", "replace")
            )
    length = headers.get("content-length", "0").strip()
    if not length.isdigit():
        raise UnreadableError
    begin = stream.read(min(int(length), 4096))
    return Record(headers, int(length), begin)


def _records(source: BinaryIO) -> Iterator[tuple[int, int, Record]]:
    """Return each record, with its place, or that of its member and how many records of it come before."""
    place: int | None = 0
    while place is not None:
        stream, before = _Stream(source, place), 0
        where = place
        while (record := _record(stream)) is not None:
            yield where, before, record
            stream.skip(record.length - len(record.begin))
            if stream.is_packed:
                before += 1
            else:
                where = stream.place
        place = stream.end


@dataclass(slots=True)
class Opened:
    """A record whose bytes can be read, once, before the next record. place: where it begins in the file."""

    place: int
    record: Record
    _stream: _Stream
    _read: int = 0

    def pieces(self) -> Iterator[bytes]:
        """Return what stands behind its headers: all of it that is there."""
        self._read = len(self.record.begin)
        yield self.record.begin
        while piece := self._stream.read(min(self.record.length - self._read, _PIECE)):
            self._read += len(piece)
            yield piece

    def pass_by(self) -> None:
        """Go on to what follows it."""
        self._stream.skip(self.record.length - max(self._read, len(self.record.begin)))


def opened_records(source: BinaryIO) -> Iterator[Opened]:
    """Return each record, opened. Raises UnreadableError, also for more headers than are read."""
    place: int | None = 0
    while place is not None:
        stream = _Stream(source, place)
        while (record := _record(stream)) is not None:
            if len(record.headers) >= _MOST_HEADERS:
                raise UnreadableError
            opened = Opened(place, record, stream)
            yield opened
            opened.pass_by()
            if not stream.is_packed:
                place = stream.place
        place = stream.end


def look_at_warc(asked: Asked) -> Said:
    walk = asked.kept.setdefault("warc", {"records": None, "found": [], "is_all": False})
    if walk["records"] is None:
        walk["records"] = _records(asked.source)
    found: list[Said] = walk["found"]
    while len(found) <= asked.page * ROWS and not walk["is_all"]:
        each = next(walk["records"], None)
        walk["is_all"] = each is None
        if each is not None:
            found.append(_captured(*each))
    begins = (asked.page - 1) * ROWS
    more = len(found) > begins + ROWS
    return {
        "look": "Capture",
        "kind": "WARC",
        "page": asked.page,
        "pages": max(-(-len(found) // ROWS), 1) if walk["is_all"] else None,
        "more": more,
        "parts": found[begins : begins + ROWS],
    }


def _captured(place: int, before: int, record: Record) -> Said:
    status, media_type = _answered(record)
    kind = record.headers.get("warc-type", "")
    return {
        "key": f"{place}.{before}",
        "name": short(record.headers.get("warc-target-uri", "").strip("<>")) or kind,
        "media_type": media_type,
        "size": record.length,
        "at": short(record.headers.get("warc-date", "")),
        "note": f"{kind} {status}".strip(),
    }


def captures_in(source: BinaryIO) -> Iterator[tuple[str, str, str, str]]:
    """Yield key, address, media type and time of each record in which a server answered as it should."""
    for place, before, record in _records(source):
        status, media_type = _answered(record)
        kind = record.headers.get("warc-type", "")
        if (kind == "response" and status == "200") or kind == "resource":
            address = record.headers.get("warc-target-uri", "").strip("<>")
            yield f"{place}.{before}", address, media_type.lower(), record.headers.get("warc-date", "")


def _answered(record: Record) -> tuple[str, str]:
    """Return the status and the media type of what a server answered."""
    told = record.headers.get("content-type", "")
    status = _STATUS.match(record.begin)
    if status is None:
        return "", told.partition(";")[0].strip()
    head = record.begin.partition(b"\r\n\r\n")[0]
    named = {name.strip().lower(): value for name, value in LINE.findall(head)}
    media_type = named.get(b"content-type", b"").decode("latin-1").partition(";")[0].strip()
    return status[1].decode(), media_type


def open_in_warc(asked: Asked, key: str) -> tuple[bytes, str]:
    place, _, before = key.partition(".")
    stream = _Stream(asked.source, int(place))
    record = _record(stream)
    for _ in range(int(before)):
        if record is None:
            break
        stream.skip(record.length - len(record.begin))
        record = _record(stream)
    if record is None:
        raise UnreadableError
    if record.length > MOST_PART:
        raise UnreadableError(TOO_LARGE)
    data = record.begin + stream.read(record.length - len(record.begin))
    name = record.headers.get("warc-target-uri", "").strip("<>")
    if _STATUS.match(data) is None:
        return data, name
    try:
        return payload_of(data).body, name
    except TooMuchError:
        raise UnreadableError(TOO_LARGE) from None


def tell_of_warc(asked: Asked) -> Facts:
    facts: Facts = []
    for number, (_, _, record) in enumerate(_records(asked.source)):
        if number > 20:
            break
        if not facts and (at := record.headers.get("warc-date")):
            facts.append(("CAPTURED", "WARC-Date", at))
        if record.headers.get("warc-type") == "warcinfo":
            for name, value in LINE.findall(record.begin):
                key = name.decode("latin-1").strip()
                facts.append((_CODES.get(key, ""), key, value.decode("utf-8", "replace")))
    return facts
