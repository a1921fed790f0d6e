"""A window on which a signed file can be dropped, to learn what it is worth."""

import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QMainWindow

from ui import shortcuts
from ui.named import set_by_name

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

    from ui.jobs import VaultJobs


_VOLUME = re.compile(r"\.\d{3,}\.p7m$")


class CheckingWindow(QMainWindow):
    """Takes one local file at a time, and has a key for it. Anything else that is dropped is not accepted."""

    def __init__(self, jobs: "Callable[[], VaultJobs]") -> None:
        """jobs: asked for when a file is to be checked."""
        super().__init__()
        self.jobs_for_checks = jobs
        self.open_packages: Callable[..., object] = self.check_file
        self.takes_packages = False
        """Whether a closed package can be dropped, and what it is given to: once a vault is open."""
        self.setAcceptDrops(True)
        key = QShortcut(self)
        set_by_name(key, key=shortcuts.CHECK_FILE)
        key.activated.connect(self.check_file)

    def check_file(self, file: Path | None = None) -> None:
        """Say what a signed file of anybody is worth; nothing is imported."""
        from ui.checking.dialog import open_check  # the unlock waits for none of it

        open_check(self, self.jobs_for_checks(), file)

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:  # noqa: N802 - Qt's name
        _accept_file(event, folders=self.takes_packages)

    def dragMoveEvent(self, event: "QDragMoveEvent") -> None:  # noqa: N802 - Qt's name
        _accept_file(event, folders=self.takes_packages)

    def dropEvent(self, event: "QDropEvent") -> None:  # noqa: N802 - Qt's name
        file = _accept_file(event, folders=self.takes_packages)
        if file is not None:
            # The other program waits for the end of this event.
            QtCore.QTimer.singleShot(0, self, lambda: self._take(file))

    def _take(self, file: Path) -> None:
        is_package = False
        with suppress(OSError):  # taken away meanwhile: the check says so
            is_package = self.takes_packages and _is_closed(file)
        (self.open_packages if is_package else self.check_file)(file)


def _is_closed(path: Path) -> bool:
    """Whether it is a folder of volumes, or one of them. Raises OSError."""
    if path.is_dir():
        return any(_VOLUME.search(each.name) for each in path.iterdir())
    return bool(_VOLUME.search(path.name))


def _can_be_taken(path: Path, *, folders: bool) -> bool:
    """Whether it is a file, or a closed package; not what this user may not look at."""
    with suppress(OSError):
        return path.is_file() or (folders and _is_closed(path))
    return False


def _accept_file(event: "QDropEvent", *, folders: bool) -> Path | None:
    """Return the file that would be dropped. It is copied, whatever the other program proposes."""
    urls = event.mimeData().urls()
    file = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
    if file is None or not _can_be_taken(file, folders=folders):
        event.ignore()
        return None
    event.setDropAction(QtCore.Qt.DropAction.CopyAction)
    event.accept()
    return file
