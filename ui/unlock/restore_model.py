"""Restoring: from a backup, a new folder and a secret to an unlocked vault or one sentence."""

from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.errors import BackupDamagedError, NewerKnownError, ThbError
from thb_desktop.findings import Finding, Standing
from ui.jobs import Task, VaultJobs
from ui.messages import sentence
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from collections.abc import Callable

    from thb_desktop.services.keeping.restoring import RestoredVault


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What was typed: the backup, the new folder, the secret, and the reason.

    by_code: the secret is the recovery code. incomplete: restore even if files in the backup are damaged or
    missing. giving_up: restore even if this computer remembers a newer state.
    """

    backup: Path
    into: Path
    secret: str = field(repr=False)
    by_code: bool
    reason: str
    incomplete: bool
    giving_up: bool


class RestoreModel(ViewModel):
    """began, advanced (done, total), ended: of the work. restored: what is missing in it, as findings.

    damaged: the backup is damaged; it can be restored without the damaged parts. newer: this computer
    remembers a newer state, which can be given up.
    """

    began = Signal()
    advanced = Signal(object, object)
    ended = Signal()
    restored = Signal(object)
    damaged = Signal()
    newer = Signal()

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self._task: Task | None = None

    def restore(self, wish: Wish) -> None:
        if self._task is not None:
            return
        self._task = task = Task(self)
        task.progressed.connect(self.advanced)
        self.began.emit()
        self.jobs.call(
            self,
            lambda: _restore(wish, self.jobs, task.report, task.cancelled),
            then=self._opened,
            refused=self._give_up,
            task=task,
            unwanted=lambda restored: restored.session.close(),
        )

    def stop(self) -> None:
        if self._task is not None:
            self._task.cancelled.set()

    def _opened(self, restored: "RestoredVault") -> None:
        self._end()
        self.jobs.adopt(restored.session)
        self.restored.emit(_wanting(restored.findings))

    def _give_up(self, error: ThbError) -> None:
        self._end()
        if isinstance(error, NewerKnownError):
            self.newer.emit()
        if not isinstance(error, BackupDamagedError):
            self.refuse(error)
            return
        self.damaged.emit()
        or_so = self.tr("Or tick the box above to restore what is undamaged. The rest is named.")
        self.refused.emit(f"{sentence(error)} {or_so}")

    def _end(self) -> None:
        self._task = None
        self.ended.emit()


def _wanting(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.standing is not Standing.HOLDS)


def _restore(
    wish: Wish, jobs: VaultJobs, progress: "Callable[[int, int], None]", cancelled: Event
) -> "RestoredVault":
    from thb_desktop.crypto import passphrases
    from thb_desktop.services.keeping import restoring

    environment = jobs.environment()
    if wish.by_code:
        return restoring.restore_with_recovery_code(
            wish.backup,
            wish.into,
            code=wish.secret,
            reason=wish.reason,
            environment=environment,
            incomplete=wish.incomplete,
            giving_up=wish.giving_up,
            progress=progress,
            cancelled=cancelled,
        )
    return restoring.restore_vault(
        wish.backup,
        wish.into,
        passphrase=passphrases.prepare(wish.secret),
        reason=wish.reason,
        environment=environment,
        incomplete=wish.incomplete,
        giving_up=wish.giving_up,
        progress=progress,
        cancelled=cancelled,
    )
