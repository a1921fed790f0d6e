"""Segments: the turns of an interview, entered, ordered and corrected while the record is a draft."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.ids import InterpreterId, InterviewId, RowId, SegmentId
from thb_desktop.domain.interview import Formality
from thb_desktop.domain.rights import Right
from thb_desktop.domain.segment import (
    NOT_IN_USE,
    Rendering,
    Segment,
    StruckCode,
    position_after,
    position_between,
)
from thb_desktop.domain.vocabulary import (
    Conduct,
    InterpretingMode,
    QuestionType,
    RenderingKind,
    RenderingState,
    SourceCapture,
    SpeakerRole,
    UtteranceKind,
)
from thb_desktop.errors import (
    CaptureMissingError,
    NotFoundError,
    ReasonMissingError,
    SegmentSplitError,
    StruckOutError,
)
from thb_desktop.services.case_file.entries import verify_named
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.testimony.formalities import is_entered, save_rows, verify_rows
from thb_desktop.services.testimony.joining import joined, joined_renderings, verify_joinable
from thb_desktop.services.testimony.records import require_draft, require_turn, verify_said
from thb_desktop.services.testimony.rectifications import verify_no_testimony
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import drafts, form_drafts, registry, turns


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRendering:
    """A rendering of a new segment. author_id: its author; None if none is named. mode: how it was rendered,
    if that is not what the engagement says.
    """

    language: str
    text: str
    kind: RenderingKind
    author_id: InterpreterId | None
    state: RenderingState = RenderingState.DRAFT
    mode: InterpretingMode | None = None


@permitted(Right.EDIT_TESTIMONY)
def add_segment(
    session: Session,
    interview_id: InterviewId,
    *,
    speaker: SpeakerRole,
    kind: UtteranceKind,
    language: str,
    source_text: str | None,
    capture: SourceCapture,
    speaker_id: RowId | None = None,
    recording: tuple[str, str] = ("", ""),
    marks: tuple[str, ...] = (),
    conduct: tuple[Conduct, ...] = (),
    silence_seconds: int | None = None,
    pointed_at: str = "",
    question_type: QuestionType | None = None,
    at: datetime | None = None,
    renderings: Sequence[NewRendering] = (),
    rows: Sequence[Formality] = (),
    before: SegmentId | None = None,
    form: str = "",
) -> Segment:
    """Add a segment to a draft, with the known renderings, and with the caution or event that it is.

    A caution that was entered before with the same answer keeps its row: its words alone are added.

    source_text: None if the speech itself was not transcribed. recording: its place in the recording. before:
    the segment before which it goes; without it, at the end. form: whose draft about this interview was the
    segment; it is deleted with the act. Raises NotFoundError, StruckOutError for a speaker who is not
    present, and for an author who is not in the file; TranslationInJobError for a rendering that nobody said;
    for the rows, what `add_formality` raises.
    """
    interview = require_draft(session, interview_id)
    verify_no_testimony(interview)
    told = [row for row in rows if not is_entered(session.read, interview_id, row, alike=True)]
    verify_rows(session, interview, told)
    verify_speaker(session.read, interview_id, speaker_id)
    for each in renderings:
        verify_said(each.kind)
    for author_id in filter(None, (each.author_id for each in renderings)):
        verify_named(session.read, "interpreter", author_id, interview.case_id)
    with session.work() as work:
        segment = Segment(
            id=SegmentId(work.new_id()),
            interview_id=interview_id,
            position=_position(work.connection, interview_id, before),
            speaker=speaker,
            speaker_id=speaker_id,
            kind=kind,
            language=language,
            source_text=source_text,
            capture=capture,
            recording_from=recording[0],
            recording_to=recording[1],
            marks=marks,
            conduct=conduct,
            silence_seconds=silence_seconds,
            pointed_at=pointed_at.strip(),
            question_type=question_type,
            at=at,
        )
        work.save(segment)
        work.save(*_new_renderings(session, work, segment, renderings))
        save_rows(work, interview_id, [replace(row, id=RowId(""), struck="") for row in told])
        work.record(interview_id, VaultAction.SEGMENT_ADDED)
        if form:
            form_drafts.discard(work.connection, form, interview_id, session.user.id)
    return segment


@permitted(Right.EDIT_TESTIMONY)
def change_segment(session: Session, segment: Segment) -> Segment:
    """Change a segment of a draft: its speaker, kind, language, words and place in a recording.

    Renderings of another text become SUPERSEDED. Its order stays. Raises StruckOutError.
    """
    kept = require_turn(session, segment.id)
    changed = replace(segment, interview_id=kept.interview_id, position=kept.position, struck="")
    if changed.speaker_id != kept.speaker_id:
        verify_speaker(session.read, kept.interview_id, changed.speaker_id)
    return _save_changed(session, changed, VaultAction.SEGMENT_SET)


@permitted(Right.EDIT_TESTIMONY)
def set_source(session: Session, segment_id: SegmentId, text: str | None) -> Segment:
    """Change the words of a segment in a draft; renderings of another text become SUPERSEDED.

    Raises CaptureMissingError for the first words of a segment that was not transcribed: `change_segment`
    takes them together with how they were captured.
    """
    segment = require_turn(session, segment_id)
    if text is not None and segment.capture is SourceCapture.NOT_CAPTURED:
        raise CaptureMissingError("say how the words of this turn were captured")
    capture = SourceCapture.NOT_CAPTURED if text is None else segment.capture
    changed = replace(segment, source_text=text, capture=capture)
    return _save_changed(session, changed, VaultAction.SEGMENT_SET)


@permitted(Right.EDIT_TESTIMONY)
def move_segment(session: Session, segment_id: SegmentId, *, before: SegmentId | None) -> Segment:
    """Move a segment before another one, or to the end; it keeps its id and everything that refers to it."""
    segment = require_turn(session, segment_id)
    if before == segment_id:
        return segment
    with session.work() as work:
        moved = replace(segment, position=_position(work.connection, segment.interview_id, before))
        work.save(moved)
        work.record(segment.interview_id, VaultAction.SEGMENT_MOVED)
    return moved


@permitted(Right.EDIT_TESTIMONY)
def split_segment(session: Session, segment_id: SegmentId, *, at: int) -> tuple[Segment, Segment]:
    """Split the words of a segment in two after `at` characters; its renderings become SUPERSEDED.

    Nobody said where in the recording the second half begins: the first half keeps the beginning and the
    marks, the second half the end, and has no time of its own. Unsaved typing on the segment is discarded.

    Raises SegmentSplitError if one of the sides has no words.
    """
    segment = require_turn(session, segment_id)
    text = segment.source_text or ""
    first_text, second_text = text[:at].rstrip(), text[at:].lstrip()
    if at <= 0 or not first_text or not second_text:
        raise SegmentSplitError("a turn can be split only between its words")
    with session.work() as work:
        first = replace(segment, source_text=first_text, recording_to="")
        second = replace(
            segment,
            id=SegmentId(work.new_id()),
            source_text=second_text,
            recording_from="",
            marks=(),
            conduct=(),
            silence_seconds=None,
            pointed_at="",
            at=None,
            position=place_behind(work.connection, segment),
        )
        work.save(first, second, *_superseded(work.connection, first))
        drafts.discard_all(work.connection, segment.id)
        work.record(segment.interview_id, VaultAction.SEGMENT_SPLIT)
    return first, second


@permitted(Right.EDIT_TESTIMONY)
def join_segments(session: Session, first_id: SegmentId, second_id: SegmentId) -> Segment:
    """Join a segment to the one before it, and strike it out as joined: its words, if both are written down,
    and what was rendered of both, which is a draft again.

    Unsaved typing on both is discarded. Raises what `verify_joinable` raises.
    """
    first, second = require_turn(session, first_id), require_turn(session, second_id)
    verify_joinable(session.read, first, second)
    whole = joined(first, second)
    with session.work() as work:
        made = joined_renderings(work, (first, second), whole, typist=session.user.id)
        work.save(whole, _struck(second, StruckCode.JOINED), *made)
        for each in (first, second):
            drafts.discard_all(work.connection, each.id)
        work.record(first.interview_id, VaultAction.SEGMENTS_JOINED)
    return whole


@permitted(Right.EDIT_TESTIMONY)
def strike_segment(session: Session, segment_id: SegmentId, reason: str) -> Segment:
    """Strike out a segment that was entered in error: it keeps its place and stays visible.

    Unsaved typing on it is discarded.
    """
    segment = require_turn(session, segment_id)
    if reason.strip() == StruckCode.SPLIT_UNDONE:
        raise ReasonMissingError("this is no reason: it is the code of a former half")
    struck = _struck(segment, reason)
    with session.work() as work:
        work.save(struck)
        drafts.discard_all(work.connection, segment.id)
        work.record(segment.interview_id, VaultAction.SEGMENT_STRUCK, reason.strip())
    return struck


def _save_changed(session: Session, changed: Segment, action: VaultAction) -> Segment:
    with session.work() as work:
        work.save(changed, *_superseded(work.connection, changed))
        drafts.discard(work.connection, changed.id, changed.language, session.user.id)
        work.record(changed.interview_id, action)
    return changed


def _struck(segment: Segment, reason: str) -> Segment:
    if is_blank(reason):
        raise ReasonMissingError("striking something out needs a reason")
    return replace(segment, struck=reason.strip())


def _superseded(connection: Connection, segment: Segment) -> Iterator[Rendering]:
    """Return the renderings in use that were made from other words than the present ones of a segment."""
    for rendering in registry.RENDERING.where(connection, "segment_id", segment.id):
        if rendering.source_digest != segment.source_digest and rendering.state not in NOT_IN_USE:
            yield replace(rendering, state=RenderingState.SUPERSEDED)


def verify_speaker(connection: Connection, interview_id: InterviewId, speaker_id: RowId | None) -> None:
    """Refuse a speaker who is not present at this interview, or whose presence was struck out."""
    presence = registry.PRESENCE.find(connection, speaker_id) if speaker_id else None
    if speaker_id and (presence is None or presence.interview_id != interview_id):
        raise NotFoundError("the speaker is not among the persons present")
    if presence and presence.struck:
        raise StruckOutError("the presence of the speaker was struck out as made in error")


def _new_renderings(
    session: Session, work: UnitOfWork, segment: Segment, new: Sequence[NewRendering]
) -> Iterator[Rendering]:
    for each in new:
        yield Rendering(
            id=RowId(work.new_id()),
            segment_id=segment.id,
            language=each.language,
            kind=each.kind,
            state=each.state,
            text=each.text,
            source_digest=segment.source_digest,
            typed_by=session.user.id,
            typed_at=work.at,
            author_id=each.author_id,
            mode=each.mode,
        )


def _position(connection: Connection, interview_id: InterviewId, before: SegmentId | None) -> str:
    """Return the position before a segment, or after all of them."""
    if before is None:
        return position_after(turns.last_position(connection, interview_id))
    following = registry.SEGMENT.find(connection, before)
    if following is None or following.interview_id != interview_id:
        raise NotFoundError("there is no such segment in this interview")
    return position_between(turns.position_before(connection, following), following.position)


def place_behind(connection: Connection, segment: Segment) -> str:
    """Return a position directly behind a segment."""
    behind = turns.position_behind(connection, segment)
    return position_between(segment.position, behind) if behind else position_after(segment.position)
