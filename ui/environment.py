"""The core's environment, loaded only when the first vault is opened."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thb_desktop.services.core.environment import Environment


def real_environment() -> "Environment":
    """System clock and randomness; called on the vault's thread."""
    from thb_desktop.services.core import environment

    return environment.real_environment()
