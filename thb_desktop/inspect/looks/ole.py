"""OLE: the container of older Office files and of MSG, and the mail in an MSG ([MS-CFB], [MS-OXMSG])."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from thb_desktop.inspect.looks.html import kept_out_of, words_of
from thb_desktop.inspect.looks.mail import header
from thb_desktop.inspect.looks.names import marks_of
from thb_desktop.inspect.looks.parts import TOO_LARGE, Asked, Facts, Said, UnreadableError, decoded, short
from thb_desktop.inspect.looks.plain import lines_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END, _FREE = 0xFFFF_FFFE, 0xFFFF_FFFF
_MOST_ENTRIES = 20_000
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_SMALL = 64
_PIDS = {
    2: "TITLE",
    3: "SUBJECT",
    4: "AUTHOR",
    6: "COMMENT",
    8: "MODIFIED_BY",
    11: "PRINTED",
    12: "CREATED",
    13: "MODIFIED",
    14: "PAGES",
    18: "SOFTWARE",
}
_KEYS = {
    2: "Title",
    3: "Subject",
    4: "Author",
    6: "Comments",
    8: "LastAuthor",
    11: "LastPrinted",
    12: "Create",
    13: "LastSave",
    14: "PageCount",
    18: "AppName",
}
_PAGE, _SHORT = 1, 2
"""The property that names the coding of the others, and the type of its number."""
_FILE_PASS, _FIRST_RECORDS = 0x2F, 20
_TICKS, _BEFORE_1970 = 10_000_000, 11_644_473_600


@dataclass(slots=True, eq=False)
class Entry:
    """A storage or a stream. path: names from the root."""

    path: tuple[str, ...]
    kind: int
    start: int
    size: int
    data: bytes | None = field(default=None, repr=False)


class Compound:
    """A container whose tables are believed only as far as they go."""

    def __init__(self, data: bytes) -> None:
        if data[:8] != OLE or len(data) < 512:
            raise UnreadableError
        self._data = data
        shift, self._small_shift = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12):
            raise UnreadableError
        self._sector = 1 << shift
        first_directory, _, cutoff, first_small, _, first_more, _ = struct.unpack_from("<IIIIIII", data, 48)
        self._cutoff = cutoff
        self._table = self._sectors_table(first_more)
        self._small_table = self._numbers(self._chain(first_small))
        self.entries: dict[tuple[str, ...], Entry] = {}
        self._small = b""
        self._read_directory(self._chain(first_directory))

    def _at(self, number: int) -> bytes:
        begins = (number + 1) * self._sector
        return self._data[begins : begins + self._sector]

    def _sectors_table(self, more: int) -> list[int]:
        places = list(struct.unpack_from("<109I", self._data, 76))
        seen = set[int]()
        while more not in (_END, _FREE) and more not in seen:
            seen.add(more)
            found = self._numbers(self._at(more))
            if not found:
                break
            places += found[:-1]
            more = found[-1]
        table: list[int] = []
        for each in places:
            if each != _FREE and (each + 1) * self._sector < len(self._data):
                table += self._numbers(self._at(each))
        return table

    @staticmethod
    def _numbers(data: bytes) -> list[int]:
        return list(struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4]))

    def _chain(self, start: int) -> bytes:
        """Return the bytes of a chain of sectors; one that goes in a circle ends."""
        pieces, seen = list[bytes](), set[int]()
        while start < len(self._table) and start not in seen:
            seen.add(start)
            pieces.append(self._at(start))
            start = self._table[start]
        return b"".join(pieces)

    def _small_chain(self, start: int) -> bytes:
        pieces, seen = list[bytes](), set[int]()
        while start < len(self._small_table) and start not in seen:
            seen.add(start)
            pieces.append(self._small[start * _SMALL : (start + 1) * _SMALL])
            start = self._small_table[start]
        return b"".join(pieces)

    def _read_directory(self, data: bytes) -> None:
        raw = [data[at : at + 128] for at in range(0, len(data) // 128 * 128, 128)][:_MOST_ENTRIES]
        if not raw:
            raise UnreadableError
        root_start, root_size = struct.unpack_from("<II", raw[0], 116)
        self._small = self._chain(root_start)[:root_size]
        waiting, seen = [(struct.unpack_from("<I", raw[0], 76)[0], ())], set[int]()
        while waiting:
            number, parent = waiting.pop()
            if number >= len(raw) or number in seen:
                continue
            seen.add(number)
            each = raw[number]
            length, kind = struct.unpack_from("<HB", each, 64)
            left, right, child = struct.unpack_from("<III", each, 68)
            start, size = struct.unpack_from("<II", each, 116)
            path: tuple[str, ...] = (*parent, each[: max(length - 2, 0)].decode("utf-16-le", "replace"))
            self.entries[path] = Entry(path, kind, start, size)
            waiting += [(left, parent), (right, parent), (child, path)]  # type: ignore[list-item]  # of names

    def stream(self, *path: str) -> bytes:
        """Return the bytes of a stream; none if it is not there."""
        entry = self.entries.get(path)
        if entry is None or entry.kind != _STREAM:
            return b""
        is_small = entry.size < self._cutoff
        found = self._small_chain(entry.start) if is_small else self._chain(entry.start)
        return found[: entry.size]

    def storages(self, prefix: str) -> Iterator[str]:
        return (
            path[0]
            for path, each in sorted(self.entries.items())
            if len(path) == 1 and each.kind == _STORAGE and path[0].startswith(prefix)
        )


def compound(asked: Asked) -> Compound:
    if not isinstance(asked.kept.get("ole"), Compound):
        asked.kept["ole"] = Compound(asked.whole())
    found: Compound = asked.kept["ole"]
    return found


def is_locked(asked: Asked) -> bool:
    """Whether an Office file opens with a password only ([MS-OFFCRYPTO] 2.3, [MS-XLS] 2.4, [MS-DOC] 2.5)."""
    try:
        opened = compound(asked)
        if ("EncryptedPackage",) in opened.entries:
            return True
        document = opened.stream("WordDocument")
        return (len(document) > 11 and bool(document[11] & 1)) or _has_file_pass(opened)
    except (UnreadableError, ValueError, struct.error):
        return False


def _has_file_pass(opened: Compound) -> bool:
    """Whether one of the first records of a workbook says how the others are encrypted."""
    book, at = opened.stream("Workbook") or opened.stream("Book"), 0
    for _ in range(_FIRST_RECORDS):
        if len(book) < at + 4:
            return False
        kind, size = struct.unpack_from("<HH", book, at)
        if kind == _FILE_PASS:
            return True
        at += 4 + size
    return False


def is_msg(asked: Asked) -> bool:
    """Whether a container holds a mail of Outlook."""
    try:
        return any(path[0].startswith("__substg1.0_") for path in compound(asked).entries)
    except (UnreadableError, ValueError, struct.error):
        return False


def _property(opened: Compound, number: str, *within: str) -> str:
    wide = opened.stream(*within, f"__substg1.0_{number}001F")
    if wide:
        return short(wide.decode("utf-16-le", "replace").rstrip("\0"))
    return short(decoded(opened.stream(*within, f"__substg1.0_{number}001E").rstrip(b"\0")))


_HEADERS = (
    ("From", "0C1A"),
    ("From", "5D01"),
    ("To", "0E04"),
    ("Cc", "0E03"),
    ("Subject", "0037"),
)


def look_at_msg(asked: Asked) -> Said:
    opened = compound(asked)
    headers = [[name, value] for name, number in _HEADERS if (value := _property(opened, number))]
    date = next((value for name, value in _transport(opened) if name.lower() == "date"), "")
    if date:
        headers.append(["Date", date])
    body = _property(opened, "1000")
    page = decoded(opened.stream("__substg1.0_10130102"))
    lines = lines_of(body) if body else words_of(page) if page else []
    return {
        "look": "Mail",
        "headers": headers,
        "body": lines[:20_000],
        "lines_left": len(lines[20_000:]),
        "is_derived": bool(page and not body),
        "kept_out": kept_out_of(page),
        "parts": [_attachment(opened, storage) for storage in opened.storages("__attach")],
    }


def _transport(opened: Compound) -> list[tuple[str, str]]:
    """Return the headers with which it came, if it came."""
    told = _property(opened, "007D").replace("\r\n", "\n")
    found: list[tuple[str, str]] = []
    for line in told.split("\n"):
        if line[:1] in (" ", "\t") and found:
            found[-1] = (found[-1][0], f"{found[-1][1]} {line.strip()}")
        elif ":" in line:
            name, _, value = line.partition(":")
            found.append((name.strip(), value.strip()))
    return found


def _attachment(opened: Compound, storage: str) -> Said:
    name = _property(opened, "3707", storage) or _property(opened, "3704", storage)
    name = name or _property(opened, "3001", storage)
    data = opened.entries.get((storage, "__substg1.0_37010102"))
    return {
        "key": storage if data is not None else "",
        "name": name,
        "marks": marks_of(name),
        "media_type": _property(opened, "370E", storage),
        "size": data.size if data is not None else None,
    }


def open_in_msg(asked: Asked, key: str) -> tuple[bytes, str]:
    opened = compound(asked)
    if (key, "__substg1.0_37010102") not in opened.entries:
        raise UnreadableError
    data = opened.stream(key, "__substg1.0_37010102")
    if len(data) > 128 << 20:
        raise UnreadableError(TOO_LARGE)
    return data, _property(opened, "3707", key) or _property(opened, "3704", key)


def tell_of_ole(asked: Asked) -> Facts:
    """Return the headers of an MSG, or the properties of an older Office file ([MS-OLEPS])."""
    opened = compound(asked)
    codes = {
        "from": "FROM",
        "to": "TO",
        "cc": "CC",
        "date": "SENT",
        "subject": "TITLE",
        "message-id": "MESSAGE_ID",
        "received": "RECEIVED",
    }
    facts = [(codes.get(name.lower(), ""), name, header(value)) for name, value in _transport(opened)]
    if not facts:
        facts = [
            (codes.get(name.lower(), ""), name, value)
            for name, number in _HEADERS
            if (value := _property(opened, number))
        ]
    if any("vba" in path[-1].lower() for path in opened.entries):
        facts.append(("MACROS", "VBA", "yes"))
    return facts + _properties(opened.stream("\x05SummaryInformation"))


def _properties(data: bytes) -> Facts:
    if len(data) < 48:
        return []
    (begins,) = struct.unpack_from("<I", data, 44)
    (count,) = struct.unpack_from("<I", data, begins + 4)
    places = dict(
        struct.unpack_from("<II", data, begins + 8 + 8 * number) for number in range(min(count, 100))
    )
    coding = _coding(data, begins + places[_PAGE]) if _PAGE in places else ""
    told = (
        (_PIDS[pid], _KEYS[pid], _typed(data, begins + at, coding))
        for pid, at in places.items()
        if pid in _PIDS
    )
    return [each for each in told if each[2]]


def _coding(data: bytes, at: int) -> str:
    """Return the coding that the properties name for their texts."""
    kind, page = struct.unpack_from("<IH", data, at)
    name = {1200: "utf-16-le", 10000: "mac-roman", 65001: "utf-8"}.get(page, f"cp{page}")
    return name if kind == _SHORT else ""


def _typed(data: bytes, at: int, coding: str) -> str:
    (kind,) = struct.unpack_from("<I", data, at)
    if kind in (30, 31):
        (length,) = struct.unpack_from("<I", data, at + 4)
        raw = data[at + 8 : at + 8 + length * (2 if kind == 31 else 1)]
        return short(
            (raw.decode("utf-16-le", "replace") if kind == 31 else decoded(raw, coding)).rstrip("\0")
        )
    if kind == 3:
        return str(struct.unpack_from("<i", data, at + 4)[0])
    if kind == 64:
        ticks = struct.unpack_from("<Q", data, at + 4)[0]
        return _filetime(ticks)
    return ""


def _filetime(ticks: int) -> str:
    if not ticks:  # Never: no program wrote a file in 1601.
        return ""
    try:
        return datetime.fromtimestamp(ticks / _TICKS - _BEFORE_1970, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        return ""
