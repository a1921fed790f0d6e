"""Backups of the vault: made, tested, and listed from the event chain."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from thb_desktop.crypto import passphrases
from thb_desktop.services.office import users
from ui.jobs import InVault
from ui.long_work import LongWork, Progress
from ui.topics import Topic

if TYPE_CHECKING:
    from thb_desktop.services.core.backup_events import BackupEvent
    from thb_desktop.services.core.session import Session
    from thb_desktop.services.keeping.backups import BackupReport


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupRow:
    """One backup that was made or tested, and by whom."""

    event: "BackupEvent"
    by: str


class BackupModel(LongWork):
    """listed: rows, the newest first. made: the report of a backup. tried: that of a test."""

    changes = Topic.OFFICE

    listed = Signal(object)
    made = Signal(object)
    tried = Signal(object)

    def reload(self) -> None:
        self.read(_rows, self.listed.emit)

    def make(self, folder: Path, label: str) -> None:
        from thb_desktop.services.keeping import backups

        def work(in_vault: InVault, progress: Progress, cancelled: Event) -> "BackupReport":
            backup = in_vault(
                lambda session: backups.begin_backup(
                    session, folder, label=label, progress=progress, cancelled=cancelled
                )
            )
            report = None
            while report is None:
                backup.bring()
                report = in_vault(lambda session: backups.end_backup(session, backup, label=label))
            return report

        self.begin_beside(work, self.made.emit, changes=True)

    def try_restore(self, folder: Path, within: Path, typed: str) -> None:
        """typed: a passphrase of the time of the backup."""
        from thb_desktop.services.keeping import restoring

        self.begin(
            lambda session, progress, cancelled: restoring.try_restore(
                session,
                folder,
                within,
                passphrase=passphrases.prepare(typed),
                progress=progress,
                cancelled=cancelled,
            ),
            self.tried.emit,
            changes=True,
        )


def _rows(session: "Session") -> tuple[BackupRow, ...]:
    from thb_desktop.services.keeping import backups

    names: Mapping[str, str] = {user.id: user.name for user in users.list_users(session)}
    events = reversed(backups.list_backups(session))
    return tuple(BackupRow(event=event, by=names.get(event.by, "")) for event in events)
