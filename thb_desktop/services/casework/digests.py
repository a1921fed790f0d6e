"""Digests of records: SHA-256 over the canonical form of what was recorded, whatever it is printed on."""

import hashlib
from collections.abc import Iterable

from thb_desktop.domain.bundle import InterviewInFull
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.record import Record, to_record
from thb_desktop.ledger import canonical

INTERVIEW_FORMAT = "thb-interview-record/1"
EXHIBIT_FORMAT = "thb-exhibit-record/1"
_LATER = ("state", "record_digest")
"""What an interview says of its own signing is no part of what is signed."""


def interview_digest(record: InterviewInFull) -> str:
    """SHA-256 (hex) of an interview, its formalities, segments and renderings, without who the person is."""
    interview = to_record(record.interview)
    return _digest(
        {
            "format": INTERVIEW_FORMAT,
            "interview": {name: value for name, value in interview.items() if name not in _LATER},
            "presences": _records(record.presences),
            "cautions": _records(record.cautions),
            "timeline": _records(record.timeline),
            "corrections": _records(record.corrections),
            "signatures": _records(record.signatures),
            "engagements": _records(record.engagements),
            "segments": [
                {"segment": to_record(each.segment), "renderings": _records(each.renderings)}
                for each in record.segments
            ],
        }
    )


def exhibit_digest(exhibit: Exhibit, files: Iterable[ExhibitFile], events: Iterable[CustodyEvent]) -> str:
    """SHA-256 (hex) of an exhibit, its files and its custody events so far."""
    return _digest(
        {
            "format": EXHIBIT_FORMAT,
            "exhibit": to_record(exhibit),
            "files": _records(files),
            "custody": _records(events),
        }
    )


def _records(values: Iterable[object]) -> list[Record]:
    return [to_record(value) for value in values]


def _digest(record: Record) -> str:
    return hashlib.sha256(canonical.encode(record)).hexdigest()
