"""Word lists for random passphrases, also used to recognise such a passphrase."""

import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from resources import passphrases as lists
from thb_desktop.crypto.material import Randomness

LANGUAGES = ("en", "fr", "ar")
"""BCP 47 tags of the available lists."""


@cache
def words_of(language: str) -> tuple[str, ...]:
    """The words of one list, in order."""
    return tuple((files(lists) / f"{language}.txt").read_text("utf-8").split())


@cache
def _set_of(language: str) -> frozenset[str]:
    return frozenset(words_of(language))


def count_for(language: str, bits: float) -> int:
    """Return how many different words of a list give at least this many bits."""
    size = len(words_of(language))
    count, worth = 0, 0.0
    while worth < bits:
        worth += math.log2(size - count)
        count += 1
    return count


def worth_of(words: Sequence[str]) -> float | None:
    """Return the bits of different words drawn from one list; None if they cannot come from one.

    If several lists contain all of them, the shortest counts, because a guesser tries it first.
    """
    known = {word.casefold() for word in words}
    if len(known) < len(words):
        return None
    sizes = [len(words_of(each)) for each in LANGUAGES if known <= _set_of(each)]
    return sum(math.log2(min(sizes) - drawn) for drawn in range(len(words))) if sizes else None


def draw_words(language: str, count: int, randomness: Randomness) -> tuple[str, ...]:
    """Draw this many different words of a list, each with equal probability."""
    left = list(words_of(language))
    return tuple(left.pop(_below(len(left), randomness)) for _ in range(count))


def _below(limit: int, randomness: Randomness) -> int:
    """Return an unbiased number from 0 to `limit` - 1; values outside are drawn again."""
    bits = (limit - 1).bit_length()
    while True:
        drawn = int.from_bytes(randomness(-(-bits // 8)), "big") & ((1 << bits) - 1)
        if drawn < limit:
            return drawn
