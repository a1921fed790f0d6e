"""The attached data of the case: whether they tell of each interview and exhibit what its record does."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Self

from thb_desktop.errors import FormatError
from thb_desktop.ledger import canonical
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.record_tree import RecordTree

_KINDS = ("interview", "exhibit")
_LATER = frozenset({"state", "record_digest"})
"""What an interview says about its own signing is not part of its record."""
_ROWS = (
    *("presences", "cautions", "timeline", "measures", "earlier", "engagements", "corrections"),
    *("certifications", "signatures", "warnings", "names"),
)

Part = tuple[str, bytes]
"""The kind of a part of a record, and its value as canonical JSON."""


@dataclass(slots=True)
class CaseData:
    """The interviews and exhibits in the data of the case, by kind and id; each is taken by its record."""

    left: dict[tuple[str, str], Mapping[str, Value]] = field(default_factory=dict)

    @classmethod
    def of(cls, data: bytes | None) -> Self:
        """Raises FormatError if they cannot be read, or tell the same interview or exhibit twice."""
        content = canonical.parse(data or b"")
        found: dict[tuple[str, str], Mapping[str, Value]] = {}
        for kind in _KINDS:
            for told in _maps(content, f"{kind}s"):
                key = kind, str(_map(told, kind).get("id"))
                if key in found:
                    raise FormatError("the data of the case tell a record twice")
                found[key] = told
        return cls(found)

    def tells(self, kind: str, tree: RecordTree) -> bool:
        """Whether the data tell this record, part by part, as far as its parts travel."""
        if kind not in _KINDS or kind not in tree.parts:
            return False
        told = self.left.pop((kind, str(_map(tree.value(kind)).get("id"))), None)
        if told is None or told.get("sha256") != tree.digest:
            return False
        expected = _interview(told) if kind == "interview" else _exhibit(told)
        return Counter(expected) == Counter(_of_tree(tree))


def _interview(told: Mapping[str, Value]) -> Iterator[Part]:
    own = {name: value for name, value in _map(told, "interview").items() if name not in _LATER}
    yield _part("interview", own)
    for kind in _ROWS:
        yield from _parts(kind, _maps(told, kind))
    for segment in _maps(told, "segments"):
        yield _part("segments", _map(segment, "segment"))
        yield from _parts("renderings", _maps(segment, "renderings"))


def _exhibit(told: Mapping[str, Value]) -> Iterator[Part]:
    yield _part("exhibit", _map(told, "exhibit"))
    yield from _parts("files", _maps(told, "files"))
    yield from _parts("custody", (_map(each, "event") for each in _maps(told, "custody")))


def _of_tree(tree: RecordTree) -> Iterator[Part]:
    for name in tree.parts:
        kind, value = name.partition("/")[0], _map(tree.value(name))
        if kind == "segments":
            value = {each: value[each] for each in value if each != "label"}
        yield _part(kind, value)


def _parts(kind: str, rows: Iterable[Mapping[str, Value]]) -> Iterator[Part]:
    return (_part(kind, row) for row in rows)


def _part(kind: str, row: Mapping[str, Value]) -> Part:
    """Empty values may be left out, so they are left out of the comparison."""
    return kind, canonical.encode({name: value for name, value in row.items() if value})


def _map(value: Value, name: str = "") -> Mapping[str, Value]:
    inner = value.get(name) if name and isinstance(value, Mapping) else None if name else value
    return inner if isinstance(inner, Mapping) else {}


def _maps(value: Value, name: str) -> list[Mapping[str, Value]]:
    listed = value.get(name) if isinstance(value, Mapping) else None
    return list(map(_map, listed)) if isinstance(listed, list) else []
