"""The wheel that is built, and not only the checkout: it starts, and carries all its data."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import thb_desktop
from tests.support.code import PACKAGES, ROOT


@pytest.fixture(scope="module")
def unpacked_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
        env=os.environ,
    )
    [wheel] = folder.glob("*.whl")
    target = folder / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)  # our own file, made a moment ago
    return target


def run(unpacked_wheel: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", *arguments],
        cwd=unpacked_wheel.parent,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(unpacked_wheel)},
    )


def test_the_command_line_of_the_wheel_starts(unpacked_wheel: Path):
    answer = run(unpacked_wheel, "-m", "thb_desktop", "--version")

    assert answer.returncode == 0, answer.stderr
    assert thb_desktop.__version__ in answer.stdout


def test_the_code_that_runs_is_the_wheel_s_own(unpacked_wheel: Path):
    answer = run(unpacked_wheel, "-c", "import thb_desktop; print(thb_desktop.__file__)")

    assert Path(answer.stdout.strip()).is_relative_to(unpacked_wheel)


def test_every_file_of_the_packages_is_in_the_wheel(unpacked_wheel: Path):
    files = [path for package in PACKAGES for path in ROOT.joinpath(package).rglob("*") if path.is_file()]
    relative = [path.relative_to(ROOT) for path in files]
    names = [name for name in relative if not {"__pycache__", ".ruff_cache"} & set(name.parts)]

    missing = [str(name) for name in names if not unpacked_wheel.joinpath(name).exists()]

    assert missing == []
