"""Rectifications: a note beside a signed record. Nobody reads it back to the person: it has no testimony."""

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.interview import Formality, Interview, ReadBackCorrection
from thb_desktop.errors import RectificationError

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


def verify_rectified(interview: Interview, row: Formality) -> None:
    """Refuse an addition: a correction in a rectification is of words that are in the rectified record."""
    if interview.rectifies_id is not None and isinstance(row, ReadBackCorrection) and is_blank(row.before):
        raise RectificationError(
            "a rectification corrects words of the rectified record", "read_back_correction.before"
        )
