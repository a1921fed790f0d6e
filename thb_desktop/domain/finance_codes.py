"""Codes of money: statements, payments, hand-overs, attributions and pay."""

from enum import StrEnum


class StatementFormat(StrEnum):
    """In which form a statement of account was given."""

    CAMT_053 = "CAMT_053"
    CAMT_052 = "CAMT_052"
    CAMT_054 = "CAMT_054"
    MT940 = "MT940"
    CSV = "CSV"
    PAPER = "PAPER"
    OTHER = "OTHER"


class BookingStatus(StrEnum):
    BOOKED = "BOOKED"
    PENDING = "PENDING"
    INFORMATION = "INFORMATION"
    FUTURE = "FUTURE"
    REJECTED = "REJECTED"
    OWN = "OWN"
    """The bank states it in its own words, in a report or notification: whether it is booked is not known."""
    OWN_IN_STATEMENT = "OWN_IN_STATEMENT"
    """The bank states it in its own words, in a statement, which lists booked entries."""


NOT_BOOKED = frozenset(
    {BookingStatus.PENDING, BookingStatus.INFORMATION, BookingStatus.REJECTED, BookingStatus.OWN}
)
"""What is only announced, was refused, or is not known to be booked: no balance and no sum counts it. With
FUTURE only the value is to come (`FUTR`, ISO 20022 ExternalEntryStatus1Code): the entry is on the books.
"""


class DayKind(StrEnum):
    """What the day of a transaction is."""

    BOOKING = "BOOKING"
    VALUE = "VALUE"
    """No day of booking is stated: it is the value date."""


class PaymentMeans(StrEnum):
    TRANSFER = "TRANSFER"
    DIRECT_DEBIT = "DIRECT_DEBIT"
    CARD = "CARD"
    CASH_PAID_IN = "CASH_PAID_IN"
    CASH_WITHDRAWN = "CASH_WITHDRAWN"
    CHEQUE = "CHEQUE"
    CRYPTO = "CRYPTO"
    CHARGE = "CHARGE"
    OTHER = "OTHER"


class HandOverKind(StrEnum):
    """Money that changes hands outside accounts. Both legs of a transfer are hand-overs of their own."""

    CASH = "CASH"
    HAWALA_PAID_IN = "HAWALA_PAID_IN"
    HAWALA_PAID_OUT = "HAWALA_PAID_OUT"
    REMITTANCE_PAID_IN = "REMITTANCE_PAID_IN"
    REMITTANCE_PAID_OUT = "REMITTANCE_PAID_OUT"
    COURIER = "COURIER"
    GOODS = "GOODS"
    OTHER = "OTHER"


PAID_IN = frozenset({HandOverKind.HAWALA_PAID_IN, HandOverKind.REMITTANCE_PAID_IN})
PAID_OUT = frozenset({HandOverKind.HAWALA_PAID_OUT, HandOverKind.REMITTANCE_PAID_OUT})
"""Kinds that say which leg of a transfer a hand-over is."""


class Settlement(StrEnum):
    """How the two who passed money on settled between themselves."""

    REVERSE_HAWALA = "REVERSE_HAWALA"
    CASH_COURIER = "CASH_COURIER"
    TRADE_INVOICE = "TRADE_INVOICE"
    BANK = "BANK"
    CRYPTO = "CRYPTO"
    UNKNOWN = "UNKNOWN"


class AttributionGrade(StrEnum):
    """On what it rests that an account or address is somebody's."""

    SEIZED_KEY = "SEIZED_KEY"
    PROVIDER_RECORD = "PROVIDER_RECORD"
    STATEMENT = "STATEMENT"
    ANALYTICS_TOOL = "ANALYTICS_TOOL"
    PUBLIC_TAG = "PUBLIC_TAG"
    INFERENCE = "INFERENCE"


class PayFigureKind(StrEnum):
    """What a figure of pay is. Hours have no currency; a rate is an amount for one hour."""

    RECEIVED = "RECEIVED"
    GROSS = "GROSS"
    NET_STATED = "NET_STATED"
    AGREED = "AGREED"
    DUE_BY_LAW = "DUE_BY_LAW"
    RATE_AGREED = "RATE_AGREED"
    RATE_BY_LAW = "RATE_BY_LAW"
    RENT = "RENT"
    TRANSPORT = "TRANSPORT"
    FINE = "FINE"
    CLOTHING = "CLOTHING"
    DOCUMENTS = "DOCUMENTS"
    DEBT = "DEBT"
    OTHER_DEDUCTION = "OTHER_DEDUCTION"
    HOURS_WORKED = "HOURS_WORKED"
    HOURS_PAID = "HOURS_PAID"


HOURS = frozenset({PayFigureKind.HOURS_WORKED, PayFigureKind.HOURS_PAID})
DEDUCTIONS = (
    PayFigureKind.RENT,
    PayFigureKind.TRANSPORT,
    PayFigureKind.FINE,
    PayFigureKind.CLOTHING,
    PayFigureKind.DOCUMENTS,
    PayFigureKind.DEBT,
    PayFigureKind.OTHER_DEDUCTION,
)
