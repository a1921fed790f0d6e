"""What a search finds, and how far its index is; the last question alone is answered."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.searching import SearchFilter
from thb_desktop.services.searching import index, search
from ui.jobs import VaultJobs
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session
    from thb_desktop.services.searching.index import Followed
    from thb_desktop.services.searching.search import SearchResult


class SearchModel(ViewModel):
    """found: a SearchResult; with hits that go on, if some were skipped. making: what is done of the index,
    and what there is.
    """

    found = Signal(object)
    making = Signal(object, object)

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self._asked = 0

    def ask(self, typed: str, chosen: SearchFilter, *, skip: int = 0) -> None:
        """Search; other work of the vault has its turn between the steps of the index."""
        self._asked += 1
        self._follow(self._asked, typed, chosen, skip)

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
