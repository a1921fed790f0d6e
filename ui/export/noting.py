"""Noting that a bundle or package was sent: a line of the log, begun with what the program knows of it."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.bundle import Bundle
from thb_desktop.domain.cooperation import Transmission
from thb_desktop.domain.ids import RowId
from thb_desktop.services.cooperation import board
from thb_desktop.services.cooperation.sending_log import sending_of
from ui.jobs import VaultJobs
from ui.view_model import FormModel


class NotingModel(FormModel):
    """found: a Sending. noted: the line of the log. number: of what was sent, a bundle or its package."""

    found = Signal(object)
    noted = Signal(object)

    def __init__(self, jobs: VaultJobs, bundle: Bundle, number: str, parent: QObject) -> None:
        super().__init__(jobs, parent)
        self.bundle, self.number = bundle, number

    def look(self) -> None:
        self.read(
            lambda session: sending_of(session, self.bundle.case_id, self.number),
            self.found.emit,
        )

    def note(self, values: dict[str, Any]) -> None:
        """Enter the line in the log."""
        line = Transmission(id=RowId(""), case_id=self.bundle.case_id, **values)
        self.write(lambda session: board.note_transmission(session, line), self.noted.emit)
