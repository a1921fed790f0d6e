"""The list of redactions of a bundle: whether it and the marks in the records agree, one by one.

A masked part has a mark that the list names, or is a rendering without the digest of a masked turn (silent).
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Self

from thb_desktop.domain.redaction_marks import FORMAT, LIST, MARK, WITHHELD
from thb_desktop.errors import FormatError
from thb_desktop.findings import Finding, Where, broken, holds
from thb_desktop.ledger import canonical
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.record_tree import RecordTree

if TYPE_CHECKING:
    from thb_desktop.domain.language_outward import JobOutward

Place = tuple[str, str, str, str, str]
"""The kind and number of a record, the part, the number of the redaction, and its reason."""


@dataclass(slots=True)
class Redactions:
    """The list, compared record by record. Each record takes its own out of it."""

    is_there: bool = False
    is_odd: bool = False
    marks: Counter[Place] = field(default_factory=Counter)
    records: dict[str, tuple[str, str]] = field(default_factory=dict)
    silent: set[tuple[str, str]] = field(default_factory=set)
    count: int = 0

    @classmethod
    def of(cls, files: Mapping[str, bytes]) -> Self:
        data = files.get(LIST)
        if data is None:
            return cls()
        try:
            return cls._read(data)
        except FormatError:
            return cls(is_there=True, is_odd=True)

    @classmethod
    def _read(cls, data: bytes) -> Self:
        told = canonical.parse(data)
        if not isinstance(told, dict) or told.get("format") != FORMAT or canonical.encode(told) != data:
            raise FormatError
        rows = _rows(told, "redactions")
        own = cls(is_there=True, count=len(rows))
        numbers = [_text(row, "number") for row in rows]
        for row in rows:
            part = _text(row, "part")
            place = _text(row, "kind"), _text(row, "record"), part, _text(row, "number"), _text(row, "reason")
            if part:
                own.marks[place] += 1
        pairs = [(_text(row, "record"), _text(row, "part")) for row in _rows(told, "silent")]
        own.silent.update(pairs)
        for row in _rows(told, "records"):
            digests = _text(row, "full_sha256"), _text(row, "disclosed_sha256")
            own.is_odd |= own.records.setdefault(_text(row, "record"), digests) is not digests
        own.is_odd |= len(set(numbers)) < len(numbers) or len(own.silent) < len(pairs)
        return own

    def check(
        self, called: Where, tree: RecordTree, entry: tuple[str, str], data: bytes
    ) -> Iterator[Finding]:
        """Compare one record with the list. entry: its kind and number. data: its file."""
        kind, number = entry
        found, marked = Counter[Place](), set[str]()
        for name in tree.parts:
            for mark, reason in _marks_in(tree.value(name)):
                found[kind, number, name, mark, reason] += 1
                marked.add(name)
        listed = Counter({place: n for place, n in self.marks.items() if place[:2] == (kind, number)})
        self.marks -= listed
        silent = {name for record, name in self.silent if record == number} if kind == "interview" else set()
        own = self.records.pop(number, None) if kind == "interview" else None
        self.silent -= {(number, name) for name in silent}
        if kind == "interview":
            digests = (tree.digest, sha256(data).hexdigest()) if tree.masked else None
            agrees = tree.masked == marked | silent and own == digests
            agrees = agrees and not silent & marked and all(_is_silent(tree, name, marked) for name in silent)
        else:
            agrees = not tree.masked
        if found != listed or not agrees:
            yield broken("redactions-not-as-listed.record", where=called)

    def names_all(self, number: str, job: "JobOutward") -> bool:
        """Whether the marks in a job are those that the list names in it, and each stands for a remark, or
        in a text of which the linguist signed another.
        """
        found, marked = Counter[Place](), set[int]()
        for place, each in enumerate(job.versions, 1):
            for mark, reason in _marks_in(each.version.text):
                found["language", number, f"versions/{place}", mark, reason] += 1
                marked.add(place)
        for place, remark in enumerate(job.withheld, 1):
            for mark, reason in _marks_in(remark.mark):
                found["language", number, f"{WITHHELD}/{place}", mark, reason] += 1
        listed = Counter({place: n for place, n in self.marks.items() if place[:2] == ("language", number)})
        self.marks -= listed
        hidden = {place for place, each in enumerate(job.versions, 1) if each.hides_text}
        return found == listed and marked == hidden

    def masks(self, entry: tuple[str, str]) -> frozenset[str]:
        """Return the parts of a record in which the list names redactions."""
        return frozenset(part for kind, number, part, *_ in self.marks if (kind, number) == entry)

    def check_left(self) -> Iterator[Finding]:
        """Whether the list names a redaction that nothing shows; else how many there are."""
        if self.is_odd or self.marks.total() or self.records or self.silent:
            yield broken("redactions-not-as-listed.left")
        elif self.is_there:
            yield holds("redactions-as-listed", count=self.count)


def _is_silent(tree: RecordTree, name: str, marked: set[str]) -> bool:
    value, parts = tree.value(name), name.split("/")
    return (
        parts[0] == "renderings"
        and len(parts) == 4
        and f"segments/{parts[2]}" in marked
        and isinstance(value, dict)
        and value.get("source_digest") == ""
    )


def _marks_in(value: Value) -> Iterator[tuple[str, str]]:
    waiting: list[Value] = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            yield from ((found[1], found[2]) for found in MARK.finditer(each))
        elif isinstance(each, dict):
            waiting += each.values()
        elif isinstance(each, list):
            waiting += each


def _rows(told: Mapping[str, Value], name: str) -> list[Mapping[str, Value]]:
    rows = told.get(name)
    found: list[Mapping[str, Value]] = []
    if isinstance(rows, list):
        found += (each for each in rows if isinstance(each, dict))
    if not isinstance(rows, list) or len(found) < len(rows):
        raise FormatError
    return found


def _text(row: Mapping[str, Value], name: str) -> str:
    value = row.get(name, "")
    if not isinstance(value, str):
        raise FormatError
    return value
