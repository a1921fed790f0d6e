"""What is dear to make, and never changed, is made by one of the processes that test, for all of them."""

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Protocol


class Places(Protocol):
    """What of pytest's `tmp_path_factory` is asked for here."""

    def getbasetemp(self) -> Path: ...

    def mktemp(self, basename: str) -> Path: ...


def shared_folder(places: Places, name: str) -> Path | None:
    """Return the folder of this name that all processes of a run have; None if there is one process."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return None
    shared = places.getbasetemp().parent / name
    shared.mkdir(exist_ok=True)
    return shared


def made_once(places: Places, name: str, make: Callable[[Path], None]) -> Path:
    """Return the folder that `make` was given, empty; it is made once in a run of the tests.

    A process waits until another has made it; if that one fails, it makes it itself. What `make` leaves
    is whole and closed, and a test copies it before it changes anything.
    """
    shared = shared_folder(places, "made-once")
    if shared is None:
        folder = places.mktemp(name)
        make(folder)
        return folder
    folder, made = shared / name, shared / f"{name}.made"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            made.touch()
    return folder
