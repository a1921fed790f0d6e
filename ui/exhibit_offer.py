"""What references of a case can name, where it is very much: read once in pages, and again after a change."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import QObject

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.case_fields import CASE_OBJECT
from thb_desktop.services.case_file import cases
from thb_desktop.services.evidence import exhibits
from ui.labels.entries import choices_among, names_among
from ui.paging import MANY, Paging
from ui.topics import Topic
from ui.view_model import ViewModel


class Offer(QObject):
    """choices: the words and the id of each entry that is not struck out. names: the words of each by id.

    Both grow while the pages arrive. kind: of the entries. page: reads one page of those of a case.
    changed_by: after which changes they are read again.
    """

    def __init__(
        self, model: ViewModel, kind: str, page: Callable[..., Any], changed_by: Collection[Topic]
    ) -> None:
        super().__init__(model)
        self._kind, self._page, self._changed_by = kind, page, changed_by
        self.choices: list[tuple[str, str]] = []
        self.names: dict[str, str] = {}
        self._case: CaseFile | None = None
        self._is_read = False
        self._pages = Paging(model)
        self._pages.arrived.connect(self._take)
        model.jobs.changed.connect(self._forget)

    def show_case(self, case: CaseFile | None) -> None:
        """Offer the entries of this case, once they are wanted; what is read of it already stays."""
        if case is None or self._case is None or self._case.id != case.id:
            self._pages.end()
            self._case, self.choices, self.names, self._is_read = case, [], {}, False

    def want(self) -> None:
        """Read the entries of the case, unless they are read."""
        case = self._case
        if case is None or self._is_read:
            return
        self._is_read = True
        self._pages.begin(
            lambda session, after, count: self._page(session, case.id, after=after, count=count),
            MANY,
        )

    def _take(self, found: Sequence[Any], _first: bool) -> None:
        language = self._case.language if self._case else ""
        self.choices += choices_among({self._kind: found}, language)[self._kind]
        self.names |= names_among({self._kind: found}, language)
        self._pages.more(MANY)

    def _forget(self, changed: Topic) -> None:
        if changed in self._changed_by:
            self._case = None


class ExhibitOffer(Offer):
    """The exhibits that references of a case can name."""

    def __init__(self, model: ViewModel) -> None:
        changes = (Topic.EXHIBITS, Topic.CASES)
        super().__init__(model, "exhibit", exhibits.page_of_bare_exhibits, changes)


class PlaceOffer(Offer):
    """The places of a case at which stays can say that a person was."""

    def __init__(self, model: ViewModel) -> None:
        super().__init__(model, CASE_OBJECT.name, cases.page_of_places, (Topic.CASES,))
