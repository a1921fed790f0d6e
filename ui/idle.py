"""Nobody at the desk: counts the seconds without a key, a click or a move, and notices a sleep."""

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from ui import system

_SIGNS_OF_LIFE = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    )
)

SLEPT = 2.0
"""Seconds of sleep that count; the two clocks behind it are read one after the other."""


def seconds() -> float:
    """Seconds on a clock that goes on while the machine sleeps, so that a sleeper wakes up locked."""
    if sys.platform == "linux":
        now = time.clock_gettime(time.CLOCK_BOOTTIME)
    else:
        now = time.monotonic()
    return now


class IdleWatch(QObject):
    """remaining: whole seconds until the lock, each second. expired: they are up. slept: the machine did.

    That it slept is noticed before a window is drawn again, whether or not the system tells (see `sleep`).
    """

    remaining = Signal(int)
    expired = Signal()
    slept = Signal()

    def __init__(self, allowed: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._allowed = allowed
        self._last = seconds()
        self._asleep = system.asleep()
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def allow(self, allowed: int) -> None:
        self._allowed = allowed
        self._look()

    def begin_again(self) -> None:
        """Somebody is there, and what was slept is past."""
        self._last, self._asleep = seconds(), system.asleep()
        self._timer.start()

    def watch(self, window: QObject | None) -> None:
        """Look at what reaches this window from outside, before its widgets get it."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if self._expire_after_sleep():
            return True
        if event.type() in _SIGNS_OF_LIFE:
            self._last = seconds()
        return super().eventFilter(watched, event)

    def _expire_after_sleep(self) -> bool:
        if system.asleep() - self._asleep < SLEPT:
            return False
        if self._timer.isActive():
            self._timer.stop()
            self.slept.emit()
        return True

    def _look(self) -> None:
        if self._expire_after_sleep():
            return
        left = self._allowed - (seconds() - self._last)
        if left <= 0:
            self._timer.stop()
            self.expired.emit()
        else:
            self.remaining.emit(int(left))
