"""Recovery shares: made on the vault's thread, shown once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from thb_desktop.crypto import passphrases
from ui.topics import Topic
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session
    from thb_desktop.services.office.recovery import RecoveryShare


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeShares:
    """The shares, one a holder; their office, and the vault's id."""

    shares: "tuple[RecoveryShare, ...]" = field(repr=False)
    office: str
    vault: str


class SharesModel(ViewModel):
    """made: MadeShares, to be shown once. refused: why not; then an earlier set still opens the vault."""

    changes = Topic.OFFICE

    made = Signal(object)

    def make(self, needed: int, holders: Sequence[tuple[str, str]], own: str) -> None:
        """holders: name and passphrase as typed, in order. own: that of the user of this session."""

        def work(session: "Session") -> MadeShares:
            from thb_desktop.services.office import recovery

            shares = recovery.make_recovery_shares(
                session,
                needed=needed,
                holders=[
                    recovery.Holder(name=name, passphrase=passphrases.prepare(typed))
                    for name, typed in holders
                ],
                own_passphrase=passphrases.prepare(own),
            )
            return MadeShares(shares=shares, office=session.office, vault=session.vault_id)

        self.write(work, self.made.emit)
