"""The complete check beside the window of a large vault: what is read at once, and what is found."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.controllers import listed_cases, settle, unlock
from tests.support.offices import changed
from thb_desktop.errors import ForeignWriteError, TablesDifferError, ThbError
from thb_desktop.findings import Standing
from thb_desktop.services.core import complete_check
from thb_desktop.services.persons import people
from ui.application import AppController


@pytest.fixture(autouse=True)
def _every_vault_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(complete_check, "SMALL", 0)


def test_the_window_is_there_at_once_and_says_when_everything_is_checked(
    desk: AppController, qtbot: QtBot, vault: Path
):
    reports = []
    desk.jobs.checked.connect(reports.append)

    window = unlock(desk, qtbot, vault)
    cases = listed_cases(window)
    qtbot.waitUntil(lambda: bool(reports), timeout=20_000)
    settle(desk, qtbot)

    assert cases
    assert reports[0].is_sound
    assert window.top.chain_chip.text() != "Checking…"
    assert window.status.check_label.text() == ""


def test_what_the_check_finds_stands_over_every_page_and_nothing_is_written(
    desk: AppController, qtbot: QtBot, vault: Path
):
    changed(vault, lambda connection: connection.execute("UPDATE official SET name = 'Somebody else'"))
    refused, reports = [], []
    desk.jobs.checked.connect(reports.append)

    window = unlock(desk, qtbot, vault)
    qtbot.waitUntil(lambda: bool(reports), timeout=20_000)
    settle(desk, qtbot)
    desk.jobs.run(
        window,
        lambda session: people.add_official(session, people.list_officials(session, cases_of(window))[0]),
        refused=refused.append,
    )
    settle(desk, qtbot)

    assert {each.code for each in reports[0].findings if each.standing is Standing.BROKEN} == {
        "tables-differ"
    }
    assert window.top.chain_chip.text() == "Event chain broken"
    assert window.said.held.isVisibleTo(window)
    assert [type(refusal) for refusal in refused] == [TablesDifferError]


def test_a_second_writer_is_told_over_every_page_and_nothing_is_written(
    desk: AppController, qtbot: QtBot, vault: Path
):
    refused: list[ThbError] = []
    window = unlock(desk, qtbot, vault)
    settle(desk, qtbot)
    (vault / "vault.db").rename(vault / "aside")
    shutil.copy(vault / "aside", vault / "vault.db")

    desk.jobs.run(
        window,
        lambda session: people.add_official(session, people.list_officials(session, cases_of(window))[0]),
        refused=refused.append,
    )
    settle(desk, qtbot)

    assert [type(refusal) for refusal in refused] == [ForeignWriteError]
    assert window.said.held.isVisibleTo(window)
    assert "Another program wrote" in window.said.held.sentence.text()


def cases_of(window):
    return window.cases.rows.rows[0].case.id
