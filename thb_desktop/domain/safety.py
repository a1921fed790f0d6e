"""A concern: what a linguist noticed or suffered, or that the person heard objects to an interpreter.

It is read by those alone who may read it.
"""

from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.ids import AgentId, InterpreterId, InterviewId, JobId, SegmentId
from thb_desktop.domain.vocabulary import ConcernKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyConcern:
    """That somebody seems afraid of a person present, what a linguist complains of, or what the person heard
    objects to.

    interpreter_id: who says it; of an objection, the interpreter whom it is about. through: by whom or by
    what means an objection was told. segment_id: the turn during which it was noticed, if any. entered_by:
    whose session it was. kind: None for one that is older than this question. job_id: of the job during which
    it was raised, if any.
    """

    interview_id: InterviewId
    text: str
    interpreter_id: InterpreterId
    entered_by: AgentId
    at: datetime
    segment_id: SegmentId | None = None
    kind: ConcernKind | None = None
    job_id: JobId | None = None
    through: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetySettled:
    """What was done about a concern, and by whom."""

    text: str
    by: AgentId
    at: datetime
