"""Tabs whose parts are made when they are first seen: all of them at once hold up the window too long."""

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from ui.widgets.made import Made


class LateTabs[P: QWidget](QTabWidget):
    """Each part is made when its tab is first seen, or when somebody asks for it. made: those that exist.

    prepare: called with each new part, before it is shown.
    """

    def __init__(self, prepare: Callable[[P], None]) -> None:
        super().__init__()
        self._prepare = prepare
        self._places: list[QVBoxLayout] = []
        self._kinds: list[tuple[type[P], Callable[[], P]]] = []
        self._parts: Made[int, P] = Made(self._make)
        self.currentChanged.connect(lambda _: self._make_seen())

    @property
    def made(self) -> tuple[P, ...]:
        return tuple(self._parts.values())

    def add_late(self, words: str, kind: type[P], make: Callable[[], P]) -> None:
        """Add a tab behind the others. kind: the class of what `make` makes; each tab has its own."""
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        self._places.append(column)
        self._kinds.append((kind, make))
        self.addTab(place, words)

    def of[K: QWidget](self, kind: type[K]) -> K:
        """Return the part of this class; it is made if it is not there yet."""
        part = self._parts[self.number_of(kind)]
        if not isinstance(part, kind):
            raise TypeError(kind)
        return part

    def number_of(self, kind: type[QWidget]) -> int:
        return next(number for number, (each, _) in enumerate(self._kinds) if each is kind)

    def indexOf(self, widget: QWidget) -> int:  # noqa: N802 - Qt's name
        return next((number for number, each in self._parts.items() if each is widget), -1)

    def setCurrentWidget(self, widget: QWidget) -> None:  # noqa: N802 - Qt's name
        self.setCurrentIndex(self.indexOf(widget))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._make_seen()

    def _make_seen(self) -> None:
        if self.isVisible() and self.currentIndex() >= 0:
            self._parts[self.currentIndex()]

    def _make(self, number: int) -> P:
        part = self._kinds[number][1]()
        self._prepare(part)
        self._places[number].addWidget(part)
        part.show()
        return part
