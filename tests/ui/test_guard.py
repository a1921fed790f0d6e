"""The guard: nothing is said to be kept that is not, nothing shown once is lost, nothing stays open."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import environment, open_dialog, reopen, settle, start_window, unlock
from tests.support.vaults import PASSPHRASE, passphrase
from tests.ui.test_lock import HEARD, TYPED, typed_at_the_desk
from tests.ui.test_wizard import new_vault, wizard_with_a_code
from thb_desktop.errors import DiskFullError, SealedValueDamagedError
from thb_desktop.services.casework import drafts
from thb_desktop.services.keeping import backups
from thb_desktop.services.office import recovery, vaults
from thb_desktop.services.office.recovery import is_code_on_paper
from thb_desktop.services.testimony import segment_drafts
from thb_desktop.words import refusal
from ui import idle
from ui.application import AppController
from ui.forms.entry_dialog import EntryDialog
from ui.jobs import Task
from ui.lock_outcome import FAULT, LockOutcome
from ui.main_window import MainWindow
from ui.office.code_dialog import CodeDialog
from ui.office.keys import RenewCodeDialog
from ui.office.rekey import RekeyDialog
from ui.office.shares import ShareDialog
from ui.preferences.view import SettingsDialog
from ui.settings import Scheme, Settings
from ui.vaults.passphrase_view import RecoveredView
from ui.widgets.questions import Question

HELD = (("Ines", "amber canal lantern orchard violet"), ("Reg", "granite willow cinder marble thistle"))
REASON = "Nobody else works in this office."


@pytest.fixture
def locked(desk: AppController) -> list[Path | None]:
    """Where the desk locked; its process stays."""
    locked: list[Path | None] = []
    desk.replace_process = locked.append
    return locked


@contextmanager
def full_disk(*where: tuple[object, str]) -> Iterator[None]:
    """Nothing typed can be kept meanwhile."""

    def refuse(*_: object, **__: object) -> None:
        raise DiskFullError("no room")

    with pytest.MonkeyPatch.context() as patch:
        for place, name in where or ((drafts, "save_form"),):
            patch.setattr(place, name, refuse)
        yield


def answer(*, yes: bool, said: list[str]) -> None:
    """Answer the question that is about to be asked, once it is."""

    def look() -> None:
        question = next((each for each in QApplication.topLevelWidgets() if isinstance(each, Question)), None)
        if question is None or not question.isVisible():
            QTimer.singleShot(50, look)
            return
        said.append(question.accessibleName())
        (question.main_button if yes else question.back_button).click()

    QTimer.singleShot(50, look)


def visible() -> list[str]:
    return [type(each).__name__ for each in QApplication.topLevelWidgets() if each.isVisible()]


def dialog_with(
    text: str, application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
) -> EntryDialog:
    """The form of a new case, with something typed in it."""
    window = unlock(desk, qtbot, vault)
    window.cases.new_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, EntryDialog)
    qtbot.waitUntil(lambda: application.focusWindow() is dialog.windowHandle())
    type_in(dialog, text)
    return dialog


def type_in(dialog: EntryDialog, text: str) -> None:
    dialog.form.editors["reference"].setText(text)


def typed_in(dialog: EntryDialog) -> str:
    return str(dialog.form.editors["reference"].text())


def kept_in(vault: Path) -> str:
    """What the vault keeps of that form."""
    session = reopen(vault)
    forms = [drafts.find_form(session, each.form, each.subject) or {} for each in drafts.list_forms(session)]
    session.close()
    return "".join(str(value) for form in forms for name, value in form.items() if name.endswith("reference"))


def work(desk: AppController, seconds: float = 60) -> Task:
    """Something long that can be stopped."""
    task = Task(desk)
    desk.jobs.run(desk, lambda _: task.cancelled.wait(seconds), task=task)
    return task


def absent(desk: AppController, monkeypatch: pytest.MonkeyPatch) -> None:
    now = idle.seconds()
    monkeypatch.setattr(idle, "seconds", lambda: now + desk.settings.idle + 1)


# What is typed


@pytest.mark.requirement("SR-48")
def test_nobody_is_there_and_the_disk_is_full_so_the_locked_window_says_that_it_is_not_kept(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, locked: list[Path | None]
):
    dialog_with(HEARD, application, desk, qtbot, vault)

    with full_disk():
        desk.guard.by_absence()

    assert locked == [vault]
    assert desk.outcome == LockOutcome(lost="disk-full")
    assert kept_in(vault) == ""


def test_a_turn_that_is_typed_at_the_desk_and_cannot_be_kept_is_named_too(
    desk: AppController, qtbot: QtBot, vault: Path, locked: list[Path | None]
):
    typed_at_the_desk(desk, qtbot, vault)
    said: list[str] = []

    with full_disk():
        answer(yes=False, said=said)
        desk.lock()
        stayed = locked == []
        desk.guard.by_absence()

    assert said == ["Lock without saving what is typed?"]
    assert stayed
    assert desk.outcome == LockOutcome(lost="disk-full")


def test_who_locks_is_asked_first_where_what_is_typed_cannot_be_kept(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, locked: list[Path | None]
):
    dialog = dialog_with(HEARD, application, desk, qtbot, vault)
    said: list[str] = []

    with full_disk():
        answer(yes=False, said=said)
        desk.lock()
        stayed = (locked == [], dialog.isVisible(), typed_in(dialog))
        answer(yes=True, said=said)
        desk.lock()

    assert stayed == (True, True, HEARD)
    assert said == ["Lock without saving what is typed?"] * 2
    assert locked == [vault]
    assert desk.outcome == LockOutcome(lost="disk-full")


def test_who_closes_the_window_is_asked_first_where_what_is_typed_cannot_be_kept(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    dialog_with(HEARD, application, desk, qtbot, vault)
    assert desk.window is not None
    said: list[str] = []

    with full_disk():
        answer(yes=False, said=said)
        stayed = not desk.window.close()
        answer(yes=True, said=said)
        closed = desk.window.close()

    assert (stayed, closed) == (True, True)
    assert said == ["Close without saving what is typed?"] * 2


def test_a_form_that_could_not_be_kept_once_is_kept_as_soon_as_there_is_room(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, locked: list[Path | None]
):
    dialog = dialog_with(HEARD, application, desk, qtbot, vault)

    with full_disk():
        qtbot.waitUntil(dialog.notice.isVisible, timeout=5_000)
        said = dialog.notice.sentence.text()
    qtbot.waitUntil(lambda: not dialog.notice.isVisible(), timeout=5_000)

    assert said == refusal("disk-full", "en")
    assert desk.jobs.unkept == {}
    desk.lock()
    assert desk.outcome == LockOutcome(kept=True)
    assert kept_in(vault) == HEARD


def test_a_form_that_could_not_be_kept_is_kept_at_the_lock_if_there_is_room_then(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, locked: list[Path | None]
):
    dialog = dialog_with(HEARD, application, desk, qtbot, vault)
    with full_disk():
        qtbot.waitUntil(dialog.notice.isVisible, timeout=5_000)

    desk.lock()

    assert desk.outcome == LockOutcome(kept=True)
    assert kept_in(vault) == HEARD


def test_a_record_that_could_not_be_kept_is_named_at_the_lock_and_kept_when_it_can_be(
    desk: AppController, qtbot: QtBot, vault: Path, locked: list[Path | None]
):
    window = unlock(desk, qtbot, vault)
    window.go(1)
    settle(desk, qtbot)
    view = window.interviews
    view.list.choose_row(view.rows.row_of(lambda found: found.interview.number == "I-99"))
    settle(desk, qtbot)
    view.record.table.edit_side(1)
    said: list[str] = []

    with full_disk((segment_drafts, "save_draft")):
        view.record.table.delegate.editor.setPlainText(TYPED)
        answer(yes=False, said=said)
        desk.lock()
    with qtbot.waitSignal(view.model.transcript.kept, timeout=5_000):
        pass

    assert said == ["Lock without saving what is typed?"]
    assert desk.jobs.unkept == {}
    desk.lock()
    assert desk.outcome == LockOutcome(kept=True)


def test_a_form_that_is_left_is_said_to_be_kept_only_if_it_is(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    dialog = dialog_with(HEARD, application, desk, qtbot, vault)
    assert isinstance(desk.window, MainWindow)

    with full_disk():
        dialog.reject()
        settle(desk, qtbot)

    assert desk.window.notice.sentence.text() == refusal("disk-full", "en")


def test_a_form_whose_draft_is_damaged_and_in_which_nothing_was_typed_counts_as_nothing(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, locked: list[Path | None]
):
    def damaged(*_: object) -> None:
        raise SealedValueDamagedError("changed")

    window = unlock(desk, qtbot, vault)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(drafts, "find_form", damaged)
        window.cases.new_button.click()
        dialog = open_dialog(application, qtbot)
        assert isinstance(dialog, EntryDialog)
        qtbot.waitUntil(dialog.notice.isVisible, timeout=5_000)
        qtbot.wait(2_500)
        desk.lock()

    assert locked == [vault]
    assert desk.outcome == LockOutcome()


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        (LockOutcome(), "Locked."),
        (LockOutcome(kept=True), "Locked. What was being typed was saved in the vault as a draft."),
        (LockOutcome(lost="disk-full"), "the disk is full"),
        (LockOutcome(lost=FAULT), "it could not be written"),
        (LockOutcome(returned="0" * 32), "Locked. The linguist handed back their work."),
        (
            LockOutcome(kept=True, returned="0" * 32),
            "saved in the vault as a draft. The linguist handed back",
        ),
        (LockOutcome(lost="disk-full", returned="0" * 32), "the disk is full. The linguist handed back"),
    ],
)
def test_the_locked_window_says_what_became_of_what_was_typed(
    desk: AppController, vault: Path, outcome: LockOutcome, told: str
):
    desk.start(vault, locked=LockOutcome.parse(outcome.to_text()))

    notice = start_window(desk).unlock.notice
    assert told in notice.sentence.text()
    assert ("NOT saved" in notice.sentence.text()) == bool(outcome.lost)
    assert notice.property("tone") == ("bad" if outcome.lost else "info")


def test_a_vault_that_was_set_back_says_so_and_nothing_typed_in_it_is_said_to_be_kept(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, locked: list[Path | None]
):
    from thb_desktop.findings import broken
    from thb_desktop.services.core import session as core

    dialog = dialog_with("", application, desk, qtbot, vault)
    found = (broken("rolled-back.computer"),)
    held = desk.jobs._session
    assert isinstance(held, core.Session)
    held.opening = replace(held.opening, findings=found)

    type_in(dialog, HEARD)
    desk.guard.by_absence()

    assert desk.outcome == LockOutcome(lost="set-back")


# Whatever goes wrong


@pytest.mark.requirement("SR-48")
@pytest.mark.parametrize("way", ["by_hand", "at_once", "by_absence"])
def test_a_fault_while_locking_leaves_no_vault_open(
    desk: AppController, qtbot: QtBot, vault: Path, locked: list[Path | None], way: str
):
    unlock(desk, qtbot, vault)

    def fail() -> None:
        raise KeyError("fault")

    desk.guard.keep_drafts = fail
    with pytest.raises(KeyError):
        getattr(desk.guard, way)()
    desk.guard.keep_drafts = lambda: None

    assert locked == [vault]
    assert not desk.jobs.is_open
    assert desk.outcome == LockOutcome(lost=FAULT)


def test_a_session_that_nobody_waits_for_is_closed(desk: AppController, qtbot: QtBot, vault: Path):
    desk.start(vault)
    start = start_window(desk)
    opened = []
    unlock_vault = vaults.unlock_vault

    def open_slowly(*arguments: object, **named: object) -> object:
        opened.append(unlock_vault(*arguments, **named))  # type: ignore[arg-type]
        return opened[0]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vaults, "unlock_vault", open_slowly)
        start.unlock_model.unlock(vault, PASSPHRASE)
        start.unlock_model.setParent(None)
        start.unlock_model.deleteLater()
        qtbot.waitUntil(lambda: bool(opened) and not desk.jobs.is_busy, timeout=20_000)

    qtbot.waitUntil(lambda: not opened[0].is_open, timeout=5_000)
    assert not desk.jobs.is_open


# Long work


@pytest.mark.requirement("SR-48")
def test_nobody_is_there_while_long_work_is_done_so_it_is_finished_behind_a_cover_and_then_the_vault_locks(
    desk: AppController, qtbot: QtBot, vault: Path, locked: list[Path | None]
):
    unlock(desk, qtbot, vault)
    settle(desk, qtbot)
    gate = threading.Event()
    task = Task(desk)
    desk.jobs.run(desk, lambda _: gate.wait(60), task=task)

    desk.guard.by_absence()
    task.report(1, 2)
    qtbot.wait(50)

    cover = desk.guard.cover
    assert cover is not None
    assert visible() == ["Cover"]
    assert "finished first" in cover.sentence.text()
    assert cover.progress.stop.isVisible()
    assert cover.progress.bar.value() == 500
    assert (locked, task.cancelled.is_set()) == ([], False)
    gate.set()
    qtbot.waitUntil(lambda: locked == [vault])


@pytest.mark.parametrize("trigger", ["stop", "key", "sleep", "close"])
def test_what_is_being_finished_can_be_stopped_and_the_vault_locks_at_once(
    desk: AppController, qtbot: QtBot, vault: Path, locked: list[Path | None], trigger: str
):
    unlock(desk, qtbot, vault)
    settle(desk, qtbot)
    work(desk)
    desk.guard.by_absence()
    cover, sleep = desk.guard.cover, desk.guard.sleep
    assert cover is not None
    assert sleep is not None
    qtbot.waitExposed(cover)

    if trigger == "stop":
        cover.progress.stop.click()
    elif trigger == "key":
        QTest.keyClick(cover.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    elif trigger == "sleep":
        sleep.sleeps(True)
    else:
        cover.close()

    qtbot.waitUntil(lambda: locked == [vault], timeout=3_000)


def test_the_window_is_closed_over_long_work_only_if_it_is_to_stop(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    settle(desk, qtbot)
    task = work(desk)
    said: list[str] = []

    answer(yes=False, said=said)
    stayed = (not window.close(), task.cancelled.is_set())
    answer(yes=True, said=said)
    closed = (window.close(), task.cancelled.is_set())

    assert stayed == (True, False)
    assert closed == (True, True)
    assert said == ["Stop the work in progress?"] * 2


# What is shown once


def rekeying(desk: AppController, qtbot: QtBot, vault: Path) -> RekeyDialog:
    """The dialog with all that is asked for in it."""
    part = unlock(desk, qtbot, vault).office.keys
    part._rekey()
    (dialog,) = part.findChildren(RekeyDialog)
    with qtbot.waitSignal(dialog.second.ready, timeout=10_000):
        pass
    dialog.reason.setText("A stick with a copy was lost.")
    dialog.own.setText(PASSPHRASE)
    dialog.second.reason.setText(REASON)
    return dialog


@pytest.mark.requirement("SR-44")
def test_a_new_master_key_that_nobody_waits_for_keeps_its_code_until_it_is_on_paper(
    desk: AppController, qtbot: QtBot, vault: Path, locked: list[Path | None]
):
    dialog = rekeying(desk, qtbot, vault)
    header = (vault / "header").read_bytes()
    dialog.take()

    desk.guard.by_absence()
    cover = desk.guard.cover
    assert cover is not None
    qtbot.waitUntil(cover.show_button.isVisible, timeout=60_000)
    assert (visible(), locked) == (["Cover"], [])
    cover.show_button.click()
    (shown,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, CodeDialog))
    assert sorted(visible()) == ["CodeDialog", "Cover"]
    shown.typed_back.setText(shown.code.text())
    shown.take()
    qtbot.waitUntil(lambda: locked == [vault], timeout=10_000)

    assert (vault / "header").read_bytes() != header
    session = reopen(vault)
    on_paper = is_code_on_paper(session)
    session.close()
    assert on_paper


@pytest.mark.requirement("SR-44")
def test_a_new_master_key_that_a_sleep_stops_leaves_the_old_code_or_shows_the_new_one(
    desk: AppController, qtbot: QtBot, vault: Path, locked: list[Path | None]
):
    dialog = rekeying(desk, qtbot, vault)
    header = (vault / "header").read_bytes()
    dialog.take()

    desk.guard.at_once()

    def ended() -> bool:
        cover = desk.guard.cover
        return bool(locked) or (cover is not None and cover.show_button.isVisible())

    qtbot.waitUntil(ended, timeout=60_000)
    assert (locked == [vault]) == ((vault / "header").read_bytes() == header)


@pytest.mark.requirement("SR-44")
@pytest.mark.parametrize("way", ["by_hand", "at_once", "by_absence"])
def test_no_lock_takes_away_a_renewed_code_and_that_it_was_typed_back_is_recorded(
    desk: AppController, qtbot: QtBot, vault: Path, locked: list[Path | None], way: str
):
    part = unlock(desk, qtbot, vault).office.keys
    asking = RenewCodeDialog(part, part.model)
    asking.own.setText(PASSPHRASE)
    with qtbot.waitSignal(part.model.renewed, timeout=30_000):
        asking.take()
    (shown,) = part.findChildren(CodeDialog)

    getattr(desk.guard, way)()
    cover = desk.guard.cover
    assert cover is not None
    assert (visible(), locked) == (["Cover"], [])
    cover.show_button.click()
    shown.typed_back.setText(shown.code.text())
    shown.take()
    qtbot.waitUntil(lambda: locked == [vault], timeout=10_000)

    session = reopen(vault)
    on_paper = is_code_on_paper(session)
    session.close()
    assert on_paper


@pytest.mark.requirement("SR-44")
def test_no_lock_takes_away_a_share_that_is_not_on_paper(
    desk: AppController, qtbot: QtBot, vault: Path, locked: list[Path | None]
):
    part = unlock(desk, qtbot, vault).office.keys
    part._shares._model.make(2, HELD, PASSPHRASE)

    desk.guard.by_absence()
    cover = desk.guard.cover

    def waits() -> bool:
        return desk.guard.cover is not None and desk.guard.cover.show_button.isVisible()

    qtbot.waitUntil(waits, timeout=30_000)
    cover = desk.guard.cover
    assert cover is not None
    cover.show_button.click()
    seen = []
    for _ in HELD:
        (shown,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, ShareDialog))
        seen.append(shown.share.text())
        qtbot.wait(300)
        assert (shown.isVisible(), locked) == (True, [])
        shown.take()
        QApplication.sendPostedEvents(None, 52)
    qtbot.waitUntil(lambda: locked == [vault], timeout=5_000)

    given = [(text, passphrase(typed)) for text, (_, typed) in zip(seen, HELD, strict=True)]
    vaults.unlock_with_shares(vault, given=given, environment=environment()).close()


def test_the_code_of_a_new_vault_is_covered_after_a_while_and_shown_again(
    desk: AppController, qtbot: QtBot, tmp_path: Path, locked: list[Path | None]
):
    wizard = wizard_with_a_code(desk, qtbot, tmp_path / "vault")

    desk.guard.by_absence()
    covered = visible()
    cover = desk.guard.cover
    assert cover is not None
    cover.show_button.click()
    shown = visible()
    desk.guard.by_absence()
    again = visible()
    cover.show_button.click()
    wizard.forward[2].click()
    wizard.typed_back.setText(wizard.code.text())
    wizard.forward[3].click()
    qtbot.waitUntil(lambda: locked == [tmp_path / "vault"], timeout=10_000)

    assert (covered, again) == (["Cover"], ["Cover"])
    assert sorted(shown) == ["Cover", "StartWindow"]


def test_after_a_sleep_what_is_shown_once_can_still_be_typed_back(
    desk: AppController,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    locked: list[Path | None],
):
    from ui import system

    wizard = wizard_with_a_code(desk, qtbot, tmp_path / "vault")
    before = system.asleep()

    monkeypatch.setattr(system, "asleep", lambda: before + 60)
    qtbot.waitUntil(lambda: desk.guard.cover is not None and desk.guard.cover.isVisible(), timeout=3_000)
    assert desk.guard.cover is not None
    desk.guard.cover.show_button.click()
    wizard.forward[2].click()
    wizard.typed_back.setFocus()
    assert desk.window is not None
    QTest.keyClick(desk.window.windowHandle(), Qt.Key.Key_A)

    assert wizard.typed_back.text() == "a"


@pytest.mark.requirement("SR-44")
def test_a_code_that_was_never_typed_back_is_told_at_the_next_unlock(
    desk: AppController, qtbot: QtBot, tmp_path: Path
):
    new_vault(tmp_path / "vault")

    window = unlock(desk, qtbot, tmp_path / "vault")

    assert window.top.code_chip.isVisible()
    assert window.top.code_chip.text() == "Code not on paper"
    assert "Keys and recovery" in window.top.code_chip.toolTip()


@pytest.mark.requirement("SR-44")
def test_a_renewed_code_is_no_longer_told_of_once_it_was_typed_back(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    part = window.office.keys
    told = [window.top.code_chip.isVisible()]
    part.model.renew_code(PASSPHRASE)
    qtbot.waitUntil(lambda: bool(part.findChildren(CodeDialog)), timeout=20_000)
    (shown,) = part.findChildren(CodeDialog)

    shown.typed_back.setText(shown.code.text())
    with qtbot.waitSignal(shown.accepted, timeout=10_000):
        shown.take()
    settle(desk, qtbot)
    told.append(window.top.code_chip.isVisible())

    assert told == [True, False]


# Every way in


def by_code(desk: AppController, folder: Path) -> Path:
    code = new_vault(folder)
    desk.start(None)
    start = start_window(desk)
    start.unlock_model.unlock_with_code(folder, code)
    return folder


def by_shares(desk: AppController, folder: Path) -> Path:
    new_vault(folder)
    session = reopen(folder)
    holders = [recovery.Holder(name=name, passphrase=passphrase(typed)) for name, typed in HELD]
    made = recovery.make_recovery_shares(session, needed=2, holders=holders, own_passphrase=passphrase())
    session.close()
    desk.start(None)
    start = start_window(desk)
    start.show_shares()
    start.shares.folder.text.setText(str(folder))
    for card, share, (_, typed) in zip(start.shares.cards, made, HELD, strict=True):
        card.text.setPlainText(share.text)
        card.passphrase.setText(typed)
    start.shares.unlock_button.click()
    return folder


def by_backup(desk: AppController, folder: Path) -> Path:
    code = new_vault(folder)
    session = reopen(folder)
    backups.make_backup(session, folder.with_name("backup"), label="Stick 3")
    session.close()
    desk.start(folder)
    start = start_window(desk)
    start.show_restore()
    page = start.restore
    page.backup.text.setText(str(folder.with_name("backup")))
    page.into.text.setText(str(folder.with_name("again")))
    page.other_way.click()
    page.code.setText(code)
    page.reason.setText("The disk failed")
    page.restore_button.click()
    return folder.with_name("again")


@pytest.mark.requirement("SR-48")
@pytest.mark.parametrize(
    ("way", "trigger"), [*product((by_code, by_shares, by_backup), ("absence", "key", "sleep"))]
)
def test_every_way_into_a_vault_is_guarded_at_once_and_the_successor_is_told_the_right_folder(
    desk: AppController,
    qtbot: QtBot,
    tmp_path: Path,
    way: Callable[[AppController, Path], Path],
    trigger: str,
):
    locked: list[Path | None] = []
    desk.replace_process = locked.append
    folder = way(desk, tmp_path / "vault")
    start = start_window(desk)
    qtbot.waitUntil(lambda: isinstance(start.stack.currentWidget(), RecoveredView), timeout=60_000)
    settle(desk, qtbot)

    with pytest.MonkeyPatch.context() as patch:
        if trigger == "absence":
            absent(desk, patch)
        elif trigger == "key":
            QTest.keyClick(start.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        else:
            assert desk.guard.sleep is not None
            desk.guard.sleep.sleeps(True)
        qtbot.waitUntil(lambda: locked == [folder], timeout=5_000)

    assert not desk.jobs.is_open


# Settings


def choose(desk: AppController, monkeypatch: pytest.MonkeyPatch) -> None:
    def accept(dialog: SettingsDialog) -> int:
        dialog.chosen = desk.settings._replace(scheme=Scheme.DARK, idle=60)
        return 1

    monkeypatch.setattr(SettingsDialog, "exec", accept)
    monkeypatch.setattr(Settings, "save", lambda *_: None)
    desk._ask_settings()


def test_settings_drop_no_vault_that_waits_for_a_new_passphrase(
    desk: AppController, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    by_code(desk, tmp_path / "vault")
    start = start_window(desk)
    qtbot.waitUntil(lambda: isinstance(start.stack.currentWidget(), RecoveredView), timeout=20_000)

    choose(desk, monkeypatch)

    assert desk.window is start
    assert isinstance(start.stack.currentWidget(), RecoveredView)
    assert desk.settings.idle == 60


def test_settings_drop_no_vault_that_is_being_unlocked(
    desk: AppController, qtbot: QtBot, vault: Path, monkeypatch: pytest.MonkeyPatch
):
    desk.start(vault)
    start = start_window(desk)
    start.unlock.passphrase.setText(PASSPHRASE)
    start.unlock.unlock_button.click()

    choose(desk, monkeypatch)

    qtbot.waitUntil(lambda: isinstance(desk.window, MainWindow), timeout=20_000)


def test_settings_keep_the_page_and_the_report_of_a_running_check(
    desk: AppController, qtbot: QtBot, vault: Path, monkeypatch: pytest.MonkeyPatch
):
    window = unlock(desk, qtbot, vault)
    window.go(5)
    settle(desk, qtbot)
    window.health.check_button.click()

    choose(desk, monkeypatch)
    settle(desk, qtbot)

    assert desk.window is window
    assert window.stack.currentWidget() is window.health
    assert len(window.health.rows.rows) > 0


def test_settings_before_anything_is_begun_hold_at_once_and_leave_what_the_lock_said(
    desk: AppController, qtbot: QtBot, vault: Path, monkeypatch: pytest.MonkeyPatch
):
    desk.start(vault, locked=LockOutcome(lost="disk-full"))
    settle(desk, qtbot)

    choose(desk, monkeypatch)

    view = start_window(desk).unlock
    assert view.folder.text() == str(vault)
    assert "NOT saved" in view.notice.sentence.text()


# Secrets


def test_going_back_leaves_no_secret_in_a_field(desk: AppController, vault: Path):
    desk.start(vault)
    start = start_window(desk)
    start.show_shares()
    card = start.shares.cards[0]
    card.text.setPlainText("ABCDE")
    card.passphrase.setText(PASSPHRASE)
    start.shares.back_button.click()
    start.show_restore()
    start.restore.passphrase.setText(PASSPHRASE)
    start.restore.code.setText("ABCDE")
    start.restore.back_button.click()
    start.show_wizard()
    start.wizard.passphrase.setText(PASSPHRASE)
    start.wizard.repeated.setText(PASSPHRASE)
    start.wizard.left.emit()

    assert card.is_empty
    assert (start.restore.passphrase.text(), start.restore.code.text()) == ("", "")
    assert (start.wizard.passphrase.text(), start.wizard.repeated.text()) == ("", "")


def test_a_keyboard_is_asked_to_learn_nothing_of_codes_and_shares(desk: AppController, vault: Path):
    desk.start(vault)
    start = start_window(desk)
    start.show_shares()
    start.show_restore()
    start.show_wizard()
    wanted = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText

    fields = (
        start.unlock.code,
        start.unlock.passphrase,
        start.shares.cards[0].text,
        start.restore.code,
        start.wizard.typed_back,
    )

    assert [field for field in fields if field.inputMethodHints() & wanted != wanted] == []
