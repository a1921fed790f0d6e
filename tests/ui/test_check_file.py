"""A signed file is chosen, or dropped on the window, and gets its answer; nothing of it is imported."""

import os
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.support import foreign
from tests.support.controllers import settle, unlock
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.verify.foreign.answer import Verdict
from ui.application import AppController
from ui.checking.dialog import CheckDialog
from ui.widgets import choose
from ui.widgets.questions import Message

_NOBODY = 65534
"""A user without rights, where the tests run as root."""

pytestmark = [
    pytest.mark.skipif(
        sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
    ),
    pytest.mark.logs("fetching is not allowed"),
    pytest.mark.filterwarnings("ignore:.*QDragEnterEvent:DeprecationWarning"),
]
"""Qt has no other way to make the event than one that it advises against."""


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    foreign.be_patient(monkeypatch)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.pdf"
    whole = foreign.authority()
    path.write_bytes(foreign.sign(foreign.document(), whole.clerk, whole))
    return path


@pytest.fixture
def anchor(tmp_path: Path) -> Path:
    path = tmp_path / "root.pem"
    path.write_bytes(foreign.authority().root.certificate.public_bytes(Encoding.PEM))
    return path


def drop(window: object, *files: Path) -> bool:
    """Drop files from another program; return whether the window takes them."""
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(each)) for each in files])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(200, 200), copy, carried, left, none)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(200, 200), copy, carried, left, none))
    return enter.isAccepted()


