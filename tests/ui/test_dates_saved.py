"""Dates from the keys that a person presses to what the vault keeps, and what it asks about on the way."""

import dataclasses
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.support.controllers import environment, open_dialog, reopen, settle, unlock
from tests.support.register import fill_register
from tests.ui.test_interviews import draft_record
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.fields import Description, Editor, Field
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.zones import zone_of
from thb_desktop.services.case_file import cases
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.testimony import interviews
from ui.application import AppController
from ui.exhibits.register import RegisterDialog
from ui.forms import entry_dialog, field_form
from ui.forms.entry_dialog import EntryDialog
from ui.jobs import VaultJobs
from ui.view_model import ViewModel
from ui.widgets import date_doubts
from ui.widgets.dates import DateField, MomentField
from ui.widgets.questions import Question

BRUSSELS = "Europe/Brussels"


def type_into(field: QWidget, text: str) -> None:
    """As a person: go there, press the keys, leave by Tab."""
    field.setFocus()
    target = field.focusProxy() or field
    assert target.hasFocus()
    QTest.keyClicks(target, text)
    QTest.keyClick(target, Qt.Key.Key_Tab)


def register(application: QApplication, desk: AppController, qtbot: QtBot, vault: Path) -> RegisterDialog:
    window = unlock(desk, qtbot, vault)
    window.go(2)
    settle(desk, qtbot)
    window.exhibits.new_button.click()
    dialog = open_dialog(application, qtbot)
    settle(desk, qtbot)
    assert isinstance(dialog, RegisterDialog)
    fill_register(dialog, collected_at=None, titles=(("fr", "Agenda"),), number="")
    collected_of(dialog).zone = BRUSSELS
    return dialog


def collected_of(dialog: RegisterDialog) -> MomentField:
    field = dialog.exhibit.editors["collected_at"]
    assert isinstance(field, MomentField)
    return field


def times(application: QApplication, desk: AppController, qtbot: QtBot, vault: Path) -> EntryDialog:
    """The form of the time and place of the draft interview."""
    _, view = draft_record(desk, qtbot, vault)
    view.record.tabs.setCurrentIndex(1)
    view.record.rows.change_header("time_and_place")
    dialog = open_dialog(application, qtbot)
    settle(desk, qtbot)
    assert isinstance(dialog, EntryDialog)
    for name in ("started_at", "ended_at"):
        field_of(dialog, name).zone = BRUSSELS
    return dialog


def field_of(dialog: EntryDialog, name: str) -> MomentField:
    field = dialog.form.editors[name]
    assert isinstance(field, MomentField)
    return field


def kept_interview(vault: Path) -> Interview:
    session = reopen(vault)
    case = cases.list_cases(session)[0].case
    found = [each.interview for each in interviews.list_interviews(session, case.id)]
    session.close()
    return next(each for each in found if each.number == "I-99")


def test_what_is_typed_into_a_dialog_is_what_the_vault_keeps(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
) -> None:
    dialog = register(application, desk, qtbot, vault)
    late = dialog.act.editors["late_entry_reason"]
    for field, text in (
        (dialog.exhibit.editors["number"], "E-77"),
        (collected_of(dialog), "24.11.2025 14.05"),
        (late, "Paper file"),
    ):
        type_into(field, text)
    dialog.same_button.click()
    assert "Monday 24 November 2025, 14:05, Brussels" in collected_of(dialog).told.text()

    QTest.keyClick(late, Qt.Key.Key_Return)
    settle(desk, qtbot)

    desk.end()
    kept = reopen(vault)
    case = cases.list_cases(kept)[0].case
    [exhibit] = [
        each.exhibit for each in exhibits.list_exhibits(kept, case.id) if each.exhibit.number == "E-77"
    ]
    kept.close()
    assert exhibit.collected_at == datetime(2025, 11, 24, 13, 5, tzinfo=UTC)


def test_a_date_that_cannot_be_read_is_not_saved_and_gets_the_cursor(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
) -> None:
    dialog = register(application, desk, qtbot, vault)
    type_into(dialog.exhibit.editors["number"], "E-77")
    type_into(collected_of(dialog), "11/24/2025 14:05")

    dialog.main_button.click()
    settle(desk, qtbot)

    assert dialog.isVisible()
    assert collected_of(dialog).edit.hasFocus()
    assert "Write the day before the month" in collected_of(dialog).told.text()


def test_an_interview_of_nine_months_is_refused_at_its_end(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
) -> None:
    before = kept_interview(vault)
    dialog = times(application, desk, qtbot, vault)
    start, end = field_of(dialog, "started_at"), field_of(dialog, "ended_at")
    for field, text in ((start, "25.2.2025 10:00"), (end, "24.11.2025 11:00")):
        field.edit.clear()
        type_into(field, text)

    dialog.main_button.click()
    settle(desk, qtbot)

    assert dialog.isVisible()
    assert "longer than a day" in end.told.text()
    assert end.edit.hasFocus()
    desk.end()
    assert kept_interview(vault) == before


