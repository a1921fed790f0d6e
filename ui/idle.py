"""Inactivity: counts the seconds without a key, a click or a move, and notices a sleep."""

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
"""The least sleep in seconds that counts; the two clocks behind it are read one after the other."""


def seconds() -> float:
    """Return the seconds of a clock that continues during a sleep, so that the vault is locked on waking."""
    if sys.platform == "linux":
        now = time.clock_gettime(time.CLOCK_BOOTTIME)
    else:
        now = time.monotonic()
    return now


class IdleWatch(QObject):
    """remaining: whole seconds until the lock, each second. expired: they are over. slept: the machine slept.

    A sleep is noticed before a window is drawn again, even if the system does not report it (see `sleep`).
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
        """Somebody is there: restart the countdown and forget the sleep."""
        self._last, self._asleep = seconds(), system.asleep()
        self._timer.start()

    def watch(self, window: QObject | None) -> None:
        """Watch the input of this window, before its widgets get it."""
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
