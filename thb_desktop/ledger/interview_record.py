"""The canonical interview record: the bytes whose digest is signed and printed."""

import hashlib
from collections.abc import Iterable

from thb_desktop.domain.interview_record import InterviewInFull, SegmentInFull
from thb_desktop.domain.record import Record, to_record
from thb_desktop.ledger import canonical

FORMAT = "thb-interview-record/1"
_LATER = frozenset({"state", "record_digest"})
"""What an interview says of its own signing is no part of what is signed."""


def record_bytes(record: InterviewInFull) -> bytes:
    """An interview with all that was said, in all its languages, and its formalities, as canonical JSON.

    Whom the person's pseudonym means is not in it, nor what became of the record after it was signed.
    """
    interview = to_record(record.interview)
    return canonical.encode(
        {
            "format": FORMAT,
            "interview": {name: value for name, value in interview.items() if name not in _LATER},
            "presences": _records(record.presences),
            "cautions": _records(record.cautions),
            "timeline": _records(record.timeline),
            "measures": _records(record.measures),
            "earlier": _records(record.earlier),
            "engagements": _records(record.engagements),
            "segments": [_segment(each) for each in record.segments],
            "corrections": _records(record.corrections),
            "certifications": _records(record.certifications),
            "signatures": _records(record.signatures),
        }
    )


def record_digest(record: InterviewInFull) -> str:
    """SHA-256 (hex) of `record_bytes`."""
    return hashlib.sha256(record_bytes(record)).hexdigest()


def _segment(each: SegmentInFull) -> Record:
    return {
        "number": each.number,
        "label": each.label,
        "segment": to_record(each.segment),
        "renderings": _records(each.renderings),
    }


def _records(values: Iterable[object]) -> list[Record]:
    return [to_record(value) for value in values]
