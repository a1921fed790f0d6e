"""Conduct in the account: a description of what could be seen, in the language of the file."""

from collections.abc import Iterable
from datetime import datetime

from thb_desktop import words
from thb_desktop.domain.ids import InterviewId, RowId
from thb_desktop.domain.rights import Right
from thb_desktop.domain.segment import Segment
from thb_desktop.domain.vocabulary import Conduct, SourceCapture, SpeakerRole, UtteranceKind
from thb_desktop.errors import NotFoundError
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony.records import require_draft
from thb_desktop.services.testimony.segments import add_segment
from thb_desktop.vault.tables import lists


@permitted(Right.EDIT_TESTIMONY)
def add_conduct(
    session: Session,
    interview_id: InterviewId,
    seen: tuple[Conduct, ...],
    *,
    seconds: int | None = None,
    pointed_at: str = "",
    speaker: SpeakerRole = SpeakerRole.PERSON_HEARD,
    speaker_id: RowId | None = None,
    capture: SourceCapture = SourceCapture.TYPED_LIVE,
    at: datetime | None = None,
    form: str = "",
) -> Segment:
    """Add what could be seen of somebody at the end of a draft. Its words are made from the codes.

    seconds: of a silence. pointed_at: the number of the exhibit to which they pointed. Raises NotFoundError
    if no exhibit of the case has it, and what `add_segment` raises.
    """
    record = require_draft(session, interview_id)
    if pointed_at and lists.numbered(session.read, record.case_id, pointed_at) is None:
        raise NotFoundError("no exhibit of this case has this number")
    language = record.procedure_language
    language = language if language in words.LANGUAGES else words.ENGLISH
    return add_segment(
        session,
        interview_id,
        speaker=speaker,
        speaker_id=speaker_id,
        kind=UtteranceKind.DESCRIPTION,
        language=language,
        source_text=in_words(seen, language, seconds, pointed_at),
        capture=capture,
        at=at,
        conduct=seen,
        silence_seconds=seconds,
        pointed_at=pointed_at,
        form=form,
    )


def in_words(seen: Iterable[Conduct], language: str, seconds: int | None = None, pointed_at: str = "") -> str:
    """Return conduct in words: "cries; silence, 40 s; points, E-04"."""
    further = {Conduct.SILENCE: f"{seconds} s" if seconds else "", Conduct.POINTS: pointed_at}
    return "; ".join(
        ", ".join(filter(None, (words.word(each, language), further.get(each, "")))) for each in seen
    )
