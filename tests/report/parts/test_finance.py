"""Money on the pages: of a long statement the first rows, and nothing that is left out without a word."""

from dataclasses import replace

import pytest

from tests.support import money
from tests.support.bundles import case_content
from thb_desktop.domain.finance import Transaction
from thb_desktop.domain.ids import CaseId, RowId, StatementId
from thb_desktop.report.attachments import case_data
from thb_desktop.report.document.archive import Properties
from thb_desktop.report.document.document import Document
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.parts.finance import draw_finance
from thb_desktop.report.parts.money_rows import MOST_ROWS, printed_rows
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import PORTRAIT
from thb_desktop.report.words import words_in


def rows_of(count: int) -> list[Transaction]:
    """So many rows of one statement, and one without a statement before them."""
    plain = money.transaction(CaseId("c"))
    return [
        replace(plain, id=RowId(f"t{number}"), statement_id=StatementId("s") if number else None)
        for number in range(count + 1)
    ]


def test_of_a_long_statement_the_first_rows_and_the_corrected_ones_are_printed_and_the_rest_is_counted():
    printed, cut = printed_rows(rows_of(100), {"t90"}, most=20)

    assert [each.id for each in printed] == [*(f"t{number}" for number in range(21)), "t90"]
    assert cut == {"s": (21, 100)}


def test_of_a_short_statement_every_row_is_printed():
    assert printed_rows(rows_of(30), ()) == (rows_of(30), {})


def test_the_page_says_what_is_not_printed_and_the_attached_file_has_it(monkeypatch: pytest.MonkeyPatch):
    content = case_content("perla")
    statement = money.statement(content.frame.case.id, money.account(content.frame.case.id).id)
    held = replace(
        content.finance,
        accounts=(),
        statements=(replace(statement, id=StatementId("s")),),
        transactions=tuple(rows_of(MOST_ROWS + 7)),
    )
    content = replace(content, finance=held)
    properties = Properties(title="", language="en", software="", made_at=content.release.made_at)
    flow = Flow(Document(properties=properties), geometry=PORTRAIT)
    told = list[str]()
    monkeypatch.setattr(flow, "bullets", told.extend)

    draw_finance(Setting(content, words_in("en"), flow))

    assert any(f"{MOST_ROWS} of {MOST_ROWS + 7} rows are printed" in each for each in told)
    attached = case_data(content)["transactions"]
    assert isinstance(attached, list)
    assert len(attached) == MOST_ROWS + 8
