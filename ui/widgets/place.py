"""A folder or file to type or choose."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.widgets.basic import button, row
from ui.widgets.form import line

WIDE = 180
"""Least visible width of a path, in pixels."""


class PlaceField(QWidget):
    """A line, and a button that opens a chooser. name: the purpose of the folder."""

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
        """Return the path, or None if nothing was typed."""
        typed = self.text.text().strip()
        return Path(typed).expanduser() if typed else None

    def _browse(self) -> None:
        chosen = self.choose(self._name)
        if chosen is not None:
            self.text.setText(str(chosen))

    def choose(self, heading: str) -> Path | None:
        """Open the chooser."""
        from ui.widgets import choose

        return choose.choose_folder(self, heading)


class FileField(PlaceField):
    """The same for a file to read."""

    def choose(self, heading: str) -> Path | None:
        from ui.widgets import choose

        return choose.choose_file(self, heading)
