"""Confinement: what this machine has to keep a process from everything, and a process that gives all up."""

import ctypes
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from thb_desktop.inspect.landlock import LEAST, landlock_version, take_files_away, take_writing_away
from thb_desktop.inspect.limits import DESCRIPTORS, Limits, limit_this_process
from thb_desktop.inspect.seccomp import has_seccomp, take_calls_away, take_others_away

_DIE_WITH_PARENT, _SET_DUMPABLE = 1, 4
_OF_PROGRAM = 64
"""Things that another program can have open: its libraries and its data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confinement:
    """What a machine has: Landlock (its version, 0 for none) and seccomp on Linux; containers on Windows."""

    landlock: int = 0
    seccomp: bool = False
    container: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether files of others may be inspected here."""
        return self.container or (self.landlock >= LEAST and self.seccomp)


def ask_machine() -> Confinement:
    """Ask this machine what it has; starts nothing and changes nothing."""
    found = Confinement(landlock=landlock_version(), seccomp=has_seccomp())
    if sys.platform == "win32":
        found = Confinement(container=sys.getwindowsversion() >= (6, 2))
    return found


def confine_this_process(limits: Limits, *, reserved: int = 0) -> None:
    """Give up, for ever: files, network, other processes, memory to run, and what is beyond the limits.

    No other program of the same user reads its memory, and no crash leaves an image of it.
    reserved: as for `limit_this_process`. What is open as 0, 1 and 2 stays. On Windows whoever started the
    process did this. Raises OSError if the machine refuses a part of it: then nothing of others may be read.
    """
    if sys.platform != "win32":
        os.closerange(DESCRIPTORS, os.sysconf("SC_OPEN_MAX"))
        _call(_SET_DUMPABLE, 0)
        _call(_DIE_WITH_PARENT, signal.SIGKILL)
        take_files_away()
        limit_this_process(limits, reserved=reserved)
        take_calls_away()


def confine_to_folder(folder: str) -> None:
    """Give up, for ever: writing elsewhere than in this folder, network, other programs and processes.

    It reads every file that its user reads. No other program of the same user reads its memory, and it ends
    with the process that started it. Raises OSError if the machine refuses a part of it. On Windows nothing
    is given up.
    """
    if sys.platform != "win32":
        os.closerange(DESCRIPTORS, os.sysconf("SC_OPEN_MAX"))
        _call(_SET_DUMPABLE, 0)
        _call(_DIE_WITH_PARENT, signal.SIGKILL)
        take_writing_away(folder)
        take_others_away()


def become_program(
    command: Sequence[str], limits: Limits, *, readable: Sequence[str], environment: Mapping[str, str]
) -> None:
    """Give up the same, but for reading below `readable`, and become a program of the system, for ever.

    Linux lets other programs of the same user read the memory of a program that has just begun.
    command: the path of the program first. Raises OSError if the machine refuses a part of it. On Windows
    whoever starts the program confines it.
    """
    if sys.platform != "win32":
        os.closerange(DESCRIPTORS, os.sysconf("SC_OPEN_MAX"))
        _call(_DIE_WITH_PARENT, signal.SIGKILL)
        take_files_away(readable)
        limit_this_process(limits, descriptors=_OF_PROGRAM)
        take_calls_away(becomes_program=True)
        os.execve(command[0], list(command), dict(environment))  # noqa: S606 - a shell would be worse


def _call(option: int, value: int) -> None:
    """Set an attribute of this process. Raises OSError if the system does not."""
    if sys.platform != "win32" and ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "the system does not confine a process")
