"""Outgoing: the units of a job as its translator gets them, with present texts, states and annotations."""

from collections.abc import Iterator, Mapping

from thb_desktop.domain.anchors import AnchorKind
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import JobId, SegmentId
from thb_desktop.domain.interview_record import SegmentInFull
from thb_desktop.domain.language_states import JobInFull, WorkState, states_of
from thb_desktop.domain.language_work import Annotation, LanguageJob, RenderingVersion
from thb_desktop.domain.recording_places import range_text
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import AnnotationVisibility
from thb_desktop.errors import NothingToRenderError, TextUnwritableError
from thb_desktop.exchange.units import (
    ExchangeFile,
    ExchangeNote,
    ExchangeState,
    ExchangeUnit,
    Side,
    by_languages,
    is_language_tag,
)
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.language.jobs import get_job, require_job
from thb_desktop.services.language.sources import turns_of

_STATES: Mapping[WorkState, ExchangeState] = {
    WorkState.SELF_CHECKED: ExchangeState.SELF_CHECKED,
    WorkState.REVISED: ExchangeState.REVISED,
    WorkState.CONTESTED: ExchangeState.DISPUTED,
    WorkState.CERTIFIED: ExchangeState.CERTIFIED,
}
"""Every other state of a version that stands is a draft for its translator."""


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def outgoing_files(session: Session, job_id: JobId) -> tuple[ExchangeFile, ...]:
    """Return the job as it would go out now. Raises NothingToRenderError if no turn has a text."""
    job = require_job(session, job_id)
    outgoing = _Outgoing(get_job(session, job_id), _source_language(session, job))
    units = [outgoing.unit(full) for full in _turns(session, outgoing.work)]
    if not units:
        raise NothingToRenderError("no turn has a text from which the job is made")
    return tuple(
        ExchangeFile(reference=job.number, job_id=job.id, units=each) for each in by_languages(units)
    )


def _turns(session: Session, work: JobInFull) -> Iterator[SegmentInFull]:
    ordered = turns_of(session.read, work.job.interview_id)
    return (full for full in ordered if full.segment.id in work.sources)


def _source_language(session: Session, job: LanguageJob) -> str:
    """Return the language of all sources; empty if each turn has its own."""
    if job.from_job_id is not None:
        return require_job(session, job.from_job_id).target_language
    return job.source_language


class _Outgoing:
    """Makes the units of a job: each turn with its present version and the annotations that may go out."""

    def __init__(self, work: JobInFull, source_language: str) -> None:
        self.work, self._source_language = work, source_language
        self._newest, self._states = work.newest(), states_of(work)
        self._annotations: dict[SegmentId, list[Annotation]] = {}
        for each in work.annotations:
            if not each.struck and each.visibility is not AnnotationVisibility.SEALED:
                self._annotations.setdefault(each.segment_id, []).append(each)

    def unit(self, full: SegmentInFull) -> ExchangeUnit:
        segment_id, target_language = full.segment.id, self.work.job.target_language
        source_language = self._source_language or full.segment.language
        if not (is_language_tag(source_language) and is_language_tag(target_language)):
            raise TextUnwritableError("a language has a tag that files do not have", full.label)
        version = self._present(segment_id)
        return ExchangeUnit(
            id=segment_id,
            number=full.label,
            speaker=full.label.partition(" ")[2],
            source_language=source_language,
            source=self.work.sources[segment_id],
            target_language=target_language,
            target=version.text if version else "",
            state=self._state(version),
            notes=tuple(self._notes(segment_id, version)),
        )

    def _present(self, segment_id: SegmentId) -> RenderingVersion | None:
        """Return the last version of a turn, unless its author took it back or it has no words."""
        version = self._newest.get(segment_id)
        if version is None or self._states[version.id] is WorkState.WITHDRAWN or not version.text:
            return None
        return version

    def _state(self, version: RenderingVersion | None) -> ExchangeState:
        if version is None:
            return ExchangeState.UNTOUCHED
        known = _STATES.get(self._states[version.id], ExchangeState.DRAFT)
        return ExchangeState.DRAFT if is_blank(version.text) else known

    def _notes(self, segment_id: SegmentId, version: RenderingVersion | None) -> Iterator[ExchangeNote]:
        sides: dict[str, tuple[Side, str]] = {segment_id: (Side.SOURCE, self.work.sources[segment_id])}
        if version is not None:
            sides[version.id] = (Side.TARGET, version.text)
        for each in self._annotations.get(segment_id, ()):
            yield _note(each, sides)


def _note(annotation: Annotation, sides: Mapping[str, tuple[Side, str]]) -> ExchangeNote:
    """Return an annotation as a note: at its place if its words still stand there, else on the whole.

    A file has no recording: the time stands before the text.
    """
    anchor, text_of_note = annotation.anchor, annotation.text
    if anchor.kind is AnchorKind.TIME:
        text_of_note = f"{range_text(anchor.start, anchor.end)}: {annotation.text}"
    side, text = sides.get(anchor.of, (None, ""))
    is_there = anchor.kind is AnchorKind.TEXT and text[anchor.start : anchor.end] == anchor.quoted
    is_placed = side is not None and is_there
    return ExchangeNote(
        id=annotation.id,
        code=annotation.code.value,
        text=text_of_note,
        side=side,
        start=anchor.start if is_placed else 0,
        end=anchor.end if is_placed else 0,
        quoted=anchor.quoted if is_placed else "",
    )
