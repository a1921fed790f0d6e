"""Sources: from which text a job renders each segment, as it is now."""

from collections.abc import Iterable, Iterator

from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.interview_record import SegmentInFull, in_order
from thb_desktop.domain.language_work import LanguageJob, RenderingVersion
from thb_desktop.domain.rights import Right
from thb_desktop.domain.segment import Segment
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import language, registry, turns


@permitted(Right.READ_TESTIMONY)
def sources_of(session: Session, job: LanguageJob) -> dict[SegmentId, str]:
    """Return the source text of each segment that has one, in the order of the record."""
    if job.from_job_id is not None:
        found = dict(
            _rendered(session, registry.RENDERING_VERSION.where(session.read, "job_id", job.from_job_id))
        )
    else:
        found = {
            full.segment.id: text
            for full in _turns(session, job)
            if (text := _spoken(full, job.source_language)) is not None
        }
    standing = [each.id for each in _standing(session, job)]
    return {each: found[each] for each in standing if each in found}


@permitted(Right.READ_TESTIMONY)
def source_of(session: Session, job: LanguageJob, segment: Segment) -> str | None:
    """Return the source text of one segment; None if it has none."""
    if segment.struck:
        return None
    if job.from_job_id is not None:
        versions = language.versions_of(session.read, job.from_job_id, segment.id)
        return dict(_rendered(session, versions)).get(segment.id)
    renderings = registry.RENDERING.where(session.read, "segment_id", segment.id)
    full = SegmentInFull(segment=segment, renderings=renderings, number=1, label="")
    return _spoken(full, job.source_language)


def _rendered(session: Session, versions: Iterable[RenderingVersion]) -> Iterator[tuple[SegmentId, str]]:
    """The last version of each segment in another job, unless its author withdrew it."""
    newest = {each.segment_id: each for each in versions}
    for segment_id, version in newest.items():
        if version.text and language.withdrawal_of(session.read, version.id) is None:
            yield segment_id, version.text


def _spoken(full: SegmentInFull, side: str) -> str | None:
    """What was said in its own language, or the side of the record in this one."""
    text = full.segment.source_text if not side else full.side(side).text
    return text or None


def _turns(session: Session, job: LanguageJob) -> tuple[SegmentInFull, ...]:
    segments = registry.SEGMENT.where(session.read, "interview_id", job.interview_id)
    return in_order(segments, turns.renderings_of(session.read, job.interview_id))


def _standing(session: Session, job: LanguageJob) -> Iterator[Segment]:
    segments = registry.SEGMENT.where(session.read, "interview_id", job.interview_id)
    return (each for each in segments if not each.struck)
