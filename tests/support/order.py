"""The order of the tests: those that take longest begin, so that none of them is left at the end."""

from collections.abc import Sequence
from itertools import chain, islice
from pathlib import Path

import pytest

LONGEST = (
    "drills/test_drills.py",
    "drills/test_continuing.py",
    "packaging/test_installer.py",
    "drive/test_whole_case.py",
    "drive/test_translated.py",
    "drive/test_from_nothing.py",
    "ui/test_looks.py",
    "ui/test_entered_cases.py",
    "verify/test_price_of_memory.py",
    "scripts/test_check_bundle.py",
)
"""Below `tests`: files whose tests take twenty seconds and more, the longest first."""
_TESTS = Path(__file__).parents[1]


def longest_first[Item](items: Sequence[Item], *, long: Sequence[Item], processes: int) -> list[Item]:
    """Each process begins with its part of the long ones.

    pytest-xdist gives each process an equal share of the list, one after the other (`--dist worksteal`).
    """
    sizes = [(len(items) + process) // processes for process in range(processes)]
    beginnings = [long[process::processes][:size] for process, size in enumerate(sizes)]
    first = set(chain.from_iterable(beginnings))
    rest = iter([item for item in items if item not in first])
    shares = (
        [*begin, *islice(rest, size - len(begin))] for begin, size in zip(beginnings, sizes, strict=True)
    )
    return list(chain.from_iterable(shares))


def ordered(config: pytest.Config, items: list[pytest.Item]) -> list[pytest.Item]:
    """The tests of a run in the order in which they are shared out; in a single process, as they were."""
    processes = getattr(config, "workerinput", {}).get("workercount", 1)
    if processes == 1:
        return items
    found = {name: [item for item in items if item.path == _TESTS / name] for name in LONGEST}
    return longest_first(items, long=list(chain.from_iterable(found.values())), processes=processes)
