"""What was added is chosen in its list, and each dialog about an entry names it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from tests.support.controllers import open_dialog, settle, unlock
from tests.ui.test_cases import add_person, list_of, type_in
from tests.ui.test_custody import custody_page, records
from tests.ui.test_record_life import Clerk
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.segment import StruckCode
from ui.application import AppController
from ui.cases.dialogs import IdentityDialog, RevealDialog
from ui.custody.record_event import RecordEventDialog
from ui.forms.entry_dialog import EntryDialog
from ui.text import isolate
from ui.transcript.rows import At
from ui.widgets.basic import Label
from ui.widgets.dates import now


def said_in(dialog: QDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(Label))


def said_when_asked(application: QApplication, act: object, button: Qt.Key = Qt.Key.Key_Escape) -> str:
    """Return the words of the dialog that this act waits for."""
    said = []

    def look() -> None:
        dialog = application.activeModalWidget()
        assert isinstance(dialog, QDialog)
        said.append(dialog.windowTitle() if isinstance(dialog, QFileDialog) else said_in(dialog))
        dialog.reject()

    QTimer.singleShot(300, look)
    act()  # type: ignore[operator]
    return "".join(said)


def test_an_added_person_is_chosen_so_that_the_correction_is_about_it(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)

    view = add_person(application, desk, qtbot, window)

    assert view.details.chosen().code == "V-77"
    view.details.acts.correct_button.click()
    dialog = open_dialog(application, qtbot)
    assert isolate("V-77") in said_in(dialog)


def test_an_added_entry_of_the_other_lists_is_chosen(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    view = list_of(desk, qtbot, vault, "objects")
    view.details.buttons.add_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, EntryDialog)
    type_in(dialog.form, "number", "Z-9")
    type_in(dialog.form, "label", "A blue notebook")
    dialog.form.set_values(kind=next(iter(v.CaseObjectKind)))

    dialog.main_button.click()
    settle(desk, qtbot)

    assert view.details.chosen().number == "Z-9"


@pytest.mark.parametrize("name", ["conditions", "stays"])
def test_the_exhibits_that_an_entry_can_name_as_its_source_are_offered(
    desk: AppController, qtbot: QtBot, vault: Path, name: str
):
    view = list_of(desk, qtbot, vault, name)
    settle(desk, qtbot)

    assert view.details.full is not None
    assert view.details.full.choices["exhibit"]
    assert bool(view.details.full.choices.get("interview")) == (name == "stays")


def test_a_recorded_event_is_chosen_among_the_custody_events(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = custody_page(desk, qtbot, vault)
    view.new_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, RecordEventDialog)
    dialog.form.set_values(
        action=v.CustodyAction.VIEWED, actor="Registry", reason="Shown to the expert", occurred_at=now()
    )

    records(desk, qtbot, dialog)

    assert view.table.current_record().event.reason == "Shown to the expert"


def test_an_added_formality_is_chosen_and_named_where_it_is_struck_out(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    clerk = Clerk(application, desk, qtbot, vault)
    clerk.view.record.tabs.setCurrentIndex(1)
    clerk.add("presence", role=v.PresenceRole.POLICE_INTERVIEWER, name="Jan Peeters")
    clerk.add("presence", role=v.PresenceRole.SUPPORT_PERSON, name="Els Maes")
    panel = clerk.view.record.rows.panels["presence"]

    said = said_when_asked(application, panel.strike_button.click)

    assert panel.table.current_record().name == "Els Maes"
    assert "Els Maes" in said


@pytest.mark.parametrize("name", ["persons", "authorities", "proceedings", "instruments", "objects"])
def test_strike_out_and_history_name_the_entry(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, name: str
):
    view = list_of(desk, qtbot, vault, name)
    entry = view.details.chosen()
    told = getattr(entry, "code", "") or getattr(entry, "number", "") or getattr(entry, "name", "")
    told = told or entry.reference or entry.country

    struck = said_when_asked(application, view.details.acts.strike_button.click)
    view.details.acts.history_button.click()
    settle(desk, qtbot)

    assert told in struck
    assert told in said_in(open_dialog(application, qtbot))


def test_the_revealed_identity_names_the_pseudonym(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    view = add_person(application, desk, qtbot, unlock(desk, qtbot, vault))
    view.details.buttons.reveal_button.click()
    asked = open_dialog(application, qtbot)
    assert isinstance(asked, RevealDialog)
    settle(desk, qtbot)
    asked.reason.setPlainText("The person is to be summoned")
    asked.second.reason.setText("This office has one magistrate")

    asked.main_button.click()
    settle(desk, qtbot)

    shown = open_dialog(application, qtbot)
    assert isinstance(shown, IdentityDialog)
    assert f"Protected identity of {isolate('V-77')}" in said_in(shown)


def test_the_files_of_an_exhibit_are_chosen_under_its_number(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    window.go(2)
    settle(desk, qtbot)
    exhibit = window.exhibits.model.exhibit
    assert exhibit is not None

    said = said_when_asked(application, window.exhibits.card.add_button.click)

    assert said == f"Files of exhibit {isolate(exhibit.exhibit.number)}"


def test_joining_says_why_the_other_turn_does_not_stand(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    clerk = Clerk(application, desk, qtbot, vault)
    view = clerk.view.record
    view.table.setCurrentIndex(view.table.model().index(0, At.LEFT))
    join = next(each for each in view.account.turn_menu.in_draft if "Join" in each.text())

    join.trigger()
    settle(desk, qtbot)

    assert clerk.view.model.segments.rows[1].segment.struck == StruckCode.JOINED
