"""Writes units as XLIFF 2.1."""

from collections.abc import Iterator

from thb_desktop.exchange.units import ExchangeFile, ExchangeNote, ExchangeUnit, Side
from thb_desktop.exchange.xliff import OWN_SPACE, SPACE, VERSION
from thb_desktop.exchange.xliff.inline import Mark, write_inline
from thb_desktop.exchange.xliff.states import written
from thb_desktop.exchange.xml_text import HEAD, in_attribute, in_text

SPEAKER = "speaker"
"""The category of the note that says who spoke."""
_SPEAKER_ID = "speaker"
_MARK = {Side.SOURCE: "s", Side.TARGET: "t"}
"""How the id of a mark begins: a mark in the source and one in the target never have one id."""


def write_xliff(exchange: ExchangeFile) -> bytes:
    """Return the file. Raises TextUnwritableError for a note or label that XML cannot hold."""
    return "".join(_file(exchange)).encode()


def _file(exchange: ExchangeFile) -> Iterator[str]:
    yield HEAD
    yield (
        f'<xliff xmlns="{SPACE}" xmlns:thb="{OWN_SPACE}" version="{VERSION}"'
        f' srcLang="{exchange.source_language}" trgLang="{exchange.target_language}">\n'
        f'<file id="f1" original="{in_attribute(exchange.reference)}" canResegment="no"'
        ' xml:space="preserve">\n'
    )
    for unit in exchange.units:
        yield from _unit(unit, exchange.key_of(unit))
    yield "</file>\n</xliff>\n"


def _unit(unit: ExchangeUnit, key: str) -> Iterator[str]:
    state, sub_state = written(unit.state)
    yield (
        f'<unit id="{key}" name="{in_attribute(unit.number, unit.number)}"'
        f' thb:sourceDigest="{unit.source_digest}">\n'
    )
    yield from _notes(unit)
    yield f'<segment id="g1" state="{state}" subState="{sub_state}">\n'
    yield f"<source>{write_inline(unit.source, _marks(unit, Side.SOURCE))}</source>\n"
    if unit.target:
        yield f"<target>{write_inline(unit.target, _marks(unit, Side.TARGET))}</target>\n"
    yield "</segment>\n</unit>\n"


def _notes(unit: ExchangeUnit) -> Iterator[str]:
    if not unit.speaker and not unit.notes:
        return
    yield "<notes>\n"
    if unit.speaker:
        speaker = in_text(unit.speaker, unit.number)
        yield f'<note id="{_SPEAKER_ID}" category="{SPEAKER}" appliesTo="source">{speaker}</note>\n'
    for note in unit.notes:
        side = f' appliesTo="{note.side.value}"' if note.side else ""
        category = f' category="{in_attribute(note.code, unit.number)}"' if note.code else ""
        yield f'<note id="n-{note.id}"{side}{category}>{in_text(note.text, unit.number)}</note>\n'
    yield "</notes>\n"


def _marks(unit: ExchangeUnit, side: Side) -> list[Mark]:
    return [
        Mark(id=f"{_MARK[side]}{number}", note_id=f"n-{note.id}", start=note.start, end=note.end)
        for number, note in enumerate(unit.notes, 1)
        if _is_placed(note, side)
    ]


def _is_placed(note: ExchangeNote, side: Side) -> bool:
    return note.side is side and bool(note.end)
