"""Keys made: in whose program the keys of each user were made that count now."""

from collections.abc import Iterator
from dataclasses import dataclass

from thb_desktop.domain.ids import AgentId
from thb_desktop.domain.people import User
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.findings import Finding, unknown
from thb_desktop.services.core.signers import signers_of
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry


@dataclass(frozen=True, slots=True, kw_only=True)
class KeysMade:
    """In whose program the keys of a user were made: its user's name; empty for who made their own.

    waits: whether they made their own, and the root did not certify their signing key yet.
    """

    user: User
    by: str
    waits: bool

    @property
    def can_change(self) -> bool:
        """Whether the user can make their own: interpreters have no session of their own in a vault."""
        return self.user.role is not UserRole.INTERPRETER


def keys_made(connection: Connection) -> tuple[KeysMade, ...]:
    """Tell it of each active user; who founded the vault made their own."""
    users = {user.id: user for user in registry.USER.all(connection)}
    members = signers_of(connection).members
    return tuple(
        KeysMade(
            user=user,
            by=users[AgentId(member.made_by)].name if member.made_by in users else "",
            waits=member.waits is not None,
        )
        for user in users.values()
        if user.active and (member := members.get(user.id)) is not None
    )


def check_keys_made(connection: Connection) -> Iterator[Finding]:
    """Tell whose keys are those that somebody else made, and whose own ones wait for the root."""
    for each in keys_made(connection):
        if each.waits:
            yield unknown("keys-made.wait", user=each.user.name)
        elif each.by:
            code = "keys-made.by-another" if each.can_change else "keys-made.of-interpreter"
            yield unknown(code, user=each.user.name, by=each.by)
