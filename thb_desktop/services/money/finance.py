"""Money: accounts with the state of their check digits, statements, transactions, hand-overs and pay."""

from typing import Any

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.finance import (
    Account,
    Attribution,
    BankStatement,
    HandOver,
    PayFigure,
    Transaction,
    ValueTransfer,
)
from thb_desktop.domain.finance_fields import ACCOUNT, HAND_OVER, MONEY, STATEMENT
from thb_desktop.domain.ids import CaseId, StatementId
from thb_desktop.domain.rights import Right
from thb_desktop.domain.statement_accounts import check_accounts
from thb_desktop.domain.statements_around import StatementsOfAccounts
from thb_desktop.domain.statements_beside import check_beside
from thb_desktop.errors import NotFoundError
from thb_desktop.findings import Finding
from thb_desktop.services.case_file.adding import add_to_case
from thb_desktop.services.core.pages import COUNT, Page
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import money_lists, registry
from thb_desktop.vault.tables.lists import Mark

_NAMES = frozenset(each.name for each in MONEY)


@permitted(Right.EDIT_FINANCE)
def add_account(session: Session, account: Account) -> Account:
    """Register an account or a wallet as it is written; its check digits are tested, and the result is
    reported.
    """
    return add_to_case(session.work, account, VaultAction.ACCOUNT_ADDED)


@permitted(Right.READ_FINANCE, logs=Consulted.FINANCE)
def list_accounts(session: Session, case_id: CaseId) -> tuple[Account, ...]:
    return registry.ACCOUNT.where(session.read, "case_id", case_id)


@permitted(Right.EDIT_FINANCE)
def add_transaction(session: Session, transaction: Transaction) -> Transaction:
    """Register one transaction. Raises AmountError for an amount that is not decimal text, or has no
    currency.
    """
    return add_to_case(session.work, transaction, VaultAction.TRANSACTION_ADDED)


@permitted(Right.READ_FINANCE, logs=Consulted.FINANCE)
def list_transactions(session: Session, case_id: CaseId) -> tuple[Transaction, ...]:
    return registry.MONEY_TRANSACTION.where(session.read, "case_id", case_id)


@permitted(Right.EDIT_FINANCE)
def add_statement(session: Session, statement: BankStatement) -> BankStatement:
    """Register a statement of an account by hand. Raises AmountError for a balance that is not decimal."""
    return add_to_case(session.work, statement, VaultAction.FINANCE_ADDED)


@permitted(Right.EDIT_FINANCE)
def add_hand_over(session: Session, hand_over: HandOver) -> HandOver:
    """Register cash, or one leg of a hawala or a remittance. It is joined with no other."""
    return add_to_case(session.work, hand_over, VaultAction.FINANCE_ADDED)


@permitted(Right.EDIT_FINANCE)
def add_transfer(session: Session, transfer: ValueTransfer) -> ValueTransfer:
    """Join two hand-overs on a stated basis; one of them may be unknown. Raises LegsAlikeError."""
    return add_to_case(session.work, transfer, VaultAction.FINANCE_ADDED)


@permitted(Right.EDIT_FINANCE)
def add_attribution(session: Session, attribution: Attribution) -> Attribution:
    """Register who says that an account or an address is whose, with its grade and its source."""
    return add_to_case(session.work, attribution, VaultAction.FINANCE_ADDED)


@permitted(Right.EDIT_FINANCE)
def add_pay_figure(session: Session, figure: PayFigure) -> PayFigure:
    """Register one figure of pay with its source. Raises PayUnitError for hours with a currency."""
    return add_to_case(session.work, figure, VaultAction.FINANCE_ADDED)


@permitted(Right.READ_FINANCE, logs=Consulted.FINANCE)
def page_of_transactions(
    session: Session, case_id: CaseId, *, after: Mark | None = None, count: int = COUNT
) -> Page[Transaction]:
    """Return the next transactions in the order of their dates. after: of the page before."""
    found = money_lists.transactions_after(session.read, case_id, after, count)
    last = (found[-1].at.edtf, str(found[-1].id)) if len(found) == count else None
    return Page(rows=found, after=last, total=money_lists.count_of_transactions(session.read, case_id))


@permitted(Right.READ_FINANCE, logs=Consulted.FINANCE)
def list_named(session: Session, case_id: CaseId) -> dict[str, tuple[Any, ...]]:
    """Return the entries that others about money can name, by kind."""
    return {each.name: _of_case(session, case_id, each.name) for each in (ACCOUNT, STATEMENT, HAND_OVER)}


@permitted(Right.READ_FINANCE, logs=Consulted.FINANCE)
def check_statement_of(session: Session, statement_id: StatementId) -> tuple[Finding, ...]:
    """Compare a statement with its rows, with the other statements of its account and with what was entered
    apart from them; and its account, and the other ends of its rows, with what the file names
    (V-F-03). Raises NotFoundError.
    """
    statement = registry.BANK_STATEMENT.find(session.read, statement_id)
    if statement is None:
        raise NotFoundError("there is no such statement in this file")
    rows = registry.MONEY_TRANSACTION.where(session.read, "statement_id", statement_id)
    ends = {one for each in rows for one in (each.from_account_id, each.to_account_id) if one is not None}
    accounts = registry.ACCOUNT.among(session.read, "id", [*{statement.account_id, *ends}])
    changed = check_accounts(statement, rows, {each.id: each for each in accounts})
    around = money_lists.rows_around(session.read, statement)
    of_account = registry.BANK_STATEMENT.where(session.read, "account_id", statement.account_id)
    statements = StatementsOfAccounts(of_account)
    return (*check_beside(statement, statements, rows, around), *changed)


@permitted(Right.READ_FINANCE, logs=Consulted.FINANCE)
def list_money(session: Session, case_id: CaseId, kind: str) -> tuple[Any, ...]:
    """Return the entries of one kind about money. Raises NotFoundError for another kind."""
    if kind not in _NAMES:
        raise NotFoundError("there is no such kind of entry about money")
    return _of_case(session, case_id, kind)


def _of_case(session: Session, case_id: CaseId, kind: str) -> tuple[Any, ...]:
    return registry.table_named(kind).where(session.read, "case_id", case_id)
