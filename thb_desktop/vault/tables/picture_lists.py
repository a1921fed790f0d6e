"""The marks of pictures of advertisements, and which of them are near one another.

The three tables are made from the pictures and rebuilt at will; no event tells them. The mark of a picture
that has none is empty.
"""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import CaseId, ExhibitId, RowId
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables.mapper import plain_rows

FORM = 1
"""The form of the marks. Those of another form are made again."""
_UNMARKED = """
    SELECT DISTINCT value FROM ad_key
    WHERE reading_id = :reading AND kind = 'PICTURE' AND value > :after
    AND NOT EXISTS (SELECT 1 FROM picture_mark WHERE sha256 = ad_key.value AND case_id = :case_id
        AND form = :form)
    ORDER BY value LIMIT :most
"""
_COUNTS = """
    SELECT count(*), coalesce(sum(mark = ''), 0) FROM (
        SELECT DISTINCT ad_key.value, picture_mark.mark
        FROM json_each(:readings) CROSS JOIN ad_key
        LEFT JOIN picture_mark ON picture_mark.case_id = :case_id AND picture_mark.sha256 = ad_key.value
            AND picture_mark.form = :form
        WHERE ad_key.reading_id = json_each.value AND ad_key.kind = 'PICTURE'
        AND (picture_mark.sha256 IS NULL) = :due
    )
"""
_PUT = """
    INSERT INTO picture_mark (case_id, sha256, exhibit_id, form, mark)
    VALUES (:case_id, :sha256, :exhibit_id, :form, :mark)
    ON CONFLICT (sha256, case_id) DO UPDATE
    SET exhibit_id = excluded.exhibit_id, form = excluded.form, mark = excluded.mark
"""
_HAS_BAND = "SELECT 1 FROM picture_band WHERE case_id = :case_id AND band = :band AND mark = :mark"
_NEAR = """
    SELECT DISTINCT picture_band.mark FROM json_each(:bands) CROSS JOIN picture_band
    WHERE picture_band.case_id = :case_id AND picture_band.band = json_each.value
"""
_BAND = "INSERT OR IGNORE INTO picture_band (case_id, band, mark) VALUES (:case_id, :band, :mark)"
_PAIR = "INSERT OR IGNORE INTO picture_pair (case_id, one, other) VALUES (:case_id, :one, :other)"
_PAIRS = "SELECT one, other FROM picture_pair WHERE case_id = :case_id"
_MARKED = """
    SELECT picture_mark.mark, picture_mark.sha256, ad_key.ad_id, ad_key.written
    FROM json_each(:readings) CROSS JOIN ad_key CROSS JOIN picture_mark
    WHERE ad_key.reading_id = json_each.value AND ad_key.kind = 'PICTURE'
    AND picture_mark.case_id = :case_id AND picture_mark.sha256 = ad_key.value
    AND picture_mark.form = :form AND picture_mark.mark <> ''
    ORDER BY ad_key.ad_id, ad_key.value
"""
_EXHIBITS = """
    SELECT picture_mark.sha256, picture_mark.exhibit_id FROM json_each(:digests) CROSS JOIN picture_mark
    WHERE picture_mark.sha256 = json_each.value AND picture_mark.case_id = :case_id
"""
_CASES_OF_EXHIBIT = """
    SELECT case_id FROM picture_mark WHERE exhibit_id = :exhibit_id
    UNION SELECT picture_mark.case_id FROM exhibit_file CROSS JOIN picture_mark
    WHERE exhibit_file.exhibit_id = :exhibit_id AND picture_mark.sha256 = exhibit_file.sha256
"""
_OF_EXHIBIT = (
    "DELETE FROM picture_mark WHERE exhibit_id = :exhibit_id",
    """
    DELETE FROM picture_mark WHERE sha256 IN
        (SELECT sha256 FROM exhibit_file WHERE exhibit_id = :exhibit_id)
    """,
)
_OF_PICTURE = "DELETE FROM picture_mark WHERE exhibit_id = :exhibit_id AND sha256 = :sha256"
_WITHOUT_PICTURE = (
    """
    DELETE FROM picture_band WHERE case_id = :case_id
    AND mark NOT IN (SELECT mark FROM picture_mark WHERE case_id = :case_id)
    """,
    """
    DELETE FROM picture_pair WHERE case_id = :case_id
    AND (one NOT IN (SELECT mark FROM picture_mark WHERE case_id = :case_id)
        OR other NOT IN (SELECT mark FROM picture_mark WHERE case_id = :case_id))
    """,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A picture that has a mark, and an advertisement that has it. written: how that names it."""

    mark: str
    sha256: str
    ad_id: RowId
    written: str


def unmarked(
    connection: Connection, case_id: CaseId, reading_id: str, *, after: str = "", most: int
) -> tuple[str, ...]:
    """Return the digests of the next pictures of a reading that were not looked at for a mark, behind one."""
    values: dict[str, str | int | None]
    values = {"case_id": case_id, "reading": reading_id, "after": after, "form": FORM, "most": most}
    return tuple(str(row[0]) for row in plain_rows(connection, _UNMARKED, values))


def count_unmarked(connection: Connection, case_id: CaseId, readings: Collection[str]) -> tuple[int, int]:
    """Return how many pictures of these readings were not looked at for a mark, and how many have none."""
    ((due, _),) = plain_rows(connection, _COUNTS, {**_asked(case_id, readings), "due": 1})
    ((_, without),) = plain_rows(connection, _COUNTS, {**_asked(case_id, readings), "due": 0})
    return int(due or 0), int(without or 0)


def put_mark(connection: Connection, case_id: CaseId, exhibit_id: ExhibitId, sha256: str, mark: str) -> None:
    values = {"case_id": case_id, "sha256": sha256, "exhibit_id": exhibit_id, "form": FORM, "mark": mark}
    connection.execute(_PUT, values)


def has_mark(connection: Connection, case_id: CaseId, band: int, mark: str) -> bool:
    """Whether a mark is known. band: one of its own."""
    found = connection.execute(_HAS_BAND, {"case_id": case_id, "band": band, "mark": mark})
    return found.fetchone() is not None


def marks_near(connection: Connection, case_id: CaseId, bands: Iterable[int]) -> tuple[str, ...]:
    """Return the known marks that have one of these bands."""
    values: dict[str, str | int | None] = {"case_id": case_id, "bands": json.dumps([*bands])}
    return tuple(str(row[0]) for row in plain_rows(connection, _NEAR, values))


def put_bands(
    connection: Connection, case_id: CaseId, mark: str, bands: Iterable[int], near: Iterable[str]
) -> None:
    """Write a new mark by its bands, and the known ones that are alike."""
    connection.executemany(_BAND, [{"case_id": case_id, "band": each, "mark": mark} for each in bands])
    connection.executemany(
        _PAIR,
        [{"case_id": case_id, "one": min(mark, each), "other": max(mark, each)} for each in near],
    )


def pairs(connection: Connection, case_id: CaseId) -> tuple[tuple[str, str], ...]:
    """Return the marks of a case that are alike."""
    return tuple(
        (str(one), str(other)) for one, other in plain_rows(connection, _PAIRS, {"case_id": case_id})
    )


def marked(connection: Connection, case_id: CaseId, readings: Collection[str]) -> tuple[Marked, ...]:
    """Return the pictures of these readings that have a mark, in the order of their advertisements."""
    return tuple(
        Marked(mark=str(mark), sha256=str(sha256), ad_id=RowId(str(ad_id)), written=str(written))
        for mark, sha256, ad_id, written in plain_rows(connection, _MARKED, _asked(case_id, readings))
    )


def exhibits_of(connection: Connection, case_id: CaseId, digests: Collection[str]) -> dict[str, ExhibitId]:
    """Return in which exhibit each of these pictures was marked."""
    values = {"case_id": case_id, "digests": json.dumps([*digests])}
    return {str(sha256): ExhibitId(str(exhibit)) for sha256, exhibit in connection.execute(_EXHIBITS, values)}


def forget_exhibit(connection: Connection, exhibit_id: ExhibitId) -> None:
    """Remove the marks of the pictures of an exhibit, in whichever exhibit and case they were marked."""
    of_exhibit: dict[str, str | int | None] = {"exhibit_id": exhibit_id}
    cases = [str(row[0]) for row in plain_rows(connection, _CASES_OF_EXHIBIT, of_exhibit)]
    for statement in _OF_EXHIBIT:
        connection.execute(statement, of_exhibit)
    for case_id in cases:
        for statement in _WITHOUT_PICTURE:
            connection.execute(statement, {"case_id": case_id})


def forget_picture(connection: Connection, exhibit: Exhibit, sha256: str) -> None:
    """Remove the mark of one picture of an exhibit: it is made again if the picture still counts."""
    connection.execute(_OF_PICTURE, {"exhibit_id": exhibit.id, "sha256": sha256})
    for statement in _WITHOUT_PICTURE:
        connection.execute(statement, {"case_id": exhibit.case_id})


def _asked(case_id: CaseId, readings: Collection[str]) -> dict[str, str | int | None]:
    return {"case_id": case_id, "readings": json.dumps(sorted(readings)), "form": FORM}
