"""What is to be told of what sums and flows count: each transaction but those whose status says otherwise."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from thb_desktop.domain.finance import Transaction
from thb_desktop.domain.finance_codes import NOT_BOOKED, BookingStatus, DayKind

CountedName = Literal["not_booked", "own_not_counted", "own_counted", "unstated", "value_dates"]
"""Which sentence about what is counted, and what is not, is meant."""
OWN = frozenset({BookingStatus.OWN, BookingStatus.OWN_IN_STATEMENT})
_NAMED = 5
"""Words of banks that one sentence names."""
_NO_WORDS, _MORE = "\u2013", "\u2026"


@dataclass(frozen=True, slots=True)
class OwnStatus:
    """A status in the words of a bank: whether such transactions are counted, and how many these are."""

    words: str
    is_counted: bool
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """not_booked: transactions that are not counted, since they are only announced or were refused.

    own: those whose status the bank states in its own words. unstated: those that are counted without a
    stated status. value_dates: those of which the value date alone is known.
    """

    not_booked: int = 0
    own: tuple[OwnStatus, ...] = ()
    unstated: int = 0
    value_dates: int = 0

    def told(self) -> Iterator[tuple[CountedName, int, str]]:
        """Return what is to be said, in this order: which it is, of how many, and the words of the bank."""
        left, left_words = self.own_told(is_counted=False)
        own, own_words = self.own_told(is_counted=True)
        each: tuple[tuple[CountedName, int, str], ...] = (
            ("not_booked", self.not_booked, ""),
            ("own_not_counted", left, left_words),
            ("own_counted", own, own_words),
            ("unstated", self.unstated, ""),
            ("value_dates", self.value_dates, ""),
        )
        return (one for one in each if one[1])

    def own_told(self, *, is_counted: bool) -> tuple[int, str]:
        """Return how many have a status in the words of a bank, and these words."""
        found = [each for each in self.own if each.is_counted is is_counted]
        words = [f"\u201c{each.words}\u201d" if each.words else _NO_WORDS for each in found]
        more = [_MORE] if len(words) > _NAMED else []
        return sum(each.count for each in found), ", ".join((*words[:_NAMED], *more))


def is_own(status: BookingStatus | None, written: str) -> bool:
    """Whether the words of the bank are all that is known of a status: nobody said what they mean."""
    return status in OWN or (status is None and bool(written))


def own_statuses(found: Iterable[tuple[BookingStatus | None, str, int]]) -> tuple[OwnStatus, ...]:
    """Return the statuses in the words of banks, those of most transactions first.

    found: each status with its words, and of how many.
    """
    counts = Counter[tuple[str, bool]]()
    for status, written, count in found:
        if is_own(status, written):
            counts[written, status not in NOT_BOOKED] += count
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return tuple(OwnStatus(words, is_counted, count) for (words, is_counted), count in ordered)


def counted_of(transactions: Iterable[Transaction]) -> Counted:
    """Return what is to be told of transactions; of those that were struck out, nothing."""
    standing = [each for each in transactions if not each.struck]
    return Counted(
        not_booked=sum(each.status in NOT_BOOKED and each.status not in OWN for each in standing),
        own=own_statuses((each.status, each.status_written, 1) for each in standing),
        unstated=sum(each.status is None and not each.status_written for each in standing),
        value_dates=sum(each.day_kind is DayKind.VALUE for each in standing),
    )
