"""The viewer: files of an exhibit, seen in the window by keys, and nothing of them left afterwards."""

import io
import re
import sys
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import settle
from tests.support.documents import pdf_of
from tests.ui.test_exhibits import exhibits_page
from thb_desktop.domain.looks import EntryMark, Part, Way
from thb_desktop.domain.vocabulary import BarKind
from thb_desktop.errors import InspectionEndedError, MaterialNotShownError
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.services.evidence import leaving
from ui.application import AppController
from ui.clipboard import HINT
from ui.exhibits.file_card import FileCard
from ui.exhibits.view import ExhibitsView
from ui.main_window import MainWindow
from ui.messages import sentence
from ui.viewer.table_panes import PartsPane
from ui.viewer.view import ViewerView
from ui.widgets.basic import Label

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)


WITHOUT = dict.fromkeys(range(0x2066, 0x206A))
"""Isolates, which keep a number apart from the words around it."""


def looking_at(  # noqa: PLR0917 - the desk and the file
    desk: AppController, qtbot: QtBot, vault: Path, place: Path, name: str, data: bytes
) -> tuple[MainWindow, ExhibitsView, ViewerView]:
    window, view = exhibits_page(desk, qtbot, vault)
    (place / name).write_bytes(data)
    with qtbot.waitSignal(view.model.intake_ended, timeout=10_000):
        view.model.add_files([place / name])
    settle(desk, qtbot)
    file = next(each for each in view.model.exhibit.files if each.name == name)
    view.card.wants_look.emit(file)
    settle(desk, qtbot)
    assert view.viewer is not None
    return window, view, view.viewer


