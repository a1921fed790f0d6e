"""Points of advertisements in a chronology: dated as their file says, and as far as that can be read.

What a stretch holds is known from the counts of its days. The rows are read of no more than is shown.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from functools import lru_cache

from thb_desktop.domain.ad_dates import AdMoment, posted
from thb_desktop.domain.ads import Ad
from thb_desktop.domain.chronology import ChronologyLane, Point, begin_of, end_of
from thb_desktop.domain.ids import CaseId, RowId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.services.evidence.ad_days import read_days
from thb_desktop.services.evidence.ads import counted
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import ad_days, registry

Stretch = tuple[datetime, datetime]


class AdPoints:
    """The advertisements of a case that count."""

    def __init__(self, connection: Connection, case_id: CaseId, *, seen: bool = True) -> None:
        """seen: whether they are asked for, and may be read; else there are none."""
        self._connection, self._case_id = connection, case_id
        readings = {str(each.id): each for each in counted(connection, case_id)} if seen else {}
        made = ad_days.counts(connection, readings)
        self._readings = frozenset(made)
        self._days = Counter[str]()
        self._uncounted: dict[str, list[str]] = {}
        """The ids by date of what could not be counted beforehand, in a vault that is only read."""
        self.undated = 0
        for each in made.values():
            self._days.update(each)
        for key in readings.keys() - made.keys():
            days, undated = read_days(connection, readings[key])
            self.undated += undated
            for value, ids in days.items():
                self._uncounted.setdefault(value, []).extend(ids)
                self._days[value] += len(ids)
        self.undated += self._days.pop(ad_days.UNDATED, 0)

    def reach(self) -> tuple[datetime, ...]:
        """Return the first and the last moment; nothing if no date is known."""
        spans = [_span(each) for each in self._days]
        return (min(since for since, _ in spans), max(until for _, until in spans)) if spans else ()

    def within(self, stretch: Stretch, most: int) -> list[Point] | None:
        """Return those of a stretch; None if they are more than this."""
        days = [*self._within(stretch)]
        if sum(self._days[each] for each in days) > most:
            return None
        ids = ad_days.ads_of_days(self._connection, self._case_id, self._readings, days)
        ids |= {ad_id for each in days for ad_id in self._uncounted.get(each, ())}
        rows = registry.AD.among(self._connection, "id", ids)
        held = registry.EXHIBIT.among(self._connection, "id", {each.exhibit_id for each in rows})
        numbers = {each.id: each.number for each in held}
        files = self._files({each.reading_id for each in rows})
        dates = ((each, posted(each.posted)) for each in rows)
        return [
            Point(
                lane=ChronologyLane.ADS,
                kind="exhibit",
                about=each.exhibit_id,
                number=numbers.get(each.exhibit_id, ""),
                since=found.at,
                what=AdMoment.POSTED,
                text=_told(each, files.get(each.reading_id, "")),
            )
            for each, found in dates
            if found is not None
        ]

    def _files(self, readings: Collection[RowId]) -> Mapping[RowId, str]:
        """Return the name of the file of each reading."""
        read = registry.AD_READING.among(self._connection, "id", readings)
        files = registry.EXHIBIT_FILE.among(self._connection, "id", {each.file_id for each in read})
        names = {each.id: each.name for each in files}
        return {each.id: names.get(each.file_id, "") for each in read}

    def heaps(self, stretch: Stretch, length: int) -> Mapping[str, int]:
        """Return how many begin in each part of time, by the first letters of the date."""
        parts = Counter[str]()
        for each in self._within(stretch):
            parts[each.partition("/")[0].strip("~")[:length]] += self._days[each]
        return dict(sorted(parts.items()))

    def _within(self, stretch: Stretch) -> Iterator[str]:
        since, until = stretch
        for each in self._days:
            begins, ends = _span(each)
            if ends >= since and begins <= until:
                yield each


@lru_cache(maxsize=1 << 15)
def _span(value: str) -> Stretch:
    """Return the first and the last moment of a date."""
    date = PartialDate(value)
    return begin_of(date), end_of(date)


def _told(ad: Ad, file: str) -> str:
    """Return what the file says of an advertisement, and where it stands in that file."""
    named = " ".join(filter(None, (ad.platform, ad.number)))
    return ", ".join(filter(None, (ad.posted, named, ad.title or ad.url, f"{file}: {ad.place}")))
