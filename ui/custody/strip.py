"""StripDialog: the way of an exhibit from hand to hand, drawn and listed; each mark leads to its event."""

from collections.abc import Collection
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.chronology import Chronology
from thb_desktop.domain.custody_strip import CustodyLane
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.services.evidence.custody_strip import custody_strip
from ui.jobs import InVault, VaultJobs
from ui.labels.findings import finding_text
from ui.lanes.chronology import ChronologyDialog
from ui.lanes.chronology_model import ChronologyModel
from ui.text import isolate
from ui.widgets.basic import rename


class StripModel(ChronologyModel):
    """The strip is read whole; lanes that are not wanted are left out of it."""

    def __init__(self, jobs: VaultJobs, case: CaseFile, exhibit: Exhibit, parent: QObject) -> None:
        super().__init__(jobs, case, parent)
        self.exhibit = exhibit
        self.lanes = frozenset(CustodyLane)
        self._whole: Chronology | None = None

    def load(self) -> None:
        if self._whole is None:
            self.read(lambda session: custody_strip(session, self.exhibit.id, finding_text), self._take_whole)
        else:
            self._show_seen()

    def show_lanes(self, lanes: Collection[StrEnum]) -> None:
        self.lanes = frozenset(lanes)
        self._show_seen()

    def print_sheet(self, target: Path) -> None:
        from thb_desktop.services.case_file import sheets
        from thb_desktop.services.evidence import custody_strip as strips

        def work(in_vault: InVault) -> int:
            sheet = in_vault(lambda session: strips.custody_strip_sheet(session, self.exhibit.id))
            return sheets.write_sheet(sheet, target)

        self.jobs.beside(self, work, then=lambda pages: self.written.emit(target, pages), refused=self.refuse)

    def _take_whole(self, found: Chronology) -> None:
        self._whole = found
        self._show_seen()

    def _show_seen(self) -> None:
        if self._whole is not None:
            points = tuple(each for each in self._whole.points if each.lane in self.lanes)
            self._take(Chronology(case_id=self._whole.case_id, points=points, reach=self._whole.reach))


class StripDialog(ChronologyDialog):
    """wants: an event of the exhibit, by its table and id."""

    def __init__(self, parent: QWidget, jobs: VaultJobs, case: CaseFile, exhibit: Exhibit) -> None:
        title = self.tr("Custody of {number}").format(number=isolate(exhibit.number))
        super().__init__(
            parent,
            StripModel(jobs, case, exhibit, parent),
            title=title,
            lanes=tuple(CustodyLane),
            file="custody-strip.pdf",
        )
        rename(self.whole_button, self.tr("&Whole way"))
        rename(self.source_button, self.tr("Go to the e&vent"))
        self.table.setAccessibleName(self.tr("Points of the strip"))
