"""Files of a version in the window: places masked by mouse and keys, corrected, and copied."""

import io
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.support.controllers import open_dialog, reopen, said_at, settle
from tests.support.hiding import FACE, pdf_that_tells, png_that_tells
from tests.ui.test_export import export_page
from tests.ui.test_export_versions import drawn_up
from thb_desktop.domain.ids import DisclosureId
from thb_desktop.domain.vocabulary import RedactionReason
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.services.bundling.copy_making import CopyToMake, FileToDraw, LaidCopy
from thb_desktop.services.evidence import exhibit_files
from thb_desktop.vault.tables import registry
from ui.application import AppController
from ui.export.copy_dialog import CopyDialog
from ui.export.places import PlacesModel
from ui.export.places_dialog import PlacesDialog
from ui.export.places_sheet import BEGIN
from ui.export.view import ExportView

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)
NAME = "Zenobia"


@pytest.fixture
def with_files(vault: Path) -> Path:
    """The vault, with a picture, a page and a text in its first exhibit."""
    session = reopen(vault)
    exhibit = registry.EXHIBIT.all(session.read)[0]
    for name, data in (
        ("a.png", png_that_tells(NAME)),
        ("b.pdf", pdf_that_tells(NAME)),
        ("c.txt", NAME.encode()),
    ):
        exhibit_files.add_file(
            session, exhibit.id, source=io.BytesIO(data), name=name, media_type="image/png"
        )
    session.close()
    return vault


@pytest.fixture
def dialog(
    application: QApplication, desk: AppController, qtbot: QtBot, with_files: Path
) -> Iterator[tuple[PlacesDialog, ExportView]]:
    _, view = export_page(desk, qtbot, with_files)
    view.exhibits.ticks.tick_all_but(())
    drawn_up(application, desk, qtbot, view)
    view.version.files_button.click()
    settle(desk, qtbot)
    found = open_dialog(application, qtbot)
    assert isinstance(found, PlacesDialog)
    choose(desk, qtbot, found, "a.png")
    yield found, view
    if shiboken6.isValid(found):
        found.reject()


def choose(desk: AppController, qtbot: QtBot, dialog: PlacesDialog, name: str) -> None:
    """Choose a file by its name, and wait for its first page."""
    number = next(count for count in range(dialog.file.count()) if name in dialog.file.itemText(count))
    if dialog.file.currentIndex() != number:
        dialog.file.setCurrentIndex(number)
    qtbot.waitUntil(lambda: not dialog.sheet.image.isNull() or dialog.notice.isVisible(), timeout=30_000)
    settle(desk, qtbot)


def order(dialog: PlacesDialog) -> None:
    dialog.reason.setCurrentIndex(dialog.reason.findData(RedactionReason.CHILD))
    dialog.ordered_by.setText("Investigating judge")


def masked(desk: AppController, qtbot: QtBot, dialog: PlacesDialog) -> None:
    with qtbot.waitSignal(dialog._model.masked, timeout=20_000):
        dialog.main_button.click()
    settle(desk, qtbot)


def kept(application: QApplication, desk: AppController, qtbot: QtBot, dialog: PlacesDialog) -> None:
    """Make the copy, look at it, keep it."""
    with qtbot.waitSignal(dialog._model.laid, timeout=60_000):
        dialog.copy_button.click()
    settle(desk, qtbot)
    qtbot.waitUntil(lambda: bool(dialog.findChildren(CopyDialog)), timeout=10_000)
    copy = dialog.findChildren(CopyDialog)[-1]
    qtbot.waitUntil(lambda: not copy.picture.pixmap().isNull(), timeout=30_000)
    with qtbot.waitSignal(dialog._model.kept, timeout=20_000):
        copy.main_button.click()
    settle(desk, qtbot)


def test_what_masked_cells_hold_and_the_copy_says_elsewhere_is_named(
    desk: AppController, qtbot: QtBot, vault
):
    session = reopen(vault)
    exhibit = registry.EXHIBIT.all(session.read)[0]
    file = exhibit_files.add_file(
        session, exhibit.id, source=io.BytesIO(b"x"), name="c.csv", media_type="text/csv"
    )
    made = CopyToMake(
        disclosure_id=DisclosureId("d"),
        source=FileToDraw(exhibit=exhibit, file=file, store=session.vault.content),
        redactions=(),
        language="en",
    )
    session.close()
    left = (NAME, *(f"Ion {number}" for number in range(10)))
    laid = LaidCopy(of=made, data=b"x", media_type="text/csv", suffix=".csv", pages=1, dots=0, left=left)
    parent = QWidget()
    qtbot.addWidget(parent)

    told = [CopyDialog(parent, PlacesModel(desk.jobs), each) for each in (laid, replace(laid, left=()))]

    assert NAME in told[0].notice.sentence.text()
    assert "Ion 9" not in told[0].notice.sentence.text()
    assert told[1].notice.sentence.text() == ""


