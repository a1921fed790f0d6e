"""Fields of accounts, statements, transactions, hand-overs, transfers, attributions and pay."""

from functools import partial

from thb_desktop.domain.fields import Description, Editor, Phase, record_field
from thb_desktop.domain.finance import (
    Account,
    Attribution,
    BankStatement,
    HandOver,
    PayFigure,
    Transaction,
    ValueTransfer,
)
from thb_desktop.domain.finance_codes import (
    AttributionGrade,
    BookingStatus,
    DayKind,
    HandOverKind,
    PayFigureKind,
    PaymentMeans,
    Settlement,
    StatementFormat,
)
from thb_desktop.domain.vocabulary import AccountKind

_field = partial(record_field, until=Phase.ALWAYS)
_INTERNAL = ("id", "case_id", "struck")

ACCOUNT = Description(
    name="account",
    entity=Account,
    fields=(
        _field("number", "account", Editor.LINE, required=True),
        _field("kind", "account", Editor.CODE, codes=AccountKind, required=True),
        _field("identifier", "account", Editor.LINE, required=True, rules="V-F-01 V-F-02"),
        _field("network", "account", Editor.LINE),
        _field("currency", "account", Editor.CURRENCY),
        _field("holder", "account", Editor.LINE),
        _field("servicer", "account", Editor.LINE),
        _field("bic", "account", Editor.LINE, rules="V-F-01"),
        _field("lei", "account", Editor.LINE, rules="V-F-01"),
        _field("opened_on", "account", Editor.PARTIAL_DATE),
        _field("closed_on", "account", Editor.PARTIAL_DATE),
        _field("statement_id", "account", Editor.REFERENCE, refers_to="exhibit"),
        _field("note", "account", Editor.TEXT, printed=False),
    ),
    internal=("id", "case_id", "checksum", "struck"),
)

STATEMENT = Description(
    name="bank_statement",
    entity=BankStatement,
    fields=(
        _field("number", "statement", Editor.LINE, required=True),
        _field("account_id", "statement", Editor.REFERENCE, refers_to="account", required=True),
        _field("format", "statement", Editor.CODE, codes=StatementFormat, required=True),
        _field("currency", "statement", Editor.CURRENCY, required=True, rules="V-F-04"),
        _field("reference", "statement", Editor.LINE),
        _field("period_from", "statement", Editor.DAY),
        _field("period_to", "statement", Editor.DAY),
        _field("opening", "statement", Editor.BALANCE, rules="V-F-03"),
        _field("closing", "statement", Editor.BALANCE, rules="V-F-03"),
        _field("exhibit_id", "statement", Editor.REFERENCE, refers_to="exhibit"),
        _field("note", "statement", Editor.TEXT, printed=False),
    ),
    internal=(
        *("id", "case_id", "file_id", "sha256", "mapping", "unread", "unread_because"),
        *("account_named", "account_then", "same_by", "same_at", "same_because", "struck"),
    ),
)

TRANSACTION = Description(
    name="money_transaction",
    entity=Transaction,
    fields=(
        _field("at", "transaction", Editor.PARTIAL_DATE, required=True),
        _field("day_kind", "transaction", Editor.CODE, codes=DayKind, sometimes=True),
        _field("amount", "transaction", Editor.AMOUNT, required=True, rules="V-F-04"),
        _field("currency", "transaction", Editor.CURRENCY, required=True, rules="V-F-04"),
        _field("amount_to", "transaction", Editor.AMOUNT),
        _field("is_about", "transaction", Editor.YES_NO, sometimes=True),
        _field("from_account_id", "transaction", Editor.REFERENCE, refers_to="account"),
        _field("to_account_id", "transaction", Editor.REFERENCE, refers_to="account"),
        _field("counterparty", "transaction", Editor.LINE),
        _field("reference", "transaction", Editor.LINE),
        _field("text", "transaction", Editor.LINE),
        _field("value_on", "details", Editor.DAY),
        _field("means", "details", Editor.CODE, codes=PaymentMeans, sometimes=True),
        _field("status", "details", Editor.CODE, codes=BookingStatus, sometimes=True),
        _field("status_written", "details", Editor.LINE),
        _field("is_reversal", "details", Editor.YES_NO, sometimes=True),
        _field("balance_after", "details", Editor.BALANCE, rules="V-F-03"),
        _field("fee", "details", Editor.AMOUNT),
        _field("place", "details", Editor.LINE),
        _field("block", "details", Editor.LINE),
        _field("statement_id", "source", Editor.REFERENCE, refers_to="bank_statement"),
        _field("exhibit_id", "source", Editor.REFERENCE, refers_to="exhibit"),
        _field("source", "source", Editor.LINE),
        _field("original", "source", Editor.TEXT),
    ),
    internal=_INTERNAL,
)

