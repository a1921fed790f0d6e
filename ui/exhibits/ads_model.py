"""What the window does with a file that may have advertisements: looked at, then entered."""

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.exchange.ads import AdColumns
from thb_desktop.services.evidence import ads
from ui.jobs import VaultJobs
from ui.view_model import ViewModel


class AdsReadingModel(ViewModel):
    """titles: of the columns of a table. seen: the advertisements of the file, with the choice by which they
    were read. entered: the reading.
    """

    titles = Signal(object)
    seen = Signal(object, object)
    entered = Signal(object)

    def __init__(self, jobs: VaultJobs, file: ExhibitFile, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.file = file

    def read_titles(self, delimiter: str, coding: str) -> None:
        self.read(lambda session: ads.titles_in(session, self.file.id, delimiter, coding), self.titles.emit)

    def look(self, columns: AdColumns | None) -> None:
        self.read(
            lambda session: ads.look_at(session, self.file.id, columns),
            lambda found: self.seen.emit(columns, found),
        )

    def enter(self, columns: AdColumns | None) -> None:
        self.write(lambda session: ads.enter(session, self.file.id, columns), self.entered.emit)
