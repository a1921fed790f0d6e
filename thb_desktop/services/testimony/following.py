"""Following: what a draft holds in the language of a side goes along when that language is corrected, and so
does the side from which an open job is made.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from thb_desktop.domain.columns import following, moved_languages
from thb_desktop.domain.ids import InterviewId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.interview_record import in_order
from thb_desktop.domain.language_work import LanguageJob
from thb_desktop.domain.segment import Rendering, Segment
from thb_desktop.domain.vocabulary import InterviewState
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import language, registry, turns


def following_language(
    connection: Connection, kept: Interview, changed: Interview
) -> Iterator[Segment | Rendering | LanguageJob]:
    """Return the turns, renderings and jobs of a draft whose language goes along with that of its header."""
    moved = moved_languages(kept.sides, changed.sides)
    if moved and kept.state is InterviewState.DRAFT:
        segments = registry.SEGMENT.where(connection, "interview_id", kept.id)
        yield from following(in_order(segments, turns.renderings_of(connection, kept.id)), moved)
        yield from _jobs(connection, kept.id, moved)


def _jobs(
    connection: Connection, interview_id: InterviewId, moved: Mapping[str, str]
) -> Iterator[LanguageJob]:
    """Return the open jobs that are made from such a side, as they then are. One into that language stays: it
    would render the side into itself.
    """
    for job in language.jobs_of(connection, interview_id):
        now = moved.get(job.source_language)
        if now is not None and job.is_open and now != job.target_language:
            yield replace(job, source_language=now)
