"""After work was handed back at this computer, the office reads so, and is led to it: the window by keys."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.assigned_window import (
    give_it_out,
    hand_back_all_the_same,
    modal,
    office_with_record,
    opened,
    stored,
)
from tests.support.assignments import render_checked
from tests.support.controllers import at_the_desk, settle, start_window, unlock
from tests.support.screen_reader import plain
from tests.support.vaults import PASSPHRASE
from tests.ui.test_mnemonics import letters
from thb_desktop.services.assignments import desk as at_desk
from ui.application import AppController
from ui.assignment.office import AssignmentsDialog
from ui.assignment.opening import HandedOverWindow
from ui.assignment.returned import ReturnDialog
from ui.lock_outcome import LockOutcome
from ui.main_window import MainWindow
from ui.settings import Scheme, Settings

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return office_with_record(tmp_path / "office.thbvault")


@pytest.fixture
def given_out(vault: Path) -> Path:
    """The store, in which each turn is rendered and signed."""
    folder = give_it_out(vault)
    with closing(stored(folder)) as session:
        for each in at_desk.open_job(session).segments:
            render_checked(session, each.segment.id, "Ik kwam met Samer.")
    return folder


@pytest.fixture
def desk(application: QApplication) -> Iterator[AppController]:
    with at_the_desk(application) as made:
        yield made


def test_the_lock_after_a_hand_back_names_the_store_alone(
    desk: AppController, qtbot: QtBot, vault: Path, given_out: Path
):
    left: list[Path | None] = []
    desk.replace_process = left.append
    window = opened(desk, qtbot, vault, given_out)
    QTest.keyClick(window, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: bool(left), timeout=10_000)

    assert left == [vault]
    assert desk.outcome == LockOutcome(returned=given_out.name)


def test_a_screen_that_goes_back_with_nothing_new_says_of_nobody_that_they_handed_back(
    desk: AppController, qtbot: QtBot, vault: Path
):
    empty = give_it_out(vault)
    left: list[Path | None] = []
    desk.replace_process = left.append
    window = opened(desk, qtbot, vault, empty)
    hand_back_all_the_same(window, qtbot)
    qtbot.waitUntil(lambda: bool(left), timeout=10_000)

    assert left == [vault]
    assert desk.outcome == LockOutcome()


def test_a_linguist_who_never_opened_the_work_is_not_told_at_a_later_lock(
    desk: AppController, qtbot: QtBot, vault: Path, given_out: Path
):
    left: list[Path | None] = []
    desk.replace_process = left.append
    desk.start(vault, assignment=given_out)
    assert isinstance(desk.window, HandedOverWindow)
    desk.window.wants_back.emit()
    start = start_window(desk)
    start.unlock.passphrase.setText(PASSPHRASE)
    start.unlock.unlock_button.click()
    qtbot.waitUntil(lambda: isinstance(desk.window, MainWindow), timeout=20_000)
    settle(desk, qtbot)
    desk.lock()
    qtbot.waitUntil(lambda: bool(left), timeout=10_000)

    assert desk.outcome == LockOutcome()


def test_the_office_reads_what_came_back_and_is_led_to_it_by_keys(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, given_out: Path
):
    with closing(stored(given_out)) as session:
        at_desk.hand_back(session)
    main = unlock(desk, qtbot, vault, locked=LockOutcome(returned=given_out.name))
    offer = main.said.returned
    qtbot.waitUntil(offer.isVisible)
    told = plain(offer.sentence.text())
    main.activateWindow()
    qtbot.waitUntil(main.isActiveWindow)
    QTest.keyClick(main, Qt.Key.Key_M, ALT)
    listed = modal(application, qtbot, AssignmentsDialog)
    qtbot.waitUntil(lambda: listed.holds_waiting)
    QTest.keyClick(listed.table, Qt.Key.Key_Return)
    returned = modal(application, qtbot, ReturnDialog)

    assert "handed back job T-01 on record I-99. It waits to be merged." in told
    assert returned.main_button.isEnabled()
    assert not offer.isVisible()


@pytest.mark.parametrize("spoken", ["en", "fr", "ar"])
def test_the_letter_that_leads_there_is_of_nothing_else_on_the_first_page(
    application: QApplication, qtbot: QtBot, vault: Path, given_out: Path, spoken: str
):
    with closing(stored(given_out)) as session:
        at_desk.hand_back(session)
    with at_the_desk(application, Settings(scheme=Scheme.LIGHT, language=spoken)) as desk:
        main = unlock(desk, qtbot, vault, locked=LockOutcome(returned=given_out.name))
        qtbot.waitUntil(main.said.returned.isVisible)
        words = main.said.returned.take.text()
        twice = letters(main)

    assert "&" in words
    assert not [reached for reached in twice.values() if words in reached]


def test_the_locked_window_says_that_work_came_back_and_nothing_of_the_case(
    desk: AppController, vault: Path, given_out: Path
):
    desk.start(vault, locked=LockOutcome(returned=given_out.name))

    told = start_window(desk).unlock.notice.sentence.text()
    assert told == "Locked. The linguist handed back their work. Unlock the vault to look at it."


def test_work_that_does_not_wait_is_not_told(desk: AppController, qtbot: QtBot, vault: Path, given_out: Path):
    main = unlock(desk, qtbot, vault, locked=LockOutcome(returned=given_out.name))

    assert not main.said.returned.isVisible()
