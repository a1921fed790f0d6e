"""ELAN (.eaf): tiers of annotations on a time line. Each tier of its own is one speaker's.

Tiers that hang on another one (translations, glosses, languages) are named and not read. No recording that
the file names is opened.

The viewer has a reader of its own (`inspect.looks.transcribed`), for another question: it shows all that a
file has, as far as that can be read. What becomes turns of a record is refused where it is not understood,
and each part that is left out is told with its line.
"""

from collections.abc import Mapping

from thb_desktop.errors import ExchangeFormatError
from thb_desktop.exchange.transcripts.turns import Reading, Transcript, TranscriptTurn
from thb_desktop.exchange.untrusted.encodings import encoding_of
from thb_desktop.exchange.untrusted.xml import Element, read_xml

_MOST_DIGITS = 10
_Place = tuple[int, int]
_LAST = 1 << 62, 0


def read_eaf(untrusted: bytes) -> Transcript:
    """Return the turns of a file in the order of their times; one without stands where its slot does.

    Raises ExchangeFormatError, and what `read_xml` raises.
    """
    root, reading = read_xml(untrusted), Reading()
    order, header = root.first("TIME_ORDER"), root.first("HEADER")
    if root.name != "ANNOTATION_DOCUMENT" or order is None:
        raise ExchangeFormatError("the file is no annotation document of ELAN")
    if header is not None and header.attributes.get("TIME_UNITS", "milliseconds") != "milliseconds":
        raise ExchangeFormatError("the times of the file are not in milliseconds")
    slots = {
        slot.attributes.get("TIME_SLOT_ID", ""): _time(slot.attributes.get("TIME_VALUE"))
        for slot in order.named("TIME_SLOT")
    }
    places, turns = _places(slots), list[tuple[_Place, TranscriptTurn]]()
    for tier in root.named("TIER"):
        if "PARENT_REF" in tier.attributes:
            reading.tell("transcript.tier", tier.line)
        else:
            turns += _read_tier(tier, slots, places, reading)
    for _, turn in sorted(turns, key=lambda each: each[0]):
        reading.add(turn)
    return reading.done(encoding_of(untrusted))


def _places(slots: Mapping[str, int | None]) -> dict[str, _Place]:
    """Return the place of each slot: its time, or the last one before it, and how many stand before it."""
    found, latest = dict[str, _Place](), 0
    for number, (slot, time) in enumerate(slots.items()):
        latest = latest if time is None else time
        found[slot] = latest, number
    return found


def _read_tier(
    tier: Element, slots: Mapping[str, int | None], places: Mapping[str, _Place], reading: Reading
) -> list[tuple[_Place, TranscriptTurn]]:
    """Return the turns of a tier, each with its place."""
    told, turns = tier.attributes, list[tuple[_Place, TranscriptTurn]]()
    speaker = told.get("PARTICIPANT") or told.get("TIER_ID", "")
    for annotation in tier.named("ANNOTATION"):
        found = annotation.first("ALIGNABLE_ANNOTATION")
        value = found.first("ANNOTATION_VALUE") if found else None
        if found is None or value is None:
            reading.tell("transcript.left-out", annotation.line)
            continue
        first, last = (found.attributes.get(f"TIME_SLOT_REF{each}", "") for each in (1, 2))
        start, end = slots.get(first), slots.get(last)
        begins, ends = places.get(first, _LAST), places.get(last, _LAST)
        if start is None or end is None:
            reading.tell("transcript.times", found.line)
        turn = TranscriptTurn(
            line=found.line,
            text=value.text(),
            speaker=speaker,
            language=told.get("LANG_REF", ""),
            start=start,
            end=end,
        )
        turns.append((begins if start is not None else min(begins, ends), turn))
    return turns


def _time(told: str | None) -> int | None:
    is_number = told is not None and told.isascii() and told.isdigit() and len(told) <= _MOST_DIGITS
    return int(told) if told is not None and is_number else None
