"""Corrections: the value of an entry before, the value after, and the reason. Nothing is ever deleted."""

from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.ids import AgentId, CaseId, RowId

STRUCK = "struck"
"""The field that a correction names if the entry was struck out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One corrected field of an entry.

    entity: the name of its description. subject_id: the entry. before, after: the stored values; None for no
    value, and for a protected identity, whose values are sealed separately (`SealedItem` under the id of the
    correction).
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
