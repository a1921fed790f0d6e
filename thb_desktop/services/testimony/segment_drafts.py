"""Unsaved typing on a segment, sealed for its user, outside the event chain until it is saved."""

from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping

from thb_desktop.crypto import sealing
from thb_desktop.domain.ids import InterviewId, SegmentId
from thb_desktop.domain.rights import Right
from thb_desktop.domain.segment import Draft
from thb_desktop.domain.times import from_text, to_text
from thb_desktop.errors import SealedValueDamagedError
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony.records import require_segment
from thb_desktop.vault.tables import drafts
from thb_desktop.vault.tables.drafts import StoredDraft


@permitted(Right.EDIT_TESTIMONY)
def save_draft(session: Session, segment_id: SegmentId, language: str, text: str) -> Draft:
    """Save a draft of a segment in this language.

    It is sealed under the user's own key, so that nobody else changes what this user typed.
    """
    require_segment(session, segment_id)
    at = session.clock.read().at
    sealed = sealing.seal(
        session.vault.user_key,
        text.encode(),
        context=_context(session, segment_id, language, to_text(at)),
        randomness=session.environment.randomness,
    )
    stored = StoredDraft(
        segment_id=segment_id,
        language=language,
        agent_id=session.user.id,
        text=b64encode(sealed).decode("ascii"),
        saved_at=to_text(at),
    )
    with session.drafting() as connection:
        drafts.save(connection, stored)
    return Draft(segment_id=segment_id, language=language, agent_id=session.user.id, text=text, saved_at=at)


@permitted(Right.EDIT_TESTIMONY)
def move_drafts(session: Session, interview_id: InterviewId, moved: Mapping[str, str]) -> None:
    """Keep the user's own drafts of a record under the languages that its turns have now. moved: by the
    former language.
    """
    for draft in drafts_of(session, interview_id) if moved else ():
        if draft.language in moved:
            save_draft(session, draft.segment_id, moved[draft.language], draft.text)
            discard_draft(session, draft.segment_id, draft.language)


@permitted(Right.EDIT_TESTIMONY)
def drafts_of(session: Session, interview_id: InterviewId) -> tuple[Draft, ...]:
    """List the user's own drafts on an interview that open with their key, the oldest first."""
    return tuple(draft for _, draft in _opened(session, interview_id) if draft is not None)


@permitted(Right.EDIT_TESTIMONY)
def drop_unopened(session: Session, interview_id: InterviewId) -> int:
    """Delete what lies under this user's name and does not open with their key; return how many there were.

    Somebody else changed or moved it, or it is in clear, from before drafts were sealed: nobody can tell the
    two apart, so it is never shown as what this user typed. In a vault that cannot be written to it stays.
    """
    strange = [stored for stored, draft in _opened(session, interview_id) if draft is None]
    if strange and session.keeps_drafts:
        with session.drafting() as connection:
            for stored in strange:
                drafts.discard(connection, stored.segment_id, stored.language, session.user.id)
    return len(strange)


@permitted(Right.EDIT_TESTIMONY)
def discard_draft(session: Session, segment_id: SegmentId, language: str) -> None:
    with session.drafting() as connection:
        drafts.discard(connection, segment_id, language, session.user.id)


def _opened(session: Session, interview_id: InterviewId) -> Iterator[tuple[StoredDraft, Draft | None]]:
    for stored in drafts.of_interview(session.read, interview_id, session.user.id):
        context = _context(session, stored.segment_id, stored.language, stored.saved_at)
        try:
            sealed = b64decode(stored.text, validate=True)
            text = sealing.unseal(session.vault.user_key, sealed, context=context).decode()
        except (ValueError, SealedValueDamagedError):
            yield stored, None
            continue
        draft = Draft(
            segment_id=stored.segment_id,
            language=stored.language,
            agent_id=stored.agent_id,
            text=text,
            saved_at=from_text(stored.saved_at),
        )
        yield stored, draft


def _context(session: Session, segment_id: SegmentId, language: str, saved_at: str) -> bytes:
    return sealing.bind(
        "thb-segment-draft/1",
        session.vault.vault_id,
        session.user.id.encode(),
        segment_id.encode(),
        language.encode(),
        saved_at.encode(),
    )
