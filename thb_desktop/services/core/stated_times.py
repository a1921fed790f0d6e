"""Stated times: the latest time that the entries of a chain stated, carried from entry to entry.

An approval is of the time of its act. An entry could say an earlier time, that of an old approval.
"""

from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.second_person import VALID_FOR
from thb_desktop.ledger.entry import CLOCK_WENT_BACK, Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class SetBack:
    """A clock that an entry says was set back, by more than an approval is valid."""

    entry: int
    before: datetime
    after: datetime


@dataclass(slots=True)
class StatedTimes:
    """latest: the latest time since the clock was last said to be set back. back: when it last was, by more
    than an approval is valid; in small steps too. highest: the latest time since then.
    """

    latest: datetime | None = None
    highest: datetime | None = None
    back: SetBack | None = None

    def take(self, entry: Entry) -> SetBack | None:
        """Take the next entry. Returns what it says, if it is that the clock was set back so."""
        is_back = entry.action == CLOCK_WENT_BACK
        found = None
        if is_back and self.highest is not None and self.highest - entry.at > VALID_FOR:
            found = self.back = SetBack(entry=entry.seq, before=self.highest, after=entry.at)
        if self.highest is None or found:
            self.highest = entry.at
        else:
            self.highest = max(self.highest, entry.at)
        self.latest = entry.at if self.latest is None or is_back else max(self.latest, entry.at)
        return found

    def of(self, entry: Entry) -> datetime:
        """Return the time of an entry: not before one that an earlier entry stated."""
        return entry.at if self.latest is None else max(self.latest, entry.at)

    def before_back(self, entry: Entry) -> datetime:
        """The same, also over a clock that was said to be set back."""
        return self.of(entry) if self.back is None else max(self.back.before, self.of(entry))
