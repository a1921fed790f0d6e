"""What the page of custody asks of the vault to read stored files again."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain import zones
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.rights import RIGHTS, Right
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.errors import ThbError
from thb_desktop.services.evidence import rehash
from thb_desktop.services.evidence.custody_acts import Act
from thb_desktop.services.evidence.rehash import RehashResult
from thb_desktop.services.office import rehash_time
from ui.clock import zone_here
from ui.jobs import InVault, Task, VaultJobs
from ui.topics import Topic
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session
    from thb_desktop.vault.tables.readings_due import Due


class RehashModel(ViewModel):
    """asked: months of the office, and the rights of the user. counted: what is due. interval_set: it was.

    began, advanced, ended: a run, its progress in bytes, and its result, or None if it was refused.
    """

    changes = Topic.EXHIBITS

    asked = Signal(object, object)
    counted = Signal(object)
    interval_set = Signal()
    began = Signal()
    advanced = Signal(object, object)
    ended = Signal(object)

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.stopped_run: datetime | None = None
        """When the last run of this case began, if it was stopped."""
        self._case: CaseFile | None = None
        self._task: Task | None = None

    def show_case(self, case: CaseFile | None) -> None:
        if case is None or self._case is None or case.id != self._case.id:
            self.stopped_run = None
        self._case = case

    @property
    def is_running(self) -> bool:
        return self._task is not None

    def ask(self) -> None:
        """Ask what the office set, and what the user may do."""

        def work(session: "Session") -> tuple[int | None, frozenset[Right]]:
            return rehash_time.rehash_time(session), RIGHTS[session.user.role]

        self.read(work, lambda found: self.asked.emit(*found))

    def set_interval(self, months: int | None, reason: str) -> None:
        self.write(
            lambda session: rehash_time.set_rehash_time(session, months=months, reason=reason),
            lambda _: self.interval_set.emit(),
        )

    def count(self, before: datetime | None) -> None:
        """Count what is due. before: since when it must have been read; None: as the office set it."""
        case = self._case
        if case is None:
            return

        def work(session: "Session") -> "tuple[Due, ...]":
            since = before or rehash.due_before(session)
            return () if since is None else rehash.due_exhibits(session, case.id, before=since)

        self.read(work, self.counted.emit)

    def run(self, due: "tuple[Due, ...]", reason: str, begun: datetime) -> None:
        """Read these exhibits, and record each. begun: by which the run goes on if it is stopped."""

        def act(session: "Session") -> Act:
            return Act(
                action=CustodyAction.VERIFIED,
                occurred_at=zones.at_place(session.clock.read().at, zone_here()),
                actor=session.user.name,
                reason=reason,
            )

        def work(in_vault: InVault) -> RehashResult:
            return rehash.rehash(in_vault, due, act, progress=task.report, cancelled=task.cancelled)

        def done(result: RehashResult) -> None:
            self._task = None
            self.stopped_run = begun if result.stopped else None
            self.ended.emit(result)
            self.jobs.changed.emit(self.changes)

        def refuse(error: ThbError) -> None:
            self._task = None
            self.ended.emit(None)
            self.refuse(error)

        self.writing.emit()
        self._task = task = Task(self)
        task.progressed.connect(self.advanced)
        self.began.emit()
        self.jobs.beside(self, work, then=done, refused=refuse, task=task)

    def stop(self) -> None:
        """Stop after what is recorded; the exhibit in progress is left."""
        if self._task is not None:
            self._task.cancelled.set()
