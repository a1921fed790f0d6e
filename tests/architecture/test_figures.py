"""The figures of the security matrix are kept one by one, and none wipes out another."""

import json
import os
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from multiprocessing.synchronize import Event
from pathlib import Path

from tests.support.figures import _alone, record_figure


def test_figures_are_merged_into_one_file_with_their_day_and_machine(tmp_path: Path) -> None:
    file = tmp_path / "figures.json"

    record_figure(file, "SR-7", "flips", 3)
    record_figure(file, "SR-15", "classes", "16 of 16")
    record_figure(file, "SR-7", "flips", 20_412)

    kept = json.loads(file.read_text("utf-8"))
    assert kept["SR-7"]["flips"]["value"] == 20_412
    assert kept["SR-15"]["classes"]["value"] == "16 of 16"
    assert set(kept["SR-7"]["flips"]) == {"value", "date", "machine"}
    assert {path.name for path in tmp_path.iterdir()} == {"figures.json", "figures.json.held"}


def test_figures_of_processes_side_by_side_are_all_kept(tmp_path: Path) -> None:
    file = tmp_path / "figures.json"

    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        list(pool.map(partial(record_some, file), range(4)))

    kept = json.loads(file.read_text("utf-8"))
    assert sorted(kept["SR-7"]) == sorted(f"{way} {number}" for way in range(4) for number in range(20))


def record_some(file: Path, way: int) -> None:
    for number in range(20):
        record_figure(file, "SR-7", f"{way} {number}", number)


def test_who_waits_gets_the_file_when_its_holder_ends_however_long_that_takes(tmp_path: Path) -> None:
    """A process that is stopped while it writes, or a clock that is set, lets nobody in."""
    file, context = tmp_path / "figures.json", get_context("spawn")
    held = context.Event()
    holder = context.Process(target=hold_for_ever, args=(file, held))
    holder.start()
    assert held.wait(60)
    long_ago = time.time() - 60
    os.utime(tmp_path / "figures.json.held", (long_ago, long_ago))
    waiting = context.Process(target=record_figure, args=(file, "SR-7", "flips", 3))
    waiting.start()

    waiting.join(2)
    has_waited = waiting.is_alive() and not file.exists()
    holder.kill()
    waiting.join(60)

    assert has_waited
    assert waiting.exitcode == 0
    assert file.exists()


def hold_for_ever(file: Path, held: Event) -> None:
    with _alone(file):
        held.set()
        time.sleep(600)
