"""Noted identifiers: which stand in which sources of a case, beside the search index and made with it.

No event tells them. `search_shared` counts the sources of each value, so that a page of what is shared is
read without the rest.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from thb_desktop.domain.shared_identifiers import Noted, Place
from thb_desktop.vault.database import Connection

CLEAR = (
    "DELETE FROM search_identifier",
    "DELETE FROM search_shared",
    "DELETE FROM search_struck",
)
MOST = 2000
"""Places of one value that are read."""
_OF_PLACE = """
    SELECT DISTINCT kind, value, case_number, subject FROM search_identifier WHERE place = :place
"""
_REMOVE = "DELETE FROM search_identifier WHERE place = :place AND kind = :kind AND value = :value"
_ADD = """
    INSERT OR IGNORE INTO search_identifier
        (place, kind, value, whole, case_number, source, subject, owner, written)
    VALUES (:place, :kind, :value, :whole, :case_number, :source, :subject, :owner, :written)
"""
_IS_THERE = """
    SELECT 1 FROM search_identifier WHERE case_number = :case_number AND kind = :kind AND value = :value
    AND subject = :subject LIMIT 1
"""
_MORE = """
    INSERT INTO search_shared (case_number, kind, value, sources) VALUES (:case_number, :kind, :value, 1)
    ON CONFLICT (case_number, kind, value) DO UPDATE SET sources = sources + 1
"""
_FEWER = (
    """
    DELETE FROM search_shared
    WHERE case_number = :case_number AND kind = :kind AND value = :value AND sources = 1
    """,
    """
    UPDATE search_shared SET sources = sources - 1
    WHERE case_number = :case_number AND kind = :kind AND value = :value
    """,
)
_PLATES = """
    SELECT json_each.value FROM json_each(:values) WHERE EXISTS (
        SELECT 1 FROM search_identifier WHERE case_number = :case_number AND kind = 'PLATE'
        AND search_identifier.value = json_each.value AND source = :objects
    )
"""
_OF_VEHICLE = """
    SELECT value FROM search_place CROSS JOIN search_identifier ON place = search_place.id AND kind = 'PLATE'
    WHERE search_place.key = :key AND search_place.source = :objects AND part = 0
"""
_MOST_SHARED = """
    SELECT kind, value, sources FROM search_shared
    WHERE case_number = :case_number AND sources > 1
    AND (sources < :sources OR (sources = :sources AND (kind, value) > (:kind, :value)))
    ORDER BY sources DESC, kind, value LIMIT :count
"""
_MOST_OF_KIND = """
    SELECT kind, value, sources FROM search_shared
    WHERE case_number = :case_number AND kind = :kind AND sources > 1
    AND (sources < :sources OR (sources = :sources AND value > :value))
    ORDER BY sources DESC, value LIMIT :count
"""
_IN_ORDER = """
    SELECT kind, value, 0 FROM search_shared INDEXED BY search_shared_in_order
    WHERE case_number = :case_number AND (kind, value) > (:kind, :value) AND sources > 1
    ORDER BY kind, value LIMIT :count
"""
_IN_ORDER_OF_KIND = """
    SELECT kind, value, 0 FROM search_shared INDEXED BY search_shared_in_order
    WHERE case_number = :case_number AND kind = :kind AND value > :value AND sources > 1
    ORDER BY value LIMIT :count
"""
_SEEN = """
    FROM search_identifier WHERE case_number = :case_number AND kind = :kind AND value = :value
    AND source IN (SELECT value FROM json_each(:sources))
    AND (source <> :ads OR owner IN (SELECT value FROM json_each(:readings)))
    AND owner NOT IN (SELECT owner FROM search_struck)
"""
_PLACES = " ".join(
    (
        "SELECT whole, subject, min(written), min(source = :texts)",
        _SEEN,
        "GROUP BY subject, whole ORDER BY subject LIMIT :most",
    )
)
_SOURCES = " ".join(
    (
        "SELECT min(place), subject, min(source = :texts)",
        _SEEN,
        "AND (:whole = '' OR whole IN ('', :whole)) AND subject > :after",
        "GROUP BY subject ORDER BY subject LIMIT :count",
    )
)
_STRUCK = "INSERT OR IGNORE INTO search_struck (owner) VALUES (:owner)"
_LARGEST = (1 << 63) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedHere:
    """What a row of the index has. case_number, subject, owner: by their numbers. subject: the source that is
    counted; owner: the exhibit or the reading that lets it be seen.
    """

    case_number: int
    subject: int
    owner: int
    noted: Sequence[Noted]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a user may see. sources: by number. texts: that of the texts in files. ads: the source of
    advertisements, of which these readings count.
    """

    case_number: int
    sources: Collection[int]
    texts: int
    ads: int
    readings: Collection[int]

    def values(self, kind: str, value: str) -> dict[str, str | int]:
        return {
            "case_number": self.case_number,
            "kind": kind,
            "value": value,
            "sources": json.dumps([*self.sources]),
            "texts": self.texts,
            "ads": self.ads,
            "readings": json.dumps([*self.readings]),
        }


