"""Parts that are made when they are first asked for."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget


class Made[K, P: QWidget](dict[K, P]):
    """Parts by their key; to ask for one makes it."""

    def __init__(self, make: Callable[[K], P]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: K) -> P:
        self[key] = made = self._make(key)
        return made
