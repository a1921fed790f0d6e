"""Taking a file out: whether it takes two persons, its writing, and its receipt."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.vocabulary import TwoPersonAct
from thb_desktop.errors import ThbError
from ui.jobs import InVault, Task, VaultJobs
from ui.second_person import TypedSecond, approved
from ui.topics import Topic
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.bundling.taking_out import Going, Receipt, TakingOut
    from thb_desktop.services.core.session import Session


class GoingOutModel(ViewModel):
    """known: whether the file takes two persons. advanced: bytes written, and in all. taken: the receipt."""

    changes = Topic.EXHIBITS

    known = Signal(bool)
    advanced = Signal(object, object)
    taken = Signal(object)

    def __init__(self, jobs: VaultJobs, file: ExhibitFile, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.file = file
        self._task: Task | None = None

    def ask(self) -> None:
        from thb_desktop.services.bundling import taking_out

        self.read(lambda session: taking_out.takes_two(session, self.file.id), self.known.emit)

    def take(self, target: Path, said: "TakingOut", second: TypedSecond | None) -> None:
        """Let the second person approve if one is needed, write the file, record it, and name it."""
        from thb_desktop.services.bundling import taking_out

        task = self._task = Task(self)
        task.progressed.connect(self.advanced)

        def begin(session: "Session") -> "Going":
            given = approved(session, second, TwoPersonAct.TAKE_OUT_FILE, self.file.id) if second else None
            return taking_out.begin_taking_out(session, self.file.id, target, said, second=given)

        def work(in_vault: InVault) -> "Receipt":
            written = in_vault(begin).written(task.report, task.cancelled)
            taken = in_vault(lambda session: taking_out.record_taken_out(session, written))
            return in_vault(lambda session: taking_out.receipt_of(session, taken))

        def done(receipt: "Receipt") -> None:
            self._end(task)
            self.taken.emit(receipt)
            self.jobs.changed.emit(self.changes)

        def refuse(error: ThbError) -> None:
            self._end(task)
            self.refuse(error)

        self.writing.emit()
        self.jobs.beside(self, work, then=done, refused=refuse, task=task)

    def stop(self) -> None:
        """Stop the writing; nothing of the file stays outside."""
        if self._task is not None:
            self._task.cancelled.set()

    def _end(self, task: Task) -> None:
        self._task = None
        task.deleteLater()
