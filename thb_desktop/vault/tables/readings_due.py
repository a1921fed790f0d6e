"""Readings that are due: exhibits of which a file was neither added nor read whole since a time."""

import json
from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.custody_kinds import DISPOSALS
from thb_desktop.domain.ids import CaseId, ExhibitId
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables.mapper import plain_rows

_DISPOSED = json.dumps(sorted(DISPOSALS))
_DUE = """
    SELECT exhibit.id, exhibit.number, file_tally.files, file_tally.size FROM exhibit_order
    JOIN exhibit ON exhibit.id = exhibit_order.exhibit_id
    JOIN file_tally ON file_tally.exhibit_id = exhibit_order.exhibit_id
    WHERE exhibit_order.case_id = :case_id AND exhibit.struck = '' AND EXISTS (
        SELECT 1 FROM exhibit_file WHERE exhibit_file.exhibit_id = exhibit.id AND exhibit_file.struck = ''
        AND julianday(exhibit_file.added_at) < julianday(:before)
    ) AND NOT EXISTS (
        SELECT 1 FROM custody_event WHERE custody_event.exhibit_id = exhibit.id
        AND (custody_event.action IN (SELECT value FROM json_each(:disposed)) OR (
            custody_event.action = 'VERIFIED' AND custody_event.result = 'MATCH'
            AND custody_event.files_read >= file_tally.files
            AND julianday(custody_event.recorded_at) >= julianday(:before)))
    )
    ORDER BY exhibit_order.place, exhibit_order.number
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """An exhibit to be read, with the number and the bytes of its files."""

    exhibit_id: ExhibitId
    number: str
    files: int
    size: int


def due(connection: Connection, case_id: CaseId, before: datetime) -> tuple[Due, ...]:
    """Return them in the order of their numbers."""
    values = {"case_id": case_id, "before": before.isoformat(), "disposed": _DISPOSED}
    rows = plain_rows(connection, _DUE, values)
    return tuple(
        Due(exhibit_id=ExhibitId(str(id_)), number=str(number), files=int(str(files)), size=int(str(size)))
        for id_, number, files, size in rows
    )
