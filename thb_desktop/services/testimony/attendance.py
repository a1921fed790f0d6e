"""Attendance: who enters and who leaves during an interview, each with its event in one act."""

from dataclasses import replace
from datetime import datetime

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import InterviewId, RowId
from thb_desktop.domain.interview import Presence, TimelineEvent
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import TimelineKind
from thb_desktop.errors import NotFoundError, StruckOutError
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony.formalities import save_rows, verify_rows
from thb_desktop.services.testimony.records import require_open
from thb_desktop.vault.tables import registry


@permitted(Right.EDIT_TESTIMONY)
def note_entering(
    session: Session, interview_id: InterviewId, person: Presence, at: datetime
) -> tuple[Presence, TimelineEvent]:
    """Record that somebody enters: a person present from then on, and the event.

    Raises what `add_formality` raises.
    """
    interview = require_open(session, interview_id)
    comes = replace(person, id=RowId(""), interview_id=interview_id, from_at=at, to_at=None, struck="")
    event = _event(interview_id, TimelineKind.PERSON_ENTERS, at, comes.name)
    verify_rows(session, interview, (comes, event))
    with session.work() as work:
        comes, event = save_rows(work, interview_id, (comes, event))  # type: ignore[assignment]  # as given
        work.record(interview_id, VaultAction.PRESENCE_NOTED)
    return comes, event


@permitted(Right.EDIT_TESTIMONY)
def note_leaving(session: Session, presence_id: RowId, at: datetime) -> tuple[Presence, TimelineEvent]:
    """Record that a person present leaves, and the event. Raises NotFoundError, StruckOutError."""
    kept = registry.PRESENCE.find(session.read, presence_id)
    if kept is None:
        raise NotFoundError("there is no such person in this record")
    if kept.struck:
        raise StruckOutError("the entry was struck out as made in error")
    interview = require_open(session, kept.interview_id)
    leaves = replace(kept, to_at=at)
    event = _event(kept.interview_id, TimelineKind.PERSON_LEAVES, at, kept.name)
    verify_rows(session, interview, (leaves,), kept)
    verify_rows(session, interview, (event,))
    with session.work() as work:
        work.save(leaves)
        (event,) = save_rows(work, kept.interview_id, (event,))  # type: ignore[assignment]  # as given
        work.record(kept.interview_id, VaultAction.PRESENCE_NOTED)
    return leaves, event


def _event(interview_id: InterviewId, kind: TimelineKind, at: datetime, name: str) -> TimelineEvent:
    return TimelineEvent(id=RowId(""), interview_id=interview_id, kind=kind, at=at, note=name)
