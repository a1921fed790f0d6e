"""Limits: what one inspection may cost, and the part of them that the system itself enforces."""

import sys
from dataclasses import astuple, dataclass
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


def limit_this_process(limits: Limits) -> None:
    """Set the limits of this process, which it cannot raise again: no file grows, nothing new is opened.

    On Windows the job object, which the other process makes, sets them.
    """
    if sys.platform != "win32":
        for kind, most in (
            (resource.RLIMIT_AS, limits.memory),
            (resource.RLIMIT_CPU, limits.processor),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_NPROC, 0),
            (resource.RLIMIT_NOFILE, DESCRIPTORS),
        ):
            resource.setrlimit(kind, (most, most))
