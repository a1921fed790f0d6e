"""A statement of account of which no row was entered, beside the rows that others have of its time."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from thb_desktop.domain.finance import BankStatement
from thb_desktop.domain.statements import EXACT, rows_not_read, total_of
from thb_desktop.domain.statements_around import (
    DAY,
    Placed,
    Row,
    StatementsOfAccounts,
    covers,
    days_around,
    placed,
    shared_days,
)
from thb_desktop.findings import Finding, Value, broken, holds, unknown


def agrees(
    statement: BankStatement,
    statements: StatementsOfAccounts,
    in_time: Sequence[Row],
    theirs: Sequence[Placed],
) -> Iterator[Finding]:
    """Compare the balances of a statement of which no row was entered with the rows of others in its time;
    without any, with what was entered by itself. Nobody says that this is all, so it contradicts nothing.
    """
    if not (statement.opening and statement.closing):
        yield unknown("money.statement-balance-missing", statement=statement.number)
        return
    of_account = statements.of(statement.account_id)
    stated = [each for each in in_time if each.statement_id in of_account]
    compared = placed(statement, stated or in_time)
    if len(compared) < len(stated or in_time):
        yield unknown("money.statement-sum-unknown", statement=statement.number)
        return
    total = total_of(each.signed for each in compared)
    ends = EXACT.add(Decimal(statement.opening), total)
    difference = EXACT.subtract(Decimal(statement.closing), ends)
    values: dict[str, Value] = {
        "statement": statement.number,
        "count": len(compared),
        "sum": format(total, "f"),
    }
    balances: dict[str, Value] = {"opening": statement.opening, "closing": statement.closing}
    if difference:
        balances |= {"difference": format(difference, "f"), "currency": statement.currency}
    if not stated:
        if difference:
            yield unknown("money.statement-differs-from-entries", values | balances)
        elif compared:
            yield holds("money.statement-agrees-with-entries", values | balances)
        return
    values["others"] = tuple(
        sorted({of_account[each.statement_id].number for each in stated if each.statement_id})
    )
    first_day = total_of(each.signed for each in compared if each.day == statement.period_from)
    is_by_evening = bool(difference) and difference == -first_day
    if is_by_evening or not _are_all(statement, statements, compared, theirs, is_equal=not difference):
        yield unknown("money.statement-rows-incomplete", values)
    elif difference:
        yield broken("money.statement-differs-from-statements", values | balances)
    else:
        yield holds("money.statement-agrees-with-statements", values | balances)


def _are_all(
    statement: BankStatement,
    statements: StatementsOfAccounts,
    compared: Sequence[Placed],
    theirs: Sequence[Placed],
    *,
    is_equal: bool,
) -> bool:
    """Whether the rows that other statements have of its time are all of them, and each once: the others are
    whole, cover every day, and no day twice.

    is_equal: they give its closing balance. Its opening balance can be of the evening of its first day then,
    and this day need not be covered.
    """
    of_account = statements.of(statement.account_id)
    ids = {each.statement_id for each in compared if each.statement_id is not None}
    window = days_around(statement)
    sources = [
        each
        for each in statements.near(statement)
        if shared_days(statement, each) and (each.id in ids or _is_whole(each, (), window))
    ]
    holding = {each.id: [row for row in theirs if row.statement_id == each.id] for each in sources}
    if not ids <= holding.keys() or not all(_is_whole(each, holding[each.id], window) for each in sources):
        return False
    if not all(each.statement_id and covers(of_account[each.statement_id], each.day) for each in compared):
        return False
    return _cover_each_day(statement, sources, compared, is_equal=is_equal)


def _cover_each_day(
    statement: BankStatement,
    sources: Sequence[BankStatement],
    compared: Sequence[Placed],
    *,
    is_equal: bool,
) -> bool:
    """Whether statements in their order cover each day of another's time once. Two can share a day if only
    one of them has rows of it.
    """
    until: date | None = None
    for each in sources:
        first, last = each.period_from, each.period_to
        if first is None or last is None or statement.period_from is None:
            return False
        if until is None:
            follows = first - statement.period_from <= (DAY if is_equal else 0 * DAY)
        elif first == until < last:
            follows = len({row.statement_id for row in compared if row.day == until}) < 2
        else:
            follows = first - until == DAY
        if not follows:
            return False
        until = last
    return until is not None and statement.period_to is not None and until >= statement.period_to


def _is_whole(statement: BankStatement, rows: Iterable[Placed], window: tuple[date, date] | None) -> bool:
    """Whether all rows of a statement were entered: its balances say so. Where it states none, or where not
    all of its rows are looked at, it counts that they come from a file.
    """
    if rows_not_read(statement):
        return False
    first, last = statement.period_from, statement.period_to
    is_seen = window and first and last and window[0] <= first and last < window[1]
    if not (is_seen and statement.opening and statement.closing):
        return bool(statement.sha256)
    ends = EXACT.add(Decimal(statement.opening), total_of(each.signed for each in rows))
    return ends == Decimal(statement.closing)
