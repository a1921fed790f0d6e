"""The one thread that touches the vault, and the way its results come back to the window."""

import weakref
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from thb_desktop.errors import CancelledError, ThbError

if TYPE_CHECKING:
    from thb_desktop.services.ground.environment import Environment
    from thb_desktop.services.ground.session import Session

Refused = Callable[[ThbError], None]


class Task(QObject):
    """Long work seen from the window: how far it is, and a way to stop it.

    progressed: done and total, in the units of the work; at most twenty times a second.
    """

    progressed = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cancelled = Event()
        self._last = 0.0
        _begun.add(self)

    def report(self, done: int, total: int) -> None:
        """Say how far the work is; called by the worker."""
        now = monotonic()
        if done < total and now - self._last < 0.05:
            return
        self._last = now
        if shiboken6.isValid(self):
            self.progressed.emit(done, total)


_begun: weakref.WeakSet[Task] = weakref.WeakSet()


@dataclass(frozen=True, slots=True)
class _Outcome:
    owner: weakref.ref[QObject]
    future: Future[Any]
    then: Callable[[Any], None] | None
    refused: Refused | None


class VaultJobs(QObject):
    """Runs work on the vault's thread, in order; each result reaches its owner on the window's thread.

    changed: something in the vault is different. refused: a refusal nobody else took. busy: work waits.
    short_code: that of the event chain as the work just done left it. closing: the last moment to hand over
    what is not saved. kept: something typed was put into the vault as a draft. left: a form was left with
    something in it that is not saved.
    """

    changed = Signal()
    refused = Signal(object)
    busy = Signal(bool)
    short_code = Signal(str)
    closing = Signal()
    kept = Signal()
    left = Signal()
    _arrived = Signal(object)

    def __init__(self, environment: "Callable[[], Environment]", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.environment = environment
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="vault")
        self._session: Session | None = None
        self._waiting = 0
        self._closed = False
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_open(self) -> bool:
        return self._session is not None

    @property
    def is_busy(self) -> bool:
        return self._waiting > 0

    def adopt(self, session: "Session") -> None:
        """Take the unlocked vault that all further work is done in."""
        self._session = session

    def call[T](
        self,
        owner: QObject,
        work: Callable[[], T],
        *,
        then: Callable[[T], None] | None = None,
        refused: Refused | None = None,
    ) -> None:
        """Do work that needs no unlocked vault. If the owner is gone by then, the result is dropped.

        After `close` nothing is begun any more: the window is on its way out.
        """
        if self._closed:
            return
        self._waiting += 1
        if self._waiting == 1:
            self.busy.emit(True)
        reference = weakref.ref(owner)
        future = self._thread.submit(work)
        future.add_done_callback(lambda done: self._hand_over(_Outcome(reference, done, then, refused)))

    def run[T](
        self,
        owner: QObject,
        work: "Callable[[Session], T]",
        *,
        then: Callable[[T], None] | None = None,
        refused: Refused | None = None,
    ) -> None:
        """Do work in the unlocked vault: one service, one transaction. After its end nothing is begun."""
        if self._closed:
            return
        session = self._session
        if session is None:
            message = "there is no unlocked vault"
            raise RuntimeError(message)
        if not session.is_open:
            return
        self.call(owner, lambda: self._do(session, work), then=then, refused=refused)

    def stop_long_work(self) -> None:
        """Ask whatever takes long to stop now; what it did so far is undone, or stands whole."""
        for task in list(_begun):
            task.cancelled.set()

    def close(self) -> None:
        """Let what is not saved be handed over, finish what is queued, then lock the vault."""
        if self._session is not None and not self._closed:
            self.closing.emit()
        self._closed = True
        session, self._session = self._session, None
        if session is not None:
            self._thread.submit(session.close)
        self._thread.shutdown(wait=True)

    def _do[T](self, session: "Session", work: "Callable[[Session], T]") -> T:
        from thb_desktop.services.ground.session import current_short_code

        if not session.is_open:
            raise CancelledError("the vault was locked before this was begun")
        result = work(session)
        if session.is_open and shiboken6.isValid(self):
            self.short_code.emit(current_short_code(session))
        return result

    def _hand_over(self, outcome: _Outcome) -> None:
        if shiboken6.isValid(self):
            self._arrived.emit(outcome)

    @Slot(object)
    def _deliver(self, outcome: _Outcome) -> None:
        self._waiting -= 1
        if self._waiting == 0:
            self.busy.emit(False)
        owner = outcome.owner()
        if outcome.future.cancelled() or owner is None or not shiboken6.isValid(owner):
            return
        error = outcome.future.exception()
        if error is None:
            if outcome.then is not None:
                outcome.then(outcome.future.result())
        elif isinstance(error, ThbError):
            (outcome.refused or self.refused.emit)(error)
        else:
            # A bug: the hook for uncaught exceptions shows a short code for it.
            raise error
