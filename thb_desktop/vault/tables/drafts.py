"""The rows of drafts: unsaved typing on a segment, sealed for its user, outside the event chain."""

from dataclasses import asdict, dataclass

from thb_desktop.domain.ids import AgentId, InterviewId, SegmentId
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables.refusals import write

_SAVE = """
    INSERT INTO draft (segment_id, language, agent_id, text, saved_at)
    VALUES (:segment_id, :language, :agent_id, :text, :saved_at)
    ON CONFLICT (segment_id, language, agent_id) DO UPDATE SET text = :text, saved_at = :saved_at
"""
_OF_INTERVIEW = """
    SELECT segment_id, language, agent_id, text, saved_at FROM draft
    WHERE agent_id = :agent_id AND segment_id IN (SELECT id FROM segment WHERE interview_id = :interview_id)
    ORDER BY saved_at, segment_id, language
"""
_DISCARD = """
    DELETE FROM draft WHERE segment_id = :segment_id AND language = :language AND agent_id = :agent_id
"""
_DISCARD_ALL = "DELETE FROM draft WHERE segment_id = :segment_id"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDraft:
    """A draft as it lies in the database; anybody who has the vault's key can have written it.

    text: sealed, in Base64. saved_at: as text.
    """

    segment_id: SegmentId
    language: str
    agent_id: AgentId
    text: str
    saved_at: str


def save(connection: Connection, draft: StoredDraft) -> None:
    write(connection, _SAVE, asdict(draft))


def of_interview(
    connection: Connection, interview_id: InterviewId, agent_id: AgentId
) -> tuple[StoredDraft, ...]:
    rows = connection.execute(_OF_INTERVIEW, {"interview_id": interview_id, "agent_id": agent_id})
    return tuple(StoredDraft(**dict(row)) for row in rows)


def discard(connection: Connection, segment_id: SegmentId, language: str, agent_id: AgentId) -> None:
    write(connection, _DISCARD, {"segment_id": segment_id, "language": language, "agent_id": agent_id})


def discard_all(connection: Connection, segment_id: SegmentId) -> None:
    """Delete the drafts of all users and languages on a segment."""
    write(connection, _DISCARD_ALL, {"segment_id": segment_id})
