"""Longer timeouts for windows on a busy machine: no test proves how long something takes."""

from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from pytestqt.qtbot import QtBot

PATIENCE = 120_000
"""Milliseconds."""


class PatientBot(QtBot):
    """Waits longer than a test asks for if it would otherwise fail. An event still ends the wait at once."""

    def wait(self, ms: int) -> None:
        """Handle events for so long. `waitUntil` does so between two looks, a thousand times in a test."""
        loop = QEventLoop()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()

    def waitUntil(self, callback: Any, *, timeout: int = PATIENCE) -> None:  # noqa: N802 - Qt's own name
        super().waitUntil(callback, timeout=max(timeout, PATIENCE))

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, raising: Any = None, **rest: Any) -> Any:  # noqa: N802
        longest = timeout if raising is False else max(timeout, PATIENCE)
        return super().waitSignal(signal, timeout=longest, raising=raising, **rest)

    def waitSignals(self, signals: Any, *, timeout: int = PATIENCE, raising: Any = None, **rest: Any) -> Any:  # noqa: N802
        longest = timeout if raising is False else max(timeout, PATIENCE)
        return super().waitSignals(signals, timeout=longest, raising=raising, **rest)

    def waitExposed(self, widget: Any, *, timeout: int = PATIENCE) -> Any:  # noqa: N802
        return super().waitExposed(widget, timeout=max(timeout, PATIENCE))

    def waitActive(self, widget: Any, *, timeout: int = PATIENCE) -> Any:  # noqa: N802
        return super().waitActive(widget, timeout=max(timeout, PATIENCE))
