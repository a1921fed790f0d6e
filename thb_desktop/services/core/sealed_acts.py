"""Sealed acts: what an act may seal about a concern for safety, by what was sealed about it before, and of
what key material is.
"""

from collections.abc import Iterator, Sequence

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.change import Change
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.ledger.entry import Entry
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.told_rows import RowName, told_before

_OF_CONCERNS = frozenset({VaultAction.SAFETY_FLAG_VIEWED, VaultAction.SAFETY_FLAG_SETTLED})


def faults_of_sealed(
    connection: Connection, entry: Entry, changes: Sequence[Change]
) -> Iterator[tuple[str, str]]:
    """Return the findings, each with its table. The first reader of a concern moves its words into the
    compartment, once; whoever settles it adds what was done. No other act seals anything about a concern. Key
    material is of an exhibit, which no subject says: its entry is about the item.
    """
    table = registry.SEALED_ITEM.name
    items = [str(each.after["subject_id"]) for each in changes if each.table == table and not each.before]
    if entry.action == VaultAction.SAFETY_FLAG_VIEWED:
        if len(items) > 1 or (items and _has_words(connection, entry)):
            yield "act-exceeded.new", table
    elif entry.action == VaultAction.KEY_MATERIAL_ADDED:
        if not all(registry.EXHIBIT.find(connection, ExhibitId(about)) for about in items):
            yield "act-exceeded.subject", table
    elif entry.action not in _OF_CONCERNS and any(
        registry.SAFETY_FLAG.find(connection, about) for about in dict.fromkeys(items)
    ):
        yield "act-exceeded.subject", table


def _has_words(connection: Connection, entry: Entry) -> bool:
    """Whether an earlier entry told a sealed item about what this entry is about."""
    items = registry.SEALED_ITEM.where(connection, "subject_id", entry.subject)
    names = (RowName(registry.SEALED_ITEM.name, each.id) for each in items)
    return any(told_before(connection, name, entry.seq) is not None for name in names)
