"""The vault's thread, the thread for long work beside it, and the return of results to the window."""

import weakref
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, Any, Protocol

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot

from thb_desktop.errors import CancelledError, ForeignWriteError, ThbError
from ui.pieces import InTurn

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from thb_desktop.services.core.environment import Environment
    from thb_desktop.services.core.session import Session

Refused = Callable[[ThbError], None]


class Task(QObject):
    """Long work as the window sees it: its progress, and a way to stop it.

    progressed: done and total, in the units of the work; at most twenty times a second.
    """

    progressed = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cancelled = Event()
        self._last = 0.0

    def report(self, done: int, total: int) -> None:
        """Report progress; called by the worker."""
        now = monotonic()
        if done < total and now - self._last < 0.05:
            return
        self._last = now
        if shiboken6.isValid(self):
            self.progressed.emit(done, total)


class InVault(Protocol):
    """Runs one piece of long work on the vault's thread, in order, and waits for the result."""

    def __call__[T](self, work: "Callable[[Session], T]", /) -> T: ...


@dataclass(frozen=True, slots=True)
class _Wish:
    """Who asked, and what to do with the result."""

    owner: weakref.ref[QObject]
    then: Callable[[Any], None] | None
    refused: Refused | None
    task: Task | None
    unwanted: Callable[[Any], object] | None


@dataclass(frozen=True, slots=True)
class _Outcome:
    wish: _Wish
    future: "Future[Any]"


