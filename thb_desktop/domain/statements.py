"""Statements of account: whether the balances are what the rows give, and what stands twice."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Context, Decimal
from enum import StrEnum
from functools import reduce
from itertools import pairwise, zip_longest
from typing import NamedTuple

from thb_desktop.domain.finance import BankStatement, Transaction
from thb_desktop.domain.finance_codes import NOT_BOOKED, BookingStatus
from thb_desktop.domain.ids import AccountId, AgentId, RowId, StatementId
from thb_desktop.findings import Finding, broken, unknown

EXACT = Context(prec=10_000)


class UnreadReason(StrEnum):
    """What could not be read: of a row, or, by the last two, of a balance and of the account."""

    DAY = "DAY"
    AMOUNT = "AMOUNT"
    SIGN = "SIGN"
    CURRENCY = "CURRENCY"
    FORM = "FORM"
    OTHER_CURRENCY = "OTHER_CURRENCY"
    ACCOUNT_CURRENCY = "ACCOUNT_CURRENCY"


class StatementRow(NamedTuple):
    """What the check of a statement needs of a transaction; a statement can have very many."""

    id: RowId
    from_account_id: AccountId | None
    to_account_id: AccountId | None
    amount: str
    amount_to: str
    is_about: bool
    currency: str
    reference: str
    status: BookingStatus | None
    balance_after: str
    source: str
    at: str = ""
    counterparty: str = ""
    text: str = ""
    statement_id: StatementId | None = None
    struck: str = ""


_Checked = Transaction | StatementRow


def signed(statement: BankStatement, transaction: _Checked) -> Decimal | None:
    """Return what a transaction adds to the account of its statement; None if that is not known."""
    is_range = bool(transaction.amount_to) and transaction.amount_to != transaction.amount
    if is_range or transaction.is_about or transaction.currency != statement.currency:
        return None
    if transaction.to_account_id == statement.account_id != transaction.from_account_id:
        return Decimal(transaction.amount)
    if transaction.from_account_id == statement.account_id != transaction.to_account_id:
        return -Decimal(transaction.amount)
    return None


def sum_of_rows(statement: BankStatement, transactions: Iterable[_Checked]) -> Decimal | None:
    """Return the sum of the booked transactions; None if one of them has no known sign or amount."""
    amounts = [signed(statement, each) for each in _booked(transactions)]
    known = [each for each in amounts if each is not None]
    return total_of(known) if len(known) == len(amounts) else None


def total_of(amounts: Iterable[Decimal]) -> Decimal:
    """Return a sum that loses no digit."""
    return reduce(EXACT.add, amounts, Decimal(0))


def check_statement(statement: BankStatement, transactions: Iterable[_Checked]) -> Iterator[Finding]:
    """Compare opening balance and rows with the closing balance (V-F-03). transactions: of this statement.

    In order of their entry. The running balance is compared too, where rows state it.
    """
    rows = [each for each in transactions if not each.struck]
    number = statement.number
    yield from unread_rows(statement)
    total = sum_of_rows(statement, rows)
    if not (statement.opening and statement.closing):
        yield unknown("money.statement-balance-missing", statement=number)
    elif total is None:
        yield unknown("money.statement-sum-unknown", statement=number)
    else:
        ends = EXACT.add(Decimal(statement.opening), total)
        difference = EXACT.subtract(Decimal(statement.closing), ends)
        if difference:
            yield broken(
                "money.statement-balance-differs",
                statement=number,
                opening=statement.opening,
                sum=format(total, "f"),
                closing=statement.closing,
                difference=format(difference, "f"),
                currency=statement.currency,
            )
    wrong = _running_wrong(statement, rows)
    if wrong:
        yield broken("money.statement-running-differs", statement=number, rows=tuple(wrong[:_LISTED]))
    twice = [
        name
        for name, count in Counter(each.reference for each in rows if each.reference).items()
        if count > 1
    ]
    if twice:
        yield broken("money.statement-reference-twice", statement=number, references=tuple(twice[:_LISTED]))


def unread_rows(statement: BankStatement) -> Iterator[Finding]:
    """Tell the rows that could not be read, by what of them could not be read and in which column; and the
    balances that were not compared.
    """
    found: dict[tuple[str, str], list[str]] = {}
    for row, _, why, part in told_of_unread(statement):
        found.setdefault((why, part), []).append(row)
    for (why, part), rows in found.items():
        if why in _UNREAD:
            yield broken(_UNREAD[why], statement=statement.number, rows=tuple(rows), part=part)
        else:
            yield broken("money.statement-rows-unread", statement=statement.number, rows=tuple(rows))


def said_by(statements: Iterable[BankStatement]) -> set[AgentId]:
    """Return who said of statements that their account is one of the case, written in another way."""
    return {each.same_by for each in statements if each.same_by is not None}


def rows_not_read(statement: BankStatement) -> tuple[tuple[str, str], ...]:
    """Return the rows that could not be read, each with its number and its text."""
    return tuple((row, text) for row, text, why, _ in told_of_unread(statement) if is_row(why))


def told_of_unread(statement: BankStatement) -> Iterator[tuple[str, str, str, str]]:
    """Yield of each thing that was not read its number, its text, why, and in which column."""
    told = zip_longest(statement.unread, statement.unread_because, fillvalue=("", ""))
    return ((row, text, why, part) for (row, text), (why, part) in told)


def is_row(why: str) -> bool:
    """Whether what was not read for this reason is a row, and no balance and no account."""
    return why not in _NO_ROWS


_NO_ROWS = frozenset({UnreadReason.OTHER_CURRENCY, UnreadReason.ACCOUNT_CURRENCY})
_UNREAD: Mapping[str, str] = {
    UnreadReason.DAY: "money.statement-rows-unread-day",
    UnreadReason.AMOUNT: "money.statement-rows-unread-amount",
    UnreadReason.SIGN: "money.statement-rows-unread-sign",
    UnreadReason.CURRENCY: "money.statement-rows-unread-currency",
    UnreadReason.FORM: "money.statement-rows-unread-form",
    UnreadReason.OTHER_CURRENCY: "money.statement-balances-not-compared",
    UnreadReason.ACCOUNT_CURRENCY: "money.statement-account-currency-unknown",
}
_LISTED = 5


def _running_wrong(statement: BankStatement, rows: Iterable[_Checked]) -> list[str]:
    """Return the places of rows whose balance does not follow from the row before, in the order of the file.

    A file begins with its oldest row or with its newest; it is read in the order that fits better.
    """
    ordered = [each for each in _booked(rows) if each.balance_after]
    if all(each.id for each in ordered):
        ordered.sort(key=lambda each: each.id)
    return min((_breaks(statement, ordered), _breaks(statement, ordered[::-1])), key=len)


def _breaks(statement: BankStatement, rows: Sequence[_Checked]) -> list[str]:
    found = []
    for before, each in pairwise(rows):
        amount = signed(statement, each)
        if amount is None:
            continue
        if EXACT.add(Decimal(before.balance_after), amount) != Decimal(each.balance_after):
            found.append(each.source or each.reference)
    return found


def _booked(transactions: Iterable[_Checked]) -> Iterator[_Checked]:
    return (each for each in transactions if not each.struck and is_booked(each))


def is_booked(transaction: _Checked) -> bool:
    """Whether a balance or a sum counts it: what is only announced, or was refused, is in none."""
    return transaction.status not in NOT_BOOKED
