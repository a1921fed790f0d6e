"""Facts in a narrow card: a name that wraps, and its value beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from ui.text import isolate, isolate_words, with_name
from ui.widgets.basic import Label, Part


def fact(what: str, how: str, names: int, *, exact: bool = False) -> QHBoxLayout:
    """Return the line of a fact. names: the width of all names, in pixels.

    Not a row of a `Form`: that becomes too low for a long value beside a long name.
    """
    name = Label(what, Part.MUTED, wrap=True)
    name.setFixedWidth(names)
    value = Label(isolate(how) if exact else isolate_words(how), wrap=True).selectable()
    value.setAccessibleName(with_name(what, how))
    line = QHBoxLayout()
    line.setSpacing(12)
    line.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(value, 1, Qt.AlignmentFlag.AlignTop)
    return line