def opened(qtbot: QtBot, window: object) -> CheckDialog:
    def shown() -> list[CheckDialog]:
        return [each for each in window.findChildren(CheckDialog) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    (dialog,) = shown()
    return dialog


def answered(qtbot: QtBot, dialog: CheckDialog) -> Verdict:
    qtbot.waitUntil(lambda: dialog.shown is not None, timeout=500_000)
    return dialog.shown.verdict


def said(dialog: CheckDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_a_file_dropped_before_the_unlock_gets_its_answer(desk: AppController, qtbot: QtBot, letter: Path):
    desk.start(None)
    window = desk.window

    assert drop(window, letter)

    dialog = opened(qtbot, window)
    assert answered(qtbot, dialog) is Verdict.UNDECIDED
    assert dialog.findChild(QLabel, "verdict").text() == "Cannot be judged"
    assert "Ottokar Clerk" in said(dialog)
    assert "Get the root certificate of the issuing authority" in said(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def told(qtbot: QtBot, window: object) -> str:
    """Close what is told after a drop, and return its words."""

    def shown() -> list[Message]:
        return [each for each in window.findChildren(Message) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    (message,) = shown()
    words = "\n".join(label.text() for label in message.findChildren(QLabel))
    message.accept()
    return words


def test_of_two_files_or_a_folder_the_window_says_what_it_takes_and_a_text_is_not_accepted(
    desk: AppController, qtbot: QtBot, letter: Path, anchor: Path, tmp_path: Path
):
    desk.start(None)
    window = desk.window

    for files in ((letter, anchor), (tmp_path,)):
        assert drop(window, *files)
        assert "The window takes one file at a time" in told(qtbot, window)
    assert not drop(window)
    assert not window.findChildren(CheckDialog)


def test_files_for_an_exhibit_that_miss_its_card_are_led_there(
    desk: AppController, qtbot: QtBot, vault: Path, letter: Path, anchor: Path
):
    window = unlock(desk, qtbot, vault)

    assert drop(window, letter, anchor)

    assert "dropped on its card, on the page Exhibits" in told(qtbot, window)


@pytest.mark.parametrize("name", ["", "letter.pdf"])
def test_what_the_user_may_not_look_at_is_not_taken_and_is_no_mistake_of_the_program(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path, name: str
):
    """A folder of another user, as `lost+found` of a stick, and a file in it."""
    window = unlock(desk, qtbot, vault)
    closed = tmp_path / "lost+found"
    closed.mkdir(mode=0o700)
    (closed / "letter.pdf").write_bytes(b"%PDF-1.7")
    path, own = closed / name, os.geteuid()
    if own:
        closed.chmod(0)
    tmp_path.chmod(0o755)

    try:
        os.seteuid(own or _NOBODY)
        drop(window, path)
    finally:
        os.seteuid(own)
        closed.chmod(0o700)

    assert "that you may read" in told(qtbot, window)
    assert desk.bug is None


def test_a_certificate_that_is_trusted_for_this_check_changes_the_answer(
    desk: AppController,
    qtbot: QtBot,
    letter: Path,
    anchor: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    """By keys: Ctrl+Shift+F, the file, Alt+T for the certificate, and away with it again."""
    answers = iter([letter, anchor])
    monkeypatch.setattr(choose, "choose_file", lambda *_: next(answers))
    desk.start(None)
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(desk.window.windowHandle(), Qt.Key.Key_F, control | shift)
    dialog = opened(qtbot, desk.window)
    QTest.keyClick(dialog, Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    assert answered(qtbot, dialog) is Verdict.UNDECIDED

    QTest.keyClick(dialog, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: bool(dialog.anchors), timeout=120_000)

    assert answered(qtbot, dialog) is Verdict.REMARKS
    assert "Ministry of Justice of Syldavia Root" in said(dialog)
    assert "Remark:" in said(dialog)


def test_a_proof_is_told_in_words(desk: AppController, qtbot: QtBot, letter: Path):
    letter.write_bytes(letter.read_bytes().replace(b"(Page 1)", b"(Page 9)"))
    desk.start(None)
    drop(desk.window, letter)

    dialog = opened(qtbot, desk.window)

    assert answered(qtbot, dialog) is Verdict.NOT_VALID
    assert "Proof:" in said(dialog)
    assert dialog.findChild(QLabel, "verdict").text() == "Not valid"


def test_a_detached_signature_asks_for_its_file(
    desk: AppController, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    text, signature = tmp_path / "letter.txt", tmp_path / "alone.p7s"
    text.write_bytes(b"Dear colleague")
    signature.write_bytes(foreign.cms_sign(tmp_path, text, foreign.authority().clerk))
    monkeypatch.setattr(choose, "choose_file", lambda *_: text)
    desk.start(None)
    drop(desk.window, signature)
    dialog = opened(qtbot, desk.window)
    answered(qtbot, dialog)
    assert dialog.content.isVisible()

    dialog.content.choose_button.click()
    answered(qtbot, dialog)

    assert "Ottokar Clerk" in said(dialog)


def test_it_is_stopped_by_closing_and_says_so_by_its_button(
    desk: AppController, qtbot: QtBot, tmp_path: Path
):
    large = tmp_path / "large.pdf"
    with large.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(600 << 20)
    desk.start(None)
    drop(desk.window, large)
    dialog = opened(qtbot, desk.window)

    dialog.progress.stop.click()

    qtbot.waitUntil(dialog.notice.isVisible, timeout=120_000)
    assert "Nothing is said of the file" in dialog.notice.sentence.text()
    assert dialog.shown is None


def test_a_bundle_of_an_office_keeps_its_strict_rules(desk: AppController, qtbot: QtBot, tmp_path: Path):
    from tests.support.pdfs import make_office, signed_twice

    bundle = tmp_path / "bundle.pdf"
    bundle.write_bytes(signed_twice(make_office()) + b"\n")
    desk.start(None)
    drop(desk.window, bundle)

    dialog = opened(qtbot, desk.window)

    assert answered(qtbot, dialog) is Verdict.NOT_VALID
    assert "strict rules" in said(dialog)
    settle(desk, qtbot)


def test_the_root_of_an_office_is_named_for_its_file_alone(
    desk: AppController, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from tests.support.pdfs import make_office, signed_twice

    office = make_office()
    bundle, root = tmp_path / "bundle.pdf", tmp_path / "office.pem"
    bundle.write_bytes(signed_twice(office))
    root.write_bytes(office.root)
    answers = iter([bundle, root, bundle])
    monkeypatch.setattr(choose, "choose_file", lambda *_: next(answers))
    desk.start(None)
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(desk.window.windowHandle(), Qt.Key.Key_F, control | shift)
    dialog = opened(qtbot, desk.window)
    QTest.keyClick(dialog, Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    assert answered(qtbot, dialog) is Verdict.UNDECIDED

    QTest.keyClick(dialog, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: bool(dialog.roots), timeout=120_000)

    assert answered(qtbot, dialog) is Verdict.VALID
    assert dialog.anchors == []
    QTest.keyClick(dialog, Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: not dialog.roots, timeout=120_000)
    assert answered(qtbot, dialog) is Verdict.UNDECIDED
    settle(desk, qtbot)
