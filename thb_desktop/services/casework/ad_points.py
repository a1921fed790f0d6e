"""Points of advertisements in a chronology: dated as their file says, and as far as that can be read.

What a stretch holds is known from the counts of its days. The rows are read of no more than is shown.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime

from thb_desktop.domain.ad_dates import AdMoment, kept, posted
from thb_desktop.domain.ads import Ad
from thb_desktop.domain.chronology import ChronologyLane, Point
from thb_desktop.domain.ids import CaseId, RowId
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
        self._standing = {str(each.id): each for each in counted(connection, case_id)} if seen else {}
        self.differed = False
        """Whether the counts turned out not to be those of the rows; then the rows were read."""
        self._count(ad_days.counts(connection, self._standing.values()))

    def _count(self, made: Mapping[str, Mapping[str, int]]) -> None:
        """Take these counts, and read the rows of each other reading."""
        self._readings = frozenset(made)
        self._days = Counter[str]()
        self._uncounted: dict[str, list[str]] = {}
        """The ids by date of what has no counts."""
        self.undated = 0
        for each in made.values():
            self._days.update(each)
        for key in self._standing.keys() - made.keys():
            days, undated = read_days(self._connection, self._standing[key])
            self.undated += undated
            for value, ids in days.items():
                self._uncounted.setdefault(value, []).extend(ids)
                self._days[value] += len(ids)
        self.undated += self._days.pop(ad_days.UNDATED, 0)

    def reach(self) -> tuple[datetime, ...]:
        """Return the first and the last moment; nothing if no date is known."""
        dates = [date for date in map(kept, self._days) if date is not None]
        return (min(each.begins for each in dates), max(each.ends for each in dates)) if dates else ()

    def within(self, stretch: Stretch, most: int) -> list[Point] | None:
        """Return those of a stretch; None if they are more than this."""
        days = frozenset(self._within(stretch))
        count = sum(self._days[each] for each in days)
        if count > most:
            return None
        found = self._points(days)
        if len(found) == count or not self._readings:
            return found
        self.differed = True
        self._count({})
        return self.within(stretch, most)

    def _points(self, days: Collection[str]) -> list[Point]:
        """Return those of these dates. What leads to a row proves nothing: the row itself is asked."""
        ids = ad_days.ads_of_days(self._connection, self._case_id, self._readings, days)
        ids |= {ad_id for each in days for ad_id in self._uncounted.get(each, ())}
        rows = [
            each
            for each in registry.AD.among(self._connection, "id", ids)
            if each.case_id == self._case_id and str(each.reading_id) in self._standing
        ]
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
            if found is not None and found.at.edtf in days
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
            date = kept(each)
            if date is not None and date.ends >= since and date.begins <= until:
                yield each


def _told(ad: Ad, file: str) -> str:
    """Return what the file says of an advertisement, and where it stands in that file."""
    named = " ".join(filter(None, (ad.platform, ad.number)))
    return ", ".join(filter(None, (ad.posted, named, ad.title or ad.url, f"{file}: {ad.place}")))
