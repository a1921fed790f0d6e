"""A receipt on paper in the window: what the form says is typed, its scan named, and it is told as paper."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.services.conftest import sample_office  # noqa: F401 - a fixture
from tests.services.receiving.conftest import post  # noqa: F401 - a fixture
from tests.services.receiving.test_receipts import scanned
from tests.support.controllers import said_at, settle, unlock
from tests.support.offices import copy_of
from tests.support.offices import unlock as unlocked
from tests.support.receiving import Post
from tests.ui.test_receiving import shown, typed
from ui.application import AppController
from ui.receiving.dialogs import PackagesDialog
from ui.receiving.paper_dialog import PaperReceiptDialog


@pytest.fixture
def sender(post: Post, tmp_path: Path) -> Path:  # noqa: F811
    """The office that sent, with the scan of the signed form."""
    folder = copy_of(post.office, tmp_path / "liege.thbvault")
    with closing(unlocked(folder)) as session:
        scanned(session, post)
    return folder


def asked(desk: AppController, qtbot: QtBot, sender: Path) -> tuple[PackagesDialog, PaperReceiptDialog]:
    """Open the dialog of the package that was sent."""
    window = unlock(desk, qtbot, sender)
    window.show_case(next(each for each in window._cases or [] if each.reference == "DEMO-A-PERLA"))
    settle(desk, qtbot)
    window.open_packages()
    packages = shown(qtbot, window, PackagesDialog)
    settle(desk, qtbot)
    return packages, again(desk, qtbot, packages)


def again(desk: AppController, qtbot: QtBot, packages: PackagesDialog) -> PaperReceiptDialog:
    qtbot.keyClick(packages.paper_button, Qt.Key.Key_Space)
    dialog = shown(qtbot, packages, PaperReceiptDialog)
    settle(desk, qtbot)
    return dialog


def test_a_receipt_on_paper_is_entered_by_keys_and_told_as_such(
    desk: AppController,
    qtbot: QtBot,
    sender: Path,
    post: Post,  # noqa: F811
):
    packages, dialog = asked(desk, qtbot, sender)

    dialog.main_button.click()
    assert "who signed" in said_at(dialog.who)
    typed(qtbot, dialog.who, "Ion Popa, registrar, DIICOT")
    dialog.main_button.click()
    assert any("received" in each.text() for each in dialog.at.findChildren(QLabel))
    dialog.at.write_now()
    typed(qtbot, dialog.digest, "0" * 64)
    dialog.main_button.click()
    assert "scan" in said_at(dialog.scan)
    dialog.scan.setCurrentIndex(dialog.scan.count() - 1)
    dialog.main_button.click()
    assert "why" in said_at(dialog.refusing.because)
    qtbot.keyClick(dialog.refusing.all_button, Qt.Key.Key_Space)
    dialog.main_button.click()
    qtbot.waitUntil(lambda: bool(dialog.notice.sentence.text()), timeout=30_000)
    refused = dialog.notice.sentence.text()
    settle(desk, qtbot)
    dialog.digest.clear()
    typed(qtbot, dialog.digest, post.made.package.sha256.upper())
    qtbot.keyClick(dialog.digest, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(packages.sent.rows[0].receipts), timeout=30_000)
    settle(desk, qtbot)

    assert "package" in refused
    assert "weaker than a signed receipt" in packages.answer.text()
    assert packages.sent.rows[0].receipts[0].from_party == "Ion Popa, registrar, DIICOT"


def test_each_refused_exhibit_of_a_receipt_on_paper_has_its_own_reason_by_keys(
    desk: AppController,
    qtbot: QtBot,
    sender: Path,
    post: Post,  # noqa: F811
):
    """As on the printed form and in the command; the reasons wait as a draft."""
    packages, dialog = asked(desk, qtbot, sender)
    typed(qtbot, dialog.who, "Ion Popa, registrar, DIICOT")
    dialog.at.write_now()
    typed(qtbot, dialog.digest, post.made.package.sha256)
    dialog.scan.setCurrentIndex(dialog.scan.count() - 1)
    numbers = [each.value for each in dialog.items.ticks.entries]
    rest = len(numbers) - 3
    assert rest > 1

    dialog.items.setFocus()
    qtbot.keyClick(dialog.items, Qt.Key.Key_Space)
    qtbot.keyClick(dialog.items, Qt.Key.Key_Down)
    typed(qtbot, dialog.refusing.because, "The seal is broken")
    qtbot.keyClick(dialog.refusing.because, Qt.Key.Key_Return)
    third = said_at(dialog.refusing.because)
    qtbot.keyClicks(dialog.refusing.because, "Not readable")
    dialog.items.setFocus()
    qtbot.keyClick(dialog.items, Qt.Key.Key_Down)
    for _ in range(rest - 1):
        qtbot.keyClick(dialog.items, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    typed(qtbot, dialog.refusing.because, "It did not come")
    qtbot.keyClick(dialog.items, Qt.Key.Key_Home)
    on_ticked = dialog.refusing.because.isEnabled()
    shown_words = [each.words for each in dialog.items.ticks.entries]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settle(desk, qtbot)
    dialog = again(desk, qtbot, packages)
    qtbot.waitUntil(lambda: bool(dialog.reasons.text()))
    restored = [each.words for each in dialog.items.ticks.entries]
    qtbot.keyClick(dialog.digest, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(packages.sent.rows[0].receipts), timeout=30_000)
    settle(desk, qtbot)

    assert numbers[2] in third
    assert not on_ticked
    assert "The seal is broken" in shown_words[1]
    assert "refused" not in shown_words[0]
    assert restored == shown_words
    (receipt,) = packages.sent.rows[0].receipts
    assert dict(receipt.refused) == {
        numbers[1]: "The seal is broken",
        numbers[2]: "Not readable",
        **dict.fromkeys(numbers[3:], "It did not come"),
    }
    assert len(receipt.accepted) == 1
