"""Currencies of entries: known codes are written in capitals, whatever a person or a file wrote."""

from dataclasses import replace
from typing import Any, TypeVar

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.currency_codes import CODES
from thb_desktop.domain.fields import Editor
from thb_desktop.domain.finance_fields import MONEY

T = TypeVar("T")

_FIELDS = {
    each.entity: tuple(field.name for field in each.fields if field.editor is Editor.CURRENCY)
    for each in MONEY
}


def code_of(written: str) -> str:
    """Return "EUR" for " eur "; what is no known code stays as it is written."""
    code = written.strip().upper()
    return code if code in CODES else written.strip()


def is_known(code: str) -> bool:
    return code in CODES


def with_codes(value: T, before: object = None) -> T:
    """Return an entry with its known codes in capitals. before: the present entry; what it has stays."""
    changed = {
        name: code
        for name in _FIELDS.get(type(value), ())
        if (given := getattr(value, name)) != getattr(before, name, None)
        and (code := code_of(given)) != given
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
