"""Currencies of entries: known codes are written in capitals, whatever a person or a file wrote."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.currency_codes import CODES
from thb_desktop.domain.fields import Editor
from thb_desktop.domain.finance import Account
from thb_desktop.domain.finance_fields import MONEY

T = TypeVar("T")

_FIELDS = {
    each.entity: tuple(field.name for field in each.fields if field.editor is Editor.CURRENCY)
    for each in MONEY
}


def code_of(written: str, assets: Collection[str] = ()) -> str:
    """Return "EUR" for " eur ", and an asset as it is spelt in `assets`; any other text stays as it is."""
    plain = written.strip()
    code = plain.upper()
    if code in CODES:
        return code
    return plain if plain in assets else next((each for each in assets if each.upper() == code), plain)


def is_known(code: str, assets: Collection[str] = ()) -> bool:
    """Whether it is a code of a currency, or one of these assets."""
    return code in CODES or code in assets


def wallet_assets(accounts: Iterable[Account]) -> tuple[str, ...]:
    """Return the assets of those accounts that are wallets (that have a network), and are not struck out."""
    found = (each.currency for each in accounts if each.network and each.currency and not each.struck)
    return tuple(dict.fromkeys(found))


def with_codes(value: T, before: object = None, assets: Collection[str] = ()) -> T:
    """Return an entry with its known codes in capitals, and assets as they are spelt in `assets`.

    before: the present entry; what it has stays.
    """
    changed = {
        name: code
        for name in _FIELDS.get(type(value), ())
        if (given := getattr(value, name)) != getattr(before, name, None)
        and (code := code_of(given, assets)) != given
    }
    entry: Any = value
    return replace(entry, **changed) if changed else value


def unknown_codes(value: object, before: object = None) -> tuple[tuple[str, str], ...]:
    """Return field and text of each currency that is no known code and not that of the present entry."""
    return tuple(
        (name, given)
        for name in _FIELDS.get(type(value), ())
        if (given := getattr(value, name)) != getattr(before, name, None)
        and not is_blank(given)
        and not is_known(given)
    )
