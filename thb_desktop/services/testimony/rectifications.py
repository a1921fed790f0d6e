"""Rectifications: a note beside a signed record. Nobody reads it back to the person: it has no testimony."""

from collections.abc import Iterator

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.interview import Formality, Interview, ReadBackCorrection
from thb_desktop.domain.interview_record import InterviewInFull, SegmentInFull, in_order
from thb_desktop.errors import RectificationError
from thb_desktop.findings import Finding
from thb_desktop.findings import unknown as warn
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry, turns

_STATEMENTS = ("health_statement", "confirmation", "complaint_made", "complaint", "final_statement")
"""The fields of a header that say what the person said."""


def verify_rectification(interview: Interview) -> None:
    """Refuse a rectification with a statement of the person, and another record that rectifies facts."""
    if interview.rectifies_id is None and interview.rectified_facts:
        raise RectificationError("this record rectifies no other one", "interview.rectified_facts")
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


def check_sides(connection: Connection, note: InterviewInFull) -> Iterator[Finding]:
    """Tell of which turns a note rectifies the words in one language, and leaves them in another (V-I-29)."""
    rectified = note.interview.rectifies_id
    if rectified is None:
        return
    changed: dict[str, set[str]] = {}
    for each in note.corrections:
        if not each.struck:
            changed.setdefault(each.segment_id, set()).add(each.language)
    segments = registry.SEGMENT.where(connection, "interview_id", rectified)
    full = in_order(segments, turns.renderings_of(connection, rectified))
    lacking = tuple(
        each.label
        for each in full
        if each.segment.id in changed and _languages(each) - changed[each.segment.id]
    )
    if lacking:
        yield warn("V-I-29", field="interview.corrections", segments=lacking)


def _languages(turn: SegmentInFull) -> set[str]:
    """The languages in which the words of a turn stand."""
    own = {turn.segment.language} if turn.segment.source_text else set()
    return own | {each.language for each in turn.renderings if each.text}
