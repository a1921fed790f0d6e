"""Added users: what the event that added a user says of them, whatever their row says since."""

from collections.abc import Iterator
from contextlib import suppress

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import AgentId
from thb_desktop.domain.people import User
from thb_desktop.domain.record import from_record
from thb_desktop.errors import CertificateError, ThbError
from thb_desktop.vault.database import Connection
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain, registry

_FIRST_OR_SUCCESSOR = frozenset({VaultAction.VAULT_CREATED, VaultAction.OFFICE_HANDED_OVER})


def verify_as_added(connection: Connection, untrusted: User, vault: str) -> None:
    """Raise CertificateError unless the user has the role and the receiving key of the event that added them.

    The root's key could certify a row with another key. It cannot change the event.
    """
    added = _as_added(connection, untrusted.id, vault)
    if added is None or (added.role, added.receiving_key) != (untrusted.role, untrusted.receiving_key):
        raise CertificateError("a user does not have the key of the event that added them")


def _as_added(connection: Connection, user_id: AgentId, vault: str) -> User | None:
    about = ((user_id, frozenset({VaultAction.USER_ADDED})), (vault, _FIRST_OR_SUCCESSOR))
    for subject, actions in about:
        for user in _told_users(connection, subject, actions):
            if user.id == user_id:
                return user
    return None


def _told_users(connection: Connection, subject: str, actions: frozenset[VaultAction]) -> Iterator[User]:
    """Return the rows of users in the events about a subject with one of these actions, oldest first."""
    for signed in chain.entries_of(connection, subject):
        with suppress(ThbError):
            entry = signed.parsed()
            opening = chain.opening_of(connection, entry.seq) if entry.action in actions else None
            if opening is None or opening.commitment != entry.commitment:
                continue
            for state in Event.parse(opening.payload).states:
                record = state.get("record")
                if state.get("entity") == registry.USER.name and isinstance(record, dict):
                    yield from_record(User, record)
