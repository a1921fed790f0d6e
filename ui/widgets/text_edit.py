"""Editors for testimony: plain text, direction by paragraph, and no resource ever loaded."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QTextOption
from PySide6.QtWidgets import QTextEdit, QWidget

from ui.clipboard import marked


class PlainTextEdit(QTextEdit):
    """Several lines of plain text. Tab leaves it. left: it lost the focus."""

    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, lines: int = 0) -> None:
        super().__init__(parent)
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
        return marked(self.textCursor().selection().toPlainText())

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
        super().keyPressEvent(event)


def _nothing() -> QImage:
    nothing = QImage(1, 1, QImage.Format.Format_ARGB32)
    nothing.fill(0)
    return nothing
