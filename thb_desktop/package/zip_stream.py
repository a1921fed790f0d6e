"""Zip as a stream: members stored one after another, in one form that depends on nothing but their content.

`zipfile` cannot do this: into a stream that cannot be sought it writes lengths behind the content, so the
first member of an ASiC container would not say its own. Here length and check sum of a member are counted
before it is written (PKWARE APPNOTE 6.3.10; zip64 where a length or a place needs it).
"""

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

from thb_desktop.errors import PackageFormError

STORED_SINCE = 20
ZIP64_SINCE = 45
_UNIX = 3 << 8
_MODE = 0o100644 << 16
_NO_DATE = 0x21
"""1 January 1980, the first that the format has: no time of a laptop travels."""
_LIMIT = 0xFFFFFFFF
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_END64 = struct.Struct("<4sQ2H2I4Q")
_LOCATOR = struct.Struct("<4sIQI")
_MOST_IN_SHORT = 0xFFFF
_MOST_COMMENT = 0xFFFF
"""Bytes behind the end of a zip file that other readers take for its comment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A member of a zip file: its name in ASCII, its length in bytes, its CRC-32, and where it begins."""

    name: str
    size: int
    crc32: int
    offset: int = 0

    def local(self) -> bytes:
        """The header before the content."""
        name, extra = self.name.encode("ascii"), b""
        size = self.size
        if size >= _LIMIT:
            extra, size = struct.pack("<2H2Q", 1, 16, self.size, self.size), _LIMIT
        since = ZIP64_SINCE if extra else STORED_SINCE
        fixed = _LOCAL.pack(
            b"PK\3\4", since, 0, 0, 0, _NO_DATE, self.crc32, size, size, len(name), len(extra)
        )  # fmt: skip
        return fixed + name + extra

    def central(self) -> bytes:
        """The entry in the directory at the end."""
        name = self.name.encode("ascii")
        size, offset, wide = self.size, self.offset, b""
        if size >= _LIMIT:
            wide, size = struct.pack("<2Q", self.size, self.size), _LIMIT
        if offset >= _LIMIT:
            wide, offset = wide + struct.pack("<Q", self.offset), _LIMIT
        extra = struct.pack("<2H", 1, len(wide)) + wide if wide else b""
        since = ZIP64_SINCE if wide else STORED_SINCE
        fixed = _CENTRAL.pack(
            *(b"PK\1\2", _UNIX | since, since, 0, 0, 0, _NO_DATE, self.crc32, size, size),
            *(len(name), len(extra), 0, 0, 0, _MODE, offset),
        )
        return fixed + name + extra

    @property
    def end(self) -> int:
        """The place behind the content."""
        return self.offset + len(self.local()) + self.size


def directory(members: Iterable[Stored], start: int) -> bytes:
    """Return what stands behind the last member, which ends at `start`."""
    entries = [each.central() for each in members]
    body, count = b"".join(entries), len(entries)
    end64 = b""
    if start >= _LIMIT or len(body) >= _LIMIT or count >= _MOST_IN_SHORT:
        end64 = _END64.pack(
            *(b"PK\6\6", _END64.size - 12, _UNIX | ZIP64_SINCE, ZIP64_SINCE, 0, 0),
            *(count, count, len(body), start),
        ) + _LOCATOR.pack(b"PK\6\7", 0, start + len(body), 1)
    short = min(count, _MOST_IN_SHORT)
    return (
        body + end64 + _END.pack(b"PK\5\6", 0, 0, short, short, min(len(body), _LIMIT), min(start, _LIMIT), 0)
    )


def read_directory(untrusted: BinaryIO, size: int, *, most: int, most_members: int) -> tuple[Stored, ...]:
    """Read the members of a zip file that this module wrote, from a file of `size` bytes.

    Headers and directory must have exactly the bytes that are written here, one after another without a gap.
    Raises PackageFormError; also for a directory of more than `most` bytes or `most_members` members. The
    content is not looked at.
    """
    start, length = _place(untrusted, size)
    if length > most or not 0 <= start <= start + length <= size:
        raise _not_ours()
    members = tuple(islice(_entries(_read(untrusted, start, length)), most_members + 1))
    if len(members) > most_members:
        raise _not_ours()
    position = 0
    for each in members:
        local = each.local()
        if each.offset != position or each.end > start or _read(untrusted, position, len(local)) != local:
            raise _not_ours()
        position = each.end
    end = directory(members, start)
    if (position, size) != (start, start + len(end)) or _read(untrusted, start, len(end)) != end:
        raise _not_ours()
    return members


def _place(untrusted: BinaryIO, size: int) -> tuple[int, int]:
    """Return where the directory begins, and its length."""
    try:
        magic, *_, length, start, _ = _END.unpack(_read(untrusted, size - _END.size, _END.size))
        if magic != b"PK\5\6":
            raise _without_end(untrusted, size)
        if _LIMIT in {length, start}:
            at = size - _END.size - _LOCATOR.size - _END64.size
            *_, length, start = _END64.unpack(_read(untrusted, at, _END64.size))
    except struct.error:
        raise _not_ours() from None
    return start, length


def _entries(data: bytes) -> Iterator[Stored]:
    position = 0
    while position < len(data):
        try:
            fields = _CENTRAL.unpack_from(data, position)
        except struct.error:
            raise _not_ours() from None
        crc, size, offset = fields[7], fields[9], fields[16]
        begin = position + _CENTRAL.size
        name, position = data[begin : begin + fields[10]], begin + fields[10] + fields[11] + fields[12]
        extra = data[begin + fields[10] : position]
        wide = [each for (each,) in struct.iter_unpack("<Q", extra[4:])] if len(extra) in {12, 20, 28} else []
        if size == _LIMIT and len(wide) > 1:
            size, wide = wide[0], wide[2:]
        if offset == _LIMIT and wide:
            offset = wide[0]
        if not name.isascii():
            raise _not_ours()
        yield Stored(name=name.decode("ascii"), size=size, crc32=crc, offset=offset)


def _read(untrusted: BinaryIO, position: int, length: int) -> bytes:
    if position < 0:
        raise _not_ours()
    untrusted.seek(position)
    return untrusted.read(length)


def _without_end(untrusted: BinaryIO, size: int) -> PackageFormError:
    """Say of what does not end as a zip file whether its end stands before other bytes, or is nowhere."""
    begin = max(0, size - _MOST_COMMENT - _END.size)
    last = _read(untrusted, begin, size - begin)
    at = last.rfind(b"PK\5\6")
    if 0 <= at <= len(last) - _END.size:
        *_, length, start, _ = _END.unpack_from(last, at)
        if start + length == begin + at or _LIMIT in {start, length}:
            return PackageFormError("bytes stand behind the end of the container", "package-form.behind")
    return PackageFormError("the end of the container is missing", "package-form.cut")


def _not_ours() -> PackageFormError:
    return PackageFormError("this is not a container in the form that this program writes")
