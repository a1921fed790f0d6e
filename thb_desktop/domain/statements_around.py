"""What stands around a statement of account in time: rows of its account, and other statements of it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from operator import itemgetter
from typing import NamedTuple

from thb_desktop.domain.finance import BankStatement, Transaction
from thb_desktop.domain.ids import AccountId, StatementId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.statements import StatementRow, is_booked, signed

NEAR = timedelta(days=5)
"""One payment is booked at its two banks within so many days, weekends and holidays among them."""
DAY = timedelta(days=1)
_AROUND = 7 * NEAR
"""Which row a payment is paired with depends on nothing that is farther from it than twice each distance from
one day to five: thirty days. So each statement of an account finds the same pairs.
"""
_ABOUT = 366
"""An estimated date may be so many days from what is written."""
Row = Transaction | StatementRow


class RowsOfAccounts:
    """The rows of a case by their accounts and days, to find those around a statement."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows: dict[AccountId, list[tuple[date, Row]]] = defaultdict(list)
        self._inexact: dict[AccountId, list[Row]] = defaultdict(list)
        for each in rows:
            day = exact_day(each)
            for account_id in {each.from_account_id, each.to_account_id}:
                if account_id is not None and day is None:
                    self._inexact[account_id].append(each)
                elif account_id is not None and day is not None:
                    self._rows[account_id].append((day, each))
        for those in self._rows.values():
            those.sort(key=itemgetter(0))

    def around(self, statement: BankStatement) -> list[Row]:
        """Return the rows of the account of a statement that are not its own, in `days_around` it or without
        an exact day.
        """
        if (window := days_around(statement)) is None:
            return []
        those = self._rows.get(statement.account_id, [])
        start, end = (bisect_left(those, day, key=itemgetter(0)) for day in window)
        found = [*self._inexact.get(statement.account_id, []), *(each for _, each in those[start:end])]
        return [each for each in found if each.statement_id != statement.id]


class _Period(NamedTuple):
    first: date
    last: date
    statement: BankStatement


class StatementsOfAccounts:
    """The standing statements of a case by their accounts and periods, to find those around one of them."""

    def __init__(self, statements: Iterable[BankStatement]) -> None:
        self._of: dict[AccountId, dict[StatementId, BankStatement]] = defaultdict(dict)
        self._periods: dict[tuple[AccountId, str], list[_Period]] = defaultdict(list)
        for each in statements:
            if each.struck:
                continue
            self._of[each.account_id][each.id] = each
            if each.period_from is not None and each.period_to is not None:
                period = _Period(each.period_from, each.period_to, each)
                self._periods[each.account_id, each.currency].append(period)
        self._ending = {key: _sorted_with_latest(those) for key, those in self._periods.items()}

    def of(self, account_id: AccountId) -> Mapping[StatementId, BankStatement]:
        return self._of.get(account_id, {})

    def has_others(self, statement: BankStatement) -> bool:
        """Whether the account has another statement in the same currency."""
        return any(
            each.id != statement.id and each.currency == statement.currency
            for each in self.of(statement.account_id).values()
        )

    def near(self, statement: BankStatement) -> list[BankStatement]:
        """Return the others of its account and currency that have a day in `days_around` it."""
        if (window := days_around(statement)) is None:
            return []
        key = (statement.account_id, statement.currency)
        periods, ending = self._periods.get(key, []), self._ending.get(key, [])
        at = bisect_left(periods, window[1], key=itemgetter(0))
        found = list[BankStatement]()
        while at and ending[at - 1].last >= window[0]:
            at -= 1
            if periods[at].last >= window[0] and periods[at].statement.id != statement.id:
                found.append(periods[at].statement)
        return found[::-1]

    def before(self, statement: BankStatement) -> BankStatement | None:
        """Return the one that ends last before this begins; None where one covers the beginning."""
        if statement.period_from is None:
            return None
        key = (statement.account_id, statement.currency)
        at = bisect_left(self._periods.get(key, []), statement.period_from, key=itemgetter(0))
        if not at or (latest := self._ending[key][at - 1]).last > statement.period_from:
            return None
        return latest.statement


def _sorted_with_latest(periods: list[_Period]) -> list[_Period]:
    """Sort by the beginning. Return for each place which of those up to it ends last."""
    periods.sort(key=itemgetter(0))
    found = list[_Period]()
    for each in periods:
        found.append(each if not found or each.last > found[-1].last else found[-1])
    return found


def days_around(statement: BankStatement) -> tuple[date, date] | None:
    """Return the first day around a statement whose rows are compared with it, and that after the last; None
    if it does not say its period.
    """
    if statement.period_from is None or statement.period_to is None:
        return None
    first, last = statement.period_from, statement.period_to
    since = first - _AROUND if first - date.min > _AROUND else date.min
    return since, last + _AROUND + DAY if date.max - last > _AROUND else date.max


def exact_day(row: Row) -> date | None:
    """Return the day of a row, if it is one and exact."""
    day = written(row).partition("T")[0]
    return date.fromisoformat(day) if len(day) == len("2026-01-31") else None


def written(row: Row) -> str:
    return row.at if isinstance(row, StatementRow) else row.at.edtf


def covers(statement: BankStatement, day: date) -> bool:
    if statement.period_from is None or statement.period_to is None:
        return False
    return statement.period_from <= day <= statement.period_to


def may_be_in(statement: BankStatement, row: Row) -> bool:
    """Whether a row may be of the time of a statement."""
    if (day := exact_day(row)) is not None:
        return covers(statement, day)
    at = PartialDate(written(row))
    first, last, earliest, latest = statement.period_from, statement.period_to, at.earliest, at.latest
    if first is None or last is None:
        return False
    if earliest is None or latest is None:
        return True
    about = _ABOUT if at.is_estimated else 0
    return (
        earliest.toordinal() - about <= last.toordinal() and first.toordinal() <= latest.toordinal() + about
    )


class Placed(NamedTuple):
    """A row as it is compared. signed: what it adds to the account. other: the account at its other end."""

    day: date
    signed: Decimal
    other: AccountId | None
    statement_id: StatementId | None
    source: str

    @property
    def said(self) -> str:
        told = f"{self.day.isoformat()} {self.signed:+f}"
        return f"{told} ({self.source})" if self.source else told


def placed(statement: BankStatement, rows: Iterable[Row]) -> list[Placed]:
    found = []
    for each in rows:
        if not is_counted(statement, each):
            continue
        day, amount = exact_day(each), signed(statement, each)
        if day is not None and amount is not None:
            ends = (each.from_account_id, each.to_account_id)
            other = next((end for end in ends if end != statement.account_id), None)
            found.append(Placed(day, amount, other, each.statement_id, each.source or each.reference))
    return found


def is_counted(statement: BankStatement, row: Row) -> bool:
    return not row.struck and is_booked(row) and row.currency == statement.currency


def in_order(row: Placed) -> tuple[date, Decimal, str]:
    return row.day, row.signed, row.source


def shared_days(one: BankStatement, two: BankStatement) -> tuple[date, date] | None:
    """Return the first and last day that both cover. A single day is none where the one ends and the other
    begins: a balance is often dated by the evening before.
    """
    if one.period_from is None or one.period_to is None or two.period_from is None or two.period_to is None:
        return None
    first, last = max(one.period_from, two.period_from), min(one.period_to, two.period_to)
    is_part = (first, last) in ((one.period_from, one.period_to), (two.period_from, two.period_to))
    return (first, last) if first < last or (first == last and is_part) else None
