"""What is kept, in the window: a day is entered with an exhibit, listed, and leads to the events."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import new_session, open_dialog, settle, unlock
from tests.support.offices import act, exhibit, small_case
from thb_desktop.domain.vocabulary import BarKind
from thb_desktop.services.evidence import exhibits, leaving
from ui.application import AppController
from ui.custody.kept import KeptDialog

PLAIN = {0x2066: None, 0x2068: None, 0x2069: None}


def test_what_is_due_stands_first_and_leads_to_its_events(
    application: QApplication, desk: AppController, qtbot: QtBot, tmp_path: Path
):
    vault = tmp_path / "kept.thbvault"
    session = new_session(vault)
    small = small_case(session)
    for number, year in (("E-1", 2090), ("E-2", 2020), ("E-3", 2089)):
        decided = {"keep_ground": "Order 7", "keep_decided_by": "Judge Exemple"}
        kept = exhibit(small, number=number, keep_until=date(year, 1, 1), **decided)
        made = exhibits.register_exhibit(session, kept, act())
    leaving.bar_exhibit(session, made.id, BarKind.LEGAL_HOLD, "An appeal is pending")
    session.close()
    window = unlock(desk, qtbot, vault)
    window.go(3)
    settle(desk, qtbot)

    window.custody.kept_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, KeptDialog)
    settle(desk, qtbot)
    rows = [
        [str(dialog.rows.index(row, column).data()).translate(PLAIN) for column in range(5)]
        for row in range(dialog.rows.rowCount())
    ]
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    dialog.main_button.click()
    settle(desk, qtbot)

    assert [(row[0], row[2]) for row in rows] == [("E-2", "Due"), ("E-3", "Legal hold"), ("E-1", "Kept")]
    assert rows[0][1:2] + rows[0][3:] == ["2020-01-01", "Order 7", "Judge Exemple"]
    assert window.custody.exhibit.currentData() == made.id
