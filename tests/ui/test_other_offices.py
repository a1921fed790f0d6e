"""The part of the office about other offices: recorded, shown with fingerprint and expiry, and withdrawn."""

from hashlib import sha256
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.services.conftest import sample_office  # noqa: F401 - a fixture
from tests.services.receiving.conftest import post  # noqa: F401 - a fixture
from tests.support.controllers import said_at, settle, unlock
from tests.support.receiving import Post
from tests.support.recipients import holder
from tests.ui.test_receiving import shown, typed
from thb_desktop.domain.cooperation_codes import PartyKind
from thb_desktop.domain.package import Recipient
from ui.application import AppController
from ui.main_window import MainWindow
from ui.office.partners import PartnersPart
from ui.partners.office_dialog import OfficeDialog
from ui.partners.recipient_dialog import PlaceDialog, RecipientDialog
from ui.text import digest_groups
from ui.widgets.questions import ReasonDialog


@pytest.fixture
def window(desk: AppController, qtbot: QtBot, vault: Path) -> MainWindow:
    window = unlock(desk, qtbot, vault)
    window.go(6)
    window.office.tabs.setCurrentWidget(window.office.partners)
    settle(desk, qtbot)
    return window


def office_recorded(desk: AppController, qtbot: QtBot, part: PartnersPart, post: Post) -> None:  # noqa: F811
    """Record the office of Liège by keys: first with a wrong fingerprint, then with the right one."""
    qtbot.keyClick(part.office_button, Qt.Key.Key_Space)
    dialog = shown(qtbot, part, OfficeDialog)
    typed(qtbot, dialog.name, "Cabinet 0")
    typed(qtbot, dialog.country, "BE")
    typed(qtbot, dialog.fingerprint, sha256(b"other").hexdigest())
    typed(qtbot, dialog.told, "By telephone, by the clerk")
    qtbot.keyClick(dialog.told, Qt.Key.Key_Return)
    assert "no file" in said_at(dialog.file)
    typed(qtbot, dialog.file, str(post.root))
    qtbot.keyClick(dialog.file, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(dialog.notice.sentence.text()), timeout=30_000)
    settle(desk, qtbot)
    dialog.fingerprint.clear()
    typed(qtbot, dialog.fingerprint, post.fingerprint)
    qtbot.keyClick(dialog.fingerprint, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: part.rows.rowCount() == 1, timeout=30_000)
    settle(desk, qtbot)


def with_reason(application: QApplication, reason: str) -> None:
    """Answer the next dialog that asks for a reason."""

    def answer() -> None:
        dialog = application.activeModalWidget()
        assert isinstance(dialog, ReasonDialog)
        dialog.main_button.click()
        assert said_at(dialog.reason)
        dialog.reason.setText(reason)
        dialog.main_button.click()

    QTimer.singleShot(300, answer)


def test_an_office_is_recorded_from_its_root_shown_and_withdrawn_for_a_reason(
    application: QApplication,
    desk: AppController,
    qtbot: QtBot,
    window: MainWindow,
    post: Post,  # noqa: F811
):
    part = window.office.partners
    assert not part.withdraw_button.isEnabled()
    office_recorded(desk, qtbot, part, post)
    digest, compared, row = part.digest.text(), part.compared.text(), part.rows.rows[0]

    with_reason(application, "Its root was renewed")
    part.withdraw_button.click()
    qtbot.waitUntil(lambda: part.rows.rows[0].entry.withdrawn_at is not None, timeout=30_000)
    settle(desk, qtbot)

    assert digest_groups(post.fingerprint) in digest
    assert "By telephone, by the clerk" in compared
    assert (row.entry.name, row.is_expired) == ("Cabinet 0", False)
    assert row.expires > row.entry.at
    assert "Its root was renewed" in part.ended.text()
    assert not part.withdraw_button.isEnabled()


def test_a_recipient_is_recorded_in_the_office_and_withdrawn(
    application: QApplication,
    desk: AppController,
    qtbot: QtBot,
    window: MainWindow,
    tmp_path: Path,
):
    part = window.office.partners
    held = holder(ec.generate_private_key(ec.SECP256R1()), tmp_path, "judge")
    qtbot.keyClick(part.recipient_button, Qt.Key.Key_Space)
    dialog = shown(qtbot, part, RecipientDialog)
    dialog.kind.setCurrentIndex(1)
    typed(qtbot, dialog.name, "Judge of Borduria")
    typed(qtbot, dialog.certificate, str(held.certificate_file))
    typed(qtbot, dialog.fingerprint, sha256(held.certificate).hexdigest())
    typed(qtbot, dialog.told, "By telephone")
    typed(qtbot, dialog.place.state, "us")
    dialog.place.party.setCurrentIndex(dialog.place.party.findData(PartyKind.AUTHORITY))
    qtbot.keyClick(dialog.told, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: part.rows.rowCount() == 1, timeout=30_000)
    settle(desk, qtbot)
    shown_first = part._kind(part.rows.rows[0])
    qtbot.keyClick(part.place_button, Qt.Key.Key_Space)
    place = shown(qtbot, part, PlaceDialog)
    place.place.state.clear()
    typed(qtbot, place.place.state, "ro")
    qtbot.keyClick(place.place.state, Qt.Key.Key_Return)
    assert "who says so" in said_at(place.reason)
    typed(qtbot, place.reason, "Her letter of 3 June")
    qtbot.keyClick(place.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "RO" in part._kind(part.rows.rows[0]), timeout=30_000)
    settle(desk, qtbot)
    with_reason(application, "The key was lost")
    part.withdraw_button.click()
    qtbot.waitUntil(lambda: part.rows.rows[0].entry.withdrawn_at is not None, timeout=30_000)
    settle(desk, qtbot)

    assert "US" in shown_first
    assert not part.place_button.isEnabled()
    assert isinstance(part.rows.rows[0].entry, Recipient)
    assert "Withdrawn" in part._state(part.rows.rows[0])
