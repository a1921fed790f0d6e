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
    """Takes one local file at a time, and has a key for it. Of other files and folders that are dropped it
    says what it takes; what is no file is not accepted.
    """

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
        _accept_files(event)

    def dragMoveEvent(self, event: "QDragMoveEvent") -> None:  # noqa: N802 - Qt's name
        _accept_files(event)

    def dropEvent(self, event: "QDropEvent") -> None:  # noqa: N802 - Qt's name
        files = _accept_files(event)
        if not files:
            return
        is_taken = len(files) == 1 and _can_be_taken(files[0], folders=self.takes_packages)
        # The other program waits for the end of this event.
        QtCore.QTimer.singleShot(
            0, self, lambda: self._take(files[0]) if is_taken else self._tell_what_is_taken()
        )

    def _take(self, file: Path) -> None:
        is_package = False
        with suppress(OSError):  # taken away meanwhile: the check says so
            is_package = self.takes_packages and _is_closed(file)
        (self.open_packages if is_package else self.check_file)(file)

    def _tell_what_is_taken(self) -> None:
        from ui.widgets.questions import Message  # the unlock waits for none of it

        said = self.tr(
            "The window takes one file at a time that you may read: a signed file, to learn what it is worth."
        )
        if self.takes_packages:
            said += " " + self.tr(
                "It also takes the folder of a closed package, or one of its volumes. Files and folders of "
                "an exhibit are dropped on its card, on the page Exhibits, by who may register exhibits."
            )
        Message(self, self.tr("This was not taken"), said).open()


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


def _accept_files(event: "QDropEvent") -> list[Path]:
    """Return the files that would be dropped. They are copied, whatever the other program proposes."""
    urls = event.mimeData().urls()
    if not urls or not all(each.isLocalFile() for each in urls):
        event.ignore()
        return []
    event.setDropAction(QtCore.Qt.DropAction.CopyAction)
    event.accept()
    return [Path(each.toLocalFile()) for each in urls]
