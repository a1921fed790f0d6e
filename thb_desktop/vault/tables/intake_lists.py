"""Intake lists: which paths, names and bytes an exhibit has already; each is looked up by itself."""

import json
from collections.abc import Collection
from dataclasses import dataclass

from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import ExhibitId, FileId
from thb_desktop.domain.intake import FilePlace, SameFile
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.lists import Mark

_PLACES = """
    SELECT file_place.path, file_place.raw, file_place.modified, exhibit_file.size, exhibit_file.sha256
    FROM json_each(:paths) CROSS JOIN file_place
    JOIN exhibit_file ON exhibit_file.id = file_place.file_id
    WHERE file_place.exhibit_id = :exhibit_id AND file_place.path = json_each.value
"""
_PLACES_AFTER = """
    WHERE exhibit_id = :exhibit_id AND (path, id) > (:path, :id) ORDER BY path, id LIMIT :count
"""
_COUNT_OF_PLACES = "SELECT count(*) FROM file_place WHERE exhibit_id = :exhibit_id"
_NAMES = """
    SELECT exhibit_file.name FROM json_each(:names) CROSS JOIN exhibit_file
    WHERE exhibit_file.exhibit_id = :exhibit_id AND exhibit_file.name = json_each.value
"""
_BYTES = """
    SELECT exhibit_file.sha256, exhibit_file.id, exhibit_file.name, exhibit_file.exhibit_id, exhibit.number
    FROM json_each(:digests) CROSS JOIN exhibit_file
    JOIN exhibit ON exhibit.id = exhibit_file.exhibit_id
    WHERE exhibit_file.sha256 = json_each.value AND exhibit.case_id = :case_id AND exhibit.struck = ''
    AND exhibit_file.struck = '' AND (exhibit.id = :exhibit_id OR exhibit_file.size > 0)
"""

_CHANGED = """
    SELECT count(DISTINCT file_id) FROM file_place WHERE exhibit_id = :exhibit_id AND modified > :at
    AND EXISTS (SELECT 1 FROM exhibit_file WHERE exhibit_file.id = file_id AND exhibit_file.struck = '')
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SameBytes:
    """Files of a case with certain bytes, by digest. own: of one exhibit; others: of its others, one of each.

    A file without bytes is like no file of another exhibit.
    """

    own: dict[str, FileId]
    others: dict[str, tuple[SameFile, ...]]


def known_places(
    connection: Connection, exhibit_id: ExhibitId, paths: Collection[str]
) -> dict[tuple[str, str, str, int], str]:
    """Return the files that an exhibit has from these paths: the SHA-256 of each, by path, raw path, time and
    size.
    """
    values = {"exhibit_id": exhibit_id, "paths": json.dumps([*paths])}
    return {
        (str(path), str(raw), str(modified), int(size)): str(sha256)
        for path, raw, modified, size, sha256 in connection.execute(_PLACES, values)
    }


def places_after(
    connection: Connection, exhibit_id: ExhibitId, after: Mark | None, count: int
) -> tuple[FilePlace, ...]:
    """Return the next places of an exhibit in the order of their paths, behind a mark: a path and an id."""
    path, last = after or ("", "")
    return registry.FILE_PLACE.select(
        connection, _PLACES_AFTER, {"exhibit_id": exhibit_id, "path": path, "id": last, "count": count}
    )


def count_of_places(connection: Connection, exhibit_id: ExhibitId) -> int:
    return int(connection.execute(_COUNT_OF_PLACES, {"exhibit_id": exhibit_id}).fetchone()[0])


def taken_names(connection: Connection, exhibit_id: ExhibitId, names: Collection[str]) -> frozenset[str]:
    """Return those of these names that files of the exhibit have."""
    values = {"exhibit_id": exhibit_id, "names": json.dumps([*names])}
    return frozenset(str(row[0]) for row in connection.execute(_NAMES, values))


def same_bytes(connection: Connection, exhibit: Exhibit, digests: Collection[str]) -> SameBytes:
    """Return the files with these digests: those of the exhibit, and those of the others of its case, in the
    order of their numbers.
    """
    values = {"case_id": exhibit.case_id, "exhibit_id": exhibit.id, "digests": json.dumps([*digests])}
    own: dict[str, FileId] = {}
    others: dict[str, dict[str, SameFile]] = {}
    for sha256, file_id, name, exhibit_id, number in connection.execute(_BYTES, values):
        if exhibit_id == exhibit.id:
            own[str(sha256)] = FileId(str(file_id))
        else:
            found = SameFile(exhibit_id=ExhibitId(str(exhibit_id)), number=str(number), name=str(name))
            others.setdefault(str(sha256), {}).setdefault(found.number, found)
    ordered = {sha256: tuple(found[number] for number in sorted(found)) for sha256, found in others.items()}
    return SameBytes(own=own, others=ordered)


def changed_after(connection: Connection, exhibit_id: ExhibitId, at: str) -> int:
    """Return how many files the source says were changed later. at: in UTC, in ISO 8601."""
    return int(connection.execute(_CHANGED, {"exhibit_id": exhibit_id, "at": at}).fetchone()[0])