class VaultJobs(QObject):
    """Runs work on the vault's thread, in order; each result reaches its owner on the window's thread.

    A separate thread runs long work, one task after the other. Its pieces in the vault wait their turn on the
    vault's thread; what needs no vault (reading and encrypting a file) delays nobody.

    opened: a vault was unlocked, in any way. checking: rows that the complete check has read, and those there
    are. checked: the report of the unlock, once that check has ended beside the session. changed: something
    in the vault changed, by Topic. refused: a refusal that nobody else handled. overwritten: another program
    wrote into the open vault, so that it is read only now. busy: work is queued.
    short_code: that of the event chain after the finished work. kept: typed text was saved in the vault as a
    draft. left: a form was closed with a saved draft. closing: the vault is about to be locked.
    """

    opened = Signal()
    checking = Signal(object, object)
    checked = Signal(object)
    changed = Signal(object)
    refused = Signal(object)
    overwritten = Signal()
    busy = Signal(bool)
    short_code = Signal(str)
    kept = Signal()
    left = Signal()
    closing = Signal()
    _arrived = Signal(object)
    _check_ended = Signal()

    def __init__(self, environment: "Callable[[], Environment]", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.environment = environment
        self._session: Session | None = None
        self._waiting = 0
        self.tasks: set[Task] = set()
        """Long work in progress."""
        self.unkept: dict[tuple[str, str], ThbError | None] = {}
        """Typed text that is not in the vault, by form and subject, with the reason once it is known."""
        self.folder: Path | None = None
        """Of the last opened vault."""
        self._closed = False
        self._in_turn = InTurn(self, self._deliver)
        self._arrived.connect(self._in_turn.take, Qt.ConnectionType.QueuedConnection)
        self._check_ended.connect(self._end_unlock, Qt.ConnectionType.QueuedConnection)

    @cached_property
    def _thread(self) -> "ThreadPoolExecutor":
        return _one_thread("vault")

    @cached_property
    def _beside(self) -> "ThreadPoolExecutor":
        return _one_thread("beside")

    @property
    def is_open(self) -> bool:
        return self._session is not None

    @property
    def is_busy(self) -> bool:
        return self._waiting > 0

    def adopt(self, session: "Session") -> None:
        """Use this unlocked vault for all further work."""
        self._session = session
        self.folder = session.vault.folder
        if session.check is not None:
            session.check.watch(self._report_check, self._tell_check_ended)
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
        """Run work that needs no unlocked vault. If the owner is gone by then, the result is dropped.

        task: makes it long work, which can be stopped. unwanted: what the vault's thread does with a dropped
        result. After `close` nothing starts any more, because the window is closing.
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
        """Run work in the unlocked vault: one service, one transaction. After the vault is closed nothing
        starts.

        task: makes it long work, which waits for other long work.
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
        """Run long work beside the vault's thread; each of its pieces in the vault is one transaction."""
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
        """Save typed text in the vault as a draft; it is listed in `unkept` until saved."""
        self.unkept[what] = None

        def done(_: None) -> None:
            self.unkept.pop(what, None)
            then()

        def refuse(error: ThbError) -> None:
            self.unkept[what] = error
            refused(error)

        self.run(self, work, then=done, refused=refuse)

    def stop_long_work(self) -> None:
        """Ask all long work to stop now; its finished part is undone, or complete."""
        for task in self.tasks:
            task.cancelled.set()

    def make_way(self) -> None:
        """Somebody waits for the window: the complete check rests for a moment, since Python runs one thread
        at a time.
        """
        check = self._session.check if self._session is not None else None
        if check is not None:
            check.make_way()

    def hold(self) -> None:
        """Deliver no result before `go_on`: what is to show it is not made yet."""
        self._in_turn.hold()

    def go_on(self) -> None:
        self._in_turn.go_on()

    def settle(self, seconds: float) -> bool:
        """Wait this long for queued work, and deliver its results; return whether nothing is left.

        Short work first: a draft must not wait for long work.
        """
        end = monotonic() + seconds
        threads = (self._thread, self._beside)
        while self.is_busy and not self._closed and end > monotonic():
            for thread in threads:
                with suppress(TimeoutError):
                    thread.submit(lambda: None).result(max(0.0, end - monotonic()))
                QCoreApplication.sendPostedEvents(self._in_turn, QEvent.Type.MetaCall.value)
                self._in_turn.hand_all()
        return not self.is_busy

    def close(self) -> None:
        """Finish queued work, then lock the vault: its keys are not wiped while long work needs them."""
        self.closing.emit()
        self._closed = True
        session, self._session = self._session, None
        check = session.check if session is not None else None
        if check is not None:
            check.stop()  # an act that waits for it is given up
        self._beside.shutdown(wait=True)
        if session is not None:
            self._thread.submit(session.close)
        self._thread.shutdown(wait=True)

    def _open_session(self) -> "Session | None":
        """Return the session; None once the vault is being locked."""
        if self._closed:
            return None
        if self._session is None:
            message = "there is no unlocked vault"
            raise RuntimeError(message)
        return self._session if self._session.is_open else None

    def _submit(self, thread: "ThreadPoolExecutor", work: Callable[[], Any], wish: "_Wish") -> None:
        if wish.task is not None:
            self.tasks.add(wish.task)
        self._waiting += 1
        self.make_way()
        if self._waiting == 1:
            self.busy.emit(True)
        future = thread.submit(work)
        future.add_done_callback(lambda done: self._hand_over(_Outcome(wish, done)))

    def _do[T](self, session: "Session", work: "Callable[[Session], T]") -> T:
        from thb_desktop.services.core.short_code import current_short_code

        if not session.is_open:
            raise CancelledError("the vault was locked before this was begun")
        result = work(session)
        if session.is_open and shiboken6.isValid(self):
            self.short_code.emit(current_short_code(session))
        return result

    def _report_check(self, done: int, total: int) -> None:
        """Called by the threads of the check, as the next one."""
        if shiboken6.isValid(self):
            self.checking.emit(done, total)

    def _tell_check_ended(self) -> None:
        if shiboken6.isValid(self):
            self._check_ended.emit()

    @Slot()
    def _end_unlock(self) -> None:
        from thb_desktop.services.office.vaults import end_unlock

        if self._session is not None:
            self.run(self, end_unlock, then=self.checked.emit)

    def _hand_over(self, outcome: _Outcome) -> None:
        if shiboken6.isValid(self):
            self._arrived.emit(outcome)

    def _deliver(self, outcome: _Outcome) -> None:
        self._waiting -= 1
        self.make_way()
        if self._waiting == 0:
            self.busy.emit(False)
        wish = outcome.wish
        if wish.task is not None:
            self.tasks.discard(wish.task)
        owner = wish.owner()
        error = outcome.future.exception()
        if isinstance(error, ForeignWriteError):
            self.overwritten.emit()
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
            if wish.refused is not None:  # else a form would wait for ever
                wish.refused(ThbError("the program made a mistake"))
            # The hook for uncaught exceptions shows a short code for it.
            raise error


def _one_thread(name: str) -> "ThreadPoolExecutor":
    """Return a thread that does one work after the other; nothing is asked of it before the first window."""
    from concurrent.futures import ThreadPoolExecutor

    return ThreadPoolExecutor(1, thread_name_prefix=name)
