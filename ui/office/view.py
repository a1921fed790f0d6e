"""The page Office: everything about the vault that belongs to no case, in tabs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget

from thb_desktop.domain.rights import Right
from ui.jobs import VaultJobs
from ui.office.backup import BackupPart
from ui.office.cautions import CautionsPart
from ui.office.consultations import ConsultationsPart
from ui.office.keys import KeysPart
from ui.office.packs import PacksPart
from ui.office.partners import PartnersPart
from ui.office.people import PeoplePart
from ui.office.rights_grid import RightsGrid
from ui.office.signing import SigningPart
from ui.widgets.page import Page

type _More = PartnersPart | PacksPart | CautionsPart | ConsultationsPart


class OfficeView(Page):
    """People, rights, keys, backups. left: this session ends; lock now."""

    left = Signal()

    def __init__(self, jobs: VaultJobs) -> None:
        super().__init__()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.people = PeoplePart(jobs, self.notice)
        self.grid = RightsGrid()
        self.keys = KeysPart(jobs, self.notice)
        self.signing = SigningPart(jobs, self.notice)
        self.backup = BackupPart(jobs, self.notice)
        self.cautions = CautionsPart(jobs, self.notice)
        self.partners = PartnersPart(jobs, self.notice)
        self.packs = PacksPart(jobs, self.notice)
        self.consultations = ConsultationsPart(jobs, self.notice)
        self.tabs.addTab(self.people, self.tr("&People"))
        self.tabs.addTab(self.grid, self.tr("&Rights"))
        self.tabs.addTab(self.keys, self.tr("&Keys and recovery"))
        self.tabs.addTab(self.signing, self.tr("&Signing keys"))
        self.tabs.addTab(self.backup, self.tr("&Backups"))
        self.tabs.addTab(self.partners, self.tr("Other offices"))
        self.tabs.addTab(self.packs, self.tr("Cooperation data"))
        self.tabs.addTab(self.cautions, self.tr("Cauti&ons"))
        self.tabs.addTab(self.consultations, self.tr("Consu&ltations"))
        self.body.addWidget(self.tabs, 1)
        self.home = (self.tabs.tabBar(),)
        self.people.left.connect(self.left)
        self.keys.left.connect(self.left)

    def reload(self) -> None:
        for part in self._parts():
            part.reload()

    def show_rights(self, rights: frozenset[Right]) -> None:
        for part in self._parts():
            part.show_rights(rights)
        at = self.tabs.indexOf(self.consultations)
        self.tabs.setTabVisible(at, Right.READ_CONSULTATIONS in rights)

    def _parts(self) -> tuple[PeoplePart | KeysPart | SigningPart | BackupPart | _More, ...]:
        more = (self.partners, self.packs, self.cautions, self.consultations)
        return (self.people, self.keys, self.signing, self.backup, *more)
