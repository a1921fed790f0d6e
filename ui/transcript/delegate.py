"""Draws wrapped testimony in its own direction, and edits it in place."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from ui import theme
from ui.labels import language_name
from ui.rows import TONE
from ui.text import NONE, isolate_identifiers, language_is_right_to_left
from ui.transcript.rows import CORRECTED, IS_ORIGINAL, LANGUAGE, ORIGIN, QUIET, SIDES, STRUCK, At
from ui.widgets.cells import draw_chip
from ui.widgets.text_edit import PlainTextEdit

PADDING = 11
LEAST_HEIGHT = 40
LEAST_EDITOR = 92
ORIGIN_HEIGHT = 18
"""Pixels of the line below the words that names their origin."""
CORRECTED_GAP = 4
"""Pixels between that line and the corrections below it."""
_NASKH = frozenset(("ar", "fa", "ps", "prs", "ckb", "ug", "sd"))

Place = QModelIndex | QPersistentModelIndex


def testimony_font(base: QFont, language: str) -> QFont:
    """Return a readable font for this language, a little larger if its letters are small."""
    font = QFont(base)
    primary = language.partition("-")[0]
    if primary in _NASKH:
        font.setFamilies(["Noto Naskh Arabic", "Noto Sans"])
        font.setPointSizeF(base.pointSizeF() * 1.2)
    elif primary == "ur":
        font.setFamilies(["Noto Nastaliq Urdu", "Noto Naskh Arabic", "Noto Sans"])
        font.setPointSizeF(base.pointSizeF() * 1.1)
    return font


def origin_font(base: QFont) -> QFont:
    """Return the font of the line below the words."""
    font = QFont(base)
    font.setPointSizeF(base.pointSizeF() * 0.85)
    return font


class SegmentDelegate(QStyledItemDelegate):
    """typed: row, column and text with every change. left: the editor closed; its text stays a draft.

    saved: save was requested in the editor; True to go on with the next segment.
    """

    typed = Signal(int, int, str)
    left = Signal()
    saved = Signal(bool)

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._layouts: dict[tuple[object, ...], tuple[QTextLayout, float]] = {}
        self.editor: PlainTextEdit | None = None
        self.closeEditor.connect(self._forget_editor)

    def forget_layouts(self) -> None:
        self._layouts.clear()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Place) -> None:
        chosen = theme.tokens()
        cell: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(cell, QColor(chosen.accent_soft if selected else chosen.surface))
        painter.setPen(QColor(chosen.border))
        painter.drawLine(cell.bottomLeft(), cell.bottomRight())
        shown = index.data(Qt.ItemDataRole.DisplayRole) or ""
        if index.column() == At.STATE:
            if shown:
                draw_chip(painter, option, shown, index.data(TONE), top=PADDING)
            return
        quiet = index.column() == At.WHO or bool(index.data(QUIET)) or bool(index.data(STRUCK)) or not shown
        painter.setPen(QColor(chosen.muted if quiet else chosen.text))
        layout, height = self._layout(index, shown or NONE, cell.width() - 2 * PADDING, option.font)
        layout.draw(painter, QPointF(cell.x() + PADDING, cell.y() + PADDING))
        if index.column() in SIDES:
            self._paint_origin(painter, option, index, height)

    def _paint_origin(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Place, height: float
    ) -> None:
        """Draw the origin below the words; an original also has a bar at its beginning."""
        chosen, cell = theme.tokens(), option.rect
        right = language_is_right_to_left(index.data(LANGUAGE) or "")
        if index.data(IS_ORIGINAL):
            x = cell.right() - 5 if right else cell.x() + 3
            painter.fillRect(QRect(x, cell.y() + PADDING, 3, max(18, int(height))), QColor(chosen.accent))
        painter.setPen(QColor(chosen.muted))
        painter.setFont(origin_font(option.font))
        below = QRect(
            cell.x() + PADDING, cell.y() + PADDING + int(height), cell.width() - 2 * PADDING, ORIGIN_HEIGHT
        )
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        metrics = painter.fontMetrics()
        told = metrics.elidedText(index.data(ORIGIN) or "", Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, told)
        corrected, _ = self._corrected(index, below.width(), option.font)
        if corrected is not None:
            painter.setPen(QColor(chosen.text))
            corrected.draw(painter, QPointF(below.x(), below.bottom() + CORRECTED_GAP))

    def sizeHint(self, option: QStyleOptionViewItem, index: Place) -> QSize:  # noqa: N802 - Qt's name
        width = self._table.columnWidth(index.column())
        if index.column() == At.WHO:
            _, height = self._layout(
                index, index.data(Qt.ItemDataRole.DisplayRole), width - 2 * PADDING, option.font
            )
            return QSize(width, max(LEAST_HEIGHT, int(height) + 2 * PADDING))
        if index.column() not in SIDES:
            return QSize(width, LEAST_HEIGHT)
        shown = index.data(Qt.ItemDataRole.DisplayRole) or NONE
        _, height = self._layout(index, shown, width - 2 * PADDING, option.font)
        _, corrected = self._corrected(index, width - 2 * PADDING, option.font)
        return QSize(width, max(LEAST_HEIGHT, int(height + corrected) + ORIGIN_HEIGHT + 2 * PADDING + 1))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Place) -> QWidget:  # noqa: N802 - Qt's name
        language = index.data(LANGUAGE) or ""
        name = self.tr("Turn {number}, {language}").format(
            number=index.row() + 1, language=language_name(language)
        )
        editor = PlainTextEdit(name, parent)
        editor.setFont(testimony_font(option.font, language))
        right = language_is_right_to_left(language)
        editor.write_from(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        row, column = index.row(), index.column()
        self.editor = editor
        editor.textChanged.connect(lambda: self._tell(editor, row, column))
        return editor

    def setEditorData(self, editor: QWidget, index: Place) -> None:  # noqa: N802 - Qt's name
        if isinstance(editor, PlainTextEdit) and not editor.document().isModified():
            editor.blockSignals(True)
            editor.setPlainText(index.data(Qt.ItemDataRole.EditRole) or "")
            cursor = editor.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            editor.setTextCursor(cursor)
            editor.blockSignals(False)

    def setModelData(self, _editor: QWidget, _model: QAbstractItemModel, _index: Place) -> None:  # noqa: N802 - Qt's name
        """Leaving the editor saves nothing; the typed text is already a draft."""
        self.left.emit()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Place) -> None:  # noqa: N802 - Qt's name
        cell: QRect = option.rect
        below = self._table.viewport().height() - LEAST_EDITOR
        height = max(cell.height(), LEAST_EDITOR)
        editor.setGeometry(QRect(QPoint(cell.x(), max(0, min(cell.y(), below))), QSize(cell.width(), height)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.saved.emit(True)
                return True
        return super().eventFilter(watched, event)

    def _tell(self, editor: PlainTextEdit, row: int, column: int) -> None:
        self.typed.emit(row, column, editor.toPlainText())

    def _forget_editor(self, *_: object) -> None:
        self.editor = None

    def _layout(self, index: Place, shown: str, width: int, base: QFont) -> tuple[QTextLayout, float]:
        text_column = index.column() in SIDES
        language = (index.data(LANGUAGE) or "") if text_column else ""
        struck = text_column and bool(index.data(STRUCK))
        key = (shown, width, language, struck)
        if key not in self._layouts:
            right = language_is_right_to_left(language) if text_column else self._mirrored()
            font = testimony_font(base, language)
            font.setStrikeOut(struck)
            self._layouts[key] = lay_out(shown, font, max(width, 24), right=right)
        return self._layouts[key]

    def _corrected(self, index: Place, width: int, base: QFont) -> tuple[QTextLayout | None, float]:
        """Return the corrections of a side as lines in the direction of the window, and their height."""
        shown = index.data(CORRECTED)
        if not shown:
            return None, 0.0
        key = (CORRECTED, shown, width)
        if key not in self._layouts:
            font = origin_font(base)
            self._layouts[key] = lay_out(shown, font, max(width, 24), right=self._mirrored())
        layout, height = self._layouts[key]
        return layout, height + CORRECTED_GAP

    def _mirrored(self) -> bool:
        return self._table.layoutDirection() is Qt.LayoutDirection.RightToLeft


def lay_out(shown: str, font: QFont, width: int, *, right: bool) -> tuple[QTextLayout, float]:
    """Break text into lines of this width; the direction of the paragraph is that of its language."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    layout = QTextLayout(isolate_identifiers(shown).replace("\n", "\u2028"), font)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    top = 0.0
    while (part := layout.createLine()).isValid():
        part.setLineWidth(width)
        part.setPosition(QPointF(0, top))
        top += part.height() * 1.12
    layout.endLayout()
    return layout, top
