"""A return that is not as it was handed back is answered for in the window, on the page of health."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.security.assignments.test_settled_returns import REASON, in_part
from tests.support.assignments import Given, assigned, with_job
from tests.support.controllers import open_dialog, said_at, settle, unlock
from tests.support.offices import NEXT_DAY, new_office
from tests.support.offices import unlock as opened
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.rights import RIGHTS
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import chain
from ui.application import AppController
from ui.health.settling import SettleReturnsDialog

pytestmark = pytest.mark.requirement("SR-58")


@pytest.fixture
def part_merged(tmp_path: Path) -> Path:
    folder, made = tmp_path / "office.thbvault", list[Given]()

    def fill(session: Session) -> None:
        made.append(with_job(session))

    new_office(folder, fill)
    in_part(folder, assigned(folder, made[0]), made[0])
    return folder


def test_a_judge_answers_for_a_return_by_keys_and_the_vault_is_written_again(
    application: QApplication, desk: AppController, qtbot: QtBot, part_merged: Path
):
    window = unlock(desk, qtbot, part_merged)
    window.go(window.pages.index(window.health))
    settle(desk, qtbot)
    card = window.health.returns
    shown, chip = card.isVisible(), window.top.chain_chip.text()

    card.button.setFocus()
    qtbot.keyClick(card.button, Qt.Key.Key_Space)
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, SettleReturnsDialog)
    qtbot.keyClick(dialog.main_button, Qt.Key.Key_Space)
    refused = said_at(dialog.reason)
    qtbot.keyClicks(dialog.reason, REASON)
    qtbot.keyClick(dialog.main_button, Qt.Key.Key_Space)
    settle(desk, qtbot)

    assert (shown, chip) == (True, "Event chain broken")
    assert "A reason is needed" in refused
    assert not card.isVisible()
    assert window.top.chain_chip.text() != chip
    assert "answered for it in entry" in window.health.notice.sentence.text()
    desk.end()
    with closing(opened(part_merged, start=NEXT_DAY)) as session:
        acts = [signed.parsed().action for signed in chain.entries(session.read)]
        assert acts.count(VaultAction.RETURN_SETTLED) == 1
        assert session.is_writable


def test_who_may_not_answer_is_told_who_may(desk: AppController, qtbot: QtBot, part_merged: Path):
    window = unlock(desk, qtbot, part_merged)
    window.go(window.pages.index(window.health))

    window._show_rights(RIGHTS[UserRole.CLERK])
    window.health.reload()
    settle(desk, qtbot)

    assert window.health.returns.isVisible()
    assert not window.health.returns.button.isVisible()
    assert "A judge or a prosecutor can answer for it." in window.health.returns.told.text()
