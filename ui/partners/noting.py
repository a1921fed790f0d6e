"""Noting that something was sent: a line of the log, begun with what the program knows of it."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.cooperation import Transmission
from thb_desktop.domain.ids import CaseId, RowId
from thb_desktop.services.cooperation import board
from thb_desktop.services.cooperation.sending_log import sending_of
from ui.jobs import VaultJobs
from ui.view_model import FormModel


class NotingModel(FormModel):
    """found: a Sending. noted: the line of the log. named: what was sent, as `sending_of` takes it."""

    found = Signal(object)
    noted = Signal(object)

    def __init__(self, jobs: VaultJobs, case_id: CaseId, named: str, parent: QObject) -> None:
        super().__init__(jobs, parent)
        self.case_id, self.named = case_id, named

    def look(self) -> None:
        self.read(
            lambda session: sending_of(session, self.case_id, self.named),
            self.found.emit,
        )

    def note(self, values: dict[str, Any]) -> None:
        """Enter the line in the log."""
        line = Transmission(id=RowId(""), case_id=self.case_id, **values)
        self.write(lambda session: board.note_transmission(session, line), self.noted.emit)
