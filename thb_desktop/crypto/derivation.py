"""Derivation: from a passphrase to a key, at a cost that makes guessing expensive (Argon2id, RFC 9106)."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from math import ceil
from typing import cast

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from thb_desktop.crypto.material import KEY_LENGTH
from thb_desktop.errors import KdfAboveCeilingError, KdfBelowFloorError, KdfMemoryError

MIB = 1024
"""Kibibytes in a mebibyte: Argon2 counts its memory in KiB."""

SALT_LENGTH = 32
_LEAST_MEMORY, _MOST_MEMORY = 64 * MIB, 2048 * MIB
_LEAST_PASSES, _MOST_PASSES = 3, 64
_MOST_LANES = 8
_STEP = 32 * MIB
_FASTEST = 32 * 1024 * MIB
"""KiB a second that no machine reaches in a derivation; a faster reading is not a measurement."""
_MOST_MEASUREMENTS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class KdfParameters:
    """The cost of one derivation: memory in KiB, passes over it, parallel lanes."""

    memory: int
    passes: int
    lanes: int

    @property
    def work(self) -> int:
        """The total KiB processed: it determines the time of a derivation, whatever the lanes."""
        return self.memory * self.passes

    def verify_allowed(self) -> None:
        """Refuse costs below the floor (64 MiB, 3 passes) or above the ceiling (2 GiB, 64 passes, 8 lanes).

        Called on every reading of a header, before anything is allocated.
        """
        if self.memory < _LEAST_MEMORY or self.passes < _LEAST_PASSES or self.lanes < 1:
            raise KdfBelowFloorError("the key derivation uses less than 64 MiB or 3 passes")
        if self.memory > _MOST_MEMORY or self.passes > _MOST_PASSES or self.lanes > _MOST_LANES:
            raise KdfAboveCeilingError("the key derivation uses more than 2 GiB, 64 passes or 8 lanes")


MOST_WORK = 4 * _MOST_MEMORY * _MOST_PASSES
"""The greatest total cost of the slots in one header: sixty-four of 1 GiB and six passes, plus a third."""
FLOOR = KdfParameters(memory=_LEAST_MEMORY, passes=_LEAST_PASSES, lanes=1)


def derive(secret: bytearray, salt: bytes, parameters: KdfParameters) -> bytearray:
    """Derive a 32-byte key with Argon2id version 1.3 from a passphrase as `passphrases.prepare`
    returns it.
    """
    parameters.verify_allowed()
    key = bytearray(KEY_LENGTH)
    try:
        Argon2id(
            salt=salt,
            length=KEY_LENGTH,
            iterations=parameters.passes,
            lanes=parameters.lanes,
            memory_cost=parameters.memory,
        ).derive_into(cast(bytes, secret), key)  # any buffer works; the library's types name bytes only
    except MemoryError:
        raise KdfMemoryError("this computer lacks the memory that the key derivation needs") from None
    return key


def calibrate(
    *,
    least_seconds: float = 1.0,
    least_memory: int = 256 * MIB,
    most_memory: int = 1024 * MIB,
    now: Callable[[], float] = time.perf_counter,
    cores: int | None = None,
) -> KdfParameters:
    """Find parameters that cost this machine at least `least_seconds` and `least_memory` (KiB) a derivation.

    Memory grows first, to at most 1 GiB (a court's small laptop must still open the vault), then passes.
    Takes three to five derivations. Measure on the machine that will open the vault, while it is idle. If the
    clock measures nothing, the result is all the allowed memory and the fewest passes: relying on such a
    clock would reach the ceiling, and opening that vault would take minutes.
    """
    lanes = min(4, cores or os.cpu_count() or 1)
    parameters = KdfParameters(memory=least_memory, passes=_LEAST_PASSES, lanes=lanes)
    for _ in range(_MOST_MEASUREMENTS):
        taken = _seconds(parameters, least_seconds, now)
        if taken * _FASTEST < parameters.work:
            return KdfParameters(memory=most_memory, passes=_LEAST_PASSES, lanes=lanes)
        if taken >= least_seconds:
            break
        factor = min(8.0, max(1.05, 1.1 * least_seconds / taken))
        parameters = _dearer(parameters, factor, most_memory)
    return parameters


def _seconds(parameters: KdfParameters, enough: float, now: Callable[[], float]) -> float:
    """Return the seconds of one derivation. If they seem enough, measure twice and return the less, because
    other work may have slowed one.
    """
    before = now()
    derive(bytearray(b"a passphrase of usual length"), bytes(SALT_LENGTH), parameters)
    taken = now() - before
    if taken < enough:
        return taken
    before = now()
    derive(bytearray(b"a passphrase of usual length"), bytes(SALT_LENGTH), parameters)
    return min(taken, now() - before)


def _dearer(parameters: KdfParameters, factor: float, most_memory: int) -> KdfParameters:
    memory = ceil(parameters.memory * factor / _STEP) * _STEP
    if memory <= most_memory:
        return replace(parameters, memory=memory)
    passes = ceil(parameters.passes * factor * parameters.memory / most_memory)
    return replace(
        parameters, memory=most_memory, passes=min(_MOST_PASSES, max(passes, parameters.passes + 1))
    )
