"""Another program from which a person drags files: `python -m tests.support.drag_source FILE...`.

It shows a small window above all others. When a drag that began in it has ended, it says how and hides, and
goes on until it is ended: what was dropped is asked of it afterwards.
"""

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

NAME = "Files of another program"
LEFT, TOP, SIDE = 1200, 40, 60
"""Where the window stands on the screen, in pixels."""
ENDS = (TAKEN, NOT_TAKEN) = ("taken", "not taken")


class Source(QLabel):
    """What is dragged away from here, by the left button, are these files."""

    def __init__(self, files: list[str]) -> None:
        super().__init__("*")
        self._files = files
        self.setWindowTitle(NAME)
        self.setWindowFlags(
            Qt.WindowType.X11BypassWindowManagerHint
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setGeometry(LEFT, TOP, SIDE, SIDE)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return
        dragged = QMimeData()
        dragged.setUrls([QUrl.fromLocalFile(each) for each in self._files])
        drag = QDrag(self)
        drag.setMimeData(dragged)
        action = drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction)
        print(NOT_TAKEN if action is Qt.DropAction.IgnoreAction else TAKEN, flush=True)
        self.hide()


def main() -> None:
    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    source = Source(sys.argv[1:])
    source.show()
    application.exec()


if __name__ == "__main__":
    main()
