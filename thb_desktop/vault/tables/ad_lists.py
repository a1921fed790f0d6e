"""Advertisements of a case: page by page, and what they share.

`ad_key`, `ad_band` and `ad_alike` are made from the rows and rebuilt at will; no event tells them.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from thb_desktop.domain.ads import Ad
from thb_desktop.domain.ids import CaseId, ExhibitId, RowId
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.mapper import plain_rows

FORM = 3
"""The form of the keys. Those of another form are made again."""
_NEAR = 256
"""Texts that a new text is compared with."""
_AFTER = """
    WHERE ad.case_id = :case_id AND ad.id > :after
    AND ad.reading_id IN (SELECT value FROM json_each(:readings))
    ORDER BY ad.id LIMIT :count
"""
_OF_READING = "WHERE ad.reading_id = :reading AND ad.row > :after ORDER BY ad.row LIMIT :count"
_DONE = "SELECT form, done FROM ad_followed WHERE reading_id = :reading"
_SET_DONE = """
    INSERT INTO ad_followed (reading_id, form, done) VALUES (:reading, :form, :done)
    ON CONFLICT (reading_id) DO UPDATE SET form = excluded.form, done = excluded.done
"""
_FORGET = "DELETE FROM ad_key WHERE reading_id = :reading AND kind <> 'POSTED'"
_ANY_OF = "SELECT 1 FROM ad_reading WHERE exhibit_id = :exhibit_id LIMIT 1"
_FORGET_OF_EXHIBIT = (
    """
    DELETE FROM ad_key
    WHERE reading_id IN (SELECT id FROM ad_reading WHERE exhibit_id = :exhibit_id)
    """,
    """
    DELETE FROM ad_followed
    WHERE reading_id IN (SELECT id FROM ad_reading WHERE exhibit_id = :exhibit_id)
    """,
    """
    DELETE FROM ad_day
    WHERE reading_id IN (SELECT id FROM ad_reading WHERE exhibit_id = :exhibit_id)
    """,
)
_FORGET_TEXTS = (
    """
    DELETE FROM ad_band WHERE case_id = :case_id
    AND text NOT IN (SELECT value FROM ad_key WHERE case_id = :case_id AND kind = 'TEXT')
    """,
    """
    DELETE FROM ad_alike WHERE case_id = :case_id
    AND (one NOT IN (SELECT value FROM ad_key WHERE case_id = :case_id AND kind = 'TEXT')
        OR other NOT IN (SELECT value FROM ad_key WHERE case_id = :case_id AND kind = 'TEXT'))
    """,
)
_KEY = """
    INSERT OR IGNORE INTO ad_key (case_id, kind, value, reading_id, ad_id, whole, written)
    VALUES (:case_id, :kind, :value, :reading, :ad_id, :whole, :written)
"""
_SHARED = """
    SELECT value, whole, ad_id, written FROM ad_key WHERE case_id = :case_id AND kind = :kind
    AND reading_id IN (SELECT value FROM json_each(:readings)) ORDER BY value, ad_id
"""
_WITH_TEXT = """
    WHERE ad.id = (SELECT ad_id FROM ad_key WHERE case_id = :case_id AND kind = 'TEXT' AND value = :value
        ORDER BY ad_id LIMIT 1)
"""
_IN_BANDS = """
    SELECT DISTINCT ad_band.text FROM json_each(:bands) CROSS JOIN ad_band
    WHERE ad_band.case_id = :case_id AND ad_band.band = json_each.value LIMIT :most
"""
_BAND = "INSERT OR IGNORE INTO ad_band (case_id, band, text) VALUES (:case_id, :band, :text)"
_ALIKE = """
    INSERT OR IGNORE INTO ad_alike (case_id, one, other, percent) VALUES (:case_id, :one, :other, :percent)
"""
_MOST_WRITTEN = """
    SELECT min(ad_key.written), count(*) OVER () FROM json_each(:readings) CROSS JOIN ad_key
    WHERE ad_key.reading_id = json_each.value
        AND ad_key.kind IN ('PHONE', 'EMAIL', 'HANDLE', 'WALLET', 'IBAN', 'CARD', 'IP')
    GROUP BY ad_key.value ORDER BY count(*) DESC, ad_key.value LIMIT :most
