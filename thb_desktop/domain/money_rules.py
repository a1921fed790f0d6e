"""Rules of entries about money: decimal amounts with their currency, and what contradicts itself."""

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.finance import BankStatement, HandOver, PayFigure, Transaction, ValueTransfer
from thb_desktop.domain.finance_codes import HOURS
from thb_desktop.domain.money import verify_amount, verify_balance, verify_span
from thb_desktop.errors import FieldMissingError, LegsAlikeError, PayUnitError


def verify_money(value: BankStatement | Transaction | HandOver | ValueTransfer | PayFigure) -> None:
    """Raises AmountError, FieldMissingError, LegsAlikeError or PayUnitError."""
    match value:
        case BankStatement():
            verify_balance(value.opening, value.currency)
            verify_balance(value.closing, value.currency)
        case Transaction():
            _verify_transaction(value)
        case HandOver():
            verify_span(value.amount, value.amount_to, value.currency)
            if value.commission or value.commission_currency:
                verify_amount(value.commission, value.commission_currency)
        case ValueTransfer():
            _verify_transfer(value)
        case PayFigure():
            _verify_pay(value)


def _verify_transaction(value: Transaction) -> None:
    verify_span(value.amount, value.amount_to, value.currency)
    verify_balance(value.balance_after, value.currency)
    if value.fee:
        verify_amount(value.fee, value.currency)
    if value.from_account_id is None and value.to_account_id is None:
        raise FieldMissingError(
            "a transaction must name at least one of its accounts", "money_transaction.from_account_id"
        )


def _verify_transfer(value: ValueTransfer) -> None:
    """Refuse a transfer of which both legs are unknown, or are the same."""
    if value.paid_in_id is None and value.paid_out_id is None:
        raise FieldMissingError("a transfer must name at least one of its legs", "value_transfer.paid_in_id")
    if value.paid_in_id == value.paid_out_id:
        raise LegsAlikeError("a transfer has two legs", "value_transfer.paid_out_id")
    if value.rate:
        verify_amount(value.rate, "rate")


def _verify_pay(value: PayFigure) -> None:
    if (value.kind in HOURS) != is_blank(value.currency):
        raise PayUnitError("hours have no currency, every other figure has one", "pay_figure.currency")
    verify_span(value.amount, value.amount_to, value.currency or "hours")
