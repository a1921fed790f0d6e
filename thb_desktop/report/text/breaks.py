"""Where a line may end: the Unicode Line Breaking Algorithm (UAX #14), and words in scripts without spaces.

The annex leaves Thai, Lao, Khmer and Burmese to a dictionary. Thai breaks between the phrases that
BudouX's small trained model finds. Lao and Burmese break between syllables, Khmer between its clusters, which
readers accept where a word list is missing. A U+200B in the text is always honoured.
"""

from functools import cache, lru_cache
from typing import Final

import budoux
import regex

from thb_desktop.report.text.break_rules import DECISION, break_letters

_WINDOW: Final = 512
"""Longer stretches without a blank are processed in pieces, so that hostile text costs linear time."""

_ONE_WORD: Final = regex.compile(
    r"""[\p{lb=OP}\p{lb=QU}--\p{ea=W}]*
        [\p{lb=AL}\p{lb=HL}\p{lb=NU}\p{lb=CM}]+
        (?:[\p{lb=QU}\p{lb=IS}--\p{ea=W}][\p{lb=AL}\p{lb=HL}\p{lb=CM}]+)*
        [\p{lb=IS}\p{lb=EX}\p{lb=CL}\p{lb=CP}\p{lb=QU}--\p{ea=W}]*""",
    regex.VERBOSE | regex.V1,
)
"""The usual word with its punctuation: no rule breaks it, and most words need no closer look."""
_UNSPACED: Final = regex.compile(r"\p{lb=SA}{2,}")
_THAI: Final = regex.compile(r"\p{sc=Thai}+")
_SYLLABLE: Final = regex.compile(
    r"""
    # Burmese: a consonant that is not stacked under another and not closed by asat begins a syllable.
      (?<=[\u1000-\u109f])(?<!\u1039)(?=[\u1000-\u102a\u103f\u104e](?![\u1039\u103a]|\u1037\u103a))
    # Khmer: a consonant or independent vowel that is not a subscript begins a cluster.
    | (?<=[\u1780-\u17ff])(?<!\u17d2)(?=[\u1780-\u17b3])
    # Lao: a vowel written before its consonant begins a syllable, and so does a consonant with a vowel sign.
    | (?<=[\u0eb0-\u0ebd\u0ec8-\u0ecd][\u0e81-\u0eae\u0edc-\u0edf]?)
      (?=[\u0ec0-\u0ec4]|[\u0e81-\u0eae\u0edc-\u0edf][\u0ebc\u0ebd]?[\u0eb0-\u0eb9\u0ebb])
    """,
    regex.VERBOSE,
)


def line_breaks(text: str) -> list[int]:
    """Offsets at which a line may or must end, ascending, the end of the text included."""
    found = [
        start + offset
        for start in range(0, len(text), _WINDOW)
        for offset in _inner_breaks(text[start : start + _WINDOW])
    ]
    return [*found, len(text)]


def word_ends(chunk: str) -> list[int]:
    """Return where we end a line in a stretch without blanks, its end included: UAX #14, but never after a
    hyphen.

    A reader, and a tool that extracts text, would take it for a hyphen added by the layout.
    """
    if _ONE_WORD.fullmatch(chunk):
        return [len(chunk)]
    return [end for end in line_breaks(chunk) if end == len(chunk) or chunk[end - 1] != "-"]


@lru_cache(maxsize=8192)
def is_break_after_blank(last: str, first: str) -> bool:
    """Whether we end a line in the blank between a word ending in `last` and one beginning with `first`."""
    return not last.endswith("-") and len(last) + 1 in _inner_breaks(f"{last} {first}")


def _inner_breaks(text: str) -> list[int]:
    letters, places = break_letters(text)
    found = [places[match.start()] for match in DECISION.finditer(letters) if match["break"] is not None]
    if unspaced := [
        run.start() + offset for run in _UNSPACED.finditer(text) for offset in _unspaced_breaks(run[0])
    ]:
        found = sorted({*found, *unspaced})
    return [offset for offset in found if 0 < offset < len(text)]


def _unspaced_breaks(run: str) -> list[int]:
    found = [match.start() for match in _SYLLABLE.finditer(run)]
    for part in _THAI.finditer(run):
        offset = part.start()
        for phrase in _thai().parse(part[0]):
            offset += len(phrase)
            found.append(offset)
    return found


@cache
def _thai() -> budoux.Parser:
    return budoux.load_default_thai_parser()
