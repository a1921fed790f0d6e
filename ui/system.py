"""What the window asks of the operating system, and where Linux and Windows differ."""

import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

LOCKED_ON = "THB_DESKTOP_LOCKED_ON"
"""Environment variable by which a locked program tells its successor which vault to ask for."""
WHAT_WAS_TYPED = "THB_DESKTOP_WHAT_WAS_TYPED"
"""Environment variable by which it tells what became of what was being typed (see `outcome`)."""


def display_is_missing() -> bool:
    """Whether a window cannot be shown; Qt would abort the process instead of saying so."""
    on_x11_or_wayland = sys.platform not in ("win32", "darwin")
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    has_display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return on_x11_or_wayland and platform in ("", "xcb", "wayland") and not has_display


def settings_folder() -> Path:
    """Where this user's settings rest."""
    if os.name == "nt":
        return Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming", "THB Desktop")
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config", "thb-desktop")


def command() -> list[str]:
    """How this program is started anew: never with code that lies in the folder where somebody stands."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-P", "-m", "ui"]


def start_anew(vault: Path | None, *, typed: str) -> NoReturn:
    """Replace this process by a fresh, locked one; keys and texts in memory go with it. Does not return."""
    environment = dict(os.environ)
    for name in (LOCKED_ON, WHAT_WAS_TYPED):
        environment.pop(name, None)
    if vault is not None:
        environment[LOCKED_ON] = str(vault)
    if typed:
        environment[WHAT_WAS_TYPED] = typed
    if sys.platform == "win32":
        # There is no exec on Windows: the successor starts, this process ends without tidying up.
        import subprocess

        subprocess.Popen(command(), env=environment, close_fds=True)
    else:
        # Where the program is not there any more, what is in memory must go all the same.
        with suppress(OSError):
            os.execve(sys.executable, command(), environment)  # noqa: S606 - no shell is wanted
    os._exit(0)


def asleep() -> float:
    """Seconds that this machine has slept since it was started; nobody else need tell it."""
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
    """Let Windows tell this window that the screen is locked; whether it will."""
    if sys.platform == "win32":
        import ctypes

        this_session, handle = 0, ctypes.c_void_p(window)
        told = bool(ctypes.windll.wtsapi32.WTSRegisterSessionNotification(handle, this_session))
    else:
        told = False
    return told


def hide_from_capture(window: int) -> None:
    """Keep a window out of screenshots and screen sharing, where the system can (Windows)."""
    if sys.platform == "win32":
        import ctypes

        exclude_from_capture = 0x11
        ctypes.windll.user32.SetWindowDisplayAffinity(ctypes.c_void_p(window), exclude_from_capture)
