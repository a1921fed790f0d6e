"""Handovers told: whether who handed over the vault was retired with it, and told the chain as it was.

The program does both in one transaction. Without the retirement the successor has everything, the predecessor
stays, though the vault says that it was handed over.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.change import Change
from thb_desktop.errors import FormatError
from thb_desktop.ledger.entry import Entry
from thb_desktop.services.core.told_entries import entry_after
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import chain, registry


def faults_of_handovers(
    connection: Connection, entry: Entry, changes: Sequence[Change]
) -> Iterator[tuple[str, str]]:
    """Find a handover without the retirement of its author in the entry right after it, and one that tells
    another state of the chain than the one before it.
    """
    if entry.action != VaultAction.OFFICE_HANDED_OVER:
        return
    if not _is_retired_then(connection, entry):
        yield "act-exceeded.retired", registry.USER.name
    for each in changes:
        if each.table == registry.HANDOVER.name and not _is_as_it_was(connection, entry, each):
            yield "act-exceeded.value", registry.HANDOVER.name


def _is_retired_then(connection: Connection, entry: Entry) -> bool:
    with suppress(FormatError):  # the check of the chain reports it
        following, _ = entry_after(connection, entry)
        return following is not None and (following.action, following.agent, following.subject) == (
            VaultAction.USER_RETIRED,
            entry.agent,
            entry.agent,
        )
    return True


def _is_as_it_was(connection: Connection, entry: Entry, change: Change) -> bool:
    """The head is compared where one of that size was signed: the program signs one at each act."""
    size, head = change.after["entries"], change.after["head"]
    if size != entry.seq - 1:
        return False
    with suppress(FormatError):  # the check of the chain reports it
        signed = chain.head_at(connection, entry.seq - 1)
        return signed is None or signed.parsed().root.hex() == head
    return True
