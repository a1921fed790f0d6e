"""What the window needs from the operating system, with the differences between Linux and Windows."""

import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

LOCKED_ON = "THB_DESKTOP_LOCKED_ON"
"""Environment variable in which a locked program passes on which vault to ask for."""
HANDED_OVER = "THB_DESKTOP_HANDED_OVER"
"""Environment variable in which it passes on which assignment the interpreter opens now."""
WHAT_WAS_TYPED = "THB_DESKTOP_WHAT_WAS_TYPED"
"""Environment variable in which it passes on what became of unsaved typing (see `lock_outcome`)."""


def display_is_missing() -> bool:
    """Whether no window can be shown; Qt would abort the process instead of reporting it."""
    on_x11_or_wayland = sys.platform not in ("win32", "darwin")
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    has_display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return on_x11_or_wayland and platform in ("", "xcb", "wayland") and not has_display


def settings_folder() -> Path:
    """Return the folder of this user's settings."""
    if os.name == "nt":
        return Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming", "THB Desktop")
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config", "thb-desktop")


def command() -> list[str]:
    """Return the command that restarts this program: never with code from the current folder."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-P", "-m", "ui"]


def start_anew(vault: Path | None, *, typed: str, assignment: Path | None = None) -> NoReturn:
    """Replace this process by a fresh, locked one; keys and texts in memory disappear with it. Does not
    return.

    assignment: the folder of one that its interpreter opens now.
    """
    environment = dict(os.environ)
    for name in (LOCKED_ON, WHAT_WAS_TYPED, HANDED_OVER):
        environment.pop(name, None)
    if vault is not None:
        environment[LOCKED_ON] = str(vault)
    if assignment is not None:
        environment[HANDED_OVER] = str(assignment)
    if typed:
        environment[WHAT_WAS_TYPED] = typed
    if sys.platform == "win32":
        # Windows has no exec: the successor starts, and this process ends without cleaning up.
        import subprocess

        subprocess.Popen(command(), env=environment, close_fds=True)
    else:
        # If the program is no longer there, the memory must disappear all the same.
        with suppress(OSError):
            os.execve(sys.executable, command(), environment)  # noqa: S606 - no shell is wanted
    os._exit(0)


def asleep() -> float:
    """Return the seconds that this machine has slept since it started, without asking the system's
    services.
    """
    if sys.platform == "linux":
        slept = time.clock_gettime(time.CLOCK_BOOTTIME) - time.clock_gettime(time.CLOCK_MONOTONIC)
    elif sys.platform == "win32":
        import ctypes

        awake = ctypes.c_ulonglong()
        kernel = ctypes.windll.kernel32
        kernel.QueryUnbiasedInterruptTime(ctypes.byref(awake))
        kernel.GetTickCount64.restype = ctypes.c_ulonglong
        slept = float(kernel.GetTickCount64()) / 1e3 - awake.value / 1e7
    else:
        slept = 0.0
    return slept


def tell_of_session(window: int) -> bool:
    """Ask Windows to tell this window when the screen is locked; return whether it will."""
    if sys.platform == "win32":
        import ctypes

        this_session, handle = 0, ctypes.c_void_p(window)
        told = bool(ctypes.windll.wtsapi32.WTSRegisterSessionNotification(handle, this_session))
    else:
        told = False
    return told


def hide_from_capture(window: int) -> None:
    """Keep a window out of screenshots and screen sharing, if the system can (Windows)."""
    if sys.platform == "win32":
        import ctypes

        exclude_from_capture = 0x11
        ctypes.windll.user32.SetWindowDisplayAffinity(ctypes.c_void_p(window), exclude_from_capture)
