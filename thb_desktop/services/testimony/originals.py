"""The original as the authoritative text: the words of each turn of the person stand before the reading back.

Afterwards nobody writes the words of a turn, and which text is authoritative stays (V-I-18).
"""

from collections.abc import Iterator, Sequence

from thb_desktop.domain.interview import Formality, Interview, ReadBackCorrection
from thb_desktop.domain.interview_account import check_originals
from thb_desktop.domain.interview_record import in_order
from thb_desktop.domain.vocabulary import AuthoritativeText
from thb_desktop.errors import SourceNotCapturedError
from thb_desktop.findings import Finding
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry, turns


def find_lacking(
    connection: Connection, interview: Interview, rows: Sequence[Formality] = ()
) -> Iterator[Finding]:
    """Tell which turns lack the authoritative text; their words are read only where one does.

    rows: those that are being added to the record.
    """
    binds = interview.authoritative_text is AuthoritativeText.SOURCE_LANGUAGE
    if not binds or not turns.has_unwritten(connection, interview.id):
        return
    segments = registry.SEGMENT.where(connection, "interview_id", interview.id)
    standing = (each for each in in_order(segments, ()) if not each.segment.struck)
    kept = registry.READ_BACK_CORRECTION.where(connection, "interview_id", interview.id)
    asked = (each for each in (*kept, *rows) if isinstance(each, ReadBackCorrection) and not each.struck)
    yield from check_originals(interview, standing, asked)


def verify_originals(connection: Connection, interview: Interview, rows: Sequence[Formality] = ()) -> None:
    """Refuse the original as the authoritative text where a turn lacks it. Raises SourceNotCapturedError."""
    for _ in find_lacking(connection, interview, rows):
        raise SourceNotCapturedError("the words of a turn are not written down", "interview.segments")
