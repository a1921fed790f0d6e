"""Statements of account taken over from a file of an exhibit: looked at first, then entered with their rows.

Nothing is lost: a row that cannot be read is named with its place and its text. What nobody stated stays
empty.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.checksums import check_iban
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.entry_rules import completed
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.finance import Account, BankStatement, Transaction
from thb_desktop.domain.ids import AccountId, CaseId, FileId, RowId, StatementId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.rights import Right
from thb_desktop.domain.statements import check_statement
from thb_desktop.domain.vocabulary import ChecksumState
from thb_desktop.errors import NotFoundError, StatementAccountError, StatementTakenError
from thb_desktop.exchange.statements.reading import StatementChoice
from thb_desktop.exchange.statements.rows import ReadRow, ReadStatement
from thb_desktop.findings import Finding, broken
from thb_desktop.services.case_file.currencies import assets_of_case
from thb_desktop.services.case_file.entries import verify_enterable
from thb_desktop.services.case_file.telling import tell
from thb_desktop.services.core.erasures import verify_kept
from thb_desktop.services.core.leaving_bars import verify_shown
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence.exhibit_files import get_file
from thb_desktop.services.evidence.looks import open_recording
from thb_desktop.services.money.statement_files import StatementFile, StatementsRead
from thb_desktop.vault.tables import money_lists, registry

_AT_ONCE = 500
"""Rows that one event tells."""
_BANK = re.compile(r"^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?/(?=.)")
"""The code of a bank before an account, as MT940 writes it."""
_WITH_CURRENCY = re.compile(r"([0-9][0-9 ./-]*)[A-Z]{3}")
_CHECKED = 4
"""Signs of an IBAN before the number of the bank and the account."""
_PARTS = re.compile(r"[^0-9A-Z]+")
_LONG = 7
"""Signs, without zeros in front, that a number has at least which is no other by chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A statement as it would be entered, and what is to be said of it.

    is_taken: whether it was
    taken over from this file before.
    """

    read: ReadStatement
    findings: tuple[Finding, ...]
    is_taken: bool


@permitted(Right.EDIT_FINANCE, logs=Consulted.FILE)
def open_statement(session: Session, file_id: FileId) -> StatementFile:
    """Open a file to be read for its statements; whoever opened it closes it, and uses it beside the vault's
    thread. Raises as `looks.open_recording`.
    """
    file = get_file(session, file_id)
    assets = assets_of_case(session.read, _case_of(session, file))
    return StatementFile(file, open_recording(session, file_id), assets)


@permitted(Right.EDIT_FINANCE)
def look_at(session: Session, read: StatementsRead) -> tuple[Preview, ...]:
    """Return what is to be said of the statements that were read from a file; nothing is entered."""
    file = _verified(session, read)
    case_id = _case_of(session, file)
    taken = {each.reference for each in money_lists.statements_of_file(session.read, case_id, file.sha256)}
    return tuple(
        Preview(read=each, findings=_findings(session, case_id, each), is_taken=each.reference in taken)
        for each in read.found
    )


@permitted(Right.EDIT_FINANCE)
def take_over(
    session: Session,
    read: StatementsRead,
    *,
    which: int,
    account_id: AccountId,
    number: str,
    same_because: str = "",
) -> BankStatement:
    """Enter one statement of a file with all its rows, in one transaction.

    which: its place in the file, from 0. number: what it is called in the case. same_because: why the account
    is the one that the file names in another way, as the user says; kept with who and when. An account of the
    case that a row names is its other end; any other stays unknown, as written. Raises StatementTakenError,
    StatementAccountError, ErasedError, MaterialNotShownError, NotFoundError.
    """
    file = _verified(session, read)
    if not 0 <= which < len(read.found):
        raise NotFoundError("the file has no such statement")
    told, case_id = read.found[which], _case_of(session, file)
    accounts = [each for each in registry.ACCOUNT.where(session.read, "case_id", case_id) if not each.struck]
    account = next((each for each in accounts if each.id == account_id), None)
    if account is None:
        raise NotFoundError("there is no such account in this file")
    verify_account(told, account)
    is_other = not names_account(told, account)
    if is_other and is_blank(same_because):
        raise StatementAccountError("nobody said why this is the account that the file names")
    with session.work() as work:
        taken = money_lists.statements_of_file(work.connection, case_id, file.sha256)
        if any(each.reference == told.reference and each.account_id == account_id for each in taken):
            raise StatementTakenError("this statement was taken over before")
        statement = completed(_statement(told, file, read.choice, account, number))
        statement = replace(statement, id=StatementId(work.new_id()))
        if is_other:
            statement = replace(
                statement,
                account_named=told.account,
                account_then=account.identifier,
                same_by=session.user.id,
                same_at=work.at,
                same_because=same_because.strip(),
            )
        verify_enterable(work.connection, statement)
        work.save(statement)
        by_identifier = {_plain(each.identifier): each.id for each in accounts if each.id != account_id}
        rows = [
            replace(completed(_transaction(each, statement, by_identifier)), id=RowId(work.new_id()))
            for each in told.rows
        ]
        for start in range(0, len(rows), _AT_ONCE):
            work.save(*rows[start : start + _AT_ONCE])
            work.record(case_id, VaultAction.STATEMENT_TAKEN_OVER)
        if not rows:
            work.record(case_id, VaultAction.STATEMENT_TAKEN_OVER)
        tell(work, statement)
        for each in rows:
            tell(work, each)
    return statement


def verify_account(read: ReadStatement, account: Account) -> None:
    """Refuse a statement that names another IBAN than the account has."""
    named, held = _plain(read.account), _plain(account.identifier)
    if _is_iban(named) and _is_iban(held) and not _is_same_iban(named, held):
        raise StatementAccountError("the statement is of another account")


def names_account(read: ReadStatement, account: Account) -> bool:
    """Whether a file names no account, or this one: its IBAN, or the whole number within it.

    The groups of a national number must fill the IBAN behind its check digits, but for letters of the bank
    and zeros. An account number without its bank is that of many accounts, and parts of it stand in others
    by chance: somebody has to say whose it is.
    """
    if not _plain(read.account):
        return True
    named, held = _groups(read.account), _groups(account.identifier)
    one, other = "".join(named), "".join(held)
    if _is_iban(one) and _is_iban(other):
        return _is_same_iban(one, other)
    if _is_iban(one):
        return _is_within(held, one)
    if _is_iban(other):
        return _is_within(named, other)
    return one == other or (_is_long(named) and _without_zeros(named) == _without_zeros(held))


def _verified(session: Session, read: StatementsRead) -> ExhibitFile:
    """Return the file that was read, which must still be kept and shown."""
    file = get_file(session, read.file.id)
    if file.sha256 != read.file.sha256:
        raise NotFoundError("this is not the file that was read")
    verify_kept(session.read, file)
    verify_shown(session.read, file.exhibit_id)
    return file


def _case_of(session: Session, file: ExhibitFile) -> CaseId:
    exhibit = registry.EXHIBIT.find(session.read, file.exhibit_id)
    if exhibit is None:
        raise NotFoundError("there is no such exhibit in this file")
    return exhibit.case_id


def _findings(session: Session, case_id: CaseId, read: ReadStatement) -> tuple[Finding, ...]:
    """Return what the check of the entered statement would say, and how many rows are known already."""
    account_id = AccountId("statement")
    statement = BankStatement(
        id=StatementId(""),
        case_id=case_id,
        number=read.reference or read.account or read.format.value,
        account_id=account_id,
        format=read.format,
        currency=read.currency,
        opening=read.opening,
        closing=read.closing,
        unread=_unread(read),
        unread_because=_because(read),
    )
    rows = [_transaction(each, statement, {}) for each in read.rows]
    found = list(check_statement(statement, rows))
    references = {each.reference for each in read.rows if each.reference}
    known = money_lists.transactions_called(session.read, case_id, references)
    count = sum(not each.struck for each in known)
    if count:
        found.append(broken("money.statement-rows-known", statement=statement.number, count=count))
    return tuple(found)


def _statement(
    read: ReadStatement, file: ExhibitFile, choice: StatementChoice, account: Account, number: str
) -> BankStatement:
    return BankStatement(
        id=StatementId(""),
        case_id=account.case_id,
        number=number.strip(),
        account_id=account.id,
        format=read.format,
        currency=read.currency,
        reference=read.reference,
        period_from=read.period_from,
        period_to=read.period_to,
        opening=read.opening,
        closing=read.closing,
        exhibit_id=file.exhibit_id,
        file_id=file.id,
        sha256=file.sha256,
        mapping=choice.told(),
        unread=_unread(read),
        unread_because=_because(read),
    )


def _unread(read: ReadStatement) -> tuple[tuple[str, str], ...]:
    return tuple((each.place, each.original) for each in read.unread)


def _because(read: ReadStatement) -> tuple[tuple[str, str], ...]:
    return tuple((each.why.value, each.part) for each in read.unread)


def _transaction(
    row: ReadRow, statement: BankStatement, by_identifier: Mapping[str, AccountId]
) -> Transaction:
    """The account of the statement is the one end; the other is that of the row, if the case has it."""
    other = by_identifier.get(_plain(row.counterparty_account)) if row.counterparty_account else None
    ends = (other, statement.account_id) if row.is_credit else (statement.account_id, other)
    return Transaction(
        id=RowId(""),
        case_id=statement.case_id,
        from_account_id=ends[0],
        to_account_id=ends[1],
        at=PartialDate(row.booked_on.isoformat()),
        amount=row.amount,
        currency=row.currency,
        reference=row.reference,
        counterparty=_joined((row.counterparty, row.counterparty_account)),
        text=row.text,
        value_on=row.value_on,
        status=row.status,
        is_reversal=row.is_reversal,
        balance_after=row.balance_after,
        statement_id=statement.id,
        exhibit_id=statement.exhibit_id,
        source=row.place,
        original=row.original,
    )


def _joined(parts: Sequence[str]) -> str:
    return ", ".join(filter(None, parts))


def _plain(identifier: str) -> str:
    return "".join(each for each in identifier if each.isalnum()).upper()


def _groups(identifier: str) -> list[str]:
    """Return the groups of a number as it is divided, without the code of the bank before it and the currency
    behind its digits.
    """
    written = _BANK.sub("", identifier.strip().upper())
    if digits := _WITH_CURRENCY.fullmatch(written):
        written = digits[1]
    return [each for each in _PARTS.split(written) if each]


def _without_zeros(groups: Sequence[str]) -> list[str]:
    return [each.lstrip("0") for each in groups if each.strip("0")]


def _is_long(groups: Sequence[str]) -> bool:
    return sum(map(len, _without_zeros(groups))) >= _LONG


def _is_within(groups: Sequence[str], iban: str) -> bool:
    """Whether the groups of a national number are all that an IBAN has behind its check digits."""
    filled = "0*".join(_without_zeros(groups))
    return _is_long(groups) and re.fullmatch(f"[A-Z]*0*{filled}([A-Z]{{3}})?", iban[_CHECKED:]) is not None


def _is_iban(identifier: str) -> bool:
    """Whether it has the form of an IBAN, whatever its check digits."""
    return check_iban(identifier) is not ChecksumState.NO_CHECKSUM


def _is_same_iban(one: str, other: str) -> bool:
    """Whether two are equal, or one is the other with letters behind it, as its currency: a whole IBAN is not
    the beginning of another.
    """
    short, long = sorted((one, other), key=len)
    behind = long.removeprefix(short)
    is_begin = long.startswith(short) and behind[:1].isalpha()
    return one == other or (is_begin and check_iban(short) is ChecksumState.VALID)
