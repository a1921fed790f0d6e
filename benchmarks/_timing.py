"""Times of acts, by the clock and by the processor, and how much an act costs more in a larger vault."""

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Timed = Callable[[], object]
Taken = tuple[float, float]
"""Seconds by the clock and of the processor."""
_LEAST = 1e-5
"""Seconds; of what takes less in the smaller vault, no growth is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One act: wall and processor time in seconds, and what it is held against.

    against: the limit or peer, in seconds; 0 where only the growth counts.
    """

    name: str
    wall: float
    processor: float
    against: float = 0.0
    peer: str = ""


def timed(act: Timed, runs: int = 1) -> Taken:
    """Return the median of wall and of processor time, of this process and of those it waited for."""
    return _medians([_once(act) for _ in range(runs)])


def in_turn(
    tenth: Mapping[str, Timed], full: Mapping[str, Timed], runs: int
) -> tuple[dict[str, Taken], dict[str, Taken]]:
    """Return these medians of acts that both vaults know: all of them in turn, each in one and in the other.

    What else a computer does, and how fast it is just then, meets both alike: minutes apart, the same act in
    the same vault took up to 1.3 times as long.
    """
    taken: dict[str, tuple[list[Taken], list[Taken]]] = {name: ([], []) for name in tenth}
    for number in range(runs):
        for name, (few, many) in taken.items():
            both = (tenth[name], few), (full[name], many)
            for act, times in both if number % 2 else reversed(both):
                times.append(_once(act))
    small, large = ({name: _medians(times[at]) for name, times in taken.items()} for at in (0, 1))
    return small, large


def show(tenth: list[Row], full: list[Row]) -> None:
    print(f"{'':<42}{'tenth':>9}{'full':>9}{'growth':>8}{'cpu':>9}{'growth':>8}{'against':>9}{'ratio':>7}")
    for small, large in zip(tenth, full, strict=True):
        told = f"{large.name:<42}{small.wall * 1000:>9.1f}{large.wall * 1000:>9.1f}"
        told += _growth(small.wall, large.wall)
        told += f"{large.processor * 1000:>9.1f}" + _growth(small.processor, large.processor)
        if large.against:
            told += f"{large.against * 1000:>9.1f}{large.wall / large.against:>7.2f}  {large.peer}"
        print(told)
    print("milliseconds of wall time; cpu: of the processor, full; each growth from the tenth to the full")
    print("ratio: full, to the limit or peer named")


def _growth(small: float, large: float) -> str:
    return f"{large / small:>8.2f}" if small > _LEAST else f"{'':>8}"


def _medians(taken: list[Taken]) -> Taken:
    return statistics.median(wall for wall, _ in taken), statistics.median(spent for _, spent in taken)


def _once(act: Timed) -> Taken:
    begin, spent = time.perf_counter(), _processor()
    act()
    return time.perf_counter() - begin, _processor() - spent


def _processor() -> float:
    return time.process_time() + sum(_children())


def _children() -> tuple[float, float]:
    import resource

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime, used.ru_stime
