"""Custody events of a case by the time at which they happened; local times are compared as they are written.

How many of them are of which hour is kept beside the rows (`custody_hour`): a stretch of years costs its
hours, and the events of a stretch are read hour by hour, so that those of other cases cost little.
"""

import json
from collections.abc import Iterator, Mapping

from thb_desktop.domain.ids import CaseId, RowId
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables.mapper import plain_rows

HOUR = 13
"""Letters of the beginning of a moment that say its hour: "2026-03-04T10"."""
_HEAPS = """
    SELECT substr(hour, 1, :length) AS part, sum(events) FROM custody_hour
    WHERE case_id = :case_id AND hour >= :since AND hour < :until GROUP BY part
"""
_CROWDED = """
    SELECT sum(other.events) > (SELECT events FROM case_tally WHERE case_id = :case_id)
    FROM custody_hour AS own CROSS JOIN case_file CROSS JOIN custody_hour AS other
        ON other.case_id = case_file.id AND other.hour = own.hour
    WHERE own.case_id = :case_id AND own.hour >= :since AND own.hour < :until AND case_file.id <> :case_id
"""
"""Whether other cases have more events in the hours that this one has than this one has in all."""
_BY_HOUR = """
    FROM custody_hour CROSS JOIN custody_event ON occurred_at >= hour AND occurred_at < hour || ';'
    CROSS JOIN exhibit ON exhibit.id = custody_event.exhibit_id AND exhibit.case_id = custody_hour.case_id
"""
"""After an hour stands ":", which is before ";"."""
_BY_TIME = """
    FROM custody_event CROSS JOIN exhibit ON exhibit.id = custody_event.exhibit_id
        AND occurred_at >= :since AND occurred_at < :until
"""
_BY_EXHIBIT = "FROM exhibit CROSS JOIN custody_event ON custody_event.exhibit_id = exhibit.id"
_STANDING = """
    WHERE exhibit.case_id = :case_id AND struck = '' AND +occurred_at >= :since AND +occurred_at < :until
        AND custody_event.id NOT IN (SELECT value FROM json_each(:apart))
"""
"""With "+", no index of the times is used for it: each way has its own."""
_HOURS_SEEN = "AND hour >= :since AND hour < :until"
_HOUR = """
    SELECT hour FROM custody_hour WHERE case_id = :case_id
        AND events > coalesce((SELECT value FROM json_each(:hours) WHERE key = hour), 0)
"""
_CORRECTIONS = """
    SELECT custody_event.id, corrects
    FROM custody_event CROSS JOIN exhibit ON exhibit.id = custody_event.exhibit_id
    WHERE action = 'CORRECTION' AND corrects IS NOT NULL AND case_id = :case_id AND struck = ''
"""

Values = dict[str, str | int | None]
Apart = Mapping[RowId, str]
"""Events that are left out: ids and moments, as they are written."""


def heaps(
    connection: Connection, case_id: CaseId, days: tuple[str, str], length: int, apart: Apart
) -> dict[str, int]:
    """Return how many begin in each part of time, by the first `length` letters, of an hour at most.

    days: local days, of which the last is not included.
    """
    values: Values = {"case_id": case_id, "since": days[0], "until": days[1], "length": length}
    found = {str(part): int(str(count)) for part, count in plain_rows(connection, _HEAPS, values)}
    for at in apart.values():
        if days[0] <= at < days[1]:
            found[at[:length]] = found.get(at[:length], 0) - 1
    return {part: count for part, count in found.items() if count > 0}


def within(connection: Connection, case_id: CaseId, days: tuple[str, str], apart: Apart) -> tuple[str, ...]:
    """Return the ids of all that begin on these days."""
    way = ("SELECT custody_event.id", _BY_HOUR, _STANDING, _HOURS_SEEN)
    return tuple(_read(connection, way, (case_id, *days), apart))


def reach(connection: Connection, case_id: CaseId, apart: Apart) -> tuple[str, ...]:
    """Return the first and the last of their moments; nothing if there are none."""
    hours: dict[str, int] = {}
    for at in apart.values():
        hours[at[:HOUR]] = hours.get(at[:HOUR], 0) + 1
    values: Values = {"case_id": case_id, "hours": json.dumps(hours)}
    found: list[str] = []
    for order in ("ASC LIMIT 1", "DESC LIMIT 1"):
        for (hour,) in plain_rows(connection, " ".join((_HOUR, "ORDER BY hour", order)), values):
            ends = (case_id, str(hour), f"{hour};")
            way = ("SELECT occurred_at", _BY_TIME, _STANDING, f"ORDER BY occurred_at {order}")
            found += _read(connection, way, ends, apart)
    return tuple(found)


def _read(
    connection: Connection, way: tuple[str, str, str, str], of: tuple[CaseId, str, str], apart: Apart
) -> Iterator[str]:
    """Read what is selected of the events of a case between two moments: on this way by the time of all
    events, or, in a crowd of those of other cases, by the exhibits of the case.
    """
    values: Values = {"case_id": of[0], "since": of[1], "until": of[2], "apart": json.dumps([*apart])}
    (is_crowded,) = next(plain_rows(connection, _CROWDED, values))
    select, by_time, standing, last = way
    found = (_BY_EXHIBIT, standing, "" if last is _HOURS_SEEN else last)
    statement = " ".join((select, *(found if is_crowded else (by_time, standing, last))))
    for (cell,) in plain_rows(connection, statement, values):
        yield str(cell)


def corrections(connection: Connection, case_id: CaseId) -> tuple[tuple[str, str], ...]:
    """Return each correction of a custody event, and the event that it corrects."""
    found = plain_rows(connection, _CORRECTIONS, {"case_id": case_id})
    return tuple((str(own), str(about)) for own, about in found)
