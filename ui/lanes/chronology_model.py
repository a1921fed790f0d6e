"""The chronology of a case as it is looked at: a stretch of time, its lanes, and the chosen point."""

from collections.abc import Collection
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.chronology import Chronology, ChronologyLane, Point
from thb_desktop.services.casework.chronology import chronology_of
from ui.jobs import InVault, VaultJobs
from ui.view_model import ViewModel

Stretch = tuple[datetime, datetime]
_SHORTEST = timedelta(minutes=10)
_MARGIN = 0.03
_STEP, _ZOOM = 0.2, 0.5


class ChronologyModel(ViewModel):
    """loaded: what the stretch holds. moved: the stretch is another. chosen: another point, or none.

    written: the file of a sheet, and how many pages it has. stretch: None before anything is loaded.
    """

    loaded = Signal(object)
    moved = Signal()
    chosen = Signal(object)
    written = Signal(object, int)

    def __init__(self, jobs: VaultJobs, case: CaseFile, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.case = case
        self.found = Chronology(case_id=case.id)
        self.lanes: frozenset[StrEnum] = frozenset(ChronologyLane)
        self.stretch: Stretch | None = None
        self.point: Point | None = None
        self._asked = 0

    def load(self) -> None:
        """Load the stretch; an answer that is late, because another was asked for since, is dropped."""
        self._asked += 1
        asked, stretch, lanes = self._asked, self.stretch, self._of_a_case()

        def done(found: Chronology) -> None:
            if asked == self._asked:
                self._take(found)

        self.read(lambda session: chronology_of(session, self.case.id, stretch, lanes), done)

    def show_lanes(self, lanes: Collection[StrEnum]) -> None:
        self.lanes = frozenset(lanes)
        self.load()

    def show_whole(self) -> None:
        """Show everything that the case holds."""
        if self.found.reach is not None:
            self._go(*_with_margin(self.found.reach))

    def zoom(self, factor: float, around: float = 0.5) -> None:
        """Make the stretch shorter or longer. around: what stays in its place, from 0 to 1."""
        if self.stretch is None:
            return
        since, until = self.stretch
        long = max(_SHORTEST, (until - since) * factor)
        middle = since + (until - since) * around
        self._go(middle - long * around, middle + long * (1 - around))

    def closer(self) -> None:
        self.zoom(_ZOOM, self._around())

    def farther(self) -> None:
        self.zoom(1 / _ZOOM, self._around())

    def _around(self) -> float:
        """Return where the chosen point stands in the stretch, so that it stays in sight; else the middle."""
        if self.stretch is None or self.point is None:
            return 0.5
        since, until = self.stretch
        share = (self.point.begins - since) / (until - since)
        return share if 0 <= share <= 1 else 0.5

    def step(self, share: float) -> None:
        """Go along the time by a share of the stretch: -1 is a whole stretch back."""
        if self.stretch is not None:
            since, until = self.stretch
            way = (until - since) * share
            self._go(since + way, until + way)

    def earlier(self) -> None:
        self.step(-_STEP)

    def later(self) -> None:
        self.step(_STEP)

    def choose(self, point: Point | None) -> None:
        if point == self.point:
            return
        self.point = point
        self.chosen.emit(point)

    def choose_next(self, steps: int) -> None:
        """Choose the point that stands so many further in the order of time."""
        points = self.found.points
        if not points:
            return
        at = points.index(self.point) + steps if self.point in points else 0
        self.choose(points[min(len(points) - 1, max(0, at))])

    def print_sheet(self, target: Path) -> None:
        from thb_desktop.services.case_file import sheets
        from thb_desktop.services.casework import chronology_sheet

        stretch, lanes = self.stretch, self._of_a_case()

        def work(in_vault: InVault) -> int:
            sheet = in_vault(
                lambda session: chronology_sheet.chronology_sheet(session, self.case.id, stretch, lanes)
            )
            return sheets.write_sheet(sheet, target)

        self.jobs.beside(self, work, then=lambda pages: self.written.emit(target, pages), refused=self.refuse)

    def _of_a_case(self) -> frozenset[ChronologyLane]:
        return frozenset(each for each in self.lanes if isinstance(each, ChronologyLane))

    def _go(self, since: datetime, until: datetime) -> None:
        reach = self.found.reach
        if reach is not None:
            # Not farther than a quarter of the stretch beside what there is, and not longer than all of it.
            first, last = _with_margin(reach)
            long = min(until - since, last - first)
            if long == last - first:
                since = first  # all of it, and no empty stretch before or behind
            since = min(max(since, first - long / 4), last - long * 3 / 4)
            until = since + long
        self.stretch = (since, until)
        self.moved.emit()
        self.load()

    def _take(self, found: Chronology) -> None:
        self.found = found
        if self.stretch is None and found.reach is not None:
            self.stretch = _with_margin(found.reach)
            self.moved.emit()
        self.loaded.emit(found)
        if self.point is not None and self.point not in found.points:
            self.choose(None)


def _with_margin(reach: Stretch) -> Stretch:
    margin = max(_SHORTEST, (reach[1] - reach[0]) * _MARGIN)
    return reach[0] - margin, reach[1] + margin
