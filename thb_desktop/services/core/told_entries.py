"""Told entries: which entry of the event chain told a value of a row, and so who wrote it."""

from thb_desktop.errors import DamageError, FormatError
from thb_desktop.findings import Where, of_entry
from thb_desktop.ledger.entry import Entry, Opening
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import chain, registry
from thb_desktop.vault.tables.told_rows import RowName, first_told
from thb_desktop.vault.told_states import ToldStates


def entry_that_told(connection: Connection, row: RowName, field: str, value: str) -> Entry | None:
    """Return the entry since which a field of a row has a value; None if none that tells it can be read."""
    try:
        seq = ToldStates(connection).since(row, field, value, chain.size_of(connection) + 1)
        return entry_numbered(connection, seq) if seq else None
    except (DamageError, FormatError):
        return None


def entry_that_added(connection: Connection, row: RowName) -> Entry | None:
    """Return the entry that first told a row; None if none that tells it can be read."""
    try:
        seq = first_told(connection, row)
        return entry_numbered(connection, seq) if seq else None
    except (DamageError, FormatError):
        return None


def entry_numbered(connection: Connection, seq: int) -> Entry | None:
    """Return the entry of this number, or the last one before it; None if there is none.

    Raises FormatError.
    """
    told = chain.newest(connection, subject="", before=seq + 1, count=1)
    return told[0][0].parsed() if told else None


def entry_after(connection: Connection, entry: Entry) -> tuple[Entry | None, Opening | None]:
    """Return the entry right behind one, with what it tells; None if there is none. Raises FormatError."""
    for signed, opening in chain.newest(connection, subject="", before=entry.seq + 2, count=1):
        following = signed.parsed()
        if following.seq == entry.seq + 1:
            return following, opening
    return None, None


def added_by(connection: Connection, row: RowName) -> tuple[Where | None, str]:
    """Return the entry that first told a row, for a finding, and the name of its author; None and empty where
    none that tells it can be read.
    """
    entry = entry_that_added(connection, row)
    author = registry.USER.find(connection, entry.agent) if entry else None
    return of_entry(entry.seq) if entry else None, author.name if author else ""
