"""Database: the only way to open a SQLCipher connection, with every safeguard set and verified."""

import re
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from sqlcipher3 import dbapi2

from thb_desktop.errors import (
    DiskFullError,
    StorageError,
)
from thb_desktop.vault import migrations as our_migrations
from thb_desktop.vault.codes import add_codes
from thb_desktop.vault.safeguards import (
    Guarded,
    allow_writing,
    database_medium,
    forbid_writing,
    found_once,
    set_safeguards,
    transaction,
)
from thb_desktop.vault.system import create_file, medium, sync_path
from thb_desktop.vault.whole_schema import split, whole_schema

if TYPE_CHECKING:  # sqlcipher3 has the interface of sqlite3 and no types of its own
    from sqlite3 import Connection, DatabaseError, IntegrityError, OperationalError, Row
else:
    from sqlcipher3.dbapi2 import Connection, DatabaseError, IntegrityError, OperationalError, Row

__all__ = [
    "Connection",
    "DatabaseError",
    "IntegrityError",
    "Migration",
    "OperationalError",
    "Row",
    "allow_writing",
    "connect",
    "connect_beside",
    "connect_in_memory",
    "copy_as_stored",
    "copy_database",
    "copy_in_memory",
    "database_medium",
    "forbid_writing",
    "found_once",
    "is_whole",
    "load_migrations",
    "make_schema",
    "mark_as_vault",
    "open_scratch",
    "read_schema",
    "schema_of",
    "size_told",
    "take_steps",
    "transaction",
]

APPLICATION_ID = 0x54484256
"""THBV."""
KEY_LENGTH = 48
SALT_LENGTH = 16
_PIECE = 256
"""Pages that are copied between two checks for cancellation."""
_STATEMENTS = 4000
"""Prepared statements that a connection keeps: more than the program has, with all those that make a schema.
A full list drops its newest, so statements in turn would be prepared and authorized each time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """One migration of the schema, from `user_version` number - 1 to number."""

    number: int
    sql: str


_READ: dict[str, tuple[Migration, ...]] = {}
"""The migrations by their folder, read once: each unlock asks for them twice."""


def load_migrations() -> tuple[Migration, ...]:
    """Return the migrations of this program, `0001.sql` and on, without a gap."""
    folder = files(our_migrations)
    if str(folder) not in _READ:
        _READ[str(folder)] = _migrations_in(folder)
    return _READ[str(folder)]


def _migrations_in(folder: Traversable) -> tuple[Migration, ...]:
    found = sorted(
        (int(entry.name[:4]), entry.read_text("utf-8"))
        for entry in folder.iterdir()
        if re.fullmatch(r"\d{4}\.sql", entry.name)
    )
    if [number for number, _ in found] != list(range(1, len(found) + 1)):
        raise ValueError("the migrations are not numbered from 1 without a gap")
    return tuple(Migration(number=number, sql=sql) for number, sql in found)


def connect(path: Path, key: bytearray, *, mode: str) -> Connection:
    """Connect and set the key; a first read proves it before anything else is read or set.

    mode: SQLite's, which may have further parameters of a URI after it.
    """
    if len(key) != KEY_LENGTH:
        raise ValueError("the database takes a key of 48 bytes")
    connection = _opened(f"{path.absolute().as_uri()}?mode={mode}", uri=True)
    try:
        _give_key(connection, key)
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except DatabaseError:
        connection.close()
        raise
    connection.row_factory = Row
    return connection


def connect_beside(path: Path, key: bytearray) -> Connection:
    """Connect once more to a database that is open, to read all of it while the other connection writes.

    It takes no lock, so the other never waits for it. What is read of a page that is being written may not
    fit together: whoever finds a fault reads again while nobody writes. Raises what `database_medium` does.
    """
    with database_medium():
        connection = connect(path, key, mode="ro&immutable=1")
        try:
            set_safeguards(connection, journal=False)
        except BaseException:
            connection.close()
            raise
    forbid_writing(connection)
    return connection


def copy_in_memory(connection: Connection, key: bytearray) -> Connection:
    """Copy the present database into memory, for one other thread to read.

    key: of the original; pages are copied between keyed databases. Raises what `database_medium` does.
    """
    copied = _opened(":memory:", check_same_thread=False)
    try:
        with database_medium():
            _give_key(copied, key)
            connection.backup(copied)
            set_safeguards(copied, journal=False)
    except BaseException:
        copied.close()
        raise
    forbid_writing(copied)
    copied.row_factory = Row
    return copied


def connect_in_memory() -> Connection:
    """Open an empty database in memory only."""
    connection = _opened(":memory:")
    mark_as_vault(connection)
    set_safeguards(connection, journal=False)
    connection.row_factory = Row
    return connection


def mark_as_vault(connection: Connection) -> None:
    connection.execute("PRAGMA application_id = " + str(APPLICATION_ID))


def copy_database(connection: Connection, path: Path, key: bytearray, *, step: Callable[[int], None]) -> None:
    """Write the whole database into a new file under another key, page by page, with its version numbers.

    step: called with the bytes of each finished piece; an exception from it ends the work.
    """
    with medium():
        create_file(path).close()
    page = int(connection.execute("PRAGMA page_size").fetchone()[0])
    left: int | None = None

    def tell(_: int, remaining: int, total: int) -> None:
        nonlocal left
        step(((total if left is None else left) - remaining) * page)
        left = remaining

    with database_medium(), closing(connect(path, key, mode="rw")) as target:
        try:
            connection.backup(target, pages=_PIECE, progress=tell)
        except OperationalError as error:  # this interface gives no code, only SQLite's text
            if "full" in str(error):
                raise DiskFullError("the disk is full; nothing was changed") from None
            raise StorageError("the medium failed") from None
    with medium():
        sync_path(path)


def copy_as_stored(stored: Connection, target: Connection) -> None:
    """Copy tables, rows and rules unchanged; triggers come last, because they would check each copied row as
    new.
    """
    schema = stored.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*'"
    ).fetchall()
    kinds = dict(map(tuple, stored.execute("SELECT name, type FROM pragma_table_list WHERE schema = 'main'")))
    target.execute("PRAGMA foreign_keys = OFF")
    with transaction(target):
        for _, name, sql in (each for each in schema if each[0] == "table"):
            if kinds[name] != "shadow":  # the shadow tables of a virtual table come with it
                target.execute(sql)
            if kinds[name] != "virtual":
                _copy_rows(stored, target, name)
        for _, _, sql in (each for each in schema if each[0] != "table"):
            target.execute(sql)
        target.execute("PRAGMA user_version = " + str(read_schema(stored)))


def _copy_rows(stored: Connection, target: Connection, name: str) -> None:
    quoted = '"' + name.replace('"', '""') + '"'
    rows = stored.execute(" ".join(("SELECT * FROM", quoted)))
    places = ", ".join("?" * len(rows.description))
    target.execute(" ".join(("DELETE FROM", quoted)))
    target.executemany(" ".join(("INSERT INTO", quoted, "VALUES (", places, ")")), map(tuple, rows))


def open_scratch(steps: Sequence[Migration] | None = None) -> Connection:
    """Open an empty database with the whole schema, in memory only, for replaying the events."""
    connection = connect_in_memory()
    make_schema(connection, load_migrations() if steps is None else steps)
    allow_writing(connection)
    return connection


def make_schema(connection: Connection, steps: Sequence[Migration]) -> None:
    """Give an empty database what the migrations make, in one transaction, with the codes of this program."""
    statements = whole_schema([step.sql for step in steps])
    if not statements:
        take_steps(connection, steps)
        return
    with transaction(connection):
        for statement in statements:
            connection.execute(statement)
        connection.execute("PRAGMA user_version = " + str(int(steps[-1].number)))
        add_codes(connection)


def take_steps(
    connection: Connection,
    steps: Sequence[Migration],
    proof: Callable[[], None] = lambda: None,
) -> None:
    """Apply migrations in one transaction: all of them, with the codes of this program, or none.

    proof: called before the commit; an exception from it rolls back. A migration may rebuild a table that
    others refer to (see docs/formats/vault.md): foreign keys are checked only after the last migration, and
    then all of them.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA legacy_alter_table = ON")
    with transaction(connection):
        for step in steps:
            for statement in split(step.sql):
                connection.execute(statement)
            connection.execute("PRAGMA user_version = " + str(int(step.number)))
        connection.execute("PRAGMA legacy_alter_table = OFF")
        add_codes(connection)
        _verify_schema(connection)
        proof()
    set_safeguards(connection, journal=False)


