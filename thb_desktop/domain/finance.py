"""Money: accounts, wallets and transactions of the file. Amounts are decimal text, never floats."""

from dataclasses import dataclass

from thb_desktop.domain.ids import AccountId, CaseId, ExhibitId, RowId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.vocabulary import AccountKind, ChecksumState


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A bank account or a wallet, as written in the file; its checksum is reported, never corrected.

    network: for wallets ("bitcoin", "tron"), otherwise empty. holder: a pseudonym or company number of the
    file. struck: the reason why the entry was struck out, or empty.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Transaction:
    """One transaction as the file states it; either end may be unknown.

    at: the day or instant, as far as it is written there. amount: decimal text. counterparty: as written.
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
