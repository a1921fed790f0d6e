"""Words found within a file that is looked into, and the way from one file to the next, by keys."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from tests.support.controllers import settle
from tests.support.documents import pdf_of
from tests.ui.test_exhibits import exhibits_page
from thb_desktop.domain.looks import Conversation, DrawnPages, Listing, Mail, Sheets, Way
from thb_desktop.domain.vocabulary import BarKind
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.services.evidence import leaving
from ui.application import AppController
from ui.exhibits.file_card import FileCard
from ui.exhibits.view import ExhibitsView
from ui.main_window import MainWindow
from ui.viewer.view import ViewerView

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)
_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
_CHAT = """12/03/2024, 21:04 - Ana: hello
12/03/2024, 21:05 - Bo: no driver
12/03/2024, 21:06 - Ana: ask the DRIVER
"""
_MAIL = b"From: driver@example.org\nTo: b@example.org\nSubject: x\n\nfirst\nthe driver waits\n"
_PAGES = pdf_of([["one", "the driver"], ["no word"], ["a driver and a driver"]])


def seeing(
    desk: AppController, qtbot: QtBot, vault: Path, place: Path, files: dict[str, bytes]
) -> tuple[MainWindow, ExhibitsView, ViewerView]:
    """The first of these files, looked into: they alone are in the exhibit besides those that were there."""
    window, view = exhibits_page(desk, qtbot, vault)
    for name, data in files.items():
        (place / name).write_bytes(data)
    with qtbot.waitSignal(view.model.intake_ended, timeout=20_000):
        view.model.add_files([place / name for name in files])
    settle(desk, qtbot)
    first = next(each for each in view.model.exhibit.files if each.name == next(iter(files)))
    view.card.wants_look.emit(first)
    settle(desk, qtbot)
    assert view.viewer is not None
    return window, view, view.viewer


def finds(desk: AppController, qtbot: QtBot, window: MainWindow, viewer: ViewerView, words: str) -> str:
    """Type words into the line that Ctrl+F opens; return what is counted."""
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(viewer.find_bar.wanted.hasFocus, timeout=5_000)
    qtbot.keyClicks(viewer.find_bar.wanted, words)
    return goes(desk, qtbot, viewer, Qt.Key.Key_Return)


def goes(desk: AppController, qtbot: QtBot, viewer: ViewerView, key: Qt.Key, *, shift: bool = False) -> str:
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(viewer.find_bar.wanted, key, held)
    qtbot.waitUntil(lambda: not viewer.finding.is_searching, timeout=20_000)
    settle(desk, qtbot)
    return viewer.find_bar.count.text().translate(_ISOLATES)


def marked(selections: Sequence[QTextEdit.ExtraSelection]) -> list[str]:
    return [each.cursor.selectedText() for each in selections]


def test_words_of_a_long_text_are_counted_marked_and_gone_through_by_keys(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    far = b"".join(b"line %07d\n" % number for number in range(60_000))
    data = "Łódź here\nand LODZ\n".encode() + far + "Lódz, the last\n".encode()
    window, view, viewer = seeing(desk, qtbot, vault, tmp_path, {"long.txt": data})

    assert finds(desk, qtbot, window, viewer, "lodz") == "1 of 3"
    assert marked(viewer.text.extraSelections()) == ["Łódź", "LODZ", "Łódź"]
    assert goes(desk, qtbot, viewer, Qt.Key.Key_F3) == "2 of 3"
    assert goes(desk, qtbot, viewer, Qt.Key.Key_F3) == "3 of 3"
    assert viewer.model.look is not None
    assert viewer.model.look.page > 1
    assert marked(viewer.text.extraSelections()) == ["Lódz", "Lódz"]
    assert viewer.find_bar.wanted.hasFocus()
    assert goes(desk, qtbot, viewer, Qt.Key.Key_F3) == "1 of 3"
    assert goes(desk, qtbot, viewer, Qt.Key.Key_F3, shift=True) == "3 of 3"

    qtbot.keyClick(viewer.find_bar.wanted, Qt.Key.Key_Escape)
    settle(desk, qtbot)

    assert not viewer.find_bar.isVisible()
    assert viewer.isVisible()
    assert not viewer.text.extraSelections()
    assert not viewer.find_bar.wanted.text()
    assert finds(desk, qtbot, window, viewer, "nothing like it") == "Not found"
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    assert view.stack.isVisible()


def test_words_are_found_in_every_kind_that_has_words_while_one_goes_from_file_to_file(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    table = b"name;plate\nAna;1-ABC-234\nthe driver;2-XYZ-999\n"
    files = {"a.csv": table, "b.txt": _CHAT.encode(), "c.eml": _MAIL, "d.pdf": _PAGES}
    window, view, viewer = seeing(desk, qtbot, vault, tmp_path, files)
    names = [each.name for each in view.model.exhibit.files]
    first, count = names.index("a.csv") + 1, len(names)
    assert viewer.files.place.text().translate(_ISOLATES) == f"{first} of {count}"

    assert finds(desk, qtbot, window, viewer, "driver") == "1 of 1"
    assert isinstance(viewer.model.look, Sheets)
    assert viewer.sheet.currentIndex().data() == "the driver"

    on_to(desk, qtbot, viewer, "b.txt")
    assert isinstance(viewer.model.look, Conversation)
    assert viewer.find_bar.count.text().translate(_ISOLATES) == "1 of 2"
    assert goes(desk, qtbot, viewer, Qt.Key.Key_F3) == "2 of 2"
    chosen = [
        each for each in viewer.conversation.findChildren(type(viewer.tools.told)) if each.hasSelectedText()
    ]
    assert [each.selectedText() for each in chosen] == ["DRIVER"]
    assert viewer.conversation.table.current_record().number == 3

    on_to(desk, qtbot, viewer, "c.eml")
    assert isinstance(viewer.model.look, Mail)
    assert viewer.find_bar.count.text().translate(_ISOLATES) == "1 of 2"
    assert goes(desk, qtbot, viewer, Qt.Key.Key_F3) == "2 of 2"
    assert marked(viewer.mail.body.extraSelections()) == ["driver", "driver"]

    on_to(desk, qtbot, viewer, "d.pdf")
    assert isinstance(viewer.model.look, DrawnPages)
    assert viewer.find_bar.count.text().translate(_ISOLATES) == "1 of 3"
    assert goes(desk, qtbot, viewer, Qt.Key.Key_F3) == "2 of 3"
    assert viewer.model.look.page == 3
    (one, other) = viewer.pages.sheet.places
    assert (one[1], other[1]) == (True, False)
    assert one[0].right() < other[0].left()
    assert 0 < one[0].width() < 0.2

    qtbot.keyClick(viewer, Qt.Key.Key_PageUp, Qt.KeyboardModifier.AltModifier)
    settle(desk, qtbot)
    assert viewer.model.file.name == "c.eml"
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    settle(desk, qtbot)
    at = view.focusWidget()
    card = next(each for each in view.card.findChildren(FileCard) if each.isAncestorOf(at))
    assert card.file.name == "c.eml"


def on_to(desk: AppController, qtbot: QtBot, viewer: ViewerView, name: str) -> None:
    """Go on to the next file; the words are looked for there too."""
    qtbot.keyClick(viewer.find_bar.wanted, Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    settle(desk, qtbot)
    qtbot.waitUntil(lambda: not viewer.finding.is_searching, timeout=20_000)
    settle(desk, qtbot)
    assert viewer.model.file.name == name


def test_what_has_no_words_says_so_and_the_way_ends_at_the_last_file(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    window, view, viewer = seeing(desk, qtbot, vault, tmp_path, {"bytes.dat": b"abc\x00def"})
    last = view.model.exhibit.files[-1]

    told = finds(desk, qtbot, window, viewer, "abc")
    viewer.model.show_as(Way.TEXT)
    settle(desk, qtbot)
    qtbot.waitUntil(lambda: not viewer.finding.is_searching, timeout=20_000)
    as_text = viewer.find_bar.count.text().translate(_ISOLATES)
    while viewer.model.beside(1) is not None:
        viewer.go_to_file(1)
        settle(desk, qtbot)

    assert told == "What is shown has no words that can be found."
    assert as_text == "1 of 1"
    assert viewer.model.file is last
    assert not viewer.files.next_button.isEnabled()


def test_nothing_is_found_in_what_is_barred_and_nothing_of_a_search_stays_after_the_lock(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    window, _, viewer = seeing(desk, qtbot, vault, tmp_path, {"note.txt": b"the driver"})
    exhibit, file, files = viewer.model.exhibit, viewer.model.file, viewer.model.files
    assert finds(desk, qtbot, window, viewer, "driver") == "1 of 1"
    desk.jobs.run(
        desk.jobs,
        lambda session: leaving.bar_exhibit(session, exhibit.id, BarKind.ABUSE_MATERIAL, "The unit told us"),
    )
    settle(desk, qtbot)

    viewer.open(exhibit, file, files)
    settle(desk, qtbot)
    told = goes(desk, qtbot, viewer, Qt.Key.Key_Return)
    viewer.find_bar.wanted.setText("driver, again")
    desk.jobs.close()

    assert told == "What is shown has no words that can be found."
    assert not viewer.finding.places
    assert not viewer.find_bar.wanted.text()
    assert viewer.finding.wanted == ""


def test_an_entry_of_an_archive_is_found_by_its_name(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    import io
    import zipfile

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in ("one.txt", "the driver.txt", "three.txt"):
            archive.writestr(name, name)
    window, _, viewer = seeing(desk, qtbot, vault, tmp_path, {"a.zip": packed.getvalue()})

    told = finds(desk, qtbot, window, viewer, "driver")

    assert isinstance(viewer.model.look, Listing)
    assert told == "1 of 1"
    assert viewer.parts.table.current_record().name == "the driver.txt"
