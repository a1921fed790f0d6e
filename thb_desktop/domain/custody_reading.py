"""What the rules of custody share: moments to the minute, parties, and transfers in their order."""

import string
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_kinds import CUSTODY_KINDS, Direction
from thb_desktop.domain.redaction_marks import MARK
from thb_desktop.findings import Finding

OPEN_AFTER = timedelta(hours=72)
"""How long a transfer may be under way, and a thing in the hands of whoever took it, before it is told."""

_AROUND = string.punctuation + "\u00ab\u00bb\u2018\u2019\u201c\u201d\u201e\u2013\u2014\u060c\u061b"
"""Signs around a word that do not belong to a name."""

_NOT_TOLD = frozenset(
    {
        *("not told in the data", "non indiqué dans les données", "niet vermeld in de gegevens"),
        *("in den Daten nicht genannt", "no indicado en los datos", "neindicat în date"),
    }
)
"""What stands in a case that was loaded where its data tell no party, in each language."""


def transfers(entered: Iterable[CustodyEvent]) -> Iterator[tuple[CustodyEvent, CustodyEvent | None]]:
    """Return each transfer that was sent with the event that received it, in the order of entry."""
    sent: CustodyEvent | None = None
    for event in entered:
        kind = CUSTODY_KINDS[event.action]
        if kind.paired and kind.direction is Direction.OUT:
            if sent is not None:
                yield sent, None
            sent = event
        elif kind.paired and sent is not None:
            yield sent, event
            sent = None
    if sent is not None:
        yield sent, None


def same_party(one: str, other: str) -> bool:
    """Whether two texts name the same: they are equal, or each word of the shorter one stands in the other,
    whatever stands around the words.

    Of a name that is masked nothing is said to the contrary.
    """
    if MARK.search(one) or MARK.search(other):
        return True
    if one.strip() == other.strip():
        return not is_blank(one)
    words = sorted((_words(one), _words(other)), key=len)
    return bool(words[0]) and words[0] <= words[1]


def is_party(text: str) -> bool:
    """Whether a text names somebody: a dash, or the words of a loaded case for what is not told, does not."""
    return any(each.isalnum() for each in text) and text.strip() not in _NOT_TOLD


def _words(text: str) -> set[str]:
    """Return the words, however their accents are written, without marks of direction, which nobody sees."""
    seen = "".join(each for each in text if unicodedata.category(each) != "Cf")
    same = unicodedata.normalize("NFC", unicodedata.normalize("NFC", seen).casefold())
    return {word for each in same.split() if (word := each.strip(_AROUND))}


def minute(event: CustodyEvent) -> datetime:
    return minute_of(event.occurred_at)


def minute_of(at: datetime) -> datetime:
    """Return the minute in UTC: what the program noted has seconds, what a person entered may not."""
    return at.astimezone(UTC).replace(second=0, microsecond=0)


def about(event: CustodyEvent, finding: Finding) -> Finding:
    return replace(finding, about=event.id)
