"""The accounts of statements: whether they are still those that the files name, after they were corrected."""

from collections.abc import Iterable, Iterator, Mapping

from thb_desktop.domain.account_names import names, plain
from thb_desktop.domain.checksums import check_address, check_iban
from thb_desktop.domain.finance import Account, BankStatement, Transaction
from thb_desktop.domain.ids import AccountId
from thb_desktop.domain.statements import StatementRow
from thb_desktop.domain.vocabulary import ChecksumState
from thb_desktop.findings import Finding, broken

Accounts = Mapping[AccountId, Account]
_LISTED = 5
_IS_ADDRESS = frozenset({ChecksumState.VALID, ChecksumState.NO_CHECKSUM})


def check_accounts(
    statement: BankStatement, rows: Iterable[Transaction | StatementRow], accounts: Accounts
) -> Iterator[Finding]:
    """Tell that the account of a statement, or the other end of its rows, is another one by now than the file
    names. accounts: of the case, as they are now.
    """
    yield from account_changed(statement, accounts)
    others = [each.source or each.reference for each in rows if _names_another(statement, each, accounts)]
    if others:
        yield broken(
            "money.statement-rows-of-others", statement=statement.number, rows=tuple(others[:_LISTED])
        )


def account_changed(statement: BankStatement, accounts: Accounts) -> Iterator[Finding]:
    """Tell that an account was given another identifier since its statement was taken over, which the file
    does not name. Spaces are no difference.
    """
    then, account = statement.account_then, accounts.get(statement.account_id)
    if not then or account is None or "".join(then.split()) == "".join(account.identifier.split()):
        return
    if names(statement.account_named, account.identifier):
        return
    told = {"statement": statement.number, "then": then, "now": account.identifier}
    if statement.same_by is not None:
        yield broken("money.statement-account-changed", told)
    else:
        yield broken("money.statement-account-was", {**told, "named": statement.account_named})


def _names_another(statement: BankStatement, row: Transaction | StatementRow, accounts: Accounts) -> bool:
    """Whether the source of a row names an account that is not the one which is its other end here."""
    ends = {row.from_account_id, row.to_account_id} - {statement.account_id, None}
    other = accounts.get(ends.pop()) if len(ends) == 1 else None  # type: ignore[arg-type]  # None is taken out
    if row.struck or other is None:
        return False
    written = row.counterparty.rpartition(", ")[2].strip()
    is_account = check_iban(written) is ChecksumState.VALID
    is_address = bool(other.network) and check_address(written, other.network) in _IS_ADDRESS
    return (is_account or is_address) and bool(plain(written)) and not names(written, other.identifier)
