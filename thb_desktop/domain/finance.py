"""Money: accounts, statements, transactions, hand-overs and pay. Amounts are decimal text, never floats.

An amount may be a range (`amount` to `amount_to`) or an estimate (`is_about`), as its source says. source:
the place within the exhibit: a row, a page, a path, a turn.
"""

from dataclasses import dataclass
from datetime import date, datetime

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
from thb_desktop.domain.ids import (
    AccountId,
    AgentId,
    CaseId,
    ExhibitId,
    FileId,
    HandOverId,
    PersonId,
    RowId,
    StatementId,
)
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.vocabulary import AccountKind, ChecksumState


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A bank account or a wallet, as written in the file; its checksum is reported, never corrected.

    network: for wallets ("bitcoin", "ethereum", "tron"), otherwise empty. holder: a pseudonym or company
    number of the file. servicer, bic, lei: the bank or company that keeps it, and its codes (ISO 9362,
    ISO 17442), as a source has them. opened_on, closed_on: according to it. struck: the reason why the entry
    was struck out, or empty.
    """

    id: AccountId
    case_id: CaseId
    number: str
    kind: AccountKind
    identifier: str
    network: str
    currency: str
    holder: str
    checksum: ChecksumState
    statement_id: ExhibitId | None = None
    note: str = ""
    struck: str = ""
    servicer: str = ""
    bic: str = ""
    lei: str = ""
    opened_on: PartialDate | None = None
    closed_on: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BankStatement:
    """A statement of one account: what it says of its beginning and its end.

    opening, closing: decimal text, with a minus below zero; empty if it does not say so. file_id, sha256: the
    file that it was taken over from. mapping: how the columns of a table were read, as somebody chose it.
    unread: the rows that could not be read, each with its number and its text, and the balances that were not
    compared. unread_because: of each what could not be read (`UnreadReason`), and in which column; empty in
    statements of before. account_named: how the file names the account, if it does; account_then: the
    identifier of `account_id` when it was taken over, which can be corrected later; same_by, same_at,
    same_because: where they differ, who said that it is the same account, when and why.
    """

    id: StatementId
    case_id: CaseId
    number: str
    account_id: AccountId
    format: StatementFormat
    currency: str
    reference: str = ""
    period_from: date | None = None
    period_to: date | None = None
    opening: str = ""
    closing: str = ""
    exhibit_id: ExhibitId | None = None
    file_id: FileId | None = None
    sha256: str = ""
    mapping: tuple[tuple[str, str], ...] = ()
    unread: tuple[tuple[str, str], ...] = ()
    unread_because: tuple[tuple[str, str], ...] = ()
    note: str = ""
    struck: str = ""
    account_named: str = ""
    account_then: str = ""
    same_by: AgentId | None = None
    same_at: datetime | None = None
    same_because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transaction:
    """One transaction as the file states it; either end may be unknown.

    at: its day or instant, as far as it is written there. day_kind: what that day is; None where nobody said.
    counterparty: as written. The account of its statement is the one that pays or the one that receives: that
    is its direction. balance_after: with a minus below zero. block: height or hash, for a crypto-asset.
    original: the row as it stands in its source. status_written: a status in the bank's own words.
    """

    id: RowId
    case_id: CaseId
    from_account_id: AccountId | None
    to_account_id: AccountId | None
    at: PartialDate
    amount: str
    currency: str
    reference: str = ""
    counterparty: str = ""
    text: str = ""
    struck: str = ""
    amount_to: str = ""
    is_about: bool | None = None
    value_on: date | None = None
    means: PaymentMeans | None = None
    status: BookingStatus | None = None
    is_reversal: bool | None = None
    balance_after: str = ""
    fee: str = ""
    place: str = ""
    block: str = ""
    statement_id: StatementId | None = None
    exhibit_id: ExhibitId | None = None
    source: str = ""
    original: str = ""
    day_kind: DayKind | None = None
    status_written: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """Money that changed hands outside accounts: cash, or one leg of a hawala or a remittance.

    payer, receiver, agent: as the source names them; the agent is the hawaladar, provider or courier. token:
    what the receiver had to show. commission: with its own currency.
    """

    id: HandOverId
    case_id: CaseId
    number: str
    kind: HandOverKind
    at: PartialDate
    amount: str
    currency: str
    source: str
    amount_to: str = ""
    is_about: bool | None = None
    payer: str = ""
    payer_id: PersonId | None = None
    receiver: str = ""
    receiver_id: PersonId | None = None
    agent: str = ""
    place: str = ""
    token: str = ""
    commission: str = ""
    commission_currency: str = ""
    ledger: str = ""
    exhibit_id: ExhibitId | None = None
    note: str = ""
    struck: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueTransfer:
    """Two hand-overs joined: one paid in, one paid out. Either may be unknown.

    basis: the fact on which it rests that they belong together; nothing is joined without one. rate: of
    exchange, as the source states it.
    """

    id: RowId
    case_id: CaseId
    number: str
    basis: str
    paid_in_id: HandOverId | None = None
    paid_out_id: HandOverId | None = None
    settlement: Settlement | None = None
    rate: str = ""
    exhibit_id: ExhibitId | None = None
    note: str = ""
    struck: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Somebody says whose an account or address is: to whom, and on which ground.

    confidence: as the source states it.
    """

    id: RowId
    case_id: CaseId
    account_id: AccountId
    holder: str
    grade: AttributionGrade
    source: str
    person_id: PersonId | None = None
    confidence: str = ""
    exhibit_id: ExhibitId | None = None
    note: str = ""
    struck: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PayFigure:
    """One figure about the pay of one worker in one period, with its source.

    label: what the source calls it. currency: empty for hours.
    """

    id: RowId
    case_id: CaseId
    person_id: PersonId
    period: PartialDate
    kind: PayFigureKind
    amount: str
    source: str
    currency: str = ""
    amount_to: str = ""
    is_about: bool | None = None
    label: str = ""
    exhibit_id: ExhibitId | None = None
    note: str = ""
    struck: str = ""
