"""Rules of entries about money: decimal amounts with their currency, and what contradicts itself."""

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.finance import BankStatement, HandOver, PayFigure, Transaction, ValueTransfer
from thb_desktop.domain.finance_codes import HOURS, PAID_IN, PAID_OUT
from thb_desktop.domain.money import Fields, verify_amount, verify_balance, verify_span
from thb_desktop.errors import FieldMissingError, LegsAlikeError, LegsSwappedError, PayUnitError


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


def _verify_pay(value: PayFigure) -> None:
    if (value.kind in HOURS) != is_blank(value.currency):
        raise PayUnitError("hours have no currency, every other figure has one", "pay_figure.currency")
    verify_span(value.amount, value.amount_to, value.currency or "hours", _fields("pay_figure"))
