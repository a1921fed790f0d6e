"""Restorations: whether the state that an entry says was found is the newest before it that was signed.

What was given up stands in the word of its author alone: nothing of it is left here.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress

from thb_desktop.domain.change import Change
from thb_desktop.errors import FormatError
from thb_desktop.ledger.entry import Entry
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import chain, registry


def faults_of_restorations(
    connection: Connection, entry: Entry, changes: Sequence[Change]
) -> Iterator[tuple[str, str]]:
    """Find a restored backup that this vault never was."""
    for change in changes:
        is_restoration = change.table == registry.RESTORATION.name and change.before is None
        if is_restoration and not _was_found(connection, entry.seq, change):
            yield "act-exceeded.value", change.table


def _was_found(connection: Connection, seq: int, change: Change) -> bool:
    size = max((size for size, _ in chain.sized_heads(connection) if size < seq), default=0)
    if change.after["found_size"] != size:
        return False
    with suppress(FormatError):
        head = chain.head_at(connection, size)
        return head is not None and head.parsed().root.hex() == change.after["found_root"]
    return False
