"""Texts that are alike: the Jaccard similarity of their shingles, and MinHash to find which may be.

Broder, On the resemblance and containment of documents (1997); Leskovec, Rajaraman, Ullman, Mining of
Massive Datasets, chapter 3. The percentage is computed from the shingles themselves; the signature only says
which texts are compared. Two texts that agree by 80 % are compared with a probability of 99.98 %, those that
agree by 70 % with one of 98.8 %.
"""

import hashlib
from collections.abc import Iterable, Sequence
from struct import Struct

from thb_desktop.domain.search_words import terms

ALIKE = 70
"""Percent from which texts are told as alike."""
WORDS = 3
"""Terms of a shingle."""
BANDS, ROWS = 16, 4
_VALUES = Struct(">32H")
"""The values of half of the functions: the digest of a number, cut into pieces of 16 bits."""


def plain_text(text: str) -> str:
    """Return a text without capitals, accents and signs between words: what is compared as the same."""
    return " ".join(terms(text))


def shingles(plain: str) -> frozenset[int]:
    """Return the numbers of all runs of three words of a plain text; of a shorter one, that of the whole."""
    words = plain.split()
    if not words:
        return frozenset()
    runs = {" ".join(words[at : at + WORDS]) for at in range(max(len(words) - WORDS + 1, 1))}
    return frozenset(
        int.from_bytes(hashlib.blake2b(run.encode(), digest_size=7).digest(), "big") for run in runs
    )


def signature(numbers: frozenset[int]) -> tuple[int, ...]:
    """Return the least value of each function over the numbers of a set, which must not be empty."""
    return least(map(_values, numbers))


def least(values: Iterable[Sequence[int]]) -> tuple[int, ...]:
    """Return the least of each column: of the values of each function, one row for each element of a set."""
    return tuple(map(min, zip(*values, strict=True)))


def _values(number: int) -> tuple[int, ...]:
    told = number.to_bytes(7, "big")
    return (
        *_VALUES.unpack(hashlib.blake2b(told, person=b"ads, minhash 1").digest()),
        *_VALUES.unpack(hashlib.blake2b(told, person=b"ads, minhash 2").digest()),
    )


def bands(found: Sequence[int]) -> tuple[str, ...]:
    """Return one short text for each band of a signature: texts that share one are compared."""
    return tuple(
        hashlib.blake2b(
            b"".join(value.to_bytes(2, "big") for value in (band, *found[band * ROWS : (band + 1) * ROWS])),
            digest_size=8,
        ).hexdigest()
        for band in range(BANDS)
    )


def alike(one: frozenset[int], other: frozenset[int]) -> int:
    """Return by how many whole percent two sets agree: what both have, of all that is in either."""
    both = len(one & other)
    return 100 * both // (len(one) + len(other) - both) if both else 0
