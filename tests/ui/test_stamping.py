"""Time stamps in the window: a request is written, the answer filled in, the bundle recorded and packed."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.services.conftest import sample_office  # noqa: F401 - a fixture
from tests.services.receiving.conftest import post  # noqa: F401 - a fixture
from tests.support import foreign, pdfs
from tests.support.container_stamping import packed
from tests.support.controllers import said_at, settle, unlock
from tests.support.offices import copy_of
from tests.support.receiving import Post
from tests.support.stamps import answered
from tests.ui.test_receiving import shown, typed
from ui.application import AppController
from ui.export.package_dialogs import PackageDialog
from ui.main_window import MainWindow
from ui.stamping.dialogs import AddStampDialog, AskStampDialog


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The window of the office that made the bundle, and the bundle."""

    window: MainWindow
    bundle: Path


@pytest.fixture
def office(desk: AppController, qtbot: QtBot, post: Post, tmp_path: Path) -> Desk:  # noqa: F811
    bundle = tmp_path / "bundle.pdf"
    bundle.write_bytes(post.desk.bundle.read_bytes())
    window = unlock(desk, qtbot, copy_of(post.office, tmp_path / "liege.thbvault"))
    settle(desk, qtbot)
    return Desk(window=window, bundle=bundle)


def chosen(window: MainWindow, words: str) -> None:
    """Choose an entry of the menu."""
    act = next(
        each for each in window.top.menu_button.menu().actions() if words in each.text().replace("&", "")
    )
    act.trigger()


def asked(desk: AppController, qtbot: QtBot, office: Desk) -> Path:
    """Ask for a stamp by keys: a missing file is refused at its field."""
    chosen(office.window, "Ask for a time stamp")
    dialog = shown(qtbot, office.window, AskStampDialog)
    dialog.main_button.click()
    assert said_at(dialog.document)
    typed(qtbot, dialog.document, str(office.bundle))
    assert dialog.request.text() == str(office.bundle.with_suffix(".tsq"))
    qtbot.keyClick(dialog.document, Qt.Key.Key_Return)
    request = office.bundle.with_suffix(".tsq")
    qtbot.waitUntil(request.exists, timeout=60_000)
    settle(desk, qtbot)
    assert "request is written" in dialog.notice.sentence.text()
    dialog.reject()
    return request


def test_a_stamp_is_asked_for_filled_in_recorded_and_can_be_packed(
    desk: AppController, qtbot: QtBot, office: Desk, tmp_path: Path
):
    request = asked(desk, qtbot, office)
    authority, answer, anchor = foreign.authority(), tmp_path / "bundle.tsr", tmp_path / "anchor.pem"
    answered(request, answer, authority)
    anchor.write_bytes(authority.root.certificate.public_bytes(Encoding.PEM))

    chosen(office.window, "Add a time stamp")
    dialog = shown(qtbot, office.window, AddStampDialog)
    typed(qtbot, dialog.document.text, str(office.bundle))
    assert dialog.request.text.text() == str(request)
    typed(qtbot, dialog.answer.text, str(anchor))
    dialog.main_button.click()
    qtbot.waitUntil(lambda: bool(dialog.notice.sentence.text()), timeout=60_000)
    settle(desk, qtbot)
    refused = dialog.notice.sentence.text()
    assert not Path(dialog.target.text.text()).exists()
    dialog.answer.text.clear()
    typed(qtbot, dialog.answer.text, str(answer))
    typed(qtbot, dialog.anchor.text, str(anchor))
    qtbot.keyClick(dialog.anchor.text, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.package_button.isVisible, timeout=60_000)
    settle(desk, qtbot)
    told = "\n".join(each.text() for each in dialog.findChildren(QLabel))
    qtbot.keyClick(dialog.package_button, Qt.Key.Key_Space)
    package = shown(qtbot, office.window, PackageDialog)
    settle(desk, qtbot)

    assert refused
    assert "B-T" in told
    assert "recorded" in told
    assert package.exhibits.count() > 0
    assert any(each.isEnabled() for each in package.findChildren(QPushButton))
    package.reject()
    settle(desk, qtbot)


def test_the_signature_of_a_package_gets_its_stamp_by_keys_after_a_wrong_answer(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    window = unlock(desk, qtbot, vault)
    authority, answer, anchor = foreign.authority(), tmp_path / "package.tsr", tmp_path / "anchor.pem"
    anchor.write_bytes(authority.root.certificate.public_bytes(Encoding.PEM))
    container = tmp_path / "package.asice"
    container.write_bytes(packed(pdfs.make_office()))
    request = asked(desk, qtbot, Desk(window=window, bundle=container))
    answered(request, answer, authority)

    chosen(window, "Add a time stamp")
    dialog = shown(qtbot, window, AddStampDialog)
    typed(qtbot, dialog.document.text, str(container))
    stamped = Path(dialog.target.text.text())
    typed(qtbot, dialog.answer.text, str(anchor))
    qtbot.keyClick(dialog.answer.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(dialog.notice.sentence.text()), timeout=60_000)
    settle(desk, qtbot)
    refused = dialog.notice.sentence.text(), stamped.exists()
    dialog.answer.text.clear()
    typed(qtbot, dialog.answer.text, str(answer))
    typed(qtbot, dialog.anchor.text, str(anchor))
    qtbot.keyClick(dialog.anchor.text, Qt.Key.Key_Return)
    qtbot.waitUntil(stamped.exists, timeout=60_000)
    settle(desk, qtbot)

    assert refused[0]
    assert not refused[1]
    assert "stamped package is written" in dialog.notice.sentence.text()
    assert "B-T" in "\n".join(each.text() for each in dialog.findChildren(QLabel))
    assert not dialog.package_button.isVisible()
    dialog.reject()
