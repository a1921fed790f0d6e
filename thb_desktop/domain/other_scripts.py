"""Words of the search in other scripts: which words of an index may be the same as one that was typed.

Latin letters find Cyrillic, Greek, Georgian and Armenian words each letter of which has one of its usual
renderings (`letters_written`), and these find Latin words. Arabic and Hebrew write few vowels: a word of
these sounds alike if its consonants agree and its vowels may. Nothing is guessed: a spelling is followed
letter by letter only as long as a word of the index begins so, so all that are there are found, and no other,
until as much was asked as one search may ask.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from heapq import heappop, heappush
from typing import NamedTuple

from thb_desktop.domain.letters_written import ARABIC, ARMENIAN, CYRILLIC, GEORGIAN, GREEK, HEBREW
from thb_desktop.domain.searching import FoundBy

MOST = 64
"""Spellings of one word that are searched, the most usual first."""
_LEAST, _LEAST_BY_SOUND = 3, 4
"""Latin letters of a word from which on it is looked for in other scripts, and by its consonants."""
_LONGEST = 32
MOST_ASKED, _MOST_ASKED_IN_TURN = 100_000, 20_000
"""What one search asks at the most of an index, and one word of it in one script: a quarter of a second,
whatever an index holds. Some thousands are usual. Until then the most usual spellings were followed.
"""
_LOOK = 20
"""What a look at the index counts, beside what is remembered of it."""
_LEAST_APART = 5
_AFTER_APOSTROPHE = ("я", "є", "ю", "і")
"""Letters that follow one. A single one is a word of its own, as я is."""
_SOUNDS = 3
"""Letters of an Arabic or Hebrew word from which on its consonants say something."""
_VOWELS = "aeiou"
_ARTICLE = "ال"
_END = "$"

_Moves = Mapping[str, tuple[tuple[str, int], ...]]
"""What may be written for a group of letters, and how unusual it is: 0 for the most usual."""


class Respelled(NamedTuple):
    """A word, or a beginning, of the index that may be what was typed. unusual: 0 for the most usual."""

    text: str
    found_by: FoundBy
    unusual: int


@dataclass(frozen=True, slots=True)
class _Script:
    first: str
    last: str
    letters: Mapping[str, str]
    found_by: FoundBy = FoundBy.OTHER_SCRIPT


_SCRIPTS = (
    _Script("\u0400", "\u052f", CYRILLIC),
    _Script("\u0370", "\u03ff", GREEK),
    _Script("\u10d0", "\u10ff", GEORGIAN),
    _Script("\u0531", "\u0587", ARMENIAN),
    _Script("\u0621", "\u06ff", ARABIC, FoundBy.SOUND),
    _Script("\u05d0", "\u05ea", HEBREW, FoundBy.SOUND),
)


@dataclass(slots=True)
class Vocabulary:
    """The words of an index, in the order of their code points.

    after: returns the first word that is this one or follows it; empty if none does. What it answered is
    remembered, and holds for all between the question and the answer. left: how much may still be asked.
    """

    after: Callable[[str], str]
    left: int = MOST_ASKED
    _asked: list[str] = field(default_factory=list)
    _answers: dict[str, str] = field(default_factory=dict)

    def following(self, text: str) -> str:
        self.left -= 1
        place = bisect_right(self._asked, text)
        if place:
            answer = self._answers[self._asked[place - 1]]
            if not answer or text <= answer:
                return answer
        self.left -= _LOOK
        answer = self._answers[text] = self.after(text)
        self._asked.insert(place, text)
        return answer

    def has_beginning(self, text: str) -> bool:
        return self.following(text).startswith(text)

    def has_between(self, first: str, last: str) -> bool:
        found = self.following(first)
        return bool(found) and found[0] <= last


def respelled(word: str, words: Vocabulary, *, is_beginning: bool = False) -> tuple[Respelled, ...]:
    """Return what of an index may be this word in another script, the most usual first; for a beginning,
    the beginnings. word: a term of the search. Of Latin letters all other scripts, of others Latin.
    """
    if len(word) > _LONGEST:
        return ()
    if word.isascii() and word.isalpha():
        found = [each for script in _SCRIPTS for each in _in_script(script, word, words, is_beginning)]
    else:
        found = [*_in_latin(word, words, is_beginning)]
    return tuple(sorted(found, key=lambda each: (each.unusual, each.text))[:MOST])


def apart(word: str, words: Vocabulary, *, is_beginning: bool = False) -> Iterator[tuple[str, str]]:
    """Return the Cyrillic words with an apostrophe that may be this one, in their two parts: an index takes
    the apostrophe of Мар'яна and В'ячеслав for the end of a word.
    """
    cyrillic = _SCRIPTS[0]
    if not (_LEAST_APART <= len(word) <= _LONGEST and word.isascii() and word.isalpha()):
        return
    if not words.has_between(cyrillic.first, cyrillic.last):
        return
    moves = _from_latin(cyrillic.found_by, cyrillic.first)
    for place in range(1, len(word) - 1):
        if word[place] not in "yij":
            continue
        walk = _Walk(word[place:], moves, words, "", is_beginning=is_beginning)
        ends = [text for text, _ in walk.found() if len(text) > 1 and text.startswith(_AFTER_APOSTROPHE)]
        if ends:
            begins = _Walk(word[:place], moves, words, "", is_beginning=False).found()
            yield from ((begin, end) for begin, _ in begins for end in ends)


def _in_script(script: _Script, word: str, words: Vocabulary, is_beginning: bool) -> Iterator[Respelled]:
    by_sound = script.found_by is FoundBy.SOUND
    if len(word) < (_LEAST_BY_SOUND if by_sound else _LEAST) or not words.has_between(
        script.first, script.last
    ):
        return
    before = ("", _ARTICLE) if script.letters is ARABIC else ("",)
    for begun in before:
        walk = _Walk(
            word, _from_latin(script.found_by, script.first), words, begun, is_beginning=is_beginning
        )
        for text, unusual in walk.found():
            if len(text) - len(begun) >= (_SOUNDS if by_sound else 1):
                yield Respelled(text, script.found_by, unusual)


def _in_latin(word: str, words: Vocabulary, is_beginning: bool) -> Iterator[Respelled]:
    script = next((each for each in _SCRIPTS if all(each.first <= sign <= each.last for sign in word)), None)
    if script is None or len(word) < _LEAST:
        return
    least = _LEAST_BY_SOUND if script.found_by is FoundBy.SOUND else _LEAST
    bare = word.removeprefix(_ARTICLE)
    taken = bare if len(bare) >= _SOUNDS else word
    walk = _Walk(taken, _to_latin(script.found_by, script.first), words, "", is_beginning=is_beginning)
    for text, unusual in walk.found():
        if len(text) >= least and text.isascii() and text.isalpha():
            yield Respelled(text, script.found_by, unusual)


class _Walk:
    """Writes a word letter by letter in all ways as far as the index has a word that begins so."""

    def __init__(
        self, word: str, moves: _Moves, words: Vocabulary, begun: str, *, is_beginning: bool
    ) -> None:
        self._word, self._moves, self._words, self._begun = word, moves, words, begun
        self._is_beginning = is_beginning
        self._longest = max(map(len, moves))

    def found(self) -> Iterator[tuple[str, int]]:
        """Return what the index has, each once, and how unusual it is; the most usual are followed first."""
        best = dict[tuple[int, str], int]()
        left = [(0, 0, self._begun)]
        least = max(0, self._words.left - _MOST_ASKED_IN_TURN)
        while left and self._words.left > least:
            unusual, before, text = heappop(left)
            at = -before
            if best.get((at, text), unusual + 1) <= unusual:
                continue
            best[at, text] = unusual
            for end, longer, more in self._next(at, text, unusual):
                if best.get((end, longer), more + 1) > more and self._words.has_beginning(longer):
                    heappush(left, (more, -end, longer))
        for (at, text), unusual in best.items():
            if at == len(self._word) and (self._is_beginning or self._words.following(text) == text):
                yield text, unusual

    def _next(self, at: int, text: str, unusual: int) -> Iterator[tuple[int, str, int]]:
        is_begun = len(text) > len(self._begun)
        for length in range(min(self._longest, len(self._word) - at) + 1):
            if not length and not is_begun:
                continue
            part, end = self._word[at : at + length], at + length
            ways = self._moves.get(part, ())
            if length and end == len(self._word) and not self._is_beginning:
                ways += self._moves.get(part + _END, ())
            for written, more in ways:
                if (written or is_begun) and not (not length and text.endswith(_NOT_AFTER[written])):
                    yield end, text + written, unusual + more


_NOT_AFTER = defaultdict[str, tuple[str, ...]](
    tuple, {**dict.fromkeys("ьъʼ", ("ь", "ъ", "ʼ")), **dict.fromkeys(_VOWELS, tuple(_VOWELS))}
)
"""What is added without a letter that stands for it is not added twice."""


@cache
def _from_latin(found_by: FoundBy, first: str) -> _Moves:
    """What each group of Latin letters may stand for. The empty group: letters that are not heard."""
    moves = defaultdict[str, list[tuple[str, int]]](list)
    for group, told in _letters(first).items():
        own, end = group.removesuffix(_END), _END if group.endswith(_END) else ""
        for unusual, written in enumerate(told.split()):
            moves[written + end].append((own, unusual))
            if found_by is FoundBy.SOUND and len(written) == 1 and written not in _VOWELS:
                moves[written * 2 + end].append((own, unusual))
        if told.startswith(" ") and found_by is not FoundBy.SOUND:
            moves[""].append((own, 1))
    if found_by is FoundBy.SOUND:
        for vowel in (*_VOWELS, "ou", "oo", "ee"):
            moves[vowel].append(("", 0))
    return {group: tuple(ways) for group, ways in moves.items()}


@cache
def _to_latin(found_by: FoundBy, first: str) -> _Moves:
    """What each group of letters of a script may be in Latin ones. The empty group: vowels not written."""
    moves = defaultdict[str, list[tuple[str, int]]](list)
    for group, told in _letters(first).items():
        silent = [""] if told.startswith(" ") else []
        for unusual, written in enumerate([*silent, *told.split()]):
            moves[group].append((written, unusual))
            if found_by is FoundBy.SOUND and len(written) == 1 and written not in _VOWELS:
                moves[group].append((written * 2, unusual))
    if found_by is FoundBy.SOUND:
        moves[""] = [(vowel, 0) for vowel in _VOWELS]
    return {group: tuple(ways) for group, ways in moves.items()}


def _letters(first: str) -> Mapping[str, str]:
    return next(each.letters for each in _SCRIPTS if each.first == first)
