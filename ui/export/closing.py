"""Encrypting a file for those who receive it, beside the vault's thread."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from thb_desktop.errors import CancelledError, ThbError
from ui.jobs import InVault, Task
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.core.environment import Environment
    from thb_desktop.services.packaging.folders import Closed


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A recipient: the file with their certificate, and its fingerprint as they told it."""

    file: Path
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is encrypted, where to, and for whom. words: the language of a new passphrase; empty for none."""

    source: Path
    folder: Path
    recipients: tuple[Told, ...]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedFolder:
    """What was written, and the passphrase that is shown once. number: of the package, if it is one."""

    folder: Path
    closed: "Closed"
    recipients: int
    passphrase: str = field(repr=False)
    number: str = ""


class ClosingModel(ViewModel):
    """closed: a ClosedFolder."""

    closed = Signal(object)

    def close(self, wanted: Wanted) -> None:
        """Encrypt; refused for a certificate that is not the one its holder told, or of no use."""
        task = Task(self)

        def stop(done: int, total: int) -> None:
            task.report(done, total)
            if task.cancelled.is_set():
                raise CancelledError("stopped while a file was encrypted; nothing was written")

        def work(_: InVault) -> ClosedFolder:
            return _close(wanted, self.jobs.environment(), stop)

        def done(result: ClosedFolder) -> None:
            task.deleteLater()
            self.closed.emit(result)

        def refuse(error: ThbError) -> None:
            task.deleteLater()
            self.refuse(error)

        self.jobs.beside(self, work, then=done, refused=refuse, task=task)


def _close(wanted: Wanted, environment: "Environment", progress: Callable[[int, int], None]) -> ClosedFolder:
    from thb_desktop.services.packaging.folders import close_file
    from thb_desktop.services.packaging.recipients import recipients_of

    named = [(each.file, each.fingerprint) for each in wanted.recipients]
    recipients, passphrase = recipients_of(named, wanted.words, environment)
    closed = close_file(
        wanted.source, wanted.folder, recipients, randomness=environment.randomness, progress=progress
    )
    return ClosedFolder(
        folder=wanted.folder, closed=closed, recipients=len(recipients), passphrase=passphrase
    )
