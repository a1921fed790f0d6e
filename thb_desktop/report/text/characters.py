"""Characters that must not take effect on paper, and what is drawn instead."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import regex
from fontTools import unicodedata as scripts

from thb_desktop.domain.reading_order import marks

FORCED_BREAK: Final = regex.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_FURTHER: Final = "\u1680\u2000-\u2006\u2008-\u200a\u200b\u205f\u3000"
_BLANKS: Final = re.compile(f"(\t|[ {_FURTHER}]+)")
"""Characters that separate words and disappear at the end of a line."""
_UNUSUAL: Final = re.compile(f"[\t{_FURTHER}]|  ")
"""Any blank but single spaces."""
_ACTING: Final = regex.compile(
    r"[\p{Cc}\u202a-\u202e\u206a-\u206f\ufff9-\ufffb\ufffe\uffff\p{Cs}--\t\n\r\v\f\x85]", regex.V1
)
"""Embeddings, overrides, control characters, deprecated formatting, annotation anchors, lone surrogates."""
_DIRECTION_MARKS: Final = regex.compile("[\u200e\u200f\u061c\u2066-\u2069]+")
_LETTER: Final = regex.compile(r"[\p{L}--[\p{sc=Zyyy}\p{sc=Zinh}]]", regex.V1)


def without_direction_marks(text: str) -> str:
    """Remove isolates and direction marks: they order the line, and no font draws them."""
    return text if text.isascii() else str(_DIRECTION_MARKS.sub("", text))


def parted(text: str) -> tuple[list[str], list[str]]:
    """Return the stretches between blanks, and the blank after each of them; after the last one is none."""
    if _UNUSUAL.search(text):
        parts = _BLANKS.split(text)
        return parts[::2], [*parts[1::2], ""]
    words = text.split(" ")
    return words, [" "] * (len(words) - 1) + [""]


def show_acting(text: str) -> tuple[str, Sequence[int]]:
    """Return the text as drawn, and the offset in `text` of each drawn character (and of the end).

    A character with an invisible effect (U+202A ... U+202E and the like) is drawn as ⟦U+202E⟧ and never
    obeyed.
    """
    if text.isprintable() or not _ACTING.search(text):
        return text, range(len(text) + 1)
    parts: list[str] = []
    origin: list[int] = []
    at = 0
    for match in _ACTING.finditer(text):
        mark = _as_number(match[0])
        parts += (text[at : match.start()], mark)
        origin += [*range(at, match.start()), *[match.start()] * len(mark)]
        at = match.end()
    parts.append(text[at:])
    return "".join(parts), [*origin, *range(at, len(text) + 1)]


def show_typed(text: str, signs: str) -> str:
    """Return what somebody typed, with these signs, which the page itself uses, drawn as ⟦U+207D⟧."""
    return text.translate({ord(each): _as_number(each) for each in signs})


def number_of(character: str) -> str:
    """Return the number by which the page shows a character that it cannot draw: ⟦U+AC00⟧."""
    return f"⟦U+{ord(character):04X}⟧"


def _as_number(character: str) -> str:
    return f"\u2066{number_of(character)}\u2069"


def keep_order(text: str, origin: Sequence[int]) -> tuple[str, Sequence[int]]:
    """Return the same with the marks that keep identifiers in order, and the offset of each character."""
    found = list(marks(text))
    if not found:
        return text, origin
    parts: list[str] = []
    offsets: list[int] = []
    at = 0
    for position, mark in found:
        parts += (text[at:position], mark)
        offsets += [*origin[at:position], origin[position]]
        at = position
    return "".join((*parts, text[at:])), [*offsets, *origin[at:]]


@lru_cache(maxsize=8192)
def script_of(character: str) -> str:
    """Script of a character by ISO 15924; Zyyy and Zinh belong to none."""
    return str(scripts.script(character))


def script_of_text(text: str) -> str:
    """Return the script of the first letter, or Latin if there is none."""
    if text.isascii() or (text[0].isascii() and text[0].isalpha()):
        return "Latn"
    match = _LETTER.search(text)
    return script_of(match[0]) if match else "Latn"
