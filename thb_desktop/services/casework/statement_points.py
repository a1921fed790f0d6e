"""The records of statements in the chronology of a case: of more than are shown, only how many there are."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from thb_desktop.domain.chronology import ChronologyLane, Point, begin_of, end_of
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.times import from_text
from thb_desktop.domain.vocabulary import InterviewState
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import dated

Stretch = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class _Record:
    """Where a record stands in time, and what its point is made of."""

    begins: datetime
    ends: datetime
    since: str
    until: str | None
    about: str
    number: str
    state: str


class StatementPoints:
    """Reads number, dates and state of each record, and makes a point only of what is shown."""

    def __init__(self, connection: Connection, case_id: CaseId, *, seen: bool, counts: bool = True) -> None:
        """seen: whether the lane is wanted at all. counts: whether of too many only the number is told."""
        self._counts = counts
        rows = dated.statements(connection, case_id) if seen else iter(())
        found = [*map(_record, rows)]
        self._records = [each for each in found if each is not None]
        self.undated = len(found) - len(self._records)

    def reach(self) -> tuple[datetime, ...]:
        """Return the first and the last moment; nothing if no date is known."""
        records = self._records
        return (min(each.begins for each in records), max(each.ends for each in records)) if records else ()

    def within(self, stretch: Stretch, most: int) -> list[Point] | None:
        """Return those of a stretch; None if they are more than this, and are counted."""
        found = [*self._within(stretch)]
        return None if self._counts and len(found) > most else [_point(each) for each in found]

    def heaps(self, stretch: Stretch, length: int) -> Mapping[str, int]:
        """Return how many begin in each part of time, by the first letters of the date."""
        parts = (each.since.partition("/")[0].strip("~")[:length] for each in self._within(stretch))
        return dict(sorted(Counter(parts).items()))

    def _within(self, stretch: Stretch) -> Iterator[_Record]:
        since, until = stretch
        return (each for each in self._records if each.ends >= since and each.begins <= until)


def _record(row: dated.Cells) -> _Record | None:
    """Return nothing of a record without a known date."""
    about, number, started, ended, held, state = (str(cell or "") for cell in row)
    if started:
        begins = ends = from_text(started).astimezone(UTC)
        if ended:
            ends = max(begins, from_text(ended).astimezone(UTC))
        return _Record(begins, ends, started, ended or None, about, number, state)
    day = PartialDate(held) if held else None
    if day is None or day.is_unknown:
        return None
    return _Record(begin_of(day), end_of(day), held, None, about, number, state)


def _point(record: _Record) -> Point:
    return Point(
        lane=ChronologyLane.STATEMENTS,
        kind="interview",
        about=record.about,
        number=record.number,
        since=PartialDate(record.since),
        until=PartialDate(record.until) if record.until else None,
        what=InterviewState(record.state),
    )
