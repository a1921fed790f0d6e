"""The memory of a case: how its linguists rendered texts like this one. It is asked, and inserts nothing.

It is computed from the signed versions of the case when it is asked. It knows no text of another case.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from rapidfuzz import fuzz, process
from rapidfuzz.process import extract as closest

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import InterpreterId, JobId, RowId, SegmentId
from thb_desktop.domain.language_states import WorkState
from thb_desktop.domain.language_turns import JobTurns
from thb_desktop.domain.language_work import LanguageJob, RenderingVersion
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
_LOOKED_AT = 50
"""The most like texts of a job that are compared by their time."""
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
def remembered_besides(session: Session, job_id: JobId) -> tuple[Remembered, ...]:
    """Return all that the linguists of the case rendered into the language of a job in other jobs; likeness
    is 0.

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
    own = Own.of(JobTurns(get_job(session, job_id)))
    return alike(remembered_besides(session, job_id), own, source, besides=segment_id, most=most)


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """What a job itself remembers, as it is now: another thread may go on with it."""

    job: LanguageJob
    sources: Mapping[SegmentId, str]
    newest: Mapping[SegmentId, RenderingVersion]
    states: Mapping[RowId, WorkState]

    @classmethod
    def of(cls, turns: JobTurns) -> "Own":
        return cls(job=turns.job, sources=turns.sources, newest=dict(turns.newest), states=dict(turns.states))

    def alike(self, source: str, besides: SegmentId | None = None) -> Iterator[Remembered]:
        """Return what is like a source text, but for a turn itself."""
        shown = [
            (segment, version)
            for segment, version in self.newest.items()
            if segment != besides and segment in self.sources and self.states[version.id] in _SHOWN
        ][::-1]
        texts = [self.sources[segment] for segment, _ in shown]
        found = closest(source, texts, scorer=fuzz.ratio, score_cutoff=LEAST, limit=_LOOKED_AT)
        for _, score, place in found:
            yield self._remembered(shown[place][1], _percent(score))

    def all(self) -> Iterator[Remembered]:
        for segment, version in self.newest.items():
            if segment in self.sources and self.states[version.id] in _SHOWN:
                yield self._remembered(version, 0)

    def _remembered(self, version: RenderingVersion, likeness: int) -> Remembered:
        return Remembered(
            source=self.sources[version.segment_id],
            text=version.text,
            likeness=likeness,
            job_id=self.job.id,
            job_number=self.job.number,
            segment_id=version.segment_id,
            version_id=version.id,
            author_id=version.author_id,
            at=version.typed_at,
            state=self.states[version.id],
        )


def alike(
    others: Sequence[Remembered], own: Own, source: str, *, besides: SegmentId, most: int = 3
) -> tuple[Remembered, ...]:
    """Return what is most like a source text. others: of other jobs. besides: the turn itself, in its job."""
    texts = [each.source for each in others]
    found = process.extract_iter(source, texts, scorer=fuzz.ratio, score_cutoff=LEAST)
    alike_ones = [replace(others[place], likeness=_percent(score)) for _, score, place in found]
    alike_ones += own.alike(source, besides)
    return tuple(sorted(alike_ones, key=lambda each: (-each.likeness, -each.at.timestamp()))[:most])


def _known(session: Session, job: LanguageJob) -> Iterator[Remembered]:
    """The present signed versions in other jobs of the case in this language."""
    for each in registry.LANGUAGE_JOB.where(session.read, "case_id", job.case_id):
        if each.id == job.id or each.struck or each.target_language != job.target_language:
            continue
        yield from Own.of(JobTurns(get_job(session, each.id))).all()


def _percent(score: float) -> int:
    """Round down: a text that is not the same is never called so."""
    return int(score)
