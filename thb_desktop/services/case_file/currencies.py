"""Currencies of entries: a known code, or the crypto-asset of a wallet of the case."""

from typing import Any

from thb_desktop.domain.currencies import unknown_codes
from thb_desktop.domain.finance import Account
from thb_desktop.errors import CurrencyUnknownError
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry


def verify_currencies(connection: Connection, value: Any, before: object = None) -> None:
    """Refuse a currency that is no known code, unless it is the asset of a wallet of the case.

    A wallet is an account with a network. before: the present entry; what it has may stay. Raises
    CurrencyUnknownError with the field.
    """
    unknown = unknown_codes(value, before)
    if not unknown:
        return
    kept = registry.ACCOUNT.where(connection, "case_id", value.case_id)
    accounts = [value] if isinstance(value, Account) else [each for each in kept if not each.struck]
    assets = {each.currency for each in accounts if each.network}
    for name, code in unknown:
        if code not in assets:
            field = f"{registry.table_of(value).name}.{name}"
            raise CurrencyUnknownError("the currency is no known code", field)
