"""The titles of the lists of a case at 1366 x 768, in each language: none is cut."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from tests.support.money import transaction
from thb_desktop.domain.finance import Transaction
from thb_desktop.domain.finance_codes import BookingStatus
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.partial_dates import PartialDate
from ui import language, theme
from ui.cases.entries import LISTS, TRANSACTIONS
from ui.cases.tables import columns_of
from ui.rows import RowsModel
from ui.widgets.table import RecordTable

ROOM = 978
"""Pixels of a list beside its sections, in the window on the smallest screen that courts have."""
AROUND = 24
"""Pixels beside the words of a title; its sort mark may be missing."""


@pytest.mark.parametrize("tag", list(language.LANGUAGES))
def test_no_title_is_cut(application: QApplication, tag: str):
    theme.apply(application, dark=False)
    language.install(application, tag)
    font = QFont(application.font())
    font.setPointSizeF(9)
    font.setBold(True)
    cut = []

    for name in LISTS:
        rows = RowsModel(columns_of(name, lambda _: "", dict))
        table = RecordTable(rows, name)
        table.resize(ROOM, 300)
        table.show()
        header = table.horizontalHeader()
        for number, column in enumerate(rows.columns):
            needed = QFontMetrics(font).horizontalAdvance(column.title) + AROUND
            if not header.isSectionHidden(number) and header.sectionSize(number) < needed:
                cut.append((name, column.title, header.sectionSize(number), needed))
        table.close()

    language.install(application, "en")
    assert cut == []


def list_of_transactions(application: QApplication, tag: str) -> tuple[RecordTable, RowsModel[Transaction]]:
    """Show the list in a language, as wide as the page has it."""
    theme.apply(application, dark=False)
    language.install(application, tag)
    rows = RowsModel[Transaction](columns_of(TRANSACTIONS, lambda _: "", dict))
    table = RecordTable(rows, TRANSACTIONS)
    table.resize(ROOM, 300)
    table.show()
    return table, rows


@pytest.mark.parametrize("tag", list(language.LANGUAGES))
def test_the_time_of_a_transaction_is_whole_with_its_offset(application: QApplication, tag: str):
    table, _rows = list_of_transactions(application, tag)

    needed = table.fontMetrics().horizontalAdvance("2026-01-12 20:58 +00:00") + AROUND
    given = table.columnWidth(0)
    table.close()

    language.install(application, "en")
    assert given >= needed


@pytest.mark.parametrize("tag", list(language.LANGUAGES))
def test_who_was_paid_and_the_source_have_the_room_of_columns_that_say_nothing(
    application: QApplication, tag: str
):
    table, rows = list_of_transactions(application, tag)
    paid = transaction(
        CaseId("c"), at=PartialDate("2026-01-12T20:58:00Z"), counterparty="eros-annonces.example"
    )
    counterparty, status, text, source = 5, 6, 7, 8

    rows.show_rows([paid])
    silent = [table.columnWidth(each) for each in (counterparty, status, text, source)]
    rows.add_rows([replace(paid, text="Annonce", status=BookingStatus.BOOKED)], more=False)
    said = [table.columnWidth(each) for each in (counterparty, status, text, source)]
    needed = table.fontMetrics().horizontalAdvance("eros-annonces.example") + AROUND
    rows.show_rows([paid])
    again = [table.columnWidth(each) for each in (counterparty, status, text, source)]
    table.close()

    language.install(application, "en")
    assert silent[0] >= needed
    assert silent[3] >= needed
    assert said[1] > silent[1]
    assert said[2] > silent[2]
    assert again == silent
