"""Words that a machine reads: asked for in the viewer, shown as such, and found by the search."""

import io
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import settle
from tests.ui.test_viewer import looking_at
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.inspect.ocr import tesseract
from thb_desktop.services.evidence.machine_reading import find_reader
from ui.application import AppController
from ui.viewer.machine_dialog import MachineReadingDialog
from ui.viewer.machine_model import MachineReadingModel
from ui.viewer.view import ViewerView
from ui.widgets.basic import Label

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)
needs_tesseract = pytest.mark.skipif(find_reader() is None, reason="Tesseract is not here")


def scan() -> bytes:
    """Two pages with a word each."""
    pages = []
    for word in ("Miramar", "Lisboa"):
        page = Image.new("RGB", (900, 300), "white")
        ImageDraw.Draw(page).text((60, 100), word, fill="black", font=ImageFont.load_default(90))
        pages.append(page)
    written = io.BytesIO()
    pages[0].save(written, "PDF", save_all=True, append_images=pages[1:])
    return written.getvalue()


def reading(
    application: QApplication, desk: AppController, qtbot: QtBot, viewer: ViewerView
) -> MachineReadingDialog:
    assert viewer.tools.words_button.isVisible()
    viewer.tools.words_button.click()
    dialog = application.activeModalWidget()
    assert isinstance(dialog, MachineReadingDialog)
    qtbot.waitUntil(lambda: "looked for" not in dialog.state.text(), timeout=20_000)
    return dialog


def tick(dialog: MachineReadingDialog, code: str) -> None:
    ticks = dialog.languages.ticks
    ticks.tick([each for each in ticks.entries if each.value == code])


@needs_tesseract
def test_all_pages_of_a_scan_are_read_shown_as_read_by_a_machine_and_found(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    window, _, viewer = looking_at(desk, qtbot, vault, tmp_path, "scan.pdf", scan())
    dialog = reading(application, desk, qtbot, viewer)
    assert dialog.languages.chosen() == []

    dialog.main_button.click()
    assert "languages" in dialog.languages.accessibleDescription() or dialog.languages.hasFocus()
    assert dialog.text.toPlainText() == ""

    tick(dialog, "eng")
    dialog.pages.setCurrentIndex(1)
    with qtbot.waitSignal(dialog.model.ended, timeout=60_000) as ended:
        dialog.main_button.click()

    assert ended.args == [2]
    lines = dialog.text.toPlainText().splitlines()
    assert lines == ["Page 1", "Miramar", "Page 2", "Lisboa"]
    assert "English" in dialog.state.text()
    assert dialog.main_button.isEnabled()
    dialog.reject()
    settle(desk, qtbot)
    assert window.isVisible()


def test_without_a_program_that_reads_pictures_it_says_so(  # noqa: PLR0917 - the desk and the machine
    application: QApplication,
    desk: AppController,
    qtbot: QtBot,
    vault: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(tesseract, "_PLACES", ())
    _, _, viewer = looking_at(desk, qtbot, vault, tmp_path, "scan.pdf", scan())
    dialog = reading(application, desk, qtbot, viewer)

    assert "not installed" in dialog.state.text()
    assert not dialog.main_button.isEnabled()
    dialog.reject()


@needs_tesseract
def test_a_reading_that_is_stopped_keeps_what_was_read(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    _, _, viewer = looking_at(desk, qtbot, vault, tmp_path, "scan.pdf", scan())
    dialog = reading(application, desk, qtbot, viewer)
    tick(dialog, "eng")
    dialog.pages.setCurrentIndex(1)

    with qtbot.waitSignal(dialog.model.read_one, timeout=60_000):
        dialog.main_button.click()
    with qtbot.waitSignal(dialog.model.ended, timeout=60_000) as ended:
        dialog.stop_button.click()

    assert ended.args == [1]
    assert dialog.text.toPlainText() == "Page 1\nMiramar"
    assert not dialog.notice.isVisible()
    dialog.reject()


def test_of_a_part_of_another_file_nothing_is_said_to_be_found(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    _, _, viewer = looking_at(desk, qtbot, vault, tmp_path, "scan.pdf", scan())
    file = viewer.model.file
    assert file is not None
    said = {}
    for part in ((), ("1",)):
        dialog = MachineReadingDialog(
            viewer, MachineReadingModel(viewer.model.jobs, file, part, viewer), page=1, pages=1
        )
        said[part] = " ".join(each.text() for each in dialog.findChildren(Label))
        dialog.reject()

    assert "the search finds it" in said[()]
    assert "not kept" in said["1",]
