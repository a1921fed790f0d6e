"""The memory of a case: how its linguists rendered texts like this one. It is asked, and inserts nothing.

It is computed from the signed versions of the case when it is asked. It knows no text of another case.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from rapidfuzz import fuzz, process

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import InterpreterId, JobId, RowId, SegmentId
from thb_desktop.domain.language_states import WorkState, states_of
from thb_desktop.domain.language_work import LanguageJob
from thb_desktop.domain.rights import Right
from thb_desktop.errors import NothingToRenderError
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.language.jobs import get_job, require_job
from thb_desktop.services.language.sources import source_of
from thb_desktop.services.language.versions import segment_of
from thb_desktop.vault.tables import registry

LEAST = 70
"""Per cent of likeness below which nothing is shown."""
_SHOWN = frozenset({WorkState.DRAFT, WorkState.SELF_CHECKED, WorkState.REVISED, WorkState.CERTIFIED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """A rendering of a like text, with its origin: job, linguist, time and state.

    likeness: of the two source texts, in per cent; 100 for the same text.
    """

    source: str
    text: str
    likeness: int
    job_id: JobId
    job_number: str
    segment_id: SegmentId
    version_id: RowId
    author_id: InterpreterId
    at: datetime
    state: WorkState


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def remembered(session: Session, job_id: JobId) -> tuple[Remembered, ...]:
    """Return all that the linguists of the case rendered into the language of a job; likeness is 0.

    What is disputed, withdrawn, stale, superseded or unsigned is not remembered.
    """
    return tuple(_known(session, require_job(session, job_id)))


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def suggestions(
    session: Session, job_id: JobId, segment_id: SegmentId, *, most: int = 3
) -> tuple[Remembered, ...]:
    """Return how like texts were rendered into the language of a job in this case, the most alike first.

    Raises NothingToRenderError for a turn without a source.
    """
    job = require_job(session, job_id)
    source = source_of(session.read, job, segment_of(session.read, job, segment_id))
    if source is None:
        raise NothingToRenderError("this turn has no text from which the job is made")
    return alike(remembered(session, job_id), source, besides=(job_id, segment_id), most=most)


def alike(
    known: Sequence[Remembered], source: str, *, besides: tuple[JobId, SegmentId], most: int = 3
) -> tuple[Remembered, ...]:
    """Return what is most like a source text. besides: the turn itself in its job, which is left out."""
    others = [each for each in known if (each.job_id, each.segment_id) != besides]
    texts = [each.source for each in others]
    found = process.extract_iter(source, texts, scorer=fuzz.ratio, score_cutoff=LEAST)
    alike_ones = [replace(others[place], likeness=_percent(score)) for _, score, place in found]
    return tuple(sorted(alike_ones, key=lambda each: (-each.likeness, -each.at.timestamp()))[:most])


def _known(session: Session, job: LanguageJob) -> Iterator[Remembered]:
    """The present signed versions of the case in this language."""
    for each in registry.LANGUAGE_JOB.where(session.read, "case_id", job.case_id):
        if each.struck or each.target_language != job.target_language:
            continue
        work = get_job(session, each.id)
        states = states_of(work)
        for version in work.newest().values():
            if states[version.id] in _SHOWN:
                yield Remembered(
                    source=work.sources[version.segment_id],
                    text=version.text,
                    likeness=0,
                    job_id=each.id,
                    job_number=each.number,
                    segment_id=version.segment_id,
                    version_id=version.id,
                    author_id=version.author_id,
                    at=version.typed_at,
                    state=states[version.id],
                )


def _percent(score: float) -> int:
    """Round down: a text that is not the same is never called so."""
    return int(score)
