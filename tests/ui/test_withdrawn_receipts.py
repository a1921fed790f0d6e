"""A receipt on paper that was typed wrongly is withdrawn in the window, for a reason, and stays readable."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.drive.test_withdrawn_receipt import with_receipt
from tests.services.receiving.test_notices_of_records import Sent, sent  # noqa: F401 - a fixture
from tests.support.controllers import settle, unlock
from tests.ui.test_other_offices import with_reason
from tests.ui.test_receiving import shown
from ui.application import AppController
from ui.receiving.dialogs import PackagesDialog


def test_a_receipt_on_paper_is_withdrawn_for_a_reason_and_shown_with_it(
    application: QApplication,
    desk: AppController,
    qtbot: QtBot,
    sent: Sent,  # noqa: F811
    tmp_path: Path,
):
    folder = with_receipt(sent, tmp_path / "vault")
    window = unlock(desk, qtbot, folder)
    window.show_case(next(each for each in window._cases or [] if each.reference == "2026/1"))
    settle(desk, qtbot)
    window.open_packages()
    packages = shown(qtbot, window, PackagesDialog)
    settle(desk, qtbot)
    assert packages.wrong_button.isVisible()

    with_reason(application, "It is of another package")
    qtbot.keyClick(packages.wrong_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(packages.sent.rows[0].withdrawn), timeout=30_000)
    settle(desk, qtbot)

    assert "Why: \u2068It is of another package" in packages.answer.text()
    assert not packages.wrong_button.isVisible()
    assert packages.sent.rows[0].receipts == ()
    assert packages.sent.rows[0].withdrawn[0].withdrawn_because == "It is of another package"
