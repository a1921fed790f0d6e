"""Money of a case for tests: one entry of each kind, as somebody would enter it."""

from datetime import date
from typing import Any

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
    HandOverKind,
    PayFigureKind,
    StatementFormat,
)
from thb_desktop.domain.ids import AccountId, CaseId, HandOverId, PersonId, RowId, StatementId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.vocabulary import AccountKind, ChecksumState


def account(case_id: CaseId, **changes: Any) -> Account:
    fields: dict[str, Any] = {
        "id": AccountId(""),
        "case_id": case_id,
        "number": "BK-1",
        "kind": AccountKind.BANK,
        "identifier": "BE68 5390 0754 7034",
        "network": "",
        "currency": "EUR",
        "holder": "S-01",
        "checksum": ChecksumState.NOT_CHECKED,
    }
    return Account(**{**fields, **changes})


def statement(case_id: CaseId, account_id: AccountId, **changes: Any) -> BankStatement:
    fields: dict[str, Any] = {
        "id": StatementId(""),
        "case_id": case_id,
        "number": "ST-1",
        "account_id": account_id,
        "format": StatementFormat.PAPER,
        "currency": "EUR",
        "period_from": date(2026, 1, 1),
        "period_to": date(2026, 1, 31),
        "opening": "100.00",
        "closing": "110.50",
    }
    return BankStatement(**{**fields, **changes})


def transaction(case_id: CaseId, **changes: Any) -> Transaction:
    fields: dict[str, Any] = {
        "id": RowId(""),
        "case_id": case_id,
        "from_account_id": None,
        "to_account_id": None,
        "at": PartialDate("2026-01-10"),
        "amount": "10.50",
        "currency": "EUR",
        "source": "Cash book, p. 3",
    }
    return Transaction(**{**fields, **changes})


def hand_over(case_id: CaseId, **changes: Any) -> HandOver:
    fields: dict[str, Any] = {
        "id": HandOverId(""),
        "case_id": case_id,
        "number": "H-1",
        "kind": HandOverKind.HAWALA_PAID_IN,
        "at": PartialDate("2026-01~"),
        "amount": "300.00",
        "amount_to": "400.00",
        "currency": "EUR",
        "source": "I-01, turn 6",
        "payer": "S-01",
        "token": "5 EUR note, X12345678",
        "commission": "12.00",
        "commission_currency": "EUR",
    }
    return HandOver(**{**fields, **changes})


def transfer(case_id: CaseId, paid_in_id: HandOverId | None, **changes: Any) -> ValueTransfer:
    fields: dict[str, Any] = {
        "id": RowId(""),
        "case_id": case_id,
        "number": "VT-1",
        "basis": "Both name the note X12345678: I-01, turn 6, and E-5, row 12",
        "paid_in_id": paid_in_id,
    }
    return ValueTransfer(**{**fields, **changes})


def attribution(case_id: CaseId, account_id: AccountId, **changes: Any) -> Attribution:
    fields: dict[str, Any] = {
        "id": RowId(""),
        "case_id": case_id,
        "account_id": account_id,
        "holder": "S-02",
        "grade": AttributionGrade.PROVIDER_RECORD,
        "source": "Answer of the provider of 3 March 2026",
    }
    return Attribution(**{**fields, **changes})


def pay_figure(case_id: CaseId, person_id: PersonId, **changes: Any) -> PayFigure:
    fields: dict[str, Any] = {
        "id": RowId(""),
        "case_id": case_id,
        "person_id": person_id,
        "period": PartialDate("2025-11"),
        "kind": PayFigureKind.RECEIVED,
        "amount": "214.60",
        "currency": "EUR",
        "source": "PS-01, net paid",
    }
    return PayFigure(**{**fields, **changes})
