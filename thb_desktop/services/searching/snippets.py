"""Snippets: the words around what was found, and where it stands in them and in the whole text."""

from collections.abc import Sequence
from dataclasses import dataclass

LENGTH = 240
"""Signs of a snippet, about."""
_BEFORE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A part of a text. at: where it begins in the whole. places: of what was found, in the snippet: start
    and end. is_begun, is_cut: the text has words before it, and after it.
    """

    text: str
    at: int
    places: tuple[tuple[int, int], ...]
    is_begun: bool
    is_cut: bool
    found: int = 0
    """How many places the whole text has."""


def snippet_of(text: str, places: Sequence[tuple[int, int]]) -> Snippet:
    """Return the words around the first place; the whole text if it is short."""
    start, end = 0, len(text)
    if end > LENGTH:
        first = places[0][0] if places else 0
        start = _word_after(text, max(0, min(first - _BEFORE, end - LENGTH)), first)
        end = _word_before(text, min(len(text), max(start + LENGTH, places[0][1] if places else 0)), start)
    shown = tuple((one - start, other - start) for one, other in places if start <= one and other <= end)
    return Snippet(
        text=text[start:end],
        at=start,
        places=shown,
        is_begun=start > 0,
        is_cut=end < len(text),
        found=len(places),
    )


def _word_after(text: str, at: int, most: int) -> int:
    """Return where the next word begins, if one does before `most`."""
    if at == 0:
        return 0
    blank = next((place for place in range(at, most) if text[place].isspace()), None)
    return at if blank is None else blank + 1


def _word_before(text: str, at: int, least: int) -> int:
    """Return where the last whole word ends."""
    if at == len(text):
        return at
    blank = next((place for place in range(at, max(least, at - 20), -1) if text[place].isspace()), None)
    return at if blank is None else blank
