"""Statements of account taken over from a file of an exhibit: looked at first, then entered with their rows.

Nothing is lost: a row that cannot be read is named with its place and its text. What nobody stated stays
empty.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from thb_desktop.domain.account_names import is_iban, is_same_iban, names, plain
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.entry_rules import completed
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.finance import Account, BankStatement, Transaction
from thb_desktop.domain.ids import AccountId, CaseId, FileId, RowId, StatementId
from thb_desktop.domain.money_counted import Counted, counted_of
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.rights import Right
from thb_desktop.domain.statements import check_statement
from thb_desktop.errors import NotFoundError, StatementAccountError, StatementTakenError
from thb_desktop.exchange.statements.reading import StatementChoice
from thb_desktop.exchange.statements.rows import ReadRow, ReadStatement
from thb_desktop.findings import Finding, broken
from thb_desktop.services.case_file.currencies import assets_of_case
from thb_desktop.services.case_file.entries import verify_enterable
from thb_desktop.services.case_file.telling import tell
from thb_desktop.services.core.erasures import verify_kept
from thb_desktop.services.core.leaving_bars import verify_file_shown
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.standing_files import verify_file_stands
from thb_desktop.services.evidence.exhibit_files import get_file
from thb_desktop.services.evidence.looks import open_recording
from thb_desktop.services.money.statement_files import StatementFile, StatementsRead
from thb_desktop.vault.tables import money_lists, registry

_AT_ONCE = 500
"""Rows that one event tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A statement as it would be entered, and what is to be said of it.

    counted: what sums will count of its rows. is_taken: whether it was taken over from this file before.
    """

    read: ReadStatement
    findings: tuple[Finding, ...]
    counted: Counted
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
    return tuple(_preview(session, case_id, each, is_taken=each.reference in taken) for each in read.found)


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
    is the one that the file names in another way, as the user says; kept with who and when. What the file
    names, and as what the account is entered then, is kept where it names one. An account of the
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
        if plain(told.account):
            statement = replace(statement, account_named=told.account, account_then=account.identifier)
        if is_other:
            statement = replace(
                statement,
                same_by=session.user.id,
                same_at=work.at,
                same_because=same_because.strip(),
            )
        verify_enterable(work.connection, statement)
        work.save(statement)
        by_identifier = {plain(each.identifier): each.id for each in accounts if each.id != account_id}
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
    named, held = plain(read.account), plain(account.identifier)
    if is_iban(named) and is_iban(held) and not is_same_iban(named, held):
        raise StatementAccountError("the statement is of another account")


def names_account(read: ReadStatement, account: Account) -> bool:
    """Whether a file names no account, or this one (`account_names.names`)."""
    return names(read.account, account.identifier)


def _verified(session: Session, read: StatementsRead) -> ExhibitFile:
    """Return the file that was read, which must still be kept and shown."""
    file = get_file(session, read.file.id)
    if file.sha256 != read.file.sha256:
        raise NotFoundError("this is not the file that was read")
    verify_file_stands(file)
    verify_kept(session.read, file)
    verify_file_shown(session.read, file)
    return file


def _case_of(session: Session, file: ExhibitFile) -> CaseId:
    exhibit = registry.EXHIBIT.find(session.read, file.exhibit_id)
    if exhibit is None:
        raise NotFoundError("there is no such exhibit in this file")
    return exhibit.case_id


def _preview(session: Session, case_id: CaseId, read: ReadStatement, *, is_taken: bool) -> Preview:
    """Tell what the check of the entered statement would say, and how many rows are known already."""
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
    return Preview(read=read, findings=tuple(found), counted=counted_of(rows), is_taken=is_taken)


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
    other = by_identifier.get(plain(row.counterparty_account)) if row.counterparty_account else None
    ends = (other, statement.account_id) if row.is_credit else (statement.account_id, other)
    return Transaction(
        id=RowId(""),
        case_id=statement.case_id,
        from_account_id=ends[0],
        to_account_id=ends[1],
        at=PartialDate(row.booked_on.isoformat()),
        day_kind=row.day_kind,
        amount=row.amount,
        currency=row.currency,
        reference=row.reference,
        counterparty=_joined((row.counterparty, row.counterparty_account)),
        text=row.text,
        value_on=row.value_on,
        status=row.status,
        status_written=row.status_written,
        is_reversal=row.is_reversal,
        balance_after=row.balance_after,
        statement_id=statement.id,
        exhibit_id=statement.exhibit_id,
        source=row.place,
        original=row.original,
    )


def _joined(parts: Sequence[str]) -> str:
    return ", ".join(filter(None, parts))
