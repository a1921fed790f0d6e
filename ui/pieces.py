"""Work of the window's thread that grows with the list: done in pieces, between which the window answers."""

from collections import deque
from collections.abc import Callable, Iterator, MutableSequence
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

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


class InTurn(QObject):
    """Hands on what arrives, one after the other. After one that took longer than a piece, the window answers
    before the next: Qt would deliver all that have arrived before it paints, or looks at a key.
    """

    def __init__(self, parent: QObject, hand: Callable[[Any], None]) -> None:
        super().__init__(parent)
        self._hand = hand
        self._waiting = deque[Any]()
        self._is_held = False
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._hand_next)

    @Slot(object)
    def take(self, arrived: object) -> None:
        self._waiting.append(arrived)
        if not self._rest.isActive():
            self._hand_next()

    def hold(self) -> None:
        """Hand on nothing before `go_on`: what is to show it is not made yet."""
        self._is_held = True

    def go_on(self) -> None:
        self._is_held = False
        self._rest.start()

    def hand_all(self) -> None:
        """Hand on at once all that have arrived."""
        self._is_held = False
        while self._waiting:
            self._hand_next()

    def _hand_next(self) -> None:
        if self._is_held or not self._waiting:
            return
        arrived = self._waiting.popleft()
        if self._waiting:
            self._rest.start()  # first: this one may fail, or run a loop that waits for another
        begun = perf_counter()
        self._hand(arrived)
        if perf_counter() - begun > PIECE:
            self._rest.start()


class Parts(QObject):
    """Makes the parts of a page one after the other, between which the window answers.

    made: called once all are. A timer and no queued call: Qt makes those before it looks at a key.
    """

    def __init__(
        self, parent: QObject, *steps: Callable[[], object], made: Callable[[], None] = lambda: None
    ) -> None:
        super().__init__(parent)
        self._steps = deque(steps)
        self._made = made
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._make_next)
        self._next.start()

    @property
    def is_whole(self) -> bool:
        return not self._steps

    def finish(self) -> None:
        """Make what is left at once: somebody needs it now."""
        self._next.stop()
        while self._steps:
            self._make_one()

    def _make_one(self) -> None:
        step = self._steps.popleft()
        step()
        if not self._steps:
            self._made()

    def _make_next(self) -> None:
        try:
            self._make_one()
        finally:
            if self._steps:
                self._next.start()
