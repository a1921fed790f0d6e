"""The table of records: one row a record, chosen by arrow keys, opened by Enter."""

from typing import Any

from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui import theme
from ui.rows import ROW, TONE, RowsModel

ROW_HEIGHT = 36


class ChipDelegate(QStyledItemDelegate):
    """Draws a cell that has a tone as a chip, and leaves room beside every text."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tone = index.data(TONE)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if tone is None:
            super().paint(painter, option, index)
            return
        words = index.data(Qt.ItemDataRole.DisplayRole)
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        if words:
            draw_chip(painter, option, words, tone)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        inside = QStyleOptionViewItem(option)
        inside.rect.setWidth(max(40, option.rect.width() - 24))
        hint = super().sizeHint(inside, index)
        return QSize(hint.width() + 20, max(ROW_HEIGHT, hint.height() + 8))


def draw_chip(
    painter: QPainter, option: QStyleOptionViewItem, words: str, tone: str, *, top: int = -1
) -> None:
    """Draw a chip at the leading edge of a cell, in the middle of it or at `top` pixels from above."""
    chosen = theme.tokens()
    ground = getattr(chosen, f"{tone}_soft", chosen.hover)
    ink = getattr(chosen, tone, chosen.muted)
    font = QFont(option.font)
    font.setPointSizeF(9)
    font.setBold(True)
    metrics = QFontMetrics(font)
    cell: QRect = option.rect
    width = min(metrics.horizontalAdvance(words) + 20, cell.width() - 18)
    height = metrics.height() + 4
    from_top = (cell.height() - height) // 2 if top < 0 else top
    pill = QRect(cell.left() + 11, cell.top() + from_top, width, height)
    if option.direction == Qt.LayoutDirection.RightToLeft:
        pill.moveRight(cell.right() - 11)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = QColor(ink)
    edge.setAlpha(60)
    painter.setPen(edge)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(pill, height / 2, height / 2)
    painter.setPen(QColor(ink))
    painter.setFont(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width - 12)
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, shown)
    painter.restore()


class RecordTable(QTableView):
    """chosen: the row's value, or None. opened: Enter or a double click. wrap: for few rows of sentences."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(
        self, model: RowsModel[Any], name: str, parent: QWidget | None = None, *, wrap: bool = False
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
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
        for number, column in enumerate(model.columns):
            if column.width:
                header.resizeSection(number, column.width)
            else:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        if wrap:
            model.modelReset.connect(self.resizeRowsToContents)
            header.sectionResized.connect(lambda *_: self.resizeRowsToContents())
        self.activated.connect(lambda index: self.opened.emit(index.data(ROW)))
        model.modelReset.connect(self._keep_a_row_chosen)

    def current_record(self) -> object:
        index = self.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def choose_row(self, number: int) -> None:
        if 0 <= number < self.model().rowCount():
            # `selectRow` looks for a column at the edge of the view and finds none when it is mirrored.
            self.setCurrentIndex(self.model().index(number, 0))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: N802
        super().selectionChanged(selected, deselected)
        rows = self.selectionModel().selectedRows()
        self.chosen.emit(rows[0].data(ROW) if rows else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.currentIndex().isValid() and not event.modifiers():
            self.opened.emit(self.currentIndex().data(ROW))
            return
        super().keyPressEvent(event)

    def _keep_a_row_chosen(self) -> None:
        if self.model().rowCount() == 0:
            self.chosen.emit(None)
