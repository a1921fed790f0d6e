"""A list that is read page by page: the first at once, each other when it is wanted."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.core.pages import Page
    from thb_desktop.services.core.session import Session
    from thb_desktop.vault.tables.lists import Mark

FEW, MANY = 100, 1000
"""Rows of a page that is looked at, and of one that is searched or sorted."""

type Reader = "Callable[[Session, Mark | None, int], Page[Any]]"
"""Reads so many rows behind a mark."""


class Paging(QObject):
    """arrived: the rows of a page, and whether they begin the list.

    total: how many rows the whole list has, as its first page tells.
    """

    arrived = Signal(object, bool)

    def __init__(self, model: ViewModel) -> None:
        super().__init__(model)
        self._model = model
        self._list = 0
        self._asks = False
        self._after: Mark | None = None
        self._read: Reader | None = None
        self.total = 0

    @property
    def has_more(self) -> bool:
        return self._after is not None

    def begin(self, read: Reader, count: int | None = None) -> None:
        """Read the first page of a list, of so many rows at the least as are looked at; what is still read of
        the one before is dropped.
        """
        self._list += 1
        self._read, self._after = read, None
        self._ask(max(count or 0, FEW))

    def end(self) -> None:
        """Drop what is still read."""
        self._list += 1
        self._after, self._asks, self.total = None, False, 0

    def more(self, count: int | None = None) -> None:
        """Read the next page, if there is one and it is not being read already."""
        if self.has_more and not self._asks:
            self._ask(count or FEW)

    def _ask(self, count: int) -> None:
        read, after, this = self._read, self._after, self._list
        if read is None:
            return
        self._asks = True
        self._model.read(
            lambda session: read(session, after, count), lambda page: self._take(this, after, page)
        )

    def _take(self, which: int, after: "Mark | None", page: "Page[Any]") -> None:
        if which != self._list:
            return
        self._asks = False
        self._after, self.total = page.after, page.total
        self.arrived.emit(page.rows, after is None)
