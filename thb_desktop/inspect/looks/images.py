"""Images: the data of an E01 (EWF), unpacked and compared with the digests that the image states of them.

The format is that of libyal, Expert Witness Compression Format (EWF). An image may have several segments;
they come one behind the other, with the size of each.
"""

import hashlib
import struct
import zlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from thb_desktop.inspect.looks.parts import TOO_LARGE, Asked, Said, UnreadableError

_SIGN = b"EVF\x09\x0d\x0a\xff\0"
_FIRST, _SECTION, _TABLE, _SUM = 13, 76, 24, 4
_PACKED = 1 << 31
_MOST_SECTIONS, _MOST_CHUNK = 100_000, 32 << 20
_FIELDS = {"hash": (("MD5", 0, 16),), "digest": (("MD5", 0, 16), ("SHA1", 16, 20))}
"""The digests in a section: name, place and length of each."""
_AT_ONCE = 64 << 20
"""Bytes of data of one answer; the next question goes on."""


class _Section(NamedTuple):
    """begins: the place of its segment in all bytes. place, size: of what is behind its head."""

    kind: str
    begins: int
    place: int
    size: int


def compare_image(asked: Asked, sizes: Sequence[int]) -> Said:
    """Go on comparing; the answer says how many bytes of data are done, of how many.

    At the end it has the digests that are stated and those of the data, by their names. Raises
    UnreadableError, and what the library raises, for an image that is not as it should be.
    """
    if "image" not in asked.kept:
        asked.kept["image"] = _Comparison(asked, sizes)
    found: _Comparison = asked.kept["image"]
    return found.go_on()


class _Comparison:
    def __init__(self, asked: Asked, sizes: Sequence[int]) -> None:
        self._source = asked.source
        sections = list(self._sections(sizes))
        self._stated = dict(self._digests(sections))
        volume = next((each for each in sections if each.kind in ("volume", "disk")), None)
        if volume is None:
            raise UnreadableError
        of_chunk, of_sector, sectors = struct.unpack("<IIQ", self._read(volume.place + 8, 16))
        self._length, self.total = of_chunk * of_sector, sectors * of_sector
        if not 0 < self._length <= _MOST_CHUNK:
            raise UnreadableError(TOO_LARGE)
        self._pieces = self._data(sections)
        self._sums = {"MD5": hashlib.md5(usedforsecurity=False), "SHA1": hashlib.sha1(usedforsecurity=False)}
        self._done = 0

    def go_on(self) -> Said:
        until = self._done + _AT_ONCE
        ended = False
        while not ended and self._done < min(until, self.total):
            piece = next(self._pieces, b"")[: self.total - self._done]
            ended = not piece
            for each in self._sums.values():
                each.update(piece)
            self._done += len(piece)
        ended = ended or self._done == self.total
        told = {name: each.hexdigest() for name, each in self._sums.items()} if ended else {}
        return {
            "done": self._done,
            "total": self.total,
            "ended": ended,
            "stated": self._stated,
            "found": told,
        }

    def _sections(self, sizes: Sequence[int]) -> Iterator[_Section]:
        """Return the sections of all segments, in the order of the segments."""
        begins, count = 0, 0
        for number, length in enumerate(sizes, start=1):
            head = self._read(begins, _FIRST)
            if head[:8] != _SIGN or struct.unpack_from("<H", head, 9)[0] != number:
                raise UnreadableError
            place = _FIRST
            while place + _SECTION <= length:
                count += 1
                if count > _MOST_SECTIONS:
                    raise UnreadableError(TOO_LARGE)
                told = self._read(begins + place, _SECTION)
                kind = told[:16].partition(b"\0")[0].decode("latin-1")
                following, size = struct.unpack_from("<QQ", told, 16)
                yield _Section(kind, begins, begins + place + _SECTION, max(size - _SECTION, 0))
                if following <= place:
                    break
                place = following
            begins += length

    def _digests(self, sections: Sequence[_Section]) -> Iterator[tuple[str, str]]:
        """Return what is stated. A field of zeros is one that was not filled in."""
        for each in sections:
            for name, place, length in _FIELDS.get(each.kind, ()):
                if any(found := self._read(each.place + place, length)):
                    yield name, found.hex()

    def _data(self, sections: Sequence[_Section]) -> Iterator[bytes]:
        """Unpack chunk after chunk. A table names the chunks of the sectors before it."""
        ends = 0
        for each in sections:
            if each.kind == "sectors":
                ends = each.place + each.size
            elif each.kind == "table":
                yield from self._chunks(each, ends)

    def _chunks(self, table: _Section, ends: int) -> Iterator[bytes]:
        count, base = struct.unpack("<I4xQ", self._read(table.place, 16))
        if not 0 < count <= (table.size - _TABLE) // _SUM:
            raise UnreadableError
        entries = struct.unpack(f"<{count}I", self._read(table.place + _TABLE, count * _SUM))
        places = [table.begins + base + (entry & ~_PACKED) for entry in entries]
        for entry, place, following in zip(entries, places, [*places[1:], ends], strict=True):
            if not 0 < following - place <= _MOST_CHUNK:
                raise UnreadableError
            data = self._read(place, following - place)
            if entry & _PACKED:
                data = zlib.decompressobj().decompress(data, self._length)
            else:
                data = data[: min(self._length, len(data) - _SUM)]
            yield data

    def _read(self, place: int, length: int) -> bytes:
        self._source.seek(place)
        data = self._source.read(length)
        if len(data) != length:
            raise UnreadableError
        return data
