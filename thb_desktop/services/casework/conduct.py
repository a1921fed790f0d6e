"""Conduct in the account: a description of what could be seen, in the language of the file."""

from collections.abc import Iterable
from datetime import datetime

from thb_desktop import words
from thb_desktop.domain.ids import InterviewId, RowId
from thb_desktop.domain.rights import Right
from thb_desktop.domain.segment import Segment
from thb_desktop.domain.vocabulary import Conduct, SourceCapture, SpeakerRole, UtteranceKind
from thb_desktop.services.casework.records import require_draft
from thb_desktop.services.casework.segments import add_segment
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session


@permitted(Right.EDIT_TESTIMONY)
def add_conduct(
    session: Session,
    interview_id: InterviewId,
    seen: tuple[Conduct, ...],
    *,
    seconds: int | None = None,
    speaker: SpeakerRole = SpeakerRole.PERSON_HEARD,
    speaker_id: RowId | None = None,
    capture: SourceCapture = SourceCapture.TYPED_LIVE,
    at: datetime | None = None,
    form: str = "",
) -> Segment:
    """Add what could be seen of somebody at the end of a draft. Its words are made from the codes.

    seconds: of a silence. Raises what `add_segment` raises.
    """
    language = require_draft(session, interview_id).procedure_language
    language = language if language in words.LANGUAGES else words.ENGLISH
    return add_segment(
        session,
        interview_id,
        speaker=speaker,
        speaker_id=speaker_id,
        kind=UtteranceKind.DESCRIPTION,
        language=language,
        source_text=in_words(seen, language, seconds),
        capture=capture,
        at=at,
        conduct=seen,
        silence_seconds=seconds,
        form=form,
    )


def in_words(seen: Iterable[Conduct], language: str, seconds: int | None = None) -> str:
    """Return conduct in words: "cries; silence, 40 s"."""
    return "; ".join(
        f"{words.word(each, language)}, {seconds} s"
        if each is Conduct.SILENCE and seconds
        else words.word(each, language)
        for each in seen
    )
