"""Texts that are alike: the Jaccard similarity of their shingles, and MinHash to find which may be.

Broder, On the resemblance and containment of documents (1997); Leskovec, Rajaraman, Ullman, Mining of
Massive Datasets, chapter 3. The percentage is computed from the shingles themselves; the signature only says
which texts are compared. Two texts that agree by 80 % are compared with a probability of 99.98 %, those that
agree by 70 % with one of 98.8 %.
"""

import hashlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from thb_desktop.domain.search_words import terms

ALIKE = 70
"""Percent from which texts are told as alike."""
WORDS = 3
"""Terms of a shingle."""
BANDS, ROWS = 16, 4
PRIME = (1 << 61) - 1


class Hash(NamedTuple):
    """The function (factor * number + shift) mod modulus."""

    factor: int
    shift: int
    modulus: int = PRIME


def _family() -> Iterator[Hash]:
    """Return the same functions on every machine: the numbers are digests of their places."""
    for place in range(BANDS * ROWS):
        digest = hashlib.sha256(f"thb-minhash-{place}".encode("ascii")).digest()
        factor, shift = (int.from_bytes(digest[at : at + 8], "big") for at in (0, 8))
        yield Hash(factor % (PRIME - 1) + 1, shift % PRIME)


FAMILY = tuple(_family())


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


def signature(numbers: frozenset[int], family: Sequence[Hash] = FAMILY) -> tuple[int, ...]:
    """Return the least value of each function over the numbers of a set, which must not be empty."""
    return tuple(
        min([(factor * number + shift) % modulus for number in numbers]) for factor, shift, modulus in family
    )


def bands(found: Sequence[int]) -> tuple[str, ...]:
    """Return one short text for each band of a signature: texts that share one are compared."""
    return tuple(
        hashlib.blake2b(
            b"".join(value.to_bytes(8, "big") for value in (band, *found[band * ROWS : (band + 1) * ROWS])),
            digest_size=8,
        ).hexdigest()
        for band in range(BANDS)
    )


def alike(one: frozenset[int], other: frozenset[int]) -> int:
    """Return by how many whole percent two sets agree: what both have, of all that is in either."""
    both = len(one & other)
    return 100 * both // (len(one) + len(other) - both) if both else 0
