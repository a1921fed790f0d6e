"""The accounts of statements: whether they are still those that the files name, after they were corrected."""

from collections.abc import Iterable, Iterator, Mapping

from thb_desktop.domain.account_names import is_iban, names, plain
from thb_desktop.domain.checksums import check_address, check_iban
from thb_desktop.domain.finance import Account, BankStatement, Transaction
from thb_desktop.domain.ids import AccountId
from thb_desktop.domain.statements import StatementRow
from thb_desktop.domain.vocabulary import ChecksumState
from thb_desktop.findings import Finding, broken, unknown

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
    others, otherwise = list[str](), list[str]()
    for each in rows:
        other = _other_end(statement, each, accounts)
        if other is not None and _names_another(written := _named_by(each), other):
            (others if _is_alike(written, other) else otherwise).append(each.source or each.reference)
    for tell, case, found in (
        (broken, "money.statement-rows-of-others", others),
        (unknown, "money.statement-rows-otherwise", otherwise),
    ):
        if found:
            yield tell(case, statement=statement.number, rows=tuple(found[:_LISTED]))


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


def _other_end(
    statement: BankStatement, row: Transaction | StatementRow, accounts: Accounts
) -> Account | None:
    """Return the account that is the other end of a row here; None if it has none, or is struck out."""
    ends = {row.from_account_id, row.to_account_id} - {statement.account_id, None}
    if row.struck or len(ends) != 1:
        return None
    return accounts.get(ends.pop())  # type: ignore[arg-type]  # None is taken out


def _named_by(row: Transaction | StatementRow) -> str:
    return row.counterparty.rpartition(", ")[2].strip()


def _names_another(written: str, other: Account) -> bool:
    """Whether it is a whole IBAN, or an address of the network of the account, and not this account's."""
    is_account = check_iban(written) is ChecksumState.VALID
    is_told = (is_account or _is_address(written, other.network)) and bool(plain(written))
    return is_told and not names(written, other.identifier)


def _is_alike(written: str, other: Account) -> bool:
    """Whether both are IBANs or both addresses, so that one cannot be another way to write the other."""
    if _is_address(written, other.network):
        return _is_address(other.identifier, other.network)
    return is_iban(plain(other.identifier))


def _is_address(written: str, network: str) -> bool:
    return bool(network) and check_address(written, network) in _IS_ADDRESS
