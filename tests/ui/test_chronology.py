"""The chronology: drawn and listed, zoomed by keys, led to its source, and printed."""

import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import open_dialog, settle, unlock
from thb_desktop.domain.chronology import ChronologyLane, Point
from ui.application import AppController
from ui.lanes.chronology import ChronologyDialog
from ui.main_window import MainWindow
from ui.widgets import choose


@pytest.fixture
def window(desk: AppController, qtbot: QtBot, vault: Path) -> MainWindow:
    found = unlock(desk, qtbot, vault)
    found.go(1)
    settle(desk, qtbot)
    return found


@pytest.fixture
def dialog(
    application: QApplication, desk: AppController, qtbot: QtBot, window: MainWindow
) -> ChronologyDialog:
    window.cases.details.buttons.chronology_button.click()
    found = open_dialog(application, qtbot)
    assert isinstance(found, ChronologyDialog)
    settle(desk, qtbot)
    found.chart.setFocus()
    return found


def chosen(dialog: ChronologyDialog) -> Point:
    assert dialog.model.point is not None
    return dialog.model.point


def test_every_point_is_listed_and_drawn_in_the_stretch(dialog: ChronologyDialog):
    dialog.chart.grab()

    listed = set(dialog.model.found.points)
    assert {each.lane for each in listed} >= {
        *(ChronologyLane.STATEMENTS, ChronologyLane.CUSTODY, ChronologyLane.PAYMENTS)
    }
    assert dialog.rows.rowCount() == len(listed)
    assert all(dialog.chart.spot_of(each) for each in listed)


def test_keys_go_nearer_along_the_time_and_back_to_the_whole(
    dialog: ChronologyDialog, desk: AppController, qtbot: QtBot
):
    whole, stretch = dialog.rows.rowCount(), dialog.model.stretch
    assert stretch is not None

    for _ in range(6):
        QTest.keyClick(dialog.chart, Qt.Key.Key_Plus)
    settle(desk, qtbot)
    near = dialog.rows.rowCount()
    QTest.keyClick(dialog.chart, Qt.Key.Key_Right)
    settle(desk, qtbot)
    moved = dialog.model.stretch
    QTest.keyClick(dialog.chart, Qt.Key.Key_Home)
    settle(desk, qtbot)

    assert near < whole
    assert moved is not None
    assert moved[1] - moved[0] == (stretch[1] - stretch[0]) / 64
    assert (dialog.rows.rowCount(), dialog.model.stretch) == (whole, stretch)


def test_the_chosen_point_stays_in_sight_from_years_to_minutes_and_back_to_all(
    dialog: ChronologyDialog, desk: AppController, qtbot: QtBot
):
    whole = dialog.model.stretch
    QTest.keyClick(dialog.chart, Qt.Key.Key_Down)
    first = chosen(dialog)
    assert dialog.chart.zone() == "UTC"

    for _ in range(24):
        QTest.keyClick(dialog.chart, Qt.Key.Key_Plus)
        settle(desk, qtbot)
    near = dialog.model.stretch

    assert near is not None
    assert near[1] - near[0] == timedelta(minutes=10)
    assert chosen(dialog) == first
    assert dialog.chart.zone() == f"{near[0].year}, UTC"
    for _ in range(24):
        QTest.keyClick(dialog.chart, Qt.Key.Key_Minus)
    settle(desk, qtbot)
    assert dialog.model.stretch == whole
    assert chosen(dialog) == first


def test_a_lane_that_is_not_ticked_is_not_read(dialog: ChronologyDialog, desk: AppController, qtbot: QtBot):
    for lane, box in dialog.boxes.items():
        box.setChecked(lane is ChronologyLane.STATEMENTS)
    settle(desk, qtbot)

    assert {each.lane for each in dialog.model.found.points} == {ChronologyLane.STATEMENTS}


def test_a_point_is_chosen_by_keys_and_leads_to_its_source(
    dialog: ChronologyDialog, desk: AppController, qtbot: QtBot, window: MainWindow
):
    for lane, box in dialog.boxes.items():
        box.setChecked(lane is ChronologyLane.STATEMENTS)
    settle(desk, qtbot)
    QTest.keyClick(dialog.chart, Qt.Key.Key_Down)
    QTest.keyClick(dialog.chart, Qt.Key.Key_Down)
    point = chosen(dialog)
    assert dialog.table.current_record() == point

    QTest.keyClick(dialog.chart, Qt.Key.Key_Return)
    settle(desk, qtbot)

    assert window.interviews.isVisible()
    assert window.interviews.open_id() == point.about


def test_a_payment_leads_to_its_line_in_the_case(
    dialog: ChronologyDialog, desk: AppController, qtbot: QtBot, window: MainWindow
):
    at = dialog.rows.row_of(lambda each: each.kind == "money_transaction")
    dialog.table.choose_row(at)
    point = chosen(dialog)
    dialog.source_button.click()
    settle(desk, qtbot)

    assert window.cases.details.section() == "transactions"
    assert window.cases.details.chosen().id == point.about


def test_what_is_seen_is_printed_with_its_stretch(
    dialog: ChronologyDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    target = tmp_path / "chronology.pdf"
    monkeypatch.setattr(choose, "_ask", lambda _: [target])

    with qtbot.waitSignal(dialog.model.written, timeout=60_000):
        dialog.print_button.click()

    printed = subprocess.run(
        ("pdftotext", "-layout", target, "-"), check=True, capture_output=True
    ).stdout.decode()
    assert "Chronologie" in printed
    assert "UTC" in printed
    for each in dialog.model.found.points[:5]:
        assert each.number in printed
