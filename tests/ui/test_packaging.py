"""A sealed package is made from where its bundle was signed: by keys, for a recorded recipient, told once."""

import hashlib
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.support.controllers import said_at, settle
from tests.support.packages import opened as opened_folder
from tests.support.recipients import Holder, holder
from tests.ui.test_encrypting import opened, result  # noqa: F401 - a fixture
from thb_desktop.domain.vocabulary import RecipientKind
from thb_desktop.services.core.clock import SystemClock
from thb_desktop.verify.run import Request, check_file
from ui.application import AppController
from ui.export.close_dialog import ClosedDialog
from ui.export.package_dialogs import PackageDialog, ReleaseDialog
from ui.export.view import ExportView
from ui.partners.recipient_dialog import RecipientDialog
from ui.text import digest_groups

Result = tuple[ExportView, Path]


@pytest.fixture
def holders(tmp_path: Path) -> tuple[Holder, Holder]:
    at = SystemClock().read().at
    keys = [ec.generate_private_key(ec.SECP256R1()) for _ in range(2)]
    return holder(keys[0], tmp_path, "judge", since=at), holder(keys[1], tmp_path, "office", since=at)


def asked(desk: AppController, qtbot: QtBot, view: ExportView) -> PackageDialog:
    view.result.package_button.click()
    dialog = opened(qtbot, view, PackageDialog)
    settle(desk, qtbot)
    return dialog


def record(qtbot: QtBot, dialog: PackageDialog, held: Holder, kind: RecipientKind) -> None:
    """Record a recipient by real keys, field after field."""
    before = dialog.recipients.count()
    qtbot.keyClick(dialog.record_button, Qt.Key.Key_Space)
    recording = opened(qtbot, dialog, RecipientDialog)  # type: ignore[arg-type]
    recording.kind.setCurrentIndex(recording.kind.findData(kind))
    typed = {
        recording.name: kind.value,
        recording.certificate: str(held.certificate_file),
        recording.fingerprint: hashlib.sha256(held.certificate).hexdigest().upper(),
        recording.told: "By telephone",
    }
    for field, text in typed.items():
        field.setFocus()
        qtbot.keyClicks(field, text)
    qtbot.keyClick(recording.told, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.recipients.count() == before + 1)


def test_a_package_is_made_by_keys_and_opens_for_its_recipient(
    desk: AppController,
    qtbot: QtBot,
    result: Result,  # noqa: F811 - a fixture
    holders: tuple[Holder, Holder],
    tmp_path: Path,
):
    view, _ = result
    dialog = asked(desk, qtbot, view)
    record(qtbot, dialog, holders[1], RecipientKind.OWN_OFFICE)
    record(qtbot, dialog, holders[0], RecipientKind.ADDRESSEE)
    assert dialog.recipients.chosen() == []
    assert dialog.exhibits.chosen() == []
    qtbot.keyClick(dialog.all_button, Qt.Key.Key_Space)
    dialog.recipients.setFocus()
    dialog.recipients.setCurrentIndex(dialog.recipients.ticks.index(1))
    qtbot.keyClick(dialog.recipients, Qt.Key.Key_Space)
    dialog.words.setCurrentIndex(dialog.words.findData("en"))
    dialog.because.setFocus()
    qtbot.keyClicks(dialog.because, "The judge hears the victim")
    dialog.unsearched.setFocus()
    qtbot.keyClicks(dialog.unsearched, "The clerk looked at each picture")
    qtbot.keyClick(dialog.unsearched, Qt.Key.Key_Return)
    settle(desk, qtbot)

    release = opened(qtbot, view, ReleaseDialog)
    settle(desk, qtbot)
    content = release._prepared.content
    shown = "\n".join(each.text() for each in release.findChildren(QLabel))
    assert content.travelling
    assert all(f"{number}\u2069 ({count} file" in shown for number, count in content.travelling)
    assert content.words == "en"
    assert "with a new passphrase in words (English)" in shown
    if release.second.alone:
        qtbot.keyClicks(release.second.reason, "Nobody else is here")
    else:
        release.second.passphrase.setText("velvet marble harbor cactus lemon")
    qtbot.keyClick(release.main_button, Qt.Key.Key_Space)
    told = opened(qtbot, view, ClosedDialog)
    settle(desk, qtbot)

    container = opened_folder(tmp_path / "package", tmp_path / "package.asice", holders[0])
    digest = hashlib.sha256(container.read_bytes()).hexdigest()
    assert any(digest_groups(digest) in each.text() for each in told.findChildren(QLabel))
    assert "3" in told.heading.text()  # and whoever knows the passphrase
    assert not any(each.standing == "broken" for each in check_file(Request(file=container)))
    told.main_button.click()


def test_nothing_is_closed_for_nobody(desk: AppController, qtbot: QtBot, result: Result):  # noqa: F811
    view, _ = result
    dialog = asked(desk, qtbot, view)

    dialog.main_button.click()

    assert "tick a recipient" in said_at(dialog.recipients)
    dialog.reject()


def test_a_recipient_without_how_the_fingerprint_was_told_is_not_recorded(
    desk: AppController,
    qtbot: QtBot,
    result: Result,  # noqa: F811 - a fixture
    holders: tuple[Holder, Holder],
):
    view, _ = result
    dialog = asked(desk, qtbot, view)
    dialog.record_button.click()
    recording = opened(qtbot, view, RecipientDialog)

    recording.main_button.click()
    assert "what the certificate is for" in said_at(recording.kind)
    recording.kind.setCurrentIndex(recording.kind.findData(RecipientKind.ADDRESSEE))
    recording.name.setText("Judge")
    recording.certificate.setText(str(holders[0].certificate_file))
    recording.fingerprint.setText("0" * 64)
    recording.main_button.click()
    assert "who told" in said_at(recording.told)
    recording.told.setText("By telephone")
    recording.main_button.click()
    settle(desk, qtbot)

    assert recording.isVisible()
    assert "fingerprint" in recording.notice.sentence.text()
    recording.reject()
    dialog.reject()
