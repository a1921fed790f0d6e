"""The tokens of a PDF file, parsed strictly and within limits: numbers, names, strings, arrays,
dictionaries.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from thb_desktop.errors import PdfBeyondBoundsError, PdfUnreadableError
from thb_desktop.verify.documents.budget import MAXIMUM_VALUES

MAXIMUM_DEPTH = 60
MAXIMUM_DIGITS = 12
MAXIMUM_TOKEN = 4 * 1024 * 1024 + 2
"""Bytes of one name, number or string."""
BLANKS = b"\x00\t\n\x0c\r "


class Name(str):
    """A PDF name without its slash, `#xx` already resolved."""

    __slots__ = ()


class Ref(NamedTuple):
    """A reference to an indirect object."""

    number: int
    generation: int


@dataclass(frozen=True, slots=True)
class String:
    """A PDF string. Two strings are equal when their bytes are, however they were written."""

    value: bytes
    start: int = field(compare=False)
    """The position of its opening mark."""
    end: int = field(compare=False)
    """The position after its closing mark."""


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream: its dictionary and the position of its raw bytes."""

    dictionary: "Dictionary"
    start: int = field(compare=False)
    end: int = field(compare=False)


type Dictionary = dict[str, PdfObject]
type PdfObject = bool | int | float | Name | String | Ref | Stream | list[PdfObject] | Dictionary | None

# No pattern tries a text in more than one way (`++`, `*+`): what is long is read once.
_SKIPPED = rb"(?:[\x00\t\n\x0c\r ]++|%[^\r\n]*+)*+"
_BLANKS = re.compile(_SKIPPED)
_TOKEN = re.compile(
    _SKIPPED + rb"(?:"
    rb"(?P<ref>(\d{1,10}+)[\x00\t\n\x0c\r ]++(\d{1,5}+)[\x00\t\n\x0c\r ]++R"
    rb"(?=[\x00\t\n\x0c\r ()<>\[\]{}/%]|$))"
    rb"|(?P<number>[+-]?(?:\d++\.?\d*+|\.\d++))(?=[\x00\t\n\x0c\r ()<>\[\]{}/%]|$)"
    rb"|(?P<name>/[^\x00\t\n\x0c\r ()<>\[\]{}/%]*+)"
    rb"|(?P<mark><<|>>|[\[\](])"
    rb"|(?P<hex><[0-9A-Fa-f\x00\t\n\x0c\r ]*+>)"
    rb"|(?P<word>true|false|null)(?=[\x00\t\n\x0c\r ()<>\[\]{}/%]|$)"
    rb")"
)
_IN_LITERAL = re.compile(rb"[()]|\\.", re.DOTALL)
_REWRITTEN = re.compile(rb"\\(?:([0-7]{1,3})|\r\n|(.))|\r\n?", re.DOTALL)
"""What does not stand for itself in a string: an escape, or a line end."""
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\x0c", b"\r": b"", b"\n": b""}
_HEX_IN_NAME = re.compile(rb"#([0-9A-Fa-f]{2})")
_OPENING, _CLOSING = b"()"
_WORDS: dict[bytes, bool | None] = {b"true": True, b"false": False, b"null": None}


class _Mark(NamedTuple):
    text: bytes