def test_a_place_is_masked_by_keys_copied_corrected_and_copied_again(
    application: QApplication, desk: AppController, qtbot: QtBot, dialog, monkeypatch: pytest.MonkeyPatch
):
    window, view = dialog
    window.main_button.click()
    assert said_at(window.new_button) == "Please draw a rectangle on the page first."
    window.copy_button.click()
    assert said_at(window.copy_button) == "Please mask something in this file first."
    window.new_button.click()
    left, top, right, bottom = window.sheet.place
    assert (left, right) == (BEGIN[0], BEGIN[2])
    for key, modifier, count in (
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, 5),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier, 3),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, 4),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier, 2),
    ):
        for _ in range(count):
            qtbot.keyClick(window.sheet, key, modifier)
    assert window.sheet.place == (left - 50, top - 3, right - 10, bottom + 17)
    assert window.where.text().startswith("Rectangle: 25.0 % from the left")
    window.main_button.click()
    assert said_at(window.reason) == "Please choose the reason."
    window.reason.setCurrentIndex(window.reason.findData(RedactionReason.CHILD))
    window.main_button.click()
    assert said_at(window.ordered_by) == "Please write which authority ordered it."
    window.ordered_by.setText("Investigating judge")
    masked(desk, qtbot, window)
    assert window.sheet.place is None
    assert window.state.text() == "The file stays in the office until its copy is made."
    kept(application, desk, qtbot, window)
    number = window.chosen.number
    assert window.chosen.copy == f"{number}-M1"

    window.table.choose_row(0)
    monkeypatch.setattr("ui.export.places_dialog.ask_reason", lambda *_: "The wrong place")
    with qtbot.waitSignal(window._model.masked, timeout=20_000):
        window.again_button.click()
    settle(desk, qtbot)
    assert window.chosen.copy == ""
    window.sheet.put(FACE)
    masked(desk, qtbot, window)
    kept(application, desk, qtbot, window)

    assert window.chosen.copy == f"{number}-M2"
    assert [each.anchor.rectangle for each in window.chosen.redactions] == [FACE]
    window.reject()
    view.reasons.unsearched.setText("A person looked at the pictures")
    with qtbot.waitSignal(view.model.prepared, timeout=90_000) as prepared:
        view.prepare_button.click()
    settle(desk, qtbot)
    assert NAME.encode() not in prepared.args[0]


def test_a_rectangle_is_drawn_moved_and_made_larger_by_the_mouse(desk: AppController, qtbot: QtBot, dialog):
    sheet = dialog[0].sheet

    def at(x: float, y: float) -> object:
        return QPointF(x * sheet.width() / 1000, y * sheet.height() / 1000).toPoint()

    def drag(begin: tuple[int, int], end: tuple[int, int]) -> tuple[int, ...]:
        qtbot.mousePress(sheet, Qt.MouseButton.LeftButton, pos=at(*begin))
        qtbot.mouseMove(sheet, at(*end))
        qtbot.mouseRelease(sheet, Qt.MouseButton.LeftButton, pos=at(*end))
        return sheet.place

    def near(found: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
        return all(abs(one - other) <= 4 for one, other in zip(found, wanted, strict=True))

    assert near(drag((200, 200), (400, 300)), (200, 200, 400, 300))
    assert near(drag((300, 250), (500, 450)), (400, 400, 600, 500))
    assert near(drag((600, 500), (700, 550)), (400, 400, 700, 550))
    assert near(drag((500, 450), (10, 10)), (0, 0, 300, 150))
    qtbot.keyClick(sheet, Qt.Key.Key_Delete)
    assert sheet.place is None
    assert dialog[0].where.text() == "No rectangle is drawn."


def test_pages_are_turned_and_a_text_says_that_it_stays(desk: AppController, qtbot: QtBot, dialog):
    window = dialog[0]
    choose(desk, qtbot, window, "b.pdf")
    assert (window.page.maximum(), window.page.suffix()) == (2, " / 2")
    with qtbot.waitSignal(window._model.paged, timeout=30_000):
        qtbot.keyClick(window.sheet, Qt.Key.Key_PageDown)
    settle(desk, qtbot)
    window.whole_button.click()
    order(window)
    masked(desk, qtbot, window)
    assert [each.anchor.page for each in window.chosen.redactions] == [2]

    window.file.setCurrentIndex(window.file.currentIndex() + 1)
    qtbot.waitUntil(window.notice.isVisible, timeout=30_000)
    settle(desk, qtbot)

    assert window.sheet.image.isNull()
    with qtbot.waitSignal(window._model.masked, timeout=20_000):
        window.metadata_button.click()
    settle(desk, qtbot)
    assert window.state.text() == "The file stays in the office until its copy is made."
