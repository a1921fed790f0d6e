"""Images in the form of E01 (EWF), made for a test."""

import hashlib
import struct
import zlib
from itertools import batched

_CHUNK = 64 * 512


def ewf(
    data: bytes, *, segments: int = 1, sha1: bytes | None = None, md5: bytes | None = None
) -> list[bytes]:
    """Return the segments of an image of these data (full sectors). Every third chunk is not packed.

    md5, sha1: what it states instead of the right digests; empty for none at all.
    """
    chunks = [data[at : at + _CHUNK] for at in range(0, len(data), _CHUNK)]
    parts = list(batched(enumerate(chunks), -(-len(chunks) // segments)))
    md5 = hashlib.md5(data, usedforsecurity=False).digest() if md5 is None else md5
    sha1 = hashlib.sha1(data, usedforsecurity=False).digest() if sha1 is None else sha1
    found = []
    for number, part in enumerate(parts, start=1):
        told = bytearray(b"EVF\x09\x0d\x0a\xff\0\x01" + struct.pack("<HH", number, 0))
        if number == 1:
            volume = struct.pack("<IIIIQ", 1, len(chunks), 64, 512, len(data) // 512)
            _section(told, "volume", volume.ljust(94, b"\0"))
        begins, places, sectors = len(told) + 76, list[int](), bytearray()
        for at, chunk in part:
            is_packed = at % 3 != 2
            places.append((begins + len(sectors)) | (is_packed << 31))
            sectors += zlib.compress(chunk) if is_packed else chunk + struct.pack("<I", zlib.adler32(chunk))
        _section(told, "sectors", bytes(sectors))
        table = struct.pack("<I4xQ4xI", len(places), 0, 0) + struct.pack(f"<{len(places)}I", *places)
        _section(told, "table", table + bytes(4))
        if number < len(parts):
            _section(told, "next", b"", last=True)
        else:
            if md5:
                _section(told, "hash", md5 + bytes(20))
            if sha1:
                _section(told, "digest", (md5 or bytes(16)) + sha1 + bytes(44))
            _section(told, "done", b"", last=True)
        found.append(bytes(told))
    return found


def _section(told: bytearray, kind: str, data: bytes, *, last: bool = False) -> None:
    following = len(told) if last else len(told) + 76 + len(data)
    head = kind.encode().ljust(16, b"\0") + struct.pack("<QQ", following, 76 + len(data)) + bytes(40)
    told += head + struct.pack("<I", zlib.adler32(head)) + data
