"""Decisions about a signed record: it is sealed, restricted or annulled. The record itself never changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.ids import AgentId, InterviewId, RowId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.vocabulary import InterviewState, RecordDecisionKind

_RESTRICTING = (RecordDecisionKind.RESTRICTED, RecordDecisionKind.RESTRICTION_LIFTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDecision:
    """One decision about a signed record, as it was entered.

    reference, decided_by, decided_on: of the decision; empty for a seal, which is no decision of a court.
    digest: of a seal, the digest (hex) of the record as it was computed again then. entered_by, at: who
    entered it, and when.
    """

    id: RowId
    interview_id: InterviewId
    kind: RecordDecisionKind
    entered_by: AgentId
    at: datetime
    reference: str = ""
    decided_by: str = ""
    decided_on: PartialDate | None = None
    reason: str = ""
    digest: str = ""


def is_annulled(decisions: Sequence[RecordDecision]) -> bool:
    """Whether the record was annulled; nothing takes that back."""
    return any(each.kind is RecordDecisionKind.ANNULLED for each in decisions)


def is_restricted(decisions: Sequence[RecordDecision]) -> bool:
    """Whether the last decision on its use restricts it. decisions: in the order of their entry."""
    restricting = [each.kind for each in decisions if each.kind in _RESTRICTING]
    return bool(restricting) and restricting[-1] is RecordDecisionKind.RESTRICTED


def is_sealed(decisions: Sequence[RecordDecision]) -> bool:
    return any(each.kind is RecordDecisionKind.SEALED for each in decisions)


def state_of(
    state: InterviewState,
    decisions: Sequence[RecordDecision],
    *,
    is_supplemented: bool,
    is_copy: bool = False,
) -> InterviewState:
    """Return the displayed state of a record: of several that hold, the one that weighs most.

    is_copy: whether it is of a statement made elsewhere, which is compared and never read back.
    """
    if state is not InterviewState.SIGNED:
        return InterviewState.COMPARED if is_copy and state is InterviewState.READ_BACK else state
    holds = (
        (is_annulled(decisions), InterviewState.ANNULLED_BY_DECISION),
        (is_restricted(decisions), InterviewState.RESTRICTED),
        (is_supplemented, InterviewState.SUPPLEMENTED),
        (is_sealed(decisions), InterviewState.SEALED),
    )
    return next((after for so, after in holds if so), state)