def forget(connection: Connection, place: int) -> None:
    """Remove what a row of the index has."""
    for kind, value, case_number, subject in connection.execute(_OF_PLACE, {"place": place}).fetchall():
        key = {"case_number": case_number, "kind": kind, "value": value}
        connection.execute(_REMOVE, {"place": place, "kind": kind, "value": value})
        if connection.execute(_IS_THERE, {**key, "subject": subject}).fetchone() is None:
            _count_one_less(connection, key)


def _count_one_less(connection: Connection, key: dict[str, str | int]) -> None:
    if connection.execute(_FEWER[0], key).rowcount == 0:
        connection.execute(_FEWER[1], key)


def add(connection: Connection, place: int, source: int, here: NotedHere) -> None:
    """Note what a row of the index has."""
    for each in here.noted:
        key = {"case_number": here.case_number, "kind": each.kind.value, "value": each.value}
        there = connection.execute(_IS_THERE, {**key, "subject": here.subject}).fetchone()
        if there is None:
            connection.execute(_MORE, key)
        told = {"place": place, "source": source, "subject": here.subject, "owner": here.owner}
        connection.execute(_ADD, {**key, **told, "whole": each.whole, "written": each.written})


def strike(connection: Connection, owner: int) -> None:
    """Leave out what belongs to an exhibit that was struck out."""
    connection.execute(_STRUCK, {"owner": owner})


def plates_among(
    connection: Connection, case_number: int, objects: int, values: Iterable[str]
) -> frozenset[str]:
    """Return those of these plates that a vehicle of the case has. objects: the source of vehicles."""
    asked = {"case_number": case_number, "objects": objects, "values": json.dumps([*values])}
    return frozenset(str(row[0]) for row in connection.execute(_PLATES, asked))


def plates_of(connection: Connection, objects: int, key: str) -> frozenset[str]:
    """Return the plates of a vehicle, by its id. objects: the source of vehicles."""
    asked = {"objects": objects, "key": UUID(key).bytes}
    return frozenset(str(row[0]) for row in connection.execute(_OF_VEHICLE, asked))


def most_shared(
    connection: Connection, case_number: int, kind: str, after: tuple[int, str, str] | None, count: int
) -> tuple[tuple[str, str, int], ...]:
    """Return the next values with several sources: kind, value and how many, the most first."""
    sources, last_kind, value = after or (_LARGEST, "", "")
    asked = {"case_number": case_number, "sources": sources, "value": value, "count": count}
    statement = _MOST_OF_KIND if kind else _MOST_SHARED
    rows = connection.execute(statement, {**asked, "kind": kind or last_kind})
    return tuple((str(row[0]), str(row[1]), int(row[2])) for row in rows)


def shared_in_order(
    connection: Connection, case_number: int, kind: str, after: tuple[int, str, str] | None, count: int
) -> tuple[tuple[str, str, int], ...]:
    """Return the same in the order of kinds and values, which tells nothing of how many sources there are."""
    _, last_kind, value = after or (0, "", "")
    asked = {"case_number": case_number, "value": value, "count": count}
    statement = _IN_ORDER_OF_KIND if kind else _IN_ORDER
    rows = connection.execute(statement, {**asked, "kind": kind or last_kind})
    return tuple((str(row[0]), str(row[1]), int(row[2])) for row in rows)


def places_of(connection: Connection, seen: Seen, kind: str, value: str) -> tuple[Place, ...]:
    """Return where a value occurs, as far as it is seen."""
    rows = connection.execute(_PLACES, {**seen.values(kind, value), "most": MOST})
    return tuple(Place(str(row[0]), int(row[1]), str(row[2]), is_text=bool(row[3])) for row in rows)


def sources_of(
    connection: Connection, seen: Seen, key: tuple[str, str, str], after: int, count: int
) -> Iterator[tuple[int, int, bool]]:
    """Yield the next sources of a value: a place of each in the index, its number, and whether it has the
    value in the text of its file alone.

    key: kind, value, and the whole number where countries differ.
    """
    kind, value, whole = key
    asked = {**seen.values(kind, value), "whole": whole, "after": after, "count": count}
    for row in connection.execute(_SOURCES, asked).fetchall():
        yield int(row[0]), int(row[1]), bool(row[2])
