"""Chance by a seed: each run of the drills takes another part of what there is, and can be done once more."""

import hashlib
import os
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

SEED_OF_THE_TESTS = 20261127
"""`THB_DRILL_SEED` gives another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """Draws that depend on nothing but the seed and what is drawn."""

    seed: int

    def below(self, most: int, *what: object) -> int:
        """A number from 0 to one less than `most`."""
        return int.from_bytes(self.rank(*what)) % most

    def between(self, least: int, most: int, *what: object) -> int:
        """A number from the least to the most."""
        return least + self.below(most - least + 1, *what)

    def rank(self, *what: object) -> bytes:
        """Where something stands in an order that follows no pattern."""
        return hashlib.sha256(repr((self.seed, *what)).encode()).digest()

    def each[Item](self, every: int, items: Sequence[Item], *what: object) -> Sequence[Item]:
        """Each n-th, from a place that the seed chooses: over many runs, all of them. At least one."""
        return items[self.below(min(every, len(items)), *what) :: every] if items else items


def new_seed() -> int:
    """Another one for each run, short enough to be typed."""
    return secrets.randbelow(1 << 32)


def seed_of_the_tests() -> int:
    """Always the same, so that the tests of an unchanged program end as they did before."""
    return int(os.environ.get("THB_DRILL_SEED", SEED_OF_THE_TESTS))
