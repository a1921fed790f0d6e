"""Hot journal: what SQLite would undo when a database is opened, examined before it is obeyed.

A crash leaves a journal of one transaction: one head of the event chain at most. But the journal is a file of
its own, and SQLite takes any in this place for its own: whoever kept older encrypted pages can write one that
sets the database back further. So the journal is first obeyed in a copy.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from enum import Enum
from pathlib import Path

from thb_desktop.errors import StorageError, ThbError
from thb_desktop.vault.database import Connection, DatabaseError, connect, database_medium
from thb_desktop.vault.system import create_file, is_file, medium, open_file, sync_folder, write_all

_HEADS = "SELECT count(*) FROM chain_head"
_CHAIN = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'chain_head'"
_WITHOUT_JOURNAL = "ro&immutable=1"
_PIECE = 1 << 20


class HotJournal(Enum):
    """What became of a journal that lay beside the database."""

    ABSENT = "absent"
    OBEYED = "obeyed"
    """An interrupted change was undone, or nothing, because the journal held nothing that counts."""
    REFUSED = "refused"
    """It would have undone acts that were recorded long ago; it was put aside."""


def settle_journal(database: Path, key: bytearray) -> HotJournal:
    """Put a journal aside that no crash of this program leaves; call it with the lock held.

    SQLite obeys what stays, when the database is opened next. Raises StorageError.
    """
    journal = _journal_of(database)
    if not is_file(journal) or journal.stat().st_size == 0:
        return HotJournal.ABSENT
    present = _heads(database, key, mode=_WITHOUT_JOURNAL)
    undone = _heads_undone(database, key)
    if present is None or undone is None or present - undone <= 1:
        return HotJournal.OBEYED
    with medium():
        journal.replace(journal.with_name(journal.name + ".refused"))
        sync_folder(journal.parent)
    return HotJournal.REFUSED


def _heads_undone(database: Path, key: bytearray) -> int | None:
    """Return how many heads the database would have; None if it cannot be told, as on a full medium."""
    try:
        with _copied(database) as copy:
            return _heads(copy, key, mode="rw")
    except StorageError:
        return None


def _heads(database: Path, key: bytearray, *, mode: str) -> int | None:
    """Return the number of heads in the event chain; None if it cannot be read."""
    try:
        with database_medium(), closing(connect(database, key, mode=mode)) as connection:
            return _count(connection)
    except (ThbError, DatabaseError):
        return None


def _count(connection: Connection) -> int:
    if connection.execute(_CHAIN).fetchone() is None:
        return 0
    return int(connection.execute(_HEADS).fetchone()[0])


@contextmanager
def _copied(database: Path) -> Iterator[Path]:
    """Copy database and journal beside, as stored; the copies are removed at the end of the `with`."""
    copy = database.with_name(database.name + ".before-undoing")
    both = (copy, _journal_of(copy))
    try:
        with medium():
            for source, target in zip((database, _journal_of(database)), both, strict=True):
                target.unlink(missing_ok=True)
                with open_file(source) as reader, create_file(target) as writer:
                    while piece := reader.read(_PIECE):
                        write_all(writer, piece)
        yield copy
    finally:
        for path in both:
            with suppress(OSError):
                path.unlink()


def _journal_of(database: Path) -> Path:
    return database.with_name(database.name + "-journal")
