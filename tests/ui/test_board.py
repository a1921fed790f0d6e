"""The board of requests in the window: deadlines, reasons, and the sheets that are written."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import open_dialog, said_at, settle, unlock
from thb_desktop.domain.cooperation_codes import InstrumentType, ReferralProblem
from ui.application import AppController
from ui.cases.board import BoardDialog
from ui.widgets import choose


@pytest.fixture
def dialog(application: QApplication, desk: AppController, qtbot: QtBot, vault: Path) -> BoardDialog:
    window = unlock(desk, qtbot, vault)
    window.go(1)
    settle(desk, qtbot)
    details = window.cases.details
    details.sections.open("instruments")
    details.buttons.board_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, BoardDialog)
    settle(desk, qtbot)
    return dialog


def test_the_board_lists_requests_and_writes_sheets(
    dialog: BoardDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    target = tmp_path / "sheet.pdf"
    monkeypatch.setattr(choose, "_ask", lambda _: [target])

    with qtbot.waitSignal(dialog.model.written, timeout=60_000):
        dialog.print_button.click()
    board = target.read_bytes()
    dialog.referral_button.click()
    refused = said_at(dialog.problem)
    dialog.problem.set_value(ReferralProblem.DELAYED_EIO)
    dialog.wanted.setText("A coordination meeting")
    target.unlink()
    with qtbot.waitSignal(dialog.model.written, timeout=60_000):
        dialog.referral_button.click()

    assert dialog.rows.rowCount() >= 3
    assert dialog.counted.text()
    assert board.startswith(b"%PDF")
    assert "why Eurojust" in refused
    assert target.read_bytes().startswith(b"%PDF")


def test_an_agreement_stands_between_its_parties(dialog: BoardDialog):
    """An arrow is only between who asks and who is asked."""
    asked = dialog.rows.rows[0]
    agreed = replace(asked.instrument, type=InstrumentType.JIT_AGREEMENT, further_states=("RO",))

    dialog.rows.show_rows([asked, replace(asked, instrument=agreed)])

    shown = [dialog.rows.index(row, 3).data().strip("\u2066\u2069") for row in range(2)]
    assert shown == ["BE \u2192 NL", "BE, NL, RO"]
