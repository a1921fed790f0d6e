"""The custody events of a case in its chronology, as corrections tell them."""

from collections.abc import Iterable, Iterator, Mapping

from thb_desktop.domain.chronology import ChronologyLane, Point
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_corrected import corrected, value_said
from thb_desktop.domain.ids import CaseId, RowId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.times import to_text
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import custody_hours, registry

_YEAR = 4
"""Letters of a date that say its year."""

Days = tuple[str, str]
"""Local days, of which the last is not included."""


class CustodyPoints:
    """Reads the events of a stretch, and of more than are shown, how many there are. What was corrected is
    read whole and stands where it is corrected to: there is little of it.
    """

    def __init__(self, connection: Connection, case_id: CaseId, *, seen: bool) -> None:
        """seen: whether the lane is wanted at all."""
        self._connection, self._case_id = connection, case_id
        pairs = custody_hours.corrections(connection, case_id) if seen else ()
        ids = {each for pair in pairs for each in pair}
        stored = registry.CUSTODY_EVENT.among(connection, "id", ids) if ids else ()
        self._told: dict[RowId, CustodyEvent] = {each.id: each for each in corrected(stored)}
        moved = {about for _, about in pairs}
        self._moved = {each.id: to_text(each.occurred_at) for each in stored if each.id in moved}

    def reach(self) -> tuple[str, ...]:
        """Return the first and the last of the dates, as they are written, in no order."""
        stored = custody_hours.reach(self._connection, self._case_id, self._moved)
        return (*stored, *(each.occurred_at.isoformat() for each in self._corrected()))

    def within(self, days: Days, most: int) -> list[Point] | None:
        """Return the points of these days; None if there are more than so many."""
        if sum(self.heaps(days, _YEAR).values()) > most:
            return None
        ids = [
            RowId(each) for each in custody_hours.within(self._connection, self._case_id, days, self._moved)
        ]
        ids += [each.id for each in self._corrected() if _is_in(each, days)]
        return list(self._points(ids))

    def heaps(self, days: Days, length: int) -> Mapping[str, int]:
        """Return how many events begin in each part of time."""
        found = custody_hours.heaps(self._connection, self._case_id, days, length, self._moved)
        for each in self._corrected():
            if _is_in(each, days):
                part = each.occurred_at.isoformat()[:length]
                found[part] = found.get(part, 0) + 1
        return dict(sorted(found.items()))

    def _corrected(self) -> Iterator[CustodyEvent]:
        return (self._told[each] for each in self._moved)

    def _points(self, ids: Iterable[RowId]) -> Iterator[Point]:
        events = registry.CUSTODY_EVENT.among(self._connection, "id", ids)
        named = registry.EXHIBIT.among(self._connection, "id", {each.exhibit_id for each in events})
        numbers = {each.id: each.number for each in named}
        for stored in events:
            event = self._told.get(stored.id, stored)
            yield Point(
                lane=ChronologyLane.CUSTODY,
                kind="custody_event",
                about=event.exhibit_id,
                number=numbers.get(event.exhibit_id, ""),
                since=PartialDate.of(event.occurred_at),
                what=event.action,
                also=event.result or event.lacked,
                text=self._text(event),
            )

    def _text(self, event: CustodyEvent) -> str:
        """Return the place, and who gave it to whom; of a correction, which event it corrects, and how."""
        if event.action is CustodyAction.CORRECTION and event.corrects in self._told:
            values = (event.wrong_value, event.right_value)
            said = [each for each in values if each and value_said(event, each) is each]
            return ": ".join(filter(None, (str(self._told[event.corrects].number), " \u2192 ".join(said))))
        parties = (event.from_party, event.to_party)
        return ", ".join(filter(None, (event.place, " \u2192 ".join(filter(None, parties)))))


def _is_in(event: CustodyEvent, days: Days) -> bool:
    return days[0] <= event.occurred_at.isoformat() < days[1]
