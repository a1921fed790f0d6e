"""Long work on the vault: begun once at a time, followed, stopped, and done."""

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.errors import ThbError
from ui.jobs import InVault, Task, VaultJobs
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session

Progress = Callable[[int, int], None]


class LongWork(ViewModel):
    """began, advanced (done, total), ended: work under way. refused: why it came to nothing."""

    began = Signal()
    advanced = Signal(object, object)
    ended = Signal()

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self._task: Task | None = None

    def begin[T](
        self, work: "Callable[[Session, Progress, Event], T]", then: Callable[[T], None], *, changes: bool
    ) -> None:
        """Do it in the vault's thread, unless something is under way. changes: every window looks again."""
        self.begin_beside(
            lambda in_vault, progress, cancelled: in_vault(
                lambda session: work(session, progress, cancelled)
            ),
            then,
            changes=changes,
        )

    def begin_beside[T](
        self, work: Callable[[InVault, Progress, Event], T], then: Callable[[T], None], *, changes: bool
    ) -> None:
        """The same for work that asks the vault for pieces, so that what is short need not wait for it."""
        if self._task is not None:
            return
        self._task = task = Task(self)
        task.progressed.connect(self.advanced)
        self.began.emit()

        def done(result: T) -> None:
            self._end()
            then(result)
            if changes:
                self.jobs.changed.emit(self.changes)

        self.jobs.beside(
            self,
            lambda in_vault: work(in_vault, task.report, task.cancelled),
            then=done,
            refused=self._give_up,
            task=task,
        )

    def stop(self) -> None:
        if self._task is not None:
            self._task.cancelled.set()

    def _end(self) -> None:
        self._task = None
        self.ended.emit()

    def _give_up(self, error: ThbError) -> None:
        self._end()
        self.refuse(error)
