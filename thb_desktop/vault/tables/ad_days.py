"""The days on which the advertisements of a reading were posted, counted, so that a chronology reads no more
of them than it shows.

`ad_day`, and the rows of `ad_key` of the kind POSTED, are made from the rows and rebuilt at will; no event
tells them.
"""

import json
from collections.abc import Collection, Iterator, Mapping

from thb_desktop.domain.ad_dates import kept
from thb_desktop.domain.ads import AdReading
from thb_desktop.domain.ids import CaseId
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables.mapper import plain_rows

FORM = 1
"""The form in which dates are read. Days of another form are made again."""
UNDATED = ""
"""In the place of a date: those without one. Each reading whose days are made has this row."""
_COUNTS = """
    SELECT ad_day.reading_id, ad_day.value, ad_day.count FROM json_each(:readings) AS named
    CROSS JOIN ad_day ON ad_day.reading_id = named.value WHERE ad_day.form = :form
"""
_POSTED = "SELECT id, posted FROM ad WHERE case_id = :case_id AND reading_id = :reading"
_OF_DAYS = """
    SELECT ad_key.ad_id FROM json_each(:values) AS named
    CROSS JOIN ad_key ON ad_key.case_id = :case_id AND ad_key.kind = 'POSTED' AND ad_key.value = named.value
    WHERE ad_key.reading_id IN (SELECT value FROM json_each(:readings))
"""
_FORGET = (
    "DELETE FROM ad_day WHERE reading_id = :reading",
    "DELETE FROM ad_key WHERE reading_id = :reading AND kind = 'POSTED'",
)
_COUNT = """
    INSERT INTO ad_day (reading_id, value, form, count) VALUES (:reading, :value, :form, :count)
"""
_KEY = """
    INSERT OR REPLACE INTO ad_key (case_id, kind, value, reading_id, ad_id, whole, written)
    VALUES (:case_id, 'POSTED', :value, :reading, :ad_id, '', '')
"""

Values = dict[str, str | int | None]


def counts(connection: Connection, readings: Collection[AdReading]) -> dict[str, dict[str, int]]:
    """Return how many advertisements of each reading have which date, where that was counted.

    Nothing proves these rows: a reading of which one is no date, or whose counts are together not those of
    its advertisements, is not counted.
    """
    found: dict[str, dict[str, int]] = {}
    values: Values = {"readings": json.dumps(sorted(each.id for each in readings)), "form": FORM}
    for reading, value, count in plain_rows(connection, _COUNTS, values):
        found.setdefault(str(reading), {})[str(value)] = int(count or 0)
    return {
        str(each.id): days
        for each in readings
        if (days := found.get(str(each.id), {})) and UNDATED in days and sum(days.values()) == each.count
        if all(value == UNDATED or kept(value) is not None for value in days)
    }


def posted(connection: Connection, case_id: CaseId, reading: str) -> Iterator[tuple[str, str]]:
    """Return id and time of posting, as the file has it, of each advertisement of a reading."""
    for ad_id, told in plain_rows(connection, _POSTED, {"case_id": case_id, "reading": reading}):
        yield str(ad_id), str(told)


def ads_of_days(
    connection: Connection, case_id: CaseId, readings: Collection[str], values: Collection[str]
) -> frozenset[str]:
    """Return the ids of the advertisements of these readings that have one of these dates."""
    asked: Values = {
        "case_id": case_id,
        "readings": json.dumps(sorted(readings)),
        "values": json.dumps(sorted(values)),
    }
    return frozenset(str(row[0]) for row in plain_rows(connection, _OF_DAYS, asked))


def put(
    connection: Connection, reading: AdReading, days: Mapping[str, Collection[str]], undated: int
) -> None:
    """Write the days of a reading in the place of what there was. days: ids by date."""
    for statement in _FORGET:
        connection.execute(statement, {"reading": reading.id})
    counted = {UNDATED: undated, **{value: len(ids) for value, ids in days.items()}}
    connection.executemany(
        _COUNT,
        [
            {"reading": reading.id, "value": value, "form": FORM, "count": count}
            for value, count in counted.items()
        ],
    )
    connection.executemany(
        _KEY,
        (
            {"case_id": reading.case_id, "value": value, "reading": reading.id, "ad_id": ad_id}
            for value, ids in sorted(days.items())
            for ad_id in ids
        ),
    )
