"""Lists of the objects of a case: in the order of their entry, page by page; and the places among them."""

import json

from thb_desktop.domain.case import CaseObject
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.stays import PLACES
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.mapper import plain_rows

_AFTER = """
    WHERE case_object.case_id = :case_id AND case_object.id > :id ORDER BY case_object.id LIMIT :count
"""
_TOTAL = "SELECT count(*) FROM case_object WHERE case_id = :case_id"
_PLACES = """
    WHERE case_object.case_id = :case_id AND case_object.kind IN (SELECT value FROM json_each(:kinds))
    ORDER BY case_object.id
"""


def objects_after(connection: Connection, case_id: CaseId, after: str, count: int) -> tuple[CaseObject, ...]:
    """Return the next objects behind this id, from the first on with an empty one."""
    return registry.CASE_OBJECT.select(connection, _AFTER, {"case_id": case_id, "id": after, "count": count})


def count_of_objects(connection: Connection, case_id: CaseId) -> int:
    return int(str(next(plain_rows(connection, _TOTAL, {"case_id": case_id}))[0]))


def places_of(connection: Connection, case_id: CaseId) -> tuple[CaseObject, ...]:
    """Return the objects at which a person can be, struck ones too."""
    kinds = json.dumps(sorted(PLACES))
    return registry.CASE_OBJECT.select(connection, _PLACES, {"case_id": case_id, "kinds": kinds})
