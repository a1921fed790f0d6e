"""The signatures of a file of an exhibit are judged from its card, kept, and read again."""

import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.support import foreign
from tests.support.controllers import open_dialog, settle
from tests.ui.test_exhibits import exhibits_page
from thb_desktop.inspect.confinement import ask_machine
from ui.application import AppController
from ui.exhibits.file_card import FileCard
from ui.exhibits.signatures import KeptCheckDialog, SignaturesDialog
from ui.widgets import choose

pytestmark = [
    pytest.mark.skipif(
        sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
    ),
    pytest.mark.logs("fetching is not allowed"),
]


@pytest.fixture
def letter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A signed file, and beside it the root, which is what the chooser of a certificate gives."""
    foreign.be_patient(monkeypatch)
    whole, path = foreign.authority(), tmp_path / "letter.pdf"
    path.write_bytes(foreign.sign(foreign.document(), whole.clerk, whole))
    root = tmp_path / "root.pem"
    root.write_bytes(whole.root.certificate.public_bytes(Encoding.PEM))
    monkeypatch.setattr(choose, "choose_file", lambda *_: root)
    return path


def test_what_is_found_is_kept_only_when_somebody_says_so(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, letter: Path
):
    _, view = exhibits_page(desk, qtbot, vault)
    with qtbot.waitSignal(view.model.intake_ended, timeout=10_000):
        view.model.add_files([letter])
    settle(desk, qtbot)
    card = next(each for each in view.card.findChildren(FileCard) if each.file.name == letter.name)
    card.signatures_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, SignaturesDialog)

    def answered() -> None:
        qtbot.waitUntil(lambda: dialog.shown is not None and dialog.main_button.isEnabled(), timeout=500_000)

    answered()
    assert dialog.rows.rowCount() == 0
    with qtbot.waitSignal(dialog._of.anchored, timeout=20_000):
        dialog.add_button.click()
    answered()
    dialog.main_button.click()
    settle(desk, qtbot)

    assert dialog.rows.rowCount() == 1
    assert not dialog.main_button.isEnabled()  # one judgement is kept once
    dialog.show_button.click()
    shown = next(each for each in dialog.findChildren(KeptCheckDialog))
    told = "\n".join(label.text() for label in shown.findChildren(QLabel))
    assert "Valid, with remarks" in told
    assert "Ministry of Justice of Syldavia Root" in told
    shown.reject()
    dialog.reject()
    settle(desk, qtbot)
    on_card = "\n".join(label.text() for label in view.card.findChildren(QLabel))
    assert "Valid, with remarks (judged" in on_card
