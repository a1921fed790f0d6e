"""Lists: the exhibits of a case in the order of their numbers (E-2 before E-10), page by page.

A mark is the place of an exhibit in that order. A page is what follows a mark, so that it costs the same
wherever it is.
"""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from thb_desktop.domain.action_day import VoidedNumber
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_kinds import CUSTODY_KINDS, DISPOSALS
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.ids import CaseId, ExhibitId, InterviewId, RowId
from thb_desktop.domain.page_comparisons import SegmentPlace
from thb_desktop.domain.vocabulary import ExhibitKind
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.mapper import plain_rows

type Mark = "tuple[str, str]"
"""Place and number of an exhibit, as `exhibit_order` has them."""
_START = ("", "")
_AFTER = """
    WHERE exhibit_order.case_id = :case_id AND (exhibit_order.place, exhibit_order.number) > (:place, :number)
"""
_UP_TO = "AND (exhibit_order.place, exhibit_order.number) <= (:last_place, :last_number)"
_ORDER = "ORDER BY exhibit_order.place, exhibit_order.number"
_MARK = "SELECT place, number FROM exhibit_order WHERE exhibit_id = :exhibit_id"
_FILES = """
    SELECT file_tally.exhibit_id, files, size FROM exhibit_order
    JOIN file_tally ON file_tally.exhibit_id = exhibit_order.exhibit_id
"""
_DISPOSING = json.dumps(sorted(DISPOSALS))
_PAIRED = json.dumps(sorted(action for action, kind in CUSTODY_KINDS.items() if kind.paired))
_BINDING = """
    WHERE custody_event.id IN (
        SELECT id FROM custody_event WHERE id = :corrects AND exhibit_id = :exhibit_id
        UNION ALL SELECT id FROM custody_event
        WHERE exhibit_id = :exhibit_id AND action IN (SELECT value FROM json_each(:disposals))
        UNION ALL SELECT id FROM (
            SELECT id FROM custody_event
            WHERE exhibit_id = :exhibit_id AND action IN (SELECT value FROM json_each(:paired))
            ORDER BY number DESC LIMIT 1
        )
    ) ORDER BY custody_event.number
"""
_LAST_EVENT = "SELECT coalesce(max(number), 0) FROM custody_event WHERE exhibit_id = :exhibit_id"
_STANDING = "SELECT count(*) FROM exhibit WHERE case_id = :case_id AND struck = ''"

_NUMBERED = "WHERE exhibit.case_id = :case_id AND exhibit.number = :number AND exhibit.struck = ''"

_VOIDED = (
    "WHERE voided_number.case_id = :case_id AND voided_number.number = :number AND voided_number.struck = ''"
)

_TAKEN = """
    SELECT 1 FROM json_each(:names) CROSS JOIN exhibit_file
    WHERE exhibit_file.exhibit_id = :exhibit_id AND exhibit_file.name = json_each.value LIMIT 1
"""

_STORED = """
    SELECT 1 FROM json_each(:ids) CROSS JOIN exhibit_file
    WHERE exhibit_file.object_id = json_each.value LIMIT 1
"""
_OF_KIND = """
    JOIN exhibit_order ON exhibit_order.exhibit_id = exhibit.id
    WHERE exhibit_order.case_id = :case_id AND exhibit.kind = :kind AND exhibit.struck = ''
"""

MOST_DOCUMENTS = 300
_DOCUMENTS = """
    JOIN exhibit ON exhibit.id = exhibit_file.exhibit_id
    WHERE exhibit.case_id = :case_id AND exhibit.struck = '' AND exhibit_file.struck = '' AND (
        exhibit_file.name LIKE '%.pdf' OR exhibit_file.name LIKE '%.docx'
        OR exhibit_file.name LIKE '%.txt' OR exhibit_file.name LIKE '%.png'
        OR exhibit_file.name LIKE '%.jpg' OR exhibit_file.name LIKE '%.jpeg'
        OR exhibit_file.name LIKE '%.tif' OR exhibit_file.name LIKE '%.tiff'
        OR exhibit_file.name LIKE '%.rtf' OR exhibit_file.name LIKE '%.doc'
        OR exhibit_file.name LIKE '%.odt' OR exhibit_file.name LIKE '%.htm'
        OR exhibit_file.name LIKE '%.html' OR exhibit_file.name LIKE '%.mp3'
        OR exhibit_file.name LIKE '%.m4a' OR exhibit_file.name LIKE '%.wav'
        OR exhibit_file.name LIKE '%.ogg' OR exhibit_file.name LIKE '%.opus')
    ORDER BY exhibit_file.id DESC LIMIT :count
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDocument:
    """A file that may hold a statement, and the number of its exhibit."""

    file: ExhibitFile
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Some exhibits of a case that follow one another: after a mark, up to and with another."""

    case_id: CaseId
    after: Mark = _START
    last: Mark | None = None

    @property
    def clauses(self) -> str:
        upto = _UP_TO if self.last else ""
        return " ".join((_AFTER, upto, _ORDER))

    @property
    def values(self) -> dict[str, str | int | None]:
        last = self.last or _START
        return {
            "case_id": self.case_id,
            "place": self.after[0],
            "number": self.after[1],
            "last_place": last[0],
            "last_number": last[1],
        }


