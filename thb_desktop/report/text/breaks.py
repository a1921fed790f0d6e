"""Where a line may end: the Unicode Line Breaking Algorithm (UAX #14), and words in scripts without spaces.

The annex leaves Thai, Lao, Khmer and Burmese to a dictionary: that of ICU. A U+200B in the text is always
honoured.
"""

from functools import lru_cache
from itertools import accumulate
from typing import Final

import regex
from icu4py.breakers import LineBreaker

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
_FILE_NUMBER: Final = regex.compile(
    r"(?<![\w/.-])(?=[A-Z/.-]*\d)[A-Z\d]{1,8}(?:[/.-][A-Z\d]{1,8})+(?![\w/])", regex.ASCII
)
"""`12/2026/P`, `P-2026/0001/BIS`: capitals and digits, and what divides them."""
_UNSPACED: Final = regex.compile(r"\p{lb=SA}{2,}")
_BEGUN_NUMBER: Final = regex.compile(r"(?<!\d)\d{1,3}\Z")
_NEXT_THREE: Final = regex.compile(r"\d{3}(?!\d)")


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
    hyphen, and not within a file number.

    A reader, and a tool that extracts text, would take the hyphen for one added by the layout. Of a number in
    two lines, half would be read as the whole.
    """
    if _ONE_WORD.fullmatch(chunk):
        return [len(chunk)]
    held = {at for number in _FILE_NUMBER.finditer(chunk) for at in range(number.start() + 1, number.end())}
    ends = (end for end in line_breaks(chunk) if end not in held)
    return [end for end in ends if end == len(chunk) or chunk[end - 1] != "-"]


@lru_cache(maxsize=8192)
def is_break_after_blank(last: str, first: str) -> bool:
    """Whether we end a line in the blank between a word ending in `last` and one beginning with `first`.

    Not within a number that is written in groups of three: "1 600" would be read as two numbers.
    """
    if _BEGUN_NUMBER.search(last) and _NEXT_THREE.match(first):
        return False
    return not last.endswith("-") and len(last) + 1 in _inner_breaks(f"{last} {first}")


def _inner_breaks(text: str) -> list[int]:
    letters, places = break_letters(text)
    found = [places[at] for at in _decided(letters)]
    if unspaced := [
        run.start() + offset for run in _UNSPACED.finditer(text) for offset in _unspaced_breaks(run[0])
    ]:
        found = sorted({*found, *unspaced})
    return [offset for offset in found if 0 < offset < len(text)]


@lru_cache(maxsize=4096)
def _decided(letters: str) -> tuple[int, ...]:
    """Before which class letters a line may end: few orders of classes occur, in however many words."""
    # One match for each place takes a third of the time of `finditer`.
    decisions = ((at, DECISION.match(letters, at)) for at in range(len(letters) + 1))
    return tuple(at for at, decision in decisions if decision and decision["break"] is not None)


def _unspaced_breaks(run: str) -> list[int]:
    return list(accumulate(len(word) for word in LineBreaker(run, "en")))
