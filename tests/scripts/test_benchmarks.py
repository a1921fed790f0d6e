"""Benchmarks: each that can be small runs to its end, so that none stops unseen when the program changes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.sampled import few

ROOT = Path(__file__).parents[2]
SMALLEST = {
    "desk": ("--turns", "20", "--runs", "2"),
    "health": ("--size", "1", "--runs", "1"),
    "identity_scan": ("--megabytes", "1", "--persons", "2"),
    "intake": ("--size", "1", "--small", "3", "--runs", "1"),
    "judging": ("--runs", "1", "--exhibits", "4"),
    "language": ("--turns", "20"),
    "money_bundle": ("--rows", "20"),
    "seeing": ("--rows", "20"),
    "small_files": ("--runs", "1", "--count", "5"),
    "take_in": ("--runs", "1", "--count", "5", "--large", "1"),
    "told_rows": ("--events", "2", "--runs", "1"),
}
"""What each takes to be done in a few seconds; the others have one size, or need minutes."""


@pytest.mark.parametrize("name", few(list(SMALLEST)[::-1], 3))
def test_a_benchmark_of_the_smallest_size_runs_to_its_end(name: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / f"{name}.py"), *SMALLEST[name]],
        env={**os.environ, "TMPDIR": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )

    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.strip(), "it tells no figures"
