"""Time: what a clock claims."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from thb_desktop.domain.vocabulary import ClockSource
from thb_desktop.domain.zones import fixed, zone_of

_IN_TEXT = re.compile(r"([^\[\]]+)(?:\[([A-Za-z]+(?:/[A-Za-z0-9_+-]+)+)\])?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the computer's clock said at one moment, with data to check it later.

    at: aware, microseconds, in UTC. boot: an id of this run of the machine, or empty. monotonic: nanoseconds
    since some start, never running backwards within one boot.
    """

    at: datetime
    source: ClockSource
    boot: str
    monotonic: int


class Clock(Protocol):
    """The source of time; callers pass it in so that a test or a demonstration can fix it."""

    def read(self) -> Reading: ...


def to_text(at: datetime) -> str:
    """Write an aware time as ISO 8601 with microseconds and its own offset, as rows and entries store it.

    If the zone of its place is known (IANA), it follows in brackets (RFC 9557).
    """
    if at.tzinfo is None:
        message = "a time without an offset cannot be kept"
        raise ValueError(message)
    zone = zone_of(at)
    return at.isoformat(timespec="microseconds") + (f"[{zone}]" if zone else "")


def from_text(text: str) -> datetime:
    """Read what `to_text` wrote.

    A time without an offset is refused. The rules of its zone are not applied.
    """
    found = _IN_TEXT.fullmatch(text) if text.endswith("]") else None
    at = datetime.fromisoformat(found[1] if found else text)
    offset = at.utcoffset()
    if offset is None:
        message = "a time without an offset cannot be read"
        raise ValueError(message)
    return fixed(at.replace(tzinfo=None), offset, found[2]) if found else at
