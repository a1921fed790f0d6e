"""The file that a dialog is about: a button to choose it, its name, and its digest."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.text import digest_groups, isolate_words
from ui.widgets import choose
from ui.widgets.basic import Label, Part, button, row


class FileLine(QWidget):
    """chosen: called with the file that a person chose."""

    def __init__(self, words: str, heading: str, chosen: Callable[[Path], object]) -> None:
        super().__init__()
        self._heading, self._chosen = heading, chosen
        self.name = Label("", wrap=True)
        self.digest = Label("", Part.DIGEST, wrap=True).selectable()
        self.choose_button = button(words, self._choose, icon="folder-open")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        line = row(self.choose_button, self.name)
        line.setStretch(1, 1)
        column.addLayout(line)
        column.addWidget(self.digest)
        self.digest.hide()

    def show_file(self, name: str, sha256: str) -> None:
        self.name.setText(isolate_words(name))
        self.digest.setText(f"SHA-256 {digest_groups(sha256)}")
        self.digest.setAccessibleName(f"SHA-256 {sha256}")
        self.digest.show()

    def show_none(self) -> None:
        self.name.clear()
        self.digest.hide()

    def _choose(self) -> None:
        path = choose.choose_file(self, self._heading)
        if path is not None:
            self._chosen(path)
