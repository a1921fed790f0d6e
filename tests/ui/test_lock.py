"""Locking replaces the process: what was in its memory is gone, what was typed is a draft."""

import os
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.support.code import ROOT
from tests.support.desks import at_the_desk, open_dialog, reopen, settle, start_window, unlock
from tests.support.vaults import PASSPHRASE
from thb_desktop.services import cases, drafts, interviews
from ui import idle
from ui.application import Desk
from ui.interviews.new_segment import NewSegmentDialog
from ui.interviews.view_model import NEW_SEGMENT
from ui.options import parse
from ui.system import KEPT_A_DRAFT, LOCKED_ON

HEARD = "حبس أجري شتاءً كاملاً."
TYPED = "Zij hield mijn loon achter, een volle winter lang."
CANARIES = {
    "passphrase": PASSPHRASE.encode(),
    "passphrase as Qt holds it": PASSPHRASE.encode("utf-16-le"),
    "testimony": "أخذ جواز سفري في المطار".encode(),
    "testimony as Qt holds it": "أخذ جواز سفري في المطار".encode("utf-16-le"),
    "what was typed": TYPED.encode(),
    "what was typed as Qt holds it": TYPED.encode("utf-16-le"),
}

WORK = """
    import sys
    from pathlib import Path
    from PySide6.QtCore import QTimer
    from tests.support.desks import environment
    from ui.application import Desk, make_application
    from ui.main_window import MainWindow
    from ui.settings import Scheme, Settings

    passphrase, typed, vault = sys.argv[1:]
    application = make_application(["thb-desktop"])
    desk = Desk(application, environment)
    desk.settings = Settings(scheme=Scheme.LIGHT, language="en")
    desk.start(Path(vault))
    desk.window.unlock.passphrase.setText(passphrase)
    desk.window.unlock.unlock_button.click()
    steps = iter(range(5))

    def go_on():
        window = desk.window
        if not isinstance(window, MainWindow) or desk.jobs.is_busy:
            return
        view = window.interviews
        step = next(steps)
        if step == 0:
            window.go(1)
        elif step == 1:
            view.list.choose_row(view.rows.row_of(lambda found: found.interview.number == "I-99"))
        elif step == 2:
            view.record.table.edit_translation(1)
            view.record.table.delegate.editor.setPlainText(typed)
            print("unlocked", flush=True)
        elif step == 3:
            sys.stdin.readline()
            window.lock_button.click()

    timer = QTimer(interval=50)
    timer.timeout.connect(go_on)
    timer.start()
    application.exec()
"""


def in_memory(process: int) -> set[str]:
    """Which canaries the memory of a process holds."""
    found: set[str] = set()
    maps = Path(f"/proc/{process}/maps").read_text("ascii").splitlines()
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for line in maps:
            bounds, rights, *_ = line.split()
            if not rights.startswith("rw"):
                continue
            first, last = (int(bound, 16) for bound in bounds.split("-"))
            try:
                memory.seek(first)
                data = memory.read(last - first)
            except OSError:
                continue
            found |= {name for name, canary in CANARIES.items() if canary in data}
    return found


def command_of(process: int) -> list[str]:
    return Path(f"/proc/{process}/cmdline").read_bytes().decode().split("\0")


def wait_for(condition: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="reads the memory of a protected process"
)
def test_after_the_lock_no_secret_is_left_in_memory_and_the_draft_is_in_the_vault(vault: Path):
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(WORK), PASSPHRASE, TYPED, str(vault)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        try:
            assert running.stdin is not None
            assert running.stdout is not None
            assert running.stdout.readline().strip() == "unlocked"
            before = in_memory(running.pid)

            running.stdin.write("lock\n")
            running.stdin.flush()
            wait_for(lambda: command_of(running.pid)[1:3] == ["-m", "ui"])
            wait_for(lambda: "libQt6Widgets" in Path(f"/proc/{running.pid}/maps").read_text("ascii"))
            time.sleep(2)

            assert before >= {"testimony as Qt holds it", "what was typed as Qt holds it"}
            assert running.poll() is None
            assert in_memory(running.pid) == set()
        finally:
            running.kill()
    session = reopen(vault)
    case = cases.list_cases(session)[0].case
    found = next(
        each for each in interviews.list_interviews(session, case.id) if each.interview.number == "I-99"
    )
    drafts = interviews.drafts_of(session, found.interview.id)
    session.close()
    assert [draft.text for draft in drafts] == [TYPED]