def _verify_schema(connection: Connection) -> None:
    """Refuse a schema whose triggers name missing tables, and rows that refer to missing rows."""
    connection.execute("CREATE TABLE probe (id INTEGER) STRICT")
    connection.execute("ALTER TABLE probe RENAME TO probed")  # this reads every trigger
    connection.execute("DROP TABLE probed")
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise IntegrityError("FOREIGN KEY constraint failed")


def read_schema(connection: Connection) -> int:
    """Return the number of the newest migration of a database."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def schema_of(connection: Connection) -> frozenset[str]:
    """Return every table, index and trigger of a database, as its SQL statement."""
    rows = connection.execute(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*'"
    )
    return frozenset(str(row[0]) for row in rows)


def size_told(connection: Connection) -> int:
    """Return the bytes that a database has by its own first page."""
    pages, size = (connection.execute("PRAGMA " + name).fetchone()[0] for name in ("page_count", "page_size"))
    return int(pages) * int(size)


def is_whole(connection: Connection) -> bool:
    """Whether each index has exactly the rows of its table, and every constraint is met."""
    try:
        return [tuple(row) for row in connection.execute("PRAGMA integrity_check(1)")] == [("ok",)]
    except OperationalError as error:  # this interface gives no code, only SQLite's text
        if "fts5" in str(error) or "logic error" in str(error):
            return False  # the index of words cannot even be opened
        raise


def _opened(target: str, *, uri: bool = False, check_same_thread: bool = True) -> Connection:
    return cast(
        Connection,
        dbapi2.connect(
            target,
            uri=uri,
            isolation_level=None,
            check_same_thread=check_same_thread,
            cached_statements=_STATEMENTS,
            factory=Guarded,
        ),
    )


if TYPE_CHECKING:

    class _Keyed(sqlite3.Connection):
        def set_key(self, key: bytearray) -> None: ...


def _give_key(connection: Connection, key: bytearray) -> None:
    literal = bytearray(b"x'" + bytes(2 * KEY_LENGTH) + b"'")
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        _write_hex(key, literal)
        cast("_Keyed", connection).set_key(literal)
    finally:
        literal[:] = bytes(len(literal))


def _write_hex(key: bytearray, literal: bytearray) -> None:
    """Write the digits into x'...' without an intermediate text that nobody could overwrite."""
    digits = b"0123456789abcdef"
    for index, byte in enumerate(key):
        literal[2 + 2 * index] = digits[byte >> 4]
        literal[3 + 2 * index] = digits[byte & 15]
