"""Environment: what the outermost floor hands in, so that time, chance and cost can be chosen by a test."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from thb_desktop.crypto.derivation import KdfParameters
from thb_desktop.crypto.material import Randomness
from thb_desktop.domain.times import Clock
from thb_desktop.services.core.clock import SystemClock
from thb_desktop.vault.memory import MemoryRisk, find_memory_risks
from thb_desktop.vault.system import state_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """What a use case cannot choose for itself.

    kdf: what a new keyslot's derivation costs; None means that it is measured on this machine. heads: the
    folder outside all vaults in which this computer remembers their heads; None: it remembers none.
    memory: looks by which ways memory may reach this computer's disk; None: nobody looks.
    """

    clock: Clock
    randomness: Randomness = field(repr=False)
    kdf: KdfParameters | None = None
    heads: Path | None = None
    memory: Callable[[], frozenset[MemoryRisk]] | None = None


def real_environment() -> Environment:
    """The clock of this computer, the randomness of its system, and the place where it remembers."""
    state = state_folder()
    return Environment(
        clock=SystemClock(),
        randomness=secrets.token_bytes,
        heads=state / "heads" if state else None,
        memory=find_memory_risks,
    )
