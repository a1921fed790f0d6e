"""Choosing folders and files without traces: no native dialog, no history, no recent list.

A dialog begins where its last one was taken, else where the last one of its kind was: in this process alone,
which the lock replaces.
"""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QFileInfo, QSize, QUrl
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QFileDialog,
    QFileIconProvider,
    QHeaderView,
    QPushButton,
    QToolButton,
    QTreeView,
    QWidget,
)

from ui.text import translate
from ui.widgets import icons
from ui.widgets.wheel import hold_still

_last: dict[str, Path] = {}
"""The folders of the last choices: by the heading of the dialog, and by what is chosen."""
_FILE, _FOLDER, _TARGET = "file", "folder", "target"
_KIND = "kind"
"""The property of a dialog that says what is chosen in it."""
_SIZE = QSize(860, 540)
"""Pixels: as wide as names, sizes, kinds and times of files need."""


def choose_folder(parent: QWidget, heading: str) -> Path | None:
    """Return an existing or new folder, or None."""
    dialog = _dialog(parent, heading, translate("choose", "Choose"), _FOLDER)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    chosen = _ask(dialog)
    return chosen[0] if chosen else None


def choose_file(parent: QWidget, heading: str) -> Path | None:
    """Return one file to read, or None."""
    dialog = _dialog(parent, heading, translate("choose", "Choose"), _FILE)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    chosen = _ask(dialog)
    return chosen[0] if chosen else None


def choose_files(parent: QWidget, heading: str) -> list[Path]:
    """Return files to read; empty if none was chosen."""
    dialog = _dialog(parent, heading, translate("choose", "Add"), _FILE)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _ask(dialog)


def choose_target(parent: QWidget, heading: str, name: str) -> Path | None:
    """Return the path of a file to write, or None."""
    dialog = _dialog(parent, heading, translate("choose", "Save"), _TARGET)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
    dialog.selectFile(name)
    chosen = _ask(dialog)
    return chosen[0] if chosen else None


def _begins(heading: str, kind: str) -> Path:
    """Return the folder in which a dialog begins: one that is still there."""
    known = (_last[each] for each in (heading, kind) if each in _last)
    return next((each for each in known if each.is_dir()), Path.home())


def _dialog(parent: QWidget, heading: str, accept: str, kind: str = _FILE) -> QFileDialog:
    dialog = QFileDialog(parent, heading)
    dialog.setProperty(_KIND, kind)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
    dialog.setHistory([])
    dialog.setSidebarUrls([QUrl.fromLocalFile(str(Path.home())), QUrl.fromLocalFile(Path.home().anchor)])
    dialog.setDirectory(str(_begins(heading, kind)))
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, accept)
    dialog.setLabelText(QFileDialog.DialogLabel.Reject, translate("choose", "Cancel"))
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, translate("choose", "Look in:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileName, translate("choose", "Name:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, translate("choose", "Kind:"))
    hold_still(dialog)
    for name, icon in _BUTTONS.items():
        found = dialog.findChild(QToolButton, name)
        if found is not None:
            found.setIcon(icons.icon(icon))
    dialog.setIconProvider(_icons())
    _give_room(dialog)
    return dialog


def _give_room(dialog: QFileDialog) -> None:
    """Show sizes, kinds and times whole, and the buttons as the program's own."""
    dialog.resize(_SIZE)
    for found in dialog.findChildren(QPushButton):
        found.setIcon(QIcon())
    tree = dialog.findChild(QTreeView)
    if tree is not None:
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)


_BUTTONS = {
    "backButton": "chevron-left",
    "forwardButton": "chevron-right",
    "toParentButton": "chevron-up",
    "newFolderButton": "folder-plus",
    "listModeButton": "list-checks",
    "detailModeButton": "file-text",
}
"""Qt's buttons, each with its icon here: Qt's own are invisible on a dark background."""


class _Icons(QFileIconProvider):
    """Folders and files with the program's own icons."""

    def icon(self, what: QFileInfo | QFileIconProvider.IconType, /) -> QIcon:
        folder = what.isDir() if isinstance(what, QFileInfo) else what is not self.IconType.File
        return icons.icon("folder-open" if folder else "file-text", "muted")


@cache
def _icons() -> _Icons:
    """One provider for all dialogs: Qt does not keep it alive."""
    return _Icons()


def _ask(dialog: QFileDialog) -> list[Path]:
    taken = dialog.exec() == QFileDialog.DialogCode.Accepted
    chosen = [Path(name) for name in dialog.selectedFiles()] if taken else []
    if chosen:
        # What a folder was chosen for is told by the one it stands in: the next is beside it.
        for each in (dialog.windowTitle(), dialog.property(_KIND)):
            _last[each] = chosen[0].parent
    dialog.setHistory([])
    dialog.deleteLater()
    return chosen
