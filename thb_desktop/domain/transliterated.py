"""Transliterations: how the words of a name may be written in another script, for a comparison alone.

A letter has its usual renderings (`letters_of_names`); a word has as many spellings as `MOST`, the most usual
first. What is read is one word as `form_search.words_in` gives it: small letters without marks.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product

from thb_desktop.domain.letters_of_names import (
    ARABIC,
    CYRILLIC,
    GREEK,
    LATIN,
    TO_ARABIC,
    TO_CYRILLIC,
    TO_GREEK,
    TO_SERBIAN,
)
from thb_desktop.domain.letters_written import ARMENIAN, GEORGIAN, from_latin

MOST = 96
"""Spellings of one word in one other script."""
_LONGEST = 24
"""Letters of a word that is transliterated at all."""

_TO_GEORGIAN, _TO_ARMENIAN = from_latin(GEORGIAN), from_latin(ARMENIAN)
_CLEAR = 4
"""Letters in Arabic from which on a name is no small word of the language, as "was" and "to" are."""
_SHORT_VOWELS = ("a", "i", "u", "e", "o")
"""Arabic does not write them: each may stand between two consonants."""
_ENDING = "ه"
"""The last letter of many names of women, also written with two dots; in Latin letters a vowel."""
_ENDINGS = ("a", "ah", "e", "eh")
_ARTICLE = "ال"
_FOR_THE = "لل"
_PROCLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول")
_ARTICLES = ("al", "el", "ul", "as", "ash", "ar", "an", "at", "ad", "az")


def spellings(word: str) -> frozenset[str]:
    """Return how a word of a name may be written in other scripts, and in its own by another table. Without
    what cannot be told from a word of the language: nothing shorter than three letters.
    """
    found = set(_spellings(word)) if len(word) <= _LONGEST else set[str]()
    return frozenset(each for each in found if len(each) > 2) - {word}


def _spellings(word: str) -> Iterator[str]:
    if _is_of(word, "\u0400", "\u052f"):
        yield from _written(word, CYRILLIC, MOST)
    elif _is_of(word, "\u0370", "\u03ff"):
        yield from _written(word, GREEK, MOST)
    elif _is_of(word, "\u10d0", "\u10ff"):
        yield from _written(word, GEORGIAN, MOST)
    elif _is_of(word, "\u0530", "\u058f"):
        yield from _written(word, ARMENIAN, MOST)
    elif _is_of(word, "\u0600", "\u06ff"):
        yield from _of_arabic(word)
    elif word.isascii() and word.isalpha():
        yield from _written(word, LATIN, MOST)
        yield from _written(word, TO_CYRILLIC, MOST)
        yield from _written(word, TO_SERBIAN, MOST)
        yield from _written(word, TO_GREEK, MOST)
        yield from _written(word, _TO_GEORGIAN, MOST)
        yield from _written(word, _TO_ARMENIAN, MOST)
        for each in _written(word, TO_ARABIC, MOST):
            if len(each) >= _CLEAR:
                yield each
            if word.endswith(_ENDINGS) and len(each) >= _CLEAR:
                yield each.removesuffix("ا") + _ENDING


def _is_of(word: str, first: str, last: str) -> bool:
    return any(first <= sign <= last for sign in word)


def _written(word: str, table: Mapping[str, str], most: int) -> Iterator[str]:
    """Write a word letter by letter, the longest group first; a blank in the table is no letter at all."""
    choices = [_choices(table, part) for part in _parts(word, table)]
    yield from islice(("".join(each) for each in _usual_first(choices)), most)


def _choices(table: Mapping[str, str], part: str) -> tuple[str, ...]:
    told = table.get(part, part)
    silent = ("",) if told != told.strip() else ()
    written = tuple(told.split())
    return silent + written if told.startswith(" ") else written + silent


def _parts(word: str, table: Mapping[str, str]) -> Iterator[str]:
    longest = max(map(len, table))
    place = 0
    while place < len(word):
        group = next(
            (word[place : place + length] for length in range(longest, 1, -1)
             if word[place : place + length] in table),
            word[place],
        )  # fmt: skip
        yield group
        place += len(group)


def _usual_first(choices: Sequence[Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """All combinations, first those in which few letters are written otherwise than usual."""
    yield tuple(each[0] for each in choices)
    for count in range(1, max(map(len, choices), default=1)):
        yield tuple(each[min(count, len(each) - 1)] for each in choices)
    for place, each in enumerate(choices):
        for other in each[1:]:
            yield tuple(other if at == place else one[0] for at, one in enumerate(choices))
    yield from product(*choices)


def _of_arabic(word: str) -> Iterator[str]:
    bare = word.removeprefix(_ARTICLE) if len(word) > len(_ARTICLE) + 2 else word
    for each in dict.fromkeys((word, bare)):
        if len(each) >= _CLEAR:
            yield from _with_clitics(each)
    latin = dict.fromkeys(_vowelled(bare))
    yield from latin
    if bare != word:
        yield from (article + each for article in _ARTICLES for each in islice(latin, MOST // 4))


def _with_clitics(word: str) -> Iterator[str]:
    """Arabic writes "and", "with", "for" and the article together with the name."""
    yield word
    if not word.startswith(_ARTICLE):
        yield from (_ARTICLE + word, _FOR_THE + word)
    yield from (each + word for each in _PROCLITICS)


def _vowelled(word: str) -> Iterator[str]:
    """Latin spellings of a word of which consonants and long vowels are known."""
    choices: list[tuple[str, ...]] = []
    for letter, after in zip(word, (*word[1:], ""), strict=True):
        is_last = not after
        choices.append(_ENDINGS if is_last and letter == _ENDING else _choices(ARABIC, letter))
        if (
            not is_last
            and letter != "ا"
            and after not in "اوي"
            and not (after == _ENDING and word.endswith(after))
        ):
            choices.append((*_SHORT_VOWELS, ""))
    yield from islice(("".join(each) for each in _usual_first(choices)), MOST * 8)
