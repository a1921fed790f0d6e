"""Dated rows of a case, read by stretches of time; local days are compared as they are written."""

import json
from collections.abc import Iterator, Sequence

from thb_desktop.domain.ids import CaseId
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables.mapper import plain_rows

_WITHIN = {
    "custody": """
        SELECT custody_event.id
        FROM custody_event CROSS JOIN exhibit ON exhibit.id = custody_event.exhibit_id
        WHERE occurred_at >= :since AND occurred_at < :until AND case_id = :case_id AND struck = ''
            AND custody_event.id NOT IN (SELECT value FROM json_each(:apart))
        ORDER BY occurred_at LIMIT :most
    """,
    "payments": """
        SELECT money_transaction.id, at, amount, money_transaction.currency, counterparty, text,
            payer.number, receiver.number, amount_to, is_about
        FROM money_transaction
        LEFT JOIN account AS payer ON payer.id = from_account_id
        LEFT JOIN account AS receiver ON receiver.id = to_account_id
        WHERE money_transaction.case_id = :case_id AND at >= substr(:since, 1, 4) AND at < :until
            AND money_transaction.struck = '' ORDER BY at LIMIT :most
    """,
}
_HEAPS = {
    "custody": """
        SELECT substr(occurred_at, 1, :length) AS part, count(*)
        FROM custody_event CROSS JOIN exhibit ON exhibit.id = custody_event.exhibit_id
        WHERE occurred_at >= :since AND occurred_at < :until AND case_id = :case_id AND struck = ''
            AND custody_event.id NOT IN (SELECT value FROM json_each(:apart))
        GROUP BY part ORDER BY part
    """,
    "payments": """
        SELECT substr(at, 1, :length) AS part, count(*) FROM money_transaction
        WHERE case_id = :case_id AND at >= substr(:since, 1, 4) AND at < :until AND struck = ''
            AND at GLOB '[0-9]*' GROUP BY part ORDER BY part
    """,
}
_REACH = {
    "custody": (
        """SELECT occurred_at FROM custody_event CROSS JOIN exhibit ON exhibit.id = custody_event.exhibit_id
        WHERE case_id = :case_id AND struck = ''
            AND custody_event.id NOT IN (SELECT value FROM json_each(:apart))
        ORDER BY occurred_at LIMIT 1""",
        """SELECT occurred_at FROM custody_event CROSS JOIN exhibit ON exhibit.id = custody_event.exhibit_id
        WHERE case_id = :case_id AND struck = ''
            AND custody_event.id NOT IN (SELECT value FROM json_each(:apart))
        ORDER BY occurred_at DESC LIMIT 1""",
    ),
    "payments": (
        """SELECT at FROM money_transaction WHERE case_id = :case_id AND struck = '' AND at GLOB '[0-9]*'
        ORDER BY at LIMIT 1""",
        """SELECT at FROM money_transaction WHERE case_id = :case_id AND struck = '' AND at GLOB '[0-9]*'
        ORDER BY at DESC LIMIT 1""",
    ),
}
_CORRECTIONS = """
    SELECT custody_event.id, corrects
    FROM custody_event CROSS JOIN exhibit ON exhibit.id = custody_event.exhibit_id
    WHERE action = 'CORRECTION' AND corrects IS NOT NULL AND case_id = :case_id AND struck = ''
"""
_UNDATED = """
    SELECT count(*) FROM money_transaction WHERE case_id = :case_id AND at = 'XXXX' AND struck = ''
"""
_STATEMENTS = """
    SELECT id, number, started_at, ended_at, held_on, state FROM interview WHERE case_id = :case_id
"""

Cells = tuple[object, ...]
Values = dict[str, str | int | None]


def within(
    connection: Connection,
    kind: str,
    case_id: CaseId,
    days: tuple[str, str],
    most: int,
    *,
    apart: Sequence[str] = (),
) -> Iterator[Cells]:
    """Return the rows of a kind ("custody", "payments") that begin in a stretch, at most so many.

    days: local days, of which the last is not included. A payment known to the year or month may have begun
    before the first, within its year. apart: events of custody that are left out, here and below.
    """
    values: Values = {"case_id": case_id, "since": days[0], "until": days[1], "most": most}
    values["apart"] = json.dumps(apart)
    return plain_rows(connection, _WITHIN[kind], values)


def heaps(
    connection: Connection,
    kind: str,
    case_id: CaseId,
    days: tuple[str, str],
    length: int,
    *,
    apart: Sequence[str] = (),
) -> dict[str, int]:
    """Return how many of them begin in each part of time, by the first `length` letters of the date."""
    values: Values = {"case_id": case_id, "since": days[0], "until": days[1], "length": length}
    values["apart"] = json.dumps(apart)
    return {str(part): int(str(count)) for part, count in plain_rows(connection, _HEAPS[kind], values)}


def reach(connection: Connection, kind: str, case_id: CaseId, apart: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the first and the last of their dates; nothing if there are none."""
    values: Values = {"case_id": case_id, "apart": json.dumps(apart)}
    found = (connection.execute(each, values).fetchone() for each in _REACH[kind])
    return tuple(str(row[0]) for row in found if row is not None)


def corrections(connection: Connection, case_id: CaseId) -> tuple[tuple[str, str], ...]:
    """Return each correction of a custody event, and the event that it corrects."""
    found = plain_rows(connection, _CORRECTIONS, {"case_id": case_id})
    return tuple((str(own), str(about)) for own, about in found)


def undated_payments(connection: Connection, case_id: CaseId) -> int:
    return int(connection.execute(_UNDATED, {"case_id": case_id}).fetchone()[0])


def statements(connection: Connection, case_id: CaseId) -> Iterator[Cells]:
    """Return id, number, beginning, end, day and state of each record of a case."""
    return plain_rows(connection, _STATEMENTS, {"case_id": case_id})
