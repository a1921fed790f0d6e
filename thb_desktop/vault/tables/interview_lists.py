"""The interviews of a case by their numbers, page by page, and what a list says of those on a page alone."""

import json
from collections.abc import Iterable

from thb_desktop.domain.ids import CaseId, InterviewId, PersonId
from thb_desktop.domain.interview import Interview
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry

_AFTER = """
    WHERE interview.case_id = :case_id AND interview.number > :number
    ORDER BY interview.number LIMIT :count
"""
_NUMBERS = "SELECT id, number FROM interview WHERE id IN (SELECT value FROM json_each(:ids))"
_CODES = "SELECT id, code FROM person WHERE id IN (SELECT value FROM json_each(:ids))"
_SEGMENTS = """
    SELECT interview_id, segments FROM interview_tally
    WHERE interview_id IN (SELECT value FROM json_each(:ids))
"""
_SUPPLEMENTED = """
    SELECT supplements_id, number FROM interview
    WHERE supplements_id IN (SELECT value FROM json_each(:ids)) AND state = 'SIGNED'
"""
_COPIES = "SELECT id, id FROM statement_elsewhere WHERE id IN (SELECT value FROM json_each(:ids))"


def records_after(connection: Connection, case_id: CaseId, number: str, count: int) -> tuple[Interview, ...]:
    """Return the next interviews of a case behind this number, at most so many; the first ones behind ''."""
    values: dict[str, str | int | None] = {"case_id": case_id, "number": number, "count": count}
    return registry.INTERVIEW.select(connection, _AFTER, values)


def numbers_among(connection: Connection, ids: Iterable[InterviewId]) -> dict[InterviewId, str]:
    """Return the numbers of these interviews."""
    return {InterviewId(key): str(number) for key, number in _told(connection, _NUMBERS, ids)}


def codes_among(connection: Connection, ids: Iterable[PersonId]) -> dict[PersonId, str]:
    """Return the pseudonyms of these persons."""
    return {PersonId(key): str(code) for key, code in _told(connection, _CODES, ids)}


def segments_among(connection: Connection, ids: Iterable[InterviewId]) -> dict[InterviewId, int]:
    """Return the number of segments of each of these interviews that has any."""
    return {InterviewId(key): int(str(count)) for key, count in _told(connection, _SEGMENTS, ids)}


def supplemented_among(connection: Connection, ids: Iterable[InterviewId]) -> frozenset[InterviewId]:
    """Return those of these interviews that a signed record supplements."""
    return frozenset(InterviewId(key) for key, _ in _told(connection, _SUPPLEMENTED, ids))


def copies_among(connection: Connection, ids: Iterable[InterviewId]) -> frozenset[InterviewId]:
    """Return those of these interviews that are copies of statements made elsewhere."""
    return frozenset(InterviewId(key) for key, _ in _told(connection, _COPIES, ids))


def _told(connection: Connection, statement: str, ids: Iterable[str]) -> list[tuple[str, object]]:
    return connection.execute(statement, {"ids": json.dumps([*ids])}).fetchall()
