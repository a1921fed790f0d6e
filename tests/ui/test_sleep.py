"""The machine sleeps or the screen is locked: the vault locks, and before the sleep."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.buses import LoginManager, private_bus
from tests.support.controllers import settle, unlock
from ui import system
from ui.application import AppController
from ui.sleep import Sign, SleepWatch, bus_address

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the bus is that of Linux")


@pytest.fixture
def manager(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LoginManager]:
    with private_bus(tmp_path / "bus") as manager:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", manager.address)
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", manager.address)
        monkeypatch.setenv("XDG_SESSION_ID", "1")
        yield manager


@pytest.fixture
def watch(manager: LoginManager, qtbot: QtBot) -> Iterator[SleepWatch]:
    watch = SleepWatch()
    watch.listen(0)
    qtbot.waitUntil(lambda: watch.delays_sleep and Sign.SCREEN in watch.signs)
    yield watch
    watch.stop()


@pytest.mark.requirement("SR-48")
@pytest.mark.parametrize("word", ["sleep", "lock", "cover"])
def test_the_vault_locks_when_the_system_says_so(
    desk: AppController, qtbot: QtBot, vault: Path, manager: LoginManager, word: str
):
    locked: list[Path | None] = []
    desk.replace_process = locked.append
    unlock(desk, qtbot, vault)
    settle(desk, qtbot)
    said = [manager.hear(), manager.hear()]
    qtbot.waitUntil(lambda: desk.guard.sleep is not None and desk.guard.sleep.delays_sleep)

    manager.say(word)

    qtbot.waitUntil(lambda: locked == [vault])
    assert not desk.jobs.is_open
    assert sorted(said) == ["asked 1", "inhibited sleep THB Desktop The vault is locked first delay"]


def test_waking_up_and_the_lock_of_another_session_lock_nothing(
    watch: SleepWatch, manager: LoginManager, qtbot: QtBot
):
    heard: list[bool] = []
    watch.leaving.connect(lambda: heard.append(True))

    manager.say("resume")
    manager.say("lock another")
    manager.say("lock")

    qtbot.waitUntil(lambda: heard != [])
    qtbot.wait(100)
    assert heard == [True]


def test_the_machine_waits_until_the_watch_lets_it_sleep(
    watch: SleepWatch, manager: LoginManager, qtbot: QtBot
):
    said = {manager.hear(), manager.hear()}

    watch.stop()
    manager.say("wait")

    assert "inhibited sleep THB Desktop The vault is locked first delay" in said
    assert manager.hear() == "released 0"


def test_without_a_bus_the_program_listens_to_nothing_and_says_nothing(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path}/nothing")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    watch = SleepWatch()

    watch.listen(0)
    qtbot.wait(100)

    assert watch.signs == set()
    assert not watch.delays_sleep
    assert capfd.readouterr().err == ""


@pytest.mark.requirement("SR-54")
@pytest.mark.parametrize(
    "address", ["tcp:host=example.org,port=1", "unix:path=/x;tcp:host=example.org,port=1", "autolaunch:"]
)
def test_a_bus_that_is_no_socket_of_this_machine_is_not_asked(address: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)

    assert bus_address("DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/bus") == ""


@pytest.mark.requirement("SR-48")
def test_after_a_sleep_that_nobody_told_of_the_vault_locks_before_a_window_is_drawn(
    desk: AppController, qtbot: QtBot, vault: Path, monkeypatch: pytest.MonkeyPatch
):
    locked: list[Path | None] = []
    desk.replace_process = locked.append
    window = unlock(desk, qtbot, vault)
    settle(desk, qtbot)
    before = system.asleep()

    monkeypatch.setattr(system, "asleep", lambda: before + 60)
    window.windowHandle().requestUpdate()
    qtbot.waitUntil(lambda: locked == [vault], timeout=1_500)

    assert not window.isVisible()
