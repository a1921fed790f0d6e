"""The attached data of the case: whether they tell of each interview and exhibit what its record does."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple, Self

from thb_desktop.errors import FormatError
from thb_desktop.ledger import canonical
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.record_parts import PARTS
from thb_desktop.ledger.record_tree import RecordTree
from thb_desktop.ledger.streamed import Spend, Walk
from thb_desktop.verify.bundle.entries import LISTS, EntriesTold
from thb_desktop.verify.bundle.events import Places, decisions_digest, merges_digest
from thb_desktop.verify.bundle.persons import Merged, PersonsTold
from thb_desktop.verify.limits import ROW

_LISTS = {"interviews": "interview", "exhibits": "exhibit"}
"""What is told one by one, and the kind of its records."""
_ENTRIES = LISTS.keys() - {"case", "persons", "interpreters"}
"""Entries that come one by one: there can be very many."""
_SINGLE = _ENTRIES | {"case"}
"""What comes as one object. Everything else is a whole list."""
_LATER = frozenset({"state", "record_digest"})
"""What an interview says about its own signing is not part of its record."""
Also = Callable[[str, Mapping[str, Value]], None]
Part = tuple[str, bytes]
"""The kind of a part of a record, and its value as canonical JSON."""


class Derived(NamedTuple):
    """What the data say of an interview beside its record: the digest that was signed, and the states of its
    row and of the record as it is shown.
    """

    digest: str = ""
    state: str = ""
    shown: str = ""


@dataclass(slots=True)
class Beside:
    """What the data say that no record and no entry has. bundle, reference: what is said of the bundle, and
    the reference of the case. derived: by the id of an interview. places: by the id of an exhibit.
    """

    bundle: Mapping[str, Value] = field(default_factory=dict)
    reference: str = ""
    derived: dict[str, Derived] = field(default_factory=dict)
    places: dict[str, Places] = field(default_factory=dict)

    def take(self, name: str, told: Mapping[str, Value]) -> None:
        own = _map(told, _LISTS.get(name, name))
        if name == "bundle":
            self.bundle = told
        elif name == "case":
            self.reference = _text(told, "reference")
        elif name == "interviews":
            said = _text(own, "record_digest"), _text(own, "state"), _text(told, "state")
            self.derived[str(own.get("id"))] = Derived(*said)
        elif name == "exhibits":
            self.places[str(own.get("id"))] = _places(_maps(told, "custody"))


class Linguist(NamedTuple):
    """What is told of an interpreter or translator."""

    name: str
    code: str
    register_number: str
    name_latin: str


class Copies(NamedTuple):
    """Copies of a record that were printed to be signed: the digest of their rows, and the last one.

    text: the digest of the record that the last one has; has_scan: whether an exhibit holds the signed paper.
    """

    rows: bytes
    text: str = ""
    has_scan: bool = False

    @classmethod
    def of(cls, told: Sequence[Mapping[str, Value]]) -> Self:
        last = told[-1] if told else {}
        return cls(decisions_digest(told), _text(last, "digest"), bool(last.get("scan_id")))


@dataclass(slots=True)
class CaseData:
    """The interviews and exhibits in the data of the case, by kind and id; each is taken by its record.

    left: the digest of the record that each names, and the digest of what is told. decisions: by the id of
    an interview, the digest of the decisions about its record. linguists: by the id of an interpreter, the
    name, code and register number that are told of them. restricted_because: why restricted records travel.
    merges: the digest of those of records of one person. has_numbers_of_merges: whether each person has as
    many other numbers as these merges give. copies: by the id of an interview, those that were printed to be
    signed. persons: what is told of them beside their records. entries: those of the case, and their
    corrections. beside: what no record and no entry has.
    """

    left: dict[tuple[str, str], tuple[str, bytes]] = field(default_factory=dict)
    decisions: dict[str, bytes] = field(default_factory=dict)
    linguists: dict[str, Linguist] = field(default_factory=dict)
    restricted_because: str = ""
    merges: bytes = merges_digest(())
    has_numbers_of_merges: bool = True
    copies: dict[str, Copies] = field(default_factory=dict)
    persons: PersonsTold = field(default_factory=PersonsTold)
    entries: EntriesTold = field(default_factory=EntriesTold)
    beside: Beside = field(default_factory=Beside)

    @classmethod
    def of(cls, pieces: Iterable[bytes], *, keep: Spend, afford: Spend, also: Also = lambda *_: None) -> Self:
        """Read them one after the other. keep: told the memory that is not given back. afford: asked before
        a large value is read. also: told each exhibit, and what is said of the bundle and of printed content.

        Raises FormatError if they cannot be read, or tell the same interview or exhibit twice.
        """
        found: dict[tuple[str, str], tuple[str, bytes]] = {}
        decisions: dict[str, bytes] = {}
        linguists: dict[str, Linguist] = {}
        because = ""
        persons, told_of, copies = _Persons(), PersonsTold(), dict[str, Copies]()
        entries, beside = EntriesTold(), Beside()
        for name, value in Walk(pieces, lists=_LISTS.keys() | _ENTRIES, afford=afford):
            rows = [_map(value)] if name in _SINGLE else _maps({name: value}, name)
            beside.take(name, _map(value))
            if name in _LISTS:
                told, kind = _map(value), _LISTS[name]
                also(name, told)
                key = kind, str(_map(told, kind).get("id"))
                if key in found:
                    raise FormatError("the data of the case tell a record twice")
                keep(ROW)
                parts = _interview(told) if kind == "interview" else _exhibit(told)
                if kind == "interview":
                    decisions[key[1]] = decisions_digest(_maps(told, "decisions"))
                    copies[key[1]] = Copies.of(_maps(told, "copies"))
                told_of.numbers[key[1]] = str(_map(told, kind).get("number"))
                found[key] = str(told.get("sha256")), _digest(parts)
            elif name == "interpreters":
                for each in rows:
                    keep(ROW)
                    linguists[str(each.get("id"))] = Linguist(*(_text(each, own) for own in Linguist._fields))
            elif name in ("bundle", "contents"):
                said = _map(value) or {name: value}
                because = because or _text(said, "restricted_because")
                also(name, said)
            elif name in ("merges", "persons", "persons_told", "roles"):
                persons.take(name, rows, keep)
                told_of.take(name, rows, keep)
            if name in LISTS or name == "corrections":
                entries.take(name, rows, keep)
        merged, has_numbers = persons.merges, persons.have_numbers_of_merges()
        seen = merged, has_numbers, copies, told_of, entries, beside
        return cls(found, decisions, linguists, because, *seen)

    def tells(self, kind: str, tree: RecordTree) -> bool:
        """Whether the data tell this record, part by part, as far as its parts travel."""
        if kind not in _LISTS.values() or kind not in tree.parts:
            return False
        own = kind, str(_map(tree.value(kind)).get("id"))
        return self.left.pop(own, None) == (tree.digest, _digest(_of_tree(tree)))


@dataclass(slots=True)
class _Persons:
    """What is told of records of one person. merges: their digest. pairs: the two records of each merge.
    numbers: how many other numbers each person has.
    """

    merges: bytes = merges_digest(())
    pairs: list[tuple[str, str]] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)

    def take(self, name: str, rows: Sequence[Mapping[str, Value]], keep: Spend) -> None:
        if name == "merges":
            self.merges = merges_digest(rows)
        for each in rows:
            keep(ROW)
            if name == "merges":
                self.pairs.append((str(each.get("kept_id")), str(each.get("other_id"))))
            elif name == "persons_told":
                self.numbers[str(each.get("person_id"))] = _count(each.get("also"))

    def have_numbers_of_merges(self) -> bool:
        """Whether each person has as many other numbers as the merges give them other records."""
        same = Merged(self.pairs)
        return all(same.sizes.get(same.of(person), 1) == 1 + count for person, count in self.numbers.items())


def _count(value: Value) -> int:
    return len(value) if isinstance(value, list) else 0


def _digest(parts: Iterable[Part]) -> bytes:
    """Return one digest of parts in whatever order."""
    digest = sha256()
    for kind, text in sorted(parts):
        digest.update(b"%s %d %s" % (kind.encode(), len(text), text))
    return digest.digest()


def _interview(told: Mapping[str, Value]) -> Iterator[Part]:
    own = {name: value for name, value in _map(told, "interview").items() if name not in _LATER}
    yield _part("interview", own)
    for kind in PARTS:
        yield from _parts(kind, _maps(told, kind))
    for segment in _maps(told, "segments"):
        yield _part("segments", _map(segment, "segment"))
        yield from _parts("renderings", _maps(segment, "renderings"))


def _places(custody: Sequence[Mapping[str, Value]]) -> Places:
    """Return where the data say that the events of an exhibit are, each with as many as they are."""
    places = Places()
    for each in custody:
        number = each.get("entry")
        if type(number) is int and each.get("count") == len(custody):
            places.take(number, _text(each, "leaf"))
    return places


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
    return kind, canonical.rewrite({name: value for name, value in row.items() if value})


def _text(row: Mapping[str, Value], name: str) -> str:
    value = row.get(name)
    return value if isinstance(value, str) else ""


def _map(value: Value, name: str = "") -> Mapping[str, Value]:
    inner = value.get(name) if name and isinstance(value, Mapping) else None if name else value
    return inner if isinstance(inner, Mapping) else {}


def _maps(value: Value, name: str) -> list[Mapping[str, Value]]:
    listed = value.get(name) if isinstance(value, Mapping) else None
    return list(map(_map, listed)) if isinstance(listed, list) else []
