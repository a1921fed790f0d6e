"""What was entered apart is paired with the rows of an account once, across the end of a statement too."""

from dataclasses import replace
from datetime import date, timedelta

from tests.domain.test_statements_beside import came, found, said, statement
from thb_desktop.domain.finance import Transaction
from thb_desktop.domain.ids import AccountId, StatementId
from thb_desktop.domain.statements_around import RowsOfAccounts, StatementsOfAccounts
from thb_desktop.domain.statements_beside import check_beside

JANUARY, FEBRUARY = statement("ST-1"), statement("ST-2", "2026-02-01", "2026-02-28")
BOTH = (JANUARY, FEBRUARY)


def apart(at: str) -> Transaction:
    return came(None, at, source=f"of {at}")


def told_by_both(rows: list[Transaction]) -> list[list[str]]:
    return [
        [f"{one.case} {one.values['rows']}" for one in found(BOTH, rows, of=each.number)] for each in BOTH
    ]


def test_a_payment_of_the_last_day_is_told_by_the_statement_that_books_it_after_the_end():
    rows = [came(JANUARY, "2026-01-10", "99.00"), came(FEBRUARY, "2026-02-02"), apart("2026-01-31")]

    assert told_by_both(rows) == [
        [],
        ["statement-rows-apart ('2026-01-31 +10.50 (of 2026-01-31)',)"],
    ]
    assert "2026-01-31 +10.50" in said(found((FEBRUARY,), rows[1:]))


def test_two_payments_about_an_end_are_both_told_and_each_by_one_statement():
    rows = [came(JANUARY, "2026-01-28"), came(FEBRUARY, "2026-02-02")]

    assert told_by_both([*rows, apart("2026-01-31"), apart("2026-02-01")]) == [
        ["statement-rows-apart ('2026-01-31 +10.50 (of 2026-01-31)',)"],
        ["statement-rows-apart ('2026-02-01 +10.50 (of 2026-02-01)',)"],
    ]


def test_each_statement_finds_the_same_pairs_however_they_hang_together():
    """Each row could be that of the payment before it or after it, over three months."""
    days = [date(2025, 12, 1) + timedelta(days=each) for each in range(0, 110, 3)]
    months = [
        statement("ST-0", "2025-12-01", "2025-12-31"),
        *BOTH,
        statement("ST-3", "2026-03-01", "2026-03-31"),
    ]
    rows = list[Transaction]()
    for number, day in enumerate(days):
        of = next(each for each in months if each.period_from <= day <= each.period_to)  # type: ignore[operator]
        rows.append(came(of, day.isoformat()))
        rows += [apart((day + timedelta(days=1 + number % 2)).isoformat())] * (number % 5 > 0)

    told = [
        one
        for each in months
        for one in found(months, rows, of=each.number)
        if one.case == "statement-rows-apart"
    ]
    assert sum(int(str(each.values["count"])) for each in told) == sum(
        each.statement_id is None for each in rows
    )


def test_where_two_payments_are_like_one_row_it_is_not_said_that_the_other_stands_nowhere():
    rows = [came(FEBRUARY, "2026-02-12"), apart("2026-02-11"), apart("2026-02-13"), apart("2026-02-22")]

    told = found((FEBRUARY,), rows)

    assert [each.case for each in told] == [
        *("statement-rows-apart", "statement-rows-not-in-it", "statement-rows-perhaps-in-it")
    ]
    assert "(1): 2026-02-13 +10.50 (of 2026-02-13) (V-F-03)" in said(told)


def test_a_payment_that_may_be_a_row_nobody_could_read_or_entered_does_not_stand_nowhere():
    unread = replace(JANUARY, unread=(("3", "?"),), unread_because=(("DAY", "B"),))
    rows = [came(JANUARY, "2026-01-10", "99.00"), apart("2026-01-20")]
    late = [rows[0], apart("2026-01-30")]
    from_file = replace(FEBRUARY, sha256="0" * 64)

    whole, broken_off, no_rows, no_such_row = (
        [each.case for each in found(those, of_all, of="ST-1") if "unread" not in each.case]
        for those, of_all in (
            (BOTH, rows),
            ((unread, FEBRUARY), rows),
            (BOTH, late),
            ((JANUARY, from_file), late),
        )
    )

    assert whole == no_such_row == ["statement-rows-not-in-it"]
    assert broken_off == ["statement-rows-perhaps-in-it"]
    assert no_rows == []


def test_the_first_and_the_last_day_that_there_are_end_no_check():
    ever = replace(JANUARY, period_from=date.min, period_to=date.max)
    rows = [came(ever, "2026-01-10", "99.00"), apart("0001-01-02"), apart("9999-12-30")]

    assert found((ever,), rows, of="ST-1") == []


def test_a_statement_is_not_compared_with_every_other_of_its_account():
    class Account(str):
        __slots__ = ()
        compared = 0

        def __eq__(self, other: object) -> bool:
            Account.compared += 1
            return str.__eq__(self, other)

        __hash__ = str.__hash__

    count, first, account = 500, date(2010, 1, 1), AccountId(Account("account"))
    days = [(first + timedelta(days=each)).isoformat() for each in range(count)]
    made = [replace(statement(each, each, each), id=StatementId(each), account_id=account) for each in days]
    beside, rows = StatementsOfAccounts(made), RowsOfAccounts([])

    told = [one for each in made for one in check_beside(each, beside, [], rows.around(each))]

    assert {each.case for each in told} == {"statement-balance-missing"}
    assert max(len(beside.near(each)) for each in made) == 70
    assert Account.compared < 20 * count
