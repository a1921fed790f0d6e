"""A session together with the passphrase that opened it, for acts that ask for it again; and users by
name.
"""

import argparse
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field

from thb_desktop.cli.passphrases import passphrase
from thb_desktop.crypto.material import wipe
from thb_desktop.domain.people import User
from thb_desktop.errors import NotFoundError
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import users, vaults


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """own: the passphrase of the session's user, for an act that asks for it again."""

    session: Session
    own: bytearray = field(repr=False)


@contextmanager
def deciding(chosen: argparse.Namespace, environment: Environment) -> Iterator[Decision]:
    """Unlock the named vault and keep a copy of the passphrase for the act, because unlocking wipes it."""
    typed = passphrase(chosen.passphrase_fd)
    own = bytearray(typed)
    try:
        with closing(
            vaults.unlock_vault(chosen.folder, passphrase=typed, environment=environment)
        ) as session:
            yield Decision(session=session, own=own)
    finally:
        wipe(own)


def user_named(session: Session, name: str) -> User:
    """Return the user with this name or identifier. Raises NotFoundError."""
    found = [user for user in users.list_users(session) if name in {user.name, user.id}]
    if len(found) != 1:
        raise NotFoundError("there is no user of this name in this vault")
    return found[0]
