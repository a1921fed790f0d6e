"""Persons: those of a case that are meant, found without reading all of them and all that is said of them.

Claims of birth that stand have an index by case, date and person (`person_claim_of_birth`). Few dates differ,
so each is judged once.
"""

import json
from collections.abc import Callable, Iterable

from thb_desktop.domain.ids import CaseId, PersonId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.person_links import PersonLink
from thb_desktop.domain.vocabulary import AgeStatus
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.mapper import plain_rows

_PERSONS = "SELECT id FROM person WHERE case_id = :case_id ORDER BY id"
_ENTERED = """
    SELECT id FROM person WHERE case_id = :case_id AND age_status IN (SELECT value FROM json_each(:statuses))
"""
_DATES = """
    SELECT DISTINCT born FROM person_claim WHERE case_id = :case_id AND kind = 'BIRTH' AND struck = ''
"""
_BORN = """
    SELECT DISTINCT person_id FROM person_claim WHERE case_id = :case_id AND kind = 'BIRTH' AND struck = ''
    AND born IN (SELECT value FROM json_each(:dates))
"""


def persons_of(connection: Connection, case_id: CaseId) -> tuple[PersonId, ...]:
    """Return all persons of a case."""
    return _persons(plain_rows(connection, _PERSONS, {"case_id": case_id}))


def persons_entered_as(
    connection: Connection, case_id: CaseId, statuses: Iterable[AgeStatus]
) -> tuple[PersonId, ...]:
    """Return the persons of a case who have one of these age statuses."""
    told = json.dumps([*statuses])
    return _persons(plain_rows(connection, _ENTERED, {"case_id": case_id, "statuses": told}))


def persons_claimed_born(
    connection: Connection, case_id: CaseId, is_meant: Callable[[PartialDate], bool]
) -> tuple[PersonId, ...]:
    """Return the persons of a case about whom a claim stands with a date of birth that is meant."""
    dates = [str(date) for (date,) in plain_rows(connection, _DATES, {"case_id": case_id})]
    told = json.dumps([date for date in dates if is_meant(PartialDate(date))])
    return _persons(plain_rows(connection, _BORN, {"case_id": case_id, "dates": told}))


def links_around(connection: Connection, person_id: PersonId) -> tuple[PersonLink, ...]:
    """Return the links by which other records may be of this person, in the order of entry."""
    found, known, waiting = set[str](), {person_id}, [person_id]
    while waiting:
        one = waiting.pop()
        for column in ("kept_id", "other_id"):
            for link in registry.PERSON_LINK.where(connection, column, one):
                found.add(link.id)
                near = {link.kept_id, link.other_id} - known
                known |= near
                waiting += near
    return registry.PERSON_LINK.among(connection, "id", found) if found else ()


def _persons(rows: Iterable[tuple[object, ...]]) -> tuple[PersonId, ...]:
    return tuple(PersonId(str(row[0])) for row in rows)
