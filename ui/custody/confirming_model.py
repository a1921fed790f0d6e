"""Confirming transfers: what a party is shown, the three ways, the printed form, and the withdrawal."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.confirmations import digest_of_all
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.vocabulary import TransferParty
from thb_desktop.services.case_file import sheets
from thb_desktop.services.evidence import confirmations, exhibits, transfer_form
from ui.jobs import InVault, VaultJobs
from ui.topics import Topic
from ui.view_model import FormModel

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session
    from thb_desktop.services.evidence.confirmations import OnPaper, Transfer


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Transfers that are confirmed together as they are shown, their digest, the scans of the case, and who
    is at the desk.
    """

    transfers: "tuple[Transfer, ...]"
    digest: str
    scans: tuple[Exhibit, ...]
    user: str

    @property
    def ids(self) -> list[RowId]:
        return [each.event.id for each in self.transfers]

    @property
    def missing(self) -> Sequence[TransferParty]:
        """The parties who have not confirmed these transfers."""
        return self.transfers[0].missing


class ConfirmingModel(FormModel):
    """shown: what is to be confirmed. recorded: the first new event. written: the file with the form."""

    changes = Topic.EXHIBITS

    shown = Signal(object)
    recorded = Signal(object)
    written = Signal(object, int)

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)

    def ask(self, event_id: RowId) -> None:
        """Read the transfers of the act to which an event belongs."""

        def work(session: "Session") -> Shown:
            found = confirmations.transfers_of_act(session, event_id)
            return Shown(
                transfers=found,
                digest=digest_of_all([each.digest for each in found]),
                scans=exhibits.list_scans(session, found[0].exhibit.case_id),
                user=session.user.name,
            )

        self.read(work, self.shown.emit)

    def by_key(self, shown: Shown, party: TransferParty) -> None:
        self.write(
            lambda session: confirmations.confirm_by_key(session, shown.ids, party, shown=shown.digest)[0],
            self.recorded.emit,
        )

    def drawn(self, shown: Shown, party: TransferParty, name: str, strokes: str) -> None:
        self.write(
            lambda session: confirmations.confirm_drawn(
                session, shown.ids, party, shown=shown.digest, name=name, strokes=strokes
            )[0],
            self.recorded.emit,
        )

    def on_paper(self, shown: Shown, party: TransferParty, paper: "OnPaper") -> None:
        self.write(
            lambda session: confirmations.confirm_on_paper(session, shown.ids, party, paper)[0],
            self.recorded.emit,
        )

    def withdraw(self, event_id: RowId, reason: str) -> None:
        self.write(
            lambda session: confirmations.withdraw_confirmation(session, event_id, reason)[0],
            self.recorded.emit,
        )

    def print_form(self, shown: Shown, target: Path) -> None:
        """Write the hand-over form to a new file."""
        event_id = shown.ids[0]

        def work(in_vault: InVault) -> int:
            form = in_vault(lambda session: transfer_form.transfer_form(session, event_id))
            return sheets.write_sheet(form, target)

        self.writing.emit()
        self.jobs.beside(self, work, then=lambda pages: self.written.emit(target, pages), refused=self.refuse)
