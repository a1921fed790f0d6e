"""Copies of a record that are printed to be signed by hand, and the scan of what was signed."""

from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.ids import AgentId, ExhibitId, InterviewId, RowId


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningCopy:
    """A record as it was printed for signing by hand, after the reading back.

    digest: SHA-256 (hex) of the record without its signatures (`ledger.interview_record.text_digest`), as it
    is printed at the foot of each page. pages: how many were printed. made_by, at: who printed it, and when.
    scan_id: the exhibit that holds the scan of the signed paper; None until it is named.
    """

    id: RowId
    interview_id: InterviewId
    digest: str
    pages: int
    made_by: AgentId
    at: datetime
    scan_id: ExhibitId | None = None
