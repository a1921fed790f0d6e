"""Making a vault step by step, and changing who opens it and how."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from thb_desktop.crypto import passphrases
from thb_desktop.domain.people import User
from thb_desktop.domain.seconds import about_user
from thb_desktop.domain.vocabulary import TwoPersonAct, UserRole
from ui.seconds import TypedSecond, approved
from ui.text import translate
from ui.tones import Tone
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.session import Session
    from thb_desktop.services.vaults import CreatedVault


def strength(typed: str) -> tuple[int, str, Tone]:
    """How hard a passphrase is to guess: bits, words, and the tone they are said in."""
    if not typed:
        return (
            0,
            translate("strength", "Five words drawn by chance are hard to guess."),
            Tone.PLAIN,
        )
    found = passphrases.assess(typed)
    said, tone = {
        passphrases.Verdict.REFUSED: (
            translate("strength", "Too easy to guess: about {bits} bits."),
            Tone.BAD,
        ),
        passphrases.Verdict.WEAK: (translate("strength", "Just enough: about {bits} bits."), Tone.WARN),
        passphrases.Verdict.GOOD: (translate("strength", "Hard to guess: about {bits} bits."), Tone.OK),
    }[found.verdict]
    return found.bits, said.format(bits=found.bits), tone


class CreateViewModel(ViewModel):
    """created: the recovery code, to be shown once. confirmed: it was typed back rightly."""

    created = Signal(str)
    confirmed = Signal()

    def create(self, folder: Path, *, office: str, name: str, role: UserRole, typed: str) -> None:
        """Make the vault; the typed passphrase was compared with its repetition before."""

        def work() -> "CreatedVault":
            from thb_desktop.services import vaults

            return vaults.create_vault(
                folder,
                office=office,
                user_name=name,
                role=role,
                passphrase=passphrases.prepare(typed),
                environment=self.jobs.environment(),
            )

        self.jobs.call(self, work, then=self._made, refused=self.refuse)

    def confirm(self, typed: str) -> None:
        """Compare what was typed back with the recovery code."""
        from thb_desktop.services import vaults

        self.jobs.run(
            self,
            lambda session: vaults.confirm_recovery_code(session, typed),
            then=lambda _: self.confirmed.emit(),
            refused=self.refuse,
        )

    def _made(self, made: "CreatedVault") -> None:
        self.jobs.adopt(made.session)
        self.created.emit(made.recovery_code)


class PassphraseViewModel(ViewModel):
    """done: the new passphrase holds. refused: why not, and the old one still does."""

    done = Signal()

    def change(self, old: str, new: str) -> None:
        from thb_desktop.services import vaults

        self.jobs.run(
            self,
            lambda session: vaults.change_passphrase(
                session, old=passphrases.prepare(old), new=passphrases.prepare(new)
            ),
            then=lambda _: self.done.emit(),
            refused=self.refuse,
        )

    def set_after_recovery(self, new: str, second: TypedSecond) -> None:
        from thb_desktop.services import vaults

        def work(session: "Session") -> None:
            approval = approved(session, second, TwoPersonAct.RECOVER_PASSPHRASE, session.user.id)
            vaults.set_passphrase_by_recovery(session, passphrases.prepare(new), second=approval)

        self.jobs.run(self, work, then=lambda _: self.done.emit(), refused=self.refuse)


class UsersViewModel(ViewModel):
    """The users of the vault. listed: all of them. added: the new one. refused: why not."""

    listed = Signal(object)
    added = Signal(object)

    def reload(self) -> None:
        from thb_desktop.services import users

        self.jobs.run(self, users.list_users, then=self.listed.emit, refused=self.refuse)

    def add(self, name: str, role: UserRole, typed: str, own: str, second: TypedSecond) -> None:
        """typed: the new user's passphrase. own: that of the user of this session."""

        def work(session: "Session") -> User:
            from thb_desktop.services import users

            about = about_user(name, role)
            return users.add_user(
                session,
                name=name,
                role=role,
                passphrase=passphrases.prepare(typed),
                own_passphrase=passphrases.prepare(own) if own else None,
                second=approved(session, second, TwoPersonAct.ADD_USER, about),
            )

        self.jobs.run(self, work, then=self._added, refused=self.refuse)

    def _added(self, user: User) -> None:
        self.added.emit(user)
        self.reload()
