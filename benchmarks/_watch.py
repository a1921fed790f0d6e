"""How long the window's thread stays away from its event loop, and what it does meanwhile."""

import faulthandler
import os
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

BEAT = 5
"""Milliseconds between two beats of a window that is free."""
_OVERDUE, _LOOK, _DEEP = 0.06, 0.01, 10
"""Seconds after which it is looked at, and between two looks; frames that are told."""
_SETTLED = 12
"""Beats after an act, in which what it queued is painted."""


@dataclass(slots=True)
class Block:
    """The longest time between two beats, in milliseconds.

    held: of the clock, without the waits for a processor that other programs used. spent: of the processor.
    stacks: where the window's thread was while it was overdue. beside: where the other threads were.
    """

    held: float = 0.0
    spent: float = 0.0
    stacks: Counter[str] = field(default_factory=Counter)
    beside: Counter[str] = field(default_factory=Counter)


class Watch(QObject):
    """A heart in the window's thread. explain: look from beside at what holds it up."""

    def __init__(self, *, explain: bool = False) -> None:
        super().__init__()
        self._block = Block()
        self._waits = _Waits()
        self._last = self._times()
        self._thread = threading.get_ident()
        self._timer = QTimer(self, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        self.beats = 0
        if explain:
            threading.Thread(target=self._look, daemon=True).start()

    def begin(self) -> None:
        self._block = Block()
        self._last = self._times()

    def end(self) -> Block:
        """Let the window settle, and return the longest block since `begin`."""
        wanted = self.beats + _SETTLED
        self.until(lambda: self.beats >= wanted)
        return self._block

    def until(self, done: Callable[[], bool], seconds: float = 3600) -> None:
        """Run an event loop until this is so, as the program does: what is let go is deleted in it."""
        loop, end, is_done = QEventLoop(), time.monotonic() + seconds, False

        def look() -> None:
            nonlocal is_done
            is_done = is_done or done()  # what is so now may be otherwise after the loop
            if is_done or time.monotonic() > end:
                loop.quit()

        self._timer.timeout.connect(look)
        try:
            loop.exec()
        finally:
            self._timer.timeout.disconnect(look)
        if not is_done:
            raise SystemExit("the window did not get there")

    def _beat(self) -> None:
        self.beats += 1
        clock, spent, waited = self._times()
        held = clock - self._last[0] - (waited - self._last[2])
        self._block.held = max(self._block.held, held * 1000)
        self._block.spent = max(self._block.spent, (spent - self._last[1]) * 1000)
        self._last = clock, spent, waited

    def _times(self) -> tuple[float, float, float]:
        """Return clock, processor of this thread, and its waits for a processor, in seconds."""
        return time.perf_counter(), time.thread_time(), self._waits.seconds()

    def _look(self) -> None:
        """Note what the window's thread does while it is overdue. Frames as objects are not safe to look at
        from beside; a dump of them is.
        """
        own = f"0x{self._thread:016x}"
        with tempfile.TemporaryFile() as dump:
            while True:
                time.sleep(_LOOK)
                if time.perf_counter() - self._last[0] < _OVERDUE:
                    continue
                dump.seek(0)
                dump.truncate()
                faulthandler.dump_traceback(dump)
                dump.seek(0)
                parts = dump.read().decode().split("\n\n")
                for part in parts:
                    frames = part.splitlines()[1:]
                    if own in part:
                        self._block.stacks["\n".join(frames[:_DEEP])] += 1
                    elif not any("_watch.py" in frame or "in _worker" in frame for frame in frames[:1]):
                        self._block.beside["\n".join(frames[:2])] += 1


class _Waits:
    """The waits of this thread for a processor, as the system tells them; none where nothing does."""

    def __init__(self) -> None:
        told = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")
        self._told = os.open(told, os.O_RDONLY) if told.exists() else None

    def seconds(self) -> float:
        """Return them in sum. One call, because each lets another thread of Python go first."""
        return 0.0 if self._told is None else int(os.pread(self._told, 96, 0).split()[1]) / 1e9
