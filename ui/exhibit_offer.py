"""The exhibits that references of a case can name: read once in pages, and again after a change."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.services.evidence import exhibits
from ui.labels.entries import choices_among, names_among
from ui.paging import MANY, Paging
from ui.topics import Topic
from ui.view_model import ViewModel


class ExhibitOffer(QObject):
    """choices: the words and the id of each exhibit that is not struck out. names: the words of each by id.

    Both grow while the pages arrive.
    """

    def __init__(self, model: ViewModel) -> None:
        super().__init__(model)
        self.choices: list[tuple[str, str]] = []
        self.names: dict[str, str] = {}
        self._case: CaseFile | None = None
        self._is_read = False
        self._pages = Paging(model)
        self._pages.arrived.connect(self._take)
        model.jobs.changed.connect(self._forget)

    def show_case(self, case: CaseFile | None) -> None:
        """Offer the exhibits of this case, once they are wanted; what is read of it already stays."""
        if case is None or self._case is None or self._case.id != case.id:
            self._pages.end()
            self._case, self.choices, self.names, self._is_read = case, [], {}, False

    def want(self) -> None:
        """Read the exhibits of the case, unless they are read."""
        case = self._case
        if case is None or self._is_read:
            return
        self._is_read = True
        self._pages.begin(
            lambda session, after, count: exhibits.page_of_bare_exhibits(
                session, case.id, after=after, count=count
            ),
            MANY,
        )

    def _take(self, found: Sequence[Exhibit], _first: bool) -> None:
        language = self._case.language if self._case else ""
        self.choices += choices_among({"exhibit": found}, language)["exhibit"]
        self.names |= names_among({"exhibit": found}, language)
        self._pages.more(MANY)

    def _forget(self, changed: Topic) -> None:
        if changed in (Topic.EXHIBITS, Topic.CASES):
            self._case = None
