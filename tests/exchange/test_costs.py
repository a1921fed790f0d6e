"""What a hostile file costs: time that grows with its size and no faster, and bounds for what is held."""

import time
import tracemalloc
from collections.abc import Callable
from contextlib import suppress

import pytest

from tests.support.hostile_exchange import HOSTILE
from tests.support.sampled import few
from thb_desktop import errors
from thb_desktop.exchange.kinds import examine

SMALL, STEPS = 60_000, 4


def cost(name: str, size: int) -> float:
    """Seconds of the processor that reading takes; least of three."""
    ending, made = HOSTILE[name]
    data, spent = made(size), []
    for _ in range(3):
        begin = time.process_time()
        read(data, ending)
        spent.append(time.process_time() - begin)
    return min(spent)


def read(data: bytes, ending: str) -> None:
    with suppress(errors.ExchangeError):
        examine(data, f"x{ending}")


@pytest.mark.requirement("SR-28")
@pytest.mark.parametrize("name", few(list(HOSTILE), 9))
def test_a_file_four_times_as_large_takes_at_most_about_four_times_as_long(name: str):
    small, large = cost(name, SMALL), cost(name, STEPS * SMALL)

    assert large < 0.05 + 2.5 * STEPS * small


@pytest.mark.requirement("SR-28")
@pytest.mark.parametrize("name", few(list(HOSTILE), 9))
def test_a_hostile_file_is_held_in_few_bytes_for_each_of_its_own(name: str):
    ending, made = HOSTILE[name]
    data = made(STEPS * SMALL)

    tracemalloc.start()
    try:
        read(data, ending)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert most < 6 * 1024 * 1024 + 100 * STEPS * SMALL


@pytest.mark.requirement("SR-28")
@pytest.mark.parametrize(
    ("ending", "made"),
    [
        (".srt", lambda: b"00:00:01,000 --> 00:00:02,000\nA: x\n" + b" " * (4 << 20)),
        (".vtt", lambda: b"WEBVTT\n" + b" " * (4 << 20)),
        (".txt", lambda: b"A: x\n" + b"\n" * (4 << 20)),
        (".xlf", lambda: b"<a>" + b" " * (16 << 20)),
        (".txt", lambda: b"A: x\n" + b"\nx\n" * 20_001),
        (".tmx", lambda: HOSTILE["codes of a memory"][1](3_000_000)),
        (".xlf", lambda: HOSTILE["notes that quote everything"][1](9_000_000)),
        (".xlsx", lambda: HOSTILE["very many sheets"][1](400_000)),
    ],
)  # fmt: skip
def test_what_is_larger_than_a_real_file_ever_is_is_refused(ending: str, made: Callable[[], bytes]):
    with pytest.raises(errors.ExchangeOverLimitError):
        examine(made(), f"x{ending}")
