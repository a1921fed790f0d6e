"""A dialog that shows what is sealed apart, and covers it by itself."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui.widgets.basic import button, row
from ui.widgets.dialog import Dialog

SHOWN_FOR = 60_000
"""Milliseconds after which what was revealed is covered again."""


class RevealedDialog(Dialog):
    """`forget` empties whatever showed it, when the dialog closes."""

    def __init__(self, parent: QWidget, heading: str, shown_for: int = SHOWN_FOR) -> None:
        super().__init__(parent, heading, self.tr("This window closes by itself in a minute."))
        self.finished.connect(lambda _: self.forget())
        QTimer.singleShot(shown_for, self, self.accept)

    def finish(self) -> None:
        """Put the button at the end."""
        self.close_button = button(self.tr("&Close"), self.accept, part="primary")
        self.close_button.setDefault(True)
        self._outer.addLayout(row(None, self.close_button))

    def forget(self) -> None:
        """Empty what shows it."""
