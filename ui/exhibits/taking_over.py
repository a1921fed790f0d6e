"""What can be taken over from a file of an exhibit: a statement of account, and advertisements."""

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.ids import CaseId
from ui.jobs import VaultJobs


def open_statement(parent: QWidget, jobs: VaultJobs, case_id: CaseId, file: ExhibitFile) -> None:
    from ui.exhibits.statement import TakeOverDialog
    from ui.exhibits.statement_model import StatementModel

    TakeOverDialog(parent, StatementModel(jobs, case_id, file)).open()


def open_ads(parent: QWidget, jobs: VaultJobs, file: ExhibitFile) -> None:
    from ui.exhibits.ads import ReadAdsDialog
    from ui.exhibits.ads_model import AdsReadingModel

    ReadAdsDialog(parent, AdsReadingModel(jobs, file)).open()
