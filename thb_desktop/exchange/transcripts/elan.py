"""ELAN (.eaf): tiers of annotations on a time line. Each tier of its own is one speaker's.

Tiers that hang on another one (translations, glosses, languages) are named and not read. No recording that
the file names is opened.
"""

from collections.abc import Mapping

from thb_desktop.errors import ExchangeFormatError
from thb_desktop.exchange.transcripts.turns import Reading, Transcript, TranscriptTurn
from thb_desktop.exchange.untrusted.encodings import encoding_of
from thb_desktop.exchange.untrusted.xml import Element, read_xml

_MOST_DIGITS = 10


def read_eaf(untrusted: bytes) -> Transcript:
    """Return the turns of a file in the order of their times.

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
    turns: list[TranscriptTurn] = []
    for tier in root.named("TIER"):
        if "PARENT_REF" in tier.attributes:
            reading.tell("transcript.tier", tier.line)
        else:
            turns += _read_tier(tier, slots, reading)
    for turn in sorted(turns, key=lambda each: (each.start is None, each.start or 0)):
        reading.add(turn)
    return reading.done(encoding_of(untrusted))


def _read_tier(tier: Element, slots: Mapping[str, int | None], reading: Reading) -> list[TranscriptTurn]:
    told, turns = tier.attributes, []
    speaker = told.get("PARTICIPANT") or told.get("TIER_ID", "")
    for annotation in tier.named("ANNOTATION"):
        found = annotation.first("ALIGNABLE_ANNOTATION")
        value = found.first("ANNOTATION_VALUE") if found else None
        if found is None or value is None:
            reading.tell("transcript.left-out", annotation.line)
            continue
        start = slots.get(found.attributes.get("TIME_SLOT_REF1", ""))
        end = slots.get(found.attributes.get("TIME_SLOT_REF2", ""))
        if start is None or end is None:
            reading.tell("transcript.times", found.line)
        turns.append(
            TranscriptTurn(
                line=found.line,
                text=value.text(),
                speaker=speaker,
                language=told.get("LANG_REF", ""),
                start=start,
                end=end,
            )
        )
    return turns


def _time(told: str | None) -> int | None:
    is_number = told is not None and told.isascii() and told.isdigit() and len(told) <= _MOST_DIGITS
    return int(told) if told is not None and is_number else None
