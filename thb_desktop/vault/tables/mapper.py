"""Mapper: one domain class, one table; a row is a record with lists as JSON text and booleans as 0 or 1.

Statements are built from the names of a class's fields; a value is never part of one.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING
from typing import Any, TypeVar, cast

from thb_desktop.domain.record import Plain, fields_of, to_full_record
from thb_desktop.domain.row_keys import key_of
from thb_desktop.errors import FormatError
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables.refusals import write
from thb_desktop.vault.tables.together import InOrder, Together

type Scalar = "str | int | None"
type Row = "dict[str, Scalar]"

T = TypeVar("T")

_NO_DEFAULT = object()
"""Equal to no cell."""


class Columns:
    """A table and its columns. defaults: the default of each column that has one."""

    def __init__(self, name: str, columns: Sequence[str], defaults: Mapping[str, Scalar]) -> None:
        self.name = name
        self.columns = tuple(columns)
        self.defaults = dict(defaults)
        self._told_by = tuple((each, self.defaults.get(each, _NO_DEFAULT)) for each in self.columns)
        self._select = _sql("SELECT", ", ".join(name + "." + each for each in self.columns), "FROM", name)

    def told(self, row: Iterable[Scalar]) -> Row:
        """Return the cells of a row by column, without those at their default."""
        cells = zip(self._told_by, row, strict=True)
        return {name: value for (name, default), value in cells if value != default}

    def stored(self, connection: Connection) -> Iterator[tuple[Scalar, ...]]:
        """Return all rows in the order in which they are stored, which costs least."""
        return plain_rows(connection, self._select)


class Table[T](Columns):
    """The table of one entity. `order`: the order of reading its rows.

    by_entry: what follows from its rows depends on which came first. `where` then returns them in the order
    of the entries of the event chain that first tell them: times and ids follow a clock that may be wrong.
    readers: how cells of these columns are read, where it is not as their field says.
    plain_defaults: the default of each field that has one, as a record has it.
    """

    def __init__(
        self,
        name: str,
        entity: type[T],
        *,
        order: Sequence[str] = ("id",),
        by_entry: bool = False,
        readers: Mapping[str, Callable[[Any], object]] | None = None,
    ) -> None:
        self.entity = entity
        self.key = key_of(name)
        self._fields = fields_of(cast(type, entity))
        self._order = tuple(order)
        self._ordered = ", ".join(self._order)
        self.ordered = _by_entry(name, self._order) if by_entry else self._ordered
        newest = (each + " DESC" for each in self._order)
        self.newest_first = (
            _by_entry(name, tuple(newest), "DESC NULLS FIRST") if by_entry else ", ".join(newest)
        )
        self._converted = tuple(field.name for field in self._fields if field.form in ("list", "boolean"))
        self._lists = frozenset(field.name for field in self._fields if field.form == "list")
        self._cells = tuple(
            (place, cell)
            for place, field in enumerate(self._fields)
            if (cell := (readers or {}).get(field.name, field.cell)) is not None
        )
        self.plain_defaults = {
            field.name: cast(Plain, field.default) for field in self._fields if field.default is not MISSING
        }
        defaults = {name: self._scalar(name, default) for name, default in self.plain_defaults.items()}
        super().__init__(name, [field.name for field in self._fields], defaults)
        places = _bracketed(self.columns, ":")
        self._insert = _sql("INSERT INTO", name, _bracketed(self.columns), "VALUES", places)
        self._find = _sql(self._select, "WHERE", _equal(self.key, " AND "))
        self._update = _sql(
            "UPDATE", name, "SET", _equal(self._except(self.key), ", "), "WHERE", _equal(self.key, " AND ")
        )

    def to_row(self, value: T) -> Row:
        return self.row_of(to_full_record(value))

    def from_row(self, row: Sequence[object]) -> T:
        """Read a row with its values in the order of the columns."""
        values = list(row)
        try:
            for place, read in self._cells:
                if values[place] is not None:
                    values[place] = read(values[place])
            return self.entity(**dict(zip(self.columns, values, strict=True)))
        except (ValueError, TypeError, KeyError):
            raise FormatError("a record does not have the fields of its kind") from None

    def find(self, connection: Connection, *key: str) -> T | None:
        row = self.find_row(connection, key)
        return None if row is None else self.from_row(row)

    def find_row(self, connection: Connection, key: Sequence[Scalar]) -> tuple[Scalar, ...] | None:
        return next(plain_rows(connection, self._find, dict(zip(self.key, key, strict=True))), None)

    def where(self, connection: Connection, column: str, value: Scalar) -> tuple[T, ...]:
        """Return all rows with this value in this column, in the table's order."""
        if column not in self.columns:
            message = "no such column"
            raise ValueError(message)
        return self.select(
            connection, _sql("WHERE", _equal((column,), ""), "ORDER BY", self.ordered), {column: value}
        )

    def among(self, connection: Connection, column: str, values: Iterable[str]) -> tuple[T, ...]:
        """Return all rows with one of these values in this column, in the table's order."""
        if column not in self.columns:
            message = "no such column"
            raise ValueError(message)
        chosen = _sql("WHERE", self.name + "." + column, "IN (SELECT value FROM json_each(:chosen))")
        told = json.dumps([*values])
        return self.select(connection, _sql(chosen, "ORDER BY", self.ordered), {"chosen": told})

    def select(self, connection: Connection, clauses: str, values: Mapping[str, Scalar]) -> tuple[T, ...]:
        """Return the rows that these clauses after FROM choose, in their order."""
        statement = _sql(self._select, clauses)
        return tuple(self.from_row(row) for row in plain_rows(connection, statement, values))

    def rows(self, connection: Connection) -> Iterator[tuple[Scalar, ...]]:
        return plain_rows(connection, _sql(self._select, "ORDER BY", self._ordered))

    def all(self, connection: Connection) -> tuple[T, ...]:
        return tuple(self.from_row(row) for row in self.rows(connection))

    def last(self, connection: Connection) -> T | None:
        """Return the last row in the table's order."""
        order = ", ".join(name + " DESC" for name in self._order)
        found = self.select(connection, _sql("ORDER BY", order, "LIMIT 1"), {})
        return found[0] if found else None

    def write(self, target: Connection | Together | InOrder, row: Row, *, is_new: bool) -> None:
        """Insert or update one row; a refusal of the database becomes one of our errors."""
        write(target, self._insert if is_new else self._update, row)

    def row_of(self, record: Mapping[str, Plain]) -> Row:
        """Return the cells of a record with every field."""
        row = cast(Row, dict(record))
        for name in self._converted:
            row[name] = self._scalar(name, record[name])
        return row

    def _scalar(self, name: str, value: Plain) -> Scalar:
        if name in self._lists and value is not None:
            return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return int(value) if isinstance(value, bool) else cast(Scalar, value)

    def _except(self, names: Sequence[str]) -> tuple[str, ...]:
        return tuple(name for name in self.columns if name not in names)


def plain_rows(
    connection: Connection, statement: str, values: Mapping[str, Scalar] | None = None
) -> Iterator[tuple[Scalar, ...]]:
    """Execute a statement that reads, and return its rows as tuples."""
    cursor = connection.cursor()
    cursor.row_factory = None
    return cursor.execute(statement, values or {})


def _sql(*parts: str) -> str:
    return " ".join(parts)


def _by_entry(name: str, order: Sequence[str], direction: str = "NULLS LAST") -> str:
    """Order by the first entry that tells a row; of rows of one entry, and those not told yet, as given."""
    told = _sql("SELECT min(seq) FROM told_row WHERE entity =", f"'{name}'", "AND key =", name + ".id")
    return ", ".join((_sql("(" + told + ")", direction), *order))


def _bracketed(names: Sequence[str], mark: str = "") -> str:
    return "(" + ", ".join(mark + name for name in names) + ")"


def _equal(names: Sequence[str], between: str) -> str:
    return between.join(name + " = :" + name for name in names)