HAND_OVER = Description(
    name="hand_over",
    entity=HandOver,
    fields=(
        _field("number", "hand_over", Editor.LINE, required=True),
        _field("kind", "hand_over", Editor.CODE, codes=HandOverKind, required=True),
        _field("at", "hand_over", Editor.PARTIAL_DATE, required=True),
        _field("amount", "hand_over", Editor.AMOUNT, required=True, rules="V-F-04"),
        _field("currency", "hand_over", Editor.CURRENCY, required=True, rules="V-F-04"),
        _field("amount_to", "hand_over", Editor.AMOUNT),
        _field("is_about", "hand_over", Editor.YES_NO, sometimes=True),
        _field("payer", "parties", Editor.LINE),
        _field("payer_id", "parties", Editor.REFERENCE, refers_to="person"),
        _field("receiver", "parties", Editor.LINE),
        _field("receiver_id", "parties", Editor.REFERENCE, refers_to="person"),
        _field("agent", "parties", Editor.LINE),
        _field("place", "parties", Editor.LINE),
        _field("token", "details", Editor.LINE),
        _field("commission", "details", Editor.AMOUNT),
        _field("commission_currency", "details", Editor.CURRENCY, rules="V-F-04"),
        _field("ledger", "details", Editor.LINE),
        _field("exhibit_id", "source", Editor.REFERENCE, refers_to="exhibit"),
        _field("source", "source", Editor.LINE, required=True),
        _field("note", "source", Editor.TEXT, printed=False),
    ),
    internal=_INTERNAL,
)

TRANSFER = Description(
    name="value_transfer",
    entity=ValueTransfer,
    fields=(
        _field("number", "value_transfer", Editor.LINE, required=True),
        _field("paid_in_id", "value_transfer", Editor.REFERENCE, refers_to="hand_over"),
        _field("paid_out_id", "value_transfer", Editor.REFERENCE, refers_to="hand_over"),
        _field("settlement", "value_transfer", Editor.CODE, codes=Settlement),
        _field("rate", "value_transfer", Editor.AMOUNT),
        _field("basis", "source", Editor.TEXT, required=True),
        _field("exhibit_id", "source", Editor.REFERENCE, refers_to="exhibit"),
        _field("note", "source", Editor.TEXT, printed=False),
    ),
    internal=_INTERNAL,
)

ATTRIBUTION = Description(
    name="attribution",
    entity=Attribution,
    fields=(
        _field("account_id", "attribution", Editor.REFERENCE, refers_to="account", required=True),
        _field("holder", "attribution", Editor.LINE, required=True),
        _field("person_id", "attribution", Editor.REFERENCE, refers_to="person"),
        _field("grade", "attribution", Editor.CODE, codes=AttributionGrade, required=True, rules="V-F-05"),
        _field("confidence", "attribution", Editor.LINE),
        _field("exhibit_id", "source", Editor.REFERENCE, refers_to="exhibit"),
        _field("source", "source", Editor.LINE, required=True, rules="V-F-05"),
        _field("note", "source", Editor.TEXT, printed=False),
    ),
    internal=_INTERNAL,
)

PAY_FIGURE = Description(
    name="pay_figure",
    entity=PayFigure,
    fields=(
        _field("person_id", "pay_figure", Editor.REFERENCE, refers_to="person", required=True),
        _field("period", "pay_figure", Editor.PARTIAL_DATE, required=True),
        _field("kind", "pay_figure", Editor.CODE, codes=PayFigureKind, required=True),
        _field("amount", "pay_figure", Editor.AMOUNT, required=True, rules="V-F-04"),
        _field("currency", "pay_figure", Editor.CURRENCY, rules="V-F-04"),
        _field("exhibit_id", "source", Editor.REFERENCE, refers_to="exhibit"),
        _field("source", "source", Editor.LINE, required=True),
        _field("amount_to", "pay_figure", Editor.AMOUNT),
        _field("is_about", "pay_figure", Editor.YES_NO, sometimes=True),
        _field("label", "pay_figure", Editor.LINE),
        _field("note", "source", Editor.TEXT, printed=False),
    ),
    internal=_INTERNAL,
)

MONEY = (ACCOUNT, STATEMENT, TRANSACTION, HAND_OVER, TRANSFER, ATTRIBUTION, PAY_FIGURE)
"""All kinds of entries about money."""
