"""Facts in a narrow card: a name that wraps, and its value beside it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout

from ui.text import isolate, isolate_words, with_name
from ui.widgets.basic import Label, Part


class _Line(NamedTuple):
    name: Label
    value: Label


class FactList(QVBoxLayout):
    """The facts of what is chosen, one line each. names: the width of all names, in pixels.

        facts.begin()
        facts.tell("Place", "Brussels")
        facts.end()

    The next one that is chosen is told in the same labels: to make and style new ones takes several times as
    long, and somebody who goes through a list waits for it at each row. What is told is seen at the end.
    """

    def __init__(self, names: int, *, spacing: int) -> None:
        super().__init__()
        self._names = names
        self._lines: list[_Line] = []
        self._told = 0
        self.setSpacing(spacing)

    def begin(self) -> None:
        """The next fact is the first one."""
        self._told = 0

    def tell(self, what: str, how: str, *, exact: bool = False) -> None:
        """Add a fact below those that were told."""
        if self._told == len(self._lines):
            self._add()
        name, value = self._lines[self._told]
        self._told += 1
        name.setText(what)
        value.setText(isolate(how) if exact else isolate_words(how))
        value.setAccessibleName(with_name(what, how))

    def end(self) -> None:
        """Show what was told, and put away the lines of what was chosen before, with their words."""
        with _laid_out_once(self):
            for line in self._lines[: self._told]:
                for each in line:
                    if each.isHidden():
                        each.show()
            for line in self._lines[self._told :]:
                for each in line:
                    each.hide()
                    each.clear()
                    each.setAccessibleName("")

    def _add(self) -> None:
        """Add a line. Not a row of a `Form`: that becomes too low for a long value beside a long name."""
        made = _Line(Label("", Part.MUTED, wrap=True), Label("", wrap=True).selectable())
        made.name.setFixedWidth(self._names)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(made.name, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(made.value, 1, Qt.AlignmentFlag.AlignTop)
        self.addLayout(across)
        self._lines.append(made)


@contextmanager
def _laid_out_once(inside: QLayout) -> Iterator[None]:
    """Show and hide labels, and lay them out once: else Qt lays out the card before each that it shows."""
    parent = inside.parentWidget()
    whole = parent.layout() if parent is not None else None
    if whole is None:
        yield
        return
    whole.setEnabled(False)
    try:
        yield
    finally:
        whole.setEnabled(True)
        whole.activate()
