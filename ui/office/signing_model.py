"""Further signing keys: added from a file or a card, and withdrawn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from thb_desktop.crypto import passphrases
from thb_desktop.domain.ids import AgentId
from thb_desktop.domain.people import SigningIdentity, User
from thb_desktop.errors import SourceUnreadableError
from thb_desktop.services.office import users
from ui.text import isolate_words
from ui.topics import Topic
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session
    from thb_desktop.services.office.identities import CardKey

MOST_BYTES = 1 << 20
"""Longer than any key file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyRow:
    """One further signing key, and its user.

    agreed: whether the user agreed to it. is_offered: whether it waits for the user of this session.
    """

    identity: SigningIdentity
    user: str
    agreed: bool = True
    is_offered: bool = False


class SigningModel(ViewModel):
    """listed: rows, and the active users. offered: keys that wait for the user of this session, on request.

    taken: a key was added, agreed to, refused or withdrawn. due: the names of the users whose certificates
    must be renewed. renewed: those whose certificates were.
    """

    changes = Topic.OFFICE

    listed = Signal(object, object)
    offered = Signal(object)
    taken = Signal()
    due = Signal(object)
    renewed = Signal(object)

    def reload(self) -> None:
        self.read(_rows, lambda found: self.listed.emit(*found))
        self.read(_due, self.due.emit)

    def renew(self) -> None:
        """Renew the certificates that say no function, or end soon."""
        from thb_desktop.services.office import renewing

        self.write(renewing.renew_certificates, lambda found: self.renewed.emit(_names(found)))

    def ask_offered(self) -> None:
        from thb_desktop.services.office import identities

        self.read(identities.list_offered, self.offered.emit)

    def agree(self, offered: SigningIdentity) -> None:
        from thb_desktop.services.office import identities

        self.write(
            lambda session: identities.agree_to_identity(session, offered.id),
            lambda _: self.taken.emit(),
        )

    def decline(self, offered: SigningIdentity, reason: str) -> None:
        from thb_desktop.services.office import identities

        self.write(
            lambda session: identities.refuse_identity(session, offered.id, reason=reason),
            lambda _: self.taken.emit(),
        )

    def look_at_cards(self, module: Path, then: "Callable[[tuple[CardKey, ...]], None]") -> None:
        """Read the keys of the card in the reader."""
        from thb_desktop.services.office import identities

        refused = partial(self._refuse, self._asking)
        self.jobs.call(self, lambda: identities.list_card_keys(module), then=then, refused=refused)

    def take_file(self, user_id: AgentId, path: Path, *, typed: str, of_file: str) -> None:
        """typed: the user's passphrase. of_file: the passphrase of the key file."""

        def work(session: "Session") -> None:
            from thb_desktop.services.office import identities

            identities.add_key_file(
                session,
                user_id,
                passphrase=passphrases.prepare(typed),
                file=_read(path),
                file_passphrase=bytearray(of_file, "utf-8"),
            )

        self.write(work, lambda _: self.taken.emit())

    def take_card(self, user_id: AgentId, module: Path, key: "CardKey", *, typed: str, pin: str) -> None:
        def work(session: "Session") -> None:
            from thb_desktop.services.office import identities

            identities.add_card(
                session,
                user_id,
                passphrase=passphrases.prepare(typed),
                module=module,
                pin=bytearray(pin, "utf-8"),
                public_key=key.public_key,
            )

        self.write(work, lambda _: self.taken.emit())

    def withdraw(self, identity: SigningIdentity, reason: str) -> None:
        from thb_desktop.services.office import identities

        self.write(
            lambda session: identities.withdraw_identity(session, identity.id, reason=reason),
            lambda _: self.taken.emit(),
        )


def _due(session: "Session") -> tuple[str, ...]:
    from thb_desktop.services.office import renewing

    return _names(renewing.list_renewals(session))


def _names(found: Sequence[User]) -> tuple[str, ...]:
    return tuple(isolate_words(user.name) for user in found)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES)
    except OSError:
        raise SourceUnreadableError("the file cannot be read") from None


def _rows(session: "Session") -> tuple[tuple[KeyRow, ...], Sequence[User]]:
    from thb_desktop.services.office import identities

    everybody = users.list_users(session)
    names: dict[str, str] = {user.id: user.name for user in everybody}
    agreed = identities.list_agreed(session)
    rows = tuple(
        KeyRow(
            identity=found,
            user=names.get(found.user_id, ""),
            agreed=found.id in agreed,
            is_offered=found.user_id == session.user.id
            and found.id not in agreed
            and found.withdrawn_at is None,
        )
        for found in identities.list_identities(session)
    )
    return rows, tuple(user for user in everybody if user.active)
