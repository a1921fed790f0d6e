"""Time: what a clock claims, and dates as testimony gives them."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from thb_desktop.domain.vocabulary import ClockSource


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the computer's clock said at one moment, and what can be used to doubt it later.

    at: aware, microseconds, in UTC. boot: an id of this run of the machine, empty where there is none.
    monotonic: nanoseconds since some start, never running backwards within one boot.
    """

    at: datetime
    source: ClockSource
    boot: str
    monotonic: int


class Clock(Protocol):
    """Where time comes from; handed in from outside so that a test or a demonstration can fix it."""

    def read(self) -> Reading: ...


def to_text(at: datetime) -> str:
    """Write an aware time as ISO 8601 with microseconds and its own offset, as rows and entries hold it."""
    if at.tzinfo is None:
        message = "a time without an offset cannot be kept"
        raise ValueError(message)
    return at.isoformat(timespec="microseconds")


def from_text(text: str) -> datetime:
    """Read what `to_text` wrote; a time without an offset is refused."""
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        message = "a time without an offset cannot be read"
        raise ValueError(message)
    return at


def in_utc(at: datetime) -> datetime:
    """Order is by this: the same moment in UTC."""
    return at.astimezone(UTC)
