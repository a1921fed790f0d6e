"""What the security tests stand on: vaults with a case in them, made once and copied for each test."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from tests.support.code import ROOT
from tests.support.offices import Small, copy_of, new_office, small_case
from thb_desktop.services.samples import load_sample_case

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def filled_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault with case SCHELDE; to read, or to copy before it is touched."""
    folder = tmp_path_factory.mktemp("filled") / "office.thbvault"
    new_office(folder, lambda session: load_sample_case(session, "schelde"))
    return folder


@pytest.fixture(scope="session")
def small_office(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Small]:
    """A closed vault with a small case; to copy before it is touched."""
    folder = tmp_path_factory.mktemp("small") / "office.thbvault"
    kept: list[Small] = []
    new_office(folder, lambda session: kept.append(small_case(session)))
    return folder, kept[0]


@pytest.fixture
def folder(small_office: tuple[Path, Small], tmp_path: Path) -> Path:
    return copy_of(small_office[0], tmp_path / "office.thbvault")


@pytest.fixture
def small(small_office: tuple[Path, Small]) -> Small:
    return small_office[1]


@pytest.fixture(scope="session")
def run_python() -> Run:
    """Run a program of ours in a process of its own, behind other commands if need be."""

    def run(
        program: str,
        *arguments: str | Path,
        behind: Sequence[str | Path] = (),
        variables: Mapping[str, str] | None = None,
        cwd: Path = ROOT,
        timeout: float = 500,
    ) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.run(
            [*map(str, behind), sys.executable, "-c", program, *map(str, arguments)],
            cwd=cwd,
            env=environment | dict(variables or {}),
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )

    return run


def needs(command: str) -> pytest.MarkDecorator:
    """Skip by name where a program of others is missing."""
    return pytest.mark.skipif(shutil.which(command) is None, reason=f"needs {command}")
