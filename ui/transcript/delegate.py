"""Draws a turn in the direction of each of its languages, and edits it in place."""

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QKeyCombination,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from ui import shortcuts, theme
from ui.labels import language_name
from ui.rows import ROW
from ui.text import NONE, language_is_right_to_left
from ui.transcript import cells
from ui.transcript.letters import lay_out, pitch, size, small_font, testimony_font
from ui.transcript.marks import MARKED, TO_READ, formats
from ui.transcript.rows import CORRECTED, IS_ORIGINAL, LANGUAGE, ORIGIN, QUIET, SIDES, STRUCK, At
from ui.transcript.segment_row import SegmentRow
from ui.widgets.text_edit import PlainTextEdit

PADDING, TAG = 6, 62
"""Pixels around the words; of the column beside them that names their language."""
LEAST_HEIGHT = 40
LEAST_EDITOR = 92
LINE = 25
"""Pixels of a line across: an event, or what could be seen."""
_WRITTEN = QKeySequence.SequenceFormat.PortableText
CORRECTED_GAP = 4
"""Pixels between the words and the corrections below them."""

Place = QModelIndex | QPersistentModelIndex


class SegmentDelegate(QStyledItemDelegate):
    """typed: row, column and text with every change. left: the editor closed; its text stays a draft.

    saved: save was requested in the editor; True to go on with the next segment. divided: the turn is to be
    split at the cursor, by the row and the place in the words; -1 where they are a rendition.
    """

    typed = Signal(int, int, str)
    left = Signal()
    saved = Signal(bool)
    divided = Signal(int, int)

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._layouts: dict[tuple[object, ...], tuple[QTextLayout, float]] = {}
        self.editor: PlainTextEdit | None = None
        self.left_to_window: frozenset[QKeyCombination] = frozenset()
        """Keys that mean something in the window, and that Qt's text fields would take for themselves."""
        self._edited = (-1, False)
        self.opens_at: Callable[[int], At | None] = lambda _: None
        """The side of a turn that Enter opens, which is framed in the chosen turn."""
        self.closeEditor.connect(self._forget_editor)

    def forget_layouts(self) -> None:
        self._layouts.clear()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Place) -> None:
        row: SegmentRow = index.data(ROW)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cells.paint_ground(painter, option.rect, row, selected=selected)
        cell = option.rect.adjusted(0, LINE * len(row.above), 0, -LINE * len(row.below))
        if not row.is_thin:
            match index.column():
                case At.WHO:
                    cells.paint_who(painter, cell, row, index, option.font, selected=selected)
                case At.STATE:
                    cells.paint_state(painter, cell, index, option.font)
                    cells.paint_margin(painter, cell, index.data(MARKED) or (), option.font)
                case _:
                    self._paint_side(painter, cell, option, index)
                    if selected and self.opens_at(index.row()) == index.column():
                        cells.paint_frame(painter, cell)
        painter.restore()

    def _paint_side(self, painter: QPainter, cell: QRect, option: QStyleOptionViewItem, index: Place) -> None:
        """Draw the words, and beside them their language, whose they are, and the bar of an original."""
        chosen, language = theme.tokens(), index.data(LANGUAGE) or ""
        right = language_is_right_to_left(language)
        shown = index.data(Qt.ItemDataRole.DisplayRole) or ""
        quiet = bool(index.data(QUIET)) or bool(index.data(STRUCK)) or not shown
        layout, height = self._layout(index, shown or NONE, self._room(cell.width()), option.font)
        x = cell.x() + (PADDING if right else TAG)
        is_original = bool(index.data(IS_ORIGINAL))
        tag = QRect(cell.right() - TAG + 1 if right else cell.x(), cell.y(), TAG, cell.height())
        cells.paint_tag(painter, tag, language, index.data(ORIGIN) or "", option.font, original=is_original)
        if is_original and shown:
            bar = cell.right() - TAG + 5 if right else cell.x() + TAG - 8
            top = QRectF(bar, cell.y() + 7, 3, max(18.0, height - 2))
            painter.fillRect(top, QColor(chosen.accent))
        painter.setPen(QColor(chosen.muted if quiet else chosen.text))
        layout.draw(painter, QPointF(x, cell.y() + PADDING))
        corrected, _ = self._corrected(index, self._room(cell.width()), option.font)
        if corrected is not None:
            painter.setPen(QColor(chosen.text))
            corrected.draw(painter, QPointF(x, cell.y() + PADDING + height + CORRECTED_GAP))

    def sizeHint(self, option: QStyleOptionViewItem, index: Place) -> QSize:  # noqa: N802 - Qt's name
        width = self._table.columnWidth(index.column())
        row: SegmentRow = index.data(ROW)
        around = LINE * (len(row.above) + len(row.below))
        if row.is_thin:
            return QSize(width, LINE + around)
        if index.column() not in SIDES:
            marked = index.column() == At.STATE and bool(index.data(MARKED))
            signs = cells.SIGNS_BELOW + cells.SIGN + PADDING if marked else 0
            return QSize(width, max(LEAST_HEIGHT, signs) + around)
        shown = index.data(Qt.ItemDataRole.DisplayRole) or NONE
        _, height = self._layout(index, shown, self._room(width), option.font)
        _, corrected = self._corrected(index, self._room(width), option.font)
        told = cells.height_of_origin(index.data(ORIGIN) or "") if index.data(IS_ORIGINAL) else 0
        high = max(LEAST_HEIGHT, told, int(height + corrected) + 2 * PADDING + 1)
        return QSize(width, high + around)

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
        self.editor, self._edited = editor, (row, bool(index.data(IS_ORIGINAL)))
        if index.data(TO_READ):
            editor.only_read()
        else:
            editor.textChanged.connect(lambda: self._tell(editor, row, column))
            sizes = editor.document().documentLayout().documentSizeChanged
            sizes.connect(lambda _: self._place(editor, self._rect_of(row, column)))
        return editor

    def setEditorData(self, editor: QWidget, index: Place) -> None:  # noqa: N802 - Qt's name
        if isinstance(editor, PlainTextEdit) and not editor.document().isModified():
            editor.blockSignals(True)
            editor.setPlainText(index.data(Qt.ItemDataRole.EditRole) or "")
            cursor = editor.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            editor.setTextCursor(cursor)
            editor.blockSignals(False)
            self._place(editor, self._table.visualRect(index))

    def setModelData(self, _editor: QWidget, _model: QAbstractItemModel, _index: Place) -> None:  # noqa: N802 - Qt's name
        """Leaving the editor saves nothing; the typed text is already a draft."""
        self.left.emit()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Place) -> None:  # noqa: N802 - Qt's name
        self._place(editor, option.rect)

    def _place(self, editor: QWidget, cell: QRect) -> None:
        """Over its cell, and as high as its text: the lines of some scripts are higher in an editor."""
        room, least = self._table.viewport().height(), LEAST_EDITOR
        editor.resize(cell.width(), editor.height())
        if isinstance(editor, PlainTextEdit):
            around = editor.height() - editor.viewport().height()
            least = max(least, min(room, int(editor.document().size().height()) + around + 1))
        top, height = max(0, min(cell.y(), room - least)), max(cell.height(), least)
        editor.setGeometry(QRect(QPoint(cell.x(), top), QSize(cell.width(), height)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.keyCombination() in self.left_to_window:
                event.ignore()
                return True
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            pressed_keys = QKeySequence(event.keyCombination()).toString(_WRITTEN)
            divides = shortcuts.meant_by(pressed_keys) == shortcuts.SPLIT
            if divides and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and divides:
                self._divide()
                return True
            pressed = event.type() == QEvent.Type.KeyPress
            if pressed and control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.saved.emit(True)
                return True
        return super().eventFilter(watched, event)

    def chosen_words(self) -> tuple[int, int] | None:
        """Return the range that is chosen in the open editor, in code points; None if there is none."""
        if self.editor is None or not self.editor.textCursor().hasSelection():
            return None
        return self.editor.chosen()

    def _divide(self) -> None:
        number, is_original = self._edited
        if self.editor is not None:
            self.divided.emit(number, self.editor.place() if is_original else -1)

    def _rect_of(self, row: int, column: int) -> QRect:
        return self._table.visualRect(self._table.model().index(row, column))

    def _tell(self, editor: PlainTextEdit, row: int, column: int) -> None:
        self.typed.emit(row, column, editor.toPlainText())

    def _forget_editor(self, *_: object) -> None:
        self.editor = None

    def _room(self, width: int) -> int:
        return width - TAG - PADDING

    def _layout(self, index: Place, shown: str, width: int, base: QFont) -> tuple[QTextLayout, float]:
        language = index.data(LANGUAGE) or ""
        struck = bool(index.data(STRUCK))
        marked = index.data(MARKED) or ()
        key = (shown, width, language, struck, size(), marked)
        if key not in self._layouts:
            font = testimony_font(base, language)
            line = pitch(font, language)
            font.setStrikeOut(struck)
            right = language_is_right_to_left(language)
            self._layouts[key] = lay_out(
                shown, font, max(width, 24), right=right, line=line, formats=formats(shown, marked)
            )
        return self._layouts[key]

    def _corrected(self, index: Place, width: int, base: QFont) -> tuple[QTextLayout | None, float]:
        """Return the corrections of a side as lines in the direction of the window, and their height."""
        shown = index.data(CORRECTED)
        if not shown:
            return None, 0.0
        key = (CORRECTED, shown, width)
        if key not in self._layouts:
            font = small_font(base, 9)
            right = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
            self._layouts[key] = lay_out(shown, font, max(width, 24), right=right)
        layout, height = self._layouts[key]
        return layout, height + CORRECTED_GAP
