"""Sources: from which text a job renders each segment, as it is now. The services that ask have the right."""

from collections.abc import Iterable, Iterator, Sequence

from thb_desktop.domain.ids import InterviewId, SegmentId
from thb_desktop.domain.interview_record import SegmentInFull, in_order
from thb_desktop.domain.language_work import LanguageJob, RenderingVersion
from thb_desktop.domain.segment import Segment
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import language, registry, turns


def sources_of(
    connection: Connection, job: LanguageJob, turns_read: Sequence[SegmentInFull] | None = None
) -> dict[SegmentId, str]:
    """Return the source text of each segment that has one, in the order of the record.

    turns_read: the turns of the record, where somebody read them already: they are thousands.

    A job that renders each turn as it was said leaves out the turns in its own language: there is nothing to
    render.
    """
    every = turns_of(connection, job.interview_id) if turns_read is None else turns_read
    standing = [full for full in every if not full.segment.struck]
    if job.from_job_id is not None:
        found = dict(
            _rendered(connection, registry.RENDERING_VERSION.where(connection, "job_id", job.from_job_id))
        )
        return {full.segment.id: found[full.segment.id] for full in standing if full.segment.id in found}
    return {full.segment.id: text for full in standing if (text := _spoken(full, job)) is not None}


def turns_of(connection: Connection, interview_id: InterviewId) -> tuple[SegmentInFull, ...]:
    """Return the turns of a record, struck ones too, in their order, with what was corrected at the reading
    back.
    """
    segments = registry.SEGMENT.where(connection, "interview_id", interview_id)
    corrections = registry.READ_BACK_CORRECTION.where(connection, "interview_id", interview_id)
    return in_order(segments, turns.renderings_of(connection, interview_id), corrections)


def source_of(connection: Connection, job: LanguageJob, segment: Segment) -> str | None:
    """Return the source text of one segment; None if it has none."""
    if segment.struck:
        return None
    if job.from_job_id is not None:
        versions = language.versions_of(connection, job.from_job_id, segment.id)
        return dict(_rendered(connection, versions)).get(segment.id)
    renderings = registry.RENDERING.where(connection, "segment_id", segment.id)
    corrections = registry.READ_BACK_CORRECTION.where(connection, "interview_id", segment.interview_id)
    own = (each for each in corrections if each.segment_id == segment.id)
    (full,) = in_order((segment,), renderings, own)
    return _spoken(full, job)


def _rendered(
    connection: Connection, versions: Iterable[RenderingVersion]
) -> Iterator[tuple[SegmentId, str]]:
    """The last version of each segment in another job, unless its author withdrew it."""
    newest = {each.segment_id: each for each in versions}
    for segment_id, version in newest.items():
        if version.text and language.withdrawal_of(connection, version.id) is None:
            yield segment_id, version.text


def _spoken(full: SegmentInFull, job: LanguageJob) -> str | None:
    """What was said in its own language, or the side of the record from which the job is made; with its
    corrections.
    """
    if not job.source_language and full.segment.language == job.target_language:
        return None
    return full.to_render(job.source_language or full.segment.language) or None
