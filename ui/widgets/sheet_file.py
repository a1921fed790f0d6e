"""The file that a sheet is written into: asked for where one is printed, and told once it is there."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.text import isolate
from ui.tones import Tone
from ui.widgets.basic import Notice
from ui.widgets.choose import choose_target


class SheetFile(QObject):
    """Always a new file: nothing is written over. notice: where the page tells what became of it."""

    def __init__(self, page: QWidget, notice: Notice) -> None:
        super().__init__(page)
        self._page, self._notice = page, notice

    def ask(self, name: str, heading: str = "") -> Path | None:
        """Return where to write, or None. name: proposed for the file."""
        self._notice.clear()
        target = choose_target(self._page, heading or self.tr("Where the sheet is written"), name)
        if target is not None and target.exists():
            self._notice.tell(self.tr("This file exists already. Please name another."), Tone.WARN)
            return None
        return target

    def tell(self, target: Path, pages: int) -> None:
        """Tell that the sheet is written."""
        told = self.tr("%n page(s) written: {file}", "", pages)
        self._notice.tell(told.format(file=isolate(target.name)), Tone.OK)
