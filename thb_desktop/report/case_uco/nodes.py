"""Nodes of the graph: the terms, the ids of a bundle's own, and values in the forms of XML Schema.

CASE 1.4.0 and UCO 1.4.0 (https://caseontology.org). What they have no term for has one of our own, below
`thb:`. A node of a class of our own is also of the class of UCO under which that one stands, so a tool that
does not know ours reads the node nevertheless. `docs/formats/case-uco.md` lists the terms.
"""

import re
from collections.abc import Iterable, Mapping
from uuid import NAMESPACE_URL, uuid5

from thb_desktop.ledger.canonical import Value

CONTEXT: dict[str, Value] = {
    "kb": "https://thb.example.invalid/kb/",
    "thb": "https://thb.example.invalid/ontology/",
    "case-investigation": "https://ontology.caseontology.org/case/investigation/",
    "uco-action": "https://ontology.unifiedcyberontology.org/uco/action/",
    "uco-core": "https://ontology.unifiedcyberontology.org/uco/core/",
    "uco-identity": "https://ontology.unifiedcyberontology.org/uco/identity/",
    "uco-observable": "https://ontology.unifiedcyberontology.org/uco/observable/",
    "uco-role": "https://ontology.unifiedcyberontology.org/uco/role/",
    "uco-types": "https://ontology.unifiedcyberontology.org/uco/types/",
    "uco-victim": "https://ontology.unifiedcyberontology.org/uco/victim/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_INSTANT = re.compile(r"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})(?:\[[^]]*\])?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DECIMAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?", re.ASCII)

type Node = dict[str, Value]
type Row = Mapping[str, Value]


class Ids:
    """The ids of one bundle: each follows from the bundle and from the id of the entry.

    An entry is led to only where the graph has it: what is not in the bundle has no node.
    """

    def __init__(self, bundle: str) -> None:
        self._bundle = bundle
        self._there: set[tuple[str, Value]] = set()

    def of(self, label: str, key: Value) -> str:
        return f"kb:{label}-{uuid5(NAMESPACE_URL, f'{CONTEXT["kb"]}{self._bundle}/{label}/{key}')}"

    def declare(self, label: str, keys: Iterable[Value]) -> None:
        """Say that the graph has a node with this label for each of these."""
        self._there |= {(label, each) for each in keys}

    def link(self, label: str, key: Value) -> Value:
        """Return what leads to a node; None if the graph has no such node."""
        return {"@id": self.of(label, key)} if (label, key) in self._there else None


def filled(node: Node) -> Node:
    """Return a node without what nobody entered."""
    return {name: value for name, value in node.items() if value is not None and value not in ("", [])}


def row_of(value: Value) -> Row:
    """Raises TypeError for what is no object."""
    if not isinstance(value, dict):
        raise TypeError("the data of a bundle are malformed")
    return value


def rows_of(value: Value) -> list[Row]:
    return [*map(row_of, value)] if isinstance(value, list) else []


def status_of(told: Row) -> Value:
    """Return that an entry was struck out, as UCO says it; None if it stands."""
    return "Deprecated" if told.get("struck") else None


def moment(text: Value) -> Value:
    """Return an instant or a whole day in the form of XML Schema, without the name of its zone.

    What is known in part stays as it is written (EDTF).
    """
    if not isinstance(text, str):
        return None
    if found := _INSTANT.fullmatch(text):
        return {"@type": "xsd:dateTime", "@value": f"{found[1]}{found[2] or ':00'}{found[3]}"}
    return {"@type": "xsd:date", "@value": text} if _DAY.fullmatch(text) else text


def decimal(text: Value) -> Value:
    """Return an amount as a number; what is none stays as it is written."""
    is_number = isinstance(text, str) and _DECIMAL.fullmatch(text)
    return {"@type": "xsd:decimal", "@value": text} if is_number else text


def integer(number: Value) -> Value:
    return {"@type": "xsd:integer", "@value": str(number)}


def truth(value: Value) -> Value:
    """Return yes or no; None if nobody said it."""
    return (
        {"@type": "xsd:boolean", "@value": "true" if value else "false"} if isinstance(value, bool) else None
    )


def spoken(code: Value) -> str:
    """Return a code as a name: "cash in hand" for "CASH_IN_HAND"."""
    return str(code or "").lower().replace("_", " ")
