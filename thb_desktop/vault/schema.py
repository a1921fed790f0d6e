"""Schema: a vault's database made with the whole schema, or opened and brought up to it."""

from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path

from thb_desktop.errors import (
    DatabaseDamagedError,
    MigrationFailedError,
    NewerFormatError,
    ReadOnlyError,
    VaultMissingPartError,
)
from thb_desktop.vault.database import (
    APPLICATION_ID,
    Connection,
    DatabaseError,
    Migration,
    allow_writing,
    connect,
    connect_in_memory,
    database_medium,
    load_migrations,
    read_schema,
    take_steps,
    transaction,
)
from thb_desktop.vault.proof import verify_as_told, verify_made_anew
from thb_desktop.vault.safeguards import refusal_of_medium, set_safeguards
from thb_desktop.vault.system import create_file, is_file, medium, sync_file, sync_folder, write_all


def create_database(path: Path, key: bytearray, steps: Sequence[Migration] | None = None) -> Connection:
    """Create the database of a new vault with the whole schema; FileExistsError if there is one.

    key: 48 bytes, the raw key and the salt; the caller overwrites it. steps: those of this program if
    left out.
    """
    create_file(path).close()
    with database_medium():
        connection = connect(path, key, mode="rw")
        try:
            connection.execute("PRAGMA application_id = " + str(APPLICATION_ID))
            set_safeguards(connection)
            take_steps(connection, load_migrations() if steps is None else steps)
        except BaseException:
            connection.close()
            raise
    allow_writing(connection)
    return connection


def open_database(
    path: Path, key: bytearray, steps: Sequence[Migration] | None = None, *, read_only: bool = False
) -> Connection:
    """Open the database of a vault, never create it; an older one is brought to the newest schema.

    A copy is made beside before, and goes when the new form opens again: what is erased later must not stay
    in it. Raises VaultMissingPartError, DatabaseDamagedError, NewerFormatError, MigrationFailedError, and
    what calls for `open_in_memory`: ReadOnlyError for an older schema where nothing may be written,
    TablesDifferError for one whose tables are not what the events add up to.
    """
    steps = load_migrations() if steps is None else steps
    with database_medium():
        connection = _connect_existing(path, key, steps, mode="ro" if read_only else "rw")
        try:
            present = read_schema(connection)
            is_older = present < _newest(steps)
            if read_only and is_older:
                raise ReadOnlyError("the vault has an older form, which only writing can bring up")
            set_safeguards(connection, journal=not read_only)
            if is_older:
                _bring_up(connection, path, steps, present)
            elif not read_only:
                _remove_copies(path)
        except BaseException:
            connection.close()
            raise
    allow_writing(connection)
    return connection


def open_in_memory(path: Path, key: bytearray, steps: Sequence[Migration] | None = None) -> Connection:
    """Read the database of a vault into memory, and bring it to the newest schema there alone.

    For an older vault that must not be written to, or cannot be: it is shown, and what is wrong with it too.
    Raises as `open_database`.
    """
    steps = load_migrations() if steps is None else steps
    with database_medium(), closing(_connect_existing(path, key, steps, mode="ro")) as stored:
        set_safeguards(stored, journal=False)
        connection = connect_in_memory()
        try:
            _copy_rows(stored, connection)
            _take(connection, steps[read_schema(stored) :])
        except BaseException:
            connection.close()
            raise
    allow_writing(connection)
    return connection


def _connect_existing(path: Path, key: bytearray, steps: Sequence[Migration], *, mode: str) -> Connection:
    if not is_file(path) or path.stat().st_size == 0:
        raise VaultMissingPartError("the vault's database is missing or empty")
    connection = connect(path, key, mode=mode)
    try:
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise DatabaseDamagedError("the database is not one of a vault")
        if read_schema(connection) > _newest(steps):
            raise NewerFormatError("the vault was written by a newer version of this program")
    except BaseException:
        connection.close()
        raise
    return connection


def _newest(steps: Sequence[Migration]) -> int:
    return steps[-1].number if steps else 0


def _bring_up(connection: Connection, path: Path, steps: Sequence[Migration], present: int) -> None:
    """Take the steps that are missing, once what is there was proven, and keep them once the result was."""
    verify_as_told(connection, steps[:present])
    _copy_aside(path, path.with_name(f"{path.name}.before-{_newest(steps)}"))
    _take(connection, steps[present:], lambda: verify_made_anew(connection, steps))


def _take(
    connection: Connection, steps: Sequence[Migration], proof: Callable[[], None] = lambda: None
) -> None:
    try:
        take_steps(connection, steps, proof)
    except DatabaseError as error:
        # What a constraint says can quote what was to be stored.
        refusal = refusal_of_medium(error)
        raise refusal or MigrationFailedError(
            "the vault could not be brought to the form of this version; nothing was changed"
        ) from None


def _copy_rows(stored: Connection, connection: Connection) -> None:
    """Copy all that is stored as it is; triggers come last, for they judge each row as a new one."""
    schema = stored.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*'"
    ).fetchall()
    connection.execute("PRAGMA foreign_keys = OFF")
    with transaction(connection):
        for kind, name, sql in schema:
            if kind == "table":
                connection.execute(sql)
                _copy_table(stored, connection, name)
        for kind, _, sql in schema:
            if kind != "table":
                connection.execute(sql)
        connection.execute("PRAGMA user_version = " + str(read_schema(stored)))


def _copy_table(stored: Connection, connection: Connection, name: str) -> None:
    rows = stored.execute(" ".join(("SELECT * FROM", name)))
    places = ", ".join("?" * len(rows.description))
    connection.executemany(f"INSERT INTO {name} VALUES ({places})", map(tuple, rows))  # noqa: S608


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
