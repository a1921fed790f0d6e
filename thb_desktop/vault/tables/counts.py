"""Counts and short answers about a case, for lists on the screen."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from thb_desktop.domain.custody_kinds import ERASURES
from thb_desktop.domain.ids import CaseId, ExhibitId, InterpreterId, InterviewId
from thb_desktop.domain.times import from_text
from thb_desktop.domain.vocabulary import ProceduralRole
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables.chain import EVENTS
from thb_desktop.vault.tables.mapper import Table
from thb_desktop.vault.tables.registry import TABLES

_OF_CASE = """
    SELECT (SELECT count(*) FROM interview WHERE case_id = :case_id), exhibits, events
    FROM (SELECT 1) LEFT JOIN case_tally ON case_id = :case_id
"""
_LANGUAGES = """
    SELECT DISTINCT language FROM interview_language
    WHERE interview_id IN (SELECT id FROM interview WHERE case_id = :case_id) ORDER BY language
"""
_STORED = "SELECT coalesce(sum(size), 0) FROM case_tally"
_ERASED = """
    SELECT object_id FROM exhibit_file
    WHERE exhibit_id IN (SELECT exhibit_id FROM custody_event WHERE action = :action)
"""
_ERASES = "SELECT 1 FROM custody_event WHERE exhibit_id = :exhibit_id AND action = :action"
_FOR_ROLE = """
    SELECT DISTINCT interpreter_id FROM interview JOIN interpreter_engagement
    ON interpreter_engagement.interview_id = interview.id AND interpreter_engagement.struck = ''
    WHERE case_id = :case_id AND EXISTS (
        SELECT 1 FROM person_role
        WHERE person_role.person_id = interview.person_id AND struck = '' AND role = :role)
"""
SEAL_HOLDERS = """
    SELECT id FROM exhibit WHERE seal = :seal AND seal <> ''
    UNION SELECT exhibit_id FROM custody_event WHERE seal = :seal AND seal <> ''
"""
_NUMBERS = "SELECT number, id FROM interview WHERE case_id = :case_id ORDER BY number"
_BUNDLES_OF_CASE = "SELECT count(*) FROM bundle WHERE case_id = :case_id"
_BUNDLE_DIGESTS = "SELECT sha256 FROM bundle"
_BUNDLES_MADE = "SELECT made_at, number FROM bundle"


def of_case(connection: Connection, case_id: CaseId) -> tuple[int, int, int]:
    """Return the numbers of interviews, exhibits and custody events."""
    row = connection.execute(_OF_CASE, {"case_id": case_id}).fetchone()
    return int(row[0]), int(row[1] or 0), int(row[2] or 0)


def numbers_of_records(connection: Connection, case_id: CaseId) -> tuple[tuple[str, InterviewId], ...]:
    """Return number and id of each interview, by number."""
    rows = connection.execute(_NUMBERS, {"case_id": case_id})
    return tuple((str(row[0]), InterviewId(row[1])) for row in rows)


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


def holders_of_seal(connection: Connection, seal: str) -> frozenset[ExhibitId]:
    """Return the exhibits that have or had this seal number; none for an empty one."""
    if not seal:
        return frozenset()
    return frozenset(ExhibitId(row[0]) for row in connection.execute(SEAL_HOLDERS, {"seal": seal}))


def stored_bytes(connection: Connection) -> int:
    """Return the bytes of all files of exhibits."""
    return int(connection.execute(_STORED).fetchone()[0])


def is_erased(connection: Connection, exhibit_id: ExhibitId) -> bool:
    """Whether the content of an exhibit was erased by order."""
    return any(
        connection.execute(_ERASES, {"exhibit_id": exhibit_id, "action": action}).fetchone()
        for action in ERASURES
    )


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
    return int(connection.execute(" ".join(("SELECT count(*) FROM", table.name))).fetchone()[0])


def bundles_of_case(connection: Connection, case_id: CaseId) -> int:
    """Return how many bundles of a case are recorded."""
    return int(connection.execute(_BUNDLES_OF_CASE, {"case_id": case_id}).fetchone()[0])


def bundle_digests(connection: Connection) -> frozenset[str]:
    """Return the digests of all recorded bundles; of no bundle more is read."""
    return frozenset(str(row[0]) for row in connection.execute(_BUNDLE_DIGESTS))


def bundles_made(connection: Connection) -> Iterator[tuple[datetime, str]]:
    """Yield when each bundle was made, and its number; of no bundle more is read."""
    for made_at, number in connection.execute(_BUNDLES_MADE):
        yield from_text(made_at), number
