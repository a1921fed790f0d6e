"""Amounts: decimal text as the file writes it; never a binary fraction. Ranges stay ranges in sums."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Context, Decimal

from thb_desktop.domain.blank import is_blank
from thb_desktop.errors import AmountCurrencyError, AmountError, AmountRangeError

_AMOUNT = re.compile(r"[0-9]+(\.[0-9]+)?", re.ASCII)
_BALANCE = re.compile(r"-?[0-9]+(\.[0-9]+)?", re.ASCII)
_WRITTEN = re.compile(r"([0-9][0-9 \u00a0\u202f]*(?:[.][0-9]+)?)\s*([A-Z]{3,5})", re.ASCII)
_EXACT = Context(prec=10_000)
"""Sums and products lose no digit."""
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """The names of the fields of an amount ("hand_over.amount"), for a refusal."""

    amount: str = ""
    amount_to: str = ""
    currency: str = ""


_NAMELESS = Fields()


def verify_amount(amount: str, currency: str, fields: Fields = _NAMELESS) -> None:
    """Raise AmountError unless the amount is decimal text ("41268.00"), and AmountCurrencyError unless it has
    a currency.
    """
    if not _AMOUNT.fullmatch(amount):
        raise AmountError("an amount must have digits and at most one decimal point", fields.amount)
    if is_blank(currency):
        raise AmountCurrencyError("an amount needs its currency", fields.currency)


def verify_span(amount: str, amount_to: str, currency: str, fields: Fields = _NAMELESS) -> None:
    """The same of an amount that may be a range; AmountRangeError if its upper end is below the lower one."""
    verify_amount(amount, currency, fields)
    if amount_to:
        verify_amount(amount_to, currency, replace(fields, amount=fields.amount_to))
        if Decimal(amount_to) < Decimal(amount):
            raise AmountRangeError("the upper end of a range is below its lower end", fields.amount_to)


def verify_balance(balance: str, currency: str, fields: Fields = _NAMELESS) -> None:
    """Raise AmountError unless the balance is decimal text, AmountCurrencyError unless it has a currency;
    empty is allowed.
    """
    if balance and not _BALANCE.fullmatch(balance):
        message = "a balance must have digits, at most one decimal point and perhaps a minus"
        raise AmountError(message, fields.amount)
    if balance and is_blank(currency):
        raise AmountCurrencyError("a balance needs its currency", fields.currency)


def read_amount(written: str) -> tuple[str, str]:
    """Read "41 268.00 EUR" as ("41268.00", "EUR"); raises AmountError."""
    found = _WRITTEN.fullmatch(written.strip())
    if not found:
        raise AmountError("an amount must have digits, at most one decimal point and a currency")
    amount, currency = re.sub(r"\s", "", found[1]), found[2]
    verify_amount(amount, currency)
    return amount, currency


@dataclass(frozen=True, slots=True)
class Span:
    """What an amount can be: from `least` to `most`, both the same if it is known. is_about: an estimate."""

    least: Decimal
    most: Decimal
    is_about: bool = False

    def __add__(self, other: "Span") -> "Span":
        return Span(
            _EXACT.add(self.least, other.least),
            _EXACT.add(self.most, other.most),
            self.is_about or other.is_about,
        )

    def __sub__(self, other: "Span") -> "Span":
        return Span(
            _EXACT.subtract(self.least, other.most),
            _EXACT.subtract(self.most, other.least),
            self.is_about or other.is_about,
        )

    def times(self, other: "Span") -> "Span":
        """The product of two amounts that are not below zero."""
        return Span(
            _EXACT.multiply(self.least, other.least),
            _EXACT.multiply(self.most, other.most),
            self.is_about or other.is_about,
        )

    def per(self, other: "Span") -> "Span | None":
        """The quotient, rounded half up to two decimals; None where the divisor can be zero."""
        if other.least <= 0:
            return None
        return Span(
            _rounded(self.least, other.most if self.least >= 0 else other.least),
            _rounded(self.most, other.least if self.most >= 0 else other.most),
            self.is_about or other.is_about,
        )

    @property
    def texts(self) -> tuple[str, str]:
        """Both ends as decimal text; the second is empty if it is the first."""
        least, most = format(self.least, "f"), format(self.most, "f")
        return least, "" if self.least == self.most else most

    @property
    def written(self) -> str:
        """Both ends of a range, and a sign before an estimate."""
        least, most = self.texts
        said = f"{least}\N{EN DASH}{most}" if most else least
        return f"~{said}" if self.is_about else said


NOTHING = Span(Decimal(0), Decimal(0))


def span_of(amount: str, amount_to: str = "", is_about: bool | None = None) -> Span:
    """Return what an amount can be, as entered."""
    return Span(Decimal(amount), Decimal(amount_to or amount), bool(is_about))


def sum_of(spans: Iterable[Span]) -> Span:
    return sum(spans, NOTHING)


def _rounded(amount: Decimal, by: Decimal) -> Decimal:
    quotient = Context(prec=len(amount.as_tuple().digits) + len(by.as_tuple().digits) + 50).divide(amount, by)
    return quotient.quantize(_CENT, rounding=ROUND_HALF_UP, context=_EXACT)
