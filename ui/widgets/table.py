"""The table of records: one row a record, chosen with arrow keys, opened with Enter."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from ui import theme
from ui.rows import ROW, RowsModel, added_one
from ui.widgets.cells import ROW_HEIGHT, ChipDelegate
from ui.widgets.row_heights import RowHeights
from ui.widgets.yielding import Yielding

_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
_Index = QModelIndex | QPersistentModelIndex
STRETCHED = 200
"""The least width of a stretching column in pixels, as long as others can give it."""
LEAST_STRETCHED = 130
_SORT_MARK = 16
LEAST_FIXED = 56
"""The least width of a fixed column in pixels, if the table is too narrow for all."""


class RecordTable(QTableView):
    """chosen: the row's value, or None. opened: Enter or a double click. Home and End go to the first and the
    last row that was read. wrap: for few rows of sentences.

    A click on a header sorts by its column, a third click restores the given order; the menu of the table
    (Shift+F10) does the same by keys. hint: the text of an empty table.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(
        self, model: RowsModel[Any], name: str, parent: QWidget | None = None, *, wrap: bool = False
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.hint = ""
        self._low = 0
        self._is_awaited = False
        """Whether Enter was pressed while there was no row yet."""
        self._rows = model
        self._yielding = Yielding(model)
        self._of_words: dict[int, int] = {}
        """Pixels that the longest word of a column takes: read once for the same rows, not at each width."""
        self.setItemDelegate(ChipDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(wrap)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setModel(model)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        for number, column in enumerate(model.columns):
            if column.width:
                header.resizeSection(number, max(column.width, self._width_of_title(number)))
            else:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        if wrap:
            heights = RowHeights(self)
            model.modelReset.connect(heights.fit_soon)
            model.rowsInserted.connect(lambda _, first, last: heights.add_many(first, last))
            model.layoutChanged.connect(heights.fit_soon)
            header.sectionResized.connect(lambda *_: heights.fit_soon())
        self.activated.connect(lambda index: self.opened.emit(index.data(ROW)))
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.dataChanged):
            changed.connect(self._forget_words)
        model.modelReset.connect(self._keep_a_row_chosen)
        model.modelReset.connect(self._yielding.look)
        model.modelReset.connect(self._spare_columns)
        model.rowsInserted.connect(lambda _, first, last: self._spare_for(first, last))

    def current_record(self) -> object:
        index = self.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def choose_row(self, number: int) -> None:
        if 0 <= number < self.model().rowCount():
            # `selectRow` looks for a column at the edge of the view, and finds none in a mirrored table.
            self.setCurrentIndex(self.model().index(number, 0))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: N802 - Qt's name
        super().selectionChanged(selected, deselected)
        rows = self.selectionModel().selectedRows()
        self.chosen.emit(rows[0].data(ROW) if rows else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.currentIndex().isValid() and not event.modifiers():
            self.opened.emit(self.currentIndex().data(ROW))
            return
        if event.key() in _ENDS and not event.modifiers():
            # Whole rows are chosen: Qt would go along the row, which nobody sees.
            self.choose_row(0 if event.key() == Qt.Key.Key_Home else self.model().rowCount() - 1)
            return
        # A list that is still being read opens its row when that is there.
        self._is_awaited = enter and not self.model().rowCount() and not event.modifiers()
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        self._is_awaited = False
        super().focusOutEvent(event)

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802 - Qt's name
        super().currentChanged(current, previous)
        if self._is_awaited and current.isValid():
            self._is_awaited = False
            QTimer.singleShot(0, self, self._open_current)

    def _open_current(self) -> None:
        if self.currentIndex().isValid():
            self.opened.emit(self.current_record())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self._spare_columns()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        paint_hint(self, self.hint)

    def keep_low(self, height: int) -> None:
        """Ask for this height only; a window with more room makes the table higher."""
        self._low = height
        self.setMinimumHeight(height)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        hint = super().sizeHint()
        return QSize(hint.width(), self._low) if self._low else hint

    def say_when_empty(self, hint: str) -> None:
        """Set the text of the empty table: what to do next."""
        self.hint = hint
        self.setAccessibleDescription("" if self.model().rowCount() else hint)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LanguageChange):
            self._forget_words()
        super().changeEvent(event)

    def _forget_words(self, *_: object) -> None:
        self._of_words.clear()

    def _spare_columns(self) -> None:
        """Hide spare columns until the stretching ones have room; then shrink the others."""
        columns = self._rows.columns
        self._yielding.stretch(self.horizontalHeader())
        says_nothing = [self._says_nothing(number) for number in range(len(columns))]
        shown = [0 if empty else self._most(number) for number, empty in enumerate(says_nothing)]
        stretching = sum(map(self._yielding.stretches, range(len(columns))))
        left = self.viewport().width() - sum(shown) + stretching * (LEAST_STRETCHED - STRETCHED)
        for number in sorted(range(len(columns)), key=lambda each: -columns[each].spare):
            hidden = says_nothing[number] or (left < 0 and columns[number].spare > 0)
            left += shown[number] if hidden and not says_nothing[number] else 0
            shown[number] = 0 if hidden else shown[number]
            if self.isColumnHidden(number) != hidden:
                self.setColumnHidden(number, hidden)
        self._share_room(shown, stretching * LEAST_STRETCHED)

    def _spare_for(self, first: int, last: int) -> None:
        """Show a hidden column about which one of these new rows has a word."""
        columns = self._rows.columns
        silent = [
            each for number, each in enumerate(columns) if not each.title and self.isColumnHidden(number)
        ]
        new = self._rows.rows[first : last + 1]
        if self._yielding.ends(first, new) or any(column.read(row) for column in silent for row in new):
            self._spare_columns()

    def _share_room(self, shown: list[int], stretched: int) -> None:
        """Give fixed columns the width of their title, or their own width, or less."""
        room = self.viewport().width() - stretched
        fixed = {
            number: self._most(number) if number in self._yielding.narrow else column.width
            for number, column in enumerate(self._rows.columns)
            if not self._yielding.stretches(number)
        }
        widths = {number: shown[number] for number in fixed if shown[number]}
        if sum(widths.values()) > room:
            widths = {number: fixed[number] for number in widths}
        needed = sum(widths.values())
        least = {number: self._at_least(number, width, self._least) for number, width in widths.items()}
        if sum(least.values()) > room + stretched // 2:  # more than the stretching columns can give
            least = {
                number: self._at_least(number, width, self._least_of_words)
                for number, width in widths.items()
            }
        spare = min(1.0, max(0.0, (room - sum(least.values())) / max(needed - sum(least.values()), 1)))
        given = {
            number: int(least[number] + (width - least[number]) * spare) for number, width in widths.items()
        }
        for number, width in self._with_titles(given).items():
            self.setColumnWidth(number, width)

    def _at_least(self, number: int, width: int, least: Callable[[int], int]) -> int:
        return width if self._rows.columns[number].whole else min(width, least(number))

    def _with_titles(self, given: dict[int, int]) -> dict[int, int]:
        """Give columns the room of their titles from those that have more than theirs, if they have it."""
        columns = self._rows.columns
        needs = {
            number: width if columns[number].whole else self._width_of_title(number) - _SORT_MARK
            for number, width in given.items()
        }
        lack = sum(max(0, needs[number] - width) for number, width in given.items())
        more = sum(max(0, width - needs[number]) for number, width in given.items())
        if not 0 < lack <= more:
            return given
        return {
            number: needs[number] + max(0, width - needs[number]) * (more - lack) // more
            for number, width in given.items()
        }

    def _least(self, number: int) -> int:
        """Pixels that a column keeps without room: of its title and its longest word, where words wrap."""
        wraps = self.wordWrap() and self._rows.columns[number].tone is None
        return max(self._width_of_title(number) if wraps else LEAST_FIXED, self._least_of_words(number))

    def _least_of_words(self, number: int) -> int:
        """Pixels that a column keeps where there is no room for all titles either."""
        column = self._rows.columns[number]
        if not self.wordWrap() or column.tone is not None:
            return LEAST_FIXED
        if number not in self._of_words:
            metrics = self.fontMetrics()
            said = set(" ".join(column.read(row) for row in self._rows.rows).split())
            self._of_words[number] = max(map(metrics.horizontalAdvance, said), default=LEAST_FIXED - 26) + 26
        return self._of_words[number]

    def _most(self, number: int) -> int:
        """Return the width of a column if there is room."""
        column = self._rows.columns[number]
        if self._yielding.stretches(number):
            return LEAST_STRETCHED
        title = self._width_of_title(number)
        return title - _SORT_MARK if number in self._yielding.narrow else max(column.width, title)

    def _says_nothing(self, number: int) -> bool:
        """Whether a column has neither a title nor a word in any row."""
        column = self._rows.columns[number]
        return not column.title and not any(column.read(row) for row in self._rows.rows)

    def _width_of_title(self, number: int) -> int:
        """Return the width of a title beside the sort mark, in pixels."""
        header = self.horizontalHeader()
        font = QFont(header.font())
        font.setPointSizeF(9)
        font.setBold(True)
        return QFontMetrics(font).horizontalAdvance(self._rows.columns[number].title) + 24 + _SORT_MARK

    def menu(self) -> QMenu:
        """Sort by a column without a mouse."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        header = self.horizontalHeader()
        sorted_by = header.sortIndicatorSection()
        orders = [(-1, self.tr("In the given order"))]
        told = self.tr("Sort by {column}")
        orders += [
            (number, told.format(column=column.title))
            for number, column in enumerate(self._rows.columns)
            if column.title
        ]
        for number, words in orders:
            action = QAction(words, group, checkable=True)
            action.setChecked(number == sorted_by)
            action.triggered.connect(lambda _=False, chosen=number: self._sort_by(chosen))
            menu.addAction(action)
        return menu

    def _show_menu(self, at: QPoint) -> None:
        self.menu().popup(self.viewport().mapToGlobal(at))

    def _sort_by(self, number: int) -> None:
        """Sort by this column; if it is already sorted so, reverse it."""
        header = self.horizontalHeader()
        order = Qt.SortOrder.AscendingOrder
        if number == header.sortIndicatorSection() and header.sortIndicatorOrder() is order:
            order = Qt.SortOrder.DescendingOrder
        header.setSortIndicator(number, order)

    def _keep_a_row_chosen(self) -> None:
        self.setAccessibleDescription("" if self.model().rowCount() else self.hint)
        if self.model().rowCount() == 0:
            self.chosen.emit(None)


def show_entries(
    rows: RowsModel[Any], table: RecordTable, found: Sequence[Any], *, more: bool = False
) -> None:
    """List these entries. An added one is chosen; otherwise, the chosen one stays chosen.

    more: whether others follow.
    """
    chosen = getattr(table.current_record(), "id", None)
    wanted = added_one((each.id for each in rows.rows), (each.id for each in found)) or chosen
    rows.show_rows(found, more=more)
    table.choose_row(max(0, rows.row_of(lambda each: each.id == wanted)))


def paint_hint(table: QTableView, hint: str) -> None:
    """Write into an empty table what to do next."""
    if hint and not table.model().rowCount():
        painter = QPainter(table.viewport())
        painter.setPen(QColor(theme.tokens().muted))
        room = table.viewport().rect().adjusted(24, 20, -24, -20)
        flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, int(flags), hint)
