"""A concern for safety: what a linguist noticed or suffered, read by those alone who may read it."""

from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.ids import AgentId, InterpreterId, InterviewId, SegmentId


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyConcern:
    """That somebody seems afraid of a person present, or that a linguist was threatened.

    interpreter_id: who says it. segment_id: the turn during which it was noticed, if any. entered_by: whose
    session it was.
    """

    interview_id: InterviewId
    text: str
    interpreter_id: InterpreterId
    entered_by: AgentId
    at: datetime
    segment_id: SegmentId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetySettled:
    """What was done about a concern, and by whom."""

    text: str
    by: AgentId
    at: datetime
