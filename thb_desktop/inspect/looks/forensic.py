"""Forensic images: the head of an E01 (EWF), with the digests that it names. They are not checked here."""

import struct
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime

from thb_desktop.inspect.looks.parts import Asked, Facts

_FIRST, _SECTION = 13, 76
_MOST, _MOST_TEXT = 10_000, 1 << 20
_NAMES = {
    "c": ("CASE_NUMBER", "case number"),
    "n": ("EVIDENCE_NUMBER", "evidence number"),
    "a": ("DESCRIPTION", "description"),
    "e": ("AUTHOR", "examiner"),
    "t": ("COMMENT", "notes"),
    "av": ("SOFTWARE", "version"),
    "ov": ("", "operating system"),
    "m": ("ACQUIRED", "acquired"),
    "u": ("", "system time"),
    "md": ("CAMERA_MODEL", "model"),
    "sn": ("SERIAL", "serial number"),
}

_MOMENTS = frozenset({"m", "u"})


def tell_of_image(asked: Asked) -> Facts:
    facts: Facts = []
    seen = set[str]()
    for kind, data in _sections(asked):
        if kind in ("header", "header2") and "header" not in seen:
            seen.add("header")
            facts += _of_header(data, wide=kind == "header2")
        elif kind in ("volume", "disk") and len(data) >= 24:
            chunks, sectors_of_chunk, bytes_of_sector, sectors = struct.unpack_from("<IIIQ", data, 4)
            facts += [
                ("MEDIUM_SIZE", kind, str(sectors * bytes_of_sector)),
                ("", "sectors", f"{sectors} x {bytes_of_sector}"),
                ("", "chunks", f"{chunks} x {sectors_of_chunk}"),
            ]
        elif kind == "hash" and len(data) >= 16:
            facts.append(("MD5", kind, data[:16].hex()))
        elif kind == "digest" and len(data) >= 36:
            facts += [("MD5", kind, data[:16].hex()), ("SHA1", kind, data[16:36].hex())]
        elif kind in ("done", "next"):
            facts.append(("", "last section", kind))
    return facts


def _sections(asked: Asked) -> Iterator[tuple[str, bytes]]:
    """Return the sections of this segment; the sectors themselves are not read."""
    place = _FIRST
    for _ in range(_MOST):
        asked.source.seek(place)
        head = asked.source.read(_SECTION)
        if len(head) < _SECTION:
            return
        kind = head[:16].partition(b"\0")[0].decode("latin-1")
        following, size = struct.unpack_from("<QQ", head, 16)
        wanted = 0 if kind in ("sectors", "table", "table2") else min(max(size - _SECTION, 0), _MOST_TEXT)
        yield kind, asked.source.read(wanted)
        if following <= place:
            return
        place = following


def _of_header(data: bytes, *, wide: bool) -> Facts:
    """A table of one row: names of columns, and their values."""
    try:
        raw = zlib.decompressobj().decompress(data, _MOST_TEXT)
    except zlib.error:
        return []
    text = raw.decode("utf-16" if wide else "latin-1", "replace").lstrip("\ufeff")
    lines = text.replace("\r\n", "\n").split("\n")
    begins = next((at for at, line in enumerate(lines) if line.strip() == "main"), None)
    if begins is None or begins + 2 >= len(lines):
        return []
    names, values = lines[begins + 1].split("\t"), lines[begins + 2].split("\t")
    return [
        (*_NAMES.get(name, ("", name)), _moment(value) if name in _MOMENTS else value)
        for name, value in zip(names, values, strict=False)
        if value
    ]


def _moment(value: str) -> str:
    """Return a time as a date: year, month, day, hour, minute, second, of whatever zone; or seconds since
    1970. What is neither stays as it is written.
    """
    numbers = value.split()
    try:
        if len(numbers) == 6:
            return str(datetime(*map(int, numbers)))  # type: ignore[arg-type]  # noqa: DTZ001 - no zone is said
        return datetime.fromtimestamp(int(value), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        return value
