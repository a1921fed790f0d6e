"""Rules of entries about money: decimal amounts with their currency, and what contradicts itself."""

from collections.abc import Iterable

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.finance import BankStatement, HandOver, PayFigure, Transaction, ValueTransfer
from thb_desktop.domain.finance_codes import HOURS, PAID_IN, PAID_OUT
from thb_desktop.domain.money import Fields, verify_amount, verify_balance, verify_span
from thb_desktop.errors import (
    FieldKeptError,
    FieldMissingError,
    LegOfTransferError,
    LegsAlikeError,
    LegsSwappedError,
    PayUnitError,
)


def verify_money(value: BankStatement | Transaction | HandOver | ValueTransfer | PayFigure) -> None:
    """Raises AmountError, AmountCurrencyError, AmountRangeError, FieldMissingError, LegsAlikeError or
    PayUnitError, each with the field.
    """
    match value:
        case BankStatement():
            verify_balance(value.opening, value.currency, _fields("bank_statement", "opening"))
            verify_balance(value.closing, value.currency, _fields("bank_statement", "closing"))
        case Transaction():
            _verify_transaction(value)
        case HandOver():
            _verify_hand_over(value)
        case ValueTransfer():
            _verify_transfer(value)
        case PayFigure():
            _verify_pay(value)


def _fields(entry: str, amount: str = "amount", currency: str = "currency") -> Fields:
    return Fields(amount=f"{entry}.{amount}", amount_to=f"{entry}.amount_to", currency=f"{entry}.{currency}")


def _verify_transaction(value: Transaction) -> None:
    entry = "money_transaction"
    verify_span(value.amount, value.amount_to, value.currency, _fields(entry))
    verify_balance(value.balance_after, value.currency, _fields(entry, "balance_after"))
    if value.fee:
        verify_amount(value.fee, value.currency, _fields(entry, "fee"))
    if value.from_account_id is None and value.to_account_id is None:
        raise FieldMissingError(
            "a transaction must name at least one of its accounts", "money_transaction.from_account_id"
        )


def _verify_hand_over(value: HandOver) -> None:
    entry = "hand_over"
    verify_span(value.amount, value.amount_to, value.currency, _fields(entry))
    if value.commission or value.commission_currency:
        fields = _fields(entry, "commission", "commission_currency")
        verify_amount(value.commission, value.commission_currency, fields)


def _verify_transfer(value: ValueTransfer) -> None:
    """Refuse a transfer of which both legs are unknown, or are the same."""
    if value.paid_in_id is None and value.paid_out_id is None:
        raise FieldMissingError("a transfer must name at least one of its legs", "value_transfer.paid_in_id")
    if value.paid_in_id == value.paid_out_id:
        raise LegsAlikeError("a transfer has two legs", "value_transfer.paid_out_id")
    if value.rate:
        verify_amount(value.rate, "rate", _fields("value_transfer", "rate"))


def verify_legs(paid_in: HandOver | None, paid_out: HandOver | None) -> None:
    """Refuse a leg that was entered as the other one: money would flow backwards. Raises LegsSwappedError."""
    for leg, wrong, field in ((paid_in, PAID_OUT, "paid_in_id"), (paid_out, PAID_IN, "paid_out_id")):
        if leg is not None and leg.kind in wrong:
            raise LegsSwappedError(
                "a leg was entered as the other one", f"value_transfer.{field}", leg.number
            )


def verify_leg_kept(hand_over: HandOver, transfers: Iterable[ValueTransfer]) -> None:
    """Refuse a corrected kind that swaps the legs of a transfer. Raises LegOfTransferError."""
    for each in transfers:
        is_in = each.paid_in_id == hand_over.id and hand_over.kind in PAID_OUT
        is_out = each.paid_out_id == hand_over.id and hand_over.kind in PAID_IN
        if not each.struck and (is_in or is_out):
            raise LegOfTransferError("a transfer names it as the other leg", "hand_over.kind", each.number)


def verify_account_kept(statement: BankStatement, before: BankStatement) -> None:
    """Refuse another account for a statement that was taken over from a file: its rows are of the one that
    the file names. Raises FieldKeptError.
    """
    if before.file_id is not None and statement.account_id != before.account_id:
        raise FieldKeptError("its file is of the other account", "bank_statement.account_id")


def _verify_pay(value: PayFigure) -> None:
    if (value.kind in HOURS) != is_blank(value.currency):
        raise PayUnitError("hours have no currency, every other figure has one", "pay_figure.currency")
    verify_span(value.amount, value.amount_to, value.currency or "hours", _fields("pay_figure"))
