"""Safeguards: the settings of every SQLCipher connection, and what no statement on it may do."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Self, cast

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
    from sqlite3 import Connection, Cursor, DatabaseError
else:
    from sqlcipher3.dbapi2 import Connection, Cursor, DatabaseError

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
_OK = int(dbapi2.SQLITE_OK)
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
    _guard(connection, may_write=True)


def forbid_writing(connection: Connection) -> None:
    """Let statements only read, until writing is allowed again for a transaction."""
    _guard(connection, may_write=False)


def found_once[T](connection: Connection, find: Callable[[Connection], T]) -> T:
    """Return what a function reads from a database; it reads again only after a row changed."""
    return connection.found(find) if isinstance(connection, Guarded) else find(connection)


def _guard(connection: Connection, *, may_write: bool) -> None:
    if not isinstance(connection, Guarded):
        message = "the connection was not opened here"
        raise TypeError(message)
    connection.guard(may_write=may_write)


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


class Guarded(Connection):
    """A connection whose statements may only read, or also write, in turn.

    SQLite asks what a statement may do only when it prepares it, and prepares all of them once more when it
    is given somebody else to ask: each act would wait for that. So the one who is asked stays, and remembers
    which statements it let write. Where writing is forbidden, such a statement is asked about again.
    """

    def __init__(self, *options: Any, **more: Any) -> None:
        super().__init__(*options, **more)
        self._asked, self._is_asked = _Asked(), False
        self._found: dict[Callable[[Connection], object], tuple[object, object]] = {}

    def guard(self, *, may_write: bool) -> None:
        self._asked.may_write = may_write
        if not self._is_asked:
            super().set_authorizer(self._asked)
            self._is_asked = True

    def begins(self, statement: str) -> None:
        """Remember what is executed next; SQLite asks again if it could write and may not."""
        asked = self._asked
        if not asked.may_write and statement in asked.writing:
            super().set_authorizer(asked if self._is_asked else None)
        asked.statement = statement

    def set_authorizer(self, *authorizer: Any, **more: Any) -> None:
        self._is_asked = False
        super().set_authorizer(*authorizer, **more)

    def cursor(self, *_: Any, **__: Any) -> Any:
        return super().cursor(_GuardedCursor)

    def found[T](self, find: Callable[[Connection], T]) -> T:
        """Return what `find` reads from this database; it reads again only after a row changed.

        Within a transaction it always does: what is rolled back counts as changed only once.
        """
        if self.in_transaction:
            return find(self)
        state = (self.total_changes, self.execute("PRAGMA data_version").fetchone()[0])
        before, found = self._found.get(find, (None, None))
        if before != state:
            found = find(self)
            self._found[find] = (state, found)
        return cast("T", found)


class _GuardedCursor(Cursor):
    """Tells its connection what it executes. `Connection.execute` and its like come here too."""

    connection: Guarded

    def execute(self, statement: str, *values: Any) -> Self:
        self.connection.begins(statement)
        return super().execute(statement, *values)

    def executemany(self, statement: str, rows: Any) -> Self:
        self.connection.begins(statement)
        return super().executemany(statement, rows)


class _Asked:
    """Answers what a statement may do, as SQLite asks for each table and column that it names."""

    def __init__(self) -> None:
        self.may_write = True
        self.statement = ""
        self.writing: set[str] = set()
        """The statements that were let write."""

    def __call__(
        self, action: int, first: str | None, second: str | None, database: str | None, by: str | None
    ) -> int:
        if action not in _READING:
            if not self.may_write:
                return int(dbapi2.SQLITE_DENY)
            self.writing.add(self.statement)
        return _authorize(action, first, second, database, by)


def _authorize(
    action: int, first: str | None, second: str | None, _database: str | None, _by: str | None
) -> int:
    """Refuse statements that could write plaintext, remove the key or weaken a safeguard; VACUUM needs ATTACH
    too.
    """
    if action == dbapi2.SQLITE_READ:  # nine of ten questions
        return _OK
    if action in (dbapi2.SQLITE_ATTACH, dbapi2.SQLITE_DETACH):
        return int(dbapi2.SQLITE_DENY)
    if action == dbapi2.SQLITE_PRAGMA:
        name = (first or "").lower()
        allowed = name in _ALLOWED or (name in _READABLE and second is None)
        return int(dbapi2.SQLITE_OK if allowed else dbapi2.SQLITE_DENY)
    if action == dbapi2.SQLITE_FUNCTION and (second or "").lower() == "load_extension":
        return int(dbapi2.SQLITE_DENY)
    return _OK
