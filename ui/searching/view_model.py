"""What a search finds, and how far its index is; the last question alone is answered."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.ids import CaseId, RowId
from thb_desktop.domain.labels import is_code
from thb_desktop.domain.people import Person
from thb_desktop.domain.searching import SavedSearch, SearchFilter
from thb_desktop.services.searching import index, saved, search
from ui import language
from ui.jobs import InVault, VaultJobs
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session
    from thb_desktop.services.searching.index import Followed
    from thb_desktop.services.searching.search import SearchResult


class SearchModel(ViewModel):
    """found: a SearchResult; with hits that go on, if some were skipped. making: what is done of the index,
    and what there is. kept: the searches that this user keeps, and the id of the one that was changed.
    persons: those of the case with this id. scanned: the Exhibit whose label was scanned. written: the hits
    were printed to a file, on so many pages.
    """

    found = Signal(object)
    making = Signal(object, object)
    kept = Signal(object, str)
    persons = Signal(str, object)
    scanned = Signal(object)
    written = Signal(object, int)

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self._asked = 0

    def ask(self, typed: str, chosen: SearchFilter, *, skip: int = 0) -> None:
        """Search; other work of the vault has its turn between the steps of the index."""
        self._asked += 1
        self._follow(self._asked, typed, chosen, skip)

    def read_scanned(self, text: str) -> bool:
        """Look up a text that looks like a scanned label, in every case; return whether it does."""
        if not is_code(text):
            return False
        from thb_desktop.services.evidence import labels

        self._asked += 1
        self.read(lambda session: labels.find_scanned(session, None, text), self.scanned.emit)
        return True

    def ask_persons(self, case_id: str) -> None:
        """Ask for the persons of a case; for a user who may not read them, there are none to choose."""
        from thb_desktop.domain.rights import Right, may
        from thb_desktop.services.persons import people

        def work(session: "Session") -> tuple[Person, ...]:
            in_store = session.office_record.is_store
            if not may(session.user.role, Right.READ_CASE, in_store=in_store):
                return ()
            return people.list_persons(session, CaseId(case_id))

        self.read(work, lambda found: self.persons.emit(case_id, found))

    def ask_kept(self, changed: str = "") -> None:
        self.read(saved.list_saved, lambda found: self.kept.emit(found, changed))

    def keep(self, name: str, typed: str, chosen: SearchFilter) -> None:
        self.read(lambda session: saved.save(session, name, typed, chosen), self._tell_kept)

    def rename(self, kept: SavedSearch, name: str) -> None:
        self.read(lambda session: saved.rename(session, kept.id, name), self._tell_kept)

    def remove(self, kept_id: RowId) -> None:
        self.read(lambda session: saved.remove(session, kept_id), lambda _: self.ask_kept())

    def print_hits(self, typed: str, chosen: SearchFilter, target: Path) -> None:
        """Print what is found to a file that does not exist yet."""
        from thb_desktop.services.case_file.sheets import write_sheet
        from thb_desktop.services.searching.sheets import results_sheet

        told = language.current()

        def work(in_vault: InVault) -> int:
            sheet = in_vault(lambda session: results_sheet(session, typed, chosen, told))
            return write_sheet(sheet, target)

        self.jobs.beside(self, work, then=lambda pages: self.written.emit(target, pages), refused=self.refuse)

    def _tell_kept(self, kept: SavedSearch) -> None:
        self.ask_kept(kept.id)

    def _follow(self, asked: int, typed: str, chosen: SearchFilter, skip: int) -> None:
        def then(followed: "Followed") -> None:
            if asked != self._asked:
                return
            if followed.is_whole:
                self._search(asked, typed, chosen, skip)
            else:
                self.making.emit(followed.done, followed.total)
                self._follow(asked, typed, chosen, skip)

        self.read(index.follow, then)

    def _search(self, asked: int, typed: str, chosen: SearchFilter, skip: int) -> None:
        def work(session: "Session") -> "SearchResult":
            return search.search(session, typed, chosen, skip=skip)

        def then(result: "SearchResult") -> None:
            if asked == self._asked:
                self.found.emit(result)

        self.read(work, then)
