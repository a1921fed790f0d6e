"""Finding: where words stand in what is seen of a file, whatever their capitals and accents.

What is compared is what a person sees (`looks.visible`), piece by piece: a line, a cell, a message, the name
of an entry. A run of blanks is one, so that words are found over the end of a line of a page.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from thb_desktop.domain.folding import folded
from thb_desktop.domain.looks import (
    Capture,
    Conversation,
    Listing,
    Look,
    Mail,
    Part,
    PlainText,
    Sheets,
    visible,
)

Rectangle = tuple[int, ...]
"""Left, top, right and bottom in thousandths of a page."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class FoundPlace:
    """Where words stand: on a page of a sheet, in a piece of it. number: of the places in that piece,
    from 0.

    piece: of those of `pieces_of`; of a page that is drawn, 0. rectangles: where they stand on such a page;
    empty if nobody knows.
    """

    sheet: int = 0
    page: int
    piece: int = 0
    number: int = 0
    rectangles: tuple[Rectangle, ...] = field(default=(), compare=False)


def places_of(text: str, wanted: str) -> tuple[tuple[int, int], ...]:
    """Return where words stand in a text: start and end of each place, in code points."""
    plain = _Folded(wanted).text
    if not plain.strip():
        return ()
    within = _Folded(text)
    places, start = [], within.text.find(plain)
    while start >= 0:
        end = start + len(plain)
        places.append((within.at(start), within.at(end - 1) + 1))
        start = within.text.find(plain, end)
    return tuple(places)


def pieces_of(look: Look) -> tuple[str, ...]:
    """Return the pieces of what is shown in which words are found, in order; none of bytes and pixels."""
    return tuple(map(visible, _pieces(look)))


def can_be_searched(look: Look) -> bool:
    """Whether it is shown as words. Of pages that are drawn, `DrawnPages.has_text` says it."""
    return isinstance(look, (PlainText, Conversation, Sheets, Listing, Capture, Mail))


def places_on(look: Look, wanted: str) -> Iterator[FoundPlace]:
    """Return where words stand on a page that is shown as words."""
    sheet = look.sheet if isinstance(look, Sheets) else 0
    for piece, text in enumerate(pieces_of(look)):
        for number, _ in enumerate(places_of(text, wanted)):
            yield FoundPlace(sheet=sheet, page=look.page, piece=piece, number=number)


def _pieces(look: Look) -> Iterator[str]:
    if isinstance(look, PlainText):
        yield from look.lines
    elif isinstance(look, Sheets):
        across = max(map(len, look.rows), default=0)
        for row in look.rows:
            yield from (*row, *("",) * (across - len(row)))
    elif isinstance(look, Conversation):
        for message in look.messages:
            yield from (message.sender, message.text, "\n".join(message.attachments))
    elif isinstance(look, Mail):
        yield from (value for _, value in look.headers)
        yield from look.body
        yield from map(_of_part, look.parts)
    elif isinstance(look, (Listing, Capture)):
        yield from map(_of_part, look.parts)


def _of_part(part: Part) -> str:
    return f"{part.name}\n{part.note}" if part.note else part.name


class _Folded:
    """A text as it is compared, and where each sign of that stands in it."""

    def __init__(self, text: str) -> None:
        self._places: list[int] | None = None
        if text.isascii() and not any(blank in text for blank in ("  ", "\n", "\r", "\t")):
            self.text = text.lower()
            return
        signs: list[str] = []
        self._places = []
        for place, sign in enumerate(text):
            if sign.isspace():
                if not signs or signs[-1] != " ":
                    signs.append(" ")
                    self._places.append(place)
                continue
            for each in _SIGNS[sign]:
                signs.append(each)
                self._places.append(place)
        self.text = "".join(signs)

    def at(self, place: int) -> int:
        return place if self._places is None else self._places[place]


class _Signs(dict[str, str]):
    """What each sign is compared as, its parts apart. Filled as signs occur."""

    def __missing__(self, sign: str) -> str:
        compared = self[sign] = unicodedata.normalize("NFD", folded(sign))
        return compared


_SIGNS = _Signs()
