"""Anchors: how a place in a text, a recording, a file or a table is named, so that it can be checked later.

A place in a text is counted in Unicode code points, never in bytes or UTF-16 units, and has the words that
stand there as a check. Text is compared as it was stored: nothing is normalised.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from thb_desktop.domain.text_digest import digest_of
from thb_desktop.errors import AnchorMismatchError

WHOLE = 1000
"""The sides of a page in a rectangle: thousandths of its width and of its height."""
_DIGEST = re.compile(r"[0-9a-f]{64}")
_SIDES = 4
_ASTRAL = 0x10000
"""The first code point that UTF-16 writes with two units."""


class AnchorKind(StrEnum):
    """What an anchor names a place in."""

    TEXT = "TEXT"
    TIME = "TIME"
    PAGE = "PAGE"
    ROW = "ROW"
    CELLS = "CELLS"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A place in something.

    of: the id of what it is in: a segment, a version of a rendering, a file, a row. digest: SHA-256 (hex) of
    it, as it was then. TEXT: start, end in code points, and the quoted words. TIME: start, end in
    milliseconds. PAGE: the page (from 1), and a rectangle (left, top, right, bottom in thousandths of the
    page), a line (from 1), both (a line and where it stands), or neither. ROW: the table of the row. CELLS:
    a rectangle of a table in a text file (left, top, right, bottom in columns and rows, from 0).
    """

    kind: AnchorKind
    of: str
    digest: str
    start: int = 0
    end: int = 0
    quoted: str = ""
    page: int = 0
    rectangle: tuple[int, ...] = ()
    line: int = 0
    table: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError for an anchor that names no place."""
        if not self.of or not _DIGEST.fullmatch(self.digest) or not self._is_whole():
            message = "an anchor does not name a place"
            raise ValueError(message)

    @classmethod
    def of_text(cls, of: str, text: str, start: int, end: int) -> Self:
        """Name these code points of a text. The range grows to whole characters with their combining marks.

        Raises AnchorMismatchError for a range that is empty or outside the text.
        """
        if not 0 <= start < end <= len(text):
            raise AnchorMismatchError("the place is not in the text")
        start, end = _whole_characters(text, start, end)
        return cls(
            kind=AnchorKind.TEXT,
            of=of,
            digest=digest_of(text),
            start=start,
            end=end,
            quoted=text[start:end],
        )

    @classmethod
    def of_time(cls, of: str, digest: str, start: int, end: int) -> Self:
        """Name a range of a recording, in milliseconds."""
        return cls(kind=AnchorKind.TIME, of=of, digest=digest, start=start, end=end)

    @classmethod
    def of_page(
        cls, of: str, digest: str, page: int, *, rectangle: tuple[int, ...] = (), line: int = 0
    ) -> Self:
        """Name a page of a file, or a line on it, or a rectangle, or both."""
        return cls(kind=AnchorKind.PAGE, of=of, digest=digest, page=page, rectangle=rectangle, line=line)

    @classmethod
    def of_row(cls, of: str, digest: str, table: str) -> Self:
        """Name a row of a table. digest: of its canonical record."""
        return cls(kind=AnchorKind.ROW, of=of, digest=digest, table=table)

    @classmethod
    def of_cells(cls, of: str, text: str, rectangle: tuple[int, ...]) -> Self:
        """Name cells of a table that is a plain text. rectangle: in columns and rows, from 0."""
        return cls(kind=AnchorKind.CELLS, of=of, digest=digest_of(text), rectangle=rectangle)

    def found_in(self, text: str) -> Self | None:
        """Return the same words in a later text, if they are in it exactly once."""
        first = text.find(self.quoted)
        if self.kind is not AnchorKind.TEXT or first < 0 or text.find(self.quoted, first + 1) >= 0:
            return None
        return self.of_text(self.of, text, first, first + len(self.quoted))

    def overlaps(self, other: Self) -> bool:
        """Whether both name some of the same words of one text."""
        return self.of == other.of and self.start < other.end and other.start < self.end

    def _is_whole(self) -> bool:
        """Whether it has what its kind needs, and nothing of another kind."""
        on_page, in_table = (self.page, self.rectangle, self.line), self.table
        match self.kind:
            case AnchorKind.TEXT:
                length = len(self.quoted)
                fits = 0 <= self.start < self.end and length == self.end - self.start
                return fits and not any(on_page) and not in_table
            case AnchorKind.TIME:
                fits = 0 <= self.start < self.end
                return fits and not self.quoted and not any(on_page) and not in_table
            case AnchorKind.PAGE:
                return self._is_on_page() and not (self.start or self.end or self.quoted or in_table)
            case AnchorKind.ROW:
                return bool(in_table) and not (self.start or self.end or self.quoted or any(on_page))
            case AnchorKind.CELLS:
                is_bare = not (self.start or self.end or self.quoted or self.page or self.line or in_table)
                return is_bare and self._is_of_cells()

    def _is_of_cells(self) -> bool:
        if len(self.rectangle) != _SIDES:
            return False
        left, top, right, bottom = self.rectangle
        return 0 <= left < right and 0 <= top < bottom

    def _is_on_page(self) -> bool:
        if self.page < 1 or self.line < 0:
            return False
        if not self.rectangle:
            return True
        if len(self.rectangle) != _SIDES:
            return False
        left, top, right, bottom = self.rectangle
        return 0 <= left < right <= WHOLE and 0 <= top < bottom <= WHOLE


def quotes(anchor: "Anchor", of: str, text: str) -> bool:
    """Whether an anchor quotes what stands in this text, if it is in it as it is."""
    if anchor.kind is not AnchorKind.TEXT or (anchor.of, anchor.digest) != (of, digest_of(text)):
        return True
    return text[anchor.start : anchor.end] == anchor.quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchored:
    """What an anchor is compared with.

    text: of a text. length: of a recording in milliseconds, or how many pages a file has; None if that is not
    known.
    """

    id: str
    digest: str
    text: str = ""
    length: int | None = None

    @classmethod
    def of_text(cls, of: str, text: str) -> Self:
        return cls(id=of, digest=digest_of(text), text=text)


def verify_anchor(untrusted: Anchor, named: Anchored) -> None:
    """Raise AnchorMismatchError unless the anchor is of this thing, as it is now, and its place is in it."""
    if (untrusted.of, untrusted.digest) != (named.id, named.digest):
        raise AnchorMismatchError("the place is in something else, or in an earlier text")
    match untrusted.kind:
        case AnchorKind.TEXT:
            is_there = named.text[untrusted.start : untrusted.end] == untrusted.quoted
            is_there = is_there and untrusted.end <= len(named.text)
        case AnchorKind.TIME:
            is_there = named.length is None or untrusted.end <= named.length
        case AnchorKind.PAGE:
            is_there = named.length is None or untrusted.page <= named.length
        case AnchorKind.ROW | AnchorKind.CELLS:
            is_there = True
    if not is_there:
        raise AnchorMismatchError("the place is not in the text")


def code_points(text: str, units: int) -> int:
    """Return how many code points of a text are before this count of UTF-16 units, as Qt counts."""
    seen = 0
    for number, letter in enumerate(text):
        if seen >= units:
            return number
        seen += 2 if ord(letter) >= _ASTRAL else 1
    return len(text)


def utf16_units(text: str, points: int) -> int:
    """Return how many UTF-16 units these first code points of a text take."""
    return points + sum(ord(letter) >= _ASTRAL for letter in text[:points])


def _whole_characters(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and _is_mark(text[start]):
        start -= 1
    while end < len(text) and _is_mark(text[end]):
        end += 1
    return start, end


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter).startswith("M")
