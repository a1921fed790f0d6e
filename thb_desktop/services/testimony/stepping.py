"""Steps: an act at the desk is taken back or done again in one act: its turns, and the rows it entered."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import InterviewId, RowId
from thb_desktop.domain.interview import Formality, Presence
from thb_desktop.domain.rights import Right
from thb_desktop.domain.segment import StruckCode
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony.formalities import (
    require_row,
    save_rows,
    verify_pseudonym,
    verify_rows,
)
from thb_desktop.services.testimony.mending import Turn, set_in
from thb_desktop.services.testimony.records import require_draft
from thb_desktop.services.testimony.rectifications import verify_no_testimony

RowPair = tuple[Formality | None, Formality | None]
"""A row of formalities before a step and after it; None where it was not there."""


@permitted(Right.EDIT_TESTIMONY)
def set_step(
    session: Session, interview_id: InterviewId, turns: Sequence[Turn], rows: Sequence[RowPair]
) -> Mapping[RowId, RowId]:
    """Set turns and rows of a draft to what they are after a step; return the new ids of rows, by the former.

    A row that was not there before it, but after it, is struck out as undone. One that was struck out so is
    entered again, as it then was: what is struck out stays as it is. Of a person present who left, the time
    is set back, unless somebody set it back already. A row that somebody struck out meanwhile stays struck
    out. Where nothing is left to set, nothing is recorded.

    Raises what `set_turns` and `add_formality` raise, and PresenceNamedError for a row that calls a protected
    person by their name: it would stay visible.
    """
    interview = require_draft(session, interview_id)
    verify_no_testimony(interview)
    gone = _taken_back(session, rows)
    left, new = tuple(_left(session, rows)), _anew(session, rows)
    verify_rows(session, interview, new)
    if not (turns or gone or left or new):
        return {}
    with session.work() as work:
        set_in(session, work, interview, turns, again=True)
        work.save(*gone, *left)
        entered = save_rows(work, interview_id, [replace(row, id=RowId("")) for row in new])
        reason = StruckCode.UNDONE.value if gone and not turns else ""
        work.record(interview_id, _action(turns, gone, (*left, *new)), reason)
    return {row.id: made.id for row, made in zip(new, entered, strict=True)}


def _taken_back(session: Session, rows: Sequence[RowPair]) -> tuple[Formality, ...]:
    """Return the rows that the step entered, struck out."""
    kept = [require_row(session, before) for before, after in rows if before is not None and after is None]
    for row in kept:
        if isinstance(row, Presence):
            verify_pseudonym(session.read, row)
    return tuple(replace(row, struck=StruckCode.UNDONE.value) for row in kept if not row.struck)


def _anew(session: Session, rows: Sequence[RowPair]) -> tuple[Formality, ...]:
    """Return the rows that are entered again, as they were when taken back, with their former id."""
    kept = (require_row(session, after) for before, after in rows if before is None and after is not None)
    return tuple(replace(row, struck="") for row in kept if row.struck == StruckCode.UNDONE)


def _left(session: Session, rows: Sequence[RowPair]) -> Iterator[Presence]:
    """Return the persons present of whom the step sets when they left, where it is another time now."""
    for before, after in rows:
        if isinstance(before, Presence) and isinstance(after, Presence):
            kept = require_row(session, after)
            if isinstance(kept, Presence) and not kept.struck and kept.to_at != after.to_at:
                yield replace(kept, to_at=after.to_at)


def _action(turns: Sequence[Turn], gone: Sequence[Formality], entered: Sequence[Formality]) -> VaultAction:
    if turns:
        return VaultAction.TURNS_SET
    if gone:
        return VaultAction.FORMALITY_STRUCK
    is_presence = any(isinstance(row, Presence) for row in entered)
    return VaultAction.PRESENCE_NOTED if is_presence else VaultAction.FORMALITY_ADDED
