"""Paths that somebody types: what `~` stands for, and names that no disk takes."""

import os
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.text import translate

_PATH = "holds-path"
_NAME, _WHOLE = 255, 4000
"""Bytes of a name and of a whole path that every system takes."""


def takes_path(field: QLineEdit) -> QLineEdit:
    """Let what is typed there count as a path: `refusals.lacks` refuses one that cannot be."""
    field.setProperty(_PATH, True)
    return field


def path_of(typed: str) -> Path:
    """Return a typed path, with `~` as a home; unchanged if nobody of this name has one."""
    path = Path(typed.strip())
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def path_problem(field: QWidget) -> str:
    """Say why nothing can be there; empty for a path that can be, and for a field that holds none."""
    line = field.focusProxy() or field
    if not isinstance(line, QLineEdit) or not line.property(_PATH) or not line.text().strip():
        return ""
    path = path_of(line.text())
    if path.parts and path.parts[0].startswith("~"):
        return translate("paths", "Nobody on this computer has this name behind ~. Write the whole path.")
    if any(len(os.fsencode(part)) > _NAME for part in path.parts) or len(os.fsencode(path)) > _WHOLE:
        return translate("paths", "This name is too long. Please choose a shorter one.")
    return ""
