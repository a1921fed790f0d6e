"""The cells of hits: what was found is marked in the words, in every script and direction."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from thb_desktop.domain.anchors import utf16_units
from ui import theme
from ui.rows import ROW
from ui.searching.shown import Shown
from ui.text import is_right_to_left
from ui.widgets.cells import ROW_HEIGHT, ChipDelegate

_SIDE, _TOP = 11, 6
"""Pixels beside and above the words of a cell."""
_MOST_LINES = 4


class HitDelegate(ChipDelegate):
    """Lays the words of a hit out itself: Qt draws a cell in one look."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        option.state &= ~QStyle.StateFlag.State_HasFocus
        self.initStyleOption(option, index)
        option.text = ""
        option.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget
        )
        shown = Shown.of(index.data(ROW))
        layout, high = self._layout(shown, option, option.rect.width())
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text
        painter.save()
        painter.setClipRect(option.rect)
        painter.setPen(option.palette.color(role))
        above = max(_TOP, (option.rect.height() - high) / 2)
        layout.draw(painter, QPointF(option.rect.left() + _SIDE, option.rect.top() + above))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        _, high = self._layout(Shown.of(index.data(ROW)), option, option.rect.width())
        return QSize(option.rect.width(), max(ROW_HEIGHT, int(high) + 2 * _TOP))

    def _layout(self, shown: Shown, option: QStyleOptionViewItem, width: int) -> tuple[QTextLayout, float]:
        """Break the words into lines; the paragraph has the direction of the words."""
        right = is_right_to_left(shown.text)
        flow = QTextOption()
        flow.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        flow.setTextDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flow.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        layout = QTextLayout(shown.text, option.font)
        layout.setTextOption(flow)
        layout.setFormats(_formats(shown))
        layout.beginLayout()
        high = 0.0
        for _ in range(_MOST_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(40, width - 2 * _SIDE))
            line.setPosition(QPointF(0, high))
            high += line.height()
        layout.endLayout()
        return layout, high


def _formats(shown: Shown) -> list[QTextLayout.FormatRange]:
    chosen, look, made = theme.tokens(), QTextCharFormat(), []
    look.setBackground(QColor(chosen.warn_soft))
    look.setForeground(QColor(chosen.warn))
    look.setFontWeight(700)
    for start, end in shown.places:
        one = QTextLayout.FormatRange()
        one.start = utf16_units(shown.text, start)
        one.length = utf16_units(shown.text, end) - one.start
        one.format = look
        made.append(one)
    return made
