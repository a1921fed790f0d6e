"""Backups in the event chain: when they were made and tested, and under which key."""

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