def exhibits_of(connection: Connection, stretch: Stretch, count: int | None = None) -> tuple[Exhibit, ...]:
    """Return the exhibits of a stretch, at most `count` of them."""
    joined = "JOIN exhibit_order ON exhibit_order.exhibit_id = exhibit.id"
    values = {**stretch.values, "count": -1 if count is None else count}
    return registry.EXHIBIT.select(connection, " ".join((joined, stretch.clauses, "LIMIT :count")), values)


def standing_of_kind(connection: Connection, case_id: CaseId, kind: ExhibitKind) -> tuple[Exhibit, ...]:
    """Return the exhibits of one kind that were not struck out."""
    values: dict[str, str | int | None] = {"case_id": case_id, "kind": kind.value}
    return registry.EXHIBIT.select(connection, _OF_KIND + _ORDER, values)


def mark_of(connection: Connection, exhibit_id: ExhibitId) -> Mark:
    """Return the place of an exhibit in its case."""
    place, number = connection.execute(_MARK, {"exhibit_id": exhibit_id}).fetchone()
    return str(place), str(number)


def events_of(connection: Connection, stretch: Stretch) -> dict[ExhibitId, tuple[CustodyEvent, ...]]:
    """Return the custody events of each exhibit of a stretch, in the order of entry."""
    joined = "JOIN exhibit_order ON exhibit_order.exhibit_id = custody_event.exhibit_id"
    clauses = " ".join((joined, stretch.clauses, ", custody_event.number"))
    found = registry.CUSTODY_EVENT.select(connection, clauses, stretch.values)
    return {exhibit: tuple(events) for exhibit, events in groupby(found, key=lambda event: event.exhibit_id)}


def binding_events(
    connection: Connection, exhibit_id: ExhibitId, corrects: RowId | None
) -> tuple[CustodyEvent, ...]:
    """Return the earlier events of an exhibit that decide whether a further one is accepted: what disposes of
    it, the last that sent or received it, and the one that is corrected.
    """
    values = {"exhibit_id": exhibit_id, "corrects": corrects, "disposals": _DISPOSING, "paired": _PAIRED}
    return registry.CUSTODY_EVENT.select(connection, _BINDING, values)


def count_of_events(connection: Connection, exhibit_id: ExhibitId) -> int:
    """Return how many events an exhibit has; they are numbered without a gap."""
    row = connection.execute(_LAST_EVENT, {"exhibit_id": exhibit_id}).fetchone()
    return int(row[0])


def files_of(connection: Connection, stretch: Stretch) -> dict[str, tuple[int, int]]:
    """Return the number of files of each exhibit of a stretch that has any, and their total bytes."""
    rows: Iterator[tuple[object, ...]] = plain_rows(connection, _FILES + stretch.clauses, stretch.values)
    return {str(exhibit): (int(str(files)), int(str(size))) for exhibit, files, size in rows}


def standing_exhibits(connection: Connection, case_id: CaseId) -> int:
    """Return the number of exhibits that were not struck out."""
    return int(connection.execute(_STANDING, {"case_id": case_id}).fetchone()[0])


def numbered(connection: Connection, case_id: CaseId, number: str) -> Exhibit | None:
    """Return the exhibit of a case that stands under this number."""
    found = registry.EXHIBIT.select(connection, _NUMBERED, {"case_id": case_id, "number": number})
    return next(iter(found), None)


def voided(connection: Connection, case_id: CaseId, number: str) -> VoidedNumber | None:
    """Return the entry of a case that voids this number."""
    found = registry.VOIDED_NUMBER.select(connection, _VOIDED, {"case_id": case_id, "number": number})
    return next(iter(found), None)


def has_file_named(connection: Connection, exhibit_id: ExhibitId, names: Sequence[str]) -> bool:
    """Whether a file of the exhibit has one of these names; each is looked up by itself."""
    values = {"exhibit_id": exhibit_id, "names": json.dumps(names)}
    return connection.execute(_TAKEN, values).fetchone() is not None


def places_on_page(connection: Connection, interview_id: InterviewId, page: int) -> tuple[SegmentPlace, ...]:
    """Return the places of turns that begin on this page of a statement made elsewhere, former ones too."""
    return registry.SEGMENT_PLACE.select(
        connection,
        "WHERE interview_id = :interview_id AND page = :page ORDER BY segment_place.id",
        {"interview_id": interview_id, "page": page},
    )


def has_file_of(connection: Connection, object_ids: Collection[str]) -> bool:
    """Whether a file of an exhibit names one of these objects; each is looked up by itself."""
    return connection.execute(_STORED, {"ids": json.dumps([*object_ids])}).fetchone() is not None


def documents_of(connection: Connection, case_id: CaseId) -> tuple[CaseDocument, ...]:
    """Return the newest files of a case that may hold a statement, by their names.

    Some of them are not read: who looks for one of these is told what helps once it is chosen.
    """
    values: dict[str, str | int | None] = {"case_id": case_id, "count": MOST_DOCUMENTS}
    files = registry.EXHIBIT_FILE.select(connection, _DOCUMENTS, values)
    exhibits = {each: registry.EXHIBIT.find(connection, each) for each in {file.exhibit_id for file in files}}
    return tuple(
        CaseDocument(file=file, number=exhibit.number)
        for file in files
        if (exhibit := exhibits[file.exhibit_id]) is not None
    )
