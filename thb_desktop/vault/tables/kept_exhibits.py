"""Exhibits with a last day on which they are kept, as long as they are here."""

import json
from datetime import date

from thb_desktop.domain.custody_kinds import CUSTODY_KINDS
from thb_desktop.domain.ids import CaseId, ExhibitId
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables.mapper import plain_rows

_GONE = json.dumps(
    sorted(action for action, kind in CUSTODY_KINDS.items() if kind.disposes or kind.gives_back)
)
_KEPT = """
    SELECT id FROM exhibit WHERE case_id = :case_id AND keep_until <= :by AND struck = ''
    AND NOT EXISTS (
        SELECT 1 FROM custody_event WHERE custody_event.exhibit_id = exhibit.id
        AND custody_event.action IN (SELECT value FROM json_each(:gone))
    )
    ORDER BY keep_until, number
"""


def kept_until(connection: Connection, case_id: CaseId, by: date) -> tuple[ExhibitId, ...]:
    """Return those of a case whose last day is this one or earlier: the earliest first."""
    values = {"case_id": case_id, "by": by.isoformat(), "gone": _GONE}
    return tuple(ExhibitId(str(own)) for (own,) in plain_rows(connection, _KEPT, values))
