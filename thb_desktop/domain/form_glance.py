"""A glance at texts among bytes: whether a form may be there at all, before each word is compared.

Of the runs among bytes all but letters and digits is dropped at once, and one expression of all forms is
looked for in what remains. What it finds need not be a form: the search decides. What it does not find is
none. Most of a recording is told so at a fraction of the cost.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from unicodedata import normalize

from thb_desktop.domain.chance import LONG, is_among_bytes, may_be_among_bytes, with_words_alone
from thb_desktop.domain.form_words import RUN, WIDE_RUN, plain

_END = "\0"
"""What stands between runs here: none of them has it."""
_NOISE = 400
"""Signs of a run beyond which it is taken for a text, and left to the search."""


class Glance:
    """Forms as letters without anything between them, looked for in marked texts."""

    def __init__(self, forms: Iterable[str]) -> None:
        every = frozenset(filter(None, forms))
        self._short = frozenset(each for each in every if len(each) < LONG)
        self._any_short = _any_of(self._short)
        self._any_long = _any_of(frozenset(each[: LONG - 1] for each in every if len(each) >= LONG))

    def may_hold(self, text: str) -> bool:
        """Whether a text that begins with a mark may hold a form: a long one anywhere, also from one run to
        the next, or a short one within a run and among signs that speak for a text.
        """
        mark = text[0]
        text = text.replace(_END, " ").replace(f"\n{mark}", _END)[1:]
        if RUN in text or WIDE_RUN in text:
            return True
        squeezed = _squeezed(text)
        joined = squeezed.replace(_END, "")
        if any(form.search(joined) for form in self._any_long):
            return True
        if not _is_narrow(text):
            squeezed = _squeezed(with_words_alone(normalize("NFC", text)))
        suspect = chain.from_iterable(self._suspect(form, text, squeezed) for form in self._any_short)
        return any(self._is_shown(mark, *each) for each in suspect)

    def _suspect(self, form: re.Pattern[str], text: str, squeezed: str) -> Iterator[tuple[str, str]]:
        """Yield each run that has the letters of a short form, as it is and squeezed."""
        runs: list[str] = []
        at = number = 0
        while found := form.search(squeezed, at):
            runs = runs or text.split(_END)
            number += squeezed.count(_END, at, found.start())
            start = squeezed.rfind(_END, 0, found.start()) + 1
            end = squeezed.find(_END, start)
            at = end if end >= 0 else len(squeezed)
            yield runs[number], squeezed[start:at]

    def _is_shown(self, mark: str, run: str, squeezed: str) -> bool:
        if len(run) > _NOISE:
            return True
        run += "\n"  # as the search has it between two runs
        pieces = {squeezed[at : at + length] for at in range(len(squeezed)) for length in range(1, LONG)}
        return any(
            may_be_among_bytes(mark, run, letters) and is_among_bytes(mark, run, letters)
            for letters in pieces & self._short
        )


def _any_of(forms: frozenset[str]) -> tuple[re.Pattern[str], ...]:
    """Expressions of many letters: of signs of one byte, and of others, which few texts begin to have."""
    narrow = frozenset(filter(_is_narrow, forms))
    return re.compile(_expression(narrow)), re.compile(_expression(forms - narrow))


def _expression(forms: Iterable[str]) -> str:
    """Letter by letter, so that each place of a text is left after the first letters."""
    after: dict[str, set[str]] = {}
    for each in forms:
        after.setdefault(each[0], set()).add(each[1:])
    if not after:
        return "(?!)"
    ways = (re.escape(sign) + ("" if "" in rest else _expression(rest)) for sign, rest in after.items())
    return f"(?:{'|'.join(ways)})"


def _is_narrow(text: str) -> bool:
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return False
    return True


def _squeezed(text: str) -> str:
    """Return the letters and digits of a text as they are compared, with nothing between them but the ends of
    runs.
    """
    for sign, letters in _AS_OTHERS.items():
        text = text.replace(sign, letters)
    try:
        data = text.encode("latin-1")
    except UnicodeEncodeError:
        return "".join(plain(text.replace(_END, RUN)).split()).replace(RUN, _END)
    return data.translate(_TABLE, _LEFT_OUT).decode("latin-1")


_PLAIN = {chr(code): "".join(plain(chr(code)).split()) for code in range(1, 0x100)}
_LEFT_OUT = "".join(sign for sign, letters in _PLAIN.items() if not letters).encode("latin-1")
_AS_OTHERS = {
    sign: letters
    for sign, letters in _PLAIN.items()
    if letters and (len(letters) > 1 or not _is_narrow(letters))
}
"""Signs of one byte that are compared as several, or as one of more bytes: `ß`, fractions, the micro sign."""
_TABLE = bytes(
    ord(_PLAIN[chr(code)]) if code and _PLAIN[chr(code)] and chr(code) not in _AS_OTHERS else code
    for code in range(0x100)
)
