"""What hits stand in: several hits may be of one record, one exhibit, one file or one person.

Of a file its name, its place in the source and each part of its text are hits of their own; of an exhibit,
what it is and each description. Whoever reads how many hits there are would take them for so many files.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from thb_desktop.domain.ads import Ad
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.searching import SearchKind
from thb_desktop.services.core.leaving_bars import is_abuse_elsewhere, is_reading_shown
from thb_desktop.services.searching.exhibit_sources import FILE, FILE_TEXT
from thb_desktop.services.searching.owners import Owner, Owners
from thb_desktop.services.searching.source import Source
from thb_desktop.services.searching.sources import BY_NUMBER
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.mapper import Table
from thb_desktop.vault.tables.search_index import Found

_OF_SUBJECT = frozenset(
    {
        *(SearchKind.TESTIMONY, SearchKind.LANGUAGE_WORK, SearchKind.RECORD),
        *(SearchKind.PERSON, SearchKind.EXHIBIT, SearchKind.CUSTODY, SearchKind.FILE),
    }
)
"""Kinds of which several hits are of one thing; of the others each is one."""
_ABOVE: tuple[tuple[Table[Any], str], ...] = (
    (registry.INTERVIEW, "interview_id"),
    (registry.EXHIBIT, "exhibit_id"),
    (registry.PERSON, "person_id"),
)
"""To what rows belong, by the field that names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandsIn:
    """hidden: how many of the matches of each kind nobody sees. things: in how many records, exhibits,
    files or persons the others are.
    """

    hidden: Mapping[SearchKind, int] = field(default_factory=dict)
    things: Mapping[SearchKind, int] = field(default_factory=dict)


class Seeing:
    """Says which matches of the index are seen; each reading and each file is asked about once."""

    def __init__(self, connection: Connection, owners: Owners) -> None:
        self._connection, self._owners = connection, owners
        self._known: dict[tuple[str, str], bool] = {}

    def owner_of(self, source: Source, row: Any, part: int) -> Owner | None:
        """Return to what a row belongs, if it may be seen."""
        owner = source.owner_of(self._owners, row)
        if owner is None or not source.shown(row) or not self._is_shown(row, part):
            return None
        return owner

    def _is_shown(self, row: object, part: int) -> bool:
        if isinstance(row, Ad):
            return self._once("reading", row.reading_id, lambda: self._is_read(row))
        if part and isinstance(row, ExhibitFile):
            return self._once("file", row.id, lambda: not is_abuse_elsewhere(self._connection, row))
        return True

    def _is_read(self, row: Ad) -> bool:
        reading = registry.AD_READING.find(self._connection, row.reading_id)
        return reading is not None and is_reading_shown(self._connection, reading)

    def _once(self, kind: str, key: str, find: Callable[[], bool]) -> bool:
        if (kind, key) not in self._known:
            self._known[kind, key] = find()
        return self._known[kind, key]


def stand_in(seeing: Seeing, rows: Mapping[tuple[int, str], Any], matches: Sequence[Found]) -> StandsIn:
    """Return in how many things these matches are, and how many of them are not seen. rows: as `rows_of`
    reads them.
    """
    hidden = Counter[SearchKind]()
    subjects: dict[SearchKind, set[str]] = {}
    for each in matches:
        source = FILE if each.source == FILE_TEXT else BY_NUMBER[each.source]
        row = rows.get(key_of(each))
        owner = None if row is None else seeing.owner_of(source, row, each.part)
        if row is None or owner is None:
            hidden[source.kind] += 1
        elif source.kind in _OF_SUBJECT:
            subjects.setdefault(source.kind, set()).add(_thing(source, row, owner))
    return StandsIn(hidden=hidden, things={kind: len(each) for kind, each in subjects.items()})


def _thing(source: Source, row: Any, owner: Owner) -> str:
    """Return the file of a hit in one, else to what it belongs."""
    if source is FILE:
        return str(row.id)
    if source.kind is SearchKind.FILE:
        return str(getattr(row, "file_id", row.id))
    return owner.subject


def load_around(owners: Owners, rows: Mapping[tuple[int, str], Any]) -> None:
    """Read at once to what these rows belong, as far as most hits ask for it."""
    for (number, key), row in rows.items():
        if len((table := BY_NUMBER[number].table).key) == 1:
            owners.know(table, key, row)
    found = [*rows.values()]
    segments = [of for row in found if (of := getattr(row, "segment_id", None))]
    owners.load(registry.SEGMENT, segments)
    turns = [each for of in segments if (each := owners.find(registry.SEGMENT, of)) is not None]
    for table, name in _ABOVE:
        owners.load(table, [of for row in (*found, *turns) if (of := getattr(row, name, None))])


def key_of(match: Found) -> tuple[int, str]:
    """Return the number of the source and the key of the row of a match: of a part of a file, the file."""
    return FILE.number if match.source == FILE_TEXT else match.source, match.key


def rows_of(connection: Connection, matches: Sequence[Found]) -> Iterator[tuple[tuple[int, str], Any]]:
    """Yield the rows of these matches, each with the number of its source and its key."""
    keys: dict[int, dict[str, None]] = {}
    for each in matches:
        number, key = key_of(each)
        keys.setdefault(number, {})[key] = None
    for number, wanted in keys.items():
        table = BY_NUMBER[number].table
        (column, *others) = table.key
        if others:
            found = (row for key in wanted if (row := table.find(connection, key)) is not None)
        else:
            found = (row for row in table.among(connection, column, wanted))
        for row in found:
            yield (number, str(getattr(row, column))), row
