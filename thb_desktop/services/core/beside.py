"""Long work beside the vault: what needs the session is done in pieces."""

from collections.abc import Callable
from typing import Protocol

from thb_desktop.services.core.session import Session


class InVault(Protocol):
    """Runs one piece of the work with the session, where the session may be used, and waits for it."""

    def __call__[T](self, work: Callable[[Session], T], /) -> T: ...
