"""What has several pages, and how each of them is shown."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QTabWidget, QWidget

from ui.widgets.sections import Sections


def turned_in(window: QWidget) -> list[QTabWidget | Sections]:
    """Everything in a window that has pages to turn."""
    return [each for kind in (QTabWidget, Sections) for each in window.findChildren(kind)]


def turns(part: QTabWidget | Sections) -> list[Callable[[], object]]:
    """What shows each of its pages, in their order."""
    if isinstance(part, Sections):
        return [partial(part.open, key) for key in part.listed()]
    return [partial(part.setCurrentIndex, number) for number in range(part.count())]
