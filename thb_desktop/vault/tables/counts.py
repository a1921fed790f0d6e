"""Counts and short answers about a case, for lists on the screen."""

from collections.abc import Iterable

from thb_desktop.domain.custody_kinds import ERASURES
from thb_desktop.domain.ids import CaseId, ExhibitId, InterpreterId
from thb_desktop.domain.vocabulary import ProceduralRole
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables.chain import EVENTS
from thb_desktop.vault.tables.mapper import Table
from thb_desktop.vault.tables.registry import TABLES

_OF_CASE = """
    SELECT (SELECT count(*) FROM interview WHERE case_id = :case_id),
           (SELECT count(*) FROM exhibit WHERE case_id = :case_id),
           (SELECT count(*) FROM custody_event
            WHERE exhibit_id IN (SELECT id FROM exhibit WHERE case_id = :case_id))
"""
_SEGMENTS = """
    SELECT interview_id, count(*) FROM segment
    WHERE interview_id IN (SELECT id FROM interview WHERE case_id = :case_id) GROUP BY interview_id
"""
_FILES = """
    SELECT exhibit_id, count(*), sum(size) FROM exhibit_file
    WHERE exhibit_id IN (SELECT id FROM exhibit WHERE case_id = :case_id) GROUP BY exhibit_id
"""
_LANGUAGES = """
    SELECT DISTINCT language FROM rendering WHERE segment_id IN (
        SELECT id FROM segment WHERE interview_id IN (SELECT id FROM interview WHERE case_id = :case_id))
    ORDER BY language
"""
_ERASED = """
    SELECT object_id FROM exhibit_file
    WHERE exhibit_id IN (SELECT exhibit_id FROM custody_event WHERE action = :action)
"""
_FOR_ROLE = """
    SELECT DISTINCT interpreter_id FROM interpreter_engagement WHERE struck = '' AND interview_id IN (
        SELECT id FROM interview WHERE case_id = :case_id AND person_id IN (
            SELECT person_id FROM person_role WHERE struck = '' AND role = :role))
"""
SEAL_HOLDERS = """
    SELECT id FROM exhibit WHERE seal = :seal AND seal <> ''
    UNION SELECT exhibit_id FROM custody_event WHERE seal = :seal AND seal <> ''
"""


def of_case(connection: Connection, case_id: CaseId) -> tuple[int, int, int]:
    """Return the numbers of interviews, exhibits and custody events."""
    row = connection.execute(_OF_CASE, {"case_id": case_id}).fetchone()
    return int(row[0]), int(row[1]), int(row[2])


def segments_of_case(connection: Connection, case_id: CaseId) -> dict[str, int]:
    """Return the number of segments of each interview."""
    return {row[0]: row[1] for row in connection.execute(_SEGMENTS, {"case_id": case_id})}


def languages_of_case(connection: Connection, case_id: CaseId) -> tuple[str, ...]:
    """Return the languages of the renderings in the interviews."""
    return tuple(str(row[0]) for row in connection.execute(_LANGUAGES, {"case_id": case_id}))


def interpreters_for(
    connection: Connection, case_id: CaseId, roles: Iterable[ProceduralRole]
) -> tuple[InterpreterId, ...]:
    """Return the interpreters of suspects or accused persons of a case."""
    found = {
        InterpreterId(row[0])
        for role in roles
        for row in connection.execute(_FOR_ROLE, {"case_id": case_id, "role": role.value})
    }
    return tuple(sorted(found))


def files_of_case(connection: Connection, case_id: CaseId) -> dict[str, tuple[int, int]]:
    """Return the number of files of each exhibit, and their total bytes."""
    return {row[0]: (row[1], row[2]) for row in connection.execute(_FILES, {"case_id": case_id})}


def holders_of_seal(connection: Connection, seal: str) -> frozenset[ExhibitId]:
    """Return the exhibits that have or had this seal number; none for an empty one."""
    return frozenset(ExhibitId(row[0]) for row in connection.execute(SEAL_HOLDERS, {"seal": seal}))


def erased_objects(connection: Connection) -> frozenset[str]:
    """Return the content objects of exhibits whose content was erased by order."""
    return frozenset(
        str(row[0]) for action in sorted(ERASURES) for row in connection.execute(_ERASED, {"action": action})
    )


def of_all(connection: Connection) -> int:
    """Return how many rows all tables and the event chain have. No row is ever deleted, so the last tells."""
    names = (*(table.name for table in TABLES), EVENTS.entries)
    counted = (
        connection.execute(" ".join(("SELECT coalesce(max(rowid), 0) FROM", name))).fetchone()[0]
        for name in names
    )
    return sum(map(int, counted))


def of_table[T](connection: Connection, table: Table[T]) -> int:
    """Return the number of rows of an entity's table."""
    return sum(1 for _ in table.rows(connection))
