"""The memory of a check is bounded: measured in a child process, as `benchmarks/verifier.py` does."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.hostile_pdfs import HOSTILE
from tests.support.memory import can_be_measured
from tests.support.sampled import few

SIZE = 400_000
LIMIT = 300 * 1024
"""KiB beyond the file itself."""
CHILD = """
import sys, pathlib
from tests.support.memory import forget_peak, peak
from thb_desktop.verify.pdf import check_pdf
for path in sys.argv[1:]:
    data = pathlib.Path(path).read_bytes()
    forget_peak()
    check_pdf(data)
    print(peak())
"""


@pytest.mark.requirement("SR-28")
def test_no_hostile_file_takes_more_memory_than_itself_and_300_megabytes(tmp_path: Path):
    if not can_be_measured():
        pytest.skip("the peak of memory cannot be reset on this system")
    paths = {name: tmp_path / str(index) for index, name in enumerate(few(list(HOSTILE), 17))}
    for name, path in paths.items():
        path.write_bytes(HOSTILE[name](SIZE))

    done = subprocess.run(
        [sys.executable, "-c", CHILD, *map(str, paths.values())], capture_output=True, text=True, check=False
    )

    peaks = dict(zip(paths, map(int, done.stdout.split()), strict=True))
    assert {
        name: used for name, used in peaks.items() if used > LIMIT + paths[name].stat().st_size // 1024
    } == {}, done.stderr
