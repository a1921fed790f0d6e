"""Currencies of entries: a known code, or the crypto-asset of a wallet of the case."""

from typing import Any

from thb_desktop.domain.currencies import unknown_codes, wallet_assets, with_codes
from thb_desktop.domain.finance import Account
from thb_desktop.errors import CurrencyUnknownError
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry


def assets_of_case(connection: Connection, case_id: str) -> tuple[str, ...]:
    """Return the crypto-assets of the wallets of a case that stand, as these spell them."""
    return wallet_assets(registry.ACCOUNT.where(connection, "case_id", case_id))


def with_assets[Value](connection: Connection, value: Value, before: object = None) -> Value:
    """Return an entry with the assets of wallets of its case as these spell them.

    before: the present entry; what it has stays.
    """
    return with_codes(value, before, _assets(connection, value)) if unknown_codes(value, before) else value


def verify_currencies(connection: Connection, value: object, before: object = None) -> None:
    """Refuse a currency that is no known code, unless it is the asset of a wallet of the case.

    before: the present entry; what it has may stay. Raises CurrencyUnknownError with the field.
    """
    unknown = unknown_codes(value, before)
    if not unknown:
        return
    assets = _assets(connection, value)
    for name, code in unknown:
        if code not in assets:
            field = f"{registry.table_of(value).name}.{name}"
            raise CurrencyUnknownError("the currency is no known code", field)


def _assets(connection: Connection, value: Any) -> tuple[str, ...]:
    """Return the assets that an entry may have: a wallet its own, any other those of the case."""
    if isinstance(value, Account):
        return wallet_assets([value])
    return assets_of_case(connection, value.case_id)
