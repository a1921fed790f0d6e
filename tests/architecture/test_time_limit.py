"""A test that takes too long fails by its name, and those after it run: the suite ends, whatever hangs."""

import subprocess
import sys
from pathlib import Path

from tests.support.code import ROOT

SAMPLE = """
import time
from PySide6.QtCore import QSemaphore

def test_that_waits_for_ever():
    time.sleep(600)

def test_after_it():
    pass

def test_that_never_comes_back_to_python():
    QSemaphore(0).acquire()

def test_after_that():
    pass
"""


def test_a_test_that_takes_too_long_fails_alone_and_the_next_one_runs(tmp_path: Path) -> None:
    """The limits are those of pyproject.toml, only shorter."""
    (tmp_path / "test_sample.py").write_text(SAMPLE, "utf-8")
    settings = ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(tmp_path), "-p", "no:cacheprovider"]
    limits = ["-o", "timeout=3", "-o", "faulthandler_timeout=12"]

    run = subprocess.run(
        [sys.executable, "-m", "pytest", *settings, *limits, "-n", "1", "-v", tmp_path],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert "2 failed, 2 passed" in run.stdout, run.stdout + run.stderr
    assert "FAILED test_sample.py::test_that_waits_for_ever - Failed: Timeout (>3.0s)" in run.stdout
    assert "FAILED test_sample.py::test_that_never_comes_back_to_python" in run.stdout
    assert run.returncode == 1
