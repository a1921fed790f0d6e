"""A check of the whole vault, with its progress and its findings."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.errors import ThbError
from ui.jobs import Task, VaultJobs
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.health import HealthReport


class HealthViewModel(ViewModel):
    """began, advanced (done, total), ended: the check under way. checked: its report.

    root_known: the SHA-256 of the vault's root certificate, in hexadecimal.
    """

    began = Signal()
    advanced = Signal(object, object)
    ended = Signal()
    checked = Signal(object)
    root_known = Signal(str)

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self._task: Task | None = None

    def ask_root(self) -> None:
        """Read the fingerprint that a receiver of bundles compares."""
        from thb_desktop.services.entering import root_fingerprint

        self.read(lambda session: root_fingerprint(session.office_record), self.root_known.emit)

    def check(self) -> None:
        """Read everything: structure, event chain, tables against the chain, every stored file."""
        from thb_desktop.services import health

        if self._task is not None:
            return
        self._task = task = Task(self)
        task.progressed.connect(self.advanced)
        self.began.emit()
        self.jobs.run(
            self,
            lambda session: health.check_vault(session, progress=task.report, cancelled=task.cancelled),
            then=self._done,
            refused=self._refused,
        )

    def stop(self) -> None:
        if self._task is not None:
            self._task.cancelled.set()

    def _done(self, report: "HealthReport") -> None:
        self._task = None
        self.ended.emit()
        self.checked.emit(report)

    def _refused(self, error: ThbError) -> None:
        self._task = None
        self.ended.emit()
        self.refuse(error)
