"""Which windows appear: a part of a window that is shown before it stands in one is a window by itself."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget


class Appearances(QObject):
    """Which widgets were shown as windows while it watched."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


@contextmanager
def appearances(application: QApplication) -> Iterator[list[str]]:
    watch = Appearances()
    application.installEventFilter(watch)
    try:
        yield watch.seen
    finally:
        application.removeEventFilter(watch)


@contextmanager
def strays(application: QApplication) -> Iterator[set[str]]:
    """Parts that were shown as windows meanwhile, and are neither window, dialog, menu, list nor tool tip."""
    watch = Strays()
    application.installEventFilter(watch)
    try:
        yield watch.seen
    finally:
        application.removeEventFilter(watch)


class Strays(QObject):
    """Watches for them. seen: the kind of each, and what it is called."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if (
            event.type() is QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and not isinstance(watched, (QMainWindow, QDialog))
            and watched.windowType() in (Qt.WindowType.Widget, Qt.WindowType.Window)
        ):
            self.seen.add(f"{type(watched).__name__} {watched.accessibleName()!r}")
        return False
