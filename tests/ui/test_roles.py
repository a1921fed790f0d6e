"""What a function does not include is not offered: whoever clicks through the window is never refused."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.support.controllers import open_dialog, reopen, settle, unlock
from tests.support.sampled import few
from tests.support.second_person import ALONE
from tests.support.turning import turned_in, turns
from tests.support.vaults import OTHER_PASSPHRASE, passphrase
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.custody_rights import right_for
from thb_desktop.domain.rights import RIGHTS, Right
from thb_desktop.domain.vocabulary import CustodyAction, UserRole
from thb_desktop.services.office import users
from thb_desktop.vault.tables import chain
from ui.application import AppController
from ui.custody.record_event import RecordEventDialog
from ui.exhibits.register import RegisterDialog
from ui.main_window import MainWindow
from ui.widgets.table import RecordTable

ROLES = (
    UserRole.CLERK,
    UserRole.EVIDENCE_CUSTODIAN,
    UserRole.ANALYST,
    UserRole.ADMINISTRATOR,
    UserRole.AUDITOR,
)
LEAST = {UserRole.ADMINISTRATOR: 4, UserRole.AUDITOR: 4}
"""At least so many buttons are there to be clicked; of the others, more than twice as many."""


def as_user(desk: AppController, qtbot: QtBot, vault: Path, role: UserRole) -> MainWindow:
    """The window of a user of this function, who has a way into the vault."""
    session = reopen(vault)
    users.add_user(
        session,
        name="Somebody Example",
        role=role,
        passphrase=passphrase(OTHER_PASSPHRASE),
        own_passphrase=passphrase(),
        second=ALONE,
    )
    session.close()
    return unlock(desk, qtbot, vault, OTHER_PASSPHRASE)


def denials(vault: Path) -> list[str]:
    session = reopen(vault)
    denied = [
        chain.opening_of(session.read, signed.parsed().seq)
        for signed in chain.entries(session.read)
        if signed.parsed().action == VaultAction.ACCESS_DENIED
    ]
    session.close()
    return [opening.payload.decode() for opening in denied if opening]


def leave_dialogs(application: QApplication, desk: AppController) -> QTimer:
    """Go back from whatever dialog opens, once the vault has answered what it asked."""

    def leave() -> None:
        for found in application.topLevelWidgets():
            if isinstance(found, QDialog) and found.isVisible() and not desk.jobs.is_busy:
                found.reject()

    timer = QTimer(application, interval=40)
    timer.timeout.connect(leave)
    timer.start()
    return timer


def click_through(desk: AppController, qtbot: QtBot, window: MainWindow) -> int:
    """Every page, every tab, a few rows of every list, and every button that is there; how many buttons."""
    clicked = 0
    for number, entry in enumerate(window.rail.buttons):
        if entry.isHidden():
            continue
        window.go(number)
        settle(desk, qtbot)
        page = window.pages[number]
        for turned in [None, *turned_in(page)]:
            for turn in turns(turned) if turned else [lambda: None]:
                turn()
                settle(desk, qtbot)
                for table in page.findChildren(RecordTable):
                    for line in range(min(3, table.model().rowCount() if table.isVisible() else 0)):
                        table.choose_row(line)
                        settle(desk, qtbot)
                clicked += click_buttons(desk, qtbot, window, number)
    return clicked


def click_buttons(desk: AppController, qtbot: QtBot, window: MainWindow, number: int) -> int:
    page = window.pages[number]
    done: set[str] = set()
    while True:
        buttons = [
            found
            for found in page.findChildren(QPushButton)
            if found.isVisible() and found.isEnabled() and found.accessibleName() not in done
        ]
        if not buttons:
            return len(done)
        done.add(buttons[0].accessibleName())
        buttons[0].click()
        settle(desk, qtbot)
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=20_000)
        settle(desk, qtbot)
        if window.stack.currentIndex() != number:
            window.go(number)
            settle(desk, qtbot)


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("role", few(ROLES, 1))
def test_sr_19_whoever_clicks_everything_that_is_offered_is_never_refused(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, role: UserRole
):
    window = as_user(desk, qtbot, vault, role)
    timer = leave_dialogs(application, desk)

    clicked = click_through(desk, qtbot, window)

    timer.stop()
    desk.end()
    assert clicked >= LEAST.get(role, 12)
    assert denials(vault) == []


@pytest.mark.requirement("SR-19")
def test_sr_19_a_custodian_registers_exhibits_and_is_offered_what_a_custodian_records(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window = as_user(desk, qtbot, vault, UserRole.EVIDENCE_CUSTODIAN)
    window.go(2)
    settle(desk, qtbot)
    window.exhibits.new_button.click()
    register = open_dialog(application, qtbot)
    settle(desk, qtbot)
    assert isinstance(register, RegisterDialog)
    officials = register.exhibit.editors["collected_by"].count()
    register.reject()
    window.go(3)
    settle(desk, qtbot)
    window.custody.new_button.click()
    dialog = open_dialog(application, qtbot)
    settle(desk, qtbot)
    assert isinstance(dialog, RecordEventDialog)

    offered = {dialog.form.action.itemData(number) for number in range(1, dialog.form.action.count())}

    assert officials > 1
    assert offered
    assert {right_for(action) for action in map(CustodyAction, offered)} == {Right.RECORD_CUSTODY}


@pytest.mark.requirement("SR-20")
def test_sr_20_signing_and_releasing_are_not_offered_to_who_only_prepares(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = as_user(desk, qtbot, vault, UserRole.CLERK)

    window.go(4)
    settle(desk, qtbot)

    assert Right.RELEASE_BUNDLES not in RIGHTS[UserRole.CLERK]
    assert window.export.prepare_button.isVisible()
    assert not window.export.sign_button.isVisible()


@pytest.mark.requirement("SR-19")
def test_sr_19_an_analyst_reads_a_draft_and_writes_nothing_of_it(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = as_user(desk, qtbot, vault, UserRole.ANALYST)
    window.go(1)
    settle(desk, qtbot)
    view = window.interviews
    view.list.choose_row(view.rows.row_of(lambda found: found.interview.number == "I-99"))
    settle(desk, qtbot)

    view.record.table.edit_side(1)

    assert view.model.record is not None
    assert view.model.record.interview.number == "I-99"
    assert view.record.table.delegate.editor is None
    buttons = [found for found in view.record.findChildren(QPushButton) if found.isVisible()]
    head = view.record.head  # both lead to where something is read
    assert buttons == [head.language_button, head.formalities_button]
    assert not view.record.account.strip.state.isVisible()
