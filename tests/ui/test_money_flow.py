"""The money flow in the window: drawn and listed, chosen by keys, narrowed, led to its entries, printed."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support import money
from tests.support.controllers import open_dialog, settle, unlock
from thb_desktop.domain.finance_codes import HandOverKind
from thb_desktop.domain.money_flow import HAND_OVER, TRANSACTION, Flow, Party, PartyKind
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.session import Session
from thb_desktop.services.money import finance
from thb_desktop.services.persons import people
from ui import language
from ui.application import AppController
from ui.cases.details import CaseDetails
from ui.cases.entries import TRANSACTIONS
from ui.cases.flow import MoneyFlowDialog
from ui.labels.dates import brief
from ui.widgets import choose
from ui.widgets.chart import ChartView

SCREEN = 1366
"""Pixels of the smallest screen that courts have."""
AROUND = 22
"""Pixels beside the words of a cell."""


def enter(session: Session) -> None:
    case = cases.list_cases(session)[0].case
    person = people.list_persons(session, case.id)[0].id
    first, second = (
        finance.add_account(session, money.account(case.id, number=number)).id
        for number in ("FLOW-1", "FLOW-2")
    )
    for amount in ("1200.00", "800.00"):
        ends = {"from_account_id": first, "to_account_id": second, "currency": "GBP"}
        finance.add_transaction(session, money.transaction(case.id, amount=amount, **ends))
    finance.add_transaction(
        session, money.transaction(case.id, from_account_id=second, amount="90.00", currency="GBP")
    )
    came = finance.add_hand_over(
        session, money.hand_over(case.id, number="HF-1", payer_id=person, currency="GBP", agent="M.")
    )
    went = finance.add_hand_over(
        session,
        money.hand_over(
            case.id,
            number="HF-2",
            kind=HandOverKind.HAWALA_PAID_OUT,
            payer="",
            receiver="Mother of S-01",
            currency="GBP",
        ),
    )
    finance.add_transfer(session, money.transfer(case.id, came.id, number="VF-1", paid_out_id=went.id))


@pytest.fixture
def details(desk: AppController, qtbot: QtBot, vault: Path) -> CaseDetails:
    window = unlock(desk, qtbot, vault)
    window.go(0)
    desk.jobs.run(desk.jobs, enter, then=lambda _: None)
    settle(desk, qtbot)
    found = window.findChild(CaseDetails)
    assert isinstance(found, CaseDetails)
    found.sections.open(TRANSACTIONS)
    settle(desk, qtbot)
    return found


@pytest.fixture
def dialog(
    application: QApplication, desk: AppController, qtbot: QtBot, details: CaseDetails
) -> MoneyFlowDialog:
    details.buttons.flow_button.click()
    found = open_dialog(application, qtbot)
    assert isinstance(found, MoneyFlowDialog)
    settle(desk, qtbot)
    found.currency.setCurrentIndex(found.currency.findData("GBP"))
    settle(desk, qtbot)
    found.chart.setFocus()
    return found


@pytest.fixture
def flow_of(dialog: MoneyFlowDialog) -> Callable[[int], Flow]:
    return lambda at: dialog.rows.rows[at]


def test_each_flow_of_the_currency_is_listed_and_drawn_with_its_number(dialog: MoneyFlowDialog):
    dialog.chart.grab()

    flows = dialog.rows.rows
    lines = dialog.chart.chart.lines
    assert [each.kind for each in flows][:2] == [TRANSACTION, TRANSACTION]
    assert flows[0].count == 2
    assert [each.label for each in lines][:2] == ["1: 2000.00 GBP", "2: 90.00 GBP"]
    assert {each.key for each in lines} == {each.key for each in flows}
    unknown = [each for each in dialog.chart.chart.boxes if not each.is_known]
    assert len(unknown) == sum(
        party.kind is PartyKind.UNKNOWN
        for party in {end for each in flows for end in (each.payer, each.receiver)}
    )


def test_names_are_drawn_whole_and_the_drawing_fills_its_width(dialog: MoneyFlowDialog):
    chart = dialog.chart
    rooms = [chart.box_of(each.key) for each in chart.chart.boxes]
    metrics = QFontMetricsF(chart.font())

    assert max(room.right() for room in rooms) > chart.width() - 20
    for box, room in zip(chart.chart.boxes, rooms, strict=True):
        assert metrics.horizontalAdvance(box.label) <= room.width() - 16


def test_drawing_and_both_tables_are_seen_without_scrolling(dialog: MoneyFlowDialog):
    for seen in (dialog.table.viewport(), dialog.sources.viewport()):
        assert seen.visibleRegion().boundingRect() == seen.rect()
    seen = dialog.chart.visibleRegion().boundingRect()
    assert seen.height() >= dialog.frame.viewport().height() - 12


def test_a_wider_window_draws_wider(dialog: MoneyFlowDialog):
    chart, line = ChartView("Wider"), dialog.chart.chart.lines[0]
    chart.show_chart(dialog.chart.chart)
    chart.resize(1800, 300)
    chart.grab()

    rooms = [chart.box_of(each.key) for each in chart.chart.boxes]
    assert max(room.right() for room in rooms) > 1780
    assert chart.box_of(line.start).right() < chart.spot_of(line.key).x() < chart.box_of(line.end).left()
    chart.deleteLater()


def test_in_a_window_read_from_the_right_the_drawing_leads_from_the_right(dialog: MoneyFlowDialog):
    drawn = dialog.chart.chart
    mirrored = ChartView("Mirrored")
    mirrored.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored.resize(dialog.chart.size())
    mirrored.show_chart(drawn)

    for line in drawn.lines:
        if line.start != line.end:
            to_right = dialog.chart.box_of(line.start).left() < dialog.chart.box_of(line.end).left()
            assert (mirrored.box_of(line.start).left() > mirrored.box_of(line.end).left()) == to_right
    mirrored.grab()
    mirrored.deleteLater()


def test_a_moment_of_an_entry_stands_as_in_every_table(
    dialog: MoneyFlowDialog, desk: AppController, qtbot: QtBot
):
    QTest.keyClick(dialog.chart, Qt.Key.Key_Home)
    settle(desk, qtbot)

    shown = [dialog.entries.index(row, 1).data() for row in range(len(dialog.entries.rows))]
    assert shown
    assert all(brief(each.at) in told for each, told in zip(dialog.entries.rows, shown, strict=True))
    assert all("2026-01-10" in told for told in shown)


def test_keys_go_from_flow_to_flow_and_the_list_follows(
    dialog: MoneyFlowDialog, desk: AppController, qtbot: QtBot
):
    QTest.keyClick(dialog.chart, Qt.Key.Key_Home)
    QTest.keyClick(dialog.chart, Qt.Key.Key_Down)
    settle(desk, qtbot)

    assert dialog.table.current_record() == dialog.rows.rows[1]
    assert "90.00 GBP" in dialog.chart.accessibleDescription()
    assert [each.amount for each in dialog.entries.rows] == ["90.00"]


def test_return_on_a_flow_of_one_entry_leads_to_it(
    dialog: MoneyFlowDialog, desk: AppController, qtbot: QtBot, details: CaseDetails
):
    at = dialog.rows.row_of(lambda each: each.kind == HAND_OVER)
    wanted = dialog.rows.rows[at].about
    dialog.table.choose_row(at)
    QTest.keyClick(dialog.chart, Qt.Key.Key_Return)
    settle(desk, qtbot)

    assert details.section() == "hand_overs"
    assert details.chosen().id == wanted


def test_return_on_a_flow_of_several_goes_to_their_list_and_from_there_to_one(
    dialog: MoneyFlowDialog, desk: AppController, qtbot: QtBot, details: CaseDetails
):
    QTest.keyClick(dialog.chart, Qt.Key.Key_Home)
    settle(desk, qtbot)
    QTest.keyClick(dialog.chart, Qt.Key.Key_Return)
    assert dialog.sources.hasFocus()
    wanted = dialog.entries.rows[0].id
    dialog.sources.choose_row(0)
    dialog.source_button.click()
    settle(desk, qtbot)

    assert details.section() == TRANSACTIONS
    assert details.chosen().id == wanted


def test_one_party_alone_is_shown(dialog: MoneyFlowDialog, desk: AppController, qtbot: QtBot):
    at = next(n for n in range(dialog.party.count()) if dialog.party.itemText(n) == "FLOW-1")
    dialog.party.setCurrentIndex(at)
    settle(desk, qtbot)

    assert [each.count for each in dialog.rows.rows] == [2]


def test_a_day_that_cannot_be_read_is_told_and_changes_nothing(
    dialog: MoneyFlowDialog, desk: AppController, qtbot: QtBot
):
    before = dialog.rows.rows
    dialog.since.edit.setText("31.2.2026")
    dialog.apply_button.click()
    settle(desk, qtbot)
    assert dialog.notice.isVisible()
    assert dialog.rows.rows == before

    dialog.since.edit.setText("11.1.2026")
    dialog.apply_button.click()
    settle(desk, qtbot)
    assert not any(each.kind == TRANSACTION for each in dialog.rows.rows)
    assert "2" in dialog.told.text()


def test_what_is_seen_is_printed(
    dialog: MoneyFlowDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    target = tmp_path / "flow.pdf"
    monkeypatch.setattr(choose, "_ask", lambda _: [target])

    with qtbot.waitSignal(dialog.model.written, timeout=60_000):
        dialog.print_button.click()

    printed = subprocess.run(
        ("pdftotext", "-layout", target, "-"), check=True, capture_output=True
    ).stdout.decode()
    assert "2000.00 GBP" in printed
    assert "FLOW-1" in printed
    assert "HF-1" in printed
    assert "600.00" not in printed
    assert "300.00\N{EN DASH}400.00" in printed


@pytest.mark.parametrize("tag", list(language.LANGUAGES))
def test_who_paid_and_who_received_are_read_whole(
    application: QApplication, desk: AppController, qtbot: QtBot, details: CaseDetails, tag: str
):
    language.install(application, tag)
    try:
        details.buttons.flow_button.click()
        found = open_dialog(application, qtbot)
        assert isinstance(found, MoneyFlowDialog)
        settle(desk, qtbot)
        wallets = {
            "a": ("BTC-1", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"),
            "b": ("TRX-1", "T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb"),
        }
        found.model.found = replace(found.model.found, names=wallets)
        ends = {"payer": Party(PartyKind.ACCOUNT, "a"), "receiver": Party(PartyKind.ACCOUNT, "b")}
        found.rows.show_rows([Flow(kind=TRANSACTION, currency="BTC", count=2, **ends)] * 20)
        settle(desk, qtbot)

        table, index = found.table, found.rows.index
        shown = [str(index(0, each).data()) for each in range(6)]
        needed = [table.fontMetrics().horizontalAdvance(each) + AROUND for each in shown]
        given = [table.horizontalHeader().sectionSize(each) for each in range(6)]
        assert table.verticalScrollBar().isVisible()
        assert found.width() <= SCREEN
        assert "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4" in shown[1]
        assert [told for told, most, room in zip(shown, needed, given, strict=True) if most > room] == []
        found.reject()
    finally:
        language.install(application, "en")
