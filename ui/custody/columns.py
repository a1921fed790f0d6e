"""The columns of the list of custody events."""

from collections.abc import Callable

from ui.clock import occurred
from ui.custody.event_card import n_of_count
from ui.custody.view_model import EventRow
from ui.labels import words
from ui.labels.events import event_words
from ui.rows import Column
from ui.text import listed, translate, when
from ui.tones import Tone


def event_columns(counted: Callable[[int], str]) -> tuple[Column[EventRow], ...]:
    """Return the columns. counted: a number of findings in words."""
    return (
        Column(
            title=translate("CustodyView", "Exhibit"),
            read=lambda row: row.exhibit.number,
            width=96,
            exact=True,
        ),
        Column(
            title=translate("CustodyView", "Event"),
            read=n_of_count,
            width=88,
        ),
        Column(title=translate("CustodyView", "What"), read=lambda row: event_words(row.event)),
        Column(
            title=translate("CustodyView", "Date and time"),
            read=lambda row: when(occurred(row.event)),
            width=178,
            exact=True,
        ),
        Column(title=translate("CustodyView", "By"), read=lambda row: row.event.actor, width=160),
        Column(
            title=translate("CustodyView", "Remark"),
            read=lambda found: _remark(found, counted),
            width=208,
            tone=_tone,
        ),
    )


def _remark(found: EventRow, counted: Callable[[int], str]) -> str:
    """Return how much is open, and beside it that the event was entered late.

    What leaves nothing open, such as who has not confirmed a transfer yet, is a remark on the card, and is
    not counted.
    """
    late = translate("CustodyView", "Late entry") if found.is_late else ""
    if found.is_open:
        return listed(filter(None, (counted(found.open), late)))
    if found.is_mismatch:
        return words(found.event.result)
    corrected = translate("CustodyView", "Corrected") if found.is_corrected else ""
    result = words(found.event.result) if found.event.result else ""
    return listed(filter(None, (late, corrected))) or result


def _tone(found: EventRow) -> Tone | None:
    if found.is_alarming:
        return Tone.BAD
    if found.is_open:
        return Tone.WARN
    if found.is_corrected:
        return Tone.WARN
    if found.is_late:
        return Tone.PLAIN
    return Tone.OK if found.event.result else Tone.PLAIN
