"""The pay table in the window: each row shows its figures, and a figure leads to its entry."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support import money
from tests.support.controllers import open_dialog, settle, unlock
from thb_desktop.domain.finance_codes import PayFigureKind as K
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.session import Session
from thb_desktop.services.money import finance
from thb_desktop.services.persons import people
from ui.application import AppController
from ui.cases.details import CaseDetails
from ui.cases.entries import PAY, STATEMENTS
from ui.cases.pay import PayDialog
from ui.widgets.cells import ROW_HEIGHT

OCTOBER = PartialDate("2025-10")


def entered(desk: AppController, qtbot: QtBot, work: Callable[[Session], object]) -> None:
    desk.jobs.run(desk.jobs, work, then=lambda _: None)
    settle(desk, qtbot)


def figures(session: Session) -> None:
    case = cases.list_cases(session)[0].case
    worker = people.list_persons(session, case.id)[0].id
    hours = {"kind": K.HOURS_WORKED, "amount": "262", "currency": "", "source": "Roster, row 3"}
    rate = {"kind": K.RATE_BY_LAW, "amount": "14.10", "source": "Order of 2025"}
    for changes in ({}, hours, rate, {"kind": K.RENT, "amount": "520.00"}):
        finance.add_pay_figure(session, money.pay_figure(case.id, worker, period=OCTOBER, **changes))
    account = finance.add_account(session, money.account(case.id, number="BK-9"))
    finance.add_statement(session, money.statement(case.id, account.id))


def details(desk: AppController, qtbot: QtBot, vault: Path, tab: str) -> CaseDetails:
    window = unlock(desk, qtbot, vault)
    window.go(0)
    entered(desk, qtbot, figures)
    found = window.findChild(CaseDetails)
    assert isinstance(found, CaseDetails)
    found.sections.open(tab)
    settle(desk, qtbot)
    return found


def test_each_row_of_the_pay_table_shows_its_figures_and_one_leads_to_its_entry(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    shown = details(desk, qtbot, vault, PAY)
    shown.buttons.pay_button.click()
    settle(desk, qtbot)
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, PayDialog)

    at = dialog.rows.row_of(lambda each: each.period == OCTOBER.edtf)
    told = [each.read(dialog.rows.rows[at]) for each in dialog.rows.columns]
    assert {"262", "214.60", "0.82", "3694.20", "3479.60", "520.00", "unknown"} <= set(told)
    assert dialog.table.rowHeight(at) < 2 * ROW_HEIGHT, "more than one worker is seen at once"
    dialog.table.choose_row(at)
    settle(desk, qtbot)
    assert len(dialog.figures.rows) == 4
    dialog.sources.choose_row(0)
    wanted = dialog.figures.rows[0]
    dialog.source_button.click()
    settle(desk, qtbot)

    assert getattr(shown.chosen(), "id", None) == wanted.id


def test_the_balances_of_a_chosen_statement_are_checked(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    shown = details(desk, qtbot, vault, STATEMENTS)
    said: list[str] = []
    shown.told.connect(lambda sentence, _: said.append(sentence))

    shown.buttons.balance_button.click()
    settle(desk, qtbot)

    assert any("the difference is" in each for each in said)
