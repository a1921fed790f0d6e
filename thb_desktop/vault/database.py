"""Database: the only way to a connection of SQLCipher, with every safeguard set and read back."""

import re
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, cast

from sqlcipher3 import dbapi2

from thb_desktop.errors import (
    DatabaseDamagedError,
    DiskFullError,
    NewerFormatError,
    ReadOnlyError,
    StorageError,
    VaultMissingPartError,
)
from thb_desktop.vault import migrations as our_migrations
from thb_desktop.vault.codes import add_codes
from thb_desktop.vault.safeguards import (
    allow_writing,
    database_medium,
    forbid_writing,
    set_safeguards,
    transaction,
)
from thb_desktop.vault.system import (
    create_file,
    is_file,
    medium,
    sync_file,
    sync_folder,
    sync_path,
    write_all,
)

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
    "check_integrity",
    "copy_database",
    "create_database",
    "database_medium",
    "forbid_writing",
    "is_whole",
    "load_migrations",
    "open_database",
    "open_scratch",
    "transaction",
]

APPLICATION_ID = 0x54484256
"""THBV."""
KEY_LENGTH = 48
_SALT_LENGTH = 16
_PIECE = 256
"""Pages that are copied between two looks at whether to go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """One step of the schema: it leads from `user_version` number - 1 to number."""

    number: int
    sql: str


def load_migrations() -> tuple[Migration, ...]:
    """The steps of this program, `0001.sql` and on, without a gap."""
    found = sorted(
        (int(entry.name[:4]), entry.read_text("utf-8"))
        for entry in files(our_migrations).iterdir()
        if re.fullmatch(r"\d{4}\.sql", entry.name)
    )
    if [number for number, _ in found] != list(range(1, len(found) + 1)):
        raise ValueError("the migrations are not numbered from 1 without a gap")
    return tuple(Migration(number=number, sql=sql) for number, sql in found)


def create_database(path: Path, key: bytearray, steps: Sequence[Migration] | None = None) -> Connection:
    """Create the database of a new vault with the whole schema; FileExistsError if there is one.

    key: 48 bytes, the raw key and the salt; the caller overwrites it. steps: those of this program if
    left out.
    """
    create_file(path).close()
    with database_medium():
        connection = _connect(path, key, mode="rw")
        try:
            connection.execute("PRAGMA application_id = " + str(APPLICATION_ID))
            set_safeguards(connection)
            _migrate(connection, load_migrations() if steps is None else steps)
            add_codes(connection)
        except BaseException:
            connection.close()
            raise
    allow_writing(connection)
    return connection


def open_database(
    path: Path, key: bytearray, steps: Sequence[Migration] | None = None, *, read_only: bool = False
) -> Connection:
    """Open the database of a vault, never create it; older schemas are led up after a copy was made beside.

    The copy goes when the new form opens again: what is erased later must not stay in it. Codes that are new
    in this program are added, but where nothing is written, for there no row needs them.
    Raises VaultMissingPartError, DatabaseDamagedError, NewerFormatError, ReadOnlyError.
    """
    if not is_file(path) or path.stat().st_size == 0:
        raise VaultMissingPartError("the vault's database is missing or empty")
    steps = load_migrations() if steps is None else steps
    with database_medium():
        connection = _connect(path, key, mode="ro" if read_only else "rw")
        try:
            present = _read_version(connection)
            newest = steps[-1].number if steps else 0
            if present > newest:
                raise NewerFormatError("the vault was written by a newer version of this program")
            if read_only and present < newest:
                raise ReadOnlyError("the vault has an older form, which only writing can bring up")
            set_safeguards(connection, journal=not read_only)
            if present < newest:
                _copy_aside(path, path.with_name(f"{path.name}.before-{newest}"))
                _migrate(connection, steps[present:])
            elif not read_only:
                _remove_copies(path)
            if not read_only:
                add_codes(connection)
        except BaseException:
            connection.close()
            raise
    allow_writing(connection)
    return connection


def copy_database(connection: Connection, path: Path, key: bytearray, *, step: Callable[[int], None]) -> None:
    """Write the whole database into a new file under another key, page by page, its numbers included.

    step: called with the bytes of each piece that is done; what it raises ends the work.
    """
    with medium():
        create_file(path).close()
    page = int(connection.execute("PRAGMA page_size").fetchone()[0])
    left: int | None = None

    def tell(_: int, remaining: int, total: int) -> None:
        nonlocal left
        step(((total if left is None else left) - remaining) * page)
        left = remaining

    with database_medium(), closing(_connect(path, key, mode="rw")) as target:
        try:
            connection.backup(target, pages=_PIECE, progress=tell)
        except OperationalError as error:  # this interface gives no code, only SQLite's words for it
            if "full" in str(error):
                raise DiskFullError("the disk is full; nothing was changed") from None
            raise StorageError("the medium failed") from None
    with medium():
        sync_path(path)


def open_scratch(steps: Sequence[Migration] | None = None) -> Connection:
    """An empty database with the whole schema, in memory alone: to add the events up once more."""
    connection = cast(Connection, dbapi2.connect(":memory:", isolation_level=None))
    set_safeguards(connection, journal=False)
    _migrate(connection, load_migrations() if steps is None else steps)
    add_codes(connection)
    allow_writing(connection)
    connection.row_factory = Row
    return connection


def is_whole(connection: Connection) -> bool:
    """Whether each index tells of each row of its table, and of no other, and every constraint holds."""
    return [tuple(row) for row in connection.execute("PRAGMA integrity_check(1)")] == [("ok",)]


def check_integrity(path: Path, key: bytearray) -> tuple[str, ...]:
    """Read every page twice, each time on a fresh connection: once for its code, once for its structure.

    The salt at its beginning is not used and not covered by a code, but other programs want it. Returns
    what is wrong in SQLite's words (page numbers and table names, no content); nothing if all is well.
    One page that fails spoils a connection, and the first check does not see a file that was cut: hence
    two.
    """
    wrong: list[str] = []
    with path.open("rb") as file:
        if file.read(_SALT_LENGTH) != key[-_SALT_LENGTH:]:
            wrong.append("the first bytes of the database are not the salt; the next change restores them")
    for statement in ("PRAGMA cipher_integrity_check", "PRAGMA integrity_check"):
        try:
            with database_medium():
                connection = _connect(path, key, mode="ro")
                set_safeguards(connection, journal=False)
                forbid_writing(connection)
        except DatabaseDamagedError as damage:
            return (*wrong, str(damage))
        try:
            wrong += [str(row[0]) for row in connection.execute(statement) if row[0] != "ok"]
        except DatabaseError:
            wrong.append("the database cannot be read to its end")
        finally:
            connection.close()
    return tuple(wrong)


def _connect(path: Path, key: bytearray, *, mode: str) -> Connection:
    """Connect and give the key, which is proven by a first read before anything else is asked or set."""
    if len(key) != KEY_LENGTH:
        raise ValueError("the database takes a key of 48 bytes")
    connection = cast(
        Connection,
        dbapi2.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None),
    )
    literal = bytearray(b"x'" + bytes(2 * KEY_LENGTH) + b"'")
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        _write_hex(key, literal)
        cast("_Keyed", connection).set_key(literal)
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except DatabaseError:
        connection.close()
        raise
    finally:
        literal[:] = bytes(len(literal))
    connection.row_factory = Row
    return connection


if TYPE_CHECKING:

    class _Keyed(sqlite3.Connection):
        def set_key(self, key: bytearray) -> None: ...


def _write_hex(key: bytearray, literal: bytearray) -> None:
    """Write the digits into x'...' without a text in between that nobody could overwrite."""
    digits = b"0123456789abcdef"
    for index, byte in enumerate(key):
        literal[2 + 2 * index] = digits[byte >> 4]
        literal[3 + 2 * index] = digits[byte & 15]


def _read_version(connection: Connection) -> int:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION_ID:
        raise DatabaseDamagedError("the database is not one of a vault")
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _migrate(connection: Connection, steps: Sequence[Migration]) -> None:
    """Take each step in one transaction, together with the number it leads to."""
    for step in steps:
        with transaction(connection):
            for statement in _statements(step.sql):
                connection.execute(statement)
            connection.execute("PRAGMA user_version = " + str(int(step.number)))


def _statements(sql: str) -> list[str]:
    """Cut a file into statements; a trigger with its inner semicolons stays one."""
    statements, rest = [], ""
    for line in sql.splitlines(keepends=True):
        rest += line
        if ";" in line and sqlite3.complete_statement(rest):
            statements.append(rest)
            rest = ""
    if rest.strip() and not all(
        not line.strip() or line.lstrip().startswith("--") for line in rest.split("\n")
    ):
        raise ValueError("a migration ends in the middle of a statement")
    return statements


def _copy_aside(path: Path, copy: Path) -> None:
    with medium():
        copy.unlink(missing_ok=True)
        try:
            with path.open("rb") as source, create_file(copy) as target:
                for piece in iter(lambda: source.read(1 << 20), b""):
                    write_all(target, piece)
                sync_file(target)
        except OSError:
            copy.unlink(missing_ok=True)
            raise
        sync_folder(copy.parent)


def _remove_copies(path: Path) -> None:
    with suppress(OSError):  # it is tried again at each unlock
        for copy in path.parent.glob(f"{path.name}.before-*"):
            copy.unlink()
