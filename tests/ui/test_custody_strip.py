"""The custody strip in the window: drawn, chosen by keys, printed, and followed to its event."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import new_session, open_dialog, settle, unlock
from tests.support.offices import act, registered, small_case
from thb_desktop.domain.custody_strip import CustodyLane
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.services.evidence import custody
from ui import language
from ui.application import AppController
from ui.custody.strip import StripDialog
from ui.custody.view import CustodyView
from ui.widgets import choose


@pytest.fixture
def page(desk: AppController, qtbot: QtBot, tmp_path: Path) -> CustodyView:
    vault = tmp_path / "strip.thbvault"
    session = new_session(vault)
    kept = registered(session, small_case(session), seal="BE-1")
    for seal in ("BE-1", "BE-2"):
        custody.record_custody_event(session, kept.id, act(CustodyAction.STORED, place="Room B", seal=seal))
    session.close()
    window = unlock(desk, qtbot, vault)
    window.go(3)
    settle(desk, qtbot)
    return window.custody


@pytest.fixture
def dialog(application: QApplication, desk: AppController, qtbot: QtBot, page: CustodyView) -> StripDialog:
    page.table.choose_row(0)
    page.strip_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, StripDialog)
    settle(desk, qtbot)
    return dialog


def test_the_strip_is_printed(
    dialog: StripDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    target = tmp_path / "strip.pdf"
    monkeypatch.setattr(choose, "_ask", lambda _: [target])

    with qtbot.waitSignal(dialog.model.written, timeout=60_000):
        dialog.print_button.click()

    assert target.read_bytes()[:4] == b"%PDF"


def test_each_mark_leads_to_its_event(
    dialog: StripDialog, desk: AppController, qtbot: QtBot, page: CustodyView
):

    lanes = {each.lane for each in dialog.rows.rows}
    dialog.boxes[CustodyLane.HOLDERS].setChecked(False)
    fewer = {each.lane for each in dialog.rows.rows}
    dialog.chart.setFocus()
    for _ in range(20):
        QTest.keyClick(dialog.chart, Qt.Key.Key_Down)
    point = dialog.model.point
    QTest.keyClick(dialog.chart, Qt.Key.Key_Return)
    settle(desk, qtbot)

    assert {CustodyLane.HOLDERS, CustodyLane.SEALS, CustodyLane.FINDINGS} <= lanes
    assert fewer == lanes - {CustodyLane.HOLDERS}
    assert point is not None
    shown = page.table.current_record()
    assert shown is not None
    assert shown.event.id == point.about


@pytest.mark.parametrize("tag", list(language.LANGUAGES))
def test_both_ends_of_an_interval_are_read_whole(
    application: QApplication, desk: AppController, qtbot: QtBot, page: CustodyView, tag: str
):
    language.install(application, tag)
    try:
        page.table.choose_row(0)
        page.strip_button.click()
        dialog = open_dialog(application, qtbot)
        assert isinstance(dialog, StripDialog)
        settle(desk, qtbot)

        lasting = [number for number, each in enumerate(dialog.rows.rows) if each.until is not None]
        shown = [str(dialog.rows.index(number, 0).data()) for number in lasting]
        assert lasting
        assert all(each.count(":") >= 4 for each in shown)
        assert dialog.width() <= 1366
        words, room = dialog.table.fontMetrics(), dialog.table.horizontalHeader().sectionSize(0)
        assert all(words.horizontalAdvance(each) + 22 <= room for each in shown)
        dialog.reject()
    finally:
        language.install(application, "en")
