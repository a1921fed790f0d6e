"""Numbers of accounts by their kind: what is tested, what is asked before they are saved, and how a card is
printed.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.checksums import (
    check_address,
    check_address_form,
    check_card,
    check_iban,
    check_lei,
    is_bic,
)
from thb_desktop.domain.finance import Account
from thb_desktop.domain.vocabulary import AccountKind, ChecksumState
from thb_desktop.errors import FieldMissingError
from thb_desktop.findings import Finding, unknown

_ON_A_NETWORK = frozenset({AccountKind.CRYPTO_SELF, AccountKind.CRYPTO_ADDRESS})
_WALLETS = _ON_A_NETWORK | {AccountKind.CRYPTO_CUSTODIAL}
_AT_BANKS = frozenset({AccountKind.BANK, AccountKind.PAYMENT})
_FIRST, _LAST = 6, 4
"""Digits of a card that are printed: those that name its bank, and the last."""


def checksum_of(account: Account) -> ChecksumState:
    """What the check digits of an account say of its number."""
    written = account.identifier.strip()
    if not is_blank(account.network):
        return check_address(written, account.network)
    if account.kind in _WALLETS:
        return check_address_form(written)
    is_national = check_iban(written) is ChecksumState.NO_CHECKSUM
    if account.kind is AccountKind.CARD and is_national:
        return check_card(written)
    return ChecksumState.NOT_CHECKED if account.kind not in _AT_BANKS and is_national else check_iban(written)


def verify_network(account: Account, before: object = None) -> None:
    """Refuse a wallet that no provider is known to keep without its network: one address may stand on
    several. Raises FieldMissingError. before: the present entry; one that has none may stay so.
    """
    is_old = isinstance(before, Account) and before.kind is account.kind and is_blank(before.network)
    if account.kind in _ON_A_NETWORK and is_blank(account.network) and not is_old:
        raise FieldMissingError("a wallet names its network", "account.network")


def check_typed(account: Account, before: Account | None = None) -> Iterator[Finding]:
    """Tell that a number is to be compared with its source before it is saved: its check digits are wrong, or
    an address has none that could be tested. before: the present entry, for a correction.
    """
    yield from _check_servicer(account, before)
    if before is not None and _of_number(before) == _of_number(account):
        return
    state, written = checksum_of(account), account.identifier
    if state is ChecksumState.INVALID:
        yield unknown("money.account-digits-wrong", identifier=written, field="account.identifier")
    elif account.kind in _WALLETS and state is not ChecksumState.VALID:
        yield unknown("money.account-digits-untested", identifier=written, field="account.identifier")


def _check_servicer(account: Account, before: Account | None) -> Iterator[Finding]:
    """The codes of whoever keeps the account."""
    wrong = {
        "bic": account.bic.strip() and not is_bic(account.bic),
        "lei": account.lei.strip() and check_lei(account.lei) is ChecksumState.INVALID,
    }
    for name, is_wrong in wrong.items():
        written = getattr(account, name)
        if is_wrong and (before is None or getattr(before, name) != written):
            yield unknown("money.account-code-wrong", identifier=written, field=f"account.{name}")


def _of_number(account: Account) -> tuple[str, str, str]:
    return account.kind, account.identifier, account.network


def as_printed(account: Account) -> Account:
    """Return an account as pages print it: of the number of a card its first six digits and the last four."""
    return replace(account, identifier=number_printed(account, account.identifier))


def number_printed(account: Account, number: str) -> str:
    """Return a number of this account, the present or a former one, as pages print it."""
    return printed_as(account.kind, number)


def printed_as(kind: str, number: str) -> str:
    """Return the number of an account of this kind as pages print it; of an unknown kind as it is."""
    digits = re.sub(r"[\s-]", "", number)
    if kind != AccountKind.CARD or not re.fullmatch(r"[0-9]{12,19}", digits, re.ASCII):
        return number
    return digits[:_FIRST] + "*" * (len(digits) - _FIRST - _LAST) + digits[-_LAST:]
