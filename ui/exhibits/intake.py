"""Files and folders on their way into an exhibit, as the window sees them."""

from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal

from thb_desktop.services.evidence.intake import Amount, Watch
from ui.jobs import Task

if TYPE_CHECKING:
    from collections.abc import Callable

_OF_A_FILE = 150_000
"""How many bytes are read in the time that a file costs besides its bytes."""
_OFTEN = 0.1
"""Seconds between two steps of progress."""
_FIRST = 2.0
"""Seconds of work after which a rate says something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """How far a run is. rate: bytes in a second; left: seconds until the end; None where neither is known."""

    done: Amount
    whole: Amount
    rate: int | None
    left: int | None


@dataclass(slots=True)
class Pace:
    """Tells rate and time left, without the time in which a run paused. now: a clock in seconds."""

    now: "Callable[[], float]" = monotonic
    _last: float | None = None
    _worked: float = 0.0
    _waits: bool = field(default=False)

    def wait(self, waits: bool) -> None:
        """Stop the clock, or let it go on."""
        self._pass()
        self._waits = waits

    def step(self, done: Amount, whole: Amount) -> Step:
        self._pass()
        work = done.size + done.files * _OF_A_FILE
        if self._worked < _FIRST or not work:
            return Step(done=done, whole=whole, rate=None, left=None)
        rest = whole.size + whole.files * _OF_A_FILE - work
        return Step(
            done=done,
            whole=whole,
            rate=int(done.size / self._worked),
            left=max(0, round(rest * self._worked / work)),
        )

    def _pass(self) -> None:
        now = self.now()
        if self._last is not None and not self._waits:
            self._worked += now - self._last
        self._last = now


class IntakeTask(Task):
    """One run, which can be stopped and can pause. advanced: a Step, at most ten times a second."""

    advanced = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.watch = Watch(progress=self._tell, cancelled=self.cancelled)
        self.whole = Amount()
        self.pace = Pace()
        self._told = 0.0

    def pause(self, waits: bool) -> None:
        self.pace.wait(waits)
        if waits:
            self.watch.paused.set()
        else:
            self.watch.paused.clear()

    def _tell(self, done: Amount, whole: Amount) -> None:
        """Called by the worker."""
        self.whole = whole
        now = monotonic()
        if done.files < whole.files and now - self._told < _OFTEN:
            return
        self._told = now
        step = self.pace.step(done, whole)
        if shiboken6.isValid(self):
            self.advanced.emit(step)
