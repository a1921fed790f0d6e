"""A folder or file to be typed or chosen."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.widgets import choose
from ui.widgets.basic import button, row
from ui.widgets.form import line

WIDE = 180
"""Pixels of a path that are seen at least."""


class PlaceField(QWidget):
    """A line, and a button that looks for the folder. name: what it is the folder of."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.text = line()
        self.text.setMinimumWidth(WIDE)
        self.text.setAccessibleName(name)
        self.setFocusProxy(self.text)
        self.browse = button(self.tr("Browse\u2026"), self._browse, icon="folder-open")
        self.setLayout(row(self.text, self.browse))

    def path(self) -> Path | None:
        """The path, or None where nothing was typed."""
        typed = self.text.text().strip()
        return Path(typed).expanduser() if typed else None

    def _browse(self) -> None:
        chosen = self.choose(self._name)
        if chosen is not None:
            self.text.setText(str(chosen))

    def choose(self, heading: str) -> Path | None:
        """Let the person look for it."""
        return choose.choose_folder(self, heading)


class FileField(PlaceField):
    """The same for a file that is read."""

    def choose(self, heading: str) -> Path | None:
        return choose.choose_file(self, heading)
