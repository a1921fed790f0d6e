"""Editors for testimony: plain text, direction by paragraph, and no resource ever loaded."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from thb_desktop.domain.anchors import code_points, utf16_units
from ui.clipboard import marked
from ui.widgets.reading_order import is_mark, keep_order, marks_in, text_in, without_marks

_DELETES = {Qt.Key.Key_Backspace: -1, Qt.Key.Key_Delete: 1}


class PlainTextEdit(QTextEdit):
    """Several lines of plain text. Tab leaves it. left: it lost the focus.

    Identifiers in it read in their order between right-to-left letters. The document has marks for that,
    which are no part of the text: ask for words and places here, not at the document.
    """

    left = Signal()

    def __init__(
        self, name: str, parent: QWidget | None = None, *, lines: int = 0, in_order: bool = True
    ) -> None:
        super().__init__(parent)
        self._in_order, self._is_setting = in_order, False
        if in_order:
            self.document().contentsChanged.connect(self._keep_order)
            self.cursorPositionChanged.connect(self._type_no_marks)
        self.setAcceptRichText(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        if lines:
            self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 24)

    def write_from(self, direction: Qt.LayoutDirection) -> None:
        """Set the side on which writing begins; each paragraph still follows its own letters."""
        option = QTextOption(self.document().defaultTextOption())
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        right = direction is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self.document().setDefaultTextOption(option)

    def only_read(self) -> None:
        """Let words be chosen with mouse and keyboard, and nothing be typed."""
        mouse = Qt.TextInteractionFlag.TextSelectableByMouse
        self.setTextInteractionFlags(mouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)

    def toPlainText(self) -> str:  # noqa: N802 - Qt's name
        """Return the text as it was typed."""
        return without_marks(text_in(self), marks_in(self))

    def setPlainText(self, text: str) -> None:  # noqa: N802 - Qt's name
        self._is_setting = True
        super().setPlainText(text)
        self._is_setting = False
        if self._in_order:
            can_undo = self.isUndoRedoEnabled()
            self.setUndoRedoEnabled(False)
            self._keep_order()
            self.setUndoRedoEnabled(can_undo)
            self.document().setModified(False)

    def place(self) -> int:
        """Return where the cursor is in the text, in code points."""
        return self._in_text(self.textCursor().position())

    def chosen(self) -> tuple[int, int]:
        """Return where the chosen words begin and end in the text, in code points."""
        cursor = self.textCursor()
        return self._in_text(cursor.selectionStart()), self._in_text(cursor.selectionEnd())

    def chosen_text(self) -> str:
        start, end = self.chosen()
        return self.toPlainText()[start:end]

    def cursor_over(self, start: int, end: int) -> QTextCursor:
        """Return a cursor that chooses these words of the text. start, end: code points."""
        cursor = self.textCursor()
        cursor.setPosition(self._in_document(start))
        cursor.setPosition(self._in_document(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def loadResource(self, _type: int, _name: object) -> QImage:  # noqa: N802 - Qt's name
        """No text contains resources. Returns an invisible dot, because without a result Qt searches
        itself.
        """
        return _nothing()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        if source.hasText():
            self.insertPlainText(source.text())

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        """A copied text has the marks of a secret from the first moment, and is plain text."""
        return marked(self.chosen_text())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        self._type_no_marks()
        super().inputMethodEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A selected text cannot be dragged away: nobody could remove it from where it was dropped."""
        cursor = self.textCursor()
        if event.button() is Qt.MouseButton.LeftButton and cursor.hasSelection():
            extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if not extends:
                cursor.clearSelection()
                self.setTextCursor(cursor)
        super().mousePressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        if not marks_in(self):
            super().keyPressEvent(event)
            return
        deletes = _DELETES.get(Qt.Key(event.key()), 0)
        if deletes:
            self._pass_by(deletes)
            at_once = self.textCursor()
            at_once.beginEditBlock()  # Qt makes none for one sign, and its mark is to be undone with it
            super().keyPressEvent(event)
            at_once.endEditBlock()
            return
        before, text = self.textCursor().position(), self.toPlainText()
        super().keyPressEvent(event)
        after = self.textCursor().position()
        if before != after and self._in_text(before) == self._in_text(after) and self.toPlainText() == text:
            super().keyPressEvent(event)  # it went by a mark that nobody sees

    def _pass_by(self, step: int) -> None:
        """Go past a mark that lies where the next sign is deleted."""
        cursor = self.textCursor()
        beside = cursor.position() - (step < 0)
        if not cursor.hasSelection() and beside in marks_in(self):
            cursor.setPosition(cursor.position() + step)
            self.setTextCursor(cursor)

    def _keep_order(self) -> None:
        if self._is_setting:
            return
        self._is_setting = True
        was_blocked = self.blockSignals(True)
        keep_order(self)
        self.blockSignals(was_blocked)
        self._is_setting = False

    def _type_no_marks(self) -> None:
        """Let what is typed behind a mark not look like one."""
        if not self.textCursor().hasSelection() and is_mark(self.currentCharFormat()):
            self.setCurrentCharFormat(QTextCharFormat())

    def _in_text(self, place: int) -> int:
        units = place - sum(mark < place for mark in marks_in(self))
        return code_points(self.toPlainText(), units)

    def _in_document(self, point: int) -> int:
        place = utf16_units(self.toPlainText(), point)
        for mark in marks_in(self):
            place += mark <= place
        return place


def _nothing() -> QImage:
    nothing = QImage(1, 1, QImage.Format.Format_ARGB32)
    nothing.fill(0)
    return nothing
