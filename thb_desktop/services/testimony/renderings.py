"""Renderings: their text, their author and their state, each changed by a separate act."""

from collections.abc import Collection
from dataclasses import replace

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import InterpreterId, InterviewId, RowId, SegmentId
from thb_desktop.domain.rights import Right
from thb_desktop.domain.segment import NOT_IN_USE, Rendering, Segment
from thb_desktop.domain.vocabulary import InterpretingMode, RenderingKind, RenderingState
from thb_desktop.errors import NotFoundError, RenderingStateError
from thb_desktop.services.case_file.entries import verify_named
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony.records import (
    require_interview,
    require_open,
    require_rendering,
    require_segment,
    require_standing,
    require_writable,
    verify_said,
)
from thb_desktop.vault.tables import drafts, registry

SETTABLE = tuple(
    state for state in RenderingState if state not in (RenderingState.CERTIFIED, RenderingState.SUPERSEDED)
)
"""The states that a user sets; the others follow from a certification, or from a newer original."""


@permitted(Right.EDIT_TESTIMONY)
def set_rendering_text(
    session: Session,
    segment_id: SegmentId,
    *,
    language: str,
    kind: RenderingKind,
    text: str,
    author_id: InterpreterId | None,
) -> Rendering:
    """Write a segment in another language, made from its present original; its state becomes DRAFT.

    author_id: its author; None if none is named. A rendition is written in a draft only. A translation that
    an earlier version of the program put into the record is rewritten until the signature; raises
    TranslationInJobError for a new one, which is made in a language job.
    """
    segment = require_writable(session, segment_id, kind)
    known = next(
        (
            each
            for each in registry.RENDERING.where(session.read, "segment_id", segment_id)
            if (each.language, each.kind) == (language, kind)
        ),
        None,
    )
    if known is None:
        verify_said(kind)
    _verify_author(session, segment, author_id, known)
    with session.work() as work:
        rendering = Rendering(
            id=known.id if known else RowId(work.new_id()),
            segment_id=segment_id,
            language=language,
            kind=kind,
            state=RenderingState.DRAFT,
            text=text,
            source_digest=segment.source_digest,
            typed_by=session.user.id,
            typed_at=work.at,
            author_id=author_id,
            mode=known.mode if known else None,
        )
        work.save(rendering)
        drafts.discard(work.connection, segment_id, language, session.user.id)
        work.record(segment.interview_id, VaultAction.RENDERING_SET)
    return rendering


@permitted(Right.EDIT_TESTIMONY)
def set_rendering_author(session: Session, rendering_id: RowId, author_id: InterpreterId | None) -> Rendering:
    """Set the author of a rendering, or that none is named. Raises what `set_authors` raises."""
    of = require_segment(session, require_rendering(session, rendering_id).segment_id).interview_id
    (changed,) = set_authors(session, of, (rendering_id,), author_id)
    return changed


@permitted(Right.EDIT_TESTIMONY)
def set_authors(
    session: Session,
    interview_id: InterviewId,
    rendering_ids: Collection[RowId],
    author_id: InterpreterId | None,
) -> tuple[Rendering, ...]:
    """Set the author of renderings of a record in one act, or that none is named. Their words stay.

    Raises NotFoundError for a rendering of another record, StruckOutError, RecordFrozenError, and
    RenderingStateError for a certified one: its author is the linguist who certified it.
    """
    case_id = require_open(session, interview_id).case_id
    if not rendering_ids:
        return ()
    present = [_nameable(session, interview_id, each) for each in dict.fromkeys(rendering_ids)]
    if author_id and any(each.author_id != author_id for each in present):
        verify_named(session.read, "interpreter", author_id, case_id)
    changed = tuple(replace(each, author_id=author_id) for each in present)
    with session.work() as work:
        work.save(*changed)
        work.record(interview_id, VaultAction.RENDERING_SET)
    return changed


