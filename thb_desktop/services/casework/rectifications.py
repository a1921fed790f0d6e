"""Rectifications: a note beside a signed record. Nobody reads it back to the person: it has no testimony."""

from collections.abc import Iterator

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.interview import Formality, Interview, ReadBackCorrection
from thb_desktop.errors import RectificationError
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import registry

_STATEMENTS = ("health_statement", "confirmation", "complaint_made", "complaint", "final_statement")
"""The fields of a header that say what the person said."""


def verify_no_statement(interview: Interview) -> None:
    """Refuse a rectification with a statement of the person."""
    if interview.rectifies_id is not None:
        for name in _STATEMENTS:
            if getattr(interview, name) not in (None, ""):
                raise RectificationError("a rectification contains no statement", f"interview.{name}")


def verify_no_testimony(interview: Interview) -> None:
    """Refuse to add a turn to a rectification, or to read it back."""
    if interview.rectifies_id is not None:
        raise RectificationError("a rectification contains no testimony; begin a supplement instead")


def verify_rectified(session: Session, interview: Interview, row: Formality) -> None:
    """Refuse a correction of text that is not in the turn of the rectified record."""
    if interview.rectifies_id is None or not isinstance(row, ReadBackCorrection):
        return
    if is_blank(row.before) or not any(row.before in text for text in _texts(session, interview, row)):
        raise RectificationError(
            "the text to correct is not in this turn of the rectified record", "read_back_correction.before"
        )


def _texts(session: Session, interview: Interview, row: ReadBackCorrection) -> Iterator[str]:
    """Return the texts of a turn of the rectified record in the language of a correction."""
    segment = registry.SEGMENT.find(session.read, row.segment_id)
    if segment is None or segment.interview_id != interview.rectifies_id:
        return
    if segment.language == row.language:
        yield segment.source_text or ""
    renderings = registry.RENDERING.where(session.read, "segment_id", segment.id)
    asked_for = registry.READ_BACK_CORRECTION.where(session.read, "segment_id", segment.id)
    yield from (each.text for each in renderings if each.language == row.language)
    yield from (
        each.after
        for each in asked_for
        if each.interview_id == segment.interview_id and each.language == row.language and not each.struck
    )
