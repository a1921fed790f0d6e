"""Environment: what the outermost floor hands in, so that time, chance and cost can be chosen by a test."""

import secrets
from dataclasses import dataclass, field

from thb_desktop.crypto.derivation import KdfParameters
from thb_desktop.crypto.material import Randomness
from thb_desktop.domain.times import Clock
from thb_desktop.services.clock import SystemClock


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """kdf: what a new keyslot's derivation costs; None means that it is measured on this machine."""

    clock: Clock
    randomness: Randomness = field(repr=False)
    kdf: KdfParameters | None = None


def real_environment() -> Environment:
    """The clock of this computer, and the randomness of its system."""
    return Environment(clock=SystemClock(), randomness=secrets.token_bytes)
