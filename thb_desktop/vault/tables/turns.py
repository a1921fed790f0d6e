"""The turns of an interview in their order, found by their positions, and their renderings."""

import json
from collections.abc import Iterable

from thb_desktop.domain.ids import InterviewId
from thb_desktop.domain.segment import Rendering, Segment
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry

_BEFORE = """
    SELECT coalesce(max(position), '') FROM segment
    WHERE interview_id = :interview_id AND position < :position
"""
_LAST = "SELECT coalesce(max(position), '') FROM segment WHERE interview_id = :interview_id"
_BEHIND = """
    SELECT coalesce(min(position), '') FROM segment
    WHERE interview_id = :interview_id AND position > :position
"""
_STANDING_BEHIND = """
    WHERE interview_id = :interview_id AND position > :position AND struck = '' ORDER BY position LIMIT 1
"""
_NUMBER = """
    SELECT count(*) FROM segment
    WHERE interview_id = :interview_id AND position <= :position AND struck <> 'SPLIT_UNDONE'
"""
_NUMBERS = """
    SELECT segment.id, (
        SELECT count(*) FROM segment AS before
        WHERE before.interview_id = segment.interview_id AND before.position <= segment.position
            AND before.struck <> 'SPLIT_UNDONE'
    )
    FROM segment WHERE segment.id IN (SELECT value FROM json_each(:ids))
"""
_UNWRITTEN = """
    SELECT EXISTS (SELECT 1 FROM segment
    WHERE interview_id = :interview_id AND speaker = 'PERSON_HEARD' AND source_text IS NULL AND struck = '')
"""
_RENDERINGS = """
    JOIN segment ON segment.id = rendering.segment_id WHERE segment.interview_id = :interview_id
    ORDER BY segment.position, rendering.id
"""


def last_position(connection: Connection, interview_id: InterviewId) -> str:
    """Return the position of the last segment; empty if there is none."""
    return str(connection.execute(_LAST, {"interview_id": interview_id}).fetchone()[0])


def position_before(connection: Connection, segment: Segment) -> str:
    """Return the position before that of a segment; empty if it is the first."""
    return str(connection.execute(_BEFORE, _at(segment)).fetchone()[0])


def position_behind(connection: Connection, segment: Segment) -> str:
    """Return the position after that of a segment; empty if it is the last."""
    return str(connection.execute(_BEHIND, _at(segment)).fetchone()[0])


def standing_behind(connection: Connection, segment: Segment) -> Segment | None:
    """Return the next segment that was not struck out."""
    found = registry.SEGMENT.select(connection, _STANDING_BEHIND, _at(segment))
    return found[0] if found else None


def number_of(connection: Connection, segment: Segment) -> int:
    """Return the number of a segment in its record, from 1."""
    return int(connection.execute(_NUMBER, _at(segment)).fetchone()[0])


def numbers_of(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """Return the number of each of these segments in its record, by their ids."""
    return {str(row[0]): int(row[1]) for row in connection.execute(_NUMBERS, {"ids": json.dumps([*ids])})}


def has_unwritten(connection: Connection, interview_id: InterviewId) -> bool:
    """Whether a standing turn of the person heard was not transcribed."""
    return bool(connection.execute(_UNWRITTEN, {"interview_id": interview_id}).fetchone()[0])


def renderings_of(connection: Connection, interview_id: InterviewId) -> tuple[Rendering, ...]:
    """Return the renderings of all segments of an interview, in the order of these."""
    return registry.RENDERING.select(connection, _RENDERINGS, {"interview_id": interview_id})


def _at(segment: Segment) -> dict[str, str | int | None]:
    return {"interview_id": segment.interview_id, "position": segment.position}
