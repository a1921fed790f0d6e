"""Clocks: the only place that reads the time of the machine, and a fixed clock for demonstrations."""

import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from thb_desktop.domain.times import Clock, Reading
from thb_desktop.domain.vocabulary import ClockSource

__all__ = ["Clock", "FixedClock", "SystemClock"]

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class SystemClock:
    """The computer's own clock, not checked against another."""

    def __init__(self) -> None:
        self._boot = _boot_id()

    def read(self) -> Reading:
        return Reading(
            at=datetime.now(UTC),  # noqa: TID251 - here time comes in
            source=ClockSource.DEVICE_UNVERIFIED,
            boot=self._boot,
            monotonic=_running(),
        )


class FixedClock:
    """A clock that begins at `start` and advances by `step` with each reading."""

    def __init__(self, start: datetime, step: timedelta = timedelta(seconds=1)) -> None:
        self._start = start.astimezone(UTC)
        self._step = step
        self._readings = 0

    def read(self) -> Reading:
        passed = self._step * self._readings
        self._readings += 1
        return Reading(
            at=self._start + passed,
            source=ClockSource.FIXED_FOR_DEMONSTRATION,
            boot="",
            monotonic=passed // timedelta(microseconds=1) * 1000,
        )


def _running() -> int:
    """Return the nanoseconds that this machine has been running, with its sleep if the system counts it."""
    if sys.platform == "linux":
        running = time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    else:
        running = time.monotonic_ns()
    return running


def _boot_id() -> str:
    """Return the id of this run of the machine, if the system gives one."""
    try:
        return str(UUID(_BOOT_ID.read_text("ascii").strip()))
    except (OSError, ValueError):
        return ""
