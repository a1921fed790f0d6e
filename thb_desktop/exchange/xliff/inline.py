"""The content of a source or target: text, characters that XML cannot hold, and marks around places.

A mark is `mrk` where marks lie within one another, and a pair of `sm` and `em` where they cross.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from thb_desktop.errors import ExchangeLayoutError
from thb_desktop.exchange.characters import XML_CANNOT
from thb_desktop.exchange.untrusted.xml import Element
from thb_desktop.exchange.xliff import SPACE
from thb_desktop.exchange.xml_text import in_text

_TAG = f"{{{SPACE}}}"
_REFERENCE = "#n="


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A place in a text to which a note belongs. start, end: code points."""

    id: str
    note_id: str
    start: int
    end: int


def write_inline(text: str, marks: Iterable[Mark]) -> str:
    """Return the content of a source or target with its marks."""
    nested, crossing = _divided(marks)
    at: dict[int, list[str]] = {}
    for mark in reversed(nested):
        at.setdefault(mark.end, []).append("</mrk>")
    for mark in crossing:
        at.setdefault(mark.end, []).append(f'<em startRef="{mark.id}"/>')
    for mark in crossing:
        at.setdefault(mark.start, []).append(f"<sm {_attributes(mark)}/>")
    for mark in nested:
        at.setdefault(mark.start, []).append(f"<mrk {_attributes(mark)}>")
    parts, last = [], 0
    for place in sorted(at):
        parts += [_written(text[last:place]), *at[place]]
        last = place
    return "".join((*parts, _written(text[last:])))


def _divided(marks: Iterable[Mark]) -> tuple[list[Mark], list[Mark]]:
    """Return the marks that lie within one another, the outer before the inner, and those that cross."""
    nested: list[Mark] = []
    crossing: list[Mark] = []
    around: list[int] = []
    for mark in sorted(marks, key=lambda each: (each.start, -each.end)):
        while around and around[-1] <= mark.start:
            around.pop()
        if around and mark.end > around[-1]:
            crossing.append(mark)
        else:
            around.append(mark.end)
            nested.append(mark)
    return nested, crossing


def _attributes(mark: Mark) -> str:
    return f'id="{mark.id}" type="comment" ref="{_REFERENCE}{mark.note_id}"'


def _written(text: str) -> str:
    parts, last = [], 0
    for found in XML_CANNOT.finditer(text):
        parts += [in_text(text[last : found.start()]), f'<cp hex="{ord(found[0]):04X}"/>']
        last = found.end()
    return "".join((*parts, in_text(text[last:])))


@dataclass(slots=True)
class ReadInline:
    """What the content of a source or target says. remarks: comments that stand in a mark itself."""

    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    remarks: list[tuple[str, int, int]] = field(default_factory=list)


def read_inline(untrusted: Element | None) -> ReadInline:
    """Return text and marks of a source or target.

    Raises ExchangeLayoutError for placeholders and formatting, which the texts of this program do not have,
    and for a mark that does not end.
    """
    reader = _Reader()
    if untrusted is not None:
        reader.read(untrusted)
    return reader.done()


class _Reader:
    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._open: dict[str, tuple[Element, int]] = {}
        self._found = ReadInline()

    def done(self) -> ReadInline:
        for element, _ in self._open.values():
            raise ExchangeLayoutError("a mark does not end", element.line)
        self._found.text = "".join(self._parts)
        return self._found

    def read(self, untrusted: Element) -> None:
        for child in untrusted.children:
            if isinstance(child, str):
                self._add(child)
            else:
                self._read_element(child)

    def _read_element(self, child: Element) -> None:
        match child.name.removeprefix(_TAG):
            case "cp":
                self._add(_character(child))
            case "mrk":
                start = self._length
                self.read(child)
                self._mark(child, start)
            case "sm":
                if (
                    self._open.setdefault(child.attributes.get("id", ""), (child, self._length))[0]
                    is not child
                ):
                    raise ExchangeLayoutError("two marks have one id", child.line)
            case "em":
                began = self._open.pop(child.attributes.get("startRef", ""), None)
                if began is None:
                    raise ExchangeLayoutError("a mark ends that did not begin", child.line)
                self._mark(*began)
            case _:
                raise ExchangeLayoutError("the text has placeholders or formatting", child.line)

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _mark(self, element: Element, start: int) -> None:
        """Keep a comment; any other mark, and one around nothing, is passed over."""
        told = element.attributes
        if told.get("type") != "comment" or start == self._length:
            return
        if told.get("ref", "").startswith(_REFERENCE):
            note_id = told["ref"].removeprefix(_REFERENCE)
            self._found.marks.append(
                Mark(id=told.get("id", ""), note_id=note_id, start=start, end=self._length)
            )
        elif "value" in told:
            self._found.remarks.append((told["value"], start, self._length))


def _character(element: Element) -> str:
    """Return the character of a `cp`: one that XML itself has no way to write, and no half of a pair."""
    told = element.attributes.get("hex", "")
    point = (
        int(told, 16) if 2 <= len(told) <= 8 and told.isascii() and told.isalnum() and _is_hex(told) else -1
    )
    if not 0 <= point <= 0x10FFFF or 0xD800 <= point < 0xE000 or not XML_CANNOT.fullmatch(chr(point)):
        raise ExchangeLayoutError("a character is named that could be written", element.line)
    return chr(point)


def _is_hex(told: str) -> bool:
    return not told.lower().strip("0123456789abcdef")
