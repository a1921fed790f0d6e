"""The chronology of a case: what is recorded with a date, in lanes, as far as each date is known."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.rights import Right


class ChronologyLane(StrEnum):
    """One kind of points, drawn on one line."""

    STATEMENTS = "STATEMENTS"
    CUSTODY = "CUSTODY"
    CAPTURES = "CAPTURES"
    ADS = "ADS"
    PAYMENTS = "PAYMENTS"
    COOPERATION = "COOPERATION"
    PERSONS = "PERSONS"
    STAYS = "STAYS"


LANE_RIGHTS: Mapping[ChronologyLane, Right] = MappingProxyType(
    {
        ChronologyLane.STATEMENTS: Right.READ_TESTIMONY,
        ChronologyLane.CUSTODY: Right.READ_CUSTODY,
        ChronologyLane.CAPTURES: Right.READ_EXHIBITS,
        ChronologyLane.ADS: Right.OPEN_FILES,
        ChronologyLane.PAYMENTS: Right.READ_FINANCE,
        ChronologyLane.COOPERATION: Right.READ_CASE,
        ChronologyLane.PERSONS: Right.READ_CASE,
        ChronologyLane.STAYS: Right.READ_CASE,
    }
)
"""The right to see the points of each lane."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One thing that happened, or lasted.

    lane: one kind of points. kind, about: the table and the id of its row. number: of the entry, as it is
    printed. what: what happened, a code or the name of a field ("instrument.issued_on"); also: a code that is
    told beside it; text: more about it, as recorded. since, until: as recorded; without `until` it is one
    date.
    """

    lane: StrEnum
    kind: str
    about: str
    number: str
    since: PartialDate
    until: PartialDate | None = None
    what: StrEnum | str = ""
    text: str = ""
    also: StrEnum | None = None

    @property
    def begins(self) -> datetime:
        """The earliest moment, in UTC; a day that has no zone begins with that day in UTC."""
        return begin_of(self.since)

    @property
    def ends(self) -> datetime:
        """The latest moment, in UTC; of a moment, itself."""
        return max(end_of(self.since), end_of(self.until) if self.until else self.begins)

    @property
    def is_certain(self) -> bool:
        """Whether each date is known to the day, and not estimated."""
        return all(each.day is not None for each in (self.since, self.until) if each is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronology:
    """What a stretch of time holds.

    points: by their beginning. heaps: of a lane with too many points for the stretch, how many begin in each
    part of it, by the beginning of the part ("2026", "2026-03", "2026-03-04", "2026-03-04T10"); its points
    are not read. undated: how many entries of the case have no known date. reach: of the whole case.
    """

    case_id: CaseId
    points: tuple[Point, ...] = ()
    heaps: Mapping[ChronologyLane, Mapping[str, int]] = field(default_factory=dict)
    undated: int = 0
    reach: tuple[datetime, datetime] | None = None


def begin_of(value: PartialDate) -> datetime:
    """Return the earliest moment of a date, in UTC. Raises ValueError if nothing is known of it."""
    if value.instant is not None:
        return value.instant.astimezone(UTC)
    return _midnight(value.earliest)


def end_of(value: PartialDate) -> datetime:
    """Return the latest moment of a date, in UTC. Raises ValueError if nothing is known of it."""
    if value.instant is not None:
        return value.instant.astimezone(UTC)
    return _midnight(value.latest) + timedelta(days=1)


def heap_span(part: str) -> tuple[datetime, datetime]:
    """Return the beginning and the end of a part of time, such as "2026-03"."""
    hour, day = part[11:13], part[8:10]
    begin = datetime(int(part[:4]), int(part[5:7] or 1), int(day or 1), int(hour or 0), tzinfo=UTC)
    if hour:
        return begin, begin + timedelta(hours=1)
    if day:
        return begin, begin + timedelta(days=1)
    month = begin.month if part[5:7] else 12
    return begin, datetime(begin.year + month // 12, month % 12 + 1, 1, tzinfo=UTC)


def _midnight(day: date | None) -> datetime:
    if day is None:
        message = "nothing is known of this date"
        raise ValueError(message)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
