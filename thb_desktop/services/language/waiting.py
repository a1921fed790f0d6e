"""Waiting: what linguists asked or sealed in a case, and nobody answered or dealt with yet."""

from dataclasses import dataclass

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import CaseId, JobId, SegmentId
from thb_desktop.domain.rights import Right, may
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import language


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """questions: the job and the turn of each that nobody answered, in the order of the jobs. concerns: how
    many sealed words of linguists nobody dealt with; 0 for who may not read them.
    """

    questions: tuple[tuple[JobId, SegmentId], ...] = ()
    concerns: int = 0


@permitted(Right.READ_TESTIMONY, logs=Consulted.CASE)
def list_waiting(session: Session, case_id: CaseId) -> Waiting:
    """Return what waits in a case. Nothing sealed is opened."""
    may_read = may(session.user.role, Right.READ_ASSESSMENTS)
    return Waiting(
        questions=language.open_questions(session.read, case_id),
        concerns=language.count_concerns(session.read, case_id) if may_read else 0,
    )
