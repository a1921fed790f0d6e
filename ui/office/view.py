"""The page Office: everything about the vault that belongs to no case, in tabs."""

from PySide6.QtCore import Signal

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
from ui.widgets.late_tabs import LateTabs
from ui.widgets.page import Page

type _More = PartnersPart | PacksPart | CautionsPart | ConsultationsPart
type _Part = PeoplePart | RightsGrid | KeysPart | SigningPart | BackupPart | _More


class OfficeView(Page):
    """People, rights, keys, backups. left: this session ends; lock now.

    What a tab shows is made and read when the tab is first seen.
    """

    left = Signal()

    def __init__(self, jobs: VaultJobs) -> None:
        super().__init__()
        self._rights: frozenset[Right] | None = None
        self._was_read = False
        notice = self.notice
        tabs = self.tabs = LateTabs[_Part](self._prepare)
        tabs.setDocumentMode(True)
        tabs.tabBar().setDrawBase(False)
        tabs.add_late(self.tr("&People"), PeoplePart, lambda: PeoplePart(jobs, notice))
        tabs.add_late(self.tr("&Rights"), RightsGrid, RightsGrid)
        tabs.add_late(self.tr("&Keys and recovery"), KeysPart, lambda: KeysPart(jobs, notice))
        tabs.add_late(self.tr("&Signing keys"), SigningPart, lambda: SigningPart(jobs, notice))
        tabs.add_late(self.tr("&Backups"), BackupPart, lambda: BackupPart(jobs, notice))
        tabs.add_late(self.tr("Other offices"), PartnersPart, lambda: PartnersPart(jobs, notice))
        tabs.add_late(self.tr("Cooperation data"), PacksPart, lambda: PacksPart(jobs, notice))
        tabs.add_late(self.tr("Cauti&ons"), CautionsPart, lambda: CautionsPart(jobs, notice))
        tabs.add_late(self.tr("Consu&ltations"), ConsultationsPart, lambda: ConsultationsPart(jobs, notice))
        self.body.addWidget(tabs, 1)
        self.home = (tabs.tabBar(),)

    @property
    def people(self) -> PeoplePart:
        return self.tabs.of(PeoplePart)

    @property
    def grid(self) -> RightsGrid:
        return self.tabs.of(RightsGrid)

    @property
    def keys(self) -> KeysPart:
        return self.tabs.of(KeysPart)

    @property
    def signing(self) -> SigningPart:
        return self.tabs.of(SigningPart)

    @property
    def backup(self) -> BackupPart:
        return self.tabs.of(BackupPart)

    @property
    def partners(self) -> PartnersPart:
        return self.tabs.of(PartnersPart)

    @property
    def packs(self) -> PacksPart:
        return self.tabs.of(PacksPart)

    @property
    def cautions(self) -> CautionsPart:
        return self.tabs.of(CautionsPart)

    @property
    def consultations(self) -> ConsultationsPart:
        return self.tabs.of(ConsultationsPart)

    def reload(self) -> None:
        self._was_read = True
        for part in self.tabs.made:
            if not isinstance(part, RightsGrid):
                part.reload()

    def show_rights(self, rights: frozenset[Right]) -> None:
        self._rights = rights
        for part in self.tabs.made:
            if not isinstance(part, RightsGrid):
                part.show_rights(rights)
        at = self.tabs.number_of(ConsultationsPart)
        self.tabs.setTabVisible(at, Right.READ_CONSULTATIONS in rights)

    def _prepare(self, part: _Part) -> None:
        """Tell a new part what the page knows, and read what it shows if the page was read before it."""
        if isinstance(part, RightsGrid):
            return
        if isinstance(part, PeoplePart | KeysPart):
            part.left.connect(self.left)
        if self._rights is not None:
            part.show_rights(self._rights)
        if self._was_read:
            part.reload()
