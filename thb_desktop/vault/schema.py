"""Schema: a vault's database, created with the whole schema, or opened and migrated to it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from thb_desktop.errors import (
    DatabaseDamagedError,
    MigrationFailedError,
    NewerFormatError,
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
    copy_as_stored,
    database_medium,
    load_migrations,
    make_schema,
    mark_as_vault,
    read_schema,
    take_steps,
)
from thb_desktop.vault.held_file import HeldFile, hold
from thb_desktop.vault.hot_journal import HotJournal, settle_journal
from thb_desktop.vault.proof import agrees_with_last_event, has_unrecorded_migration, verify_rebuilt
from thb_desktop.vault.safeguards import refusal_of_medium, set_safeguards
from thb_desktop.vault.system import create_file, is_file, medium, sync_file, sync_folder, write_all
from thb_desktop.vault.told_states import index_events


def create_database(path: Path, key: bytearray, steps: Sequence[Migration] | None = None) -> Connection:
    """Create the database of a new vault with the whole schema. Raises FileExistsError if there is one.

    key: 48 bytes, the raw key and the salt; the caller overwrites it. steps: by default those of this
    program.
    """
    create_file(path).close()
    with database_medium():
        connection = connect(path, key, mode="rw")
        try:
            mark_as_vault(connection)
            set_safeguards(connection)
            make_schema(connection, load_migrations() if steps is None else steps)
        except BaseException:
            connection.close()
            raise
    allow_writing(connection)
    return connection


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDatabase:
    """The open database of a vault, with the newest schema.

    read_only: as requested, or because it is an older one that must not change; then what is open is a copy
    in memory. brought_up: it was migrated to the newest schema now, and verified before and after.
    in_memory: whether it is such a copy. journal: what became of one that lay beside it. file: that of the
    connection; None for a copy in memory.
    """

    connection: Connection
    read_only: bool
    file: HeldFile | None
    brought_up: bool = False
    journal: HotJournal = HotJournal.ABSENT
    in_memory: bool = False


def open_database(
    path: Path, key: bytearray, steps: Sequence[Migration] | None = None, *, read_only: bool = False
) -> OpenDatabase:
    """Open the database of a vault, never create it; an older one is migrated to the newest schema.

    A copy is made first, and deleted when an event records the new schema, because what is erased later must
    not stay in it. If nothing may be written, or the tables do not agree with the last event, an older
    database is migrated only in memory, and the checks report what is wrong. Raises VaultMissingPartError,
    DatabaseDamagedError, NewerFormatError, MigrationFailedError.
    """
    steps = load_migrations() if steps is None else steps
    journal = HotJournal.ABSENT if read_only else settle_journal(path, key)
    with database_medium():
        file = _connect_told(path, key, steps, read_only=read_only)
        connection = file.connection
        try:
            present = read_schema(connection)
            set_safeguards(connection, journal=not read_only)
            if present < _newest(steps):
                opened = _brought_up(file, path, steps, read_only=read_only)
            else:
                opened = OpenDatabase(connection=connection, read_only=read_only, file=file)
                if not read_only:
                    _remove_copies(path)
        except BaseException:
            connection.close()
            raise
    allow_writing(opened.connection)
    return replace(opened, journal=journal)


def _connect_told(path: Path, key: bytearray, steps: Sequence[Migration], *, read_only: bool) -> HeldFile:
    """Connect. If a process ended between a migration and its event, the copy undoes the migration."""
    mode = "ro" if read_only else "rw"
    file = _hold_existing(path, key, steps, mode=mode)
    connection = file.connection
    try:
        copy = _copy_before(path, read_schema(connection))
        if read_only or not is_file(copy) or not has_unrecorded_migration(connection):
            return file
    except BaseException:
        connection.close()
        raise
    connection.close()
    with medium():
        copy.replace(path)
        sync_folder(path.parent)
    return _hold_existing(path, key, steps, mode=mode)


def _hold_existing(path: Path, key: bytearray, steps: Sequence[Migration], *, mode: str) -> HeldFile:
    if not is_file(path) or path.stat().st_size == 0:
        raise VaultMissingPartError("the vault's database is missing or empty")
    return hold(path, lambda: _connect_existing(path, key, steps, mode=mode))


def _connect_existing(path: Path, key: bytearray, steps: Sequence[Migration], *, mode: str) -> Connection:
    connection = connect(path, key, mode=mode)
    try:
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise DatabaseDamagedError("the database does not belong to a vault")
        if read_schema(connection) > _newest(steps):
            raise NewerFormatError("the vault was written by a newer version of this program")
    except BaseException:
        connection.close()
        raise
    return connection


def _newest(steps: Sequence[Migration]) -> int:
    return steps[-1].number if steps else 0


def _brought_up(file: HeldFile, path: Path, steps: Sequence[Migration], *, read_only: bool) -> OpenDatabase:
    """Apply the missing migrations: in place if the present tables were verified, else on a copy in
    memory.
    """
    stored = file.connection
    present = read_schema(stored)
    proven = agrees_with_last_event(stored, steps[:present])
    if proven and not read_only:
        _copy_aside(path, _copy_before(path, _newest(steps)))
        with _our_refusals():
            take_steps(stored, steps[present:], lambda: _finish(stored, steps, proven=True))
        file.written()
        return OpenDatabase(connection=stored, read_only=False, file=file, brought_up=True)
    connection = connect_in_memory()
    try:
        with _our_refusals():
            copy_as_stored(stored, connection)
            take_steps(connection, steps[present:], lambda: _finish(connection, steps, proven=proven))
    except BaseException:
        connection.close()
        raise
    stored.close()
    return OpenDatabase(connection=connection, read_only=True, file=None, brought_up=proven, in_memory=True)


def _finish(connection: Connection, steps: Sequence[Migration], *, proven: bool) -> None:
    """Fill what SQL cannot, and verify the migrated tables if they were verified before."""
    index_events(connection)
    if proven:
        verify_rebuilt(connection, steps)


@contextmanager
def _our_refusals() -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        # A constraint's text can quote the values.
        refusal = refusal_of_medium(error)
        raise refusal or MigrationFailedError(
            "the vault could not be brought to the form of this version; nothing was changed"
        ) from None


def _copy_before(path: Path, number: int) -> Path:
    """Return the path of the database's copy before the migration to this schema."""
    return path.with_name(f"{path.name}.before-{number}")


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
    with suppress(OSError):  # the next unlock tries again
        for copy in path.parent.glob(f"{path.name}.before-*"):
            copy.unlink()
