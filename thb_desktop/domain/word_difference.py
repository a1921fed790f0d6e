"""The difference of two texts, word by word, in any script: what stays, what goes and what comes.

Scripts that write no blanks between words are compared sign by sign. The pieces of one side, put together,
are its text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U000323af"
)
"""Thai, Lao, Burmese, Khmer, Kana and Chinese characters."""
_MARKS = (
    "\u0300-\u036f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u17b6-\u17d3"
)
"""Marks that belong to the sign before."""
_TOKEN = re.compile(rf"[{_UNSPACED}][{_MARKS}]*|(?:(?![{_UNSPACED}])\w)+|\s+|[^\w\s]")


class Change(StrEnum):
    """What becomes of a piece."""

    SAME = "SAME"
    REMOVED = "REMOVED"
    ADDED = "ADDED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of the first text, of the second, or of both."""

    change: Change
    text: str


def difference(first: str, second: str) -> tuple[Piece, ...]:
    """Return the pieces that lead from one text to the other: where both change, what goes comes first."""
    left, right = _tokens(first), _tokens(second)
    return tuple(_pieces(left, right))


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text)


def _pieces(left: list[str], right: list[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    steps = matcher.get_opcodes()
    removed = added = ""
    for at, (kind, from_left, to_left, from_right, to_right) in enumerate(steps):
        one, other = "".join(left[from_left:to_left]), "".join(right[from_right:to_right])
        # A blank between two words that both change is part of the change: word for word nobody reads it.
        if kind != "equal" or (one.isspace() and removed and added and at < len(steps) - 1):
            removed, added = removed + one, added + other
            continue
        yield from _changed(removed, added)
        removed = added = ""
        yield Piece(change=Change.SAME, text=one)
    yield from _changed(removed, added)


def _changed(removed: str, added: str) -> Iterator[Piece]:
    if removed:
        yield Piece(change=Change.REMOVED, text=removed)
    if added:
        yield Piece(change=Change.ADDED, text=added)
