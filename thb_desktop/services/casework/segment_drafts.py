"""Unsaved typing on a segment, stored encrypted and outside the event chain until it is saved."""

from thb_desktop.domain.ids import InterviewId, SegmentId
from thb_desktop.domain.rights import Right
from thb_desktop.domain.segment import Draft
from thb_desktop.services.casework.records import require_segment
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import drafts


@permitted(Right.EDIT_TESTIMONY)
def save_draft(session: Session, segment_id: SegmentId, language: str, text: str) -> Draft:
    """Save a draft of a segment in this language."""
    require_segment(session, segment_id)
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
    """List the user's own drafts on an interview, the oldest first."""
    return drafts.of_interview(session.read, interview_id, session.user.id)


@permitted(Right.EDIT_TESTIMONY)
def discard_draft(session: Session, segment_id: SegmentId, language: str) -> None:
    with session.drafting() as connection:
        drafts.discard(connection, segment_id, language, session.user.id)
