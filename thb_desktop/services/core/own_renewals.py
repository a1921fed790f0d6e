"""Own renewals: whether who made their keys their own renewed the keys of the compartments that they held.

The program does both in one transaction. A grant names the receiving key for which it was wrapped, so without
the renewal the grants of the user count no more, and the maker of the present key looks as if they had left
somebody out.
"""

from collections.abc import Iterator
from contextlib import suppress

from thb_desktop.domain.actions import VaultAction
from thb_desktop.errors import ThbError
from thb_desktop.ledger.entry import Entry
from thb_desktop.services.core.told_entries import entry_after
from thb_desktop.vault.database import Connection
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.told_rows import RowName, row_name
from thb_desktop.vault.told_states import ToldStates

_VERSION = registry.COMPARTMENT_VERSION.name


def faults_of_own_keys(connection: Connection, entry: Entry) -> Iterator[tuple[str, str]]:
    """Find keys that were made without the renewal, by the same author, in the entry right after it."""
    if entry.action == VaultAction.KEYS_MADE_OWN and _held(connection, entry) - _renewed(connection, entry):
        yield "act-exceeded.renewal", registry.USER.name


def _held(connection: Connection, entry: Entry) -> set[str]:
    """Return the compartments of which the author was given the key that was the present one then."""
    states, held = ToldStates(connection), set[str]()
    for version in registry.COMPARTMENT_VERSION.all(connection):
        told = states.before(RowName(_VERSION, version.compartment.value), entry.seq)
        grants = registry.COMPARTMENT_GRANT.where(connection, "compartment", version.compartment.value)
        if any(
            (each.user_id, each.version) == (entry.agent, (told or {}).get("version"))
            and each.entry < entry.seq
            for each in grants
        ):
            held.add(version.compartment.value)
    return held


def _renewed(connection: Connection, entry: Entry) -> set[str]:
    """Return the compartments whose key the next entry renews, if it is of the same author."""
    with suppress(ThbError):
        following, opening = entry_after(connection, entry)
        if following is not None and following.agent == entry.agent and opening is not None:
            names = (row_name(each) for each in Event.parse(opening.payload).states)
            return {name.key for name in names if name.entity == _VERSION}
    return set()
