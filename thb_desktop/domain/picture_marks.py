"""Pictures that are alike by a computed mark: a difference hash of 64 bits, and how marks near it are found.

The mark is that of Krawetz, Kind of like that (2013): it tells which pictures to look at, and not that two
are the same. Which marks differ in few bits is found by parts of them, without comparing each with each:
Norouzi, Punjani, Fleet, Fast search in Hamming space with multi-index hashing (2012).
"""

from collections.abc import Iterator

BITS = 64
MOST = 7
"""Bits in which the marks of two pictures that are told as alike differ at most."""
BANDS = 4
_WIDTH = BITS // BANDS
_VALUES = 1 << _WIDTH


def differing(one: str, other: str) -> int:
    """Return in how many bits two marks differ; they are told in hex."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


def agreeing(one: str, other: str) -> int:
    """Return by how many whole percent two marks agree."""
    return 100 * (BITS - differing(one, other)) // BITS


def bands(mark: str) -> tuple[int, ...]:
    """Return a number for each of the four parts of a mark, which no other part of a mark has."""
    whole = int(mark, 16)
    return tuple(band * _VALUES + (whole >> band * _WIDTH) % _VALUES for band in range(BANDS))


def near_bands(mark: str) -> Iterator[int]:
    """Return the numbers of its parts, and of all that differ from one of them in one bit.

    Two marks that differ in seven bits or fewer have a part in which they differ in one at most.
    """
    for band in bands(mark):
        yield band
        yield from (band ^ 1 << bit for bit in range(_WIDTH))
