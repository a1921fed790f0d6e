"""The custody record: every event with both its times, and what is late or does not match in sight."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import open_dialog, settle, unlock
from thb_desktop.domain.vocabulary import CustodyAction
from ui.application import AppController
from ui.custody.record_event import RecordEventDialog
from ui.custody.view import CustodyView
from ui.main_window import MainWindow
from ui.widgets.basic import Label


def custody_page(desk: AppController, qtbot: QtBot, vault: Path) -> tuple[MainWindow, CustodyView]:
    window = unlock(desk, qtbot, vault)
    window.go(3)
    settle(desk, qtbot)
    return window, window.custody


def cells(view: CustodyView, row: int) -> list[str]:
    plain = [str(view.rows.index(row, column).data()) for column in range(view.rows.columnCount())]
    return [text.translate({0x2066: None, 0x2068: None, 0x2069: None}) for text in plain]


def test_each_event_is_shown_as_n_of_all_with_the_offset_of_its_place(
    desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = custody_page(desk, qtbot, vault)

    first = view.rows.rows[0]
    shown = cells(view, 0)

    assert shown[0] == first.exhibit.number
    assert shown[1] == f"1 of {first.count}"
    assert shown[3].endswith(("+01:00", "+02:00"))


def test_late_entries_and_mismatches_can_be_seen_alone(desk: AppController, qtbot: QtBot, vault: Path):
    _, view = custody_page(desk, qtbot, vault)

    view.odd.setChecked(True)

    assert view.rows.rows
    assert all(found.is_late or found.is_alarming for found in view.rows.rows)
    assert "Late entry" in {cells(view, row)[5] for row in range(view.rows.rowCount())}


def test_the_chosen_event_shows_when_it_happened_and_when_it_was_entered(
    desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = custody_page(desk, qtbot, vault)
    view.table.choose_row(0)

    said = [label.text() for label in view.findChildren(Label)]

    assert "Date and time" in said
    assert "Entered" in said


def test_an_event_is_recorded_for_a_reason_and_counts_up(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = custody_page(desk, qtbot, vault)
    exhibit = view.rows.rows[0].exhibit
    before = view.rows.rows[0].count
    view.new_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, RecordEventDialog)
    qtbot.waitUntil(lambda: dialog.actor.count() > 0)
    dialog.action.setCurrentIndex(dialog.action.findData(CustodyAction.VIEWED.value))
    dialog.reason.setText("Shown to the expert")
    dialog.occurred_at.write_now()

    dialog.main_button.click()
    settle(desk, qtbot)

    rows = [found for found in view.rows.rows if found.exhibit.id == exhibit.id]
    assert rows[-1].count == before + 1
    assert rows[-1].event.reason == "Shown to the expert"
    assert not rows[-1].is_late


def test_a_correction_names_the_event_what_stands_there_and_what_is_right(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = custody_page(desk, qtbot, vault)
    exhibit = view.rows.rows[0].exhibit
    first = next(found.event for found in view.rows.rows if found.exhibit.id == exhibit.id)
    view.new_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, RecordEventDialog)
    qtbot.waitUntil(lambda: dialog.actor.count() > 0)
    dialog.exhibit.setCurrentIndex(dialog.exhibit.findData(exhibit.id))
    dialog.action.setCurrentIndex(dialog.action.findData(CustodyAction.CORRECTION.value))
    dialog.corrects.setCurrentIndex(dialog.corrects.findData(first.id))
    dialog.wrong_value.setText("A-1")
    dialog.right_value.setText("A-2")
    dialog.reason.setText("Misread from the paper file")
    dialog.occurred_at.write_now()

    dialog.main_button.click()
    settle(desk, qtbot)

    (added,) = (found.event for found in view.rows.rows if found.event.action is CustodyAction.CORRECTION)
    assert (added.corrects, added.wrong_value, added.right_value) == (first.id, "A-1", "A-2")


def test_a_refusal_is_taken_back_when_the_next_attempt_succeeds(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = custody_page(desk, qtbot, vault)
    view.new_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, RecordEventDialog)
    qtbot.waitUntil(lambda: dialog.actor.count() > 0)
    dialog.action.setCurrentIndex(dialog.action.findData(CustodyAction.VIEWED.value))
    dialog.occurred_at.write_now()
    dialog.main_button.click()
    settle(desk, qtbot)
    assert dialog.notice.isVisible()
    dialog.reason.setText("Shown to the expert")

    dialog.main_button.click()
    settle(desk, qtbot)

    assert "Shown to the expert" in [found.event.reason for found in view.rows.rows]
    assert not view.notice.isVisible()


def test_fields_of_a_transfer_are_asked_for_only_with_a_transfer(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = custody_page(desk, qtbot, vault)
    view.new_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, RecordEventDialog)

    dialog.action.setCurrentIndex(dialog.action.findData(CustodyAction.TRANSFER_OUT.value))
    transfer = dialog.to_party.isVisible()
    dialog.action.setCurrentIndex(dialog.action.findData(CustodyAction.EXAMINED.value))

    assert transfer
    assert not dialog.to_party.isVisible()


def test_the_record_of_one_exhibit_is_reached_from_its_card(desk: AppController, qtbot: QtBot, vault: Path):
    window, view = custody_page(desk, qtbot, vault)
    window.go(2)
    settle(desk, qtbot)
    window.exhibits.table.choose_row(1)
    settle(desk, qtbot)
    exhibit = window.exhibits.model.exhibit
    assert exhibit is not None

    window.exhibits.card.custody_button.click()
    settle(desk, qtbot)

    assert window.stack.currentWidget() is view
    assert {found.exhibit.id for found in view.rows.rows} == {exhibit.exhibit.id}