@pytest.mark.parametrize("year", ["2090", "1895"])
def test_an_interview_in_the_future_or_long_ago_is_refused_at_its_field_in_words(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, year: str
) -> None:
    dialog = times(application, desk, qtbot, vault)
    for name, time in (("started_at", "10:00"), ("ended_at", "11:00")):
        field_of(dialog, name).edit.clear()
        type_into(field_of(dialog, name), f"5.3.{year} {time}")

    dialog.main_button.click()
    settle(desk, qtbot)

    assert dialog.isVisible()
    assert "in the future: the start of the interview" in field_of(dialog, "started_at").told.text()
    desk.end()


def test_the_times_of_a_draft_can_be_mended(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
) -> None:
    dialog = times(application, desk, qtbot, vault)
    typed = {"started_at": "25.3.2026 10:00", "ended_at": "25/03/2026 11h30"}
    for name, text in typed.items():
        field_of(dialog, name).edit.clear()
        type_into(field_of(dialog, name), text)

    dialog.main_button.click()
    settle(desk, qtbot)

    desk.end()
    kept = kept_interview(vault)
    assert (kept.started_at, kept.ended_at) == (
        datetime(2026, 3, 25, 9, 0, tzinfo=UTC),
        datetime(2026, 3, 25, 10, 30, tzinfo=UTC),
    )
    assert kept.started_at is not None
    assert zone_of(kept.started_at) == BRUSSELS


ORDER = Description(
    name="instrument",
    entity=Instrument,
    fields=(
        Field(name="issued_on", section="status", editor=Editor.DAY),
        Field(name="executed_on", section="status", editor=Editor.DAY),
    ),
    internal=tuple(
        each.name for each in dataclasses.fields(Instrument) if each.name not in ("issued_on", "executed_on")
    ),
)


@pytest.fixture
def entry(
    application: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> tuple[EntryDialog, list[dict[str, Any]]]:
    """A form of an order, and what it gave to be saved."""
    monkeypatch.setattr(field_form, "field_words", lambda _, name: name)
    monkeypatch.setattr(entry_dialog, "now", lambda: datetime(2026, 11, 24, 14, 5, tzinfo=UTC))
    given: list[dict[str, Any]] = []
    model = ViewModel(VaultJobs(environment))
    dialog = EntryDialog(
        None, "Order", ORDER, lambda values, _: given.append(values), model=model, main="&Save"
    )
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog, given


@pytest.mark.parametrize(("answer", "saved"), [(True, 1), (False, 0)])
def test_what_hardly_can_be_is_saved_only_after_the_person_says_so(
    entry: tuple[EntryDialog, list[dict[str, Any]]], monkeypatch: pytest.MonkeyPatch, answer: bool, saved: int
) -> None:
    dialog, given = entry
    asked: list[str] = []
    monkeypatch.setattr(date_doubts, "ask", lambda *said, **_: asked.append(said[2]) or answer)
    type_into(dialog.form.editors["executed_on"], "1.3.2027")

    dialog.main_button.click()

    assert asked == ["executed_on: This date lies in the future."]
    assert len(given) == saved


def test_what_cannot_be_is_refused_at_its_field_and_never_asked_about(
    entry: tuple[EntryDialog, list[dict[str, Any]]],
) -> None:
    dialog, given = entry
    type_into(dialog.form.editors["issued_on"], "5.3.2026")
    type_into(dialog.form.editors["executed_on"], "1.3.2026")

    dialog.main_button.click()

    executed = dialog.form.editors["executed_on"]
    assert isinstance(executed, DateField)
    assert given == []
    assert "before \u20662026-03-05\u2069" in executed.told.text()
    assert executed.edit.hasFocus()


@pytest.mark.parametrize(
    ("modifier", "saved"),
    [(Qt.KeyboardModifier.NoModifier, 0), (Qt.KeyboardModifier.ControlModifier, 0), (None, 1)],
)
def test_no_habit_of_enter_keeps_a_date_in_the_future(
    entry: tuple[EntryDialog, list[dict[str, Any]]], modifier: Qt.KeyboardModifier | None, saved: int
) -> None:
    dialog, given = entry
    type_into(dialog.form.editors["executed_on"], "1.3.2027")

    def answer() -> None:
        [question] = dialog.findChildren(Question)
        if not question.isActiveWindow():  # keys go to the window that is active
            QTimer.singleShot(10, answer)
            return
        if modifier is None:
            QTest.keyClick(question.focusWidget(), Qt.Key.Key_Tab)
            QTest.keyClick(question.focusWidget(), Qt.Key.Key_Space)
        else:
            QTest.keyClick(question.focusWidget(), Qt.Key.Key_Return, modifier)
        if question.isVisible():
            QTest.keyClick(question, Qt.Key.Key_Escape)

    QTimer.singleShot(0, answer)
    dialog.main_button.click()

    assert len(given) == saved
