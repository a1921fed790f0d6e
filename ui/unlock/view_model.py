"""Opening a vault: from the folder and the secret to an unlocked vault or one sentence."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from thb_desktop.errors import NotFoundError, ThbError
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session
    from ui.widgets.card import TypedCard


class UnlockViewModel(ViewModel):
    """unlocked: with a passphrase. recovered: with a code or shares; a new passphrase is due. refused: why
    not.
    """

    unlocked = Signal()
    recovered = Signal()

    def unlock(self, folder: Path, typed: str, card: "TypedCard | None" = None) -> None:
        def work() -> "Session":
            from thb_desktop.crypto import passphrases
            from thb_desktop.services.core.keys import Card
            from thb_desktop.services.office import vaults

            return vaults.unlock_vault(
                folder,
                passphrase=passphrases.prepare(typed),
                environment=self.jobs.environment(),
                card=Card(module=card.module, pin=bytearray(card.pin, "utf-8")) if card else None,
                beside=True,
            )

        refused = self._refuse_card if card else self.refuse
        self.jobs.call(self, work, then=self._opened, refused=refused, unwanted=_close)

    def unlock_with_code(self, folder: Path, typed: str) -> None:
        def work() -> "Session":
            from thb_desktop.services.office import vaults

            return vaults.unlock_with_recovery_code(folder, code=typed, environment=self.jobs.environment())

        self.jobs.call(self, work, then=self._recovered, refused=self.refuse, unwanted=_close)

    def unlock_with_shares(self, folder: Path, given: list[tuple[str, str]]) -> None:
        """given: each share as typed, with its holder's passphrase."""

        def work() -> "Session":
            from thb_desktop.crypto import passphrases
            from thb_desktop.services.office import vaults

            shares = [(share, passphrases.prepare(typed)) for share, typed in given]
            return vaults.unlock_with_shares(folder, given=shares, environment=self.jobs.environment())

        self.jobs.call(self, work, then=self._recovered, refused=self.refuse, unwanted=_close)

    def prepare(self) -> None:
        """Load what unlocking needs while the user still types."""

        def work() -> None:
            import thb_desktop.services.office.vaults  # noqa: F401 - loading is the purpose

        self.jobs.call(self, work)

    def _refuse_card(self, error: ThbError) -> None:
        """NotFoundError means here that this user has no card, not that something was deleted."""
        if isinstance(error, NotFoundError):
            told = self.tr(
                "No card signs in your name yet. Unlock without it, and add the card under Office, "
                "Signing keys."
            )
            self.refused.emit(told)
        else:
            self.refuse(error)

    def _opened(self, session: "Session") -> None:
        self.jobs.adopt(session)
        self.unlocked.emit()

    def _recovered(self, session: "Session") -> None:
        self.jobs.adopt(session)
        self.recovered.emit()


def _close(session: "Session") -> None:
    """The result is no longer wanted."""
    session.close()
