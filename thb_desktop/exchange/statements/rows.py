"""What is read of a statement: its balances, its rows, and the rows that could not be read."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from thb_desktop.domain.currencies import code_of, is_known
from thb_desktop.domain.finance_codes import BookingStatus, DayKind, StatementFormat
from thb_desktop.domain.statements import UnreadReason
from thb_desktop.errors import ExchangeOverLimitError

ROWS = 100_000
"""Rows of one file."""
_DECIMAL = re.compile(r"[0-9]*(?:\.[0-9]*)?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRow:
    """One row. place: where it stands in the file. original: as it stands there.

    booked_on: the value date where no day of booking is stated. day_kind: which of them it is; None where the
    file does not say so. status_written: a status in the bank's own words, as it stands in the file. amount:
    decimal text, not below zero. balance_after: with a minus below zero; empty if it is not stated.
    counterparty_account: as written.
    """

    place: str
    original: str
    is_credit: bool
    amount: str
    currency: str
    booked_on: date
    value_on: date | None = None
    day_kind: DayKind | None = None
    status: BookingStatus | None = None
    status_written: str = ""
    is_reversal: bool | None = None
    reference: str = ""
    counterparty: str = ""
    counterparty_account: str = ""
    text: str = ""
    balance_after: str = ""

    @property
    def signed(self) -> Decimal:
        return Decimal(self.amount) if self.is_credit else -Decimal(self.amount)


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """A row that could not be read, or a balance that cannot be compared.

    why: what of it. part: the column, element or field where that stands.
    """

    place: str
    original: str
    why: UnreadReason
    part: str


class RowUnreadError(ValueError):
    """A row cannot be read; the reader of its file keeps why. part: as in `UnreadRow`."""

    def __init__(self, why: UnreadReason, part: str) -> None:
        super().__init__(why.value)
        self.why, self.part = why, part


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadStatement:
    """One statement. account: as written. unread: each row that could not be read, and why."""

    format: StatementFormat
    account: str
    currency: str
    rows: tuple[ReadRow, ...]
    reference: str = ""
    period_from: date | None = None
    period_to: date | None = None
    opening: str = ""
    closing: str = ""
    unread: tuple[UnreadRow, ...] = ()


def decimal_text(written: str) -> str:
    """Return "1234.5" for "1234.5", "+1234.50" or ".5". Raises ValueError for anything else."""
    text = written.strip().removeprefix("+")
    if not _DECIMAL.fullmatch(text) or not text.strip("."):
        message = "not a decimal number"
        raise ValueError(message)
    whole, _, rest = text.partition(".")
    return f"{whole or '0'}.{rest}" if rest else whole or "0"


def known_code(written: str, part: str, assets: Collection[str]) -> str:
    """Return the code of a currency, or one of these assets. Raises RowUnreadError for any other.

    part: as in `UnreadRow`.
    """
    code = code_of(written, assets)
    if not is_known(code, assets):
        raise RowUnreadError(UnreadReason.CURRENCY, part)
    return code


def verify_rows(count: int) -> None:
    """Raise ExchangeOverLimitError for more rows than one file may have."""
    if count > ROWS:
        raise ExchangeOverLimitError(f"the file has more than {ROWS} rows")
