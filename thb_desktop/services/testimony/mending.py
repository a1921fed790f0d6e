"""Mending: turns of a draft, set to other words, speakers or places, several in one act."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.ids import InterviewId, RowId, SegmentId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.rights import Right
from thb_desktop.domain.segment import NOT_IN_USE, Rendering, Segment, StruckCode
from thb_desktop.domain.vocabulary import RenderingState
from thb_desktop.errors import NotFoundError, ReasonMissingError
from thb_desktop.services.case_file.entries import verify_named
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.testimony.records import require_draft, require_segment, require_turn
from thb_desktop.services.testimony.rectifications import verify_no_testimony
from thb_desktop.services.testimony.segments import place_behind, verify_speaker
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import drafts, form_drafts, registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A segment with its renderings, as it is or as it is to be."""

    segment: Segment
    renderings: tuple[Rendering, ...] = ()


@permitted(Right.EDIT_TESTIMONY)
def get_turn(session: Session, segment_id: SegmentId) -> Turn:
    """Return a turn as it is."""
    segment = require_segment(session, segment_id)
    return Turn(segment=segment, renderings=registry.RENDERING.where(session.read, "segment_id", segment_id))


@permitted(Right.EDIT_TESTIMONY)
def set_turns(
    session: Session,
    interview_id: InterviewId,
    wanted: Sequence[Turn],
    *,
    form: str = "",
    again: bool = False,
) -> tuple[Turn, ...]:
    """Set turns of a draft in one act, and return them as they then are.

    A segment without an id is new, and goes behind the one at its position. One with a reason in `struck` is
    struck out. again: what was struck out may stand again, as the same turn. A rendering that is told refers
    to the words as they then are, and is a draft again if anything of it differs; any other one made from
    other words becomes SUPERSEDED. form: whose draft about this interview is deleted with the act.

    Raises NotFoundError, ReasonMissingError, and StruckOutError unless `again`.
    """
    interview = require_draft(session, interview_id)
    verify_no_testimony(interview)
    if not wanted:
        return ()
    with session.work() as work:
        made = set_in(session, work, interview, wanted, again=again)
        work.record(interview_id, VaultAction.TURNS_SET)
        if form:
            form_drafts.discard(work.connection, form, interview_id, session.user.id)
    return made


def set_in(
    session: Session, work: UnitOfWork, interview: Interview, wanted: Sequence[Turn], *, again: bool
) -> tuple[Turn, ...]:
    """Set turns within an open transaction, as `set_turns` does."""
    mending = _Mending(session, work, interview, wanted, again=again)
    return tuple(mending.set(each) for each in wanted)


class _Mending:
    """Sets turns within one transaction."""

    def __init__(
        self,
        session: Session,
        work: UnitOfWork,
        interview: Interview,
        wanted: Sequence[Turn],
        *,
        again: bool,
    ) -> None:
        self._session, self._work, self._interview, self._again = session, work, interview, again
        self._wanted = wanted

    def set(self, wanted: Turn) -> Turn:
        segment, work = wanted.segment, self._work
        if not segment.id:
            return self._add(wanted)
        # Only a struck turn that stands again is no turn as others are.
        require = require_segment if self._again and not segment.struck else require_turn
        kept = require(self._session, segment.id)
        if kept.interview_id != self._interview.id:
            raise NotFoundError("there is no such turn in this record")
        drafts.discard_all(work.connection, kept.id)
        if segment.struck:
            if is_blank(segment.struck):
                raise ReasonMissingError("striking something out needs a reason")
            struck = replace(kept, struck=self._reason(kept, segment.struck.strip()))
            work.save(struck)
            return replace(wanted, segment=struck)
        if segment.speaker_id != kept.speaker_id:
            verify_speaker(self._session.read, self._interview.id, segment.speaker_id)
        if segment != kept:
            work.save(segment)
        present = registry.RENDERING.where(work.connection, "segment_id", segment.id)
        return self._with_renderings(wanted, {each.id: each for each in present})

    def _reason(self, segment: Segment, told: str) -> str:
        """A former half is a turn that was undone, as any other, unless its words stand in a turn of this act
        again, and nothing can name it.
        """
        if told != StruckCode.SPLIT_UNDONE:
            return told
        whole = any(_has_words_of(each.segment, segment) for each in self._wanted)
        if whole and not _is_named(self._work.connection, self._interview, segment.id):
            return told
        return StruckCode.UNDONE.value

    def _add(self, wanted: Turn) -> Turn:
        verify_speaker(self._session.read, self._interview.id, wanted.segment.speaker_id)
        segment = replace(wanted.segment, interview_id=self._interview.id, struck="")
        place = place_behind(self._work.connection, segment)
        added = replace(segment, id=SegmentId(self._work.new_id()), position=place)
        self._work.save(added)
        new = tuple(replace(each, id=RowId("")) for each in wanted.renderings)
        return self._with_renderings(Turn(segment=added, renderings=new), {})

    def _with_renderings(self, wanted: Turn, present: Mapping[RowId, Rendering]) -> Turn:
        """Save the renderings of a segment as wanted; the others that are stale become SUPERSEDED."""
        segment = wanted.segment
        made = tuple(self._rendering(segment, each, present) for each in wanted.renderings)
        told = {each.id for each in made}
        for each in present.values():
            is_stale = each.source_digest != segment.source_digest and each.state not in NOT_IN_USE
            if is_stale and each.id not in told:
                self._work.save(replace(each, state=RenderingState.SUPERSEDED))
        return replace(wanted, renderings=made)

    def _rendering(
        self, segment: Segment, wanted: Rendering, present: Mapping[RowId, Rendering]
    ) -> Rendering:
        before = present.get(wanted.id)
        if wanted.id and before is None:
            raise NotFoundError("there is no such rendering of this turn")
        after = replace(wanted, segment_id=segment.id, source_digest=segment.source_digest)
        if before == after:
            return after
        if after.author_id and not (before and before.author_id == after.author_id):
            verify_named(self._session.read, "interpreter", after.author_id, self._interview.case_id)
        is_typed = before is None or (before.text, before.source_digest) != (after.text, after.source_digest)
        after = replace(
            after,
            id=after.id or RowId(self._work.new_id()),
            state=RenderingState.DRAFT,
            typed_by=self._session.user.id if is_typed or before is None else before.typed_by,
            typed_at=self._work.at if is_typed or before is None else before.typed_at,
        )
        self._work.save(after)
        return after


def _has_words_of(whole: Segment, half: Segment) -> bool:
    """Whether the words of a turn that was split from another one stand in that one again."""
    alike = (whole.speaker, whole.speaker_id, whole.language) == (
        half.speaker,
        half.speaker_id,
        half.language,
    )
    words = half.source_text or ""
    return alike and whole.id != half.id and not whole.struck and words in (whole.source_text or "")


def _is_named(connection: Connection, interview: Interview, segment_id: SegmentId) -> bool:
    """Whether a linguist may have this turn, a row of its record or a claim names it, or it is of a file."""
    named = (
        *(each.turn_id for each in registry.INTERVENTION.where(connection, "interview_id", interview.id)),
        *(each.turn_id for each in registry.PERSON_CLAIM.where(connection, "case_id", interview.case_id)),
    )
    return (
        segment_id in named
        or bool(registry.LANGUAGE_JOB.where(connection, "interview_id", interview.id))
        or registry.STATEMENT_ELSEWHERE.find(connection, interview.id) is not None
    )
