"""Described values: reads the fields of an entity from a sample case by their description."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from thb_desktop.domain.fields import Description, Editor, Field
from thb_desktop.services.samples.codes import code_of, named
from thb_desktop.services.samples.node import Node

References = Mapping[str, Mapping[str, str]]
"""For each kind of entry: from its code in the data to its id in the vault."""

_READERS: Mapping[Editor, Callable[[Node, str], object]] = {
    Editor.LINES: Node.texts,
    Editor.LANGUAGES: Node.texts,
    Editor.COUNTRIES: Node.texts,
    Editor.DIRECTIONS: Node.texts,
    Editor.NUMBER: Node.integer,
    Editor.SECONDS: Node.integer,
    Editor.DETAILS: Node.pairs_of,
    Editor.YES_NO: Node.flag,
    Editor.DAY: Node.day,
    Editor.PARTIAL_DATE: Node.partial,
    Editor.MOMENT: Node.moment,
}
"""Readers of values that are not text, codes or references."""


def values_of(description: Description, node: Node, references: References) -> dict[str, object]:
    """Return the values of an entity's fields in a node, without the missing ones."""
    return {field.name: _value(field, node, references) for field in description.fields if field.name in node}


def _value(field: Field, node: Node, references: References) -> object:
    if field.codes is not None:
        codes: type[StrEnum] = field.codes
        if field.editor is Editor.CODES:
            return tuple(code_of(codes, code, {}) for code in node.texts(field.name))
        return code_of(codes, node.text(field.name), {})
    if field.refers_to:
        return named(references.get(field.refers_to, {}), node.text(field.name), field.refers_to)
    read = _READERS.get(field.editor, Node.text)
    return read(node, field.name)
