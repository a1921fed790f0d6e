"""A text measured for any column: its words in order, and where a line may end. Widths of columns are chosen
by trying many, and nothing here has to be found again for another one.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate
from math import inf
from typing import Final, NamedTuple

from thb_desktop.report.text import bidi
from thb_desktop.report.text.bidi_rules import classes_of
from thb_desktop.report.text.breaks import is_break_after_blank, word_ends
from thb_desktop.report.text.characters import FORCED_BREAK, keep_order, parted, script_of_text, show_acting
from thb_desktop.report.text.faces import Voice
from thb_desktop.report.text.shaping import Word, blank, shape, words_of
from thb_desktop.report.text.vocabulary import vocabulary

_TAB: Final = "    "
_PLAIN: Final = re.compile(
    "{letter}++(?: {letter}++)*+".format(letter="[!-~\xa0-\xac\xae-\u058f\u2010-\u2027\u202f-\u205e]")
)
"""Words of European languages with single blanks between them: none acts, and none runs to the left."""

type Atom = tuple[int, int, Word, bool, bool]
"""A word or a blank, in logical order: its start and end, whether it is a blank, whether a line may end after
it. A plain tuple, since a page has some thousand of them.
"""


class Plain(NamedTuple):
    """Single words in the face of the blank, from left to right. Widths are thousandths of an em."""

    words: tuple[Word, ...]
    """Each second one is the same blank."""
    widths: list[float]
    """From the beginning to behind the blank that follows each word."""
    ends: list[int]
    """The same in characters."""

    def may_begin(self, at: int) -> bool:
        """Whether a line may begin with this word, counted from 0."""
        return _may_end(self.words[2 * at - 2].text, " ", self.words[2 * at].text)


class Stretch(NamedTuple):
    """What stands between two forced breaks, from `offset` to `end` (with its forced break)."""

    text: str
    atoms: list[Atom]
    order: bidi.Bidi | None
    """None: all of it runs from left to right."""
    offset: int
    end: int


class Measured:
    """A text in one voice. base: 0 or 1 if the paragraph runs from left or from right, None if its first
    strong letter decides.
    """

    def __init__(self, text: str, language: str, bold: bool, mono: bool, base: int | None) -> None:
        is_plain = base != 1 and _PLAIN.fullmatch(text) is not None
        shown, origin = (text, ()) if is_plain else keep_order(*show_acting(text))
        self._shown = shown
        self.origin = origin if len(shown) != len(text) else None
        """The offset of each character in what was entered, and of its end, if more is shown."""
        self.voice = Voice(script_of_text(shown), language, bold, mono)
        if base is None:
            is_usual = is_plain or bidi.is_left_to_right(shown)
            base = 0 if is_usual else bidi.first_strong(classes_of(shown)) or 0
        self.base = base
        self.plain = _plain(text, self.voice) if is_plain else None

    @cached_property
    def stretches(self) -> list[Stretch]:
        """What stands between forced breaks; one of an empty text."""
        shown, found = self._shown, list[Stretch]()
        start = 0
        for match in FORCED_BREAK.finditer(shown):
            found.append(self._stretch(start, match.start(), match.end()))
            start = match.end()
        if start < len(shown) or not found:
            found.append(self._stretch(start, len(shown), len(shown)))
        return found

    def _stretch(self, start: int, stop: int, end: int) -> Stretch:
        """From `start` to `stop`, and with its forced break to `end`."""
        text, order = self._shown[start:stop], None
        if self.base or not bidi.is_left_to_right(text):
            resolved = bidi.resolve(text, base=self.base)
            order = resolved if any(resolved.levels) else None
        return Stretch(text, _atoms(text, order, self.voice), order, start, end)


def _plain(text: str, voice: Voice) -> Plain | None:
    """None: some word of it is not plain."""
    parts, space = text.split(" "), blank(" ", voice)
    words = [*map(vocabulary(voice).__getitem__, parts)]
    widths = [*accumulate([word.width + space.width for word in words])]
    if widths[-1] == inf:
        return None
    alternating: list[Word] = [space] * (2 * len(words))
    alternating[::2] = words
    ends = [*accumulate([len(part) + 1 for part in parts])]
    return Plain(tuple(alternating), widths, ends)


def _atoms(text: str, order: bidi.Bidi | None, voice: Voice) -> list[Atom]:
    atoms: list[Atom] = []
    parts, blanks = parted(text)
    at = 0
    for part, between, following in zip(parts, blanks, [*parts[1:], ""], strict=True):
        end = at + len(part)
        if order is None:
            for length, word in words_of(part, True, voice) if part else ():
                atoms.append((at, at + length, word, False, at + length != end))
                at += length
        elif part:
            atoms += _words(part, at, order, voice)
        if between:
            at = end + len(between)
            drawn = _TAB if between == "\t" else between.replace("\u200b", "")
            may_end = _may_end(part, between, following)
            atoms.append((end, at, blank(drawn, voice), True, may_end))
    return atoms


def _words(part: str, at: int, order: bidi.Bidi, voice: Voice) -> Iterator[Atom]:
    """A stretch without blanks, in a text with characters that run from right to left."""
    end = at + len(part)
    level = order.levels[at]
    if order.levels.count(level, at, end) != len(part):
        yield from _mixed(part, at, order, voice)
        return
    for length, word in words_of(part, not level & 1, voice):
        at += length
        yield at - length, at, word, False, at != end


def _mixed(part: str, at: int, order: bidi.Bidi, voice: Voice) -> Iterator[Atom]:
    """A stretch without blanks and with characters in more than one direction."""
    levels = order.levels
    breaks = set(word_ends(part))
    turns = {i for i in range(1, len(part)) if levels[at + i] != levels[at + i - 1]}
    start = 0
    for stop in sorted(breaks | turns):
        word = shape(part[start:stop], not levels[at + start] & 1, voice)
        yield at + start, at + stop, word, False, stop in breaks and stop != len(part)
        start = stop


def _may_end(before: str, blank: str, after: str) -> bool:
    if before[-1:].isalnum() and after[:1].isalpha():
        return True
    return "\u200b" in blank or is_break_after_blank(before[-4:], after[:4])
