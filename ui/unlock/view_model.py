"""Opening a vault: the folder and the secret go in, an unlocked vault or one sentence comes out."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.ground.session import Session


class UnlockViewModel(ViewModel):
    """unlocked: by passphrase. recovered: by code or shares, a new passphrase is due. refused: why not."""

    unlocked = Signal()
    recovered = Signal()

    def unlock(self, folder: Path, typed: str) -> None:
        def work() -> "Session":
            from thb_desktop.crypto import passphrases
            from thb_desktop.services.office import vaults

            return vaults.unlock_vault(
                folder, passphrase=passphrases.prepare(typed), environment=self.jobs.environment()
            )

        self.jobs.call(self, work, then=self._opened, refused=self.refuse, unwanted=_close)

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
        """Load what unlocking needs while the person still types."""

        def work() -> None:
            import thb_desktop.services.office.vaults  # noqa: F401 - loading is the purpose

        self.jobs.call(self, work)

    def _opened(self, session: "Session") -> None:
        self.jobs.adopt(session)
        self.unlocked.emit()

    def _recovered(self, session: "Session") -> None:
        self.jobs.adopt(session)
        self.recovered.emit()


def _close(session: "Session") -> None:
    """Nobody waits for it any more."""
    session.close()