@permitted(Right.EDIT_TESTIMONY)
def set_rendering_mode(session: Session, rendering_id: RowId, mode: InterpretingMode | None) -> Rendering:
    """Set how the interpreter rendered one turn; None: as the engagement says.

    Raises RenderingStateError for a written translation, and for a certified rendition: the linguist
    certified it as it is.
    """
    rendering = require_rendering(session, rendering_id)
    segment = require_writable(session, rendering.segment_id, rendering.kind)
    if rendering.kind is not RenderingKind.RENDITION:
        raise RenderingStateError("a written translation has no mode of interpreting")
    if rendering.state is RenderingState.CERTIFIED:
        raise RenderingStateError("a certified rendition cannot be changed; write it again")
    changed = replace(rendering, mode=mode)
    with session.work() as work:
        work.save(changed)
        work.record(segment.interview_id, VaultAction.RENDERING_SET)
    return changed


@permitted(Right.EDIT_TESTIMONY)
def set_rendering_state(session: Session, rendering_id: RowId, state: RenderingState) -> Rendering:
    """Set the state of a rendering. Raises what `set_states` raises."""
    of = require_segment(session, require_rendering(session, rendering_id).segment_id).interview_id
    (changed,) = set_states(session, of, (rendering_id,), state)
    return changed


@permitted(Right.EDIT_TESTIMONY)
def set_states(
    session: Session, interview_id: InterviewId, rendering_ids: Collection[RowId], state: RenderingState
) -> tuple[Rendering, ...]:
    """Set the state of renderings of a record in one act. Their text, author and source do not change.

    Raises NotFoundError for a rendering of another record, StruckOutError, and RenderingStateError for
    CERTIFIED, which only a linguist's signature gives; for SUPERSEDED, which follows from a newer original;
    and for a rendering of an earlier original, until it is re-read or rewritten; it can still be contested
    or withdrawn, unless it is superseded.
    """
    require_open(session, interview_id)
    if state not in SETTABLE:
        raise RenderingStateError("this state cannot be set; the program sets it")
    if not rendering_ids:
        return ()
    changed = tuple(
        replace(_settable(session, interview_id, each, state), state=state)
        for each in dict.fromkeys(rendering_ids)
    )
    with session.work() as work:
        work.save(*changed)
        work.record(interview_id, VaultAction.RENDERING_STATE_SET)
    return changed


@permitted(Right.EDIT_TESTIMONY)
def confirm_rendering_against_source(session: Session, rendering_id: RowId) -> Rendering:
    """Record that somebody compared a superseded rendering with the present original, and that it is still
    right.
    """
    rendering = require_rendering(session, rendering_id)
    segment = require_writable(session, rendering.segment_id, rendering.kind)
    if rendering.state is not RenderingState.SUPERSEDED:
        raise RenderingStateError("only a superseded rendering can be re-read")
    read_again = replace(rendering, state=RenderingState.DRAFT, source_digest=segment.source_digest)
    with session.work() as work:
        work.save(read_again)
        work.record(segment.interview_id, VaultAction.RENDERING_CONFIRMED)
    return read_again


def _nameable(session: Session, interview_id: InterviewId, rendering_id: RowId) -> Rendering:
    """Return a rendering of this record whose author may be set."""
    rendering = require_rendering(session, rendering_id)
    segment = require_writable(session, rendering.segment_id, rendering.kind)
    if segment.interview_id != interview_id:
        raise NotFoundError("there is no such rendering in this record")
    if rendering.state is RenderingState.CERTIFIED:
        raise RenderingStateError(
            "the author of a certified rendering cannot be changed; write the rendering again"
        )
    return rendering


def _settable(
    session: Session, interview_id: InterviewId, rendering_id: RowId, state: RenderingState
) -> Rendering:
    """Return a rendering of this record whose state may become this one."""
    rendering = require_rendering(session, rendering_id)
    segment = require_standing(session, rendering.segment_id)
    if segment.interview_id != interview_id:
        raise NotFoundError("there is no such rendering in this record")
    is_stale = rendering.source_digest != segment.source_digest
    if rendering.state is RenderingState.SUPERSEDED or (is_stale and state not in NOT_IN_USE):
        raise RenderingStateError(
            "the original of this rendering changed: re-read the rendering, or write it again"
        )
    return rendering


def _verify_author(
    session: Session, segment: Segment, author_id: InterpreterId | None, before: Rendering | None
) -> None:
    """Refuse an author who is not in the file, or whose entry was struck out; the present one may stay."""
    if author_id and not (before and before.author_id == author_id):
        case_id = require_interview(session, segment.interview_id).case_id
        verify_named(session.read, "interpreter", author_id, case_id)
