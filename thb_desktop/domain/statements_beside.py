"""Statements of one account beside each other, and beside what was entered without them (V-F-03).

A statement on paper is compared with the rows that were taken over from a file, one month with the next, and
a payment that was entered by itself with the statement in which it must stand. Only rows with an exact day
and a known amount are compared.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from thb_desktop.domain.finance import BankStatement
from thb_desktop.domain.ids import StatementId
from thb_desktop.domain.statements import (
    EXACT,
    check_statement,
    rows_not_read,
    unread_rows,
)
from thb_desktop.domain.statements_around import (
    DAY,
    NEAR,
    Placed,
    Row,
    StatementsOfAccounts,
    covers,
    in_order,
    is_counted,
    may_be_in,
    placed,
    shared_days,
    written,
)
from thb_desktop.domain.statements_paper import agrees
from thb_desktop.findings import Finding, Value, broken, unknown

_DISTANCES = [sign * each for each in range(NEAR.days + 1) for sign in (1, -1)[: each + 1]]
"""From an entry to its row: the nearest first, and of two the later, as a bank books what was paid."""
_LISTED = 5
_BALANCE_DIFFERS = {
    "opening": "money.statements-opening-differs",
    "closing": "money.statements-closing-differs",
}


def check_beside(
    statement: BankStatement,
    statements: StatementsOfAccounts,
    own: Sequence[Row],
    around: Sequence[Row],
) -> Iterator[Finding]:
    """Check a statement by itself, then beside the others of its account.

    statements: of the case. own: its rows, in order of their entry. around: the rows of its account that are
    not its own, in `days_around` it or without an exact day.
    """
    others = statements.near(statement)
    mine, theirs = placed(statement, own), placed(statement, around)
    in_time = [each for each in around if is_counted(statement, each) and may_be_in(statement, each)]
    if any(not each.struck for each in own) or (statement.sha256 and not in_time):
        yield from check_statement(statement, own)
    else:
        yield from unread_rows(statement)
        yield from agrees(statement, statements, in_time, theirs)
    yield from _outside(statement, mine)
    yield from _alike(statement, own)
    if statement.period_from is None or statement.period_to is None:
        if statements.has_others(statement):
            yield unknown("money.statement-period-missing", statement=statement.number)
        return
    yield from _follows(statement, statements.before(statement))
    by_statement: dict[StatementId | None, list[Placed]] = defaultdict(list)
    for each in theirs:
        by_statement[each.statement_id].append(each)
    for other in others:
        yield from _overlaps(statement, other, mine, by_statement[other.id])
    if mine:
        ids = statements.of(statement.account_id)
        apart = [each for each in theirs if each.statement_id not in ids]
        stated = [*mine, *(each for each in theirs if each.statement_id in ids)]
        yield from _apart(statement, others, stated, apart)


def _told(rows: Iterable[Placed]) -> dict[str, Value]:
    """How many rows, and the first of them in words."""
    ordered = sorted(rows, key=in_order)
    return {"count": len(ordered), "rows": tuple(each.said for each in ordered[:_LISTED])}


def _outside(statement: BankStatement, mine: Iterable[Placed]) -> Iterator[Finding]:
    """Tell the rows that are of another time than their statement."""
    first, last = statement.period_from, statement.period_to
    outside = [each for each in mine if (first and each.day < first) or (last and each.day > last)]
    if outside:
        yield broken("money.statement-rows-outside", _told(outside), statement=statement.number)


def _alike(statement: BankStatement, own: Iterable[Row]) -> Iterator[Finding]:
    """Tell the rows that are equal in all that they say, and have no reference: one may be entered twice."""
    standing = [each for each in own if not each.struck and not each.reference]
    counts = Counter(map(_said_in, standing))
    twice = [each for each in standing if counts[_said_in(each)] > 1]
    if alike := placed(statement, twice):
        yield unknown("money.statement-rows-alike", _told(alike), statement=statement.number)


def _said_in(row: Row) -> tuple[object, ...]:
    ends = (row.from_account_id, row.to_account_id, row.counterparty)
    return (written(row), row.amount, row.amount_to, row.currency, *ends, row.text, row.balance_after)


def _follows(statement: BankStatement, before: BankStatement | None) -> Iterator[Finding]:
    """Compare the beginning with the end of the statement before, and tell the days between that none has."""
    first = statement.period_from
    if first is None or before is None or before.period_to is None:
        return
    values: dict[str, Value] = {"statement": statement.number, "before": before.number}
    is_gap = first - before.period_to > DAY
    if is_gap:
        values |= {
            "first": (before.period_to + DAY).isoformat(),
            "last": (first - DAY).isoformat(),
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


def _overlaps(
    statement: BankStatement, other: BankStatement, mine: Sequence[Placed], theirs: Sequence[Placed]
) -> Iterator[Finding]:
    """Compare two statements in the days that both cover: their balances where they are of the same days, and
    their rows where both have some. mine, theirs: the rows of the one and of the other.
    """
    if (shared := shared_days(statement, other)) is None:
        return
    first, last = shared
    values: dict[str, Value] = {"statement": statement.number, "other": other.number}
    if (statement.period_from, statement.period_to) == (other.period_from, other.period_to):
        for name, key in _BALANCE_DIFFERS.items():
            one, two = getattr(statement, name), getattr(other, name)
            if one and two and Decimal(one) != Decimal(two):
                yield broken(key, values, one=one, two=two)
    if not mine or not theirs:
        return
    here = [each for each in mine if first <= each.day <= last]
    there = [each for each in theirs if first <= each.day <= last]
    values |= {"first": first.isoformat(), "last": last.isoformat()}
    left = Counter((each.day, each.signed) for each in here)
    both, lacking = list[Placed](), list[Placed]()
    for each in sorted(there, key=in_order):
        is_here = left[each.day, each.signed] > 0
        left[each.day, each.signed] -= is_here
        (both if is_here else lacking).append(each)
    if both:
        yield broken("money.statements-rows-in-both", values | _told(both))
    if lacking:
        yield broken("money.statements-rows-lacking", values | _told(lacking))


def _apart(
    statement: BankStatement,
    others: Sequence[BankStatement],
    stated: Iterable[Placed],
    apart: Iterable[Placed],
) -> Iterator[Finding]:
    """Look for what was entered apart from the statements of its account, or stands in a statement of the
    other account: it is in them too and is counted twice, or it is not in them.
    """
    pairs, unsure = _pairs(stated, apart)
    ids = {each.statement_id for each in stated}
    entered = [each for each in (statement, *others) if each.sha256 or each.id in ids]
    twice = [each for each, one in pairs if one.statement_id == statement.id]
    paired = {id(each) for each, _ in pairs}
    left = [
        each
        for each in apart
        if covers(statement, each.day) and id(each) not in paired and _covering(entered, each.day)
    ]
    lacking, perhaps = list[Placed](), list[Placed]()
    for each in left:
        is_known = id(each) not in unsure and not _unread_near(entered, each.day)
        (lacking if is_known else perhaps).append(each)
    if twice:
        yield broken("money.statement-rows-apart", _told(twice), statement=statement.number)
    if lacking:
        yield broken("money.statement-rows-not-in-it", _told(lacking), statement=statement.number)
    if perhaps:
        yield unknown("money.statement-rows-perhaps-in-it", _told(perhaps), statement=statement.number)


def _covering(statements: Iterable[BankStatement], day: date) -> bool:
    """Whether a payment of this day must stand in one of these statements, however late it was booked."""
    reach = (day.toordinal() - NEAR.days, day.toordinal() + NEAR.days)
    return all(any(_reaches(each, at, at) for each in statements) for at in reach)


def _unread_near(statements: Iterable[BankStatement], day: date) -> bool:
    """Whether a payment of this day may be a row that could not be read."""
    at = day.toordinal()
    return any(rows_not_read(each) and _reaches(each, at - NEAR.days, at + NEAR.days) for each in statements)


def _reaches(statement: BankStatement, first: int, last: int) -> bool:
    if statement.period_from is None or statement.period_to is None:
        return False
    return statement.period_from.toordinal() <= last and first <= statement.period_to.toordinal()


def _pairs(stated: Iterable[Placed], apart: Iterable[Placed]) -> tuple[list[tuple[Placed, Placed]], set[int]]:
    """Pair what was entered apart with rows of the same amount, the nearest first. Return also the ids of
    what found none only because a row of another day was paired with something else: it may be that row.
    """
    free: dict[tuple[Decimal, int], list[Placed]] = defaultdict(list)
    for each in sorted(stated, key=in_order):
        free[each.signed, each.day.toordinal()].append(each)
    left, pairs, taken = sorted(apart, key=in_order), list[tuple[Placed, Placed]](), list[Placed]()
    for distance in _DISTANCES:
        still = list[Placed]()
        for each in left:
            rows = free.get((each.signed, each.day.toordinal() + distance), [])
            same = next((one for one in rows if one.other is None or each.other in (None, one.other)), None)
            if same is None:
                still.append(each)
                continue
            rows.remove(same)
            pairs.append((each, same))
            if distance:
                taken.append(same)
        left = still
    loose = {(each.signed, each.day.toordinal()) for each in taken}
    return pairs, {
        id(each)
        for each in left
        if any((each.signed, each.day.toordinal() + distance) in loose for distance in _DISTANCES)
    }
