"""Headers of 7z: which entries an archive has, in which runs of packed bytes, and how these are packed.

The format is that of 7zFormat.txt in the LZMA SDK (Igor Pavlov, public domain). All is untrusted.
"""

import lzma
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from thb_desktop.inspect.looks.parts import LOCKED, MOST_ENTRIES, TOO_LARGE, UnreadableError

START = 32
"""Bytes before the packed ones."""
_MOST_CODERS = 32
(_END, HEADER, _ARCHIVE, _MORE_STREAMS, _MAIN_STREAMS, _FILES, _PACK, _UNPACK, _SUB) = range(9)
_SIZE, _DIGEST, _FOLDER, _SIZES_UNPACKED, _COUNT, _EMPTY = 9, 10, 11, 12, 13, 14
_NAMES, _CHANGED, _ATTRIBUTES, PACKED_HEADER = 17, 20, 21, 23
COPY, LZMA, LZMA2, _AES = b"\0", b"\x03\x01\x01", b"\x21", b"\x06\xf1\x07\x01"
IS_FOLDER, IS_UNIX, LINK = 0x10, 0x8000, 0o120000
_FIRST_YEAR = datetime(1601, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class HeaderBytes:
    """A header that is read from its beginning to its end."""

    data: bytes
    place: int = 0

    def take(self, count: int) -> bytes:
        found = self.data[self.place : self.place + count]
        if count < 0 or len(found) != count:
            raise UnreadableError
        self.place += count
        return found

    def byte(self) -> int:
        return self.take(1)[0]

    def number(self) -> int:
        """A number of one to nine bytes: the first says by its upper bits how many follow."""
        first = self.byte()
        value, mask = 0, 0x80
        for at in range(8):
            if not first & mask:
                return value + ((first & (mask - 1)) << (8 * at))
            value += self.byte() << (8 * at)
            mask >>= 1
        return value

    def count(self, most: int = MOST_ENTRIES) -> int:
        found = self.number()
        if found > most:
            raise UnreadableError(TOO_LARGE)
        return found

    def bits(self, count: int) -> list[bool]:
        data = self.take(-(-count // 8))
        return [bool(data[at // 8] & (0x80 >> at % 8)) for at in range(count)]

    def defined(self, count: int) -> list[bool]:
        """Which of so many have a value: a byte that says all, or a bit each."""
        return [True] * count if self.byte() else self.bits(count)

    def expect(self, kind: int) -> None:
        if self.byte() != kind:
            raise UnreadableError


@dataclass(slots=True)
class Run:
    """A run of packed bytes. coders: code and properties of each. packed: how many streams it is of."""

    coders: list[tuple[bytes, bytes]]
    outputs: int
    packed: int
    sizes: list[int] = field(default_factory=list)
    last: int = 0
    place: int = 0
    length: int = 0
    entries: list[int] = field(default_factory=list)
    """Sizes of the entries in it."""

    @property
    def is_locked(self) -> bool:
        return any(code == _AES for code, _ in self.coders)

    def unpacker(self, until: int) -> "lzma.LZMADecompressor | None":
        """Return what unpacks it up to this place; None for bytes that are not packed.

        Its dictionary holds no more than what is unpacked, whatever the run claims. Raises UnreadableError.
        """
        if self.is_locked:
            raise UnreadableError(LOCKED)
        if len(self.coders) != 1 or self.packed != 1:
            raise UnreadableError
        code, told = self.coders[0]
        if code == COPY:
            return None
        if code == LZMA and len(told) == 5:
            rest, lc = divmod(told[0], 9)
            pb, lp = divmod(rest, 5)
            chosen: dict[str, Any] = {"id": lzma.FILTER_LZMA1, "lc": lc, "lp": lp, "pb": pb}
            chosen["dict_size"] = max(int.from_bytes(told[1:], "little"), 4096)
        elif code == LZMA2 and len(told) == 1 and told[0] <= 40:
            size = 0xFFFFFFFF if told[0] == 40 else (2 | told[0] & 1) << (told[0] // 2 + 11)
            chosen = {"id": lzma.FILTER_LZMA2, "dict_size": size}
        else:
            raise UnreadableError
        chosen["dict_size"] = min(chosen["dict_size"], max(until, 4096))
        return lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[chosen])

    @property
    def size(self) -> int:
        return self.sizes[self.last] if self.last < len(self.sizes) else 0


@dataclass(slots=True)
class Entry:
    name: str = ""
    size: int = 0
    at: str = ""
    attributes: int = 0
    is_empty: bool = False
    folder: int = -1
    offset: int = 0


def streams(told: HeaderBytes) -> list[Run]:
    """Read where the packed bytes are and how they are packed."""
    place, sizes = 0, list[int]()
    folders = list[Run]()
    kind = told.byte()
    if kind == _PACK:
        place, sizes = _packed(told)
        kind = told.byte()
    if kind == _UNPACK:
        folders = _folders(told)
        kind = told.byte()
    for each in folders:
        each.entries = [each.size]
    at, taken = START + place, 0
    for each in folders:
        own = sizes[taken : taken + each.packed]
        each.place, each.length = at, sum(own)
        at, taken = at + each.length, taken + each.packed
    if kind == _SUB:
        _divide(told, folders)
        kind = told.byte()
    if kind != _END:
        raise UnreadableError
    return folders


def _packed(told: HeaderBytes) -> tuple[int, list[int]]:
    place, count = told.number(), told.count()
    sizes = list[int]()
    while (kind := told.byte()) != _END:
        if kind == _SIZE:
            sizes = [told.number() for _ in range(count)]
        elif kind == _DIGEST:
            told.take(4 * sum(told.defined(count)))
        else:
            raise UnreadableError
    return place, sizes


def _folders(told: HeaderBytes) -> list[Run]:
    told.expect(_FOLDER)
    count = told.count()
    told.expect(0)  # not kept elsewhere
    folders = [_folder(told) for _ in range(count)]
    told.expect(_SIZES_UNPACKED)
    for each in folders:
        each.sizes = [told.number() for _ in range(each.outputs)]
    while (kind := told.byte()) != _END:
        if kind != _DIGEST:
            raise UnreadableError
        told.take(4 * sum(told.defined(count)))
    return folders


def _folder(told: HeaderBytes) -> Run:
    coders, inputs, outputs = list[tuple[bytes, bytes]](), 0, 0
    for _ in range(told.count(_MOST_CODERS)):
        flags = told.byte()
        code = told.take(flags & 0x0F)
        several = flags & 0x10
        inputs += told.count(_MOST_CODERS) if several else 1
        outputs += told.count(_MOST_CODERS) if several else 1
        coders.append((code, told.take(told.count(1 << 16)) if flags & 0x20 else b""))
    bound = [(told.number(), told.number()) for _ in range(max(outputs - 1, 0))]
    packed = inputs - len(bound)
    if packed > 1:
        for _ in range(packed):
            told.number()
    free = set(range(outputs)) - {output for _, output in bound}
    return Run(coders=coders, outputs=outputs, packed=max(packed, 0), last=min(free, default=0))


def _divide(told: HeaderBytes, folders: Sequence[Run]) -> None:
    """Read how many entries each run has, and their sizes: that of the last one follows from the rest."""
    counts = [1] * len(folders)
    kind = told.byte()
    if kind == _COUNT:
        counts = [told.count() for _ in folders]
        kind = told.byte()
    if sum(counts) > MOST_ENTRIES:
        raise UnreadableError(TOO_LARGE)
    for each, count in zip(folders, counts, strict=True):
        sizes = [told.number() for _ in range(count - 1)] if kind == _SIZE else []
        each.entries = [*sizes, each.size - sum(sizes)] if count else []
        if any(size < 0 for size in each.entries):
            raise UnreadableError
    if kind == _SIZE:
        kind = told.byte()
    while kind != _END:
        if kind != _DIGEST:
            raise UnreadableError
        unknown = sum(counts)  # a digest of a run with one entry may stand at the run
        known = sum(1 for count in counts if count == 1)
        _skip_digests(told, unknown, known)
        kind = told.byte()


def _skip_digests(told: HeaderBytes, count: int, known: int) -> None:
    """Pass over the digests of entries; those that stood at their run before are not among them."""
    begins = told.place
    for missing in (0, known):
        told.place = begins
        try:
            told.take(4 * sum(told.defined(count - missing)))
        except UnreadableError:
            continue
        if told.place < len(told.data) and told.data[told.place] == _END:
            return
    raise UnreadableError


def listed(told: HeaderBytes) -> tuple[list[Run], list[Entry]]:
    folders, entries = list[Run](), list[Entry]()
    while told.place < len(told.data) and (kind := told.byte()) != _END:
        if kind == _ARCHIVE:
            while told.byte() != _END:
                told.take(told.number())
        elif kind == _MORE_STREAMS:
            streams(told)
        elif kind == _MAIN_STREAMS:
            folders = streams(told)
        elif kind == _FILES:
            entries = _entries(told)
        else:
            raise UnreadableError
    _place(folders, entries)
    return folders, entries


def _entries(told: HeaderBytes) -> list[Entry]:
    count = told.count()
    entries = [Entry() for _ in range(count)]
    while (kind := told.number()) != _END:
        data = HeaderBytes(told.take(told.number()))
        if kind == _EMPTY:
            for each, is_empty in zip(entries, data.bits(count), strict=True):
                each.is_empty = is_empty
        elif kind == _NAMES:
            data.expect(0)
            names = data.data[1:].decode("utf-16-le", "replace").split("\0")
            for each, name in zip(entries, names, strict=False):
                each.name = name
        elif kind == _CHANGED:
            for each, value in _values(data, entries, 8):
                each.at = _moment(value)
        elif kind == _ATTRIBUTES:
            for each, value in _values(data, entries, 4):
                each.attributes = value
    return entries


def _values(data: HeaderBytes, entries: Sequence[Entry], length: int) -> list[tuple[Entry, int]]:
    there = data.defined(len(entries))
    data.expect(0)
    return [
        (each, int.from_bytes(data.take(length), "little"))
        for each, is_there in zip(entries, there, strict=True)
        if is_there
    ]


def _moment(value: int) -> str:
    """A time in tenths of microseconds since 1601 (UTC)."""
    try:
        return (_FIRST_YEAR + timedelta(microseconds=value // 10)).strftime("%Y-%m-%dT%H:%M:%SZ")
    except OverflowError:
        return str(value)


def _place(folders: Sequence[Run], entries: Sequence[Entry]) -> None:
    """Say of each entry with content in which run it is, and where."""
    places = _places(folders)
    for each in entries:
        if not each.is_empty:
            place = next(places, None)
            if place is None:
                raise UnreadableError
            each.folder, each.offset, each.size = place


def _places(folders: Sequence[Run]) -> Iterator[tuple[int, int, int]]:
    """Yield of each entry with content its run, where it begins in it, and its size."""
    for number, folder in enumerate(folders):
        offset = 0
        for size in folder.entries:
            yield number, offset, size
            offset += size
