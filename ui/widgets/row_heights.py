"""The heights of rows whose words wrap: those in sight at once, the others in pieces or when seen."""

from collections.abc import Iterable, Iterator
from itertools import chain

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView, QTableView

from ui.pieces import Pieces


class RowHeights(QObject):
    """Fits the rows of a table to their words. What is in sight stays where it is while others change.

    seen_only: a row that nobody has seen keeps the usual height; thousands cost no more than a screen.
    """

    def __init__(self, table: QTableView, *, seen_only: bool = False) -> None:
        super().__init__(table)
        self._table = table
        self._seen_only = seen_only
        self._due: dict[int, None] = {}
        self._pieces = Pieces(self)
        self._begin = QTimer(self, singleShot=True, interval=0)
        self._begin.timeout.connect(self.fit)
        self._added = QTimer(self, singleShot=True, interval=0)
        self._added.timeout.connect(self._fit_added)
        table.verticalScrollBar().valueChanged.connect(lambda _: self._fit_rows(self._in_sight()))

    def fit_soon(self) -> None:
        """Fit all rows once the present event is handled: they, or the width of the table, changed."""
        self._due = dict.fromkeys(range(self._table.model().rowCount()))
        self._begin.start()

    def fit(self) -> None:
        """Fit all rows: at once those in sight."""
        self._begin.stop()
        self._due = dict.fromkeys(range(self._table.model().rowCount()))
        self._fit_rows(self._in_sight())
        if not self._seen_only:
            self._pieces.begin(self._rest())

    def add_one(self, number: int) -> None:
        """A row was added at the end: fit it, and nothing else."""
        self._due.pop(number, None)
        self._table.resizeRowToContents(number)

    def add_many(self, first: int, last: int) -> None:
        """Rows were added: fit them as `fit_soon` does, and none of the others again."""
        self._due |= dict.fromkeys(range(first, last + 1))
        self._added.start()

    def _fit_added(self) -> None:
        self._fit_rows(self._in_sight())
        if not self._seen_only:
            self._pieces.begin(self._rest())

    def fit_around(self, number: int) -> None:
        """Fit what will be in sight when this row is."""
        if number < 0:
            return
        rows, room = self._table.model().rowCount(), self._table.viewport().height()
        below, above = range(number, rows), range(min(number, rows) - 1, -1, -1)
        self._fit_rows(chain(self._filling(below, room), self._filling(above, room)))

    def _in_sight(self) -> Iterator[int]:
        """Return the rows in sight."""
        table = self._table
        first = table.rowAt(0)
        if first < 0:
            return iter(())
        room = table.viewport().height() - table.rowViewportPosition(first)
        return self._filling(range(first, table.model().rowCount()), room)

    def _filling(self, rows: range, room: int) -> Iterator[int]:
        """Return as many of these rows as fill the room, each once the one before is fitted."""
        for number in rows:
            if room <= 0:
                return
            yield number
            room -= self._table.rowHeight(number)

    def _rest(self) -> Iterator[None]:
        while self._due:
            some = [number for number, _ in zip(self._due, range(8), strict=False)]
            self._fit_rows(some)
            yield

    def _fit_rows(self, rows: Iterable[int]) -> None:
        if not self._due:
            return
        table = self._table
        first = table.rowAt(0)
        before = table.rowViewportPosition(first)
        for number in rows:
            if number in self._due:
                del self._due[number]
                table.resizeRowToContents(number)
        moved = table.rowViewportPosition(first) - before if first >= 0 else 0
        if moved and table.verticalScrollMode() is QAbstractItemView.ScrollMode.ScrollPerPixel:
            table.updateGeometries()
            bar = table.verticalScrollBar()
            bar.setValue(bar.value() + moved)
