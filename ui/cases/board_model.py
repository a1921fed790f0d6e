"""The board of a case: loaded, and printed as sheets."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from thb_desktop.domain.cooperation_codes import ReferralProblem
from thb_desktop.domain.ids import CaseId, InstrumentId
from thb_desktop.services.cooperation import board
from thb_desktop.services.core.session import Session
from ui.jobs import InVault
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.report.sheets import Sheet


class BoardModel(ViewModel):
    """loaded: the lines of the board. unasked: what came under no request. written: the file of a sheet, and
    how many pages it has.
    """

    loaded = Signal(object)
    unasked = Signal(object)
    written = Signal(object, int)

    def load(self, case_id: CaseId) -> None:
        self.read(lambda session: board.board_of(session, case_id), self.loaded.emit)
        self.read(lambda session: board.list_unasked(session, case_id), self.unasked.emit)

    def print_board(self, case_id: CaseId, target: Path) -> None:
        from thb_desktop.services.cooperation import board_sheets

        self._write(target, lambda session: board_sheets.board_sheet(session, case_id))

    def print_referral(self, case_id: CaseId, target: Path, problem: ReferralProblem, wanted: str) -> None:
        from thb_desktop.services.bundling import referrals

        self._write(
            target,
            lambda session: referrals.referral_sheet(session, case_id, problem=problem, wanted=wanted),
        )

    def print_data(self, case_id: CaseId, target: Path, order: InstrumentId) -> None:
        from thb_desktop.services.cooperation.data_sheet import data_sheet

        self._write(target, lambda session: data_sheet(session, case_id, order))

    def _write(self, target: Path, gather: "Callable[[Session], Sheet]") -> None:
        from thb_desktop.services.case_file import sheets

        def work(in_vault: InVault) -> int:
            return sheets.write_sheet(in_vault(gather), target)

        self.jobs.beside(self, work, then=lambda pages: self.written.emit(target, pages), refused=self.refuse)
