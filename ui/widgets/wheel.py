"""Lists and numbers that ignore the wheel: it scrolls the page, and never changes a value.

A wheel turned over a field must change nothing. An open list is a window of its own, and scrolls. Every list
and number of the program is one of these, and `hold_still` does the same in Qt's own dialogs.
"""

import re
import time
from heapq import nlargest

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QListView,
    QScrollBar,
    QSlider,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from ui.named import set_by_name
from ui.text import as_plain_tip
from ui.widgets.basic import Label

_SEARCH = 1.0
"""Seconds within which letters belong to one search."""
_UNSEEN = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks of direction."""
_MARKS = 8
"""The most of them at the beginning of a choice."""
MEASURED, _LONGEST, _AROUND = 200, 20, 24
"""Choices up to which all are measured; how many are measured of more; pixels beside the words."""


class _Choices(QListView):
    """The opened list. Typed letters find a choice; marks of direction before its letters do not count.

    passed: Tab or Shift+Tab was pressed, which leaves the list and its field; forwards if true.
    """

    passed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._typed, self._at, self._before = "", 0.0, QPersistentModelIndex()
        self.is_answered = True
        """Whether something is chosen; otherwise the open list begins at nothing."""

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        # Qt goes to the first choice, which Enter would take though nobody chose it.
        if not self.is_answered:
            self.setCurrentIndex(QModelIndex())

    def is_searching(self) -> bool:
        """Whether a further letter belongs to what was typed before."""
        return bool(self._typed) and time.monotonic() - self._at < _SEARCH

    def keyboardSearch(self, typed: str) -> None:  # noqa: N802 - Qt's name
        """Go to the next choice that begins with what was typed within a second.

        Where none does, go back to what was chosen before: a word that is not in the list chooses nothing.
        """
        if self.is_searching():
            self._typed += typed.casefold()
        else:
            self._typed, self._before = typed.casefold(), QPersistentModelIndex(self.currentIndex())
        self._at = time.monotonic()
        # The first letter goes on to another choice, and so does the same letter again; others may stay.
        found = self._found(self._typed, onwards=len(self._typed) == 1)
        if found is None and len(set(self._typed)) == 1:
            found = self._found(self._typed[0], onwards=True)
        if found is None:
            QApplication.beep()
            self.setCurrentIndex(self.model().index(self._before.row(), 0))
        else:
            self.setCurrentIndex(self.model().index(found, 0))

    def _found(self, words: str, *, onwards: bool) -> int | None:
        """The next choice that begins so, or whose name behind its code and two blanks does."""
        shown, start = self._shown(), self.currentIndex().row() + onwards
        order = [(start + step) % len(shown) for step in range(len(shown))]
        begins = (number for number in order if _begins(shown[number], words))
        named = (number for number in order if _begins(shown[number].partition("  ")[2], words))
        return next(begins, next(named, None))

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: N802 - Qt's name
        self.passed.emit(forwards)
        return True

    def sizeHintForColumn(self, column: int) -> int:  # noqa: N802 - Qt's name
        """Of a long list, only its longest choices are measured."""
        if self.model().rowCount() <= MEASURED:
            return super().sizeHintForColumn(column)
        longest = nlargest(_LONGEST, self._shown(), key=len)
        return max(map(self.fontMetrics().horizontalAdvance, longest)) + _AROUND

    def _shown(self) -> list[str]:
        model = self.model()
        if isinstance(model, QStringListModel):
            return model.stringList()
        return [str(model.index(number, 0).data()) for number in range(model.rowCount())]


def _begins(shown: str, words: str) -> bool:
    return _UNSEEN.sub("", shown[: len(words) + _MARKS]).casefold().startswith(words)


_EDGES = 2
"""Pixels at both sides of the words of a list, which Qt does not draw on."""
SHORT = 12
"""Characters of a list that keeps narrow."""


class Box(QComboBox):
    """A list to choose from. A truncated text is shown whole in its tool tip, and in the open list.

    Under Linux, Qt gives a screen reader the chosen entry as the name of a list, and its real name only
    through its label (QAccessibleComboBox). A list without a visible label has a hidden one.
    """

    def __init__(self) -> None:
        super().__init__()
        self.choices = _Choices()
        self.setView(self.choices)
        self.choices.passed.connect(self._pass_on)
        set_by_name(self, focusPolicy="StrongFocus")
        self._label: Label | None = None
        self.reason = ""
        """Why nothing can be chosen; `say_whole` shows it."""
        self.currentIndexChanged.connect(lambda _: self.say_whole())

    def keep_narrow(self) -> None:
        """Ask for no more room than a short name: what is longer is cut here, and whole in the open list."""
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(SHORT)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:  # noqa: N802 - Qt's name
        """A text that is cut ends with an ellipsis: Qt cuts it anywhere, as if it ended there."""
        super().initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        end = QtCore.Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(option.currentText, end, room - _EDGES)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        name, parent = self.accessibleName(), self.parentWidget()
        if name and parent is not None and self._label is None:
            self._label = Label(name.replace("&", "&&"))
            self._label.setParent(parent)
            self._label.setBuddy(self)
            self._label.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.say_whole()

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        room = self.screen().availableGeometry().width() // 2
        needed = self.view().sizeHintForColumn(0) + self.view().verticalScrollBar().sizeHint().width() + 12
        self.view().setMinimumWidth(min(max(needed, self.width()), room))
        self.choices.is_answered = self.currentIndex() >= 0
        super().showPopup()
        if not self.choices.is_answered:
            self.choices.setCurrentIndex(QModelIndex())
        self._show_whole_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """A blank belongs to the words that are being typed; otherwise it opens the list."""
        if event.key() != QtCore.Qt.Key.Key_Space or not self.choices.is_searching():
            super().keyPressEvent(event)
            return
        self.choices.setCurrentIndex(self.model().index(self.currentIndex(), 0))
        self.choices.keyboardSearch(event.text())
        self._choose(self.choices.currentIndex().row())

    def _pass_on(self, forwards: bool) -> None:
        """Tab takes what the open list stands at, and goes on to the next field."""
        row = self.choices.currentIndex().row()
        self.hidePopup()
        self._choose(row)
        self.setFocus()
        self.focusNextPrevChild(forwards)

    def _choose(self, row: int) -> None:
        if row >= 0 and row != self.currentIndex():
            self.setCurrentIndex(row)
            self.activated.emit(row)

    def _show_whole_rows(self) -> None:
        """Give the open list the pixels of its border and padding, which Qt leaves out: the last choice is
        cut without them.
        """
        view, last = self.view(), self.count() - 1
        first_row, last_row = (view.visualRect(self.model().index(row, 0)) for row in (0, last))
        lacking = last_row.bottom() + 1 - first_row.top() - view.viewport().height()
        if not 0 < lacking < last_row.height():
            return
        place, room = view.window().geometry(), self.screen().availableGeometry()
        place.setHeight(place.height() + lacking)
        if place.bottom() > room.bottom():
            place.moveBottom(room.bottom())
        if place.top() < room.top():
            return
        # The arrows for scrolling take room themselves: they go first, or they stay for good.
        view.window().resize(place.width(), place.height() + 4 * last_row.height())
        view.window().setGeometry(place)

    def say_whole(self) -> None:
        """Give the reason, or else a text that is cut, to the tool tip, and take any other tool tip away."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        cut = self.fontMetrics().horizontalAdvance(self.currentText()) > room
        words = self.reason or (self.currentText() if cut else "")
        self.setToolTip(as_plain_tip(words) if words else "")

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        event.ignore()


class NumberBox(QSpinBox):
    """A whole number. A style sheet does not keep it from the edge, as it does in a line."""

    def __init__(self, *, value: int = 0) -> None:
        super().__init__(value=value)
        self.lineEdit().setTextMargins(8, 0, 8, 0)
        set_by_name(self, focusPolicy="StrongFocus")

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        event.ignore()


class Slider(QSlider):
    """A value along a line."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        event.ignore()


class _Still(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def hold_still(dialog: QWidget) -> None:
    """Make the fields of one of Qt's own dialogs ignore the wheel."""
    still = _Still(dialog)
    for part in dialog.findChildren(QWidget):
        changes = isinstance(part, (QComboBox, QAbstractSpinBox, QAbstractSlider))
        if changes and not isinstance(part, QScrollBar):
            part.installEventFilter(still)
