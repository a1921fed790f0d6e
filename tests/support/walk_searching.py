"""Windows that gather what is entered in a case: the search, the board of cooperation, the pay table."""

from datetime import timedelta
from typing import cast

from PySide6.QtWidgets import QDialog

from tests.support import money
from tests.support.action_days import BEGINS, action_team, person_found
from tests.support.walk import PERLA, Walk
from thb_desktop.domain.action_day import check_found, reconcile
from thb_desktop.domain.finance_codes import PayFigureKind
from thb_desktop.domain.ids import CaseId, RowId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.searching import SearchKind
from thb_desktop.services.evidence.action_days import ActionDay
from ui.cases.action_day import ActionDayDialog
from ui.cases.bank_words import BankWordsDialog
from ui.cases.bank_words_model import BankWordsModel
from ui.cases.board import BoardDialog
from ui.cases.parallel import ParallelDialog
from ui.cases.pay import PayDialog
from ui.main_window import MainWindow
from ui.searching.dialogs import SearchDialog
from ui.searching.kept import NameDialog
from ui.text import translate

SOUGHT = "téléphone"
_FIGURES = {
    PayFigureKind.HOURS_WORKED: {"amount": "262", "currency": "", "source": "Roster, row 3"},
    PayFigureKind.RATE_BY_LAW: {"amount": "14.10", "source": "Order of 2025"},
    PayFigureKind.RENT: {"amount": "520.00"},
}


def _mean(dialog: QDialog) -> None:
    """The words of a bank are chosen, and nothing else."""
    words = cast(BankWordsDialog, dialog)
    words.words.setCurrentIndex(1)
    words.take()


def searching(walk: Walk, main: MainWindow) -> None:
    walk.show_case(main, PERLA)
    walk.go(main, 0)
    walk.dialog(main.open_search, "dialog-search-empty")
    walk.dialog(main.open_search, "dialog-search", lambda dialog: _search(walk, dialog))
    walk.dialog(main.open_search, "dialog-search-narrowed", lambda dialog: _narrow(walk, dialog))
    walk.dialog(main.open_search, "dialog-search-refused", _mistype)
    walk.draw(NameDialog(main, translate("SearchDialog", "Keep this search")), "dialog-keep-search", _refuse)
    details = main.cases.details
    full = details.full
    if full is None:
        raise LookupError(PERLA)
    walk.draw(BoardDialog(details, main.cases.model.jobs, full.case), "dialog-board", lambda _: walk.rest())
    walk.draw(
        ParallelDialog(details, main.cases.model.jobs, full.case), "dialog-parallel", lambda _: walk.rest()
    )
    walk.draw(
        ActionDayDialog(details, main.cases.model.jobs, full.case),
        "dialog-action-day",
        lambda dialog: _a_day(walk, dialog),
    )
    worker = full.persons[0]
    figures = [
        money.pay_figure(full.case.id, worker.id, period=PartialDate("2025-10"), kind=kind, **changes)
        for kind, changes in _FIGURES.items()
    ]
    walk.draw(PayDialog(details, figures, full.names), "dialog-pay")
    found = {"Ausgeführt, in Clearing": 1_204, "مقبولة": 1, "": 31}
    for name, fill in (("dialog-bank-words", None), ("dialog-bank-words-refused", _mean)):
        words = BankWordsDialog(details, BankWordsModel(main.cases.model.jobs, main), full.case, found)
        walk.draw(words, name, fill)
    main.cases.list_button.click()
    walk.grab(main, "cases-whole-page")
    main.cases.list_button.click()


def _search(walk: Walk, dialog: QDialog) -> None:
    found = cast(SearchDialog, dialog)
    found.typed.setText(SOUGHT)
    walk.wait(lambda: bool(found.hits.rows))


def _narrow(walk: Walk, dialog: QDialog) -> None:
    """A telephone number without a country code among custody events: what is told of it is long."""
    found = cast(SearchDialog, dialog)
    found.filters.kind.setCurrentIndex(found.filters.kind.findData(SearchKind.CUSTODY.value))
    found.typed.setText("0476/12.34.56")
    walk.wait(found.print_button.isEnabled)


def _refuse(dialog: QDialog) -> None:
    cast(NameDialog, dialog).take()


def _mistype(dialog: QDialog) -> None:
    found = cast(SearchDialog, dialog)
    found.typed.setText(SOUGHT)
    found.filters.since.edit.setText("31.2.2026")
    found.take()


def _a_day(walk: Walk, dialog: ActionDayDialog) -> None:
    """Show two teams, of which one has numbers that nobody accounts for, and a person found."""
    walk.rest()
    case_id = CaseId("case")
    first = action_team(case_id, id=RowId("t-1"))
    other = action_team(
        case_id,
        id=RowId("t-2"),
        number="T-2",
        place="Antwerpen",
        first_number="EX-0201",
        last_number="EX-0220",
    )
    found = person_found(case_id, first.id, seen="Tired, no papers", may_be_child=True)
    dialog.model.loaded.emit(
        ActionDay(
            teams=(
                reconcile(first, {"EX-0101", "EX-0103"}, ["EX-0102"], BEGINS),
                reconcile(other, {"EX-0201", "EX-0203"}, [], BEGINS),
            ),
            found=(found,),
            findings=tuple(check_found([found], found.found_at + timedelta(hours=80))),
        )
    )
