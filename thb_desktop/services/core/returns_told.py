"""Returns told: whether what an entry says came back from an interpreter is what they signed."""

from collections.abc import Sequence
from contextlib import suppress

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.assignment import PacketReturn
from thb_desktop.domain.change import Change
from thb_desktop.domain.record import from_record
from thb_desktop.errors import FormatError
from thb_desktop.services.core.handbacks import is_as_handed_back
from thb_desktop.services.core.packet_sheets import is_sent_back
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry

RETURNS = frozenset({VaultAction.ASSIGNMENT_MERGED, VaultAction.PACKET_TAKEN_BACK})
"""The acts for which a magistrate can answer: they say that something came back from an interpreter."""


def is_as_it_came(
    connection: Connection, action: str, changes: Sequence[Change], vault: str, root: bytes
) -> bool:
    """Whether the rows of an act are those that the interpreter signed; true of an act of another kind.

    root: the vault's root certificate, DER.
    """
    if action == VaultAction.ASSIGNMENT_MERGED:
        return is_as_handed_back(connection, changes, vault, root)
    if action != VaultAction.PACKET_TAKEN_BACK:
        return True
    told = [each.after for each in changes if each.table == registry.PACKET_RETURN.name]
    with suppress(FormatError):
        return bool(told) and all(
            is_sent_back(connection, from_record(PacketReturn, each), root) for each in told
        )
    return False
