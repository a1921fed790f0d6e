"""The clipboard: used only when a person copies, marked as a secret, and taken back soon after."""

import sys

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

from thb_desktop.domain.reading_order import without_isolates

KEPT_FOR = 10_000
"""Milliseconds after which what was copied is taken back."""
HINT = "x-kde-passwordManagerHint"
_ON_WINDOWS = 'application/x-qt-windows-mime;value="{name}"'
_MARKS: dict[str, bytes] = {
    HINT: b"secret",
    _ON_WINDOWS.format(name="ExcludeClipboardContentFromMonitorProcessing"): b"1",
    _ON_WINDOWS.format(name="CanIncludeInClipboardHistory"): bytes(4),
    _ON_WINDOWS.format(name="CanUploadToCloudClipboard"): bytes(4),
}
"""What asks the keepers of clipboard histories to leave this out; they are free not to listen."""


def marked(text: str) -> QMimeData:
    """A text with the marks of a secret."""
    data = QMimeData()
    data.setText(text)
    for name, value in _MARKS.items():
        if sys.platform == "win32" or name == HINT:
            data.setData(name, value)
    return data


class ClipboardGuard(QObject):
    """Watches what this program puts on the clipboard, and nothing that others put there.

    A text that is only marked with the mouse is offered to no other program (X11 would do so).
    """

    def __init__(self, parent: QObject | None = None, *, kept_for: int = KEPT_FOR) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._timer = QTimer(self, singleShot=True, interval=kept_for)
        self._timer.timeout.connect(self.take_back)
        self._clipboard.dataChanged.connect(self._mark)
        self._clipboard.selectionChanged.connect(self._drop_selection)

    def take_back(self) -> None:
        """Empty the clipboard, if what lies there is still ours."""
        self._timer.stop()
        if self._clipboard.ownsClipboard():
            self._clipboard.clear()

    def _mark(self) -> None:
        """Put what was copied without the marks of a secret there again with them, as plain text."""
        if not self._clipboard.ownsClipboard():
            self._timer.stop()
            return
        copied = self._clipboard.mimeData()
        if copied.hasFormat(HINT):
            self._timer.start()
        elif copied.hasText():
            # The data belongs to Qt from then on: a reference kept here would be freed twice.
            self._clipboard.setMimeData(marked(without_isolates(copied.text())))

    def _drop_selection(self) -> None:
        if self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)
