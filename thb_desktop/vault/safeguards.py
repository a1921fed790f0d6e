"""Safeguards: the settings of every SQLCipher connection, and what no statement on it may do."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from thb_desktop.errors import (
    ChangeUncertainError,
    DatabaseDamagedError,
    DiskFullError,
    ReadOnlyError,
    StorageError,
    ThbError,
    VaultInUseError,
)

if TYPE_CHECKING:  # sqlcipher3 has the interface of sqlite3 and no types of its own
    from sqlite3 import Connection, DatabaseError
else:
    from sqlcipher3.dbapi2 import Connection, DatabaseError

_SAFEGUARDS: tuple[tuple[str, str, object], ...] = (
    ("temp_store", "MEMORY", 2),
    ("secure_delete", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("foreign_keys", "ON", 1),
    ("recursive_triggers", "ON", 1),
    ("journal_mode", "TRUNCATE", "truncate"),
    ("synchronous", "EXTRA", 3),
)
"""Each with its value and the value it reads back, in the order of setting."""

_READ_PRAGMAS = """
    application_id cell_size_check cipher_version compile_options data_version foreign_keys
    freelist_count journal_mode page_count page_size recursive_triggers schema_version secure_delete
    synchronous temp_store trusted_schema user_version
"""
_CHECK_PRAGMAS = """
    cipher_integrity_check foreign_key_check foreign_key_list index_info index_list index_xinfo
    integrity_check optimize quick_check table_info table_list table_xinfo
"""
_READABLE = frozenset(_READ_PRAGMAS.split())
_ALLOWED = frozenset(_CHECK_PRAGMAS.split())
_READING = frozenset(
    {
        dbapi2.SQLITE_SELECT,
        dbapi2.SQLITE_READ,
        dbapi2.SQLITE_FUNCTION,
        dbapi2.SQLITE_RECURSIVE,
        dbapi2.SQLITE_PRAGMA,
        dbapi2.SQLITE_TRANSACTION,
    }
)
_BUSY, _FULL, _READ_ONLY, _NO_FILE, _IO, _CORRUPT, _NO_DATABASE = 5, 13, 8, 14, 10, 11, 26
"""SQLite's primary result codes."""


def set_safeguards(connection: Connection, *, journal: bool = True) -> None:
    """Set each safeguard and verify it. journal: False for a database in memory, which has none."""
    for name, value, reads in _SAFEGUARDS:
        if name == "journal_mode" and not journal:
            continue
        connection.execute("PRAGMA " + name + " = " + value)
        if connection.execute("PRAGMA " + name).fetchone()[0] != reads:
            raise DatabaseDamagedError("the database library does not keep a safeguard: " + name)


def allow_writing(connection: Connection) -> None:
    """Let statements change rows; the safeguards stay."""
    connection.set_authorizer(_authorize)


def forbid_writing(connection: Connection) -> None:
    """Let statements only read, until writing is allowed again for a transaction."""
    connection.set_authorizer(_authorize_reading)


@contextmanager
def database_medium() -> Iterator[None]:
    """Turn the database's refusals because of the medium or a damaged page into our own errors."""
    try:
        yield
    except DatabaseError as error:
        refusal = refusal_of_medium(error)
        if refusal is None:
            raise
        raise refusal from None


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """Commit everything written in the `with`, or nothing. Raises what `database_medium` does.

    ChangeUncertainError if the medium failed during the commit: the last flush comes after the point at which
    the change exists.
    """
    with database_medium():
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            _commit(connection)
        except BaseException:
            if connection.in_transaction:  # a full disk has already rolled it back
                connection.execute("ROLLBACK")
            raise


def _commit(connection: Connection) -> None:
    try:
        connection.execute("COMMIT")
    except DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == _IO:
            raise ChangeUncertainError(
                "the medium failed while a change was saved: lock and unlock the vault to see whether it "
                "is there"
            ) from None
        raise


def refusal_of_medium(error: DatabaseError) -> ThbError | None:
    """Return our own error if the medium, a damaged page or another program is the reason, else None."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == _BUSY:
        return VaultInUseError("another program uses the vault's database; nothing was changed")
    if code == _FULL:
        return DiskFullError("the disk is full; nothing was changed")
    if code in (_READ_ONLY, _NO_FILE):
        return ReadOnlyError("the vault's database cannot be opened for writing")
    if code == _IO:
        return StorageError("the medium failed")
    lacks = str(error).startswith(("no such table", "no such column"))
    if lacks or code in (_CORRUPT, _NO_DATABASE):
        return DatabaseDamagedError(
            "the database cannot be read with the vault's key: it is damaged, cut off, or of another vault"
        )
    return None


def _authorize(
    action: int, first: str | None, second: str | None, _database: str | None, _by: str | None
) -> int:
    """Refuse statements that could write plaintext, remove the key or weaken a safeguard; VACUUM needs ATTACH
    too.
    """
    if action in (dbapi2.SQLITE_ATTACH, dbapi2.SQLITE_DETACH):
        return int(dbapi2.SQLITE_DENY)
    if action == dbapi2.SQLITE_PRAGMA:
        name = (first or "").lower()
        allowed = name in _ALLOWED or (name in _READABLE and second is None)
        return int(dbapi2.SQLITE_OK if allowed else dbapi2.SQLITE_DENY)
    if action == dbapi2.SQLITE_FUNCTION and (second or "").lower() == "load_extension":
        return int(dbapi2.SQLITE_DENY)
    return int(dbapi2.SQLITE_OK)


def _authorize_reading(
    action: int, first: str | None, second: str | None, database: str | None, by: str | None
) -> int:
    if action not in _READING:
        return int(dbapi2.SQLITE_DENY)
    return _authorize(action, first, second, database, by)
