"""Following: what a draft holds in the language of a side goes along when that language is corrected."""

from collections.abc import Iterator

from thb_desktop.domain.columns import following, moved_languages
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.interview_record import in_order
from thb_desktop.domain.segment import Rendering, Segment
from thb_desktop.domain.vocabulary import InterviewState
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry, turns


def following_language(
    connection: Connection, kept: Interview, changed: Interview
) -> Iterator[Segment | Rendering]:
    """Return the turns and renderings of a draft whose language is corrected with that of its header."""
    moved = moved_languages(kept.sides, changed.sides)
    if moved and kept.state is InterviewState.DRAFT:
        segments = registry.SEGMENT.where(connection, "interview_id", kept.id)
        yield from following(in_order(segments, turns.renderings_of(connection, kept.id)), moved)
