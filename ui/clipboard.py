"""The clipboard: used only when a person copies, marked as secret, and cleared soon after."""

import sys

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

from thb_desktop.domain.reading_order import without_isolates

KEPT_FOR = 10_000
"""Milliseconds after which a copied text is removed."""
HINT = "x-kde-passwordManagerHint"
_ON_WINDOWS = 'application/x-qt-windows-mime;value="{name}"'
_MARKS: dict[str, bytes] = {
    HINT: b"secret",
    _ON_WINDOWS.format(name="ExcludeClipboardContentFromMonitorProcessing"): b"1",
    _ON_WINDOWS.format(name="CanIncludeInClipboardHistory"): bytes(4),
    _ON_WINDOWS.format(name="CanUploadToCloudClipboard"): bytes(4),
}
"""Marks that ask programs with a clipboard history to leave the text out; not all obey."""


def marked(text: str) -> QMimeData:
    """Return a text with the marks of a secret."""
    data = QMimeData()
    data.setText(text)
    for name, value in _MARKS.items():
        if sys.platform == "win32" or name == HINT:
            data.setData(name, value)
    return data


class ClipboardGuard(QObject):
    """Watches what this program puts on the clipboard, not what others put there.

    A text that is only selected with the mouse is offered to no other program (X11 would do so).
    """

    def __init__(self, parent: QObject | None = None, *, kept_for: int = KEPT_FOR) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._timer = QTimer(self, singleShot=True, interval=kept_for)
        self._timer.timeout.connect(self.take_back)
        self._clipboard.dataChanged.connect(self._mark)
        self._clipboard.selectionChanged.connect(self._drop_selection)

    def look(self) -> None:
        """Mark what was copied before this watched."""
        self._mark()
        self._drop_selection()

    def take_back(self) -> None:
        """Empty the clipboard, if it still has our text."""
        self._timer.stop()
        if self._clipboard.ownsClipboard():
            self._clipboard.clear()

    def _mark(self) -> None:
        """Replace a copied text without the marks of a secret by a marked one, as plain text."""
        if not self._clipboard.ownsClipboard():
            self._timer.stop()
            return
        copied = self._clipboard.mimeData()
        if copied.hasFormat(HINT):
            self._timer.start()
        elif copied.hasText():
            # From then on the data belong to Qt: a reference kept here would be freed twice.
            self._clipboard.setMimeData(marked(without_isolates(copied.text())))

    def _drop_selection(self) -> None:
        if self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)
