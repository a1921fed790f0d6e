"""How much Python looks through at once for objects that nobody uses."""

import gc
import weakref
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pytest

from ui import garbage


@dataclass(frozen=True, slots=True)
class Row:
    """As the rows of a list: nothing in it leads back to it."""

    number: int
    words: list[str]


class Ring:
    """Leads to itself, as a dialog and what it connects."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def looks() -> Iterator[list[int]]:
    """The objects of each look through all that is left, from now on."""
    found: list[int] = []

    def count(phase: str, told: Mapping[str, int]) -> None:
        if phase == "start" and told["generation"] == 2:
            found.append(len(gc.get_objects()))

    thresholds, callbacks = gc.get_threshold(), gc.callbacks[:]
    gc.freeze()
    gc.collect()
    gc.callbacks.append(count)
    garbage.collect_seldom()
    try:
        yield found
    finally:
        gc.set_threshold(*thresholds)
        gc.callbacks[:] = callbacks
        gc.unfreeze()


def rows(count: int) -> list[Row]:
    return [Row(number, [str(number)]) for number in range(count)]


def test_no_look_goes_through_more_objects_in_a_long_list_than_in_a_short_one(looks: list[int]):
    kept = rows(200_000)
    during = len(looks)
    garbage.collect_all()

    assert len(kept) == 200_000
    assert during > 3, "a long list is looked through while it is read, and not at once at its end"
    assert max(looks) < garbage.MOST


def test_what_stood_its_looks_is_not_looked_through_again(looks: list[int]):
    kept = rows(100_000)
    garbage.collect_all()
    garbage.collect_all()

    assert len(kept) == 100_000
    assert looks[-1] < 1_000


def test_rings_that_nobody_uses_are_forgotten_also_among_many_rows(looks: list[int]):
    rings = [weakref.ref(Ring()) for _ in range(100)]
    kept = rows(100_000)
    later = [weakref.ref(Ring()) for _ in range(100)]
    garbage.collect_all()

    assert looks
    assert len(kept) == 100_000
    assert not any(ring() for ring in (*rings, *later))


def test_to_ask_for_it_twice_changes_nothing():
    thresholds, callbacks = gc.get_threshold(), gc.callbacks[:]
    try:
        garbage.collect_seldom()
        once = gc.callbacks[:]
        garbage.collect_seldom()

        assert gc.callbacks == once
    finally:
        gc.set_threshold(*thresholds)
        gc.callbacks[:] = callbacks
