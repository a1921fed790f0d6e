"""A small disk that can be filled."""

import gc
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a real disk of 4 MiB, if this machine allows it."""
    folder = tmp_path / "small"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)]
    if (
        os.name != "posix"
        or os.geteuid()
        or subprocess.run(command, capture_output=True, check=False).returncode
    ):
        pytest.skip("cannot mount a small disk here (needs root)")
    yield folder
    gc.collect()  # a file that is open in a ring of objects would keep the disk busy
    subprocess.run(["umount", folder], check=True)


def fill(disk: Path, *, leave: int) -> Path:
    """Write a file that leaves this many bytes of the disk free; deleting it frees the space."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            file.truncate(max(0, file.tell() - leave))
    return ballast
