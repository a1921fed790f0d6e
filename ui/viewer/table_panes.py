"""Tables of a file: the cells of a sheet, the entries of an archive, the answers of a captured site."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget

from thb_desktop.domain.finding import FoundPlace
from thb_desktop.domain.looks import Capture, Listing, Part, Sheets, visible
from ui import theme
from ui.labels import within, words
from ui.rows import Column, RowsModel
from ui.text import NONE, listed, size
from ui.widgets.cells import ROW_HEIGHT
from ui.widgets.table import RecordTable

_WIDEST = 320
"""Pixels of a column of a sheet."""
_LETTERS = 26


class CellsModel(QAbstractTableModel):
    """The values of a sheet, each as text."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[tuple[str, ...], ...] = ()
        self.found: frozenset[int] = frozenset()
        """The cells in which words were found, counted row by row from 0."""
        self._first = 1

    def show_rows(self, rows: tuple[tuple[str, ...], ...], first: int) -> None:
        self.beginResetModel()
        self.rows, self._first, self.found = rows, first, frozenset()
        self.endResetModel()

    def mark_found(self, cells: frozenset[int]) -> None:
        if cells != self.found:
            self.found = cells
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.BackgroundRole])

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:  # noqa: N802 - Qt's name
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:  # noqa: N802 - Qt's name
        return 0 if parent is not None and parent.isValid() else max(map(len, self.rows), default=0)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | QColor | None:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.BackgroundRole:
            is_found = index.row() * self.columnCount() + index.column() in self.found
            return QColor(theme.tokens().warn_soft) if is_found else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return visible(row[index.column()]) if index.column() < len(row) else ""
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return letters_of(section) if orientation is Qt.Orientation.Horizontal else str(self._first + section)


class SheetPane(QTableView):
    """One sheet; arrow keys go from cell to cell, and Ctrl+C copies the chosen one."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        # Columns stand as their letters count them, also in a mirrored window.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.cells = CellsModel()
        self.setModel(self.cells)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setCornerButtonEnabled(False)

    def show_sheet(self, look: Sheets) -> None:
        self.cells.show_rows(look.rows, look.first_row)
        self.resizeColumnsToContents()
        for number in range(self.cells.columnCount()):
            self.setColumnWidth(number, min(self.columnWidth(number) + 12, _WIDEST))

    def mark_found(self, places: Sequence[FoundPlace], current: FoundPlace | None, _: str) -> None:
        """Mark the cells in which words were found, and go to the current one."""
        self.cells.mark_found(frozenset(each.piece for each in places))
        if current is not None and (across := self.cells.columnCount()):
            self.setCurrentIndex(self.cells.index(*divmod(current.piece, across)))

    def forget(self) -> None:
        self.cells.show_rows((), 1)


class PartsPane(QWidget):
    """What is in a file. opened: Enter or a double click on a part."""

    opened = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._parts: tuple[Part, ...] = ()
        self.rows: RowsModel[Part] = RowsModel(self._columns(), self)
        self.table = RecordTable(self.rows, name, wrap=True)  # a page has few, and a remark is read whole
        self.table.opened.connect(self.opened)
        self.setFocusProxy(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)

    def show_parts(self, parts: Sequence[Part]) -> None:
        self._parts = tuple(parts)
        self.rows.show_rows(parts)
        self.table.choose_row(0)

    def show_listing(self, look: Listing | Capture) -> None:
        self.show_parts(look.parts)

    def choose(self, key: str) -> None:
        """Choose a part, if it is on this page."""
        self.table.choose_row(self.rows.row_of(lambda part: part.key == key))

    def mark_found(
        self, _: Sequence[FoundPlace], current: FoundPlace | None, __: str, *, first: int = 0
    ) -> None:
        """Choose the part in which words were found. first: the piece of the first part."""
        at = -1 if current is None else current.piece - first
        if 0 <= at < len(self._parts):
            part = self._parts[at]
            self.table.choose_row(self.rows.row_of(lambda each: each is part))

    def forget(self) -> None:
        self._parts = ()
        self.rows.show_rows(())

    def _columns(self) -> tuple[Column[Part], ...]:
        return (
            Column(title=self.tr("Name"), read=lambda part: visible(part.name) or NONE, exact=True),
            Column(title=self.tr("Remarks"), read=_remarks, spare=1),
            Column(
                title=self.tr("Kind"), read=lambda part: visible(part.media_type) or NONE, width=150, spare=2
            ),
            Column(
                title=self.tr("Time"),
                read=lambda part: visible(part.at) or NONE,
                width=200,
                exact=True,
                spare=3,
            ),
            Column(
                title=self.tr("Size"),
                read=lambda part: NONE if part.size is None else size(part.size),
                width=96,
                exact=True,
                at_end=True,
                key=lambda part: part.size or 0,
            ),
        )


def _remarks(part: Part) -> str:
    told = [words(mark) if not number else within(mark) for number, mark in enumerate(part.marks)]
    if part.note:
        told.append(visible(part.note))
    return listed(told) if told else NONE


def letters_of(number: int) -> str:
    """Return the name of a column of a sheet, from 0: A, B … Z, AA."""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        name = chr(ord("A") + rest) + name
    return name
