"""One way to measure and to tell: several runs in turn, and a table of least, median and most."""

import resource
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """What one contestant gave over the runs, in one unit."""

    name: str
    unit: str
    values: Sequence[float]

    @property
    def median(self) -> float:
        return statistics.median(self.values)


def in_turn(runs: int, *contestants: Callable[[], float]) -> list[list[float]]:
    """Let each contestant run once, then each again: what disturbs the machine disturbs all of them."""
    values: list[list[float]] = [[] for _ in contestants]
    for _ in range(runs):
        for measured, contestant in zip(values, contestants, strict=True):
            measured.append(contestant())
    return values


def show(title: str, peer: Series, *series: Series, goal: str) -> None:
    print(f"{title} (goal: {goal})")
    print(f"{'':<44}{'least':>10}{'median':>10}{'most':>10}  unit   ratio to peer")
    for one in (*series, peer):
        ratio = f"{one.median / peer.median:.2f}" if one.unit == peer.unit else ""
        role = " (peer)" if one is peer else ""
        print(
            f"{one.name + role:<44}{min(one.values):>10.1f}{one.median:>10.1f}{max(one.values):>10.1f}"
            f"  {one.unit:<6} {ratio}"
        )
    print()


def peak_memory_of_children() -> float:
    """MiB: the most that any finished child of this process held."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
