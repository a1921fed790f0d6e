"""Reads XLIFF 2.1 that came back: its form only. `exchange.returned` compares it with what was sent."""

import re
from collections.abc import Iterator

from thb_desktop.errors import ExchangeFormatError, ExchangeLayoutError, ExchangeVersionError
from thb_desktop.exchange.returned import ReturnedFile, ReturnedUnit
from thb_desktop.exchange.units import ExchangeNote, Side
from thb_desktop.exchange.untrusted.limits import verify_count
from thb_desktop.exchange.untrusted.xml import XML, Element, read_xml
from thb_desktop.exchange.xliff import OWN_SPACE, SPACE, VERSION
from thb_desktop.exchange.xliff.inline import ReadInline, read_inline
from thb_desktop.exchange.xliff.states import read_state
from thb_desktop.exchange.xliff.writing import SPEAKER

_TAG = f"{{{SPACE}}}"
_DIGEST = f"{{{OWN_SPACE}}}sourceDigest"
_NOTE = "n-"
_USABLE_ID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,79}")
_CODE = re.compile(r"[A-Z][A-Z_]{0,39}")
_MOST_NOTES = 1000
"""Of one unit."""


def read_xliff(untrusted: bytes) -> ReturnedFile:
    """Return the units of a file.

    Raises ExchangeFormatError for another format, ExchangeVersionError for another XLIFF than 2.1,
    ExchangeLayoutError for what this program did not write, and what `read_xml` raises.
    """
    root = read_xml(untrusted)
    if root.local != "xliff":
        raise ExchangeFormatError("the file is no XLIFF")
    if root.namespace != SPACE or root.attributes.get("version") != VERSION:
        raise ExchangeVersionError("the file is of another version than XLIFF 2.1")
    files = list(root.named(f"{_TAG}file"))
    if len(files) != 1:
        raise ExchangeLayoutError("the file has several parts, or none", root.line)
    languages = (root.attributes.get("srcLang", ""), root.attributes.get("trgLang", ""))
    units = list(_units(files[0]))
    verify_count(len(units))
    return ReturnedFile(
        source_language=languages[0],
        target_language=languages[1],
        units=tuple(_read_unit(unit, languages) for unit in units),
    )


def _units(untrusted: Element) -> Iterator[Element]:
    for child in untrusted.elements:
        if child.name == f"{_TAG}unit":
            yield child
        elif child.name == f"{_TAG}group":
            yield from _units(child)


def _read_unit(untrusted: Element, languages: tuple[str, str]) -> ReturnedUnit:
    segments = list(untrusted.named(f"{_TAG}segment"))
    if len(segments) != 1 or untrusted.first(f"{_TAG}ignorable") is not None:
        raise ExchangeLayoutError("a unit was divided", untrusted.line)
    sources, targets = (list(segments[0].named(f"{_TAG}{side}")) for side in ("source", "target"))
    if len(sources) != 1 or len(targets) > 1:
        raise ExchangeLayoutError("a unit has no source, or two of one text", segments[0].line)
    for text, language in zip((*sources, *targets), languages, strict=False):
        if text.attributes.get(f"{XML}lang", language).lower() != language.lower():
            raise ExchangeLayoutError("a text has another language than the file", text.line)
    source, target = read_inline(sources[0]), read_inline(targets[0] if targets else None)
    told = segments[0].attributes
    return ReturnedUnit(
        id=untrusted.attributes.get("id", ""),
        source=source.text,
        target=target.text,
        state=read_state(told.get("state"), told.get("subState"), has_target=bool(target.text)),
        digest=untrusted.attributes.get(_DIGEST, ""),
        notes=tuple(_notes(untrusted, source, target)),
    )


def _notes(untrusted: Element, source: ReadInline, target: ReadInline) -> Iterator[ExchangeNote]:
    """Return the notes of a unit with their places, then the remarks that stand in a mark itself."""
    places = {
        mark.note_id: (side, mark.start, mark.end, read.text[mark.start : mark.end])
        for side, read in ((Side.SOURCE, source), (Side.TARGET, target))
        for mark in read.marks
    }
    taken = set[str]()
    notes = [note for each in untrusted.named(f"{_TAG}notes") for note in each.named(f"{_TAG}note")]
    remarks = [
        (side, start, end, read.text[start:end], text)
        for side, read in ((Side.SOURCE, source), (Side.TARGET, target))
        for text, start, end in read.remarks
    ]
    if len(notes) + len(remarks) > _MOST_NOTES:
        raise ExchangeLayoutError("a unit has too many notes", untrusted.line)
    for note in notes:
        category, written_id = note.attributes.get("category", ""), note.attributes.get("id", "")
        if category == SPEAKER:
            continue
        side, start, end, quoted = places.get(written_id, (_side(note), 0, 0, ""))
        yield ExchangeNote(
            id=_free_id(written_id.removeprefix(_NOTE), taken),
            text=note.text(),
            code=category if _CODE.fullmatch(category) else "",
            side=side,
            start=start,
            end=end,
            quoted=quoted,
        )
    for side, start, end, quoted, text in remarks:
        yield ExchangeNote(id=_free_id("", taken), text=text, side=side, start=start, end=end, quoted=quoted)


def _side(note: Element) -> Side | None:
    told = note.attributes.get("appliesTo")
    return Side(told) if told in ("source", "target") else None


def _free_id(told: str, taken: set[str]) -> str:
    """Return the id that a note has, or a new one if it has none that is usable or free."""
    number, found = len(taken) + 1, told if _USABLE_ID.fullmatch(told) else ""
    while not found or found in taken:
        found, number = f"new{number}", number + 1
    taken.add(found)
    return found
