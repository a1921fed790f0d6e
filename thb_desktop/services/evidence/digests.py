"""Digests of exhibits: over a tree of everything recorded, whatever part of it is printed or released."""

from collections.abc import Iterable, Iterator

from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.record import Record, to_record
from thb_desktop.domain.working_notes import record_without_notes, without_notes
from thb_desktop.ledger.record_tree import RecordTree


def exhibit_tree(
    exhibit: Exhibit, files: Iterable[ExhibitFile], events: Iterable[CustodyEvent]
) -> RecordTree:
    """Return the tree of an exhibit, its files and its custody events so far, without working notes."""
    parts = [("exhibit", record_without_notes("exhibit", to_record(exhibit)))]
    told = (without_notes("custody_event", each) for each in events)
    return RecordTree.of([*parts, *_rows("files", files), *_rows("custody", told)], salt=b"")


def _rows(name: str, values: Iterable[object]) -> Iterator[tuple[str, Record]]:
    return ((f"{name}/{number}", to_record(value)) for number, value in enumerate(values, 1))
