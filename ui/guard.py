"""The guard of an open vault: when it locks, and that it locks whatever happens in between."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from ui import shortcuts, system
from ui.jobs import VaultJobs
from ui.lock_outcome import FAULT, LockOutcome, reason
from ui.text import translate

if TYPE_CHECKING:
    from ui.cover import Cover
    from ui.idle import IdleWatch
    from ui.sleep import SleepWatch
    from ui.widgets.keeping import Keeper

PATIENCE = 1.0
"""Seconds for which the lock waits with hidden windows before the cover says what is being finished."""
LOOKS = 200
"""Milliseconds between two checks whether a waiting lock can continue."""


class Guard(QObject):
    """Three things lock the vault: a person, inactivity, or leaving the computer.

    A person is asked if unsaved text cannot be saved. In the other cases confidentiality comes first: the
    windows are hidden at once. The lock waits for only two things, behind a cover: long work, unless it is
    stopped, and a recovery code or share that is shown only once.

    remaining: whole seconds until the lock. locking: the last moment to say where the user is.
    """

    remaining = Signal(int)
    locking = Signal()

    def __init__(
        self,
        application: QApplication,
        jobs: VaultJobs,
        leave: Callable[[LockOutcome], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._application = application
        self._jobs = jobs
        self._leave = leave
        self._window: QMainWindow | None = None
        self._idle: IdleWatch | None = None
        self.sleep: SleepWatch | None = None
        self.cover: Cover | None = None
        self._uncovered = False
        self._handed_over = False
        self._waits = QTimer(self, interval=LOOKS)
        self._waits.timeout.connect(self._go_on)
        self.keep_drafts: Callable[[], None] = lambda: None
        """Makes the pages save their drafts; the guard asks forms itself."""
        self.holds_drafts: Callable[[], bool] = lambda: False

    @property
    def is_waiting(self) -> bool:
        """Whether the vault locks as soon as it can."""
        return self._waits.isActive()

    def watch(self, allowed: int) -> None:
        """A vault is open: watch for inactivity, for sleep and for a locked screen."""
        from ui.idle import IdleWatch
        from ui.sleep import SleepWatch

        self._idle = IdleWatch(allowed, self)
        self._application.focusWindowChanged.connect(self._idle.watch)
        self._application.focusWindowChanged.connect(self._lock_from)
        self._idle.remaining.connect(self.remaining)
        self._idle.expired.connect(self.by_absence)
        self._idle.slept.connect(self.at_once)
        self.sleep = SleepWatch(self)
        self.sleep.leaving.connect(self.at_once)
        self.follow(self._window)
        QTimer.singleShot(0, self, self._listen)

    def allow(self, seconds: int) -> None:
        if self._idle is not None:
            self._idle.allow(seconds)

    def follow(self, window: QMainWindow | None) -> None:
        """Guard this window from now on."""
        self._window = window
        if self._idle is not None and self.sleep is not None and window is not None:
            self._idle.watch(window.windowHandle())
            self.sleep.follow(int(window.winId()))

    def by_hand(self) -> None:
        """A person locks: stop long work, and ask if unsaved text cannot be saved."""
        if not self._jobs.is_open:
            return
        self._jobs.stop_long_work()
        goes = True
        try:
            goes = self.is_waiting or self._may_lose(
                translate("lock", "Lock without saving what is typed?"),
                translate("lock", "&Lock all the same"),
            )
        finally:
            if goes:
                self.by_absence()

    def at_once(self) -> None:
        """The computer is left: stop long work and ask nobody."""
        self._jobs.stop_long_work()
        self.by_absence()

    def by_absence(self) -> None:
        """Nobody is there: long work is finished behind the cover first."""
        if not self._jobs.is_open:
            return
        self._uncovered = False
        if self.is_waiting:
            self._go_on()
            return
        self._waits.start()
        ready = True
        try:
            self._hide()
            self._hand_over()
            self.locking.emit()
            self._handed_over = True
            self._jobs.settle(PATIENCE)
            ready = self._is_ready()
        finally:
            if ready:
                self._finish()

    def may_close(self) -> bool:
        """A person closes the window: ask if something would be stopped or lost."""
        if self._jobs.tasks and not _ask(
            self._window,
            translate("lock", "Stop the work in progress?"),
            translate(
                "lock", "It stops before the program ends. Unfinished work starts from the beginning later."
            ),
            translate("lock", "&Stop and close"),
        ):
            return False
        self._jobs.stop_long_work()
        return not self._jobs.is_open or self._may_lose(
            translate("lock", "Close without saving what is typed?"), translate("lock", "&Close all the same")
        )

    def end(self) -> None:
        """The last window is closed: save drafts, finish queued work, and lock."""
        self._waits.stop()
        try:
            if self._jobs.is_open:
                self._hand_over()
        finally:
            self._jobs.close()
            if self.sleep is not None:
                self.sleep.stop()
            if self.cover is not None:
                self.cover.deleteLater()

    def _may_lose(self, heading: str, yes: str) -> bool:
        """Whether all typed text is saved, or a person gives it up."""
        self._hand_over()
        if not self._jobs.settle(PATIENCE) or not self._jobs.unkept:
            return True
        told = reason(self._reason())
        return _ask(
            self._application.activeModalWidget() or self._window,
            heading,
            translate("lock", "It cannot be saved: {reason}. It would have to be typed again.").format(
                reason=told
            ),
            yes,
            danger=True,
        )

    def _hand_over(self) -> None:
        self.keep_drafts()
        for keeper in self._keepers():
            keeper.keep()

    def _keepers(self) -> "set[Keeper]":
        from ui.widgets.keeping import Keeper

        windows = self._application.topLevelWidgets()
        return {keeper for window in windows for keeper in window.findChildren(Keeper)}

    def _hide(self) -> None:
        for window in self._application.topLevelWidgets():
            if window is not self.cover:
                window.hide()

    def _go_on(self) -> None:
        ready = True
        try:
            ready = self._is_ready()
        finally:
            if ready:
                self._finish()

    def _is_ready(self) -> bool:
        """Whether the vault can be locked now; if not, the cover says why."""
        paper = self._paper()
        if paper is not None and self._uncovered:
            return False
        if not self._jobs.is_busy and paper is None:
            return True
        if self.cover is None:
            from ui.cover import Cover

            self.cover = Cover()
            self.cover.stopped.connect(self.at_once)
            self.cover.wanted.connect(self._uncover)
        self._hide()
        if self._jobs.is_busy:
            self.cover.show_work(self._jobs.tasks)
        else:
            self.cover.show_paper()
        return False

    def _paper(self) -> QWidget | None:
        """The window with a recovery code or share that is shown only once."""
        windows = self._application.topLevelWidgets()
        return next((window for window in windows if getattr(window, "awaits_paper", False)), None)

    def _uncover(self) -> None:
        """Show only the recovery code or share again, so that somebody can write it down."""
        paper = self._paper()
        if paper is None:
            return
        self._uncovered = True
        if self._idle is not None:
            self._idle.begin_again()
        if isinstance(paper, QDialog):
            paper.open()
        else:
            paper.show()
        paper.activateWindow()

    def _finish(self) -> None:
        """Close the vault and end the process, whatever went wrong: no fault leaves the vault open."""
        self._waits.stop()
        outcome = LockOutcome(lost=FAULT)
        try:
            self._jobs.stop_long_work()
            if self._handed_over:
                outcome = self._outcome()
        finally:
            try:
                self._jobs.close()
            finally:
                self._leave(outcome)

    def _outcome(self) -> LockOutcome:
        if self._jobs.unkept:
            return LockOutcome(lost=self._reason())
        return LockOutcome(kept=self.holds_drafts() or any(keeper.holds for keeper in self._keepers()))

    def _reason(self) -> str:
        known = [error.code for error in self._jobs.unkept.values() if error is not None]
        return known[0] if known else FAULT

    def _listen(self) -> None:
        if self.sleep is not None and self._window is not None:
            self.sleep.listen(int(self._window.winId()))

    def _lock_from(self, front: QWindow | None) -> None:
        """Let a dialog lock too, because it blocks the keys of the window behind it.

        A dialog may show testimony, so it is also protected against screenshots.
        """
        if front is not None:
            system.hide_from_capture(int(front.winId()))
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        for dialog in self._application.topLevelWidgets():
            if not isinstance(dialog, QDialog) or front is None or dialog.windowHandle() is not front:
                continue
            if dialog.findChild(QShortcut, shortcuts.LOCK, direct) is None:
                key = QShortcut(QKeySequence(shortcuts.LOCK), dialog, self.by_hand)
                key.setObjectName(shortcuts.LOCK)


def _ask(parent: QWidget | None, heading: str, sentence: str, yes: str, *, danger: bool = False) -> bool:
    """Ask and wait; True for yes. Nothing is asked before the unlock window is there."""
    from ui.widgets.questions import ask

    return ask(parent, heading, sentence, yes, danger=danger)
