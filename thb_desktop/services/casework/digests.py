"""Digests of records: SHA-256 over the canonical form of what was recorded, whatever it is printed on."""

import hashlib
from collections.abc import Iterable

from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.record import Record, to_record
from thb_desktop.ledger import canonical

EXHIBIT_FORMAT = "thb-exhibit-record/1"


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
