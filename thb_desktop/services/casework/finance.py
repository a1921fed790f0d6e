"""Money: accounts and wallets with the state of their check digits, and transactions."""

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.finance import Account, Transaction
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.rights import Right
from thb_desktop.services.casework.adding import add_to_case
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import registry


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
