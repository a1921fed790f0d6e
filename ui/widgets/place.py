"""A folder or file to type or choose."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.text import NONE, translate
from ui.widgets.basic import button, row
from ui.widgets.form import line
from ui.widgets.paths import path_of, path_problem, takes_path

WIDE = 180
"""Least visible width of a path, in pixels."""


class PlaceField(QWidget):
    """A line, and a button that opens a chooser. name: the purpose of the folder.

    browse: the words of the button, if it has a letter of its own. field: the line, if it is a special one.
    """

    def __init__(
        self, name: str, parent: QWidget | None = None, *, browse: str = "", field: QLineEdit | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self.text = takes_path(field or line())
        self.text.setMinimumWidth(WIDE)
        self.text.setAccessibleName(name)
        self.setFocusProxy(self.text)
        self.browse = button(browse or self.tr("Browse\u2026"), self._browse, icon="folder-open")
        self.setLayout(row(self.text, self.browse))

    def path(self) -> Path | None:
        """Return the path, or None if nothing was typed."""
        typed = self.text.text().strip()
        return path_of(typed) if typed else None

    def _browse(self) -> None:
        chosen = self.choose(self._name)
        if chosen is not None:
            self.text.setText(str(chosen))
            self.text.setFocus()

    def choose(self, heading: str) -> Path | None:
        """Open the chooser."""
        from ui.widgets import choose

        return choose.choose_folder(self, heading)


class FileField(PlaceField):
    """The same for a file to read."""

    def choose(self, heading: str) -> Path | None:
        from ui.widgets import choose

        return choose.choose_file(self, heading)

    def problem(self) -> str:
        """Why no file can be read there; empty if one can."""
        path = self.path()
        if problem := path_problem(self.text):
            return problem
        is_there = path is not None and path.is_file()
        return "" if is_there else translate("new-file", "There is no file of this name.")


class NewPlace(PlaceField):
    """The same for what is not there yet, in a folder that exists."""

    def choose(self, heading: str) -> Path | None:
        from ui.widgets import choose

        return choose.choose_target(self, heading, Path(self.text.text()).name or NONE)

    def problem(self) -> str:
        """Why nothing new can be written there; empty if it can."""
        path = self.path()
        if problem := path_problem(self.text):
            return problem
        if path is None or not path.parent.is_dir():
            return translate("new-file", "Please choose a folder that exists.")
        if path.exists():
            return translate(
                "new-file", "There is something of this name already. Please choose another name."
            )
        return ""


def named_at_home(name: str) -> Path:
    """Return an unused place in the home folder for a file whose name has a number that somebody else gave.

    No part of a path is taken from it.
    """
    return unused(Path.home() / "".join(each if each.isalnum() or each in "-._ " else "-" for each in name))


def unused(place: Path) -> Path:
    """Return the first name beside it that nothing has: encrypted, encrypted-2 ..."""
    number, found = 1, place
    while found.exists():
        number += 1
        found = place.with_name(f"{place.stem}-{number}{place.suffix}")
    return found
