"""Bars on leaving in the window: entered for an exhibit, shown with what is derived from it, and lifted."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import said_at, settle, unlock
from tests.ui.test_other_offices import with_reason
from tests.ui.test_receiving import shown, typed
from thb_desktop.domain.vocabulary import BarKind
from ui.application import AppController
from ui.exhibits.bars import BarsDialog, NewBarDialog


@pytest.fixture
def dialog(desk: AppController, qtbot: QtBot, vault: Path) -> BarsDialog:
    window = unlock(desk, qtbot, vault)
    window.go(2)
    settle(desk, qtbot)
    card = window.exhibits.card
    qtbot.waitUntil(card.bars_button.isVisible)
    qtbot.keyClick(card.bars_button, Qt.Key.Key_Space)
    dialog = shown(qtbot, window, BarsDialog)
    settle(desk, qtbot)
    return dialog


def barred(desk: AppController, qtbot: QtBot, dialog: BarsDialog, kind: BarKind, reason: str) -> None:
    before = dialog.rows.rowCount()
    dialog.main_button.click()
    asked = shown(qtbot, dialog, NewBarDialog)
    settle(desk, qtbot)
    asked.main_button.click()
    assert "why it stays" in said_at(asked.kind)
    asked.kind.setCurrentIndex(1 + list(BarKind).index(kind))
    asked.main_button.click()
    assert "who asked for it" in said_at(asked.reason)
    typed(qtbot, asked.reason, reason)
    qtbot.keyClick(asked.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.rows.rowCount() == before + 1, timeout=30_000)
    settle(desk, qtbot)


def test_a_bar_is_entered_by_keys_and_lifted_for_a_reason(
    application: QApplication, desk: AppController, qtbot: QtBot, dialog: BarsDialog
):
    assert not dialog.lift_button.isEnabled()
    barred(desk, qtbot, dialog, BarKind.CONSENT_NEEDED, "The prosecutor of Ghent asked for it")
    assert dialog.lift_button.isEnabled()

    with_reason(application, "The prosecutor of Ghent consented")
    dialog.lift_button.click()
    qtbot.waitUntil(lambda: dialog.rows.rows[0].lifted is not None, timeout=30_000)
    settle(desk, qtbot)

    assert "The prosecutor of Ghent consented" in dialog.lifted.text()
    assert not dialog.lift_button.isEnabled()
    assert dialog.rows.rows[0].bar.reason == "The prosecutor of Ghent asked for it"


def test_a_bar_on_abuse_material_is_not_offered_to_be_lifted_and_says_why(
    desk: AppController, qtbot: QtBot, dialog: BarsDialog
):
    barred(desk, qtbot, dialog, BarKind.ABUSE_MATERIAL, "The analyst saw it")

    assert not dialog.lift_button.isEnabled()
    assert "never leaves" in dialog.lifted.text()
