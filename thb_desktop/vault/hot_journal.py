"""Hot journal: what SQLite would undo when a database is opened, examined before it is obeyed.

A crash leaves a journal of one transaction: one head of the event chain at most. But the journal is a file of
its own, and SQLite takes any in this place for its own: whoever kept older encrypted pages can write one that
sets the database back further, and its head, which nothing signs, can make the file longer or shorter.
So the length is compared first, and then the journal is obeyed in a copy.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from enum import Enum
from pathlib import Path
from struct import Struct

from thb_desktop.errors import StorageError, ThbError
from thb_desktop.vault.database import Connection, DatabaseError, connect, database_medium, size_told
from thb_desktop.vault.system import create_file, is_file, medium, open_file, sync_folder, write_all

_HEADS = "SELECT count(*) FROM chain_head"
_CHAIN = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'chain_head'"
_HEAD, _MAGIC = Struct(">8sIIIII"), bytes.fromhex("d9d505f920a163d7")
"""The head of SQLite's journal: its mark, records, nonce, pages of the database before, sector, page size."""
_WITHOUT_JOURNAL = "ro&immutable=1"
_PIECE = 1 << 20


class HotJournal(Enum):
    """What became of a journal that lay beside the database."""

    ABSENT = "absent"
    OBEYED = "obeyed"
    """An interrupted change was undone, or nothing, because the journal held nothing that counts."""
    UNCOMPARED = "uncompared"
    """It is obeyed too, but what the database held before cannot be read: it may undo many acts."""
    REFUSED = "refused"
    """It would have undone acts that were recorded long ago, or damaged the file; it was put aside."""


def settle_journal(database: Path, key: bytearray) -> HotJournal:
    """Put a journal aside that no crash of this program leaves; call it with the lock held.

    SQLite obeys what stays, when the database is opened next. Raises StorageError if the journal cannot be
    examined: it is never obeyed unseen, and what lies on the medium stays as it is.
    """
    journal = _journal_of(database)
    if not is_file(journal) or journal.stat().st_size == 0:
        return HotJournal.ABSENT
    found = HotJournal.REFUSED if _makes_longer(journal, database) else _tried(database, key)
    if found is HotJournal.REFUSED:
        with medium():
            journal.replace(journal.with_name(journal.name + ".refused"))
            sync_folder(journal.parent)
    return found


def _makes_longer(journal: Path, database: Path) -> bool:
    """Whether the journal's head names more pages than there are: SQLite would make the file so long at once.

    A change of this program only adds pages, so its own journal names as many, or fewer.
    """
    with medium(), open_file(journal) as file:
        head = file.read(_HEAD.size)
    if not head.startswith(_MAGIC) or len(head) < _HEAD.size:
        return False  # SQLite obeys no such journal
    _, _, _, pages, _, page_size = _HEAD.unpack(head)
    return int(pages) * int(page_size) > database.stat().st_size


def _tried(database: Path, key: bytearray) -> HotJournal:
    """Obey the journal in a copy: it is refused if that loses more than one head, or is whole no more.

    A crash in the middle of writing can leave a database that only its journal makes readable again.
    Raises StorageError on a medium without room for the copy: whoever can fill it can put a journal there.
    """
    present = _heads(database, key, mode=_WITHOUT_JOURNAL)
    with _copied(database) as copy:
        undone = _heads_undone(copy, key)
    if undone is None or (present is not None and present - undone > 1):
        return HotJournal.REFUSED
    return HotJournal.UNCOMPARED if present is None else HotJournal.OBEYED


def _heads_undone(copy: Path, key: bytearray) -> int | None:
    """Return the number of heads after undoing; None if the database is empty, not as long as its first page
    says, or cannot be read. Raises StorageError.
    """
    try:
        with database_medium(), closing(connect(copy, key, mode="rw")) as connection:
            heads, size = _count(connection), copy.stat().st_size
            return heads if size and size == size_told(connection) else None
    except StorageError:
        raise
    except (ThbError, DatabaseError):
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
