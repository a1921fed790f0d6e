"""The pages of the main window, each made when it is first needed: all of them take longer than an unlock."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.jobs import VaultJobs
from ui.widgets.page import Page


@dataclass(frozen=True, slots=True)
class PageKind:
    """A page on the rail: its words, its icon, and what makes it."""

    words: str
    icon: str
    make: type[Page]


class Pages:
    """Every page by its number. To ask for one makes it; `made` are those that exist.

    prepare: called with each new page, before it is shown.
    """

    def __init__(
        self,
        kinds: Sequence[PageKind],
        jobs: VaultJobs,
        stack: QStackedWidget,
        prepare: Callable[[Page], None],
    ) -> None:
        self._kinds = tuple(kinds)
        self._jobs, self._stack, self._prepare = jobs, stack, prepare
        self._made: dict[int, Page] = {}
        self._waiting = {number: QWidget() for number in range(len(self._kinds))}
        for each in self._waiting.values():
            stack.addWidget(each)

    @property
    def made(self) -> tuple[Page, ...]:
        return tuple(self._made.values())

    def names(self) -> dict[str, str]:
        """Return what each page is called, by its class."""
        return {kind.make.__name__: kind.words for kind in self._kinds}

    def __len__(self) -> int:
        return len(self._kinds)

    def __getitem__(self, number: int) -> Page:
        if not 0 <= number < len(self):
            raise IndexError(number)
        if number not in self._made:
            self._make(number)
        return self._made[number]

    def __iter__(self) -> Iterator[Page]:
        return (self[number] for number in range(len(self)))

    def of[P: Page](self, kind: type[P]) -> P:
        """Return the page of this class."""
        page = self[self.number_of(kind)]
        if not isinstance(page, kind):
            raise TypeError(kind)
        return page

    def number_of(self, kind: type[Page]) -> int:
        return next(number for number, each in enumerate(self._kinds) if each.make is kind)

    def index(self, page: Page) -> int:
        return self.number_of(type(page))

    def _make(self, number: int) -> None:
        page = self._made[number] = self._kinds[number].make(self._jobs)  # type: ignore[call-arg]  # each page takes the jobs
        waiting = self._waiting.pop(number)
        self._stack.insertWidget(number, page)
        self._stack.removeWidget(waiting)
        waiting.deleteLater()
        self._prepare(page)
