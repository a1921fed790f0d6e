"""Stated times: the latest time that the entries of a chain stated, carried from entry to entry.

An approval is of the time of its act. An entry could say an earlier time, that of an old approval.
"""

from dataclasses import dataclass
from datetime import datetime

from thb_desktop.ledger.entry import CLOCK_WENT_BACK, Entry


@dataclass(slots=True)
class StatedTimes:
    """latest: the latest time since the clock was last said to be set back. highest: of all entries."""

    latest: datetime | None = None
    highest: datetime | None = None

    def take(self, entry: Entry) -> None:
        """Take the next entry."""
        self.highest = entry.at if self.highest is None else max(self.highest, entry.at)
        if self.latest is None or entry.action == CLOCK_WENT_BACK:
            self.latest = entry.at
        else:
            self.latest = max(self.latest, entry.at)

    def of(self, entry: Entry) -> datetime:
        """Return the time of an entry: not before one that an earlier entry stated."""
        return entry.at if self.latest is None else max(self.latest, entry.at)

    def highest_at(self, entry: Entry) -> datetime:
        """The same, also over a clock that was said to be set back."""
        return entry.at if self.highest is None else max(self.highest, entry.at)
