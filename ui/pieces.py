"""Work of the window's thread that grows with the list: done in pieces, between which the window answers."""

from collections.abc import Callable, Iterator, MutableSequence
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, QTimer

PIECE = 0.008
"""Seconds of one piece."""
GIVEN = 250
"""Milliseconds for which the next piece waits after a key."""

_SOME = 1000
"""Rows of one step."""


def letting_go(rows: MutableSequence[Any]) -> Iterator[None]:
    """Forget rows in steps: a hundred thousand of them take a tenth of a second."""
    while rows:
        del rows[-_SOME:]
        yield


class Pieces(QObject):
    """Does one work at a time, in steps; another one takes its place.

    The first piece is done at once: what is short is done when `begin` returns.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] = iter(())
        self._then: Callable[[], None] = lambda: None
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    @property
    def is_at_work(self) -> bool:
        return self._next.isActive()

    def begin(self, steps: Iterator[object], then: Callable[[], None] = lambda: None) -> None:
        """Begin this work, and give up the one before. then: what is done at its end."""
        self._next.stop()
        self._steps, self._then = steps, then
        self._go_on()

    def give_way(self) -> None:
        """Let what somebody does now come first: the next piece waits a little."""
        if self._next.isActive():
            self._next.start(GIVEN)

    def end(self) -> None:
        """Give up the present work."""
        self._next.stop()
        self._steps = iter(())

    def _go_on(self) -> None:
        steps, end = self._steps, perf_counter() + PIECE
        for _ in steps:
            if steps is not self._steps:
                return  # a step began another work
            if perf_counter() >= end:
                self._next.start(0)
                return
        self._steps = iter(())
        self._then()
