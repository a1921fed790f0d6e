"""The reading order of identifiers: telephone numbers, plates and file numbers in right-to-left text.

Screen and page isolate them here, and nowhere else. For display only: stored text stays as entered.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final

LEFT_TO_RIGHT_ISOLATE, FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2066", "\u2068", "\u2069"
_LEFT_TO_RIGHT_MARK: Final = "\u200e"
_ISOLATES: Final = re.compile("[\u2066-\u2069]")
_MAY_RUN_TO_THE_LEFT: Final = "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U0001efff]"

_IDENTIFIER: Final = r"""[\u2066-\u2068][^\u2066-\u2069]*\u2069 | (?<![\w+@./\u2069-])(?:
        [A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{2,4}){3,8}                                  # IBAN, in groups or not
      | [A-Z]{1,3}[ ]\d{2,5}(?:[ ][A-Z]{1,3})?                                   # plate
      | \d{1,2}[ ][A-Z]{1,3}[ ]\d{1,5}                                           # plate
      | [a-z]{2,10}://[^\s\u2066-\u2069]+
      | [\w.+-]{1,64}@[\w.-]*\w
      | [+]?[(]?\d[\d()]*(?:[ \u00a0.,/:-][(]?\d[\d()]*)*
        [-/.]\d*[A-Za-z][A-Za-z\d]*(?:[-/.][A-Za-z\d]+)*                    # case number, digits first
      | [+]?[(]?\d[\d()]*(?:[ \u00a0.,/:-][(]?\d[\d()]*)+                    # telephone, date, time, sum
      | [+\#@]?(?=[A-Za-z/._:-]{0,64}\d)[A-Za-z\d]+(?:[-/._:][A-Za-z\d]+)*    # case number, wallet, nickname
    )(?!\w)"""
_BETWEEN_ARABIC_DIGITS: Final = re.compile(r"(?<=[\u0660-\u0669])[^\w]+(?=[\u0660-\u0669])")
_LEFT_ALONE: Final = re.compile(r"\d+|[\u2066-\u2068].*", re.DOTALL)


@cache
def _identifier() -> re.Pattern[str]:
    """To compile it takes a millisecond, and the first window has no use for it."""
    return re.compile(_IDENTIFIER, re.VERBOSE)


@cache
def _may_run_to_the_left() -> re.Pattern[str]:
    return re.compile(_MAY_RUN_TO_THE_LEFT)


def has_right_to_left(text: str) -> bool:
    """Whether any character is strongly right-to-left."""
    found = _may_run_to_the_left().findall(text)
    return bool(found) and any(unicodedata.bidirectional(each) in ("R", "AL") for each in found)


def isolate(value: str) -> str:
    """Wrap an identifier, a number or a date so that text around it cannot reorder it."""
    return f"{LEFT_TO_RIGHT_ISOLATE}{value}{POP_ISOLATE}" if value else value


def isolate_identifiers(text: str) -> str:
    """Wrap telephone numbers, dates, plates, IBANs, addresses and file numbers in U+2066 ... U+2069.

    In a text with right-to-left letters they then read in the order of entry (UAX #9 alone would reverse
    their groups). Applying it twice changes nothing.
    """
    parts: list[str] = []
    at = 0
    for position, mark in marks(text):
        parts += (text[at:position], mark)
        at = position
    return "".join((*parts, text[at:]))


def marks(text: str) -> Iterator[tuple[int, str]]:
    """Return the marks that `isolate_identifiers` adds, each before the character at this position, in
    order.
    """
    if not has_right_to_left(text):
        return
    for match in _identifier().finditer(text):
        if _LEFT_ALONE.fullmatch(match[0]):
            continue
        yield match.start(), LEFT_TO_RIGHT_ISOLATE
        # Between Arabic-Indic digits, text runs from right to left even in an isolate (UAX #9, N1).
        for between in _BETWEEN_ARABIC_DIGITS.finditer(match[0]):
            yield match.start() + between.end(), _LEFT_TO_RIGHT_MARK
        yield match.end(), POP_ISOLATE


def without_identifiers(text: str) -> str:
    """Return the text with a space for each identifier: what is left decides its direction."""
    return _identifier().sub(" ", text)


def without_isolates(text: str) -> str:
    """Return the text without the added marks."""
    return _ISOLATES.sub("", text)
