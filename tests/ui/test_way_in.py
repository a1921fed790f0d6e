"""Ways into a vault besides its passphrase: a backup that is restored, and recovery shares put together."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout
from pytestqt.qtbot import QtBot

from tests.support.controllers import (
    environment,
    listed_cases,
    main_window,
    reopen,
    said_at,
    settle,
    start_window,
)
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE, passphrase
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.services.keeping import backups
from thb_desktop.services.office import recovery, vaults
from thb_desktop.vault.tables import chain
from ui.application import AppController
from ui.main_window import MainWindow
from ui.unlock.restore_view import RestoreView
from ui.unlock.shares_view import SharesView
from ui.vaults.passphrase_view import RecoveredView

HELD = ("amber canal lantern orchard violet", "granite willow cinder marble thistle", "copper meadow anvil")
"""What the holders of the shares chose."""


@pytest.fixture
def backup(vault: Path, tmp_path: Path) -> Path:
    session = reopen(vault)
    backups.make_backup(session, tmp_path / "backup", label="Stick 3")
    session.close()
    return tmp_path / "backup"


def restoring(desk: AppController, backup: Path, into: Path) -> RestoreView:
    desk.start(None)
    start = start_window(desk)
    start.unlock.restore_button.click()
    page = start.restore
    page.backup.text.setText(str(backup))
    page.into.text.setText(str(into))
    page.passphrase.setText(PASSPHRASE)
    page.reason.setText("The disk failed on 3 May; stick 3 of 2 May")
    return page


def acts_in(folder: Path, text: str = PASSPHRASE) -> list[str]:
    session = vaults.unlock_vault(folder, passphrase=passphrase(text), environment=environment())
    acts = [signed.parsed().action for signed in chain.entries(session.read)]
    session.close()
    return acts


@pytest.mark.requirement("SR-47")
def test_sr_47_a_backup_is_restored_from_the_start_window(
    desk: AppController, qtbot: QtBot, backup: Path, tmp_path: Path
):
    page = restoring(desk, backup, tmp_path / "again")
    assert page.incomplete.isHidden()

    qtbot.keyClick(page.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(desk.window, MainWindow), timeout=60_000)

    settle(desk, qtbot)
    assert listed_cases(main_window(desk)) == ["DEMO-B-SCHELDE"]
    desk.end()
    assert VaultAction.RESTORED in acts_in(tmp_path / "again")


@pytest.mark.requirement("SR-47")
def test_sr_47_a_damaged_backup_is_refused_and_then_restored_without_what_is_damaged(
    desk: AppController, qtbot: QtBot, backup: Path, tmp_path: Path
):
    stored = next(path for path in sorted((backup / "content").rglob("*")) if path.is_file())
    data = bytearray(stored.read_bytes())
    data[len(data) // 2] ^= 1
    stored.write_bytes(data)
    page = restoring(desk, backup, tmp_path / "again")

    page.restore_button.click()
    qtbot.waitUntil(page.notice.isVisible, timeout=60_000)
    refused = (page.incomplete.isVisible(), (tmp_path / "again").exists())
    qtbot.waitUntil(lambda: page.focusWidget() is page.incomplete, timeout=10_000)
    page.incomplete.setChecked(True)
    page.passphrase.setText(PASSPHRASE)
    page.restore_button.click()
    qtbot.waitUntil(page.on_button.isVisible, timeout=60_000)
    told = page.notice.sentence.text()
    page.on_button.click()
    qtbot.waitUntil(lambda: isinstance(desk.window, MainWindow), timeout=20_000)

    assert refused == (True, False)
    assert "A file of exhibit" in told


def test_what_is_given_up_by_a_restoration_has_the_whole_width(desk: AppController):
    desk.start(None)
    start = start_window(desk)
    start.unlock.restore_button.click()
    page = start.restore

    found = [page.form.getWidgetPosition(box)[1] for box in (page.incomplete, page.giving_up)]

    assert found == [QFormLayout.ItemRole.SpanningRole] * 2


@pytest.mark.requirement("SR-47")
def test_sr_47_a_backup_opens_by_its_recovery_code_and_asks_for_a_new_passphrase(
    desk: AppController, qtbot: QtBot, tmp_path: Path
):
    made = vaults.create_vault(
        tmp_path / "vault",
        office="Cabinet 1",
        user_name="Anna Novák",
        role=UserRole.INVESTIGATING_JUDGE,
        passphrase=passphrase(),
        environment=environment(),
    )
    backups.make_backup(made.session, tmp_path / "backup", label="Stick 3")
    made.session.close()
    shutil.rmtree(tmp_path / "vault")
    page = restoring(desk, tmp_path / "backup", tmp_path / "again")
    page.other_way.click()
    page.code.setText(made.recovery_code)

    page.restore_button.click()
    start = start_window(desk)
    qtbot.waitUntil(lambda: isinstance(start.stack.currentWidget(), RecoveredView), timeout=60_000)
    set_anew(start.stack.currentWidget(), desk, qtbot)

    desk.end()
    assert VaultAction.PASSPHRASE_RECOVERED in acts_in(tmp_path / "again", OTHER_PASSPHRASE)


@pytest.mark.parametrize(
    ("missing", "asked"),
    [
        ("backup", "Please choose the folder of the backup."),
        ("into", "Please choose a new folder"),
        ("passphrase", "Please type a passphrase or code"),
        ("reason", "A reason is needed."),
    ],
)
def test_nothing_is_restored_before_all_is_said(
    desk: AppController, tmp_path: Path, missing: str, asked: str
):
    page = restoring(desk, tmp_path / "backup", tmp_path / "again")
    field = getattr(page, missing)
    getattr(field, "text", field).clear() if missing in {"backup", "into"} else field.clear()

    page.restore_button.click()

    assert said_at(field).startswith(asked)
    assert not page.progress.isVisible()


@pytest.mark.requirement("SR-44")
def test_sr_44_enough_shares_open_the_vault_and_a_new_passphrase_is_set(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    session = reopen(vault)
    shares = recovery.make_recovery_shares(
        session,
        needed=2,
        holders=[
            recovery.Holder(name=f"Holder {number}", passphrase=passphrase(text))
            for number, text in enumerate((*HELD[:2], PASSPHRASE + " " + HELD[2]), start=1)
        ],
        own_passphrase=passphrase(),
    )
    session.close()
    (tmp_path / "share.txt").write_text(shares[1].text + "\n", encoding="ascii")
    page = by_shares(desk, vault)
    page.cards[0].text.setPlainText(shares[0].text)
    page.cards[0].passphrase.setText(HELD[1])
    page.cards[1].show_file(tmp_path / "share.txt")
    page.cards[1].passphrase.setText(HELD[1])

    page.unlock_button.click()
    qtbot.waitUntil(page.notice.isVisible, timeout=20_000)
    wrong = page.cards[0].text.toPlainText()
    for card, typed in zip(page.cards, (HELD[0], HELD[1]), strict=True):
        card.passphrase.setText(typed)
    page.unlock_button.click()
    start = start_window(desk)
    qtbot.waitUntil(lambda: isinstance(start.stack.currentWidget(), RecoveredView), timeout=20_000)

    assert wrong == shares[0].text
    assert [card.is_empty for card in page.cards] == [True, True]
    set_anew(start.stack.currentWidget(), desk, qtbot)
    desk.end()
    assert VaultAction.PASSPHRASE_RECOVERED in acts_in(vault, OTHER_PASSPHRASE)


def test_a_share_tells_how_many_are_needed(desk: AppController, vault: Path):
    session = reopen(vault)
    shares = recovery.make_recovery_shares(
        session,
        needed=3,
        holders=[recovery.Holder(name=f"Holder {number}", passphrase=passphrase()) for number in range(1, 5)],
        own_passphrase=passphrase(),
    )
    session.close()
    page = by_shares(desk, vault)

    page.cards[0].text.setPlainText(shares[0].text)

    assert len(page.cards) == 3
    assert "3" in page.told.text()
    assert "4" in page.told.text()


def by_shares(desk: AppController, vault: Path) -> SharesView:
    desk.start(vault)
    start = start_window(desk)
    start.unlock.other_way.click()
    start.unlock.shares_button.click()
    return start.shares


def set_anew(page: object, desk: AppController, qtbot: QtBot) -> None:
    """A new passphrase, and the reason of an office of one."""
    assert isinstance(page, RecoveredView)
    with qtbot.waitSignal(page.second.ready, timeout=20_000):
        page.start()
    page.form.new.setText(OTHER_PASSPHRASE)
    page.form.repeated.setText(OTHER_PASSPHRASE)
    page.second.reason.setText("The only magistrate forgot the passphrase")
    page.set_button.click()
    qtbot.waitUntil(lambda: isinstance(desk.window, MainWindow), timeout=20_000)
    settle(desk, qtbot)