"""
_PAIRS = "SELECT one, other, percent FROM ad_alike WHERE case_id = :case_id"


class Key(NamedTuple):
    """What an advertisement has that others may have too. whole: a number with its country code; empty if it
    is written without. written: as the advertisement has it.
    """

    kind: str
    value: str
    whole: str = ""
    written: str = ""


class Shared(NamedTuple):
    """A key, and the advertisement that has it."""

    value: str
    whole: str
    ad_id: RowId
    written: str


def ads_after(
    connection: Connection, case_id: CaseId, readings: Collection[str], after: str, count: int
) -> tuple[Ad, ...]:
    """Return the next advertisements of these readings in the order of their entry, behind an id."""
    return registry.AD.select(
        connection,
        _AFTER,
        {"case_id": case_id, "readings": json.dumps(sorted(readings)), "after": after, "count": count},
    )


def ads_of_reading(connection: Connection, reading_id: str, after: int, count: int) -> tuple[Ad, ...]:
    """Return the next advertisements of a reading behind this row."""
    return registry.AD.select(
        connection, _OF_READING, {"reading": reading_id, "after": after, "count": count}
    )


def done_of(connection: Connection, reading_id: str) -> int | None:
    """Return up to which row the keys of a reading are made; None if there are none of the present form."""
    found = connection.execute(_DONE, {"reading": reading_id}).fetchone()
    return int(found[1]) if found is not None and found[0] == FORM else None


def set_done(connection: Connection, reading_id: str, done: int) -> None:
    connection.execute(_SET_DONE, {"reading": reading_id, "form": FORM, "done": done})


def forget(connection: Connection, reading_id: str) -> None:
    """Remove the keys of a reading; not those of its days (`ad_days`)."""
    connection.execute(_FORGET, {"reading": reading_id})


def forget_exhibit(connection: Connection, case_id: CaseId, exhibit_id: ExhibitId) -> bool:
    """Remove what was made from the advertisements of an exhibit; return whether any were ever read from it.

    What a text shares with those of other exhibits goes too, unless one of them has the same text.
    """
    if connection.execute(_ANY_OF, {"exhibit_id": exhibit_id}).fetchone() is None:
        return False
    for statement in _FORGET_OF_EXHIBIT:
        connection.execute(statement, {"exhibit_id": exhibit_id})
    for statement in _FORGET_TEXTS:
        connection.execute(statement, {"case_id": case_id})
    return True


def put(connection: Connection, ad: Ad, keys: Iterable[Key]) -> None:
    """Write the keys of an advertisement."""
    connection.executemany(
        _KEY,
        [
            {
                "case_id": ad.case_id,
                "kind": each.kind,
                "value": each.value,
                "reading": ad.reading_id,
                "ad_id": ad.id,
                "whole": each.whole,
                "written": each.written,
            }
            for each in keys
        ],
    )


def shared(
    connection: Connection, case_id: CaseId, kind: str, readings: Collection[str]
) -> tuple[Shared, ...]:
    """Return the keys of a kind of these readings, by their values."""
    values: dict[str, str | int | None]
    values = {"case_id": case_id, "kind": kind, "readings": json.dumps(sorted(readings))}
    return tuple(
        Shared(str(value), str(whole), RowId(str(ad_id)), str(written))
        for value, whole, ad_id, written in plain_rows(connection, _SHARED, values)
    )


def ad_with_text(connection: Connection, case_id: CaseId, value: str) -> Ad | None:
    """Return the first advertisement with this text, by its digest."""
    found = registry.AD.select(connection, _WITH_TEXT, {"case_id": case_id, "value": value})
    return found[0] if found else None


def texts_near(connection: Connection, case_id: CaseId, bands: Sequence[str]) -> frozenset[str]:
    """Return the digests of the texts that share a band with these."""
    values: dict[str, str | int | None] = {"case_id": case_id, "bands": json.dumps([*bands]), "most": _NEAR}
    return frozenset(str(row[0]) for row in plain_rows(connection, _IN_BANDS, values))


def put_text(
    connection: Connection, case_id: CaseId, value: str, bands: Sequence[str], alike: dict[str, int]
) -> None:
    """Write the bands of a text, and by how many percent it agrees with others."""
    connection.executemany(_BAND, [{"case_id": case_id, "band": band, "text": value} for band in bands])
    connection.executemany(
        _ALIKE,
        [
            {"case_id": case_id, "one": min(value, other), "other": max(value, other), "percent": percent}
            for other, percent in alike.items()
        ],
    )


def pairs(connection: Connection, case_id: CaseId) -> tuple[tuple[str, str, int], ...]:
    """Return the texts of a case that were found to be alike, by their digests, with the percentage."""
    found = plain_rows(connection, _PAIRS, {"case_id": case_id})
    return tuple((str(one), str(other), int(percent or 0)) for one, other, percent in found)


def most_written(connection: Connection, readings: Collection[str], most: int) -> tuple[tuple[str, ...], int]:
    """Return the identifiers that stand in most advertisements of these readings, as they are written, and
    how many others there are.
    """
    values: dict[str, str | int | None] = {"readings": json.dumps(sorted(readings)), "most": most}
    found = list(plain_rows(connection, _MOST_WRITTEN, values))
    numbers = tuple(str(row[0]) for row in found)
    return numbers, int(found[0][1] or 0) - len(numbers) if found else 0
