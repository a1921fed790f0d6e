"""Environment: time, randomness and cost, passed in from outside so that a test can choose them."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from thb_desktop.crypto.material import Randomness
from thb_desktop.domain.times import Clock
from thb_desktop.services.core.clock import SystemClock
from thb_desktop.vault.memory import MemoryRisk, find_memory_risks
from thb_desktop.vault.system import state_folder

if TYPE_CHECKING:
    from thb_desktop.crypto.derivation import KdfParameters
    from thb_desktop.inspect.confinement import Confinement


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """What a use case does not choose itself.

    kdf: the cost of a new keyslot's derivation; None measures it on this machine. heads: the folder outside
    all vaults in which this computer remembers their heads; None remembers nothing. memory: finds how memory
    may reach this computer's disk; None skips it. sandbox: asks this computer how it can keep the reading of
    a hostile file away from everything else; None skips it.
    """

    clock: Clock
    randomness: Randomness = field(repr=False)
    kdf: "KdfParameters | None" = None
    heads: Path | None = None
    memory: Callable[[], frozenset[MemoryRisk]] | None = None
    sandbox: "Callable[[], Confinement] | None" = None


def real_environment() -> Environment:
    """The clock of this computer, its system randomness, and its folder for remembered heads."""
    state = state_folder()
    return Environment(
        clock=SystemClock(),
        randomness=os.urandom,
        heads=state / "heads" if state else None,
        memory=find_memory_risks,
        sandbox=_ask_machine,
    )


def _ask_machine() -> "Confinement":
    """Ask what confines a process here. Most commands start none, and to import it takes time."""
    from thb_desktop.inspect.confinement import ask_machine

    return ask_machine()
