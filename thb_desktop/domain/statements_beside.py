"""Statements of one account beside each other, and beside what was entered without them (V-F-03).

A statement on paper is compared with the rows that were taken over from a file, one month with the next, and
a payment that was entered by itself with the statement in which it must stand. Only rows with an exact day
and a known amount are compared.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from operator import itemgetter
from typing import NamedTuple

from thb_desktop.domain.finance import BankStatement, Transaction
from thb_desktop.domain.ids import AccountId, StatementId
from thb_desktop.domain.statements import (
    EXACT,
    StatementRow,
    check_statement,
    is_booked,
    signed,
    total_of,
    unread_rows,
)
from thb_desktop.findings import Finding, Value, broken, holds, unknown

NEAR = timedelta(days=5)
"""One payment is booked at its two banks within so many days, weekends and holidays among them."""
_DAY = timedelta(days=1)
_EXACT_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(T[^/~]*)?", re.ASCII)
_LISTED = 5
_BALANCE_DIFFERS = {
    "opening": "money.statements-opening-differs",
    "closing": "money.statements-closing-differs",
}
_Row = Transaction | StatementRow


class _Placed(NamedTuple):
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


class RowsOfAccounts:
    """The rows of a case by their accounts and dates, to find those around a statement."""

    def __init__(self, rows: Iterable[_Row]) -> None:
        self._rows: dict[AccountId, list[tuple[str, _Row]]] = defaultdict(list)
        for each in rows:
            for account_id in {each.from_account_id, each.to_account_id}:
                if account_id is not None:
                    self._rows[account_id].append((_written(each), each))
        for those in self._rows.values():
            those.sort(key=itemgetter(0))

    def around(self, statement: BankStatement) -> list[_Row]:
        """Return the rows of the account of a statement that are not its own, in `days_around` it."""
        if (window := days_around(statement)) is None:
            return []
        those = self._rows.get(statement.account_id, [])
        start, end = (bisect_left(those, day, key=itemgetter(0)) for day in window)
        return [each for _, each in those[start:end] if each.statement_id != statement.id]


def days_around(statement: BankStatement) -> tuple[str, str] | None:
    """Return the first day around a statement whose rows are compared with it, and that after the last; None
    if it does not say its period.
    """
    if statement.period_from is None or statement.period_to is None:
        return None
    first, last = statement.period_from, statement.period_to
    since = first - NEAR if first - date.min > NEAR else date.min
    until = last + NEAR + _DAY if date.max - last > NEAR else date.max
    return since.isoformat(), until.isoformat()


def check_beside(
    statement: BankStatement,
    statements: Iterable[BankStatement],
    own: Sequence[_Row],
    around: Sequence[_Row],
) -> Iterator[Finding]:
    """Check a statement by itself, then beside the others of its account.

    statements: of the case, this one among them. own: its rows, in order of their entry. around: the rows of
    its account that are not its own, in `days_around` it.
    """
    of_account = [each for each in statements if each.account_id == statement.account_id and not each.struck]
    ids = {each.id for each in of_account}
    others = [each for each in of_account if each.id != statement.id and each.currency == statement.currency]
    mine, theirs = _placed(statement, own), _placed(statement, around)
    within = [each for each in theirs if _covers(statement, each.day)]
    if any(not each.struck for each in own) or not within:
        yield from check_statement(statement, own)
    else:
        yield from unread_rows(statement)
        if any(_is_unsure(statement, each) for each in around):
            yield unknown("money.statement-sum-unknown", statement=statement.number)
        else:
            yield from _agrees(statement, others, within)
    yield from _outside(statement, mine)
    yield from _alike(statement, own)
    if statement.period_from is None or statement.period_to is None:
        if others:
            yield unknown("money.statement-period-missing", statement=statement.number)
        return
    yield from _follows(statement, others)
    for other in others:
        yield from _overlaps(statement, other, mine, theirs)
    if mine:
        apart = [each for each in within if each.statement_id not in ids]
        stated = [*mine, *(each for each in theirs if each.statement_id in ids)]
        yield from _apart(statement, others, stated, apart)


def _placed(statement: BankStatement, rows: Iterable[_Row]) -> list[_Placed]:
    found = []
    for each in rows:
        amount = signed(statement, each)
        written = _written(each)
        if each.struck or amount is None or not is_booked(each) or not _EXACT_DAY.fullmatch(written):
            continue
        ends = (each.from_account_id, each.to_account_id)
        other = next((end for end in ends if end != statement.account_id), None)
        source = each.source or each.reference
        found.append(_Placed(date.fromisoformat(written[:10]), amount, other, each.statement_id, source))
    return found


def _is_unsure(statement: BankStatement, row: _Row) -> bool:
    """Whether a row may belong to the sum of a statement, and nobody knows how much it is or on which day."""
    if row.struck or not is_booked(row) or row.currency != statement.currency:
        return False
    written = _written(row)
    is_exact = _EXACT_DAY.fullmatch(written) is not None
    is_within = is_exact and _covers(statement, date.fromisoformat(written[:10]))
    return not is_exact or (is_within and signed(statement, row) is None)


def _written(row: _Row) -> str:
    return row.at if isinstance(row, StatementRow) else row.at.edtf


def _covers(statement: BankStatement, day: date) -> bool:
    if statement.period_from is None or statement.period_to is None:
        return False
    return statement.period_from <= day <= statement.period_to


def _told(rows: Iterable[_Placed]) -> dict[str, Value]:
    """How many rows, and the first of them in words."""
    ordered = sorted(rows, key=_in_order)
    return {"count": len(ordered), "rows": tuple(each.said for each in ordered[:_LISTED])}


def _in_order(row: _Placed) -> tuple[date, Decimal, str]:
    return row.day, row.signed, row.source


def _agrees(
    statement: BankStatement, others: Sequence[BankStatement], within: Sequence[_Placed]
) -> Iterator[Finding]:
    """Compare the balances of a statement of which no row was entered with the rows of others in its time;
    without any, with what was entered by itself.
    """
    if not (statement.opening and statement.closing):
        yield unknown("money.statement-balance-missing", statement=statement.number)
        return
    numbers: dict[StatementId | None, str] = {each.id: each.number for each in others}
    stated = [each for each in within if each.statement_id in numbers]
    total = total_of(each.signed for each in stated or within)
    ends = EXACT.add(Decimal(statement.opening), total)
    difference = EXACT.subtract(Decimal(statement.closing), ends)
    values: dict[str, Value] = {
        "statement": statement.number,
        "count": len(stated or within),
        "sum": format(total, "f"),
        "opening": statement.opening,
        "closing": statement.closing,
    }
    if difference:
        values |= {"difference": format(difference, "f"), "currency": statement.currency}
    if not stated:
        key = "money.statement-differs-from-entries" if difference else "money.statement-agrees-with-entries"
    else:
        values["others"] = tuple(sorted({numbers[each.statement_id] for each in stated}))
        key = (
            "money.statement-differs-from-statements"
            if difference
            else "money.statement-agrees-with-statements"
        )
    yield (broken if difference else holds)(key, values)


def _outside(statement: BankStatement, mine: Iterable[_Placed]) -> Iterator[Finding]:
    """Tell the rows that are of another time than their statement."""
    first, last = statement.period_from, statement.period_to
    outside = [each for each in mine if (first and each.day < first) or (last and each.day > last)]
    if outside:
        yield broken("money.statement-rows-outside", _told(outside), statement=statement.number)


def _alike(statement: BankStatement, own: Iterable[_Row]) -> Iterator[Finding]:
    """Tell the rows that are equal in all that they say, and have no reference: one may be entered twice."""
    standing = [each for each in own if not each.struck and not each.reference]
    counts = Counter(map(_said_in, standing))
    twice = [each for each in standing if counts[_said_in(each)] > 1]
    if placed := _placed(statement, twice):
        yield unknown("money.statement-rows-alike", _told(placed), statement=statement.number)


def _said_in(row: _Row) -> tuple[object, ...]:
    ends = (row.from_account_id, row.to_account_id, row.counterparty)
    return (_written(row), row.amount, row.amount_to, row.currency, *ends, row.text, row.balance_after)


def _follows(statement: BankStatement, others: Iterable[BankStatement]) -> Iterator[Finding]:
    """Compare the beginning with the end of the statement before, and tell the days between that none has."""
    first, before = statement.period_from, _before(statement, others)
    if first is None or before is None or before.period_to is None:
        return
    values: dict[str, Value] = {"statement": statement.number, "before": before.number}
    is_gap = first - before.period_to > _DAY
    if is_gap:
        values |= {
            "first": (before.period_to + _DAY).isoformat(),
            "last": (first - _DAY).isoformat(),
        }
    if not (before.closing and statement.opening):
        if is_gap:
            yield unknown("money.statements-gap-unknown", values)
        return
    difference = EXACT.subtract(Decimal(statement.opening), Decimal(before.closing))
    values |= {"closing": before.closing, "opening": statement.opening}
    if difference:
        values |= {"difference": format(difference, "f"), "currency": statement.currency}
        yield broken("money.statements-gap" if is_gap else "money.statements-do-not-follow", values)
    elif is_gap:
        yield unknown("money.statements-gap-agrees", values)


def _before(statement: BankStatement, others: Iterable[BankStatement]) -> BankStatement | None:
    """Return the statement that ends last before this one begins; None where one covers the beginning."""
    found: BankStatement | None = None
    for each in others:
        first, last, begins = each.period_from, each.period_to, statement.period_from
        if first is None or last is None or begins is None or first >= begins:
            continue
        if last > begins:
            return None
        if found is None or found.period_to is None or last > found.period_to:
            found = each
    return found


def _overlaps(
    statement: BankStatement, other: BankStatement, mine: Sequence[_Placed], theirs: Sequence[_Placed]
) -> Iterator[Finding]:
    """Compare two statements in the days that both cover: their balances where they are of the same days, and
    their rows where both have some.
    """
    if (shared := _shared_days(statement, other)) is None:
        return
    first, last = shared
    values: dict[str, Value] = {"statement": statement.number, "other": other.number}
    if (statement.period_from, statement.period_to) == (other.period_from, other.period_to):
        for name, key in _BALANCE_DIFFERS.items():
            one, two = getattr(statement, name), getattr(other, name)
            if one and two and Decimal(one) != Decimal(two):
                yield broken(key, values, one=one, two=two)
    here = [each for each in mine if first <= each.day <= last]
    there = [each for each in theirs if each.statement_id == other.id and first <= each.day <= last]
    if not mine or not any(each.statement_id == other.id for each in theirs):
        return
    values |= {"first": first.isoformat(), "last": last.isoformat()}
    left = Counter((each.day, each.signed) for each in here)
    both, lacking = list[_Placed](), list[_Placed]()
    for each in sorted(there, key=_in_order):
        is_here = left[each.day, each.signed] > 0
        left[each.day, each.signed] -= is_here
        (both if is_here else lacking).append(each)
    if both:
        yield broken("money.statements-rows-in-both", values | _told(both))
    if lacking:
        yield broken("money.statements-rows-lacking", values | _told(lacking))


def _shared_days(one: BankStatement, two: BankStatement) -> tuple[date, date] | None:
    """Return the first and last day that both cover. A single day is none where the one ends and the other
    begins: a balance is often dated by the evening before.
    """
    if one.period_from is None or one.period_to is None or two.period_from is None or two.period_to is None:
        return None
    first, last = max(one.period_from, two.period_from), min(one.period_to, two.period_to)
    is_part = (first, last) in ((one.period_from, one.period_to), (two.period_from, two.period_to))
    return (first, last) if first < last or (first == last and is_part) else None


def _apart(
    statement: BankStatement,
    others: Sequence[BankStatement],
    stated: Iterable[_Placed],
    apart: Iterable[_Placed],
) -> Iterator[Finding]:
    """Look for what was entered apart from the statements of its account, or stands in a statement of the
    other account: it is in them too and is counted twice, or it is not in them.
    """
    by_amount: dict[Decimal, list[_Placed]] = defaultdict(list)
    for each in stated:
        by_amount[each.signed].append(each)
    twice, lacking = list[_Placed](), list[_Placed]()
    for each in sorted(apart, key=_in_order):
        near = [
            one
            for one in by_amount[each.signed]
            if abs(one.day - each.day) <= NEAR and (one.other is None or each.other in (None, one.other))
        ]
        if near:
            same = min(near, key=lambda one: abs(one.day - each.day))
            by_amount[each.signed].remove(same)
            if same.statement_id == statement.id:
                twice.append(each)
        elif all(_any_covers((statement, *others), each.day + step) for step in (-NEAR, NEAR)):
            lacking.append(each)
    if twice:
        yield broken("money.statement-rows-apart", _told(twice), statement=statement.number)
    if lacking:
        yield broken("money.statement-rows-not-in-it", _told(lacking), statement=statement.number)


def _any_covers(statements: Iterable[BankStatement], day: date) -> bool:
    return any(_covers(each, day) for each in statements)
