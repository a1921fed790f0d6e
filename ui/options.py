"""The arguments of the program."""

import argparse
import os
from pathlib import Path
from typing import NamedTuple

from ui.lock_outcome import LockOutcome
from ui.system import HANDED_OVER, LOCKED_ON, WHAT_WAS_TYPED


class Options(NamedTuple):
    """vault: the folder to unlock.

    locked: what became of unsaved typing, if a locked program started this one; None otherwise. assignment:
    the folder of one to which the screen was handed over.
    """

    vault: Path | None
    locked: LockOutcome | None
    self_test: bool
    assignment: Path | None = None


def parse(arguments: list[str]) -> Options:
    """Parse the arguments, and the environment set by a locked predecessor."""
    parser = argparse.ArgumentParser(prog="thb-desktop", description="The window of THB Desktop.")
    parser.add_argument("folder", nargs="?", type=Path, help="folder of the vault to unlock")
    parser.add_argument("--open", dest="named", type=Path, metavar="FOLDER", help="the same")
    parser.add_argument(
        "--self-test", action="store_true", help="make, export and verify a small case, and tell how it went"
    )
    given = parser.parse_args(arguments)
    left = os.environ.pop(LOCKED_ON, "")
    typed = LockOutcome.parse(os.environ.pop(WHAT_WAS_TYPED, ""))
    handed = os.environ.pop(HANDED_OVER, "")
    vault = given.named or given.folder or (Path(left) if left else None)
    return Options(
        vault=vault,
        locked=typed if left else None,
        self_test=given.self_test,
        assignment=Path(handed) if handed else None,
    )
