"""What the window does with a file that may have advertisements: looked at, then entered."""

from collections.abc import Callable
from contextlib import closing

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.exchange.ads import AdColumns
from thb_desktop.services.evidence import ads
from thb_desktop.services.evidence.ad_files import AdFile, AdsRead
from ui.jobs import InVault, VaultJobs
from ui.view_model import ViewModel


class AdsReadingModel(ViewModel):
    """titles: of the columns of a table. seen: the advertisements of the file, as they were read. entered:
    the reading.
    """

    titles = Signal(object)
    seen = Signal(object)
    entered = Signal(object)

    def __init__(self, jobs: VaultJobs, file: ExhibitFile, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.file = file

    def read_titles(self, delimiter: str, coding: str) -> None:
        self._read_beside(lambda file: file.titles(delimiter, coding), self.titles.emit)

    def look(self, columns: AdColumns | None) -> None:
        self._read_beside(lambda file: file.read(columns), self.seen.emit)

    def enter(self, read: AdsRead) -> None:
        """Enter what was looked at."""
        self.write(lambda session: ads.enter(session, read), self.entered.emit)

    def _read_beside[T](self, reads: Callable[[AdFile], T], then: Callable[[T], None]) -> None:
        """Read the file while the vault does other work."""

        def work(in_vault: InVault) -> T:
            with closing(in_vault(lambda session: ads.open_ads(session, self.file.id))) as file:
                return reads(file)

        self.jobs.beside(self, work, then=then, refused=self.refuse)
