"""A field of the entry row: plain text in one language, whose keys belong to the desk."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QKeyCombination, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui import shortcuts, theme
from ui.text import language_is_right_to_left
from ui.transcript.letters import small_font, testimony_font
from ui.widgets.text_edit import PlainTextEdit

LEAST, MOST = 46, 190
"""Pixels of its height: one line of words, and the most before it scrolls."""
Keys = Mapping[str, Callable[[], object]]
"""What keys do, by the usual ones as they are written: \"F2\", \"Ctrl+Tab\", \"Shift+Tab\"."""
_LEFT_TO_SHORTCUTS = frozenset("BDEFGHIJKLMR")
"""Letters that mean something with Ctrl at the desk: Qt's fields take some of them for themselves."""


class TurnField(PlainTextEdit):
    """keys: what each combination does instead of typing. up: the arrow in an empty field.

    typed: the text, with every change by a person. needs: the pixels of height that its words need.
    """

    up = Signal()
    typed = Signal(str)
    needs = Signal(int)

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.language = self.letters = ""
        self.hint = ""
        self.needed = LEAST
        self._is_put = False
        self._keys = keys
        self.setTabChangesFocus(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(LEAST)
        self.textChanged.connect(self._change)

    def write_in(self, language: str, letters: str = "") -> None:
        """Write in this language: its font, and the side at which a line begins. letters: the language of
        the words in it, if that is another one.
        """
        self.language, self.letters = language, letters or language
        self.set_letters()
        right = language_is_right_to_left(self.letters)
        direction = Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
        self.setLayoutDirection(direction)
        self.write_from(direction)

    def set_letters(self) -> None:
        """Take the present size of testimony."""
        font = testimony_font(self.window().font(), self.letters)
        self.document().setDefaultFont(font)
        self._fit()

    def show_hint(self, hint: str) -> None:
        """Say what belongs here; a screen reader hears it too."""
        self.hint = hint
        self.setAccessibleDescription(hint)
        self.viewport().update()

    def put(self, text: str) -> None:
        """Show a text that is not typed; the cursor goes to its end."""
        if text != self.toPlainText():
            self._is_put = True
            self.setPlainText(text)
            self._is_put = False
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.setTextCursor(cursor)
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            pressed = written(event)
            if shortcuts.meant_by(pressed) in self._keys:
                event.accept()
                return True
            if shortcuts.meant_by(pressed) != pressed:
                event.ignore()
                return True
            only_control = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            letter = chr(event.key()) if event.key() < 128 else ""
            if only_control == Qt.KeyboardModifier.ControlModifier and letter in _LEFT_TO_SHORTCUTS:
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        act = self._keys.get(shortcuts.meant_by(written(event)))
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if act is not None:
            if not event.isAutoRepeat():
                act()
        elif enters and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.textCursor().insertBlock()
        elif event.key() == Qt.Key.Key_Up and not self.toPlainText() and not event.modifiers():
            self.up.emit()
        elif event.modifiers() == Qt.KeyboardModifier.AltModifier and event.text():
            # A letter that is underlined nowhere now: Qt would write it into the testimony.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if self.hint and not self.toPlainText():
            painter = QPainter(self.viewport())
            painter.setFont(small_font(self.window().font(), 10))
            painter.setPen(theme.tokens().muted)
            right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            room = self.viewport().rect().adjusted(5, 4, -5, 0)
            metrics = QFontMetricsF(painter.font())
            shown = metrics.elidedText(self.hint, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(side | Qt.AlignmentFlag.AlignAbsolute), shown)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(200, LEAST)

    def _change(self) -> None:
        self._fit()
        if not self._is_put:
            self.typed.emit(self.toPlainText())

    def _fit(self) -> None:
        """Say how high the words are."""
        needed = max(LEAST, min(int(self.document().size().height()) + 14, MOST))
        if needed != self.needed:
            self.needed = needed
            self.needs.emit(needed)


def written(event: QKeyEvent) -> str:
    """Return the keys of an event as they are written; those of the number block count as the others."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    same = {Qt.Key.Key_Enter: Qt.Key.Key_Return, Qt.Key.Key_Backtab: Qt.Key.Key_Tab}
    key = Qt.Key(event.key())
    if key is Qt.Key.Key_Backtab:
        modifiers |= Qt.KeyboardModifier.ShiftModifier
    combination = QKeyCombination(modifiers, same.get(key, key))
    return QKeySequence(combination).toString(QKeySequence.SequenceFormat.PortableText)
