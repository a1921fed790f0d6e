"""Choosing folders and files without leaving a trace: no native dialog, no history, no recent list."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.text import translate
from ui.widgets.wheel import hold_still


def choose_folder(parent: QWidget, heading: str) -> Path | None:
    """An existing or new folder, or None."""
    dialog = _dialog(parent, heading, translate("choose", "Choose"))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    chosen = _ask(dialog)
    return chosen[0] if chosen else None


def choose_file(parent: QWidget, heading: str) -> Path | None:
    """One file to read, or None."""
    dialog = _dialog(parent, heading, translate("choose", "Choose"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    chosen = _ask(dialog)
    return chosen[0] if chosen else None


def choose_files(parent: QWidget, heading: str) -> list[Path]:
    """Files to read; empty where none was chosen."""
    dialog = _dialog(parent, heading, translate("choose", "Add"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _ask(dialog)


def choose_target(parent: QWidget, heading: str, name: str) -> Path | None:
    """Where a file is to be written, or None."""
    dialog = _dialog(parent, heading, translate("choose", "Save"))
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
    dialog.selectFile(name)
    chosen = _ask(dialog)
    return chosen[0] if chosen else None


def _dialog(parent: QWidget, heading: str, accept: str) -> QFileDialog:
    dialog = QFileDialog(parent, heading)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
    dialog.setHistory([])
    dialog.setSidebarUrls([QUrl.fromLocalFile(str(Path.home())), QUrl.fromLocalFile(Path.home().anchor)])
    dialog.setDirectory(str(Path.home()))
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, accept)
    dialog.setLabelText(QFileDialog.DialogLabel.Reject, translate("choose", "Cancel"))
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, translate("choose", "Look in:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileName, translate("choose", "Name:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, translate("choose", "Kind:"))
    hold_still(dialog)
    return dialog


def _ask(dialog: QFileDialog) -> list[Path]:
    taken = dialog.exec() == QFileDialog.DialogCode.Accepted
    chosen = [Path(name) for name in dialog.selectedFiles()] if taken else []
    dialog.setHistory([])
    dialog.deleteLater()
    return chosen
