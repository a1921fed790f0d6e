"""Legible: which of the texts that were found in a file are kept for a search.

Bytes that are no text (pixels, sound, what is packed) have signs in a row by chance. What leaves is searched
in all of them; in a search of the case they would be lines that nobody wrote, and user names of nobody. So a
text among such bytes is kept where it has words or numbers: letters of one script, written as words are, with
a vowel in Latin. The same line that another coding gives once more is kept once.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from thb_desktop.inspect.texts.codings import RUN, WIDE_RUN, unmarked
from thb_desktop.inspect.texts.collecting import Collected, Unread

_OBJECT = ", object "
"""In the place of what a PDF file holds and is no page. The signs of a picture stand there as they are."""
_RUNS = re.compile(f"\n?[{RUN}{WIDE_RUN}]")
_NO_TEXT = re.compile(f"[{RUN}{WIDE_RUN}\x00-\x08\x0b-\x1f\x7f-\x9f\ufffd]+")
_WORD = re.compile(r"[^\W\d_]+")
_CASE = re.compile("[A-Z]?[a-z]+|[A-Z]+")
_VOWEL = re.compile("[aeiouyæœøŒÆØ]", re.IGNORECASE)
_NUMBER = re.compile(r"\+?\d(?:[ ./()\-]{0,2}\d){6,}")
_ADDRESS = re.compile(
    r"[A-Za-z0-9.+_-]{3,}@[A-Za-z0-9-]{2,}\.[a-z]{2,}|https?://[a-z0-9.-]{4,}|www\.[a-z0-9-]{3,}\.[a-z]{2,}"
)
_LONG = re.compile("[0-9A-Za-z]{20,}")
_SHORTEST, _LETTERS, _DISTINCT, _DIGITS = 3, 5, 3, 3
"""Letters of a word, of all words of a run, different ones of a run; digits of a long number with letters."""
_PART, _PART_BEYOND = 0.6, 0.8
"""How much of the signs of a run is in its words: of ASCII, and of others."""


def legible(found: Collected) -> Iterator[str]:
    """Yield the lines that are kept of the texts of a file, in their order."""
    here, told, drawn = "", set[str](), found.unread.get(Unread.PIXELS, ())
    for place, text in found.parts:
        if place != here:
            here, told = place, set()
        is_drawn = _OBJECT in place and place in drawn
        kept = [line for line in _lines_of(text, is_drawn=is_drawn) if line not in told]
        told.update(kept)
        if kept:
            yield unmarked("\n".join(kept))


def _lines_of(text: str, *, is_drawn: bool) -> Iterator[str]:
    """Yield the lines of a text that stands for itself, or those of the runs among bytes that are legible."""
    if text.startswith((RUN, WIDE_RUN)):
        runs = (run for run in _RUNS.split(text) if is_legible(run))
        lines = (line for run in runs for line in run.split("\n"))
    else:
        lines = (each for line in text.split("\n") for each in _pieces_of(line, is_drawn=is_drawn))
    yield from filter(None, map(str.strip, lines))


def _pieces_of(line: str, *, is_drawn: bool) -> Iterator[str]:
    """Yield a line; of one with signs that no text has within it, what is legible between them."""
    pieces = [each for each in _NO_TEXT.split(line.strip()) if each]
    if len(pieces) > 1 or is_drawn or line.startswith((RUN, WIDE_RUN)):
        pieces = [each for each in pieces if is_legible(each) or each.replace(" ", "").isalpha()]
    yield from pieces


def is_legible(run: str) -> bool:
    """Whether signs that follow each other among bytes are words, a number, or an address."""
    signs = sum(not sign.isspace() for sign in run)
    numbers = sum(len(each) for each in _NUMBER.findall(run))
    if numbers > signs / 2 or _ADDRESS.search(run):
        return True
    if any(sum(map(str.isdigit, each)) >= _DIGITS for each in _LONG.findall(run)):
        return True
    words = [each for each in _WORD.findall(run) if _is_word(each)]
    letters = "".join(words)
    part = _PART if run.isascii() else _PART_BEYOND
    return len(letters) >= max(_LETTERS, part * signs) and len(set(letters)) >= _DISTINCT


def _is_word(letters: str) -> bool:
    """Whether letters are of one script, and in Latin of one case, with a vowel, and mostly without marks."""
    if len(letters) < _SHORTEST or len({*map(_script, letters)}) > 1:
        return False
    if _script(letters[0]) != "LATIN":
        return _script(letters[0]) not in _OF_CHANCE
    plain = unicodedata.normalize("NFKD", letters)
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    with_marks = sum(not sign.isascii() for sign in letters)
    return bool(_CASE.fullmatch(bare) and _VOWEL.search(bare)) and 3 * with_marks <= len(letters)


_OF_CHANCE = frozenset(("", "CJK", "HANGUL", "YI"))
"""Scripts of so many signs that any two bytes are one of them."""


@lru_cache(maxsize=4096)
def _script(sign: str) -> str:
    return unicodedata.name(sign, "").partition(" ")[0]
