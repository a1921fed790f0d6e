"""Projection: the tables as the sum of the events, with a running digest that reveals other changes.

The digest adds up, modulo 2^16384, SHAKE-256 of each row. A change of one row costs only that row, in any
order. Finding other rows with the same sum is a generalised birthday problem over 16,384 bits. A cell at its
column's default is left out, so that a later column with a default changes no digest.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import starmap, zip_longest
from operator import eq

from thb_desktop.domain.change import Change
from thb_desktop.domain.record import Record, full_record, to_full_record
from thb_desktop.errors import ControlCharacterError
from thb_desktop.ledger import canonical
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables.mapper import Columns, Row, Scalar, Table
from thb_desktop.vault.tables.registry import RENDERING, SEGMENT, TABLES, table_named, table_of
from thb_desktop.vault.tables.together import InOrder, Together

_INTERVIEW_OF_SEGMENT = SEGMENT.columns.index("interview_id")
_SIZE = 2048
_MODULUS = 1 << 8 * _SIZE
_written = canonical.writer(sort_keys=False)
_UNSHOWABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters other than tab and line feed, and halves of surrogate pairs."""
_FLAT = frozenset({str, int, bool, type(None)})


class Projection:
    """The tables of one connection, and the sum of their rows."""

    def __init__(self, connection: Connection, total: int = 0) -> None:
        self._connection = connection
        self._total = total
        self._replayed: set[int] = set()
        self.together: Together | InOrder | None = None
        """Where rows wait to be written, if they do."""
        self.catch_up: Callable[[], None] = lambda: None
        """Called before a replay reads the tables: it writes what waits."""

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

    @property
    def total(self) -> int:
        """The sum itself."""
        return self._total

    def save(self, value: object) -> Change:
        """Write a value's row, new or changed; `state_of` the change is its entry in an event."""
        record = to_full_record(value)
        _verify_writable(record)
        return self._write(table_of(value), record)

    def add(self, value: object) -> Change:
        """Write the row of a value with a new id, for which nothing is looked up: the database refuses a row
        that is there.
        """
        record = to_full_record(value)
        _verify_writable(record)
        table = table_of(value)
        return self._put(table, record, table.row_of(record), None)

    def replay(self, state: object) -> Change:
        """Write a row from an event. Raises FormatError for a row that no event of this version has.

        The tables began empty: a row that no event told is new, and nothing is looked up for it.
        """
        table, record = told_by(state)
        row = table.row_of(record)
        key = [row[name] for name in table.key]
        known = hash((table.name, *key))
        before = None
        if known in self._replayed:
            self.catch_up()
            before = table.find_row(self._connection, key)
        self._replayed.add(known)
        if before == tuple(row.values()):
            return self._change(table, record, before)
        return self._put(table, record, row, before)

    def told(self, value: object) -> Change:
        """Return the row of a value to be told again as it stands; nothing is written.

        Raises ValueError if it stands otherwise.
        """
        record, table = to_full_record(value), table_of(value)
        row = table.row_of(record)
        before = table.find_row(self._connection, [row[name] for name in table.key])
        if before != tuple(row.values()):
            message = f"a row of {table.name} is told otherwise than it stands"
            raise ValueError(message)
        return self._change(table, record, before)

    def _write(self, table: Table[object], record: Record) -> Change:
        row = table.row_of(record)
        before = table.find_row(self._connection, [row[name] for name in table.key])
        return self._put(table, record, row, before)

    def _put(
        self, table: Table[object], record: Record, row: Row, before: tuple[Scalar, ...] | None
    ) -> Change:
        table.write(self.together or self._connection, row, is_new=before is None)
        change = _weight(table, tuple(row.values())) - (0 if before is None else _weight(table, before))
        self._total = (self._total + change) % _MODULUS
        return self._change(table, record, before)

    def _change(self, table: Table[object], record: Record, before: tuple[Scalar, ...] | None) -> Change:
        return Change(
            table=table.name,
            before=None if before is None else to_full_record(table.from_row(before)),
            after=record,
            record=self._record_of(table, record),
        )

    def _record_of(self, table: Table[object], record: Record) -> str | None:
        """Return the interview record of which a rendering is part."""
        if table is not RENDERING:
            return None
        self.catch_up()
        segment = SEGMENT.find_row(self._connection, [str(record["segment_id"])])
        return None if segment is None else str(segment[_INTERVIEW_OF_SEGMENT])


