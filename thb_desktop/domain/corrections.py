"""Corrections: what stood in an entry before, what stands there now, and why; nothing is ever taken away."""

from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.ids import AgentId, CaseId, RowId

STRUCK = "struck"
"""The field that a correction names where an entry was struck out as made in error."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One field of an entry that was corrected.

    entity: the name of its description. subject_id: which entry. before, after: as the file keeps them; None
    where nothing stood or stands there, and of a protected identity, whose values are sealed apart
    (`SealedItem` under the id of the correction).
    """

    id: RowId
    case_id: CaseId
    entity: str
    subject_id: str
    field: str
    before: str | None
    after: str | None
    reason: str
    at: datetime
    by: AgentId
