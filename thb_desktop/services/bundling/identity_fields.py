"""Which fields of the case tell a sealed identity in a bundle: who is refused knows what to change."""

import dataclasses
from collections.abc import Iterator
from typing import Any

from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.form_search import FormSearch
from thb_desktop.domain.language_outward import LinguistOutward
from thb_desktop.domain.people import Interpreter, Official
from thb_desktop.findings import Where
from thb_desktop.vault.tables.registry import table_of
from thb_desktop.words import ENGLISH, find_field_name

_CALLED = ("number", "code", "reference", "label")
"""What a row is called by in a list. Never its name, which can be what must not be told."""
_NAMESAKES = (Interpreter, LinguistOutward, Official)
"""Whose names are told apart: nobody can change them."""


def fields_that_tell(content: BundleContent, search: FormSearch) -> Iterator[tuple[Where, str]]:
    """Yield each field that tells one, with what its row is called, and the pseudonym."""
    parts = (*_values(content.frame), content.interviews, content.exhibits, *_values(content.finance))
    for each in (*parts, content.language):
        yield from _told(each, (), search)


def _told(value: object, names: tuple[str, ...], search: FormSearch) -> Iterator[tuple[Where, str]]:
    if isinstance(value, tuple):
        for each in value:
            yield from _told(each, names, search)
    elif dataclasses.is_dataclass(value) and not isinstance(value, (type, *_NAMESAKES)):
        called = _called(value)
        called = "…" if search.find(called) else called
        names = names if called in ("", *names) else (*names, called)
        for field in dataclasses.fields(value):
            told = getattr(value, field.name)
            where = Where(kind="field", names=names, field=_field(value, field.name))
            if where.names or where.field:
                yield from ((where, each.owner) for each in search.find("\n".join(_texts(told))))
            yield from _told(told, names, search)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)


def _values(value: Any) -> list[object]:
    return [getattr(value, each.name) for each in dataclasses.fields(value)]


def _called(value: object) -> str:
    """What a row is called, or else the row to which the others in its place belong."""
    own = [value, *(each for each in _values(value) if dataclasses.is_dataclass(each))][:2]
    names = (getattr(each, name, "") for each in own for name in _CALLED)
    return next((each for each in names if each and isinstance(each, str)), "")


def _field(value: object, name: str) -> str:
    """The code of a field that has a name in words; empty for another."""
    try:
        code = f"{table_of(value).name}.{name}"
    except KeyError:
        return ""
    return code if find_field_name(code, ENGLISH) else ""
