"""Keeps other programs of the same user, and crash reports, from reading what `thb` holds in memory."""

import sys


def protect_memory() -> None:
    """Do it before the first secret is read. On Windows nothing is done."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        set_dumpable = 4
        ctypes.CDLL(None).prctl(set_dumpable, 0, 0, 0, 0)
