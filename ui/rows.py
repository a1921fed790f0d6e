"""Tables as values: columns that say how a row is read, and the model for Qt."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ui import text
from ui.tones import Tone

ROW = Qt.ItemDataRole.UserRole
TONE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Column[R]:
    """One column. exact: an identifier, number or date, which keeps its own direction.

    width: pixels, 0 stretches. tone: the row's text is a chip of that tone, None for plain text. key: the
    sort key if it is not the text. spare: hidden if a table is too narrow, the highest first; 0 stays.
    """

    title: str
    read: Callable[[R], str]
    width: int = 0
    exact: bool = False
    at_end: bool = False
    tone: Callable[[R], Tone | None] | None = None
    key: Callable[[R], Any] | None = None
    spare: int = 0


class RowsModel[R](QAbstractTableModel):
    """Rows under columns, read only: in their given order, or sorted by one column.

    Of a list that is read page by page, the table asks for more rows when it reaches their end (wants_more);
    they are sorted when the last ones are there.
    """

    wants_more = Signal()

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: tuple[R, ...] = ()
        self._given: tuple[R, ...] = ()
        self._order: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)
        self._more = False

    @property
    def is_sorted(self) -> bool:
        return self._order[0] >= 0

    def show_rows(self, rows: Sequence[R], *, more: bool = False) -> None:
        """Show these rows alone. more: whether others follow."""
        self.beginResetModel()
        self._more = more
        self._given = tuple(rows)
        self.rows = self._in_order()
        self.endResetModel()

    def add_rows(self, rows: Sequence[R], *, more: bool) -> None:
        """Show these rows too. more: whether others follow."""
        self._more = more
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

    def row_of(self, matches: Callable[[R], bool]) -> int:
        """Return the first row for which this is true, or -1."""
        return next((number for number, row in enumerate(self.rows) if matches(row)), -1)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; by -1, restore the given order. The chosen row stays chosen."""
        self._order = (column, order)
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        chosen = [self.rows[index.row()] for index in before]
        self.rows = self._in_order()
        numbers = {id(row): number for number, row in enumerate(self.rows)}
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

    def _in_order(self) -> tuple[R, ...]:
        number, order = self._order
        if not 0 <= number < len(self.columns):
            return self._given
        column, backwards = self.columns[number], order is Qt.SortOrder.DescendingOrder
        key = column.key or (lambda row: in_order(column.read(row)))
        return tuple(sorted(self._given, key=key, reverse=backwards))


def added_one(before: Iterable[str], now: Iterable[str]) -> str | None:
    """Return the id that was added to a list; None if none was, or if it is another list now."""
    known, listed = set(before), list(now)
    new = [each for each in listed if each not in known]
    return new[0] if len(new) == 1 and len(listed) == len(known) + 1 else None


def in_order(shown: str) -> tuple[tuple[str, int], ...]:
    """Return the sort key of a text: digits by their value, letters without capitals and accents."""
    plain = "".join(
        sign for sign in unicodedata.normalize("NFKD", shown) if not unicodedata.combining(sign)
    ).casefold()
    return tuple((letters, int(digits or -1)) for letters, digits in re.findall(r"(\D*)(\d*)", plain))


def _alignment(column: Column[Any]) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignTrailing if column.at_end else Qt.AlignmentFlag.AlignLeading
    return side | Qt.AlignmentFlag.AlignVCenter
