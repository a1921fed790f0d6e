"""Reads XLIFF 2.1 that came back: its form only. `exchange.returned` compares it with what was sent."""

import re
from collections.abc import Iterator
from itertools import count

from thb_desktop.errors import (
    ExchangeFormatError,
    ExchangeLayoutError,
    ExchangeOverLimitError,
    ExchangeVersionError,
)
from thb_desktop.exchange.returned import ReturnedFile, ReturnedUnit
from thb_desktop.exchange.units import ExchangeNote, Side
from thb_desktop.exchange.untrusted import limits
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
    reader = _Reader()
    root = read_xml(untrusted, take={f"{_TAG}unit": reader.take})
    if root.local != "xliff":
        raise ExchangeFormatError("the file is no XLIFF")
    if root.namespace != SPACE or root.attributes.get("version") != VERSION:
        raise ExchangeVersionError("the file is of another version than XLIFF 2.1")
    files = list(root.named(f"{_TAG}file"))
    if len(files) != 1:
        raise ExchangeLayoutError("the file has several parts, or none", root.line)
    languages = (root.attributes.get("srcLang", ""), root.attributes.get("trgLang", ""))
    return ReturnedFile(
        source_language=languages[0],
        target_language=languages[1],
        units=tuple(reader.read[unit] for unit in _units(files[0])),
    )


class _Reader:
    """Reads each unit as it ends, so that no two are held as XML."""

    def __init__(self) -> None:
        self.read: dict[Element, ReturnedUnit] = {}
        self._notes = self._quoted = 0

    def take(self, root: Element, unit: Element) -> None:
        verify_count(len(self.read) + 1)
        languages = (root.attributes.get("srcLang", ""), root.attributes.get("trgLang", ""))
        self.read[unit] = read = _read_unit(unit, languages)
        self._notes += len(read.notes)
        self._quoted += sum(len(note.quoted) for note in read.notes)
        if self._notes > limits.NOTES or self._quoted > limits.QUOTED:
            raise ExchangeOverLimitError("the file has too many notes")


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
        key=untrusted.attributes.get("id", ""),
        source=source.text,
        target=target.text,
        state=read_state(told.get("state"), told.get("subState"), has_target=bool(target.text)),
        digest=untrusted.attributes.get(_DIGEST, ""),
        notes=tuple(_notes(untrusted, source, target)),
    )


def _notes(untrusted: Element, source: ReadInline, target: ReadInline) -> Iterator[ExchangeNote]:
    """Return the notes of a unit with their places, then the remarks that stand in a mark itself."""
    read_of = {Side.SOURCE: source, Side.TARGET: target}
    places = {
        mark.note_id: (side, mark.start, mark.end) for side, read in read_of.items() for mark in read.marks
    }
    notes = [note for each in untrusted.named(f"{_TAG}notes") for note in each.named(f"{_TAG}note")]
    remarks = [
        (side, start, end, text) for side, read in read_of.items() for text, start, end in read.remarks
    ]
    if len(notes) + len(remarks) > _MOST_NOTES:
        raise ExchangeLayoutError("a unit has too many notes", untrusted.line)
    ids, quoted = _Ids(), 0
    for note in notes:
        category, written_id = note.attributes.get("category", ""), note.attributes.get("id", "")
        if category == SPEAKER:
            continue
        side, start, end = places.get(written_id, (_side(note), 0, 0))
        quoted = _verify_quoted(quoted + end - start)
        yield ExchangeNote(
            id=ids.free(written_id.removeprefix(_NOTE)),
            text=note.text(),
            code=category if _CODE.fullmatch(category) else "",
            side=side,
            start=start,
            end=end,
            quoted=read_of[side].text[start:end] if side else "",
        )
    for side, start, end, text in remarks:
        quoted = _verify_quoted(quoted + end - start)
        words = read_of[side].text[start:end]
        yield ExchangeNote(id=ids.free(""), text=text, side=side, start=start, end=end, quoted=words)


def _verify_quoted(quoted: int) -> int:
    if quoted > limits.QUOTED:
        raise ExchangeOverLimitError("the notes of a unit quote too much")
    return quoted


def _side(note: Element) -> Side | None:
    told = note.attributes.get("appliesTo")
    return Side(told) if told in ("source", "target") else None


class _Ids:
    """The ids of the notes of a unit: its own, or a new one if that is not usable or not free."""

    def __init__(self) -> None:
        self._taken = set[str]()
        self._new = count(1)

    def free(self, told: str) -> str:
        found = told if _USABLE_ID.fullmatch(told) else ""
        while not found or found in self._taken:
            found = f"new{next(self._new)}"
        self._taken.add(found)
        return found
