"""Alt with an underlined letter presses one button: no letter stands twice on what is seen at once."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QPushButton,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.support.controllers import OFFICE, at_the_desk, settle, start_window, unlock
from tests.support.turning import turned_in, turns
from thb_desktop.domain.assessment import AssessmentMethod, IndividualAssessment
from thb_desktop.domain.ids import PersonId
from thb_desktop.domain.people import Identity
from thb_desktop.domain.vocabulary import IdentityBinding
from thb_desktop.services.office.recovery import RecoveryShare
from ui.application import AppController
from ui.cases.assessment import EnterAssessmentDialog, ShownAssessmentDialog
from ui.cases.dialogs import IdentityDialog
from ui.exhibits.key_material import KeyMaterialDialog
from ui.exhibits.key_material_model import KeyMaterialModel
from ui.export.sign_dialog import SignDialog
from ui.forms.field_form import mnemonic_of
from ui.main_window import MainWindow
from ui.office.add_user import AddUserDialog
from ui.office.code_dialog import CodeDialog
from ui.office.keys_model import NewCode
from ui.office.leaving import ReadmitDialog
from ui.office.passphrase import PassphraseDialog, PassphraseModel
from ui.office.shares import HolderDialog, ShareDialog
from ui.preferences.view import SettingsDialog, ShortcutsDialog
from ui.receiving.dialogs import PackagesDialog
from ui.receiving.model import ReceivingModel
from ui.receiving.notices_dialog import NoticesDialog
from ui.receiving.notices_model import NoticesModel
from ui.settings import Scheme, Settings
from ui.start_window import StartWindow
from ui.vaults.passphrase_view import RecoveredView
from ui.vaults.view_model import RecoveredViewModel
from ui.widgets import choose
from ui.widgets.dialog import Dialog
from ui.widgets.sections import Sections

Clashes = dict[str, dict[str, list[str]]]

LEFT: dict[str, set[str]] = {"en": set(), "fr": set()}
"""Where letters still stand twice; who gives them others takes the place off this list."""


def letters(window: QWidget) -> dict[str, list[str]]:
    """What each letter of Alt reaches of all that is seen, where it is more than one thing."""
    found: dict[str, list[str]] = defaultdict(list)

    def note(text: str) -> None:
        letter = re.search("&([^&])", text.replace("&&", ""))
        if letter:
            found[letter[1].upper()].append(text.strip())

    seen = [part for part in window.findChildren(QWidget) if part.isVisible()]
    for part in seen:
        if isinstance(part, QAbstractButton) and not part.text() and "Alt+" in part.shortcut().toString():
            note(f"&{part.shortcut().toString()[-1]} {part.accessibleName()}")
        elif isinstance(part, QAbstractButton) or (isinstance(part, QLabel) and part.buddy()):
            note(part.text())
    for bar in (part for part in seen if isinstance(part, QTabBar)):
        for number in range(bar.count()):
            note(bar.tabText(number) if bar.isTabVisible(number) else "")
    for sections in (part for part in seen if isinstance(part, Sections)):
        for title in sections.titles():
            note(title)
    return {letter: reached for letter, reached in found.items() if len(reached) > 1}


class Walk:
    """Comes by everything that can be seen, and notes the letters that stand twice, or what `note` says."""

    def __init__(self, application: QApplication, desk: AppController, qtbot: QtBot) -> None:
        self._application, self._desk, self._qtbot = application, desk, qtbot
        self.found: Clashes = {}

    def note(self, window: QWidget, name: str) -> None:
        if twice := letters(window):
            self.found[name] = twice

    def look(self, window: QWidget, name: str) -> None:
        """At the window as it is, and at each of its tabs."""
        settle(self._desk, self._qtbot)
        turned = [each for each in turned_in(window) if each.isVisible()][:1]
        for number, turn in enumerate(turns(turned[0]) if turned else [lambda: None], start=1):
            turn()
            settle(self._desk, self._qtbot)
            self.note(window, f"{name} {number}" if turned else name)
            if isinstance(window, MainWindow):
                self._press(window, f"{name} {number}")

    def start(self, start: StartWindow) -> None:
        self.look(start, "unlock")
        start.unlock.card_button.click()
        self.look(start, "unlock with a card")
        start.unlock.other_way.click()
        self.look(start, "unlock by code")
        start.unlock.other_way.click()
        start.show_restore()
        start.restore.form.setRowVisible(start.restore.incomplete, True)
        self.look(start, "restore")
        start.restore.other_way.click()
        self.look(start, "restore by code")
        start.show_shares()
        self.look(start, "shares")
        start.show_wizard()
        for page in range(4):
            start.wizard._go(page)
            self.look(start, f"wizard {page + 1}")
        start._show(start.unlock)

    def pages(self, window: MainWindow) -> None:
        for number, page in enumerate(window.pages):
            window.go(number)
            settle(self._desk, self._qtbot)
            table = getattr(page, "table", None) or getattr(page, "list", None)
            if table is not None and table.model().rowCount():
                table.choose_row(0)
            self.look(window, type(page).__name__)

    def dialogs(self, window: MainWindow) -> None:
        for dialog in made_here(window):
            dialog.open()
            self.look(dialog, type(dialog).__name__)
            dialog.done(QDialog.DialogCode.Rejected)
        page = RecoveredView(RecoveredViewModel(self._desk.jobs, window))
        page.start()
        page.show()
        self.look(page, "recovered")
        page.close()

    def _press(self, window: MainWindow, name: str) -> None:
        """Each button that opens a dialog."""
        buttons = [each for each in window.findChildren(QPushButton) if each.text().endswith("\u2026")]
        for button in buttons:
            if button.isVisible() and button.isEnabled():
                button.click()
                settle(self._desk, self._qtbot)
                self._look_at_dialogs(name)

    def _look_at_dialogs(self, name: str) -> None:
        for found in self._application.topLevelWidgets():
            if isinstance(found, Dialog) and found.isVisible():
                self.look(found, f"{name}, {type(found).__name__}")
                found.done(QDialog.DialogCode.Rejected)


def made_here(window: MainWindow) -> Iterator[Dialog]:
    """The dialogs that stand behind others, or that need something which this vault has not."""
    people, keys, cases = window.office.people, window.office.keys, window.cases
    yield CodeDialog(keys, keys.model.jobs, NewCode(code="R7KQ2-9MZ4T", office=OFFICE, vault=""))
    yield HolderDialog(keys, keys.model.jobs, "Ines Maertens", 1, 3)
    share = RecoveryShare(number=1, needed=2, total=3, holder="Ines Maertens", text="AB12X")
    yield ShareDialog(keys, share, office=OFFICE, vault="")
    yield PassphraseDialog(keys, PassphraseModel(keys.model.jobs, keys))
    yield ReadmitDialog(people, people.model, people.rows.rows[0])
    yield SettingsDialog(window, Settings())
    yield ShortcutsDialog(window)
    person, identity = PersonId("P"), Identity(person_id=PersonId("P"), name="Amina Example")
    yield IdentityDialog(cases, cases.model, identity, "V-01")
    assessment = IndividualAssessment(
        person_id=person,
        version=1,
        made_at=datetime(2026, 5, 3, tzinfo=UTC),
        made_by="Victim support",
        method=AssessmentMethod.BASIC,
    )
    yield ShownAssessmentDialog(cases, assessment)
    yield EnterAssessmentDialog(cases, cases.assessments, cases.details.lists["persons"].rows[0])
    case = cases.rows.rows[0].case
    yield SignDialog(window.export, case, "Nadia Peeters", "Ines Maertens")
    exhibits = window.exhibits
    exhibit = exhibits.rows.rows[0].exhibit
    yield KeyMaterialDialog(exhibits, KeyMaterialModel(keys.model.jobs, exhibits), exhibit, enters=True)


def test_in_french_no_letter_reaches_two_things_that_are_seen_at_once(
    application: QApplication, qtbot: QtBot, vault: Path, monkeypatch: pytest.MonkeyPatch
):
    """The English windows are walked through once for this and for the wheel, in `test_wheel`."""
    monkeypatch.setattr(choose, "_ask", lambda _: [])
    monkeypatch.setattr(Dialog, "exec", lambda dialog: dialog.open() or 0)
    with at_the_desk(application, Settings(scheme=Scheme.LIGHT, language="fr")) as desk:
        walk = Walk(application, desk, qtbot)
        desk.start(vault)
        walk.start(start_window(desk))
        window = unlock(desk, qtbot, vault)
        walk.pages(window)
        walk.dialogs(window)

    found = "\n".join(f"{place}: {twice}" for place, twice in walk.found.items())
    assert set(walk.found) == LEFT["fr"], found


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_no_letter_reaches_two_things_where_it_is_stated_how_a_new_user_was_identified(
    application: QApplication, qtbot: QtBot, vault: Path, language: str
):
    with at_the_desk(application, Settings(scheme=Scheme.LIGHT, language=language)) as desk:
        desk.start(vault)
        window = unlock(desk, qtbot, vault)
        people = window.office.people
        dialog = AddUserDialog(people, people.model)
        dialog.open()
        dialog.binding.set_values(bound_as=IdentityBinding.SELF_ISSUED_VOUCHED_BY)
        settle(desk, qtbot)
        asked = [each for each in dialog.binding.editors.values() if each.isVisible()]
        marked = [mnemonic_of(dialog.binding.labelForField(each).text()) for each in asked]
        found = letters(dialog)
        dialog.done(QDialog.DialogCode.Rejected)

    assert len(asked) == 4
    assert all(marked)
    assert found == {}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_letter_reaches_two_things_among_the_packages_and_notices_of_a_case(
    application: QApplication, qtbot: QtBot, vault: Path, language: str
):
    """With all their buttons: some of them are there only now and then."""
    with at_the_desk(application, Settings(scheme=Scheme.LIGHT, language=language)) as desk:
        desk.start(vault)
        window = unlock(desk, qtbot, vault)
        settle(desk, qtbot)
        case, found = window.cases.rows.rows[0].case, []
        packages = PackagesDialog(window, ReceivingModel(desk.jobs, case, window))
        notices = NoticesDialog(window, NoticesModel(desk.jobs, case, window))
        for dialog in (packages, notices):
            dialog.open()
            settle(desk, qtbot)
            dialog.office_button.show()
            found.append(letters(dialog))
            dialog.done(QDialog.DialogCode.Rejected)

    assert found == [{}, {}]


def test_in_arabic_no_letter_reaches_two_things_on_the_page_of_cases(
    application: QApplication, qtbot: QtBot, vault: Path, monkeypatch: pytest.MonkeyPatch
):
    with at_the_desk(application, Settings(scheme=Scheme.LIGHT, language="ar")) as desk:
        walk = Walk(application, desk, qtbot)
        monkeypatch.setattr(walk, "_press", lambda *_: None)
        desk.start(vault)
        window = unlock(desk, qtbot, vault)
        window.go(0)
        walk.look(window, "cases")

    assert walk.found == {}
