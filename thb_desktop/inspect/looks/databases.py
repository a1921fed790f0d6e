"""Databases of SQLite: their tables as values, row by row, read from the file as it is.

The library is not asked: it would run what the file says. Rows that were deleted, and changes that stand in
another file (`-wal`, `-journal`), are not read.
"""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from thb_desktop.inspect.looks.parts import LONGEST, Asked, Facts, Said, UnreadableError
from thb_desktop.inspect.looks.table_words import MOST_VALUES, Columns, Missing, columns_of
from thb_desktop.inspect.looks.tables import Row, rows_page, some_words

_HEAD = 100
_LEAF, _INNER = 0x0D, 0x05
_DEEPEST = 24
_MOST_TABLES = 1000
_MOST_ROW = 8 << 20
"""Bytes of one row that are read; what is beyond is left out."""
_SHOWN_BYTES = 32
_CODINGS = {2: "utf-16-le", 3: "utf-16-be"}
_SIZES = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8, 8: 0, 9: 0}
_SIZED = 12
"""Below it, the form of a value says its size; from it on, the form is twice the size and more."""
_MOST_WORDS = 1 << 20
"""Code points of the words of all tables that are read for their columns."""


@dataclass(slots=True)
class _Left:
    """Bytes that a reading may still take: honest pages hold each of their bytes once."""

    count: int

    def take(self, count: int) -> None:
        self.count -= count
        if self.count < 0:
            raise UnreadableError


@dataclass(frozen=True, slots=True)
class Kept:
    """A table: its name, its first page, and its columns."""

    name: str
    page: int
    columns: Columns


