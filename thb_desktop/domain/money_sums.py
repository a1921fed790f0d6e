"""Sums of money: by account and currency, never across currencies; ranges stay ranges."""

from collections.abc import Iterable
from dataclasses import dataclass

from thb_desktop.domain.finance import HandOver, Transaction
from thb_desktop.domain.finance_codes import HandOverKind
from thb_desktop.domain.ids import AccountId
from thb_desktop.domain.money import Span, span_of, sum_of
from thb_desktop.domain.statements import is_booked

YEAR, MONTH = 4, 7
"""The signs of a date that tell its year or month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountSums:
    """What one account received and paid in one currency, as far as it is recorded.

    unknown_in, unknown_out: how many of these have no account at the other end.
    """

    account_id: AccountId
    currency: str
    received: Span
    count_in: int
    unknown_in: int
    paid: Span
    count_out: int
    unknown_out: int


@dataclass(frozen=True, slots=True)
class Paid:
    """What went from one account to another, so many times together. None: no account is known there."""

    payer: AccountId | None
    receiver: AccountId | None
    currency: str
    total: Span
    count: int = 1


def sums_by_account(transactions: Iterable[Transaction]) -> tuple[AccountSums, ...]:
    """Return the sums of what stands and is booked, in the order in which accounts and currencies first
    occur.
    """
    return sums_of_paid(
        Paid(each.from_account_id, each.to_account_id, each.currency, _span(each))
        for each in transactions
        if not each.struck and is_booked(each)
    )


def sums_by_period(transactions: Iterable[Transaction], period: int) -> tuple[tuple[str, AccountSums], ...]:
    """Return period and sums of what stands, by account and currency as they first occur, then by period.

    period: MONTH or YEAR. What has no such date, or an estimated one or a range, stands together under "".
    """
    parts: dict[str, list[Transaction]] = {}
    for each in transactions:
        parts.setdefault(_period_of(each, period), []).append(each)
    found = [(at, sums) for at in sorted(parts) for sums in sums_by_account(parts[at])]
    order = dict[tuple[AccountId, str], int]()
    for _, sums in found:
        order.setdefault((sums.account_id, sums.currency), len(order))
    return tuple(sorted(found, key=lambda one: order[one[1].account_id, one[1].currency]))


def _period_of(transaction: Transaction, period: int) -> str:
    said = transaction.at.edtf
    is_known = len(said) >= period and said[:4].isdecimal() and "/" not in said and "~" not in said
    return said[:period] if is_known else ""


def sums_of_paid(payments: Iterable[Paid]) -> tuple[AccountSums, ...]:
    """Return the sums of payments, in the order in which accounts and currencies first occur."""
    found: dict[tuple[AccountId, str], tuple[list[Paid], list[Paid]]] = {}
    for each in payments:
        for account_id, place in ((each.payer, 1), (each.receiver, 0)):
            if account_id is not None:
                found.setdefault((account_id, each.currency), ([], []))[place].append(each)
    return tuple(
        AccountSums(
            account_id=account_id,
            currency=currency,
            received=sum_of(each.total for each in came),
            count_in=sum(each.count for each in came),
            unknown_in=sum(each.count for each in came if each.payer is None),
            paid=sum_of(each.total for each in went),
            count_out=sum(each.count for each in went),
            unknown_out=sum(each.count for each in went if each.receiver is None),
        )
        for (account_id, currency), (came, went) in found.items()
    )


def sums_by_kind(hand_overs: Iterable[HandOver]) -> tuple[tuple[HandOverKind, str, int, Span], ...]:
    """Return kind, currency, number and sum of what stands, in the order in which they first occur."""
    found: dict[tuple[HandOverKind, str], list[HandOver]] = {}
    for each in hand_overs:
        if not each.struck:
            found.setdefault((each.kind, each.currency), []).append(each)
    return tuple((kind, currency, len(those), _sum(those)) for (kind, currency), those in found.items())


def _sum(entries: Iterable[HandOver]) -> Span:
    return sum_of(_span(each) for each in entries)


def _span(entry: Transaction | HandOver) -> Span:
    return span_of(entry.amount, entry.amount_to, entry.is_about)
