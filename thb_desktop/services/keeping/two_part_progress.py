"""One progress for two tasks that each count in their own unit."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class TwoPartProgress:
    """Reports thousandths: the first task up to 500, the second up to 1,000. cancelled: stops either."""

    progress: Progress | None
    cancelled: Event | None

    def first(self, done: int, total: int) -> None:
        self._tell(0, done, total)

    def second(self, done: int, total: int) -> None:
        self._tell(500, done, total)

    def _tell(self, start: int, done: int, total: int) -> None:
        if self.progress is not None:
            self.progress(start + (500 * done // total if total else 500), 1000)
