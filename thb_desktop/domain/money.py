"""Amounts: read as the file writes them into decimal text; never a binary fraction."""

import re

from thb_desktop.domain.blank import is_blank
from thb_desktop.errors import AmountError

_AMOUNT = re.compile(r"[0-9]+(\.[0-9]+)?", re.ASCII)
_WRITTEN = re.compile(r"([0-9][0-9 \u00a0\u202f]*(?:[.][0-9]+)?)\s*([A-Z]{3,5})", re.ASCII)


def verify_amount(amount: str, currency: str) -> None:
    """Raise AmountError unless the amount is decimal text ("41268.00") and has a currency."""
    if not _AMOUNT.fullmatch(amount):
        raise AmountError("an amount must have digits and at most one decimal point")
    if is_blank(currency):
        raise AmountError("an amount needs its currency")


def read_amount(written: str) -> tuple[str, str]:
    """Read "41 268.00 EUR" as ("41268.00", "EUR"); raises AmountError."""
    found = _WRITTEN.fullmatch(written.strip())
    if not found:
        raise AmountError("an amount must have digits, at most one decimal point and a currency")
    amount, currency = re.sub(r"\s", "", found[1]), found[2]
    verify_amount(amount, currency)
    return amount, currency
