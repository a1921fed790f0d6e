"""Tables as values: columns that say how a row is read, and the model for Qt."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import islice
from operator import itemgetter
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from thb_desktop.domain.natural_order import natural
from ui import text
from ui.pieces import Pieces
from ui.tones import Tone

ROW = Qt.ItemDataRole.UserRole
TONE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
AT_ONCE, _RUN = 1000, 250
"""Rows that are sorted at once; rows of one step where they are more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column[R]:
    """One column. exact: an identifier, number or date, which keeps its own direction. at_end: numbers end at
    the same place, at the right in each script, since their digits run from the left in each.

    width: pixels, 0 stretches. tone: the row's text is a chip of that tone, None for plain text. key: the
    sort key if it is not the text. spare: hidden if a table is too narrow, the highest first; 0 stays. whole:
    it has its width also where others give some of theirs: a time without its end says another time. yields:
    it is no wider than its title as long as no row says anything in it; those that take stretch then.
    """

    title: str
    read: Callable[[R], str]
    width: int = 0
    exact: bool = False
    at_end: bool = False
    tone: Callable[[R], Tone | None] | None = None
    key: Callable[[R], Any] | None = None
    spare: int = 0
    whole: bool = False
    yields: bool = False
    takes: bool = False

    def is_silent(self, rows: Iterable[R]) -> bool:
        """Whether none of these rows says anything in it."""
        return all(self.read(row) in ("", text.NONE) for row in rows)


class RowsModel[R](QAbstractTableModel):
    """Rows under columns, read only: in their given order, or sorted by one column.

    Of a list that is read page by page, the table asks for more rows when it reaches their end (wants_more);
    they are sorted when the last ones are there. Many rows are sorted in pieces, and stay as they are until
    that is done.
    """

    wants_more = Signal()

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: tuple[R, ...] = ()
        self._given: tuple[R, ...] = ()
        self._order: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)
        self._more = False
        self._sorting = Pieces(self)
        self._placed: tuple[R, ...] = ()
        self._places: dict[int, int] = {}
        """The rows that were sorted in pieces, and the place of each by its identity: of a choice among them
        the order is known."""

    @property
    def is_sorted(self) -> bool:
        return self._order[0] >= 0

    def show_rows(self, rows: Sequence[R], *, more: bool = False) -> None:
        """Show these rows alone. more: whether others follow."""
        self._sorting.end()
        self.beginResetModel()
        self._more = more
        self._given = tuple(rows)
        self.rows, whole = self._in_order()
        if not whole:
            self._placed, self._places = (), {}
        self.endResetModel()
        if not whole:
            self._sort_in_pieces()

    def add_rows(self, rows: Sequence[R], *, more: bool) -> None:
        """Show these rows too. more: whether others follow."""
        self._more = more
        self._sorting.end()
        self._given += tuple(rows)
        if rows:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
            self.rows += tuple(rows)
            self.endInsertRows()
        if self.is_sorted and not more:
            self.sort(*self._order)

    def canFetchMore(self, parent: Index = QModelIndex()) -> bool:  # noqa: N802, B008 - Qt's name and default
        return self._more and not parent.isValid()

    def fetchMore(self, _: Index = QModelIndex()) -> None:  # noqa: N802, B008 - Qt's name and default
        self.wants_more.emit()

    def row_of(self, matches: Callable[[R], bool], first: int = 0) -> int:
        """Return the first row from `first` on for which this is true, or -1."""
        found = enumerate(islice(self.rows, first, None), start=first)
        return next((number for number, row in found if matches(row)), -1)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; by -1, restore the given order. The chosen row stays chosen."""
        if self._order != (column, order):
            self._order, self._placed, self._places = (column, order), (), {}
        self._sorting.end()
        rows, whole = self._in_order()
        if whole:
            self._rearrange(rows)
        else:
            self._sort_in_pieces()

    def _rearrange(self, rows: tuple[R, ...]) -> None:
        """Show the same rows in this order."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        chosen = [self.rows[index.row()] for index in before]
        self.rows = rows
        wanted = {id(row) for row in chosen}
        numbers = {id(row): number for number, row in enumerate(self.rows) if id(row) in wanted}
        after = [
            self.index(numbers[id(row)], index.column()) for row, index in zip(chosen, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        return 0 if parent.isValid() else len(self.columns)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            shown = column.read(row)
            return text.isolate(shown) if column.exact else text.isolate_words(shown)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == ROW:
            return row
        if role == TONE and column.tone is not None:
            return column.tone(row)
        return None

    def _in_order(self) -> tuple[tuple[R, ...], bool]:
        """Return the rows in order; if they are too many for that now, in the given order, and False."""
        number, order = self._order
        if not 0 <= number < len(self.columns):
            return self._given, True
        places = self._places
        if all(id(row) in places for row in self._given):
            return tuple(sorted(self._given, key=lambda row: places[id(row)])), True
        if len(self._given) > AT_ONCE:
            return self._given, False
        return tuple(
            sorted(self._given, key=self._key(), reverse=order is Qt.SortOrder.DescendingOrder)
        ), True

    def _key(self) -> Callable[[R], Any]:
        column = self.columns[self._order[0]]
        return column.key or (lambda row: natural(column.read(row)))

    def _sort_in_pieces(self) -> None:
        found: list[R] = []

        def done() -> None:
            self._placed = tuple(found)
            self._places = {id(row): place for place, row in enumerate(found)}
            self._rearrange(self._placed)

        backwards = self._order[1] is Qt.SortOrder.DescendingOrder
        self._sorting.begin(_sorting(self._given, self._key(), found, backwards=backwards), done)


def _sorting[R](
    rows: Sequence[R], key: Callable[[R], Any], found: list[R], *, backwards: bool
) -> Iterator[None]:
    """Sort in steps: some rows at a time, then all of these together."""
    runs: list[list[tuple[Any, R]]] = []
    for first in range(0, len(rows), _RUN):
        run = [(key(row), row) for row in rows[first : first + _RUN]]
        runs.append(sorted(run, key=itemgetter(0), reverse=backwards))
        yield
    for number, (_, row) in enumerate(merge(*runs, key=itemgetter(0), reverse=backwards)):
        found.append(row)
        if number % _RUN == 0:
            yield


def added_one(before: Iterable[str], now: Iterable[str]) -> str | None:
    """Return the id that was added to a list; None if none was, or if it is another list now."""
    known, listed = set(before), list(now)
    new = [each for each in listed if each not in known]
    return new[0] if len(new) == 1 and len(listed) == len(known) + 1 else None


def _alignment(column: Column[Any]) -> Qt.AlignmentFlag:
    if column.at_end:
        return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
