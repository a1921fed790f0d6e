"""A signed file is checked beside the vault's thread; nothing of it is imported or kept."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.signature_check import TrustAnchor
from thb_desktop.errors import CancelledError, ThbError
from thb_desktop.findings import Finding
from ui.jobs import Task, VaultJobs
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from threading import Event

    from thb_desktop.verify.foreign.answer import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Trusted:
    """Whom the user trusts: anchors for files of others, and roots of the office that made a file of ours."""

    anchors: tuple[TrustAnchor, ...] = ()
    roots: tuple[TrustAnchor, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What is said of a file: an answer about a file of others, or the findings about one of ours.

    message: the name of its text, if it is a receipt or a notice between offices.
    """

    file: Path
    answer: "Answer | None" = None
    findings: tuple[Finding, ...] = ()
    message: str = ""


class CheckingModel(ViewModel):
    """checked: a Checked. anchored: the Anchors of a file. stopped: the check was stopped."""

    checked = Signal(object)
    anchored = Signal(object)
    stopped = Signal()

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self._task: Task | None = None

    def check(self, file: Path, content: Path | None, trusted: Trusted) -> None:
        """Check a file; a check that is running is given up. content: what a detached signature signs."""
        self.stop()
        self._task = task = Task(self)
        now = self.jobs.environment().clock.read().at

        def work() -> Checked:
            return _checked(file, content, trusted, now, task.cancelled)

        def done(result: Checked) -> None:
            if self._task is task:
                self._task = None
                self.checked.emit(result)

        def refuse(error: ThbError) -> None:
            if self._task is not task:
                return
            self._task = None
            if isinstance(error, CancelledError):
                self.stopped.emit()
            else:
                self.refuse(error)

        if self.jobs.is_open:
            self.jobs.beside(self, lambda _: work(), then=done, refused=refuse, task=task)
        else:
            self.jobs.call(self, work, then=done, refused=refuse, task=task)

    def stop(self) -> None:
        if self._task is not None:
            self._task.cancelled.set()

    def add_anchors(self, file: Path) -> None:
        """Read the certificates of a file that a person trusts."""
        from thb_desktop.verify.foreign.anchors import anchors_in

        self.jobs.call(self, lambda: anchors_in(file), then=self.anchored.emit, refused=self.refuse)


def _checked(
    file: Path,
    content: Path | None,
    trusted: Trusted,
    now: datetime,
    cancelled: "Event",
) -> Checked:
    from thb_desktop.services.messages.signed_messages import message_of
    from thb_desktop.verify.foreign.asking import Question, ask_about
    from thb_desktop.verify.foreign.own import is_own
    from thb_desktop.verify.run import Request, check_file

    if is_own(file):
        # Who is trusted for files of others is no root of an office.
        roots = tuple(each.fingerprint for each in trusted.roots)
        found = check_file(Request(file=file, fingerprints=roots), now=now)
        return Checked(file=file, findings=found, message=message_of(file))
    question = Question(file=file, content=content, anchors=tuple(each.der for each in trusted.anchors))
    return Checked(file=file, answer=ask_about(question, now=now, cancelled=cancelled))
