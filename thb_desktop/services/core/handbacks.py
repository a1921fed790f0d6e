"""Handbacks: whether what came back of an assignment is what its interpreter signed."""

from collections.abc import Sequence
from contextlib import suppress

from thb_desktop.crypto.signing import verify_signature
from thb_desktop.domain.act_checks import Change
from thb_desktop.domain.assignment import Handback
from thb_desktop.domain.record import Record, from_record
from thb_desktop.errors import FormatError, SignatureError
from thb_desktop.ledger.handback import handed_bytes, row_digest
from thb_desktop.services.core.keys import certificates_of
from thb_desktop.services.core.user_certification import certified_keys
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.projection import state_of


def is_signed(connection: Connection, untrusted: Handback, vault: str, root: bytes) -> bool:
    """Whether a key that counts for the user of a handback signed it for this vault. root: DER."""
    keys = certified_keys(certificates_of(connection), root)
    for key in keys.get(untrusted.user_id, ()):
        with suppress(SignatureError, ValueError):
            verify_signature(key, handed_bytes(untrusted, vault), bytes.fromhex(untrusted.signature))
            return True
    return False


def is_as_handed_back(connection: Connection, changes: Sequence[Change], vault: str, root: bytes) -> bool:
    """Whether every row that an act merges is one that its interpreter signed to hand back."""
    told = [each for each in changes if each.table == registry.HANDBACK.name]
    if len(told) != 1:
        return False
    with suppress(FormatError):
        handback = from_record(Handback, told[0].after)
        brought = {
            (each.table, str(each.after["id"]), _digest(each))
            for each in changes
            if each.table not in (registry.HANDBACK.name, registry.ASSIGNMENT_RETURN.name)
        }
        return brought <= set(handback.rows) and is_signed(connection, handback, vault, root)
    return False


def _digest(change: Change) -> str:
    record = state_of(change)["record"]
    return row_digest(change.table, record if isinstance(record, dict) else Record())
