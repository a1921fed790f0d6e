"""Segments: the turns of an interview, their originals and renderings, and typing in progress."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import InterviewId, RowId, SegmentId
from thb_desktop.domain.interview import Draft, Interview, Rendering, Segment
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import (
    InterviewState,
    RenderingKind,
    RenderingState,
    SourceCapture,
    SpeakerRole,
    UtteranceKind,
)
from thb_desktop.errors import NotFoundError, RecordFrozenError
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.vault.tables import drafts, registry


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRendering:
    """A rendering of a segment that is being added."""

    language: str
    text: str
    kind: RenderingKind
    state: RenderingState
    made_by: str


@permitted(Right.EDIT_TESTIMONY)
def add_segment(
    session: Session,
    interview_id: InterviewId,
    *,
    label: str,
    speaker: SpeakerRole,
    kind: UtteranceKind,
    language: str,
    source_text: str | None,
    capture: SourceCapture,
    recording: tuple[str, str] = ("", ""),
    marks: tuple[str, ...] = (),
    renderings: Sequence[NewRendering] = (),
) -> Segment:
    """Add the next turn to a draft, with the renderings known already.

    source_text: None where the speech itself was not written down. recording: where in the recording it is.
    """
    _require_draft(session, interview_id)
    with session.work() as work:
        earlier = registry.SEGMENT.where(work.connection, "interview_id", interview_id)
        segment = Segment(
            id=SegmentId(work.new_id()),
            interview_id=interview_id,
            sequence=len(earlier) + 1,
            label=label,
            speaker=speaker,
            kind=kind,
            language=language,
            source_text=source_text,
            capture=capture,
            recording_from=recording[0],
            recording_to=recording[1],
            marks=marks,
        )
        work.save(segment)
        work.save(*_new_renderings(work, segment, renderings))
        work.record(interview_id, VaultAction.SEGMENT_ADDED)
    return segment


@permitted(Right.EDIT_TESTIMONY)
def set_source(session: Session, segment_id: SegmentId, text: str | None) -> Segment:
    """Change the original of a segment in a draft; renderings made from another text become SUPERSEDED."""
    segment = _require_segment(session, segment_id)
    _require_draft(session, segment.interview_id)
    capture = SourceCapture.NOT_CAPTURED if text is None else segment.capture
    if text is not None and segment.capture is SourceCapture.NOT_CAPTURED:
        capture = SourceCapture.TYPED_LIVE
    changed = replace(segment, source_text=text, capture=capture)
    with session.work() as work:
        work.save(changed)
        for rendering in registry.RENDERING.where(work.connection, "segment_id", segment_id):
            if rendering.source_digest != source_digest(text):
                work.save(replace(rendering, state=RenderingState.SUPERSEDED))
        drafts.discard(work.connection, segment_id, segment.language, session.user.id)
        work.record(segment.interview_id, VaultAction.SEGMENT_SET)
    return changed


@permitted(Right.EDIT_TESTIMONY)
def set_rendering(
    session: Session,
    segment_id: SegmentId,
    *,
    language: str,
    text: str,
    state: RenderingState,
    kind: RenderingKind = RenderingKind.TRANSLATION,
    made_by: str = "",
) -> Rendering:
    """Set the text of a segment in another language, bound to the original it was made from.

    made_by: by default the user. A rendition can be set in a draft only, a translation until the signature.
    """
    segment = _require_segment(session, segment_id)
    known = [
        each
        for each in registry.RENDERING.where(session.read, "segment_id", segment_id)
        if each.language == language
    ]
    with session.work() as work:
        rendering = Rendering(
            id=known[0].id if known else RowId(work.new_id()),
            segment_id=segment_id,
            language=language,
            kind=known[0].kind if known else kind,
            state=state,
            text=text,
            source_digest=source_digest(segment.source_text),
            made_by=made_by or session.user.name,
        )
        work.save(rendering)
        drafts.discard(work.connection, segment_id, language, session.user.id)
        work.record(segment.interview_id, VaultAction.RENDERING_SET)
    return rendering


@permitted(Right.EDIT_TESTIMONY)
def save_draft(session: Session, segment_id: SegmentId, language: str, text: str) -> Draft:
    """Keep typing in progress, encrypted and outside the event chain, until it is saved or discarded."""
    _require_segment(session, segment_id)
    draft = Draft(
        segment_id=segment_id,
        language=language,
        agent_id=session.user.id,
        text=text,
        saved_at=session.clock.read().at,
    )
    with session.drafting() as connection:
        drafts.save(connection, draft)
    return draft


@permitted(Right.EDIT_TESTIMONY)
def drafts_of(session: Session, interview_id: InterviewId) -> tuple[Draft, ...]:
    """The user's own drafts on an interview, the oldest first."""
    return drafts.of_interview(session.read, interview_id, session.user.id)


@permitted(Right.EDIT_TESTIMONY)
def discard_draft(session: Session, segment_id: SegmentId, language: str) -> None:
    with session.drafting() as connection:
        drafts.discard(connection, segment_id, language, session.user.id)


def source_digest(text: str | None) -> str:
    """SHA-256 (hex) of an original in UTF-8; empty where none was captured."""
    return "" if text is None else hashlib.sha256(text.encode()).hexdigest()


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def require_interview(session: Session, interview_id: InterviewId) -> Interview:
    interview = registry.INTERVIEW.find(session.read, interview_id)
    if interview is None:
        raise NotFoundError("there is no such interview in this file")
    return interview


def _new_renderings(work: UnitOfWork, segment: Segment, new: Sequence[NewRendering]) -> Iterator[Rendering]:
    for each in new:
        yield Rendering(
            id=RowId(work.new_id()),
            segment_id=segment.id,
            language=each.language,
            kind=each.kind,
            state=each.state,
            text=each.text,
            source_digest=source_digest(segment.source_text),
            made_by=each.made_by,
        )


def _require_segment(session: Session, segment_id: SegmentId) -> Segment:
    segment = registry.SEGMENT.find(session.read, segment_id)
    if segment is None:
        raise NotFoundError("there is no such segment in this file")
    return segment


def _require_draft(session: Session, interview_id: InterviewId) -> Interview:
    interview = require_interview(session, interview_id)
    if interview.state is not InterviewState.DRAFT:
        raise RecordFrozenError("the text was read back and cannot be changed any more")
    return interview
