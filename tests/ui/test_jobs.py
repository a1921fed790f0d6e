"""The one thread of the vault: results in order, on the window's thread, and only to who still waits."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from tests.support.controllers import environment
from thb_desktop.errors import DiskFullError, ThbError
from ui.jobs import Task, VaultJobs
from ui.messages import sentence


@pytest.fixture
def jobs(application: QApplication) -> Iterator[VaultJobs]:
    jobs = VaultJobs(environment)
    yield jobs
    jobs.close()


def test_work_is_done_on_one_thread_and_told_on_the_windows_thread_in_order(jobs: VaultJobs, qtbot: QtBot):
    owner, told = QObject(), []

    for number in range(20):
        jobs.call(
            owner,
            lambda number=number: (number, threading.current_thread().name),
            then=lambda result: told.append((*result, threading.current_thread())),
        )

    qtbot.waitUntil(lambda: len(told) == 20)
    assert [number for number, _, _ in told] == list(range(20))
    assert {name for _, name, _ in told} == {"vault_0"}
    assert {thread for _, _, thread in told} == {threading.main_thread()}


def test_a_result_for_an_owner_who_is_gone_is_dropped(jobs: VaultJobs, qtbot: QtBot):
    owner, told, gate = QObject(), [], threading.Event()
    jobs.call(owner, gate.wait, then=told.append)

    del owner
    gate.set()

    qtbot.waitUntil(lambda: not jobs.is_busy)
    assert told == []


def test_a_refusal_reaches_who_asked(jobs: VaultJobs, qtbot: QtBot):
    def full() -> None:
        raise DiskFullError("no room")

    owner, told = QObject(), list[ThbError]()
    jobs.call(owner, full, refused=told.append)

    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], DiskFullError)


def test_a_refusal_nobody_takes_is_told_to_all(jobs: VaultJobs, qtbot: QtBot):
    def full() -> None:
        raise DiskFullError("no room")

    owner = QObject()
    with qtbot.waitSignal(jobs.refused, timeout=5_000) as refused:
        jobs.call(owner, full)

    assert isinstance(refused.args[0], DiskFullError)


def test_a_bug_is_raised_where_the_hook_for_bugs_sees_it(jobs: VaultJobs, qtbot: QtBot):
    owner = QObject()

    with capture_exceptions() as seen:
        jobs.call(owner, lambda: 1 // 0)
        qtbot.waitUntil(lambda: not jobs.is_busy)

    assert [kind for kind, _, _ in seen] == [ZeroDivisionError]


def test_a_bug_is_a_refusal_for_who_waits_so_that_no_form_waits_for_ever(jobs: VaultJobs, qtbot: QtBot):
    owner, told = QObject(), list[ThbError]()

    with capture_exceptions() as seen:
        jobs.call(owner, lambda: 1 // 0, refused=told.append)
        qtbot.waitUntil(lambda: bool(told))

    assert [sentence(each) for each in told] == ["This could not be done."]
    assert [kind for kind, _, _ in seen] == [ZeroDivisionError]


def test_progress_beyond_32_bits_arrives_whole(application: QApplication, qtbot: QtBot):
    task = Task()

    with qtbot.waitSignal(task.progressed) as progressed:
        task.report(5_000_000_000, 5_000_000_000)

    assert progressed.args == [5_000_000_000, 5_000_000_000]


def test_without_a_vault_nothing_is_asked_of_it(jobs: VaultJobs):
    with pytest.raises(RuntimeError, match="no unlocked vault"):
        jobs.run(QObject(), lambda session: session)


def test_once_the_vault_is_being_locked_nothing_is_begun(application: QApplication):
    jobs, asked = VaultJobs(environment), []
    jobs.close()

    jobs.run(QObject(), asked.append)
    jobs.call(QObject(), lambda: asked.append("called"))

    assert asked == []
    assert not jobs.is_busy
