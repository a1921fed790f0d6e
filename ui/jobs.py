"""The thread that touches the vault, the one for long work beside it, and how results reach the window."""

import weakref
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, Any, Protocol

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot

from thb_desktop.errors import CancelledError, ThbError

if TYPE_CHECKING:
    from thb_desktop.services.core.environment import Environment
    from thb_desktop.services.core.session import Session

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

    def report(self, done: int, total: int) -> None:
        """Say how far the work is; called by the worker."""
        now = monotonic()
        if done < total and now - self._last < 0.05:
            return
        self._last = now
        if shiboken6.isValid(self):
            self.progressed.emit(done, total)


class InVault(Protocol):
    """Does one piece of long work in the vault, on its thread and in its turn, and waits for the result."""

    def __call__[T](self, work: "Callable[[Session], T]", /) -> T: ...


@dataclass(frozen=True, slots=True)
class _Wish:
    """Who asked, and what is done with the result."""

    owner: weakref.ref[QObject]
    then: Callable[[Any], None] | None
    refused: Refused | None
    task: Task | None
    unwanted: Callable[[Any], object] | None


@dataclass(frozen=True, slots=True)
class _Outcome:
    wish: _Wish
    future: Future[Any]


class VaultJobs(QObject):
    """Runs work on the vault's thread, in order; each result reaches its owner on the window's thread.

    Long work is led by a thread of its own, one after the other: what it asks of the vault waits its turn on
    the vault's thread, and what needs no vault (a file that is read and encrypted) keeps nobody waiting.

    opened: there is an unlocked vault from now on, however it was opened. changed: something in it is
    different, by its Topic. refused: a refusal nobody else took. busy: work waits. short_code: that of the
    event chain as the work just done left it. kept: something typed was put into the vault as a draft.
    left: a form was left with something in it that is kept and not saved.
    """

    opened = Signal()

    changed = Signal(object)
    refused = Signal(object)
    busy = Signal(bool)
    short_code = Signal(str)
    kept = Signal()
    left = Signal()
    _arrived = Signal(object)

    def __init__(self, environment: "Callable[[], Environment]", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.environment = environment
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="vault")
        self._beside = ThreadPoolExecutor(1, thread_name_prefix="beside")
        self._session: Session | None = None
        self._waiting = 0
        self.tasks: set[Task] = set()
        """Long work under way."""
        self.unkept: dict[tuple[str, str], ThbError | None] = {}
        """What was typed and is not in the vault, by form and subject, with the reason once it is known."""
        self.folder: Path | None = None
        """Of the vault that was opened last."""
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
        self.folder = session.vault.folder
        self.opened.emit()

    def call[T](
        self,
        owner: QObject,
        work: Callable[[], T],
        *,
        then: Callable[[T], None] | None = None,
        refused: Refused | None = None,
        task: Task | None = None,
        unwanted: Callable[[T], object] | None = None,
    ) -> None:
        """Do work that needs no unlocked vault. If the owner is gone by then, the result is dropped.

        task: makes the work long work, which can be stopped. unwanted: what the vault's thread does with a
        result that is dropped. After `close` nothing is begun any more: the window is on its way out.
        """
        if not self._closed:
            self._submit(self._thread, work, _Wish(weakref.ref(owner), then, refused, task, unwanted))

    def run[T](
        self,
        owner: QObject,
        work: "Callable[[Session], T]",
        *,
        then: Callable[[T], None] | None = None,
        refused: Refused | None = None,
        task: Task | None = None,
    ) -> None:
        """Do work in the unlocked vault: one service, one transaction. After its end nothing is begun.

        task: makes it long work, which waits for what other long work is under way.
        """
        if task is not None:
            self.beside(owner, lambda in_vault: in_vault(work), then=then, refused=refused, task=task)
        elif (session := self._open_session()) is not None:
            self.call(owner, lambda: self._do(session, work), then=then, refused=refused)

    def beside[T](
        self,
        owner: QObject,
        work: "Callable[[InVault], T]",
        *,
        then: Callable[[T], None] | None = None,
        refused: Refused | None = None,
        task: Task | None = None,
    ) -> None:
        """Do long work beside the vault's thread; its pieces in the vault are one transaction each."""
        session = self._open_session()
        if session is None:
            return

        def in_vault[R](piece: "Callable[[Session], R]") -> R:
            return self._thread.submit(self._do, session, piece).result()

        wish = _Wish(weakref.ref(owner), then, refused, task, None)
        self._submit(self._beside, lambda: work(in_vault), wish)

    def keep(
        self,
        what: tuple[str, str],
        work: "Callable[[Session], None]",
        *,
        then: Callable[[], None],
        refused: Refused,
    ) -> None:
        """Put something typed into the vault: until it is there, `unkept` tells so."""
        self.unkept[what] = None

        def done(_: None) -> None:
            self.unkept.pop(what, None)
            then()

        def refuse(error: ThbError) -> None:
            self.unkept[what] = error
            refused(error)

        self.run(self, work, then=done, refused=refuse)

    def stop_long_work(self) -> None:
        """Ask whatever takes long to stop now; what it did so far is undone, or stands whole."""
        for task in self.tasks:
            task.cancelled.set()

    def settle(self, seconds: float) -> bool:
        """Wait this long for what is queued, and hand its results over; whether nothing is left to do.

        First for what is short: a draft is not to wait for long work.
        """
        end = monotonic() + seconds
        threads = (self._thread, self._beside)
        while self.is_busy and not self._closed and end > monotonic():
            for thread in threads:
                with suppress(TimeoutError):
                    thread.submit(lambda: None).result(max(0.0, end - monotonic()))
                QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)
        return not self.is_busy

    def close(self) -> None:
        """Finish what is queued, then lock the vault: its keys are not wiped while long work needs them."""
        self._closed = True
        session, self._session = self._session, None
        self._beside.shutdown(wait=True)
        if session is not None:
            self._thread.submit(session.close)
        self._thread.shutdown(wait=True)

    def _open_session(self) -> "Session | None":
        """The session to work in; None once the vault is being locked."""
        if self._closed:
            return None
        if self._session is None:
            message = "there is no unlocked vault"
            raise RuntimeError(message)
        return self._session if self._session.is_open else None

    def _submit(self, thread: ThreadPoolExecutor, work: Callable[[], Any], wish: "_Wish") -> None:
        if wish.task is not None:
            self.tasks.add(wish.task)
        self._waiting += 1
        if self._waiting == 1:
            self.busy.emit(True)
        future = thread.submit(work)
        future.add_done_callback(lambda done: self._hand_over(_Outcome(wish, done)))

    def _do[T](self, session: "Session", work: "Callable[[Session], T]") -> T:
        from thb_desktop.services.core.session import current_short_code

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
        wish = outcome.wish
        if wish.task is not None:
            self.tasks.discard(wish.task)
        owner = wish.owner()
        error = outcome.future.exception()
        if owner is None or not shiboken6.isValid(owner):
            if error is None and wish.unwanted is not None and not self._closed:
                self._thread.submit(wish.unwanted, outcome.future.result())
            return
        if error is None:
            if wish.then is not None:
                wish.then(outcome.future.result())
        elif isinstance(error, ThbError):
            (wish.refused or self.refused.emit)(error)
        else:
            # A bug: the hook for uncaught exceptions shows a short code for it.
            raise error
