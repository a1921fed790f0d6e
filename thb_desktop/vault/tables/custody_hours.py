"""Custody events of a case by the time at which they happened; local times are compared as they are written.

How many of them are of which hour is kept beside the rows (`custody_hour`): a stretch of years costs its
hours, and the events of a stretch are read hour by hour, so that those of other cases cost little.
"""

import json
from collections.abc import Mapping

from thb_desktop.domain.ids import CaseId, RowId
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables.mapper import plain_rows

HOUR = 13
"""Letters of the beginning of a moment that say its hour: "2026-03-04T10"."""
_HEAPS = """
    SELECT substr(hour, 1, :length) AS part, sum(events) FROM custody_hour
    WHERE case_id = :case_id AND hour >= :since AND hour < :until GROUP BY part
"""
_IN_HOURS = """
    SELECT custody_event.id FROM custody_hour
    CROSS JOIN custody_event ON occurred_at >= hour AND occurred_at < hour || ';'
    CROSS JOIN exhibit ON exhibit.id = custody_event.exhibit_id
    WHERE custody_hour.case_id = :case_id AND hour >= :since AND hour < :until
        AND exhibit.case_id = :case_id AND struck = ''
        AND custody_event.id NOT IN (SELECT value FROM json_each(:apart))
"""
"""After an hour stands ":", which is before ";"."""
_HOUR = """
    SELECT hour FROM custody_hour WHERE case_id = :case_id
        AND events > coalesce((SELECT value FROM json_each(:hours) WHERE key = hour), 0)
"""
_MOMENT = """
    SELECT occurred_at FROM custody_event CROSS JOIN exhibit ON exhibit.id = custody_event.exhibit_id
    WHERE occurred_at >= :hour AND occurred_at < :hour || ';' AND case_id = :case_id AND struck = ''
        AND custody_event.id NOT IN (SELECT value FROM json_each(:apart))
"""
_SOUGHT = ((_HOUR, "hour"), (_MOMENT, "occurred_at"))
_ENDS = tuple(
    tuple(" ".join((what, "ORDER BY", by, order, "LIMIT 1")) for what, by in _SOUGHT)
    for order in ("ASC", "DESC")
)
"""Of the first and of the last event: how its hour is found, and then its moment."""
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
    values: Values = {"case_id": case_id, "since": days[0], "until": days[1], "apart": json.dumps([*apart])}
    return tuple(str(own) for (own,) in plain_rows(connection, _IN_HOURS, values))


def reach(connection: Connection, case_id: CaseId, apart: Apart) -> tuple[str, ...]:
    """Return the first and the last of their moments; nothing if there are none."""
    hours: dict[str, int] = {}
    for at in apart.values():
        hours[at[:HOUR]] = hours.get(at[:HOUR], 0) + 1
    values: Values = {"case_id": case_id, "apart": json.dumps([*apart]), "hours": json.dumps(hours)}
    found = []
    for of_hour, of_moment in _ENDS:
        for (hour,) in plain_rows(connection, of_hour, values):
            found += [str(at) for (at,) in plain_rows(connection, of_moment, {**values, "hour": hour})]
    return tuple(found)


def corrections(connection: Connection, case_id: CaseId) -> tuple[tuple[str, str], ...]:
    """Return each correction of a custody event, and the event that it corrects."""
    found = plain_rows(connection, _CORRECTIONS, {"case_id": case_id})
    return tuple((str(own), str(about)) for own, about in found)
