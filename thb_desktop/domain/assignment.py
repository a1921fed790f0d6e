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
from thb_desktop.domain.vocabulary import ConflictQuestion

DECLARATION_TEXT = 1
"""The version of what an interpreter declares; a text with another meaning gets another number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """One job on one record, given to one interpreter of the case: its linguist, or another who revises it.

    user_id: the interpreter's user, who alone opens the store. due_on: until when. note: what the office says
    to them. place: the name of the store's folder. store_id, root_digest, head: its id, the SHA-256 (hex) of
    its root certificate, and the root (hex) of its chain of one entry. closed_at, closed_because: when and
    why the way of the interpreter was ended; kept: whether the office kept the store then. travels: whether
    it is worked on at a laptop of the interpreter's own, and leaves in a packet.
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
    travels: bool = False

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """What an interpreter declares of a packet before its record opens, as the second entry of its store.

    packet: SHA-256 (hex) of the packet that was accepted. text: the version of what was asked. confidential,
    alone, no_copies, destroys: whether they promise to keep it secret, to work where nobody else sees or
    hears it, to copy nothing out, and to destroy what is left when the office has the work. conflicts: the
    questions about independence that they answered with yes. note: what they say besides.
    """

    id: RowId
    assignment_id: AssignmentId
    user_id: AgentId
    packet: str
    text: int
    confidential: bool
    alone: bool
    no_copies: bool
    destroys: bool
    at: datetime
    conflicts: tuple[ConflictQuestion, ...] = ()
    note: str = ""

    @property
    def is_accepted(self) -> bool:
        """Whether the record opens: everything is promised, and nothing speaks against their independence."""
        promised = self.confidential and self.alone and self.no_copies and self.destroys
        return promised and not self.conflicts


@dataclass(frozen=True, slots=True, kw_only=True)
class Packet:
    """The packet in which the store of an assignment left for the interpreter's own laptop.

    sha256: of its container. size: in bytes. listed: SHA-256 of the list of its volumes. recipients: the
    SHA-256 of each certificate for which it was closed. with_words: whether a passphrase opens it too.
    """

    id: RowId
    assignment_id: AssignmentId
    case_id: CaseId
    sent_by: AgentId
    at: datetime
    sha256: str
    size: int
    listed: str
    with_words: bool
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketReturn:
    """A packet that came back, verified and put in the place of the office's own copy.

    packet_id: to which it answers. by_user: who signed it. sha256: of its container. entries, head: of the
    store's chain in it (head: its root, hex). sheet, listed, signature: its sheet, the list of its files with
    their digests, and the interpreter's signature of that list (base64), as they came.
    """

    id: RowId
    assignment_id: AssignmentId
    case_id: CaseId
    packet_id: RowId
    by_user: AgentId
    taken_by: AgentId
    at: datetime
    sha256: str
    entries: int
    head: str
    sheet: str
    listed: str
    signature: str
