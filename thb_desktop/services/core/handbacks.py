"""Handbacks: whether what came back of an assignment is what its interpreter signed."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from thb_desktop.crypto.signing import verify_signature
from thb_desktop.domain.assignment import Handback
from thb_desktop.domain.change import Change
from thb_desktop.domain.language_work import Annotation, SafetyFlag
from thb_desktop.domain.record import Record, from_record, to_record
from thb_desktop.errors import FormatError, SignatureError
from thb_desktop.ledger.handback import handed_bytes, row_digest
from thb_desktop.services.core.keys import certificates_of
from thb_desktop.services.core.user_certification import certified_keys
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.projection import state_of
from thb_desktop.vault.tables.registry import table_named


def is_signed(connection: Connection, untrusted: Handback, vault: str, root: bytes) -> bool:
    """Whether a key that counts for the user of a handback signed it for this vault. root: DER."""
    keys = certified_keys(certificates_of(connection), root)
    for key in keys.get(untrusted.user_id, ()):
        with suppress(SignatureError, ValueError):
            verify_signature(key, handed_bytes(untrusted, vault), bytes.fromhex(untrusted.signature))
            return True
    return False


def is_as_handed_back(connection: Connection, changes: Sequence[Change], vault: str, root: bytes) -> bool:
    """Whether an act merges what its interpreter signed to hand back, and leaves nothing of it out.

    What it does not tell must be in the vault already.
    """
    with suppress(FormatError):
        handback = _told_handback(connection, changes)
        if handback is None:
            return False
        brought = {
            (each.table, str(each.after["id"]), _digest(each))
            for each in changes
            if each.table not in (registry.HANDBACK.name, registry.ASSIGNMENT_RETURN.name)
        }
        return (
            _is_counted(changes)
            and brought <= set(handback.rows)
            and all(_stands(connection, *each) for each in handback.rows if each not in brought)
            and is_signed(connection, handback, vault, root)
        )
    return False


def _is_counted(changes: Sequence[Change]) -> bool:
    """Whether the return says how many rows came, and something came: a handback that was merged whole is
    not merged again. A row that stands so already did not come.
    """
    came = [each.table for each in changes if each.before is None or each.fields]
    (made,) = (each for each in changes if each.table == registry.ASSIGNMENT_RETURN.name)
    handed = came.count(registry.HANDBACK.name)
    rows = len(came) - came.count(registry.ASSIGNMENT_RETURN.name) - handed
    return made.after["brought"] == rows and rows + handed > 0


def _told_handback(connection: Connection, changes: Sequence[Change]) -> Handback | None:
    """Return what the return of an act is of: told with it, or before it by a merge that left rows out."""
    returns = [each for each in changes if each.table == registry.ASSIGNMENT_RETURN.name]
    told = [each for each in changes if each.table == registry.HANDBACK.name]
    if len(returns) != 1 or len(told) > 1:
        return None
    named = str(returns[0].after["handback_id"])
    handback = from_record(Handback, told[0].after) if told else registry.HANDBACK.find(connection, named)
    return handback if handback is not None and handback.id == named else None


def _stands(connection: Connection, name: str, row_id: str, digest: str) -> bool:
    """Whether a row stands in the vault as it was handed back, but for what the vault set since.

    An entry of the glossary is changed as a whole, by acts that tell it.
    """
    table = table_named(name)
    row = table.find(connection, row_id)
    if row is None or table.name in (registry.GLOSSARY_CONCEPT.name, registry.GLOSSARY_TERM.name):
        return row is not None
    states = [row]
    if isinstance(row, Annotation):
        states.append(replace(row, struck=""))
    elif isinstance(row, SafetyFlag):
        states.append(replace(row, settled_by=None, settled_at=None))
    return any(row_digest(name, to_record(each)) == digest for each in states)


def _digest(change: Change) -> str:
    record = state_of(change)["record"]
    return row_digest(change.table, record if isinstance(record, dict) else Record())
