"""What cannot be taken is refused at its field: the sentence stands there, the cursor goes there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QTabWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.support.controllers import said_at, settle, start_window, unlock
from thb_desktop.domain.vocabulary import UserRole
from ui import theme
from ui.application import AppController
from ui.health.anchors import CompareCodeDialog
from ui.main_window import MainWindow
from ui.office.add_user import AddUserDialog
from ui.office.backup import BackupDialog, TrialDialog
from ui.office.keys import RenewCodeDialog
from ui.office.leaving import HandOverDialog
from ui.office.passphrase import PassphraseDialog, PassphraseModel
from ui.office.shares import HoldersDialog
from ui.office.signing import CardDialog, KeyFileDialog
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line
from ui.widgets.questions import ReasonDialog
from ui.widgets.refusals import refuse_at, take_back
from ui.widgets.scrolled import Scrolled

DIALOGS: dict[str, tuple[Callable[[MainWindow], Dialog], str]] = {
    "add a user": (lambda main: AddUserDialog(main.office, main.office.people.model), "name"),
    "hand over": (lambda main: HandOverDialog(main.office, main.office.people.model), "name"),
    "renew the code": (lambda main: RenewCodeDialog(main.office, main.office.keys.model), "own"),
    "passphrase": (lambda main: PassphraseDialog(main, PassphraseModel(main.office.keys.model.jobs)), "old"),
    "holders": (lambda main: HoldersDialog(main.office, main.office.keys._shares._model), "holders"),
    "key file": (lambda main: KeyFileDialog(main.office, main.office.signing.model, ()), "passphrase"),
    "card": (lambda main: CardDialog(main.office, main.office.signing.model, ()), "passphrase"),
    "backup": (lambda main: BackupDialog(main.office, main.office.backup.model), "folder"),
    "trial": (lambda main: TrialDialog(main.office, main.office.backup.model), "folder"),
    "short code": (lambda main: CompareCodeDialog(main, main.health.model), "code"),
    "reason": (lambda main: ReasonDialog(main, "Heading", "Sentence", "&Yes", ""), "reason"),
}


@pytest.mark.parametrize("name", DIALOGS)
def test_an_empty_field_is_named_where_it_stands_and_the_cursor_goes_there(
    desk: AppController, qtbot: QtBot, vault: Path, name: str
):
    make, field_name = DIALOGS[name]
    dialog = make(unlock(desk, qtbot, vault))
    dialog.open()
    settle(desk, qtbot)

    dialog.main_button.click()

    field = getattr(dialog, field_name)
    typed_in = field.focusProxy() or field
    qtbot.waitUntil(typed_in.hasFocus)
    assert said_at(field).endswith(".")
    assert typed_in.accessibleDescription() == said_at(field)
    assert not dialog.notice.isVisible()
    assert dialog.main_button.isEnabled()
    dialog.done(0)


def test_a_refusal_goes_when_its_field_is_changed_nothing_moves_then_and_at_last_no_row_is_left(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    dialog = RenewCodeDialog(window.office, window.office.keys.model)
    dialog.open()
    form = dialog.findChildren(Form)[0]
    rows = form.rowCount()
    dialog.main_button.click()
    before = said_at(dialog.own)
    settle(desk, qtbot)
    button_at = dialog.main_button.mapToGlobal(dialog.main_button.rect().center())
    fields_at = form.geometry()

    qtbot.keyClicks(dialog.own, "a")
    settle(desk, qtbot)

    assert before
    assert said_at(dialog.own) == ""
    assert dialog.own.accessibleDescription() == ""
    assert dialog.main_button.mapToGlobal(dialog.main_button.rect().center()) == button_at
    assert form.geometry() == fields_at
    assert form.rowCount() == rows + 1
    take_back(dialog)
    assert form.rowCount() == rows
    dialog.done(0)


def test_a_refused_field_in_another_tab_far_below_is_brought_into_sight(
    application: QApplication, qtbot: QtBot
):
    page, scrolled, tabs = QWidget(), Scrolled("Fields"), QTabWidget()
    qtbot.addWidget(page)
    form = Form()
    fields = [form.add(f"Field {number}", line()) for number in range(40)]
    scrolled.column.addLayout(form)
    tabs.addTab(QWidget(), "First")
    tabs.addTab(scrolled, "Second")
    QVBoxLayout(page).addWidget(tabs)
    page.resize(400, 300)
    page.show()

    refuse_at(fields[-1], "Please write something here.")

    qtbot.waitUntil(lambda: not fields[-1].visibleRegion().isEmpty())
    assert tabs.currentIndex() == 1
    assert fields[-1].visibleRegion().boundingRect() == fields[-1].rect()
    take_back(page)
    assert said_at(fields[-1]) == ""


def test_a_refused_field_has_an_edge_of_its_own(application: QApplication, qtbot: QtBot):
    theme.apply(application, dark=False)
    page = QWidget()
    theme.dress(page)
    qtbot.addWidget(page)
    form = Form()
    first, second = (form.add(name, line()) for name in ("First", "Second"))
    page.setLayout(form)
    page.show()
    refuse_at(second, "Please write something here.")
    first.setFocus()

    image = second.grab().toImage()

    edge = QColor(theme.tokens().bad)
    assert any(image.pixelColor(at, 0) == edge for at in range(8, image.width() - 8))


def test_adding_a_user_says_what_is_done_and_locks_its_fields_until_it_is(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    dialog = AddUserDialog(window.office, window.office.people.model)
    dialog.open()
    settle(desk, qtbot)
    dialog.name.setText("Ines Maertens")
    dialog.main_button.click()
    assert said_at(dialog.role)
    dialog.role.setCurrentIndex(dialog.role.findData(UserRole.INTERPRETER))
    dialog.form.new.setText("granite willow cinder marble thistle")
    dialog.form.repeated.setText("granite willow cinder marble thistle")
    dialog.second.reason.setText("This office has one magistrate")

    dialog.main_button.click()

    assert "keys of the new user" in dialog.work_label.text()
    assert dialog.work_label.isVisible()
    assert dialog.work_bar.isVisible()
    assert not dialog.name.isEnabled()
    assert not dialog.form.new.isEnabled()
    assert not dialog.main_button.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        pass


def test_a_refusal_of_the_vault_unlocks_the_fields_and_gives_the_cursor_back(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    dialog = PassphraseDialog(window, PassphraseModel(desk.jobs))
    dialog.open()
    for field in (dialog.form.new, dialog.form.repeated):
        field.setText("granite willow cinder marble thistle")
    dialog.old.setText("words that open nothing here")
    dialog.old.setFocus()

    qtbot.keyClick(dialog.old, Qt.Key.Key_Return)
    locked = not dialog.old.isEnabled()
    settle(desk, qtbot)

    assert locked
    assert dialog.notice.isVisible()
    assert dialog.old.isEnabled()
    assert dialog.old.hasFocus()
    dialog.done(0)


def test_the_page_that_unlocks_names_what_is_missing(desk: AppController, qtbot: QtBot):
    desk.start(None)
    view = start_window(desk).unlock

    view.unlock_button.click()
    folder = said_at(view.folder)
    view.folder.setText("somewhere")
    view.unlock_button.click()

    assert folder == "Please choose the folder of the vault."
    assert said_at(view.folder) == ""
    assert said_at(view.passphrase) == "Please type the passphrase."
    qtbot.waitUntil(view.passphrase.hasFocus)
