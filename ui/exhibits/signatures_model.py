"""Signatures of a file of an exhibit: judged beside the vault's thread, kept, and listed."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.signature_level import StatedLevel
from thb_desktop.errors import CancelledError, ThbError
from ui.checking.model import Checked, CheckingModel, Trusted
from ui.jobs import InVault, Task, VaultJobs
from ui.topics import Topic

if TYPE_CHECKING:
    from thb_desktop.services.evidence.signature_checks import JudgedFile


class SignaturesModel(CheckingModel):
    """listed: what was kept of the exhibit. kept: something was."""

    changes = Topic.EXHIBITS

    listed = Signal(object)
    kept = Signal()

    def __init__(
        self, jobs: VaultJobs, exhibit: Exhibit, file: ExhibitFile, parent: QObject | None = None
    ) -> None:
        super().__init__(jobs, parent)
        self.exhibit, self.file = exhibit, file
        self.judged: JudgedFile | None = None

    def check(self, file: Path, content: Path | None, trusted: Trusted) -> None:  # noqa: ARG002 - the exhibit's
        """Judge the file of the exhibit; file and content say nothing else."""
        from thb_desktop.services.evidence import signature_checks

        self.stop()
        self.judged = None
        self._task = task = Task(self)
        now = self.jobs.environment().clock.read().at

        def work(in_vault: InVault) -> "JudgedFile":
            signed = in_vault(lambda session: signature_checks.open_signed(session, self.file.id))
            try:
                return signed.judge(trusted.anchors, now=now, cancelled=task.cancelled)
            finally:
                signed.close()

        def done(judged: "JudgedFile") -> None:
            if self._task is task:
                self._task, self.judged = None, judged
                self.checked.emit(Checked(file=file, answer=judged.answer))

        def refuse(error: ThbError) -> None:
            if self._task is not task:
                return
            self._task = None
            if isinstance(error, CancelledError):
                self.stopped.emit()
            else:
                self.refuse(error)

        self.jobs.beside(self, work, then=done, refused=refuse, task=task)

    def keep(self) -> None:
        """Keep with the exhibit what was found last."""
        from thb_desktop.services.evidence import signature_checks

        judged = self.judged
        if judged is None:
            return
        self.judged = None
        self.write(
            lambda session: signature_checks.keep_judgement(session, judged), lambda _: self.kept.emit()
        )

    def keep_with(self, level: StatedLevel) -> None:
        """The same, with what others say of the level. What was found stays until it is kept."""
        from thb_desktop.services.evidence import signature_checks

        judged = self.judged
        if judged is None:
            return

        def done(_: object) -> None:
            self.judged = None
            self.kept.emit()

        self.write(lambda session: signature_checks.keep_judgement(session, judged, level), done)

    def list(self) -> None:
        from thb_desktop.services.evidence import signature_checks

        self.read(lambda session: signature_checks.list_checks(session, self.exhibit.id), self.listed.emit)
