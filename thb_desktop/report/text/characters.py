"""Characters that must not act on paper, and identifiers kept in reading order inside right-to-left text."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import regex
from fontTools import unicodedata as scripts

FORCED_BREAK: Final = regex.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
BLANKS: Final = regex.compile("(\t|[ \u1680\u2000-\u2006\u2008-\u200a\u200b\u205f\u3000]+)")
"""What may stand between two words and vanishes at a line's end."""

_ACTING: Final = regex.compile(
    r"[\p{Cc}\u202a-\u202e\u206a-\u206f\ufff9-\ufffb\ufffe\uffff\p{Cs}--\t\n\r\v\f\x85]", regex.V1
)
"""Embeddings, overrides, control characters, deprecated formatting, annotation anchors, lone surrogates."""
_DIRECTION_MARKS: Final = regex.compile("[\u200e\u200f\u061c\u2066-\u2069]+")
_RIGHT_TO_LEFT: Final = regex.compile(r"[\p{bc=R}\p{bc=AL}]")
_LETTER: Final = regex.compile(r"[\p{L}--[\p{sc=Zyyy}\p{sc=Zinh}]]", regex.V1)

_IDENTIFIER: Final = regex.compile(
    r"""[\u2066-\u2068][^\u2066-\u2069]*\u2069 | (?<![\w+@./\u2069-])(?:
        [A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{2,4}){3,8}                                  # IBAN, in groups or not
      | [A-Z]{1,3}[ ]\d{2,5}(?:[ ][A-Z]{1,3})?                                   # plate
      | \d{1,2}[ ][A-Z]{1,3}[ ]\d{1,5}                                           # plate
      | [a-z]{2,10}://[^\s\u2066-\u2069]+
      | [\w.+-]{1,64}@[\w.-]*\w
      | [+]?[(]?\d[\d()]*(?:[ \u00a0.,/:-][(]?\d[\d()]*)+                    # telephone, date, time, sum
      | [+\#@]?(?=[A-Za-z/._:-]{0,64}\d)[A-Za-z\d]+(?:[-/._:][A-Za-z\d]+)*    # case number, wallet, nickname
    )(?!\w)""",
    regex.VERBOSE,
)
_BETWEEN_ARABIC_DIGITS: Final = regex.compile(r"(?<=[\u0660-\u0669])([^\w]+)(?=[\u0660-\u0669])")
_LEFT_ALONE: Final = regex.compile(r"\d+|[\u2066-\u2068].*", regex.DOTALL)


def has_right_to_left(text: str) -> bool:
    """Whether any character is strongly right-to-left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def without_direction_marks(text: str) -> str:
    """The text without isolates and direction marks: they order the line, and no font draws them."""
    return str(_DIRECTION_MARKS.sub("", text))


def isolate_identifiers(text: str) -> str:
    """Wrap telephone numbers, dates, plates, IBANs, addresses and file numbers in U+2066 ... U+2069.

    In a text with right-to-left letters they then read in the order they were entered (UAX #9 alone would
    turn their groups around). For display only: what is stored and attached stays as entered. Applying it
    twice changes nothing.
    """
    if not has_right_to_left(text):
        return text
    return str(_IDENTIFIER.sub(_isolated, text))


def _isolated(match: regex.Match[str]) -> str:
    found = str(match[0])
    if _LEFT_ALONE.fullmatch(found):
        return found
    # What stands between Arabic-Indic digits goes from right to left, even in an isolate (UAX #9, N1).
    return f"\u2066{_BETWEEN_ARABIC_DIGITS.sub(r'\1\u200e', found)}\u2069"


def show_acting(text: str) -> tuple[str, Sequence[int]]:
    """The text as it is drawn, and the offset in `text` of each drawn character (and of the end).

    A character that would act unseen (U+202A ... U+202E and the like) is drawn as ⟦U+202E⟧ and never obeyed.
    """
    if not _ACTING.search(text):
        return text, range(len(text) + 1)
    parts: list[str] = []
    origin: list[int] = []
    at = 0
    for match in _ACTING.finditer(text):
        mark = f"\u2066⟦U+{ord(match[0]):04X}⟧\u2069"
        parts += (text[at : match.start()], mark)
        origin += [*range(at, match.start()), *[match.start()] * len(mark)]
        at = match.end()
    parts.append(text[at:])
    return "".join(parts), [*origin, *range(at, len(text) + 1)]


@lru_cache(maxsize=8192)
def script_of(character: str) -> str:
    """Script of a character by ISO 15924; Zyyy and Zinh belong to none."""
    return str(scripts.script(character))


def script_of_text(text: str) -> str:
    """Script of the first letter, or Latin where there is none."""
    match = _LETTER.search(text)
    return script_of(match[0]) if match else "Latn"
