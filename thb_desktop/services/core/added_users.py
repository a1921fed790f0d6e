"""Added users: what the event that added a user says of them, whatever their row says since."""

from collections.abc import Iterator
from contextlib import suppress

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import AgentId
from thb_desktop.domain.people import User
from thb_desktop.domain.record import from_record
from thb_desktop.errors import CertificateError, ThbError
from thb_desktop.ledger.entry import SignedEntry
from thb_desktop.services.core.user_certification import verify_admitted
from thb_desktop.vault.database import Connection
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain, registry


def verify_as_added(connection: Connection, untrusted: User, vault: str, root: bytes) -> None:
    """Raise CertificateError unless the root certified this user, as the event says that added them.

    root: the vault's root certificate, DER. Whoever has its key could certify a row with another role or
    receiving key. They cannot change the event.
    """
    verify_admitted(untrusted, vault, root)
    added = _as_added(connection, untrusted.id, vault)
    if added is None or (added.role, added.receiving_key) != (untrusted.role, untrusted.receiving_key):
        raise CertificateError("a user does not have the role and key of the event that added them")


def _as_added(connection: Connection, user_id: AgentId, vault: str) -> User | None:
    """Return the row in the first event that added the user: their own, the vault's first, or a handover."""
    for action, entries in (
        (VaultAction.USER_ADDED, chain.entries_of(connection, user_id)),
        (VaultAction.VAULT_CREATED, chain.first_entry(connection)),
        (VaultAction.OFFICE_HANDED_OVER, chain.entries_of(connection, vault)),
    ):
        for signed in entries:
            for user in _told_users(connection, signed, action):
                if user.id == user_id:
                    return user
    return None


def _told_users(connection: Connection, signed: SignedEntry, action: VaultAction) -> Iterator[User]:
    """Return the rows of users that an entry tells; none for another action or a changed content."""
    with suppress(ThbError):
        entry = signed.parsed()
        opening = chain.opening_of(connection, entry.seq) if entry.action == action else None
        if opening is None or opening.commitment != entry.commitment:
            return
        for state in Event.parse(opening.payload).states:
            record = state.get("record")
            if state.get("entity") == registry.USER.name and isinstance(record, dict):
                yield from_record(User, record)
