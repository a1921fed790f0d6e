"""Lists of the objects of a case, page by page: by their entry; the places among them by kind first."""

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
_OF_KIND = """
    WHERE case_object.case_id = :case_id AND case_object.kind = :kind AND case_object.id > :id
    ORDER BY case_object.id LIMIT :count
"""
_OF_STAYS = """
    WHERE case_object.id IN (SELECT object_id FROM stay WHERE case_id = :case_id) ORDER BY case_object.id
"""


def objects_after(connection: Connection, case_id: CaseId, after: str, count: int) -> tuple[CaseObject, ...]:
    """Return the next objects behind this id, from the first on with an empty one."""
    return registry.CASE_OBJECT.select(connection, _AFTER, {"case_id": case_id, "id": after, "count": count})


def count_of_objects(connection: Connection, case_id: CaseId) -> int:
    return int(str(next(plain_rows(connection, _TOTAL, {"case_id": case_id}))[0]))


def places_after(
    connection: Connection, case_id: CaseId, after: tuple[str, str], count: int
) -> tuple[CaseObject, ...]:
    """Return the next objects at which a person can be, struck ones too, kind by kind.

    after: kind and id of the one before; both empty for the first ones. Objects of other kinds are not read.
    """
    found: list[CaseObject] = []
    for kind in sorted(PLACES):
        if kind >= after[0] and len(found) < count:
            behind = after[1] if kind == after[0] else ""
            found += registry.CASE_OBJECT.select(
                connection,
                _OF_KIND,
                {"case_id": case_id, "kind": kind, "id": behind, "count": count - len(found)},
            )
    return tuple(found)


def places_of_stays(connection: Connection, case_id: CaseId) -> tuple[CaseObject, ...]:
    """Return the objects that stays of a case name."""
    return registry.CASE_OBJECT.select(connection, _OF_STAYS, {"case_id": case_id})
