"""What opens the vault, and its renewal."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.crypto import passphrases
from thb_desktop.services.office import users
from ui.jobs import VaultJobs
from ui.topics import Topic
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session
    from thb_desktop.services.office.recovery import Keyslot


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyslotRow:
    """A passphrase or code that opens the vault, and the name of its user."""

    slot: "Keyslot"
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCode:
    """A new recovery code; its office, and the vault's id.

    locked: the folder of that vault, if the act that made the code ended the session.
    """

    code: str = field(repr=False)
    office: str
    vault: str
    locked: Path | None = None


class CodeModel(ViewModel):
    """confirmed: the code opens the vault, and an event records that it was typed back. locked: see
    NewCode.
    """

    changes = Topic.OFFICE

    confirmed = Signal()

    def __init__(self, jobs: VaultJobs, locked: Path | None, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self._locked = locked

    def confirm(self, typed: str) -> None:
        from thb_desktop.services.office import vaults

        def done(_: None) -> None:
            self.confirmed.emit()

        folder = self._locked
        if folder is None:
            self.write(lambda session: vaults.confirm_recovery_code(session, typed), done)
            return

        def work() -> None:
            vaults.confirm_code_of_locked_vault(folder, typed, environment=self.jobs.environment())

        self.jobs.call(self, work, then=done, refused=self.refuse)


class KeysModel(ViewModel):
    """listed: rows. renewed: the new code, to be shown once."""

    changes = Topic.OFFICE

    listed = Signal(object)
    renewed = Signal(object)

    def reload(self) -> None:
        self.read(_rows, self.listed.emit)

    def renew_code(self, own: str) -> None:
        def work(session: "Session") -> NewCode:
            from thb_desktop.services.office import recovery

            code = recovery.renew_recovery_code(session, own_passphrase=passphrases.prepare(own))
            return NewCode(code=code, office=session.office, vault=session.vault_id)

        self.write(work, self.renewed.emit)


def _rows(session: "Session") -> tuple[KeyslotRow, ...]:
    from thb_desktop.services.office import recovery

    names: dict[str, str] = {user.id: user.name for user in users.list_users(session)}
    return tuple(
        KeyslotRow(slot=slot, name=names.get(slot.user_id, "")) for slot in recovery.list_keyslots(session)
    )