def state_of(change: Change) -> Record:
    """Return a changed row as an event tells it: table and record, without the fields at their default."""
    defaults = table_named(change.table).plain_defaults
    record = dict(change.after)
    for name, default in defaults.items():
        if record[name] == default:
            del record[name]
    return {"entity": change.table, "record": record}


def told_by(state: object) -> tuple[Table[object], Record]:
    """Return the table and the record, with every field, of a row that an event tells. Raises FormatError."""
    told = state if isinstance(state, dict) else {}
    table, record = table_named(told.get("entity")), told.get("record")
    return table, full_record(table.entity, record if isinstance(record, dict) else {})


def weight_of(table: Table[object], record: Record) -> int:
    """Return what a row adds to the sum."""
    return _weight(table, tuple(table.row_of(record).values()))


def digest_of_sum(total: int) -> str:
    """SHA-256 (hex) of a sum of rows."""
    return _digest(total % _MODULUS)


def digest_of(connection: Connection, tables: Iterable[Columns]) -> str:
    """Return the digest of tables, whatever their schema."""
    return _digest(_sum_of(connection, tables))


def check_rows(left: Connection, right: Connection) -> tuple[tuple[str, int], ...]:
    """Compare two sets of tables: return the names of those that differ, and in how many rows.

    Rows that were stored in the same order, as nearly all are, need no memory.
    """
    differing = []
    for table in TABLES:
        if all(starmap(eq, zip_longest(table.stored(left), table.stored(right)))):
            continue
        if rows := set(table.stored(left)) ^ set(table.stored(right)):
            differing.append((table.name, len({_key(table, row) for row in rows})))
    return tuple(differing)


def _key(table: Table[object], row: Sequence[Scalar]) -> tuple[Scalar, ...]:
    return tuple(row[table.columns.index(name)] for name in table.key)


def _sum_of(
    connection: Connection, tables: Iterable[Columns], step: Callable[[], None] = lambda: None
) -> int:
    total = 0
    for table in _filled(connection, tuple(tables)):
        for row in table.stored(connection):
            step()
            total += _weight(table, row)
    return total % _MODULUS


def _filled[T: Columns](connection: Connection, tables: Sequence[T]) -> Iterator[T]:
    """Yield the tables that have rows. In a small vault nine of ten have none, and one statement tells which:
    to prepare one for each takes longer than to read it. No index is asked: somebody may have emptied one.
    """
    every = " UNION ALL ".join(
        " ".join(("SELECT", str(place), "WHERE EXISTS (SELECT 1 FROM", table.name, "NOT INDEXED)"))
        for place, table in enumerate(tables)
    )
    found = connection.execute(every).fetchall() if tables else ()
    return (tables[int(row[0])] for row in found)


def _digest(total: int) -> str:
    return hashlib.sha256(total.to_bytes(_SIZE, "big")).hexdigest()


def _weight(table: Columns, row: Iterable[Scalar]) -> int:
    written = _written([table.name, table.told(row)])
    return int.from_bytes(hashlib.shake_256(written.encode()).digest(_SIZE), "big")


def _verify_writable(plain: object) -> None:
    if isinstance(plain, str):
        if _UNSHOWABLE.search(plain):
            raise ControlCharacterError("a text contains a control character, which no page can show")
    elif isinstance(plain, (dict, list)):
        parts = plain.values() if isinstance(plain, dict) else plain
        _verify_writable("\n".join([part for part in parts if type(part) is str]))  # one search for all
        if not _FLAT.issuperset(map(type, parts)):
            for part in parts:
                if isinstance(part, (dict, list)):
                    _verify_writable(part)