@dataclass(slots=True)
class Database:
    """A file of SQLite, by its pages."""

    source: BinaryIO
    size: int = 0
    usable: int = 0
    coding: str = "utf-8"
    pages: int = 0
    head: bytes = b""
    tables: list[Kept] = field(default_factory=list)
    unread: int = 0
    """Tables whose rows stand in another order (WITHOUT ROWID), or elsewhere."""
    words: int = _MOST_WORDS
    """Code points of the words of tables that may still be read."""

    def open(self) -> None:
        """Raises UnreadableError for a head that cannot be."""
        length = self.source.seek(0, 2)
        self.source.seek(0)
        self.head = self.source.read(_HEAD)
        if len(self.head) < _HEAD:
            raise UnreadableError
        (size,) = struct.unpack_from(">H", self.head, 16)
        self.size = 65_536 if size == 1 else size
        self.usable = self.size - self.head[20]
        if self.size < 512 or self.size & (self.size - 1) or self.usable < 480:
            raise UnreadableError
        self.pages = length // self.size
        self.coding = _CODINGS.get(self.number_at(56), "utf-8")
        for _, values in self._rows(1, self.whole()):
            self._take(values)

    def whole(self) -> _Left:
        """Return what a reading of the whole file may take: each page, and the rows in it."""
        return _Left(2 * self.pages * self.size)

    def number_at(self, place: int) -> int:
        return int.from_bytes(self.head[place : place + 4], "big")

    def _take(self, values: list[object]) -> None:
        """Take a row of the schema: type, name, table, first page, words."""
        if len(values) < 5 or values[0] != "table":
            return
        name, page, words = str(values[1]), values[3], str(values[4])
        if (
            not isinstance(page, int)
            or page < 1
            or re.search(r"\)[^)]*WITHOUT\s+ROWID", words, re.IGNORECASE)
        ):
            self.unread += 1
        elif len(self.tables) < _MOST_TABLES and not name.startswith("sqlite_"):
            words = words[: min(LONGEST, self.words)]
            self.words -= len(words)
            self.tables.append(Kept(name, page, columns_of(words)))

    def rows_of(self, table: Kept) -> Iterator[Row]:
        """Return the names of the columns, and the rows."""
        yield table.columns.titles
        for values in self.values_of(table, self.whole()):
            yield tuple(map(_shown, values))

    def values_of(self, table: Kept, left: _Left) -> Iterator[list[object]]:
        """Return the values of each row. left: what may still be read."""
        _, key, defaults = table.columns
        for number, values in self._rows(table.page, left):
            values.extend(defaults[len(values) :])
            if key is not None and key < len(values) and values[key] is None:
                values[key] = number
            yield values

    def _rows(self, page: int, left: _Left) -> Iterator[tuple[int, list[object]]]:
        """Return number and values of each row below a page. A page that was seen is not read again."""
        seen, waiting = set[int](), [(page, 0)]
        while waiting:
            at, depth = waiting.pop()
            if at in seen or depth > _DEEPEST:
                raise UnreadableError
            seen.add(at)
            data = self._page(at, left)
            begins = _HEAD if at == 1 else 0
            kind, count = data[begins], int.from_bytes(data[begins + 3 : begins + 5], "big")
            if kind == _LEAF:
                for place in _places(data, begins + 8, count):
                    yield self._row(data, place, left)
            elif kind == _INNER:
                below = [int.from_bytes(data[at : at + 4], "big") for at in _places(data, begins + 12, count)]
                below.append(int.from_bytes(data[begins + 8 : begins + 12], "big"))
                waiting += [(each, depth + 1) for each in reversed(below)]
            else:
                raise UnreadableError

    def _page(self, number: int, left: _Left) -> bytes:
        left.take(self.size)
        if not 1 <= number <= self.pages:
            raise UnreadableError
        self.source.seek((number - 1) * self.size)
        return self.source.read(self.size)

    def _row(self, data: bytes, place: int, left: _Left) -> tuple[int, list[object]]:
        length, place = _varint(data, place)
        number, place = _varint(data, place)
        number -= (number >> 63) << 64
        return number, self._values(self._payload(data, place, length, left), length)

    def _payload(self, data: bytes, place: int, length: int, left: _Left) -> bytes:
        """Return the bytes of a row, with those that stand on further pages."""
        most = self.usable - 35
        if length <= most:
            left.take(length)
            return data[place : place + length]
        least = (self.usable - 12) * 32 // 255 - 23
        here = least + (length - least) % (self.usable - 4)
        here = here if here <= most else least
        found = bytearray(data[place : place + here])
        left.take(here)
        following = int.from_bytes(data[place + here : place + here + 4], "big")
        seen = set[int]()
        while following and len(found) < min(length, _MOST_ROW):
            if following in seen:
                raise UnreadableError
            seen.add(following)
            more = self._page(following, left)
            found += more[4 : self.usable]
            following = int.from_bytes(more[:4], "big")
        return bytes(found[:length])

    def _values(self, data: bytes, length: int) -> list[object]:
        """Return the values of a row. length: of the row, of which the bytes may be the beginning."""
        ends, place = _varint(data, 0)
        at = ends
        found = list[object]()
        while place < ends and len(found) < MOST_VALUES:
            kind, place = _varint(data, place)
            size = _SIZES.get(kind, (kind - _SIZED) // 2)
            if size < 0:
                raise UnreadableError
            is_cut = len(data) < length and at + (size if kind < _SIZED else min(size, 1)) > len(data)
            found.append(Missing.NOT_READ if is_cut else self._value(data, at, kind, size))
            at += size
        return found

    def _value(self, data: bytes, at: int, kind: int, size: int) -> object:
        if kind in (8, 9):
            return kind - 8
        if kind < _SIZED:
            if at + size > len(data):
                raise UnreadableError
            if kind == 7:
                (real,) = struct.unpack_from(">d", data, at)
                return real
            return int.from_bytes(data[at : at + size], "big", signed=True) if kind else None
        if kind % 2:
            return data[at : at + min(size, 4 * LONGEST)].decode(self.coding, "replace")
        more = "..." if size > _SHOWN_BYTES else ""
        return f"x'{data[at : at + min(size, _SHOWN_BYTES)].hex()}{more}' ({size})"


def _places(data: bytes, begins: int, count: int) -> Iterator[int]:
    for at in range(begins, min(begins + 2 * count, len(data) - 1), 2):
        yield int.from_bytes(data[at : at + 2], "big")


def _varint(data: bytes, place: int) -> tuple[int, int]:
    """Return a number of one to nine bytes, and where the next one begins."""
    value = 0
    for each in range(8):
        byte = data[place + each]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + each + 1
    return value << 8 | data[place + 8], place + 9


def _shown(value: object) -> str:
    return "" if value is None else str(value)[:LONGEST]


def opened(asked: Asked) -> Database:
    """Return the file with its tables. Raises UnreadableError, IndexError, struct.error."""
    found = asked.kept.get("database")
    if not isinstance(found, Database):
        found = Database(asked.source)
        found.open()
        asked.kept["database"] = found
    return found


def look_at_database(asked: Asked) -> Said:
    tables = opened(asked).tables
    asked.sheet = min(max(asked.sheet, 0), max(len(tables) - 1, 0))
    return rows_page(asked, [each.name for each in tables], _rows_of_sheet, f"sheet {asked.sheet}")


def _rows_of_sheet(asked: Asked) -> Iterator[Row]:
    found = opened(asked)
    return found.rows_of(found.tables[asked.sheet]) if found.tables else iter(())


def tell_of_database(asked: Asked) -> Facts:
    found = opened(asked)
    version = found.number_at(96)
    facts: Facts = [
        ("ENTRIES", "tables", str(len(found.tables))),
        ("", "user_version", str(found.number_at(60))),
        ("", "application_id", str(found.number_at(68))),
        ("", "free pages", str(found.number_at(36))),
        ("", "journal", "wal" if found.head[18] == 2 else "rollback"),
    ]
    if version:
        facts.append(
            ("SOFTWARE", "SQLite", f"{version // 1_000_000}.{version // 1000 % 1000}.{version % 1000}")
        )
    if found.unread:
        facts.append(("", "tables without their rows here", str(found.unread)))
    return facts


def words_of_database(asked: Asked) -> str:
    """Return names and rows of all tables, about as many code points as are asked for."""
    found = opened(asked)
    names = "\n".join(each.name for each in found.tables)
    return f"{names}\n{some_words(_rows_for_words(found), asked.page)}"


def _rows_for_words(found: Database) -> Iterator[Row]:
    """Return the rows of all tables; a table that is damaged ends where it is."""
    left = found.whole()
    for table in found.tables:
        yield table.columns.titles
        try:
            for values in found.values_of(table, left):
                yield tuple("" if isinstance(each, Missing) else _shown(each) for each in values)
        except (UnreadableError, IndexError, struct.error):
            continue
