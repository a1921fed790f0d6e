"""The line below the head of the viewer in which words are found in the file."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.text import grouped, isolate
from ui.viewer.finding import Finding
from ui.widgets.basic import Label, Part, announce, button, row

PAUSE = 250
"""Milliseconds after the last key before what is typed is searched."""


class FindBar(QWidget):
    """left: it was closed."""

    left = Signal()

    def __init__(self, model: Finding) -> None:
        super().__init__()
        self.model = model
        self.wanted = _Line(self.tr("Find in this file"))
        self.wanted.setClearButtonEnabled(True)
        self.before_button = button("", lambda: self.go(-1), icon="chevron-left", part="quiet")
        self.before_button.setAccessibleName(self.tr("Former place"))
        self.after_button = button("", lambda: self.go(1), icon="chevron-right", part="quiet")
        self.after_button.setAccessibleName(self.tr("Next place"))
        self.count = Label("", Part.MUTED)
        line = row(self.wanted, self.before_button, self.after_button, self.count, None)
        line.setStretch(0, 2)
        line.setStretch(4, 1)
        self.setLayout(line)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._search)
        self.wanted.textChanged.connect(lambda _: self._pause.start())
        self.wanted.wants.connect(self.go)
        model.changed.connect(self._tell)
        model.refused.connect(self._refuse)
        self._said = ""
        self.hide()

    def open_bar(self) -> None:
        self.show()
        self.wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.wanted.selectAll()
        self._tell()

    def close_bar(self) -> None:
        """Put it away; nothing of what was typed stays."""
        self._pause.stop()
        self.wanted.clear()
        self._pause.stop()
        self.model.search("")
        self.hide()
        self.left.emit()

    def go(self, by: int) -> None:
        """Go to the next place, or to the former one; what was just typed is searched first."""
        if self._pause.isActive() or self.wanted.text() != self.model.wanted:
            self._search()
        else:
            self.model.go(by)

    def _search(self) -> None:
        self._pause.stop()
        self.model.search(self.wanted.text())

    def _tell(self) -> None:
        model, told = self.model, ""
        count = isolate(grouped(str(len(model.places))))
        if not model.places and not model.can_search:
            told = self.tr("What is shown has no words that can be found.")
        elif not model.wanted.strip():
            told = ""
        elif model.places:
            at = isolate(grouped(str(model.number)))
            told = self.tr("{number} of {count}").format(number=at, count=count)
            if model.is_cut:
                told = self.tr("{number} of the first {count}").format(number=at, count=count)
        elif not model.is_searching:
            told = self.tr("Not found")
        if model.is_searching:
            going_on = self.tr("The rest is being searched\u2026")
            told = f"{told} {going_on}".strip()
        for each in (self.before_button, self.after_button):
            each.setEnabled(bool(model.places))
        self._say(told)

    def _refuse(self, sentence: str) -> None:
        self._say(sentence)

    def _say(self, told: str) -> None:
        if told == self._said:
            return
        self._said = told
        self.count.setText(told)
        self.count.setAccessibleName(told)
        if self.isVisible() and told and not self.model.is_searching:
            announce(self.count)


class _Line(QLineEdit):
    """wants: Enter for the next (1), Shift+Enter for the former (-1)."""

    wants = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wants.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)
