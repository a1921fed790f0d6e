"""Stores the measurements of tests and drills for the security matrix.

One JSON file: requirement, name of the figure, and its value with the day and the class of machine. Writes
merge and replace the file in one step, one process after the other, so it is never incomplete.
"""

import json
import os
import platform
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

type Value = int | float | str


def record_figure(path: Path, requirement: str, name: str, value: Value) -> None:
    """Add a figure to the file at `path`; it replaces an earlier one with the same name."""
    with _alone(path):
        figures = _read(path)
        figures.setdefault(requirement, {})[name] = {
            "value": value,
            "date": time.strftime("%Y-%m-%d", time.gmtime()),
            "machine": machine_class(),
        }
        _write(path, figures)


def forget_figure(path: Path, requirement: str, name: str) -> None:
    """Remove a figure that was reached earlier and not reached again."""
    with _alone(path):
        figures = _read(path)
        if figures.get(requirement, {}).pop(name, None) is not None:
            _write(path, figures)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Keep other processes from the file. The lock ends with the process that holds it; its file stays."""
    with path.with_name(f"{path.name}.held").open("ab") as held:
        _lock(held.fileno())
        yield


def _lock(descriptor: int) -> None:
    """Wait for the lock as long as another process has it."""
    if sys.platform != "win32":
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        return
    while True:
        with suppress(OSError):  # it gives up after ten seconds
            msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
            return


def _read(path: Path) -> dict[str, dict[str, dict[str, Value]]]:
    figures: dict[str, dict[str, dict[str, Value]]] = {}
    if path.exists():
        figures = json.loads(path.read_text("utf-8"))
    return figures


def _write(path: Path, figures: dict[str, dict[str, dict[str, Value]]]) -> None:
    written = path.with_name(f"{path.name}.{os.getpid()}.new")
    written.write_text(json.dumps(figures, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")
    written.replace(path)


def machine_class() -> str:
    """Return the kind of machine, without anything that identifies it."""
    python = f"Python {platform.python_version()}"
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, {python}"