def test_the_locked_window_asks_for_the_same_vault_and_says_why(
    application: QApplication, qtbot: QtBot, vault: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv(LOCKED_ON, str(vault))
    options = parse([])

    with at_the_desk(application) as desk:
        desk.start(options.vault, locked=options.locked, kept=options.kept)
        view = start_window(desk).unlock

        assert view.folder.text() == str(vault)
        assert view.notice.sentence.text() == "Locked."
    assert LOCKED_ON not in os.environ


def test_the_locked_window_says_that_a_draft_is_kept_only_if_one_is(
    application: QApplication, qtbot: QtBot, vault: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv(LOCKED_ON, str(vault))
    monkeypatch.setenv(KEPT_A_DRAFT, "1")
    options = parse([])

    with at_the_desk(application) as desk:
        desk.start(options.vault, locked=options.locked, kept=options.kept)

        assert "kept in the vault as a draft" in start_window(desk).unlock.notice.sentence.text()
    assert KEPT_A_DRAFT not in os.environ


def dialog_with(text: str, application: QApplication, desk: Desk, qtbot: QtBot, vault: Path) -> QDialog:
    """The dialog for the next segment of the draft record, with something typed in it."""
    window = unlock(desk, qtbot, vault)
    window.go(1)
    settle(desk, qtbot)
    view = window.interviews
    view.list.choose_row(view.rows.row_of(lambda found: found.interview.number == "I-99"))
    settle(desk, qtbot)
    view.record.add_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, NewSegmentDialog)
    qtbot.waitUntil(lambda: application.focusWindow() is dialog.windowHandle())
    dialog.source.setPlainText(text)
    return dialog


def kept_in(vault: Path) -> str:
    session = reopen(vault)
    case = cases.list_cases(session)[0].case
    held = [each.interview for each in interviews.list_interviews(session, case.id)]
    found = [drafts.find_form(session, NEW_SEGMENT, interview.id) or {} for interview in held]
    session.close()
    return "".join(str(fields.get("source", "")) for fields in found)


def test_ctrl_l_locks_from_within_a_dialog_and_keeps_what_is_typed_there(
    application: QApplication, desk: Desk, qtbot: QtBot, vault: Path
):
    locked: list[Path | None] = []
    desk.replace_process = locked.append
    dialog = dialog_with(HEARD, application, desk, qtbot, vault)

    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: locked == [vault])
    assert desk.kept
    assert not dialog.isVisible()
    assert kept_in(vault) == HEARD


def test_nobody_at_a_dialog_locks_the_vault_and_keeps_what_is_typed_there(
    application: QApplication, desk: Desk, qtbot: QtBot, vault: Path, monkeypatch: pytest.MonkeyPatch
):
    locked: list[Path | None] = []
    desk.replace_process = locked.append
    dialog_with(HEARD, application, desk, qtbot, vault)
    now = idle.seconds()

    monkeypatch.setattr(idle, "seconds", lambda: now + desk.settings.idle + 1)

    qtbot.waitUntil(lambda: locked == [vault], timeout=5_000)
    assert desk.kept
    assert kept_in(vault) == HEARD


def test_ctrl_l_locks(desk: Desk, qtbot: QtBot, vault: Path):
    locked: list[Path | None] = []
    desk.replace_process = locked.append
    window = unlock(desk, qtbot, vault)

    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: locked == [vault])
    assert not desk.jobs.is_open
    assert not desk.kept


def test_nobody_at_the_desk_locks_the_vault(
    desk: Desk, qtbot: QtBot, vault: Path, monkeypatch: pytest.MonkeyPatch
):
    locked: list[Path | None] = []
    desk.replace_process = locked.append
    window = unlock(desk, qtbot, vault)
    qtbot.waitUntil(lambda: "Locks in" in window.countdown.text(), timeout=5_000)
    settle(desk, qtbot)
    now = idle.seconds()

    monkeypatch.setattr(idle, "seconds", lambda: now + desk.settings.idle + 1)

    qtbot.waitUntil(lambda: locked == [vault], timeout=5_000)


def test_a_key_puts_the_lock_off(desk: Desk, qtbot: QtBot, vault: Path, monkeypatch: pytest.MonkeyPatch):
    locked: list[Path | None] = []
    desk.replace_process = locked.append
    window = unlock(desk, qtbot, vault)
    settle(desk, qtbot)
    now = idle.seconds()
    monkeypatch.setattr(idle, "seconds", lambda: now + desk.settings.idle - 1)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)

    monkeypatch.setattr(idle, "seconds", lambda: now + desk.settings.idle + 1)
    qtbot.wait(1_300)

    assert locked == []
