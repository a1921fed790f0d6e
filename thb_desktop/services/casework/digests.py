"""Digests of records: that of a tree over what was recorded, whatever is printed or given away of it."""

from collections.abc import Iterable, Iterator

from thb_desktop.domain.bundle import InterviewInFull
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.record import Record, to_record
from thb_desktop.domain.working import without_working
from thb_desktop.ledger.record_tree import RecordTree

_LATER = ("state", "record_digest")
"""What an interview says of its own signing is no part of what is signed."""

Part = tuple[str, Record]


def interview_tree(record: InterviewInFull) -> RecordTree:
    """An interview, its formalities, segments and renderings, without who the person is.

    A rendering is a part by itself, so that a language can be left out: "renderings/fr/3" is of segment 3.
    """
    return RecordTree.of(_interview_parts(record), salt=bytes.fromhex(record.interview.record_salt))


def exhibit_tree(
    exhibit: Exhibit, files: Iterable[ExhibitFile], events: Iterable[CustodyEvent]
) -> RecordTree:
    """An exhibit, its files and its custody events so far, without what the office noted for itself."""
    parts = [("exhibit", without_working("exhibit", to_record(exhibit)))]
    return RecordTree.of([*parts, *_rows("files", files), *_rows("custody", events)], salt=b"")


def _interview_parts(record: InterviewInFull) -> Iterator[Part]:
    interview = without_working("interview", to_record(record.interview))
    yield "interview", {name: value for name, value in interview.items() if name not in _LATER}
    yield from _rows("presences", record.presences)
    yield from _rows("cautions", record.cautions)
    yield from _rows("timeline", record.timeline)
    yield from _rows("engagements", record.engagements)
    yield from _rows("corrections", record.corrections)
    yield from _rows("signatures", record.signatures)
    yield from _rows("segments", (each.segment for each in record.segments))
    for number, each in enumerate(record.segments, 1):
        for rendering in each.renderings:
            yield f"renderings/{rendering.language}/{number}", to_record(rendering)


def _rows(name: str, values: Iterable[object]) -> Iterator[Part]:
    return ((f"{name}/{number}", to_record(value)) for number, value in enumerate(values, 1))
