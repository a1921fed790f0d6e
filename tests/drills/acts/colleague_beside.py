"""What a colleague's own program does to the tables that no event describes: every one that the schema has.

Some prove nothing: this is their closed list. What is done to any other must be refused, or named.
"""

from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import partial

from tests.drills.acts.colleague_rows import NothingToDoError
from tests.drills.kit.chance import Chance
from tests.support.own_program import OwnProgram
from tests.support.told_sums import fit_sums
from thb_desktop.vault.database import Connection, DatabaseError, open_scratch
from thb_desktop.vault.tables.registry import TABLES

type Value = str | int | bytes | None
type Columns = list[tuple[str, str, int, int]]
"""Name, type, place in the key and whether it must have a value, of each column."""
_INDEX = "a hit is shown from its row, and the check of the vault removes the index"
_COMPUTED = "computed from what was read; it leads to rows, and nothing is printed or signed from it"
_COUNTED = (
    "counts that are no dates, or not as many as were read, are made again; each point that is shown is read"
    " from its row, and where too few are found the rows are read. Heaps can be moved to other days"
)
_TYPED = "sealed for the user who typed it: altered it does not open, and nothing in it was entered"
_KEYS = "a key that is sealed for its user: altered it opens nothing, and its user is refused"
PROVES_NOTHING = {
    **dict.fromkeys(("search_text", "search_text_config", "search_text_data", "search_text_idx"), _INDEX),
    **dict.fromkeys(("search_text_docsize", "search_place", "search_name", "search_state"), _INDEX),
    "search_file_text": _INDEX,
    **dict.fromkeys(("search_identifier", "search_shared", "search_struck"), _INDEX),
    **dict.fromkeys(("ad_followed", "ad_key", "ad_band", "ad_alike"), _COMPUTED),
    "ad_day": _COUNTED,
    **dict.fromkeys(("picture_mark", "picture_band", "picture_pair"), _COMPUTED),
    **dict.fromkeys(("draft", "form_draft", "saved_search"), _TYPED),
    **dict.fromkeys(("user_slot", "user_way", "private_key", "identity_key"), _KEYS),
    **dict.fromkeys(("assignment_key", "sealed_secret"), _KEYS),
}
"""The tables whose rows prove nothing, and why that does no harm: the threat model says the same.

A row of keys or an index that is removed is named all the same where a check can see it.
"""
_NAMES = """
    SELECT name FROM sqlite_schema
    WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'code_*' ORDER BY name
"""
_COLUMNS = 'SELECT name, type, pk, "notnull" FROM pragma_table_info(?)'
_MADE_UP: tuple[dict[str, Value], ...] = tuple(
    {"TEXT": text, "BLOB": bytes(length), "INTEGER": number}
    for text in ("IDENTITIES", "SIGNING", "0" * 64, "{}")
    for length in (64, 32, 16)
    for number in (99, 1)
)
"""Values of which each table takes some, whatever its rules ask of a column."""


def tables_beside() -> tuple[str, ...]:
    """Every table of the schema that is neither described by events nor a list of codes."""
    described = {table.name for table in TABLES}
    with closing(open_scratch()) as connection:
        return tuple(name for (name,) in connection.execute(_NAMES) if name not in described)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A table outside the chain, and what is drawn of it."""

    table: str
    chance: Chance

    def ways(self) -> dict[str, Callable[[OwnProgram], None]]:
        ways: dict[str, Callable[[OwnProgram], None]] = {
            "changed": self.changed,
            "removed": self.removed,
            "made up": self.made_up,
        }
        if self.table == "told_row":  # nothing signs its sums beside the heads
            ways |= {f"{way}, its sums fitting": partial(_with_sums, do) for way, do in ways.items()}
        return ways

    def changed(self, program: OwnProgram) -> None:
        """Another value in the first column, in an order by chance, that takes one."""
        columns, row = self._columns(program.session.read), self._row(program)
        names = [name for name, _, key, _ in columns if not key] or [name for name, *_ in columns]
        for name in sorted(names, key=lambda name: self.chance.rank("column", self.table, name)):
            values = {"new": _other(row[name]), **_keys(columns, row)}
            with suppress(DatabaseError):
                program.run(f"UPDATE {self.table} SET {name} = :new WHERE {_where(columns)}", values)  # noqa: S608
                return
        raise NothingToDoError

    def removed(self, program: OwnProgram) -> None:
        columns, row = self._columns(program.session.read), self._row(program)
        program.run(f"DELETE FROM {self.table} WHERE {_where(columns)}", _keys(columns, row))  # noqa: S608

    def made_up(self, program: OwnProgram) -> None:
        """A row of values that nobody entered, within the rules of the table."""
        columns = self._columns(program.session.read)
        asked = [(name, kind) for name, kind, key, not_null in columns if key or not_null]
        asked = asked or [(name, kind) for name, kind, *_ in columns]
        names = ", ".join(name for name, _ in asked)
        places = ", ".join(f":{name}" for name, _ in asked)
        for made in _MADE_UP:
            values = {name: made.get(kind, made["TEXT"]) for name, kind in asked}
            with suppress(DatabaseError):
                program.run(f"INSERT INTO {self.table} ({names}) VALUES ({places})", values)  # noqa: S608
                return
        raise NothingToDoError

    def _columns(self, connection: Connection) -> Columns:
        return [tuple(row) for row in connection.execute(_COLUMNS, (self.table,))]

    def _row(self, program: OwnProgram) -> dict[str, Value]:
        names = [name for name, *_ in self._columns(program.session.read)]
        found = program.session.read.execute(f"SELECT {', '.join(names)} FROM {self.table}").fetchall()  # noqa: S608
        if not found:
            raise NothingToDoError
        return dict(zip(names, found[self.chance.below(len(found), "row", self.table)], strict=True))


def _with_sums(do: Callable[[OwnProgram], None], program: OwnProgram) -> None:
    do(program)
    fit_sums(program)


def _where(columns: Columns) -> str:
    return " AND ".join(f"{name} IS :key_{name}" for name in _key(columns))


def _keys(columns: Columns, row: dict[str, Value]) -> dict[str, Value]:
    return {f"key_{name}": row[name] for name in _key(columns)}


def _key(columns: Columns) -> list[str]:
    return [name for name, _, key, _ in columns if key] or [name for name, *_ in columns]


def _other(value: Value) -> Value:
    if isinstance(value, int):
        return value + 1
    if isinstance(value, bytes):
        return bytes([value[0] ^ 1, *value[1:]]) if value else b"\0"
    return f"{value or ''}1"
