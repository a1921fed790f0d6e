"""A line of keys under a row, as many as there is room for."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui import shortcuts
from ui.widgets.basic import Label, Part

_GAP = 6


class Hints(QWidget):
    """A line of keys, each behind what it does; what has no room is left out, and stands behind F1."""

    def __init__(self, hints: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(self)
        line.setContentsMargins(4, 0, 0, 0)
        line.setSpacing(_GAP)
        self._parts = [
            (Label(told, Part.STATUS), Label(shortcuts.shown(key), Part.KEY)) for told, key in hints
        ]
        for pair in self._parts:
            for part in pair:
                line.addWidget(part)
        line.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        room = self.width() - 4
        last = self._parts[-1]
        room -= _width(last)
        for pair in self._parts[:-1]:
            room -= _width(pair)
            for part in pair:
                part.setVisible(room >= 0)


def _width(pair: tuple[Label, Label]) -> int:
    return sum(part.sizeHint().width() + _GAP for part in pair)
