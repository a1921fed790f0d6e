"""An exhibit that is entered as shown in an interview earlier than it came."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_kinds import CUSTODY_KINDS
from thb_desktop.domain.custody_reading import about, minute, minute_of
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.vocabulary import TimelineKind
from thb_desktop.findings import Finding
from thb_desktop.findings import unknown as warn

if TYPE_CHECKING:  # a bundle may be checked in which nobody was heard
    from thb_desktop.domain.interview import TimelineEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownIn:
    """That a record says when an exhibit was shown. record: the number of the record; empty for a reader who
    may not read records: it is told that one says so, and neither which nor when.
    """

    record: str
    at: datetime


Shown = Mapping[ExhibitId, Sequence[ShownIn]]


def shown_of(told: "Iterator[tuple[str, TimelineEvent]]") -> Shown:
    """Return what the events of interviews, each with the number of its record, say of each exhibit."""
    shown: dict[ExhibitId, list[ShownIn]] = {}
    for record, event in told:
        if event.kind is TimelineKind.EXHIBIT_SHOWN and event.exhibit_id and not event.struck:
            shown.setdefault(event.exhibit_id, []).append(ShownIn(record=record, at=event.at))
    return {each: sorted(one, key=lambda row: (row.at, row.record)) for each, one in shown.items()}


def check_shown(
    exhibit: Exhibit, happened: Sequence[CustodyEvent], shown: Sequence[ShownIn]
) -> Iterator[Finding]:
    """V-E-15. happened: the corrected events as they happened. Told only of what was shown before both the
    event with which it came, and the collection.
    """
    if not happened:
        return
    came, first = _came(exhibit, happened)
    early = [each for each in shown if minute_of(each.at) < first]
    for each in (one for one in early if one.record):
        told = warn("custody.shown-before-arrival", n=came.number, record=each.record, shown=each.at)
        yield about(came, told)
    if not all(each.record for each in early):
        yield about(came, warn("custody.shown-before-arrival-unnamed", n=came.number))


def here_since(exhibit: Exhibit, happened: Sequence[CustodyEvent]) -> datetime | None:
    """Return the minute before which nothing of an exhibit can have been shown; None if nothing tells it."""
    return _came(exhibit, happened)[1] if happened else None


def _came(exhibit: Exhibit, happened: Sequence[CustodyEvent]) -> tuple[CustodyEvent, datetime]:
    came = next((each for each in happened if CUSTODY_KINDS[each.action].arrives), happened[0])
    return came, min(minute(came), minute_of(exhibit.collected_at))
