"""Statements of one account beside each other, and beside what was entered without them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from tests.support import money
from thb_desktop.domain.finance import BankStatement, Transaction
from thb_desktop.domain.finance_codes import BookingStatus
from thb_desktop.domain.ids import AccountId, CaseId, RowId, StatementId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.statements_around import RowsOfAccounts, StatementsOfAccounts
from thb_desktop.domain.statements_beside import check_beside
from thb_desktop.findings import Finding, Standing
from thb_desktop.words import ENGLISH, sentence

CASE, OURS, THEIRS = CaseId("case"), AccountId("ours"), AccountId("theirs")


def statement(number: str, first: str = "2026-01-01", last: str = "2026-01-31", **more: str) -> BankStatement:
    made = money.statement(
        CASE,
        OURS,
        id=StatementId(number),
        number=number,
        period_from=date.fromisoformat(first),
        period_to=date.fromisoformat(last),
        opening="",
        closing="",
    )
    return replace(made, **more)  # type: ignore[arg-type]


def came(of: BankStatement | None, at: str, amount: str = "10.50", **more: object) -> Transaction:
    made = money.transaction(
        CASE,
        id=RowId(f"{of.number if of else '-'}{at}{amount}{len(more)}"),
        to_account_id=OURS,
        statement_id=of.id if of else None,
        at=PartialDate(at),
        amount=amount,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def found(
    statements: Sequence[BankStatement], rows: Sequence[Transaction] = (), of: str = "ST-2"
) -> list[Finding]:
    """Everything but that balances are not stated, which most of these statements leave out."""
    (checked,) = (each for each in statements if each.number == of)
    own = [each for each in rows if each.statement_id == checked.id]
    findings = check_beside(
        checked, StatementsOfAccounts(statements), own, RowsOfAccounts(rows).around(checked)
    )
    return [each for each in findings if each.case != "statement-balance-missing"]


def said(findings: Sequence[Finding]) -> str:
    return "\n".join(sentence(each, ENGLISH) for each in findings)


def test_days_between_two_statements_are_told_with_what_the_balances_say_of_them():
    january = statement("ST-1", closing="110.50")
    march = statement("ST-2", "2026-03-01", "2026-03-31", opening="110.5")

    agrees, differs, silent = (
        found((january, replace(march, opening=opening))) for opening in ("110.5", "90.00", "")
    )

    assert [(each.case, each.standing) for each in (*agrees, *differs, *silent)] == [
        ("statements-gap-agrees", Standing.UNKNOWN),
        ("statements-gap", Standing.BROKEN),
        ("statements-gap-unknown", Standing.UNKNOWN),
    ]
    assert "from 2026-02-01 to 2026-02-28" in said(agrees)
    assert "ends with 110.50, ST-2 begins with 90.00; the difference is -20.50 EUR" in said(differs)


@pytest.mark.parametrize("begins", ["2026-01-31", "2026-02-01"])
def test_the_next_statement_begins_with_the_balance_with_which_the_one_before_ends(begins: str):
    """A balance is often dated by the evening before."""
    january = statement("ST-1", closing="110.50")
    february = statement("ST-2", begins, "2026-02-28", opening="110.50")

    assert found((january, february)) == []
    assert said(found((january, replace(february, opening="101.50")))) == (
        "ST-2 begins with 101.50, but ST-1, the statement before it, ends with 110.50; the difference is "
        "-9.00 EUR (V-F-03)."
    )


def test_a_day_that_any_statement_covers_is_no_gap():
    january, february = statement("ST-1", closing="1"), statement("ST-3", "2026-02-01", "2026-02-28")
    march = statement("ST-2", "2026-03-01", "2026-03-31", opening="7")
    of_another = replace(february, account_id=THEIRS)
    struck = replace(february, struck="Entered twice")

    assert found((january, february, march)) == []
    for each in (of_another, struck, replace(february, currency="GBP")):
        assert [one.case for one in found((january, each, march))] == ["statements-gap"]


def test_rows_of_two_statements_of_the_same_days_are_told_where_they_stand_in_both_and_where_in_one():
    paper, file = statement("ST-1", closing="5"), statement("ST-2", closing="6.00")
    both, also = ("2026-01-05", "9.00"), ("2026-01-05", "9.00")
    rows = [
        *(came(paper, *both, source="p. 1"), came(paper, *also, source="p. 1, below")),
        came(paper, "2026-01-09", "7.25", source="p. 2"),
        *(came(file, *both, source="row 2"), came(file, "2026-01-20", "3.00", source="row 3")),
    ]

    told = said(found((paper, file), rows))

    balances, both_have, lacks = told.splitlines()
    assert balances == (
        "ST-2 and ST-1 are of the same days and state different closing balances: 6.00 and 5 (V-F-03)."
    )
    assert "from 2026-01-01 to 2026-01-31" in both_have
    assert both_have.endswith("counted twice in the sums (1): 2026-01-05 +9.00 (p. 1) (V-F-03).")
    assert lacks.startswith(
        "ST-2 lacks rows that ST-1 has from 2026-01-01 to 2026-01-31 (2): 2026-01-05 +9.00 "
    )
    assert lacks.endswith("(p. 1, below), 2026-01-09 +7.25 (p. 2) (V-F-03).")
    assert "2026-01-20 +3.00 (row 3)" in said(found((paper, file), rows, of="ST-1"))


def test_a_statement_on_paper_is_compared_with_the_rows_that_a_file_has_of_its_time():
    whole = statement("ST-1", "2026-01-01", "2026-03-31", sha256="0" * 64)
    paper = statement("ST-2", opening="100.00", closing="110.50")
    rows = [came(whole, "2026-01-10", "12.00"), came(whole, "2026-02-01", "5.00")]
    rows += [came(whole, "2026-01-31", "1.50", to_account_id=None, from_account_id=OURS)]

    agrees, differs = (found((whole, each), rows) for each in (paper, replace(paper, closing="111.00")))

    assert [each.standing for each in (*agrees, *differs)] == [Standing.HOLDS, Standing.BROKEN]
    assert "in ST-1 (number 2, sum 10.50) give 110.50" in said(agrees)
    assert "do not give 111.00; the difference is 0.50 EUR" in said(differs)
    unsure = [*rows, came(whole, "2026-01-12", "1.00", is_about=True)]
    assert [each.case for each in found((whole, paper), unsure)] == ["statement-sum-unknown"]
    announced = [*rows, came(whole, "2026-01-12", "1.00", status=BookingStatus.PENDING)]
    assert found((whole, paper), announced) == agrees


def test_a_statement_on_paper_is_compared_with_what_was_entered_by_itself():
    paper = statement("ST-2", opening="100.00", closing="110.50")

    assert said(found((paper,), [came(None, "2026-01-10")])) == (
        "ST-2 has no rows of its own. 100.00 and the transactions of its account and time that were entered "
        "without it (number 1, sum 10.50) give 110.50 (V-F-03)."
    )
    (differs,) = found((paper,), [came(None, "2026-01-10", "4.00")])
    (nothing,) = found((paper,))
    (empty,) = found((replace(paper, sha256="0" * 64),))
    assert "the difference is 6.50 EUR. They may not be all its rows" in said([differs])
    assert [each.standing for each in (differs, nothing, empty)] == [
        *(Standing.UNKNOWN, Standing.UNKNOWN, Standing.BROKEN)
    ]


def test_what_was_entered_apart_is_in_the_statement_and_counted_twice_or_is_missing_from_it():
    january = statement("ST-2")
    row = came(january, "2026-01-10", "10.50")
    near, far = came(None, "2026-01-12", source="Receipt 4"), came(None, "2026-01-22", source="Receipt 5")

    assert said(found((january,), [row, near])).startswith("ST-2: transactions that were entered without")
    assert "(1): 2026-01-12 +10.50 (Receipt 4). If they are the same" in said(found((january,), [row, near]))
    assert said(found((january,), [row, far])) == (
        "ST-2: transactions of its account and time that stand in no statement of the account (1): "
        "2026-01-22 +10.50 (Receipt 5) (V-F-03)."
    )
    assert [each.case for each in found((january,), [row, near, far])] == [
        "statement-rows-apart",
        "statement-rows-not-in-it",
    ]


def test_a_payment_near_the_end_may_be_booked_in_the_next_statement():
    january, february = statement("ST-2"), statement("ST-3", "2026-02-01", "2026-02-28")
    row, late = came(january, "2026-01-10"), came(None, "2026-01-30", "4.00")

    assert found((january,), [row, late]) == []
    assert found((january, february), [row, late, came(february, "2026-02-02", "4.00")]) == []
    other = came(february, "2026-02-02", "7.00")
    told = found((january, february), [row, late, other])
    assert [each.case for each in told] == ["statement-rows-not-in-it"]


def test_a_payment_between_two_accounts_of_the_case_stands_in_the_statements_of_both():
    ours, theirs = statement("ST-2"), replace(statement("ST-9"), account_id=THEIRS)
    ends = {"from_account_id": THEIRS, "to_account_id": OURS}
    row = came(ours, "2026-01-10", **ends)
    same = came(theirs, "2026-01-09", source="row 7", **ends)

    assert "2026-01-09 +10.50 (row 7)" in said(found((ours, theirs), [row, same]))
    from_a_third = replace(row, from_account_id=AccountId("third"))
    assert [each.case for each in found((ours, theirs), [from_a_third, same])] == ["statement-rows-not-in-it"]


def test_rows_of_another_time_and_rows_that_are_alike_are_told():
    january = statement("ST-2")
    rows = [came(january, "2026-02-02", source="row 5"), came(january, "2026-01-10", source="row 1")]
    again = replace(rows[1], id=RowId("again"), source="row 2")

    assert said(found((january,), rows)) == (
        "ST-2: rows of another time than the statement (1): 2026-02-02 +10.50 (row 5) (V-F-03)."
    )
    assert "(2): 2026-01-10 +10.50 (row 1), 2026-01-10 +10.50 (row 2). One of them may" in said(
        found((january,), [rows[1], again])
    )
    assert found((january,), [rows[1], replace(again, balance_after="3.00")]) == []
    assert found((january,), [rows[1], replace(again, reference="R-1")]) == []


def test_a_statement_without_its_period_says_that_it_was_not_compared():
    january, silent = statement("ST-1"), replace(statement("ST-2"), period_to=None)

    assert [each.case for each in found((january, silent))] == ["statement-period-missing"]
    assert found((silent,)) == []
