"""A joint action day in the window: teams entered and compared, and what is printed for them."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.action_days import BEGINS, action_team, person_found
from tests.support.controllers import open_dialog, said_at, settle, unlock
from thb_desktop.domain.action_day import reconcile
from thb_desktop.domain.ids import CaseId, RowId
from thb_desktop.services.evidence import action_days
from thb_desktop.services.evidence.action_days import ActionDay
from ui.application import AppController
from ui.cases.action_day import ActionDayDialog
from ui.cases.entries import FOUND, TEAMS
from ui.main_window import MainWindow
from ui.widgets import choose


@pytest.fixture
def window(desk: AppController, qtbot: QtBot, vault: Path) -> MainWindow:
    """A case with a team whose numbers nobody used, and a person found."""
    window = unlock(desk, qtbot, vault)
    window.go(1)
    settle(desk, qtbot)
    full = window.cases.details.full
    assert full is not None

    def enter(session, case_id: CaseId) -> None:  # type: ignore[no-untyped-def]  # the worker's session
        team = action_days.add_team(session, action_team(case_id))
        action_days.add_person_found(session, person_found(case_id, team.id))

    done: list[None] = []
    window.cases.model.write(lambda session: enter(session, full.case.id), done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=30_000)
    settle(desk, qtbot)
    return window


@pytest.fixture
def dialog(
    window: MainWindow, application: QApplication, desk: AppController, qtbot: QtBot
) -> ActionDayDialog:
    details = window.cases.details
    details.sections.open(TEAMS)
    details.buttons.action_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, ActionDayDialog)
    settle(desk, qtbot)
    return dialog


def test_what_is_open_is_told_and_sheets_and_labels_are_written(
    dialog: ActionDayDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    target = tmp_path / "written.pdf"
    monkeypatch.setattr(choose, "_ask", lambda _: [target])

    told = dialog.told.text()
    dialog.labels_button.click()
    refused = said_at(dialog.sheet)
    dialog.sheet.setCurrentIndex(dialog.sheet.findData("3x8"))
    written = []
    for press in (dialog.run_button, dialog.labels_button, dialog.after_button):
        with qtbot.waitSignal(dialog.model.written, timeout=60_000):
            press.click()
        written.append(target.read_bytes()[:4])
        target.unlink()

    assert "EX-0101" in told
    assert "days after" in told
    assert "choose the sheet" in refused
    assert written == [b"%PDF"] * 3


def test_a_row_leads_to_its_entry(
    window: MainWindow, dialog: ActionDayDialog, desk: AppController, qtbot: QtBot
):
    dialog.found_table.setFocus()
    dialog.source_button.click()
    settle(desk, qtbot)

    assert window.cases.details.section() in (FOUND, TEAMS)
    assert window.cases.details.chosen() is not None


def test_what_is_open_stays_short_however_many_teams_there_are(dialog: ActionDayDialog):
    teams = tuple(
        reconcile(
            action_team(CaseId("c"), id=RowId(str(n)), first_number="EX-0101", last_number="EX-0600"),
            [f"EX-{each:04d}" for each in range(101, 601, 2)],
            [],
            BEGINS,
        )
        for n in range(20)
    )

    dialog.model.loaded.emit(ActionDay(teams=teams, found=(), findings=()))

    lines = dialog.told.text().splitlines()
    assert len(lines) == 13
    assert lines[-1] == "\u2026 (+8)"
    assert len(dialog.told.text()) < 4000
