"""Mending: turns of a draft, set to other words, speakers or places, several in one act."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.ids import InterviewId, RowId, SegmentId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.rights import Right
from thb_desktop.domain.segment import NOT_IN_USE, Rendering, Segment
from thb_desktop.domain.vocabulary import RenderingState
from thb_desktop.errors import NotFoundError, ReasonMissingError
from thb_desktop.services.casework.entries import verify_named
from thb_desktop.services.casework.records import require_draft, require_turn
from thb_desktop.services.casework.rectifications import verify_no_testimony
from thb_desktop.services.casework.segments import place_behind, verify_speaker
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.vault.tables import drafts, form_drafts, registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A segment with its renderings, as it is or as it is to be."""

    segment: Segment
    renderings: tuple[Rendering, ...] = ()


@permitted(Right.EDIT_TESTIMONY)
def set_turns(
    session: Session, interview_id: InterviewId, wanted: Sequence[Turn], *, form: str = ""
) -> tuple[Turn, ...]:
    """Set turns of a draft in one act, and return them as they then are.

    A segment without an id is new, and goes behind the one at its position. One with a reason in `struck` is
    struck out. A rendering that is told refers to the words as they then are, and is a draft again if
    anything of it differs; any other one made from other words becomes SUPERSEDED. form: whose draft about
    this interview is deleted with the act.

    Raises NotFoundError, StruckOutError (a struck segment never stands again), ReasonMissingError.
    """
    interview = require_draft(session, interview_id)
    verify_no_testimony(interview)
    with session.work() as work:
        made = tuple(_set(session, work, interview, each) for each in wanted)
        work.record(interview_id, VaultAction.TURNS_SET)
        if form:
            form_drafts.discard(work.connection, form, interview_id, session.user.id)
    return made


def _set(session: Session, work: UnitOfWork, interview: Interview, wanted: Turn) -> Turn:
    segment = wanted.segment
    if not segment.id:
        return _add(session, work, interview, wanted)
    kept = require_turn(session, segment.id)
    if kept.interview_id != interview.id:
        raise NotFoundError("there is no such turn in this record")
    if segment.struck:
        if is_blank(segment.struck):
            raise ReasonMissingError("striking something out needs a reason")
        struck = replace(kept, struck=segment.struck.strip())
        work.save(struck)
        drafts.discard_all(work.connection, struck.id)
        return Turn(segment=struck, renderings=wanted.renderings)
    changed = replace(segment, interview_id=interview.id)
    if changed.speaker_id != kept.speaker_id:
        verify_speaker(session.read, interview.id, changed.speaker_id)
    if changed != kept:
        work.save(changed)
    drafts.discard_all(work.connection, changed.id)
    present = {each.id: each for each in registry.RENDERING.where(work.connection, "segment_id", changed.id)}
    return _with_renderings(
        session, work, interview, Turn(segment=changed, renderings=wanted.renderings), present
    )


def _add(session: Session, work: UnitOfWork, interview: Interview, wanted: Turn) -> Turn:
    verify_speaker(session.read, interview.id, wanted.segment.speaker_id)
    segment = replace(wanted.segment, interview_id=interview.id, struck="")
    place = place_behind(work.connection, segment)
    added = replace(segment, id=SegmentId(work.new_id()), position=place)
    work.save(added)
    renderings = tuple(replace(each, id=RowId("")) for each in wanted.renderings)
    return _with_renderings(session, work, interview, Turn(segment=added, renderings=renderings), {})


def _with_renderings(
    session: Session,
    work: UnitOfWork,
    interview: Interview,
    wanted: Turn,
    present: Mapping[RowId, Rendering],
) -> Turn:
    """Save the renderings of a segment as wanted; the others that are stale become SUPERSEDED."""
    made = tuple(
        _rendering(session, work, interview, wanted.segment, each, present) for each in wanted.renderings
    )
    told = {each.id for each in made}
    work.save(*_stale(wanted.segment, [each for each in present.values() if each.id not in told]))
    return Turn(segment=wanted.segment, renderings=made)


def _rendering(
    session: Session,
    work: UnitOfWork,
    interview: Interview,
    segment: Segment,
    wanted: Rendering,
    present: Mapping[RowId, Rendering],
) -> Rendering:
    before = present.get(wanted.id)
    if wanted.id and before is None:
        raise NotFoundError("there is no such rendering of this turn")
    after = replace(wanted, segment_id=segment.id, source_digest=segment.source_digest)
    if before == after:
        return after
    if after.author_id and not (before and before.author_id == after.author_id):
        verify_named(session.read, "interpreter", after.author_id, interview.case_id)
    after = replace(
        after,
        id=after.id or RowId(work.new_id()),
        state=RenderingState.DRAFT,
        typed_by=session.user.id,
        typed_at=work.at,
    )
    work.save(after)
    return after


def _stale(segment: Segment, renderings: Sequence[Rendering]) -> Iterator[Rendering]:
    for each in renderings:
        if each.source_digest != segment.source_digest and each.state not in NOT_IN_USE:
            yield replace(each, state=RenderingState.SUPERSEDED)
