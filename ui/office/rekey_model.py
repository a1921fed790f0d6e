"""Renewing the master key, and readmitting absent users."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from thb_desktop.crypto import passphrases
from thb_desktop.crypto.keyslots import SlotKind
from thb_desktop.domain.ids import AgentId
from thb_desktop.domain.people import User
from thb_desktop.domain.vocabulary import TwoPersonAct
from thb_desktop.errors import ThbError
from thb_desktop.services.casework import drafts
from thb_desktop.services.office import users
from ui.long_work import LongWork, Progress
from ui.office.keys_model import NewCode
from ui.second_person import TypedSecond, approved
from ui.topics import Topic

if TYPE_CHECKING:
    from threading import Event

    from thb_desktop.services.core.session import Session


FORM = "renew-master-key"


class RekeyModel(LongWork):
    """asked: the colleagues with access, and the vault's id. renewed: the new code; the vault is locked.

    refused_by: the error, before its sentence.
    """

    changes = Topic.OFFICE

    asked = Signal(object, str)
    renewed = Signal(object)
    refused_by = Signal(object)

    def ask(self) -> None:
        self.read(_colleagues, lambda found: self.asked.emit(*found))

    def renew(self, *, reason: str, own: str, others: Mapping[str, str], second: TypedSecond) -> None:
        """own, others: passphrases as typed, the latter by user."""

        def work(session: "Session", progress: Progress, cancelled: "Event") -> NewCode:
            from thb_desktop.services.keeping import rekeying

            office, vault, folder = session.office, session.vault_id, session.vault.folder
            with _taken_out(session):
                approval = approved(session, second, TwoPersonAct.RENEW_MASTER_KEY, session.vault_id)
                renewed = rekeying.renew_master_key(
                    session,
                    own_passphrase=passphrases.prepare(own),
                    others={AgentId(each): passphrases.prepare(typed) for each, typed in others.items()},
                    reason=reason,
                    second=approval,
                    progress=progress,
                    cancelled=cancelled,
                )
            return NewCode(code=renewed.recovery_code, office=office, vault=vault, locked=folder)

        self.begin(work, self.renewed.emit, changes=False)

    def refuse(self, error: ThbError) -> None:
        """Let the dialog clear what has to be typed again, and say why."""
        self.refused_by.emit(error)
        super().refuse(error)


@contextmanager
def _taken_out(session: "Session") -> Iterator[None]:
    """Typed secrets must not be drafts in the rewritten vault; in the old one, they are kept again."""
    kept = drafts.find_form(session, FORM, "")
    drafts.discard_form(session, FORM, "")
    try:
        yield
    except ThbError:
        if kept:
            drafts.save_form(session, FORM, "", kept)
        raise


def _colleagues(session: "Session") -> tuple[tuple[User, ...], str]:
    """Return the other users with a passphrase for the vault, and the vault's id."""
    from thb_desktop.services.office import recovery

    with_passphrase = {
        way.user_id for way in recovery.list_keyslots(session) if way.kind is SlotKind.PASSPHRASE
    } - {session.user.id}
    found = tuple(user for user in users.list_users(session) if user.id in with_passphrase)
    return found, session.vault_id
