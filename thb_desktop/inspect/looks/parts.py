"""Parts: what each reader of a kind of file offers, and the bounds that all of them keep."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from thb_desktop.inspect.looks.codings import text_from

DAMAGED, LOCKED, TOO_LARGE = "part-damaged", "document-locked", "document-too-large"
MOST_PART = 128 << 20
"""Bytes of a part, unpacked, that is looked at by itself, and of a file that is read as a whole."""
ROWS = 200
"""Rows, messages or entries on a page."""
MOST_ENTRIES = 100_000
_PIECE = 1 << 20
LONGEST = 1 << 16
"""Code points of one text in an answer; more of it is seen as plain text."""
Said = dict[str, Any]
Facts = list[tuple[str, str, str]]
"""Of each fact: its code, the file's own key, the value."""


class UnreadableError(Exception):
    """The file, or this part of it, is not read. code: of the refusal."""

    def __init__(self, code: str = DAMAGED) -> None:
        super().__init__(code)
        self.code = code


@dataclass(slots=True)
class Asked:
    """A file or a part, and what is asked of it. kept: what a reader keeps between two pages of one file."""

    source: BinaryIO
    page: int = 1
    sheet: int = 0
    coding: str = ""
    media_type: str = ""
    kept: dict[str, Any] = field(default_factory=dict)

    def whole(self) -> bytes:
        """Return all bytes. Raises UnreadableError if they are too many."""
        self.source.seek(0)
        return read_most(self.source)


Look = Callable[[Asked], Said]
Open = Callable[[Asked, str], tuple[bytes, str]]
"""Return the bytes of the part with this key, and its name."""
Tell = Callable[[Asked], Facts]
Words = Callable[[Asked], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """How files of one kind are looked at, opened further, asked about themselves, and searched.

    words: None where all that is found in the file is searched.
    """

    look: Look
    open: Open | None = None
    tell: Tell | None = None
    words: Words | None = None


def read_most(source: BinaryIO, most: int = MOST_PART) -> bytes:
    """Read a stream to its end. Raises UnreadableError if it is longer than this."""
    found = bytearray()
    while piece := source.read(_PIECE):
        found += piece
        if len(found) > most:
            raise UnreadableError(TOO_LARGE)
    return bytes(found)


def page_of(things: list[Any], page: int, name: str, size: int = ROWS) -> Said:
    """Return one page of a list that is known whole, under this name."""
    pages = max(-(-len(things) // size), 1)
    page = min(max(page, 1), pages)
    begins = (page - 1) * size
    return {"page": page, "pages": pages, "more": page < pages, name: things[begins : begins + size]}


def decoded(data: bytes, coding: str = "") -> str:
    return text_from(data, coding)


def short(text: str) -> str:
    return text[:LONGEST]
