"""Entries of a sample case: built from its data field by field, by their description."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from thb_desktop.domain.fields import Description, Editor, Field
from thb_desktop.services.samples.codes import code_of
from thb_desktop.services.samples.node import Node

_EMPTY: Mapping[Editor, object] = {
    Editor.LINE: "",
    Editor.TEXT: "",
    Editor.AMOUNT: "",
    Editor.BALANCE: "",
    Editor.CURRENCY: "",
    Editor.LANGUAGE: "",
    Editor.COUNTRY: "",
    Editor.LINES: (),
    Editor.TITLES: (),
    Editor.DETAILS: (),
    Editor.ANSWERS: (),
    Editor.CLAIMED_DATES: (),
    Editor.CODES: (),
    Editor.LANGUAGES: (),
    Editor.DIRECTIONS: (),
    Editor.COUNTRIES: (),
}
"""The value of a field that the data do not mention; None if it is not listed here."""

_READERS: Mapping[Editor, Callable[[Node, str, Field], object]] = {
    Editor.LINES: lambda node, key, _: node.texts(key),
    Editor.LANGUAGES: lambda node, key, _: node.texts(key),
    Editor.DIRECTIONS: lambda node, key, _: node.texts(key),
    Editor.DETAILS: lambda node, key, _: node.pairs_of(key),
    Editor.ANSWERS: lambda node, key, _: node.pairs_of(key),
    Editor.CLAIMED_DATES: lambda node, key, _: node.pairs_of(key),
    Editor.COUNTRIES: lambda node, key, _: node.texts(key),
    Editor.NUMBER: lambda node, key, _: node.integer(key),
    Editor.YES_NO: lambda node, key, _: node.flag(key),
    Editor.CODE: lambda node, key, field: _code(field, node.text(key)),
    Editor.DAY: lambda node, key, _: node.day(key),
    Editor.MOMENT: lambda node, key, _: node.moment(key),
    Editor.PARTIAL_DATE: lambda node, key, _: node.partial(key),
}
"""Readers of values that are not one text."""


def read_entry[Entry](
    entity: type[Entry],
    description: Description,
    node: Node,
    *,
    language: str,
    called: Mapping[str, str] | None = None,
    given: Mapping[str, object] | None = None,
) -> Entry:
    """Read an entry of the data. called: the names of fields that differ in the data.

    given: fields from elsewhere, and those that the program sets. language: of titles, the first.
    """
    values = dict(given or {})
    for field in description.fields:
        key = (called or {}).get(field.name, field.name)
        if field.name in values:
            continue
        if field.editor is Editor.REFERENCE or key not in node:
            values[field.name] = _EMPTY.get(field.editor)
        elif field.editor is Editor.TITLES:
            values[field.name] = node.in_languages(key, language)
        elif field.editor in _READERS:
            values[field.name] = _READERS[field.editor](node, key, field)
        else:
            values[field.name] = node.text(key)
    return entity(**values)


def _code(field: Field, text: str) -> StrEnum | None:
    return code_of(field.codes, text, {}) if field.codes else None
