"""What the custody of the exhibits in a bundle leaves open, by the same rules as in the office."""

from collections.abc import Mapping
from datetime import datetime

from thb_desktop.domain.confirmations import UNCONFIRMED
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_corrected import corrected
from thb_desktop.domain.custody_findings import check_custody, in_order
from thb_desktop.domain.custody_reading import minute_of
from thb_desktop.domain.custody_shown import here_since, shown_of
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.record import from_record
from thb_desktop.errors import FormatError
from thb_desktop.findings import Finding, Standing, Where, holds
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.streamed import Spend
from thb_desktop.verify.limits import ROW

MOST_EVENTS = 1000
"""The events of an exhibit that are read together: of more, the custody sheet alone tells."""


class CustodyOpen:
    """Takes the exhibits that the data of a bundle tell, one by one.

    keep: told the memory that is not given back. What cannot be read is passed over here: whether the data
    are those that were signed, another check says.
    """

    def __init__(self, keep: Spend) -> None:
        self._keep = keep
        self._at: datetime | None = None
        self._numbers: list[str] = []
        self._unconfirmed: list[str] = []
        self._since: dict[str, tuple[str, datetime]] = {}
        self._shown: dict[str, datetime] = {}

    def take_time(self, told: Mapping[str, Value]) -> None:
        """Take when the bundle was made: what was open then is told."""
        try:
            at = datetime.fromisoformat(str(told.get("made_at")))
        except ValueError:
            return
        self._at = at if at.tzinfo is not None else None

    def take(self, told: Mapping[str, Value]) -> None:
        """Take an exhibit with its files and events."""
        try:
            exhibit = from_record(Exhibit, _row(told.get("exhibit")))
            files = [from_record(ExhibitFile, _row(each)) for each in _rows(told.get("files"))]
            entries = [_row(each).get("event") for each in _rows(told.get("custody"))]
            events = [from_record(CustodyEvent, _row(each)) for each in entries]
        except FormatError:
            return
        if self._at is None or len(events) > MOST_EVENTS:
            return
        if since := here_since(exhibit, in_order(corrected(events))):
            self._keep(ROW)
            self._since[exhibit.id] = exhibit.number, since
        found = check_custody(exhibit, events, files, at=self._at)
        if any(finding.standing is not Standing.HOLDS for finding in found):
            self._keep(ROW)
            self._numbers.append(exhibit.number)
        if not UNCONFIRMED.isdisjoint(finding.case for finding in found):
            self._keep(ROW)
            self._unconfirmed.append(exhibit.number)

    def take_record(self, told: Mapping[str, Value]) -> None:
        """Take what a record says was shown, and when (V-E-15)."""
        from thb_desktop.domain.interview import TimelineEvent  # a bundle may have no record

        try:
            events = [from_record(TimelineEvent, _row(each)) for each in _rows(told.get("timeline"))]
        except FormatError:
            return
        for exhibit_id, shown in shown_of(("", each) for each in events).items():
            if exhibit_id not in self._shown:
                self._keep(ROW)
            self._shown[exhibit_id] = min(shown[0].at, self._shown.get(exhibit_id, shown[0].at))

    def found(self) -> list[Finding]:
        """Return which exhibits have findings, if any has, which were shown before they came as a record in
        the bundle says, and transfers that a party has not confirmed.
        """
        early = [
            number
            for own_id, (number, since) in self._since.items()
            if own_id in self._shown and minute_of(self._shown[own_id]) < since
        ]
        told = (
            ("open-in-custody", self._numbers),
            ("shown-before-arrival", early),
            ("transfers-unconfirmed", self._unconfirmed),
        )
        return [holds(code, where=Where(kind="exhibit", names=tuple(names))) for code, names in told if names]


def _rows(value: Value) -> list[Value]:
    return value if isinstance(value, list) else []


def _row(value: Value) -> Mapping[str, Value]:
    if not isinstance(value, dict):
        raise FormatError("an entry is not a row")
    return value
