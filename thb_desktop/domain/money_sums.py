"""Sums of money: by account and currency, never across currencies; ranges stay ranges."""

from collections.abc import Iterable
from dataclasses import dataclass

from thb_desktop.domain.finance import HandOver, Transaction
from thb_desktop.domain.finance_codes import HandOverKind
from thb_desktop.domain.ids import AccountId
from thb_desktop.domain.money import Span, span_of, sum_of


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


def sums_by_account(transactions: Iterable[Transaction]) -> tuple[AccountSums, ...]:
    """Return the sums of what stands, in the order in which accounts and currencies first occur."""
    found: dict[tuple[AccountId, str], tuple[list[Transaction], list[Transaction]]] = {}
    for each in transactions:
        if each.struck:
            continue
        for account_id, place in ((each.from_account_id, 1), (each.to_account_id, 0)):
            if account_id is not None:
                found.setdefault((account_id, each.currency), ([], []))[place].append(each)
    return tuple(
        AccountSums(
            account_id=account_id,
            currency=currency,
            received=_sum(came),
            count_in=len(came),
            unknown_in=sum(each.from_account_id is None for each in came),
            paid=_sum(went),
            count_out=len(went),
            unknown_out=sum(each.to_account_id is None for each in went),
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


def _sum(entries: Iterable[Transaction | HandOver]) -> Span:
    return sum_of(_span(each) for each in entries)


def _span(entry: Transaction | HandOver) -> Span:
    return span_of(entry.amount, entry.amount_to, entry.is_about)
