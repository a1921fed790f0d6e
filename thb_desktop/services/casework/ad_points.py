"""Points of advertisements in a chronology: dated as their file says, and as far as that can be read."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime

from thb_desktop.domain.ad_dates import AdMoment, Posted, posted
from thb_desktop.domain.ads import Ad
from thb_desktop.domain.chronology import ChronologyLane, Point
from thb_desktop.domain.ids import CaseId, RowId
from thb_desktop.services.evidence.ads import counted
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import dated, registry

Stretch = tuple[datetime, datetime]


class AdPoints:
    """The advertisements of a case that count. Their dates are read at once, the rest of a few alone."""

    def __init__(self, connection: Connection, case_id: CaseId, *, seen: bool = True) -> None:
        """seen: whether they are asked for, and may be read; else there are none."""
        self._connection = connection
        self._dated: list[tuple[Posted, str]] = []
        self.undated = 0
        readings = [str(each.id) for each in counted(connection, case_id)] if seen else []
        for ad_id, told in dated.posted(connection, case_id, readings):
            if (found := posted(told)) is None:
                self.undated += 1
            else:
                self._dated.append((found, ad_id))

    def reach(self) -> tuple[datetime, ...]:
        """Return the first and the last moment; nothing if no date is known."""
        if not self._dated:
            return ()
        return min(each.begins for each, _ in self._dated), max(each.ends for each, _ in self._dated)

    def within(self, stretch: Stretch, most: int) -> list[Point] | None:
        """Return those of a stretch; None if they are more than this."""
        found = dict(self._within(stretch))
        if len(found) > most:
            return None
        rows = registry.AD.among(self._connection, "id", found)
        held = registry.EXHIBIT.among(self._connection, "id", {each.exhibit_id for each in rows})
        numbers = {each.id: each.number for each in held}
        files = self._files({each.reading_id for each in rows})
        return [
            Point(
                lane=ChronologyLane.ADS,
                kind="exhibit",
                about=each.exhibit_id,
                number=numbers.get(each.exhibit_id, ""),
                since=found[str(each.id)].at,
                what=AdMoment.POSTED,
                text=_told(each, files.get(each.reading_id, "")),
            )
            for each in rows
        ]

    def _files(self, readings: Collection[RowId]) -> Mapping[RowId, str]:
        """Return the name of the file of each reading."""
        read = registry.AD_READING.among(self._connection, "id", readings)
        files = registry.EXHIBIT_FILE.among(self._connection, "id", {each.file_id for each in read})
        names = {each.id: each.name for each in files}
        return {each.id: names.get(each.file_id, "") for each in read}

    def heaps(self, stretch: Stretch, length: int) -> Mapping[str, int]:
        """Return how many begin in each part of time, by the first letters of the date."""
        parts = Counter(
            each.at.edtf.partition("/")[0].strip("~")[:length] for _, each in self._within(stretch)
        )
        return dict(sorted(parts.items()))

    def _within(self, stretch: Stretch) -> Iterator[tuple[str, Posted]]:
        since, until = stretch
        return ((ad_id, each) for each, ad_id in self._dated if each.ends >= since and each.begins <= until)


def _told(ad: Ad, file: str) -> str:
    """Return what the file says of an advertisement, and where it stands in that file."""
    named = " ".join(filter(None, (ad.platform, ad.number)))
    return ", ".join(filter(None, (ad.posted, named, ad.title or ad.url, f"{file}: {ad.place}")))
