"""Collecting: the texts of one file, part by part, within limits, and what could not be looked into."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from thb_desktop.inspect.texts.codings import decoded

MOST_TEXT = 60 << 20
"""Code points of all parts together."""
MOST_BYTES = 512 << 20
"""Bytes of all parts after they were unpacked."""
MOST_PARTS = 20_000
DEEPEST = 6
"""Files within files."""
_LONGEST_PART = 400
RECORD, FIELD = "\x1e", "\x1f"


class Unread(StrEnum):
    """Why something was not searched."""

    ENCRYPTED = "ENCRYPTED"
    PIXELS = "PIXELS"
    SOUND = "SOUND"
    UNKNOWN = "UNKNOWN"
    DAMAGED = "DAMAGED"
    TOO_MUCH = "TOO_MUCH"
    LETTERS = "LETTERS"
    """Drawn text of which the file does not say the letters."""


class TooMuchError(Exception):
    """More than may be read of one file."""


@dataclass(slots=True)
class Collected:
    """What was found so far. parts: the place in the file, and its text. unread: places, and why."""

    parts: list[tuple[str, str]] = field(default_factory=list)
    unread: dict[str, set[str]] = field(default_factory=dict)
    length: int = 0
    inflated: int = 0

    def text(self, part: str, text: str) -> None:
        if not text.strip():
            return
        self.length += len(text)
        if self.length > MOST_TEXT or len(self.parts) >= MOST_PARTS:
            raise TooMuchError
        self.parts.append((part[:_LONGEST_PART], text))

    def data(self, part: str, data: bytes) -> None:
        """Take bytes as each text that they may be."""
        for text in decoded(data):
            self.text(part, text)

    def missed(self, part: str, why: Unread) -> None:
        self.unread.setdefault(why.value, set()).add(part[:_LONGEST_PART])

    def told(self) -> dict[str, str | int]:
        """What a confined process answers: texts with signs between them that none of them has."""
        parts = RECORD.join(FIELD.join(map(_plain, each)) for each in self.parts)
        unread = RECORD.join(
            FIELD.join((why, _plain(place)))
            for why, places in self.unread.items()
            for place in sorted(places)
        )
        return {"parts": parts, "unread": unread}

    def afford(self, size: int) -> None:
        """Count bytes that are unpacked. Raises TooMuchError."""
        self.inflated += size
        if self.inflated > MOST_BYTES:
            raise TooMuchError


def _plain(text: str) -> str:
    return text.replace(RECORD, " ").replace(FIELD, " ").encode("utf-8", "replace").decode()


Look = Callable[[Collected, str, bytes, int], None]
"""Look into bytes: what was collected, the place, the bytes, how many files they are within."""
