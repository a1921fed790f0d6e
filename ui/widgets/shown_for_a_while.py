"""A dialog that shows sealed content, and closes by itself."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from ui.text import NONE
from ui.widgets.basic import Label, button, empty_layout, row
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form

SHOWN_FOR = 60_000
"""Milliseconds until revealed content is hidden again, unless another minute is requested."""


class RevealedDialog(Dialog):
    """Its content is cleared when it closes: `forget` empties every widget that showed it."""

    def __init__(self, parent: QWidget, heading: str, shown_for: int = SHOWN_FOR) -> None:
        super().__init__(parent, heading, self.tr("This window closes by itself in a minute."))
        self.finished.connect(lambda _: self.forget())
        self.time = QTimer(self, singleShot=True, interval=shown_for, timerType=Qt.TimerType.PreciseTimer)
        self.time.timeout.connect(self.accept)
        self.time.start()

    def tell(self, facts: Iterable[tuple[str, str]]) -> None:
        """Show values, each with its name; an empty one as a dash."""
        form = Form()
        for what, how in facts:
            form.tell(what, how or NONE)
        self.body.addLayout(form)

    def finish(self) -> None:
        """Put the buttons at the end."""
        self.longer_button = button(self.tr("Another &minute"), self.time.start, icon="history")
        self.close_button = button(self.tr("&Close"), self.accept, part="primary")
        self.close_button.setDefault(True)
        self._outer.addLayout(row(self.longer_button, None, self.close_button))
        self.close_button.setFocus()

    def forget(self) -> None:
        """Clear what shows it."""
        for label in self.area.findChildren(Label):
            label.clear()
            label.setAccessibleName("")
        empty_layout(self.body)
