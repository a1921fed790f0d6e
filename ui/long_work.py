"""Long work on the vault: one at a time, with progress and cancellation."""

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
    """began, advanced (done, total), ended: of the work. refused: why it failed."""

    began = Signal()
    advanced = Signal(object, object)
    ended = Signal()

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self._task: Task | None = None

    def begin[T](
        self, work: "Callable[[Session, Progress, Event], T]", then: Callable[[T], None], *, changes: bool
    ) -> None:
        """Run it on the vault's thread, unless other long work is running. changes: all windows reload."""
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
        """The same for work in pieces, so that short work need not wait for it."""
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
