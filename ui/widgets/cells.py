"""The cells of tables: chips, and tool tips for truncated texts."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from ui import theme
from ui.rows import TONE
from ui.text import as_plain_tip

ROW_HEIGHT = 36


class ChipDelegate(QStyledItemDelegate):
    """Draws a cell that has a tone as a chip, with space beside every text."""

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

    def helpEvent(  # noqa: N802 - Qt's name
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Show the whole text of a truncated cell in its tool tip."""
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        self.initStyleOption(option, index)
        cell: QRect = option.rect
        wraps = isinstance(view, QTableView) and view.wordWrap()
        cut = not wraps and is_cut(option, words, cell.width(), chip=index.data(TONE) is not None)
        QToolTip.showText(event.globalPos(), as_plain_tip(words) if cut else "", view)
        return True

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        inside = QStyleOptionViewItem(option)
        inside.rect.setWidth(max(40, option.rect.width() - 24))
        hint = super().sizeHint(inside, index)
        # A chip has one line, however long its words are.
        height = ROW_HEIGHT if index.data(TONE) is not None else max(ROW_HEIGHT, hint.height() + 8)
        return QSize(hint.width() + 20, height)


def is_cut(option: QStyleOptionViewItem, words: str, width: int, *, chip: bool) -> bool:
    """Whether a text does not fit into a cell of this width."""
    metrics = QFontMetrics(_chip_font(option.font) if chip else option.font)
    return metrics.horizontalAdvance(words) + (38 if chip else 22) > width


def _chip_font(base: QFont) -> QFont:
    font = QFont(base)
    font.setPointSizeF(9)
    font.setBold(True)
    return font


def draw_chip(
    painter: QPainter, option: QStyleOptionViewItem, words: str, tone: str, *, top: int = -1
) -> None:
    """Draw a chip at the leading edge of a cell, centred or `top` pixels from above."""
    chosen = theme.tokens()
    ground = getattr(chosen, f"{tone}_soft", chosen.hover)
    ink = getattr(chosen, tone, chosen.muted)
    font = _chip_font(option.font)
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
