"""How the tests are run: what hangs fails alone, what warns fails too, in several processes as in one."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.code import ROOT
from tests.support.once import made_once
from tests.support.order import LONGEST, longest_first

HANGING = """
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
WARNING = """
import warnings
from PySide6.QtCore import qWarning

def test_that_warns():
    warnings.warn("of something")

def test_of_which_qt_warns():
    qWarning("of something")

def test_without_a_warning():
    pass
"""


def run_tests(folder: Path, text: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Run a file of tests in a process beside, under the settings of pyproject.toml."""
    (folder / "test_sample.py").write_text(text, "utf-8")
    settings = ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(folder), "-p", "no:cacheprovider"]
    return subprocess.run(
        [sys.executable, "-m", "pytest", *settings, *options, "-n", "1", folder],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_test_that_takes_too_long_fails_alone_and_the_next_one_runs(tmp_path: Path) -> None:
    """The limits are those of pyproject.toml, only shorter."""
    run = run_tests(tmp_path, HANGING, "-o", "timeout=3", "-o", "faulthandler_timeout=12")

    assert "2 failed, 2 passed" in run.stdout, run.stdout + run.stderr
    assert "FAILED test_sample.py::test_that_waits_for_ever - Failed: Timeout (>3.0s)" in run.stdout
    assert "FAILED test_sample.py::test_that_never_comes_back_to_python" in run.stdout
    assert run.returncode == 1


def test_a_warning_of_python_or_of_qt_fails_its_test(tmp_path: Path) -> None:
    run = run_tests(tmp_path, WARNING)

    assert "2 failed, 1 passed" in run.stdout, run.stdout + run.stderr
    assert "FAILED test_sample.py::test_that_warns" in run.stdout
    assert "FAILED test_sample.py::test_of_which_qt_warns" in run.stdout
    assert run.returncode == 1


def test_a_run_without_a_test_fails(tmp_path: Path) -> None:
    run = run_tests(tmp_path, "")

    assert "no tests ran" in run.stdout
    assert run.returncode == 5


def test_each_process_begins_with_its_part_of_the_long_tests_and_no_test_is_lost() -> None:
    tests = list(range(20))

    shared = longest_first(tests, long=[19, 4, 11, 5], processes=3)
    all_long = longest_first(tests, long=tests, processes=3)

    assert [shared[start] for start in (0, 1, 6, 13)] == [19, 5, 4, 11]
    assert sorted(shared) == sorted(all_long) == tests
    assert all(ROOT.joinpath("tests", name).is_file() for name in LONGEST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where one of the processes makes its folders."""

    own: Path

    def getbasetemp(self) -> Path:
        return self.own

    def mktemp(self, basename: str) -> Path:
        folder = self.own / basename
        folder.mkdir(parents=True)
        return folder


def test_what_is_dear_is_made_by_one_process_for_all_and_anew_after_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def fail(folder: Path) -> None:
        folder.joinpath("half").touch()
        raise OSError("no room")

    monkeypatch.setenv("PYTEST_XDIST_WORKER", "gw0")
    with pytest.raises(OSError, match="no room"):
        made_once(Places(own=tmp_path / "gw0"), "dear", fail)
    made = made_once(Places(own=tmp_path / "gw0"), "dear", lambda folder: folder.joinpath("whole").touch())
    again = made_once(Places(own=tmp_path / "gw1"), "dear", fail)
    monkeypatch.delenv("PYTEST_XDIST_WORKER")
    alone = made_once(Places(own=tmp_path / "alone"), "dear", lambda folder: folder.joinpath("own").touch())

    assert made == again
    assert [path.name for path in made.iterdir()] == ["whole"]
    assert [path.name for path in alone.iterdir()] == ["own"]
