"""What is told of the money of a case: each statement is checked as it is checked alone."""

from dataclasses import replace
from typing import Any

import pytest

from tests.support import money
from tests.support.offices import Small
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.finance import Transaction
from thb_desktop.domain.finance_codes import BookingStatus
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.errors import FigureSourceError
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.money import finance
from thb_desktop.services.money.money_told import money_told
from thb_desktop.words import ENGLISH, sentence

_BESIDE = ("statements-rows-in-both", "statements-rows-lacking")
"""Both statements are of the same days and have the same row; the one has it twice."""


def test_each_statement_is_checked_in_one_reading_as_it_is_alone(session: Session, small: Small):
    case_id = small.case.id
    account = finance.add_account(session, money.account(case_id, number="BK-7"))
    names = ("agrees", "differs", "unsure", "empty", "struck")
    statements = [
        finance.add_statement(session, money.statement(case_id, account.id, number=each)) for each in names
    ]
    came = money.transaction(case_id, to_account_id=account.id, reference="R-1", balance_after="110.50")
    agrees, differs, unsure, _, struck = (replace(came, statement_id=each.id) for each in statements)
    rows = (
        agrees,
        *(differs, replace(differs, balance_after="120.00", source="row 2")),
        *(
            replace(unsure, is_about=True),
            replace(unsure, amount_to="11.00"),
            replace(unsure, currency="GBP"),
        ),
        replace(agrees, status=BookingStatus.PENDING, reference="R-2"),
        struck,
        money.transaction(case_id, from_account_id=account.id),
    )
    for each in rows:
        finance.add_transaction(session, each)
    out = finance.add_transaction(session, replace(agrees, reference="R-3"))
    corrections.strike_out(session, "money_transaction", out.id, "Entered twice")
    corrections.strike_out(session, "bank_statement", statements[-1].id, "Of another case")

    told = {each.statement.number: each for each in money_told(session, case_id).statements}

    assert {name: each.count for name, each in told.items()} == {
        "agrees": 2, "differs": 2, "unsure": 3, "empty": 0,
    }  # fmt: skip
    assert {name: [one.case for one in each.findings] for name, each in told.items()} == {
        "agrees": [*_BESIDE, "statement-rows-not-in-it"],
        "differs": [
            *("statement-balance-differs", "statement-running-differs", "statement-reference-twice"),
            *("statements-rows-in-both", "statement-rows-not-in-it"),
        ],
        "unsure": ["statement-sum-unknown", "statement-reference-twice"],
        "empty": ["statement-sum-unknown"],
    }
    for each in told.values():
        assert each.findings == finance.check_statement_of(session, each.statement.id)


@pytest.mark.parametrize(
    ("at", "case"),
    [
        *(("2026", "statement-sum-unknown"), ("2025/2026", "statement-sum-unknown")),
        *(("2026-01-20~", "statement-sum-unknown"), ("XXXX", "statement-sum-unknown")),
        *(("2026-03-08", "statement-agrees-with-entries"), ("2024", "statement-agrees-with-entries")),
        ("2026-01-31T23:30:00+01:00[Europe/Brussels]", "statement-differs-from-entries"),
    ],
)
def test_a_row_without_an_exact_day_is_read_beside_the_days_of_a_statement(
    session: Session, small: Small, at: str, case: str
):
    account = finance.add_account(session, money.account(small.case.id))
    statement = finance.add_statement(session, money.statement(small.case.id, account.id))
    exact = money.transaction(small.case.id, to_account_id=account.id)
    for each in (exact, replace(exact, at=PartialDate(at), from_account_id=account.id, to_account_id=None)):
        finance.add_transaction(session, each)

    (told,) = money_told(session, small.case.id).statements

    assert [each.case for each in told.findings] == [case]
    assert told.findings == finance.check_statement_of(session, statement.id)


def entered_before(session: Session, small: Small, **changes: Any) -> Transaction:
    """A transaction without a source, as an earlier version of the program took it."""
    account = finance.add_account(session, money.account(small.case.id))
    with session.work() as work:
        row = money.transaction(
            small.case.id, id=RowId(work.new_id()), from_account_id=account.id, source="", **changes
        )
        work.save(row)
        work.record(small.case.id, VaultAction.TRANSACTION_ADDED)
    return row


def test_a_figure_without_a_source_is_refused_and_one_of_before_stays_and_is_told_until_it_has_one(
    session: Session, small: Small
):
    row = entered_before(session, small, reference="R-1")

    with pytest.raises(FigureSourceError):
        finance.add_transaction(session, replace(row, id=RowId("")))
    (told,) = money_told(session, small.case.id).findings
    corrected = corrections.correct(session, replace(row, text="rent"), "Left out")
    (still,) = money_told(session, small.case.id).findings
    corrections.correct(session, replace(corrected, source="Cash book, p. 3"), "Found")

    assert told == still
    assert sentence(told, ENGLISH).endswith("2026-01-10 10.50 EUR R-1.")
    assert money_told(session, small.case.id).findings == ()
