"""Stated times: the latest time that the entries of a chain stated, carried from entry to entry.

An approval is of the time of its act. An entry could say an earlier time, that of an old approval. So the
unlock takes the times of all entries, also of those that it checked before: they follow from the chain alone,
and nobody can set them back who cannot take an entry out of it.
"""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime

from thb_desktop.domain.second_person import VALID_FOR, is_recorded_in_time
from thb_desktop.ledger.entry import CLOCK_WENT_BACK, Entry
from thb_desktop.ledger.fields import instant_of
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry, told_rows
from thb_desktop.vault.tables.chain import begins_with

_AT, _LONG = b'","at":"', len("2026-05-04T12:00:00.000000+00:00")
_SAYS_BACK = begins_with(CLOCK_WENT_BACK)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetBack:
    """A clock that an entry says was set back, by more than an approval is valid. ahead: the entry that
    stated the time before.
    """

    entry: int
    before: datetime
    after: datetime
    ahead: int


@dataclass(slots=True)
class StatedTimes:
    """latest: the latest time since the clock was last said to be set back. back: when it last was, by more
    than an approval is valid; in small steps too. highest: the latest time since then; ahead: the entry that
    stated it first.
    """

    latest: datetime | None = None
    highest: datetime | None = None
    ahead: int = 0
    back: SetBack | None = None

    def take(self, entry: Entry) -> SetBack | None:
        """Take the next entry. Returns what it says, if it is that the clock was set back so."""
        return self.take_time(entry.seq, entry.at, is_back=entry.action == CLOCK_WENT_BACK)

    def take_time(self, seq: int, at: datetime, *, is_back: bool) -> SetBack | None:
        """The same of an entry of which only this was read. is_back: it says that the clock was set back."""
        found = None
        if is_back and self.highest is not None and self.highest - at > VALID_FOR:
            found = self.back = SetBack(entry=seq, before=self.highest, after=at, ahead=self.ahead)
        if self.highest is None or found or at > self.highest:
            self.highest, self.ahead = at, seq
        self.latest = at if self.latest is None or is_back else max(self.latest, at)
        return found

    def of(self, entry: Entry) -> datetime:
        """Return the time of an entry: not before one that an earlier entry stated."""
        return entry.at if self.latest is None else max(self.latest, entry.at)

    def before_back(self, entry: Entry) -> datetime:
        """The same, also over a clock that was said to be set back."""
        return self.of(entry) if self.back is None else max(self.back.before, self.of(entry))


@dataclass(slots=True)
class TimesBefore:
    """What the entries up to these numbers stated, taken while the chain is read. sizes: the numbers."""

    sizes: Collection[int]
    _found: dict[int, StatedTimes] = field(default_factory=dict)
    _times: StatedTimes = field(default_factory=StatedTimes)
    _size: int = 0

    def take(self, entry: bytes) -> None:
        """Take the next entry as it is stored. One without a time that can be read states none: the check of
        the chain names it.
        """
        self._size += 1
        at = _time_of(entry)
        if at is not None:
            self._times.take_time(self._size, at, is_back=entry.startswith(_SAYS_BACK))
        if self._size in self.sizes:
            self._found[self._size] = replace(self._times)

    def at(self, size: int) -> StatedTimes:
        """Return what so many entries stated: one of `sizes`, or none."""
        return replace(self._found.get(size, StatedTimes()))


def doubted_before(connection: Connection, back: SetBack | None, until: int) -> int:
    """Return the entry that said that the clock was set back, if an act up to this one was told for it as a
    doubt already: one with an approval from before. Otherwise 0.
    """
    if back is None:
        return 0
    for key in told_rows.told_between(connection, registry.APPROVAL.name, back.entry, until):
        approval = registry.APPROVAL.find(connection, key)
        is_earlier = approval is not None and approval.at < back.before
        if approval is not None and is_earlier and not is_recorded_in_time(approval, back.before):
            return back.entry
    return 0


def _time_of(entry: bytes) -> datetime | None:
    """Return the time of an entry. Its fields are in alphabetical order, and none before it has a quote."""
    place = entry.find(_AT)
    told = entry[place + len(_AT) : place + len(_AT) + _LONG] if place >= 0 else b""
    return instant_of(told.decode("latin-1")) if told else None
