"""A joint action day: compared, and printed as sheets and labels."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from thb_desktop.domain.ids import CaseId, RowId
from thb_desktop.domain.labels import SHEETS
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import action_days
from ui.jobs import InVault
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.report.sheets import Sheet


class ActionDayModel(ViewModel):
    """loaded: an `ActionDay`. written: a file, and how many pages it has."""

    loaded = Signal(object)
    written = Signal(object, int)

    def load(self, case_id: CaseId) -> None:
        self.read(lambda session: action_days.action_day_of(session, case_id), self.loaded.emit)

    def print_run_sheet(self, case_id: CaseId, team_id: RowId, target: Path) -> None:
        from thb_desktop.services.evidence import action_day_sheets

        self._print(target, lambda session: action_day_sheets.run_sheet(session, case_id, team_id))

    def print_after(self, case_id: CaseId, target: Path) -> None:
        from thb_desktop.services.evidence import action_day_sheets

        self._print(target, lambda session: action_day_sheets.reconciliation_sheet(session, case_id))

    def print_labels(self, case_id: CaseId, team_id: RowId, sheet: str, target: Path) -> None:
        from thb_desktop.services.evidence import labels

        def work(in_vault: InVault) -> int:
            made = in_vault(lambda session: labels.labels_of_team(session, case_id, team_id, SHEETS[sheet]))
            return labels.write_labels(made, target)

        self._beside(work, target)

    def _print(self, target: Path, gather: "Callable[[Session], Sheet]") -> None:
        from thb_desktop.services.case_file import sheets

        self._beside(lambda in_vault: sheets.write_sheet(in_vault(gather), target), target)

    def _beside(self, work: Callable[[InVault], int], target: Path) -> None:
        self.writing.emit()
        self.jobs.beside(self, work, then=lambda pages: self.written.emit(target, pages), refused=self.refuse)