def test_a_text_is_shown_with_its_coding_its_unseen_signs_and_what_is_recorded(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    _, view, viewer = looking_at(
        desk, qtbot, vault, tmp_path, "note.txt", "Łódź \u202egnp.exe\nsecond\n".encode()
    )

    assert viewer.text.toPlainText() == "Łódź \u27e6U+202E\u27e7gnp.exe\nsecond"
    assert "utf-8" in viewer.tools.told.text()
    assert not view.stack.isVisible()
    labels = [each.text() for each in viewer.side.findChildren(type(viewer.tools.told))]
    assert "According to the file" in labels
    assert any("text/plain" in each for each in labels)


def test_pages_of_a_pdf_are_turned_sized_and_turned_by_keys(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    _, view, viewer = looking_at(desk, qtbot, vault, tmp_path, "two.pdf", pdf_of([["one"], ["two"]]))
    pages = viewer.pages
    assert viewer.tools.place.text().translate(WITHOUT) == "Page 1 of 2"
    assert not pages.sheet.image.isNull()
    first, fitted = pages.sheet.image, pages.sheet.scale
    assert pages.fits

    qtbot.keyClick(pages, Qt.Key.Key_PageDown)
    settle(desk, qtbot)
    assert "2 of" in viewer.tools.place.text().translate(WITHOUT)
    assert pages.sheet.image != first
    qtbot.keyClick(pages, Qt.Key.Key_PageDown)  # there is none
    settle(desk, qtbot)
    qtbot.keyClick(viewer, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert (pages.sheet.scale, pages.fits) == (1.0, False)
    qtbot.keyClick(viewer, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert pages.sheet.scale > 1
    qtbot.keyClick(viewer, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    assert pages.sheet.scale == fitted
    across = pages.sheet.image.width()
    qtbot.keyClick(viewer, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert pages.sheet.image.height() == across
    qtbot.keyClick(pages, Qt.Key.Key_PageUp)
    settle(desk, qtbot)
    assert viewer.model.look is not None
    assert viewer.model.look.page == 1

    qtbot.keyClick(viewer, Qt.Key.Key_Escape)

    assert view.stack.isVisible()
    assert not viewer.isVisible()
    assert pages.sheet.image.isNull()
    assert not viewer.side.findChildren(FileCard)


def test_f4_looks_into_the_first_file_and_a_file_is_shown_as_bytes(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    window, view, viewer = looking_at(desk, qtbot, vault, tmp_path, "note.txt", b"abc\x00def")
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    settle(desk, qtbot)

    qtbot.keyClick(window, Qt.Key.Key_F4)
    qtbot.waitUntil(viewer.isVisible, timeout=5_000)
    settle(desk, qtbot)
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    view.card.wants_look.emit(next(f for f in view.model.exhibit.files if f.name == "note.txt"))
    settle(desk, qtbot)
    viewer.way.setCurrentIndex(viewer.way.findData(Way.BYTES))
    viewer.way.activated.emit(viewer.way.currentIndex())
    settle(desk, qtbot)

    assert viewer.text.toPlainText().startswith("0000000000  61 62 63 00 64 65 66")
    assert viewer.text.toPlainText().endswith("abc\u00b7def")


def test_a_large_file_opens_at_once_and_is_read_page_by_page(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    lines = b"".join(b"line %07d of a long log\n" % number for number in range(1_500_000))
    _, _, viewer = looking_at(desk, qtbot, vault, tmp_path, "long.log", lines)
    first = viewer.text.toPlainText()
    assert len(first) < len(lines) / 50
    assert viewer.tools.after_button.isVisible()

    qtbot.keyClick(viewer, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    settle(desk, qtbot)

    assert viewer.model.look is not None
    assert viewer.model.look.page == 2
    assert viewer.text.toPlainText() != first


def test_a_reader_that_is_killed_is_told_and_the_window_lives(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    _, _, viewer = looking_at(desk, qtbot, vault, tmp_path, "note.txt", b"abc\n" * 5)
    viewer.model._looking._reading._process.kill()  # the confined one
    viewer.model.show_as(Way.BYTES)
    settle(desk, qtbot)

    assert viewer.notice.sentence.text() == sentence(InspectionEndedError(""))
    assert viewer.text.toPlainText() == ""
    viewer.model.show_as(Way.TEXT)
    settle(desk, qtbot)
    assert viewer.text.toPlainText().startswith("abc")


def test_material_of_child_sexual_abuse_is_told_and_not_shown(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    _, _, viewer = looking_at(desk, qtbot, vault, tmp_path, "note.txt", b"abc")
    exhibit, file = viewer.model.exhibit, viewer.model.file
    assert exhibit is not None
    desk.jobs.run(
        desk.jobs,
        lambda session: leaving.bar_exhibit(session, exhibit.id, BarKind.ABUSE_MATERIAL, "The unit told us"),
    )
    settle(desk, qtbot)

    viewer.open(exhibit, file)
    settle(desk, qtbot)

    assert viewer.notice.sentence.text() == sentence(MaterialNotShownError(""))
    assert viewer.text.toPlainText() == ""
    texts = [each.text() for each in viewer.side.findChildren(Label)]
    assert any("ba7816bf" in each for each in texts)
    assert "According to the file" not in texts


def test_the_lock_closes_the_viewer_and_ends_the_reader(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    _, _, viewer = looking_at(desk, qtbot, vault, tmp_path, "note.txt", b"abc")
    looking = viewer.model._looking
    assert looking is not None

    desk.jobs.close()

    assert viewer.model._looking is None
    assert viewer.model.file is None
    assert viewer.text.toPlainText() == ""
    assert not any("note.txt" in each.text() for each in viewer.findChildren(Label))
    with pytest.raises(InspectionEndedError):
        looking.look()


def test_another_case_closes_the_viewer(desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path):
    window, view, viewer = looking_at(desk, qtbot, vault, tmp_path, "note.txt", b"abc")

    view.show_case(view.model.case)
    settle(desk, qtbot)

    assert not viewer.is_open
    assert not viewer.isVisible()
    assert viewer.text.toPlainText() == ""
    assert window.exhibits is view


def test_a_copied_text_is_marked_as_secret(desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path):
    _, _, viewer = looking_at(desk, qtbot, vault, tmp_path, "note.txt", b"a secret")
    viewer.text.selectAll()

    viewer.text.copy()

    copied = QApplication.clipboard().mimeData()
    assert copied.text() == "a secret"
    assert copied.hasFormat(HINT)


def test_why_a_file_is_shown_as_bytes_is_said(desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path):
    _, _, viewer = looking_at(
        desk, qtbot, vault, tmp_path, "photo.webp", b"RIFF\x24\0\0\0WEBPVP8 " + bytes(90)
    )

    assert viewer.stack.currentWidget() is viewer.text
    assert "WEBP" in viewer.notice.sentence.text()
    viewer.model.show_as(Way.BYTES)
    settle(desk, qtbot)
    assert not viewer.notice.isVisible()


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("none.txt", b"", "The file is empty."),
        ("spaces.txt", b" \r\n\r\n\t", "This has no text."),
        ("none.html", b"<!DOCTYPE html><html><body><img src='a.png'></body></html>", "no text"),
        ("short.pdf", pdf_of()[:300], "cut off"),
    ],
)
def test_a_file_in_which_nothing_is_seen_says_why(  # noqa: PLR0917 - the desk and the file
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path, name: str, data: bytes, told: str
):
    _, _, viewer = looking_at(desk, qtbot, vault, tmp_path, name, data)

    assert told in viewer.notice.sentence.text()


def test_back_from_a_part_leads_to_where_it_stands(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for number in range(1, 6):
            archive.writestr(f"{number}.txt", f"part {number}")
    _, _, viewer = looking_at(desk, qtbot, vault, tmp_path, "a.zip", made.getvalue())
    third = viewer.parts.rows.rows[2]
    viewer.parts.table.choose_row(2)
    viewer.parts.opened.emit(third)
    settle(desk, qtbot)
    shown = viewer.text.toPlainText()
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    settle(desk, qtbot)

    assert shown == "part 3"
    assert viewer.stack.currentWidget() is viewer.parts
    assert viewer.parts.table.current_record() == third
    viewer.model.show_as(Way.BYTES)
    settle(desk, qtbot)
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    settle(desk, qtbot)
    assert not viewer.is_open


def test_a_long_mail_with_a_remote_picture_says_both_that_it_is_kept_out_and_how_many_lines_there_are(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    mail = b"Subject: x\r\nContent-Type: text/html\r\n\r\n<img src='http://t.example/p.png'>"
    _, _, viewer = looking_at(desk, qtbot, vault, tmp_path, "long.eml", mail + b"<p>line</p>\r\n" * 20_005)

    told = viewer.notice.sentence.text().translate(WITHOUT)
    assert "asks for what is not given to it" in told
    assert re.search(r"The first 20.000 of 20.005 lines are shown\.", told)


def test_what_is_odd_about_an_entry_is_read_whole(application: QApplication, qtbot: QtBot):
    pane = PartsPane("Content of the file")
    qtbot.addWidget(pane)
    pane.resize(900, 400)
    pane.show()
    odd = Part(key="1", name="Photo.jpg", size=4000, marks=(EntryMark.ENCRYPTED, EntryMark.AGAIN))

    pane.show_parts([odd, Part(key="2", name="letter.txt", size=12)])

    qtbot.waitUntil(lambda: pane.table.rowHeight(0) > pane.table.rowHeight(1))
    told = pane.rows.columns[1].read(odd).translate(WITHOUT)
    assert told == "Encrypted, the same name again, or one that differs in case or form alone"
