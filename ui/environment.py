"""The core's surroundings, loaded when the first vault is asked for and not before."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thb_desktop.services.core.environment import Environment


def real_environment() -> "Environment":
    """System clock and randomness; called on the vault's thread."""
    from thb_desktop.services.core import environment

    return environment.real_environment()
