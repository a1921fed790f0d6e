"""Told rows: which entries of the event chain tell the state of which row.

An index of the events, so that the state of a row before an entry is found without a replay. It proves
nothing by itself: the digest of the tables in each event does. Its sum, which each head has, reveals an older
page of it that was put back.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from thb_desktop.domain.record import Record
from thb_desktop.errors import FormatError
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables.refusals import write
from thb_desktop.vault.tables.registry import table_named
from thb_desktop.vault.tables.together import Together

_ADD = "INSERT OR IGNORE INTO told_row (entity, key, seq) VALUES (:entity, :key, :seq)"
_CLEAR = "DELETE FROM told_row"
_BEFORE = "SELECT max(seq) FROM told_row WHERE entity = :entity AND key = :key AND seq < :before"
_FIRST = "SELECT min(seq) FROM told_row WHERE entity = :entity AND key = :key"
_NAMED = """
    SELECT DISTINCT told_row.key, told_row.entity FROM json_each(:keys) AS named
    CROSS JOIN told_row ON told_row.key = named.value WHERE told_row.seq < :before
"""
_BETWEEN = """
    SELECT DISTINCT key FROM told_row WHERE entity = :entity AND seq > :after AND seq <= :until ORDER BY key
"""
_ALL = "SELECT entity, key, seq FROM told_row ORDER BY entity, key, seq"
_BY_ENTRY = "SELECT entity, key, seq FROM told_row ORDER BY seq"
_PRESENT = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'told_row'"


_MODULUS = 1 << 256


class RowName(NamedTuple):
    """The name of a row in the index: its table, and its key as text."""

    entity: str
    key: str


def row_name(state: object) -> RowName:
    """Return the name of the row that a state of an event tells. Raises FormatError for no state of a row."""
    told = state if isinstance(state, (dict, Mapping)) else {}
    table, record = table_named(told.get("entity")), told.get("record")
    if not isinstance(record, (dict, Mapping)):
        raise FormatError("an event tells a row without its key")
    try:
        return RowName(table.name, " ".join([str(record[name]) for name in table.key]))
    except KeyError:
        raise FormatError("an event tells a row without its key") from None


def add(target: Connection | Together, seq: int, states: Sequence[Record]) -> int:
    """Note that the entry of this number tells these rows. Returns what is added to the sum."""
    names = dict.fromkeys(map(row_name, states))
    for entity, key in names:
        write(target, _ADD, {"entity": entity, "key": key, "seq": seq})
    return added_by(names, seq)


def added_by(names: Iterable[RowName], seq: int) -> int:
    """Return what the entry of this number adds to the sum; each row that it tells is named once."""
    return sum(_weight(*name, seq) for name in names)


def total(connection: Connection) -> int:
    """Add up the index: SHA-256 of each row, as a number."""
    return sum(_weight(*row) for row in rows(connection))


def sum_text(added: int) -> str:
    """Return a sum modulo 2^256 in hexadecimal, as a head has it."""
    return f"{added % _MODULUS:064x}"


def told_before(connection: Connection, row: RowName, before: int) -> int | None:
    """Return the number of the last entry before this one that tells the row; None if none does."""
    found = connection.execute(_BEFORE, {"entity": row.entity, "key": row.key, "before": before}).fetchone()
    return None if found[0] is None else int(found[0])


def first_told(connection: Connection, row: RowName) -> int | None:
    """Return the number of the first entry that tells the row; None if none does."""
    found = connection.execute(_FIRST, {"entity": row.entity, "key": row.key}).fetchone()
    return None if found[0] is None else int(found[0])


def told_under(connection: Connection, keys: Iterable[str], before: int) -> list[tuple[str, str]]:
    """Return which of these keys rows have that entries before this one tell, each with the table."""
    found = connection.execute(_NAMED, {"keys": json.dumps([*keys]), "before": before})
    return [(str(row[0]), str(row[1])) for row in found]


def told_between(connection: Connection, entity: str, after: int, until: int) -> Iterator[str]:
    """Return the keys of the rows of a table that the entries after one tell, up to another one."""
    row = {"entity": entity, "after": after, "until": until}
    return (str(found[0]) for found in connection.execute(_BETWEEN, row))


def rows(connection: Connection) -> Iterator[tuple[str, str, int]]:
    """Return table, key and number of the entry, of every row and entry, in this order."""
    return ((str(row[0]), str(row[1]), int(row[2])) for row in connection.execute(_ALL))


class ToldInOrder:
    """The index in the order of the entries, to be compared with what each event tells."""

    def __init__(self, connection: Connection) -> None:
        self._rows = iter(connection.execute(_BY_ENTRY))
        self._row = next(self._rows, None)

    def are(self, names: Iterable[RowName], seq: int) -> bool:
        """Whether the entry of this number, which comes after those asked for before, tells these rows."""
        found = set()
        while self._row is not None and self._row[2] <= seq:
            found.add((self._row[0], self._row[1]) if self._row[2] == seq else None)
            self._row = next(self._rows, None)
        return found == set(names)

    @property
    def is_at_end(self) -> bool:
        return self._row is None


class SumsInOrder:
    """The sums of the index that the heads have, to be compared with what the events tell."""

    SINCE = 2
    """The schema from which on each head has one."""

    def __init__(self, sums: Iterator[tuple[int, str]]) -> None:
        """sums: the sizes of the heads with their sums, by size."""
        self._sums = sums
        self._next = next(sums, None)
        self._total = 0

    def are(self, names: Iterable[RowName], seq: int, schema: int) -> bool:
        """Whether the head after the entry of this number, if there is one, has the sum until there.

        names: what the entry tells; schema: of its event. Entries come in their order, from the first on.
        """
        self._total += added_by(set(names), seq)
        while self._next is not None and self._next[0] < seq:
            self._next = next(self._sums, None)
        if self._next is None or self._next[0] != seq:
            return True
        has_none = schema < self.SINCE and not self._next[1]
        return has_none or self._next[1] == sum_text(self._total)


def _weight(entity: str, key: str, seq: int) -> int:
    return int.from_bytes(hashlib.sha256(f"{entity}\x00{key}\x00{seq}".encode()).digest(), "big")


def clear(connection: Connection) -> None:
    write(connection, _CLEAR, {})


def is_present(connection: Connection) -> bool:
    """Whether the schema has the index; those of vaults before schema 2 have none."""
    return connection.execute(_PRESENT).fetchone() is not None
