"""Projection: the tables as the sum of the events, with a running digest that reveals other changes.

The digest adds up, modulo 2^16384, SHAKE-256 of each row. A change of one row costs only that row, in any
order. Finding other rows with the same sum is a generalised birthday problem over 16,384 bits. A cell at its
column's default is left out, so that a later column with a default changes no digest.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Sequence

from thb_desktop.domain.record import Record, from_record, to_record
from thb_desktop.errors import ControlCharacterError
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables.mapper import Columns, Scalar, Table
from thb_desktop.vault.tables.registry import TABLES, table_named, table_of

_SIZE = 2048
_MODULUS = 1 << 8 * _SIZE
_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_UNSHOWABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters other than tab and line feed, and halves of surrogate pairs."""


class Projection:
    """The tables of one connection, and the sum of their rows."""

    def __init__(self, connection: Connection, total: int = 0) -> None:
        self._connection = connection
        self._total = total

    @classmethod
    def of(cls, connection: Connection, *, step: Callable[[], None] = lambda: None) -> "Projection":
        """Add up all present rows. step: called for each."""
        return cls(connection, _sum_of(connection, TABLES, step))

    def copied(self) -> "Projection":
        return self.on(self._connection)

    def on(self, connection: Connection) -> "Projection":
        """Return the same sum for another connection to the same database."""
        return Projection(connection, self._total)

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the sum."""
        return _digest(self._total)

    def save(self, value: object) -> "Record":
        """Write a value's row, new or changed, and return its entry in an event: table and record."""
        table = table_of(value)
        record = to_record(value)
        _verify_writable(record)
        self._write(table, value)
        return {"entity": table.name, "record": record}

    def replay(self, state: object) -> None:
        """Write a row from an event. Raises FormatError for a row that no event of this version has."""
        told = state if isinstance(state, dict) else {}
        table = table_named(told.get("entity"))
        record = told.get("record")
        self._write(table, from_record(table.entity, record if isinstance(record, dict) else {}))

    def _write(self, table: Table[object], value: object) -> None:
        row = table.to_row(value)
        before = table.find_row(self._connection, [row[name] for name in table.key])
        table.write(self._connection, row, is_new=before is None)
        change = _weight(table, tuple(row.values())) - (0 if before is None else _weight(table, before))
        self._total = (self._total + change) % _MODULUS


def digest_of(connection: Connection, tables: Iterable[Columns]) -> str:
    """Return the digest of tables, whatever their schema."""
    return _digest(_sum_of(connection, tables))


def check_rows(left: Connection, right: Connection) -> tuple[tuple[str, int], ...]:
    """Compare two sets of tables: return the names of those that differ, and in how many rows."""
    differing = []
    for table in TABLES:
        rows = set(table.rows(left)) ^ set(table.rows(right))
        if rows:
            differing.append((table.name, len({_key(table, row) for row in rows})))
    return tuple(differing)


def _key(table: Table[object], row: Sequence[Scalar]) -> tuple[Scalar, ...]:
    return tuple(row[table.columns.index(name)] for name in table.key)


def _sum_of(
    connection: Connection, tables: Iterable[Columns], step: Callable[[], None] = lambda: None
) -> int:
    total = 0
    for table in tables:
        for row in table.stored(connection):
            step()
            total += _weight(table, row)
    return total % _MODULUS


def _digest(total: int) -> str:
    return hashlib.sha256(total.to_bytes(_SIZE, "big")).hexdigest()


def _weight(table: Columns, row: Iterable[Scalar]) -> int:
    written = _written([table.name, table.told(row)])
    return int.from_bytes(hashlib.shake_256(written.encode()).digest(_SIZE), "big")


def _verify_writable(plain: object) -> None:
    if isinstance(plain, str):
        if _UNSHOWABLE.search(plain):
            raise ControlCharacterError("a text contains a control character, which no page can show")
    elif isinstance(plain, dict):
        for part in plain.values():
            _verify_writable(part)
    elif isinstance(plain, list):
        for part in plain:
            _verify_writable(part)
