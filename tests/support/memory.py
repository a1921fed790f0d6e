"""The peak memory of this process since a moment, without that of its parent."""

from pathlib import Path


def forget_peak() -> int:
    """Reset the peak; returns the memory in use, in KiB. (`ru_maxrss` is inherited from a parent.)"""
    Path("/proc/self/clear_refs").write_text("5", "ascii")
    return peak()


def peak() -> int:
    """Return the peak memory since then, in KiB."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))


def can_be_measured() -> bool:
    return Path("/proc/self/clear_refs").exists()
