"""Limits: what one inspection may cost, and the part of them that the system itself enforces."""

import sys
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Self

if sys.platform != "win32":
    import resource  # at once: nothing can be loaded any more when it is needed

DESCRIPTORS = 3
"""Standard input, output and errors; nothing else can be open or be opened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """memory, answer: bytes. processor: seconds of its time. seconds: by the clock."""

    memory: int = 1 << 30
    processor: int = 20
    seconds: int = 60
    answer: int = 1 << 20

    def to_text(self) -> str:
        return ",".join(map(str, astuple(self)))

    @classmethod
    def from_text(cls, told: str) -> Self:
        memory, processor, seconds, answer = map(int, told.split(","))
        return cls(memory=memory, processor=processor, seconds=seconds, answer=answer)


def address_space() -> int:
    """Return how many bytes of addresses this process has; 0 where that does not matter."""
    size = 0
    if sys.platform != "win32":
        told = Path("/proc/self/statm").read_text("ascii")
        size = int(told.split()[0]) * resource.getpagesize()
    return size


def limit_this_process(limits: Limits, *, reserved: int = 0, descriptors: int = DESCRIPTORS) -> None:
    """Set the limits of this process, which it cannot raise again: no file grows, nothing new is opened.

    reserved: bytes of addresses that its libraries took beforehand and mostly never fill. descriptors: how
    many things can be open. On Windows the job object, which the other process makes, sets the limits.
    """
    if sys.platform != "win32":
        for kind, most in (
            (resource.RLIMIT_AS, limits.memory + reserved),
            (resource.RLIMIT_DATA, limits.memory),
            (resource.RLIMIT_CPU, limits.processor),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_NPROC, 0),
            (resource.RLIMIT_NOFILE, descriptors),
        ):
            resource.setrlimit(kind, (most, most))
