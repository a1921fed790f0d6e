"""Dialogs in which files are chosen: in the language of the window, from where the last one was taken."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from ui import language
from ui.widgets import choose


@pytest.fixture(autouse=True)
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of its own, and no dialog before this one."""
    home = tmp_path / "home"
    for folder in (home, tmp_path / "stick" / "phones", tmp_path / "out"):
        folder.mkdir(parents=True)
    (tmp_path / "stick" / "phones" / "a.txt").write_bytes(b"a")
    monkeypatch.setattr(Path, "home", lambda: home)
    monkeypatch.setattr(choose, "_last", {})
    return home


def begins(act: str, *told: str, takes: Path | None = None) -> Path:
    """Open a dialog; return where it begins. takes: what is chosen in it; else it is left."""
    seen: list[Path] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        seen.append(Path(dialog.directory().absolutePath()))
        if takes is None:
            dialog.reject()
        else:
            line = dialog.findChild(QLineEdit, "fileNameEdit")
            assert line is not None
            line.setText(str(takes))
            QTest.keyClick(line, Qt.Key.Key_Return)

    QTimer.singleShot(200, answer)
    getattr(choose, act)(QWidget(), *told)
    return seen[0]


def test_a_dialog_begins_where_its_last_file_was_taken_and_else_where_one_of_its_kind_was(
    qtbot: QtBot, tmp_path: Path, fresh: Path
):
    phones, out = tmp_path / "stick" / "phones", tmp_path / "out"

    assert begins("choose_files", "Files", takes=phones / "a.txt") == fresh
    assert begins("choose_files", "Files") == phones
    assert begins("choose_file", "Notice that came") == phones
    assert begins("choose_target", "Save", "x.pdf", takes=out / "x.pdf") == fresh
    assert begins("choose_target", "Another", "y.pdf") == out
    assert begins("choose_files", "Files") == phones
    assert begins("choose_folder", "Folder", takes=phones) == fresh
    assert begins("choose_folder", "Folder") == phones.parent


def test_a_folder_that_is_gone_is_not_begun_in(qtbot: QtBot, tmp_path: Path, fresh: Path):
    gone = tmp_path / "out"
    begins("choose_target", "Save", "x.pdf", takes=gone / "x.pdf")
    gone.rmdir()

    assert begins("choose_target", "Save", "x.pdf") == fresh


@pytest.mark.parametrize(
    ("tag", "titles", "yes"),
    [
        ("fr", ["Nom", "Taille", "Type", "Dernière modification"], "&Oui"),
        ("ar", ["الاسم", "الحجم", "النّوع", "تاريخ التّعديل"], "&نعم"),
        ("en", ["Name", "Size", "Type", "Date Modified"], "&Yes"),
    ],
)
def test_what_qt_writes_in_a_dialog_is_in_the_language_of_the_window(
    qtbot: QtBot, qapp: QApplication, tag: str, titles: list[str], yes: str
):
    language.install(qapp, tag)
    try:
        parent = QWidget()
        dialog = choose._dialog(parent, "x", "x", "file")
        tree = dialog.findChild(QTreeView)
        assert tree is not None
        model = tree.model()
        shown = [model.headerData(number, Qt.Orientation.Horizontal) for number in range(4)]
        box = QMessageBox()
        box.setStandardButtons(QMessageBox.StandardButton.Yes)
        button = box.button(QMessageBox.StandardButton.Yes).text()
    finally:
        language.install(qapp, "en")

    assert shown == titles
    assert button == yes
