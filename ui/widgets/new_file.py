"""Files that the window writes in clear, only where the user says."""

import os
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

from ui.text import translate
from ui.widgets.place import NewPlace, unused

_BY_KEY = frozenset(
    {
        *(Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.OtherFocusReason),
        *(Qt.FocusReason.ShortcutFocusReason, Qt.FocusReason.ActiveWindowFocusReason),
    }
)


class NewFile(NewPlace):
    """Where a new file goes: a path to type, with the name chosen so that another one can be typed over it.

    about: a number or a reference, of which the proposed name is made. heading: of the window to choose in.
    """

    def __init__(self, about: str, heading: str) -> None:
        browse = translate("new-file", "&Browse\u2026")
        super().__init__(heading, browse=browse, field=_PathLine(str(_unused(about))))
        self.text.setAccessibleName(translate("new-file", "Save as"))


class _PathLine(QLineEdit):
    """A path whose name, without its ending, is chosen when a key leads here."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        if event.reason() in _BY_KEY:
            self.choose_name()

    def choose_name(self) -> None:
        path = Path(self.text())
        start = len(self.text()) - len(path.name)
        self.setSelection(start, len(path.stem))


def _unused(number: str) -> Path:
    """Return the name of a file that is not there yet: a record is printed again after each change."""
    name = "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in number)
    return unused(Path.home() / f"{name}.pdf")


def write_new(path: Path, data: bytes) -> None:
    """Write a new file that only its owner may read. Raises OSError, also if the file exists."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
