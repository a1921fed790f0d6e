"""Backups in the event chain: when they were begun, made and tested, and under which key."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import AgentId
from thb_desktop.errors import FormatError
from thb_desktop.vault.database import Connection
from thb_desktop.vault.journal import Event as Told
from thb_desktop.vault.tables import chain


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupEvent:
    """A backup that was made or tested, as the event chain records it. note: the label, or the outcome.

    old_key: the master key was renewed since; the backup opens with the old one.
    """

    at: datetime
    by: AgentId
    tried: bool
    note: str
    old_key: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupRun:
    """One run of a backup: the entries of the chain that began and ended it, its label and its time.

    ended: of the entry that it was made, or of the next run if it was stopped. None for the last run if it
    was not finished.
    """

    ended: int | None
    is_finished: bool
    note: str
    at: datetime

    @property
    def name(self) -> str:
        """Label and time, as an erasure names it."""
        told = f"{self.note} {self.at:%Y-%m-%d %H:%M} UTC".strip()
        return told if self.is_finished else f"{told}, not finished"

    def may_hold(self, added: int) -> bool:
        """Whether it may contain a file that this entry of the chain added."""
        return self.ended is None or added < self.ended


def recorded_runs(connection: Connection, vault_id: str) -> list[BackupRun]:
    """Return the runs of backups, in the order of the event chain: finished, stopped, and under way."""
    runs: list[BackupRun] = []
    for signed in chain.entries_of(connection, vault_id):
        with suppress(FormatError):  # the check of the chain reports an unreadable entry
            entry = signed.parsed()
            if entry.action not in (VaultAction.BACKUP_BEGUN, VaultAction.BACKUP_MADE):
                continue
            is_made = entry.action == VaultAction.BACKUP_MADE
            if runs and runs[-1].ended is None:
                runs[-1] = replace(runs[-1], ended=entry.seq)
                if is_made:
                    runs.pop()
            opening = chain.opening_of(connection, entry.seq)
            runs.append(
                BackupRun(
                    ended=entry.seq if is_made else None,
                    is_finished=is_made,
                    note=Told.parse(opening.payload).reason if opening else "",
                    at=entry.at,
                )
            )
    return runs


def recorded_backups(connection: Connection, vault_id: str) -> list[BackupEvent]:
    """Return the backups in the event chain, in its order."""
    events: list[BackupEvent] = []
    for signed in chain.entries_of(connection, vault_id):
        with suppress(FormatError):  # the check of the chain reports an unreadable entry
            entry = signed.parsed()
            if entry.action == VaultAction.MASTER_KEY_RENEWED:
                events = [replace(event, old_key=True) for event in events]
            if entry.action not in (VaultAction.BACKUP_MADE, VaultAction.BACKUP_TRIED):
                continue
            opening = chain.opening_of(connection, entry.seq)
            events.append(
                BackupEvent(
                    at=entry.at,
                    by=AgentId(entry.agent),
                    tried=entry.action == VaultAction.BACKUP_TRIED,
                    note=Told.parse(opening.payload).reason if opening else "",
                )
            )
    return events
