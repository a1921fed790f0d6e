"""The figures of the security matrix are kept one by one, and none wipes out another."""

import json
import os
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from tests.support.figures import record_figure


def test_figures_are_merged_into_one_file_with_their_day_and_machine(tmp_path: Path) -> None:
    file = tmp_path / "figures.json"

    record_figure(file, "SR-7", "flips", 3)
    record_figure(file, "SR-15", "classes", "16 of 16")
    record_figure(file, "SR-7", "flips", 20_412)

    kept = json.loads(file.read_text("utf-8"))
    assert kept["SR-7"]["flips"]["value"] == 20_412
    assert kept["SR-15"]["classes"]["value"] == "16 of 16"
    assert set(kept["SR-7"]["flips"]) == {"value", "date", "machine"}
    assert [path.name for path in tmp_path.iterdir()] == ["figures.json"]


def test_figures_of_processes_side_by_side_are_all_kept(tmp_path: Path) -> None:
    file = tmp_path / "figures.json"

    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        list(pool.map(partial(record_some, file), range(4)))

    kept = json.loads(file.read_text("utf-8"))
    assert sorted(kept["SR-7"]) == sorted(f"{way} {number}" for way in range(4) for number in range(20))


def record_some(file: Path, way: int) -> None:
    for number in range(20):
        record_figure(file, "SR-7", f"{way} {number}", number)


def test_what_a_killed_process_held_is_taken(tmp_path: Path) -> None:
    file, long_ago = tmp_path / "figures.json", time.time() - 60
    held = tmp_path / "figures.json.held"
    held.touch()
    os.utime(held, (long_ago, long_ago))

    record_figure(file, "SR-7", "flips", 3)

    assert [path.name for path in tmp_path.iterdir()] == ["figures.json"]
