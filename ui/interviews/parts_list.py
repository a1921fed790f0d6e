"""PartsList: the list of the parts of the formalities, with the keys that lead into a part."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget

from ui import shortcuts
from ui.interviews.desk.turn_field import written

_ENTER = ("Return", "Enter")


class PartsList(QListWidget):
    """entered: Enter, to go into the chosen part. adds: the key of something new, which elsewhere on the page
    is a new interview.
    """

    entered = Signal()
    adds = Signal()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            is_new = shortcuts.meant_by(written(event)) == shortcuts.NEW
            if is_new:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        pressed = written(event)
        if shortcuts.meant_by(pressed) == shortcuts.NEW:
            self.adds.emit()
        elif pressed in _ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
