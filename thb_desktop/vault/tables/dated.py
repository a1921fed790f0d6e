"""Payments and records of a case, read by stretches of time; days are compared as they are written."""

from collections.abc import Iterator

from thb_desktop.domain.ids import CaseId
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables.mapper import plain_rows

_WITHIN = """
    SELECT money_transaction.id, at, amount, money_transaction.currency, counterparty, text,
        payer.number, receiver.number, amount_to, is_about, day_kind
    FROM money_transaction
    LEFT JOIN account AS payer ON payer.id = from_account_id
    LEFT JOIN account AS receiver ON receiver.id = to_account_id
    WHERE money_transaction.case_id = :case_id AND at >= substr(:since, 1, 4) AND at < :until
        AND money_transaction.struck = '' ORDER BY at LIMIT :most
"""
_HEAPS = """
    SELECT substr(at, 1, :length) AS part, count(*) FROM money_transaction
    WHERE case_id = :case_id AND at >= substr(:since, 1, 4) AND at < :until AND struck = ''
        AND at GLOB '[0-9]*' GROUP BY part ORDER BY part
"""
_REACH = (
    """SELECT at FROM money_transaction WHERE case_id = :case_id AND struck = '' AND at GLOB '[0-9]*'
    ORDER BY at LIMIT 1""",
    """SELECT at FROM money_transaction WHERE case_id = :case_id AND struck = '' AND at GLOB '[0-9]*'
    ORDER BY at DESC LIMIT 1""",
)
_UNDATED = """
    SELECT count(*) FROM money_transaction WHERE case_id = :case_id AND at = 'XXXX' AND struck = ''
"""
_STATEMENTS = """
    SELECT id, number, started_at, ended_at, held_on, state FROM interview WHERE case_id = :case_id
"""

Cells = tuple[object, ...]
Values = dict[str, str | int | None]


def payments_within(
    connection: Connection, case_id: CaseId, days: tuple[str, str], most: int
) -> Iterator[Cells]:
    """Return the payments that begin in a stretch, at most so many.

    days: local days, of which the last is not included. A payment known to the year or month may have begun
    before the first, within its year.
    """
    values: Values = {"case_id": case_id, "since": days[0], "until": days[1], "most": most}
    return plain_rows(connection, _WITHIN, values)


def heaps_of_payments(
    connection: Connection, case_id: CaseId, days: tuple[str, str], length: int
) -> dict[str, int]:
    """Return how many of them begin in each part of time, by the first `length` letters of the date."""
    values: Values = {"case_id": case_id, "since": days[0], "until": days[1], "length": length}
    return {str(part): int(str(count)) for part, count in plain_rows(connection, _HEAPS, values)}


def reach_of_payments(connection: Connection, case_id: CaseId) -> tuple[str, ...]:
    """Return the first and the last of their dates; nothing if there are none."""
    found = (connection.execute(each, {"case_id": case_id}).fetchone() for each in _REACH)
    return tuple(str(row[0]) for row in found if row is not None)


def undated_payments(connection: Connection, case_id: CaseId) -> int:
    return int(connection.execute(_UNDATED, {"case_id": case_id}).fetchone()[0])


def statements(connection: Connection, case_id: CaseId) -> Iterator[Cells]:
    """Return id, number, beginning, end, day and state of each record of a case."""
    return plain_rows(connection, _STATEMENTS, {"case_id": case_id})
