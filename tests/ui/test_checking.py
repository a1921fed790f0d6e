"""The complete check beside the window of a large vault: what is read at once, and what is found."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from tests.support.controllers import listed_cases, settle, unlock
from tests.support.offices import changed
from thb_desktop.errors import ForeignWriteError, TablesDifferError, ThbError
from thb_desktop.findings import Finding, Standing, broken
from thb_desktop.services.core import complete_check
from thb_desktop.services.core.complete_check import Checked, CompleteCheck, Parts
from thb_desktop.services.core.session import Session
from thb_desktop.services.persons import people
from thb_desktop.vault.database import Connection
from thb_desktop.vault.journal import Journal
from ui.application import AppController


@pytest.fixture(autouse=True)
def _every_vault_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(complete_check, "SMALL", 0)


@contextmanager
def still_checking(desk: AppController, qtbot: QtBot, *found: Finding) -> Iterator[CompleteCheck]:
    """Let a complete check go on beside the session, which finds this at its end."""
    go_on = Event()

    def rows(connection: Connection, step: Callable[[], None]) -> Checked:
        step()
        go_on.wait(60)
        return Checked(findings=found, journal=Journal(connection, step=step))

    checks = []

    def begin(session: Session) -> Session:
        parts = Parts(rows=rows, indexes=lambda *_: iter(()), conclude=lambda checked: checked)
        session.check = CompleteCheck(session.vault, parts)
        checks.append(session.check)
        return session

    desk.jobs.run(desk.jobs, begin, then=desk.jobs.adopt)
    settle(desk, qtbot)
    try:
        yield checks[0]
    finally:
        go_on.set()


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


def test_the_page_of_health_shows_what_is_known_so_far_and_what_the_check_found_at_its_end(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    view = window.health
    qtbot.waitUntil(lambda: window.top.chain_chip.text() == "Event chain checked", timeout=20_000)
    with still_checking(desk, qtbot, broken("database.indexes")):
        window.go(window.pages.index(view))
        settle(desk, qtbot)
        around, bar, opening = (
            len(view.around.rows),
            view.opening_progress.isVisible(),
            view.opening.isVisible(),
        )
    qtbot.waitUntil(view.opening.isVisible, timeout=20_000)

    assert around
    assert (bar, opening) == (True, False)
    assert not view.opening_progress.isVisible()


def test_the_check_rests_where_a_page_is_chosen(desk: AppController, qtbot: QtBot, vault: Path):
    window = unlock(desk, qtbot, vault)
    settle(desk, qtbot)
    with still_checking(desk, qtbot) as check:
        before = check._rests_until
        window.go(window.pages.index(window.exhibits))
        chosen = check._rests_until
        settle(desk, qtbot)
        read = check._rests_until

    assert before < chosen < read


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
