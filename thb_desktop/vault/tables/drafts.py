"""The rows of drafts: typing in progress, outside the event chain."""

from thb_desktop.domain.ids import AgentId, InterviewId, SegmentId
from thb_desktop.domain.interview import Draft, NewSegmentDraft
from thb_desktop.domain.record import from_record, to_full_record
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

_NEW_SEGMENT = (
    "interview_id",
    "agent_id",
    "speaker",
    "kind",
    "language",
    "capture",
    "source_text",
    "rendition",
    "saved_at",
)
_SAVE_NEW = """
    INSERT OR REPLACE INTO new_segment_draft
        (interview_id, agent_id, speaker, kind, language, capture, source_text, rendition, saved_at)
    VALUES
        (:interview_id, :agent_id, :speaker, :kind, :language, :capture, :source_text, :rendition, :saved_at)
"""
_FIND_NEW = """
    SELECT interview_id, agent_id, speaker, kind, language, capture, source_text, rendition, saved_at
    FROM new_segment_draft WHERE interview_id = :interview_id AND agent_id = :agent_id
"""
_DISCARD_NEW = """
    DELETE FROM new_segment_draft WHERE interview_id = :interview_id AND agent_id = :agent_id
"""


def save(connection: Connection, draft: Draft) -> None:
    write(connection, _SAVE, to_full_record(draft))


def of_interview(connection: Connection, interview_id: InterviewId, agent_id: AgentId) -> tuple[Draft, ...]:
    rows = connection.execute(_OF_INTERVIEW, {"interview_id": interview_id, "agent_id": agent_id})
    names = ("segment_id", "language", "agent_id", "text", "saved_at")
    return tuple(from_record(Draft, dict(zip(names, row, strict=True))) for row in rows)


def discard(connection: Connection, segment_id: SegmentId, language: str, agent_id: AgentId) -> None:
    write(connection, _DISCARD, {"segment_id": segment_id, "language": language, "agent_id": agent_id})


def save_new_segment(connection: Connection, draft: NewSegmentDraft) -> None:
    write(connection, _SAVE_NEW, to_full_record(draft))


def find_new_segment(
    connection: Connection, interview_id: InterviewId, agent_id: AgentId
) -> NewSegmentDraft | None:
    row = connection.execute(_FIND_NEW, {"interview_id": interview_id, "agent_id": agent_id}).fetchone()
    return None if row is None else from_record(NewSegmentDraft, dict(zip(_NEW_SEGMENT, row, strict=True)))


def discard_new_segment(connection: Connection, interview_id: InterviewId, agent_id: AgentId) -> None:
    write(connection, _DISCARD_NEW, {"interview_id": interview_id, "agent_id": agent_id})