class Reader:
    """Reads PDF objects one after another from `data`, never beyond `end`."""

    def __init__(self, data: bytes, position: int, end: int) -> None:
        self.data = data
        self.position = position
        self.end = end
        self.values = 0
        """The number of values read so far."""

    def skip_blanks(self) -> None:
        """Skip blanks and comments."""
        found = _BLANKS.match(self.data, self.position, self.end)
        if found:
            self.position = found.end()

    def word(self, word: bytes) -> bool:
        """Consume this word if it is next."""
        if self.data.startswith(word, self.position, self.end):
            self.position += len(word)
            return True
        return False

    def object(self, depth: int = 0) -> PdfObject:
        """Return the next object. Raises PdfUnreadableError if the text is not a PDF object."""
        token = self._token(depth)
        if isinstance(token, _Mark):
            raise PdfUnreadableError("a PDF object ends where none began")
        return token

    def _token(self, depth: int) -> PdfObject | _Mark:
        found = _TOKEN.match(self.data, self.position, self.end)
        if found is None:
            raise PdfUnreadableError("the file contains something that is not a PDF object")
        kind = found.lastgroup or ""
        start, self.position = found.span(kind)
        self.values += 1
        if self.values > MAXIMUM_VALUES or self.position - start > MAXIMUM_TOKEN:
            raise PdfBeyondBoundsError("an object of the file is larger than this check reads")
        read = _SIMPLE.get(kind)
        return read(found) if read else self._compound(found[kind], start, depth)

    def _compound(self, text: bytes, start: int, depth: int) -> PdfObject | _Mark:
        if text == b"(":
            return self._literal(start)
        if text not in (b"<<", b"["):
            return _Mark(text)
        if depth >= MAXIMUM_DEPTH:
            raise PdfUnreadableError("the objects of the file are nested too deeply")
        return self._dictionary(depth) if text == b"<<" else self._array(depth)

    def _array(self, depth: int) -> list[PdfObject]:
        items: list[PdfObject] = []
        while not isinstance(token := self._token(depth + 1), _Mark):
            items.append(token)
        if token.text != b"]":
            raise PdfUnreadableError("an array of the file is not closed")
        return items

    def _dictionary(self, depth: int) -> Dictionary:
        entries: Dictionary = {}
        while not isinstance(key := self._token(depth + 1), _Mark):
            if not isinstance(key, Name):
                raise PdfUnreadableError("a dictionary of the file has a key that is not a name")
            if key in entries:
                raise PdfUnreadableError("a dictionary of the file has the same key twice")
            entries[key] = self.object(depth + 1)
        if key.text != b">>":
            raise PdfUnreadableError("a dictionary of the file is not closed")
        return entries

    def _literal(self, start: int) -> String:
        depth = 1
        limit = min(self.end, self.position + MAXIMUM_TOKEN)
        for found in _IN_LITERAL.finditer(self.data, self.position, limit):
            mark = self.data[found.start()]
            depth += (mark == _OPENING) - (mark == _CLOSING)
            if depth == 0:
                text = self.data[self.position : found.start()]
                self.position = found.end()
                return String(_REWRITTEN.sub(_rewritten, text), start, self.position)
        if limit < self.end:
            raise PdfBeyondBoundsError("an object of the file is larger than this check reads")
        raise PdfUnreadableError("a string of the file is not closed")


def _number(text: bytes) -> int | float:
    if len(text) > MAXIMUM_DIGITS + 10 or len(text.split(b".")[0].lstrip(b"+-")) > MAXIMUM_DIGITS:
        raise PdfUnreadableError("the file contains a number beyond the limits")
    return float(text) if b"." in text else int(text)


def _name(text: bytes) -> Name:
    if b"#" not in text:
        return Name(text[1:].decode("latin-1"))
    return Name(
        _HEX_IN_NAME.sub(lambda found: bytes.fromhex(found.group(1).decode()), text[1:]).decode("latin-1")
    )


def _hexadecimal(text: bytes, start: int, end: int) -> String:
    digits = text[1:-1].translate(None, BLANKS)
    return String(bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()), start, end)


def _rewritten(found: re.Match[bytes]) -> bytes:
    octal, sign = found.groups()
    if octal is not None:
        return bytes([int(octal, 8) & 0xFF])
    if sign is not None:
        return _ESCAPED.get(sign, sign)
    return b"" if found.group().startswith(b"\\") else b"\n"


_SIMPLE: dict[str, Callable[[re.Match[bytes]], PdfObject]] = {
    "ref": lambda found: Ref(int(found.group(2)), int(found.group(3))),
    "number": lambda found: _number(found["number"]),
    "name": lambda found: _name(found["name"]),
    "hex": lambda found: _hexadecimal(found["hex"], *found.span("hex")),
    "word": lambda found: _WORDS[found["word"]],
}
