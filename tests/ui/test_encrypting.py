"""A signed bundle is encrypted from where it was made: by keys, for the right certificate, and told once."""

import hashlib
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.support.controllers import said_at, settle
from tests.support.recipients import Holder, holder
from tests.ui.test_export import export_page, prepare
from thb_desktop.crypto.envelopes.openers import KeyOpener, PassphraseOpener
from thb_desktop.services.core.clock import SystemClock
from thb_desktop.services.packaging.opening import open_folder
from ui.application import AppController
from ui.export.close_dialog import ClosedDialog, CloseDialog
from ui.export.sign_dialog import SignDialog
from ui.export.view import ExportView


@pytest.fixture
def receiver(tmp_path: Path) -> Holder:
    return holder(
        ec.generate_private_key(ec.SECP256R1()), tmp_path, "receiver", since=SystemClock().read().at
    )


@pytest.fixture
def result(desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path) -> tuple[ExportView, Path]:
    _, view = export_page(desk, qtbot, vault)
    prepare(desk, qtbot, view)
    view.sign_button.click()
    dialog = opened(qtbot, view, SignDialog)
    target = tmp_path / "bundle.pdf"
    dialog.target.setText(str(target))
    with qtbot.waitSignal(view.model.signed, timeout=60_000):
        dialog.main_button.click()
    settle(desk, qtbot)
    return view, target


def opened[D: QDialog](qtbot: QtBot, view: ExportView, kind: type[D]) -> D:
    """The dialog of this kind, once it is there."""

    def shown() -> list[D]:
        return [each for each in view.window().findChildren(kind) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    (dialog,) = shown()
    return dialog


def asked(qtbot: QtBot, view: ExportView) -> CloseDialog:
    view.result.encrypt_button.click()
    return opened(qtbot, view, CloseDialog)


def fingerprint(held: Holder) -> str:
    return hashlib.sha256(held.certificate).hexdigest()


def test_it_is_encrypted_for_a_certificate_by_keys_alone(
    desk: AppController, qtbot: QtBot, result: tuple[ExportView, Path], receiver: Holder, tmp_path: Path
):
    view, bundle = result
    dialog = asked(qtbot, view)
    dialog.certificate.setFocus()
    qtbot.keyClicks(dialog.certificate, str(receiver.certificate_file))
    qtbot.keyClick(dialog.certificate, Qt.Key.Key_Tab)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.fingerprint
    qtbot.keyClicks(dialog.fingerprint, fingerprint(receiver).upper())
    qtbot.keyClick(dialog.fingerprint, Qt.Key.Key_Return)
    settle(desk, qtbot)

    told = opened(qtbot, view, ClosedDialog)
    opener = KeyOpener(certificate=receiver.certificate, private_key=receiver.private_key)
    again = open_folder(tmp_path / "encrypted", tmp_path / "opened.pdf", [opener])

    assert (tmp_path / "opened.pdf").read_bytes() == bundle.read_bytes()
    assert not told.awaits_paper
    assert not told.words.isVisible()
    assert again.sha256 == hashlib.sha256(bundle.read_bytes()).hexdigest()
    told.main_button.click()


def test_a_passphrase_is_shown_once_and_awaits_paper(
    desk: AppController, qtbot: QtBot, result: tuple[ExportView, Path], tmp_path: Path
):
    view, bundle = result
    dialog = asked(qtbot, view)
    dialog.words.setCurrentIndex(dialog.words.findData("fr"))
    dialog.main_button.click()
    settle(desk, qtbot)

    told = opened(qtbot, view, ClosedDialog)
    words = told.words.text().strip("\u2066\u2067\u2068\u2069")
    open_folder(
        tmp_path / "encrypted",
        tmp_path / "opened.pdf",
        [PassphraseOpener(passphrase=bytearray(words, "utf-8"))],
    )

    assert told.awaits_paper
    assert (tmp_path / "opened.pdf").read_bytes() == bundle.read_bytes()
    told.main_button.click()
    assert told.words.text() == ""


def test_a_wrong_fingerprint_writes_nothing_and_the_dialog_stays(
    desk: AppController, qtbot: QtBot, result: tuple[ExportView, Path], receiver: Holder, tmp_path: Path
):
    view, _ = result
    dialog = asked(qtbot, view)
    dialog.certificate.setText(str(receiver.certificate_file))
    dialog.fingerprint.setText("0" * 64)
    dialog.main_button.click()
    settle(desk, qtbot)

    assert dialog.isVisible()
    assert "fingerprint" in dialog.notice.sentence.text()
    assert not (tmp_path / "encrypted").exists()
    dialog.reject()


def test_nothing_is_encrypted_for_nobody(
    desk: AppController, qtbot: QtBot, result: tuple[ExportView, Path], tmp_path: Path
):
    view, _ = result
    dialog = asked(qtbot, view)
    assert not dialog.words.currentData()

    dialog.main_button.click()

    assert "name a recipient" in said_at(dialog.certificate)
    dialog.reject()


def test_a_recipient_without_a_fingerprint_is_not_taken(
    desk: AppController, qtbot: QtBot, result: tuple[ExportView, Path], receiver: Holder
):
    view, _ = result
    dialog = asked(qtbot, view)
    dialog.certificate.setText(str(receiver.certificate_file))

    dialog.main_button.click()

    assert "fingerprint" in said_at(dialog.fingerprint)
    assert dialog.told == []
    dialog.reject()


def test_a_recipient_can_be_taken_away_again(
    desk: AppController, qtbot: QtBot, result: tuple[ExportView, Path], receiver: Holder
):
    view, _ = result
    dialog = asked(qtbot, view)
    dialog.certificate.setText(str(receiver.certificate_file))
    dialog.fingerprint.setText(fingerprint(receiver))
    dialog.add_button.click()
    (told,) = dialog.told

    dialog._remove(told)

    assert dialog.told == []
    dialog.reject()
