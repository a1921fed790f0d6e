"""Making a vault step by step, and a new passphrase after a recovery."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from thb_desktop.crypto import passphrases
from thb_desktop.domain.vocabulary import DraftHistory, TwoPersonAct, UserRole
from ui.second_person import TypedSecond, approved
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session
    from thb_desktop.services.office.vaults import CreatedVault


class CreateViewModel(ViewModel):
    """created: the recovery code, to be shown once. confirmed: it was typed back correctly."""

    created = Signal(str)
    confirmed = Signal()

    def create(
        self,
        folder: Path,
        *,
        office: str,
        name: str,
        role: UserRole,
        typed: str,
        draft_history: DraftHistory,
    ) -> None:
        """Make the vault; the passphrase was already compared with its repetition."""

        def work() -> "CreatedVault":
            from thb_desktop.services.office import vaults

            return vaults.create_vault(
                folder,
                office=office,
                user_name=name,
                role=role,
                passphrase=passphrases.prepare(typed),
                environment=self.jobs.environment(),
                draft_history=draft_history,
            )

        self.jobs.call(
            self, work, then=self._made, refused=self.refuse, unwanted=lambda made: made.session.close()
        )

    def confirm(self, typed: str) -> None:
        """Compare what was typed back with the recovery code."""
        from thb_desktop.services.office import vaults

        self.jobs.run(
            self,
            lambda session: vaults.confirm_recovery_code(session, typed),
            then=lambda _: self.confirmed.emit(),
            refused=self.refuse,
        )

    def _made(self, made: "CreatedVault") -> None:
        self.jobs.adopt(made.session)
        self.created.emit(made.recovery_code)


class RecoveredViewModel(ViewModel):
    """done: the new passphrase holds. refused: why not."""

    done = Signal()

    def set_after_recovery(self, new: str, second: TypedSecond) -> None:
        from thb_desktop.services.office import vaults

        def work(session: "Session") -> None:
            approval = approved(session, second, TwoPersonAct.RECOVER_PASSPHRASE, session.user.id)
            vaults.set_passphrase_by_recovery(session, passphrases.prepare(new), second=approval)

        self.jobs.run(self, work, then=lambda _: self.done.emit(), refused=self.refuse)
