"""Assignments: what an interpreter or translator is given of a record, and what came back of it.

Where the store of an assignment lies, what it holds and how it is opened: docs/formats/assignment.md.
"""

from dataclasses import dataclass
from datetime import date, datetime

from thb_desktop.domain.ids import (
    AgentId,
    AssignmentId,
    CaseId,
    HandbackId,
    InterpreterId,
    InterviewId,
    JobId,
    RowId,
    VaultId,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """One job on one record, given to one interpreter of the case: its linguist, or another who revises it.

    user_id: the interpreter's user, who alone opens the store. due_on: until when. note: what the office says
    to them. place: the name of the store's folder. store_id, root_digest, head: its id, the SHA-256 (hex) of
    its root certificate, and the root (hex) of its chain of one entry. closed_at, closed_because: when and
    why the way of the interpreter was ended; kept: whether the office kept the store then.
    """

    id: AssignmentId
    case_id: CaseId
    interview_id: InterviewId
    job_id: JobId
    interpreter_id: InterpreterId
    user_id: AgentId
    assigned_by: AgentId
    assigned_at: datetime
    place: str
    store_id: VaultId
    root_digest: str
    head: str
    due_on: date | None = None
    note: str = ""
    closed_at: datetime | None = None
    closed_because: str = ""
    kept: bool = False

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Handback:
    """What an interpreter hands back, signed by them: every row of theirs in the store at that time.

    number: from 1, in the order of the store's chain. rows: table, id and digest (`ledger.handback`) of each.
    signature: hex, by a key of their user.
    """

    id: HandbackId
    assignment_id: AssignmentId
    user_id: AgentId
    number: int
    rows: tuple[tuple[str, str, str], ...]
    at: datetime
    signature: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentReturn:
    """What the office merged of a handback. by_user: whose work it is. size, head: of the store's chain then
    (head: its root, hex). brought: how many rows were new or changed.
    """

    id: RowId
    assignment_id: AssignmentId
    case_id: CaseId
    handback_id: HandbackId
    by_user: AgentId
    merged_by: AgentId
    merged_at: datetime
    size: int
    head: str
    brought: int
