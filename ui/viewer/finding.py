"""Finding words in the file that is looked into: the places as they come, and the one that is shown."""

from bisect import bisect_left, insort
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.finding import FoundPlace, places_of
from thb_desktop.errors import ThbError
from ui.viewer.model import ViewerModel

if TYPE_CHECKING:
    from thb_desktop.services.evidence.finding import Found, Within

MOST = 5_000
"""Places that are kept."""


class Finding(QObject):
    """changed: the count, or the place that is shown, is another one. went: to this FoundPlace. refused: why
    the search ended.

    It begins at the page that is shown, goes on to the end, and from the beginning to where it began.
    """

    changed = Signal()
    went = Signal(object)
    refused = Signal(str)

    def __init__(self, viewer: ViewerModel) -> None:
        super().__init__(viewer)
        self._viewer = viewer
        self._run = 0
        self._within: Within | None = None
        self._wraps = False
        self.wanted = ""
        self.places: list[FoundPlace] = []
        self.current: FoundPlace | None = None
        self.is_searching = self.is_cut = False

    @property
    def number(self) -> int:
        """The place that is shown among all, from 1; 0 if there is none."""
        return 0 if self.current is None else bisect_left(self.places, self.current) + 1

    @property
    def can_search(self) -> bool:
        within = self._seen()
        return within is not None and within.is_searchable

    def search(self, wanted: str) -> None:
        """Look for words from the page that is shown on."""
        self.end()
        self.wanted, within = wanted, self._seen()
        if within is not None and within.is_searchable and places_of(wanted, wanted):
            self._within, self.is_searching = within, True
            self._wraps = within.place != (0, 1)
            self._go_on(within.place)
        self.changed.emit()

    def end(self) -> None:
        """Search no further, and forget what was found."""
        self._run += 1
        self._within, self.current, self.places = None, None, []
        self.is_searching = self.is_cut = False

    def follow(self) -> None:
        """Search again if the file is now another one, or is read in another way."""
        before, within = self._within, self._seen()
        if before is None or within is None or _key(before) != _key(within):
            self.search(self.wanted)
        else:
            self.changed.emit()

    def on_page(self) -> list[FoundPlace]:
        """Return the places on the page that is shown."""
        within = self._seen()
        if within is None:
            return []
        sheet, page = within.place
        first, last = FoundPlace(sheet=sheet, page=page), FoundPlace(sheet=sheet, page=page + 1)
        return self.places[bisect_left(self.places, first) : bisect_left(self.places, last)]

    def go(self, by: int) -> None:
        """Go to the next place (1) or to the former one (-1); after the last one comes the first."""
        if self.places:
            at = bisect_left(self.places, self.current) if self.current is not None else -1
            self._show(self.places[(at + by) % len(self.places)])

    def _seen(self) -> "Within | None":
        from thb_desktop.services.evidence.finding import Within

        look, asked = self._viewer.look, self._viewer.asked
        return (
            None if look is None else Within(part=asked.part, way=asked.way, coding=asked.coding, look=look)
        )

    def _show(self, place: FoundPlace) -> None:
        self.current = place
        self._viewer.show_place(place.sheet, place.page)
        self.went.emit(place)
        self.changed.emit()

    def _go_on(self, at: tuple[int, int]) -> None:
        from thb_desktop.services.evidence.finding import find_from

        run, within, wanted = self._run, self._within, self.wanted
        if within is None:
            return

        self._viewer.ask_reader(
            lambda looking: find_from(looking, wanted, within, *at),
            self._take,
            self._refuse,
            still=lambda: run == self._run,
        )

    def _take(self, found: "Found") -> None:
        within = self._within
        if within is None:
            return
        known = set(self.places)
        for each in found.places:
            if each not in known:
                insort(self.places, each)
        self.is_cut = len(self.places) >= MOST
        after = found.next
        if after is None and self._wraps:
            self._wraps, after = False, (0, 1)
        elif after is not None and not self._wraps and within.place != (0, 1) and after >= within.place:
            after = None
        self.is_searching = after is not None and not self.is_cut
        if self.current is None and self.places:
            at = bisect_left(self.places, FoundPlace(sheet=within.place[0], page=within.place[1]))
            self._show(self.places[at % len(self.places)])
        self.changed.emit()
        if after is not None and self.is_searching:
            self._go_on(after)

    def _refuse(self, error: ThbError) -> None:
        from ui.messages import sentence

        self.is_searching = False
        self.refused.emit(sentence(error))
        self.changed.emit()


def _key(within: "Within") -> tuple[object, ...]:
    return within.part, within.way, within.coding, type(within.look)
