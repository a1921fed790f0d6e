"""Opening a vault from the start window."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.controllers import (
    OFFICE,
    USER,
    environment,
    main_window,
    reopen,
    settle,
    start_window,
    unlock,
)
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE
from thb_desktop.domain.vocabulary import RenderingKind
from thb_desktop.errors import NoVaultError, WrongPassphraseError
from thb_desktop.findings import Standing
from thb_desktop.services.keeping import anchors
from thb_desktop.vault.memory import MemoryRisk
from thb_desktop.vault.tables import chain
from ui.application import AppController
from ui.main_window import MainWindow
from ui.messages import sentence


def refused(desk: AppController, qtbot: QtBot, folder: Path, text: str) -> str:
    desk.start(folder)
    view = start_window(desk).unlock
    view.passphrase.setText(text)
    view.unlock_button.click()
    qtbot.waitUntil(view.notice.isVisible, timeout=10_000)
    return view.notice.sentence.text()


def test_the_right_passphrase_opens_the_vault(desk: AppController, qtbot: QtBot, vault: Path):
    window = unlock(desk, qtbot, vault)

    assert OFFICE in window.status.office_label.text()
    assert USER in window.status.user_label.text()
    assert [each.case.reference for each in window.cases.rows.rows] == ["DEMO-B-SCHELDE"]


@pytest.mark.requirement("SR-50")
def test_a_memory_that_may_reach_the_disk_is_told_and_recorded(
    desk: AppController, qtbot: QtBot, vault: Path
):
    desk.jobs.environment = lambda: replace(environment(), memory=lambda: frozenset(MemoryRisk))

    window = unlock(desk, qtbot, vault)

    assert window.top.memory_chip.isVisible()
    assert window.top.memory_chip.text() == "Memory may reach the disk"
    assert "swaps memory" in window.top.memory_chip.toolTip()
    assert "Hibernation" in window.top.memory_chip.toolTip()
    desk.end()
    session = reopen(vault)
    acts = [signed.parsed().action for signed in chain.entries(session.read)]
    session.close()
    assert acts.count("MEMORY_MAY_REACH_DISK") == 1


def test_a_memory_that_does_not_is_not_spoken_of(desk: AppController, qtbot: QtBot, vault: Path):
    window = unlock(desk, qtbot, vault)

    assert not window.top.memory_chip.isVisible()


def test_the_short_code_shown_after_a_change_is_one_that_the_next_session_knows(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    found = window.status.code_label.text()
    case = window.cases.rows.rows[0].case

    window.cases.model.open_case(replace(case, reference="2026/0002"))
    settle(desk, qtbot)

    left = window.status.code_label.text()
    desk.end()
    session = reopen(vault)
    (known,) = anchors.compare_short_code(session, left.removeprefix("Short code").strip("\u2066\u2069 "))
    session.close()
    assert known.standing is Standing.HOLDS
    assert left != found


def test_a_rendition_that_is_saved_moves_the_short_code(desk: AppController, qtbot: QtBot, vault: Path):
    window = unlock(desk, qtbot, vault)
    window.go(1)
    view = window.interviews
    settle(desk, qtbot)
    view.list.choose_row(view.rows.row_of(lambda found: found.interview.number == "I-99"))
    settle(desk, qtbot)
    found = window.status.code_label.text()
    view.record.table.edit_side(1)
    view.record.table.delegate.editor.setPlainText("Hij nam mijn paspoort af.")

    with qtbot.waitSignal(view.model.transcript.saved, timeout=10_000):
        view.model.transcript.save(1, RenderingKind.RENDITION)

    assert window.status.code_label.text() != found


def test_a_wrong_passphrase_is_refused_in_one_sentence_and_can_be_typed_again(
    desk: AppController, qtbot: QtBot, vault: Path
):
    said = refused(desk, qtbot, vault, OTHER_PASSPHRASE)

    assert said == sentence(WrongPassphraseError(""))
    view = start_window(desk).unlock
    assert view.passphrase.text() == ""
    assert view.passphrase.isEnabled()
    view.passphrase.setText(PASSPHRASE)
    view.unlock_button.click()
    qtbot.waitUntil(lambda: isinstance(desk.window, MainWindow), timeout=10_000)


def test_while_the_key_is_derived_it_is_said_and_enter_presses_no_other_button(
    desk: AppController, qtbot: QtBot, vault: Path
):
    desk.start(vault)
    view = start_window(desk).unlock
    view.passphrase.setFocus()
    view.passphrase.setText(PASSPHRASE)
    assert view.deriving_label.isHidden()

    view.unlock_button.click()

    assert view.deriving_label.isVisible()
    assert view.window().focusWidget() is view.deriving
    qtbot.waitUntil(lambda: isinstance(desk.window, MainWindow), timeout=20_000)


def test_a_folder_that_is_no_vault_is_named_so(desk: AppController, qtbot: QtBot, tmp_path: Path):
    said = refused(desk, qtbot, tmp_path, PASSPHRASE)

    assert said == sentence(NoVaultError(""))
    assert list(tmp_path.iterdir()) == []


def test_the_title_of_the_window_names_no_case(desk: AppController, qtbot: QtBot, vault: Path):
    window = unlock(desk, qtbot, vault)

    for number in range(len(window.pages)):
        window.go(number)
        settle(desk, qtbot)
        assert window.windowTitle() == "THB Desktop"


def test_nothing_typed_stays_in_the_field_after_unlocking(desk: AppController, qtbot: QtBot, vault: Path):
    desk.start(vault)
    view = start_window(desk).unlock
    view.passphrase.setText(PASSPHRASE)

    view.unlock_button.click()

    assert view.passphrase.text() == ""
    qtbot.waitUntil(lambda: isinstance(desk.window, MainWindow), timeout=10_000)
    settle(desk, qtbot)
    assert main_window(desk).status.countdown is not None
