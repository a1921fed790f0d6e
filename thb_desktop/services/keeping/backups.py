"""Backups: a vault's encrypted parts on another medium, and what the event chain tells of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Event

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.rights import Right
from thb_desktop.services.core.backup_events import BackupEvent, backups_told
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.backup import making
from thb_desktop.vault.backup.making import Made
from thb_desktop.vault.backup.manifest import Stand
from thb_desktop.vault.content import StoredObject
from thb_desktop.vault.database import Connection, database_medium
from thb_desktop.vault.tables import chain, counts, registry
from thb_desktop.verify.findings import Finding, broken, holds, unknown

Progress = Callable[[int, int], None]

_KEPT = " What lies of it in the backup is not whole either, and stays: it may be all that is left of it."


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupReport:
    """A finished backup. number: the how-many-eth in its folder. code: short code of the state it holds.

    size: bytes of all parts. files, copied, copied_bytes: how many files it holds, and what of it was new.
    """

    findings: tuple[Finding, ...]
    number: int
    made_at: datetime
    code: str
    size: int
    files: int
    copied: int
    copied_bytes: int


@permitted(Right.BACK_UP)
def make_backup(
    session: Session,
    folder: Path,
    *,
    label: str = "",
    progress: Progress | None = None,
    cancelled: Event | None = None,
) -> BackupReport:
    """Back the vault up into a folder that is new, empty, or an earlier backup of this vault.

    label: which medium it is, for the record. progress: bytes done and to do. Raises BackupPlaceError,
    BackupForeignError, BackupOtherKeyError, BackupAheadError, BackupDamagedError, DatabaseDamagedError,
    DiskFullError, ReadOnlyError, SetBackError, TablesDifferError, CancelledError; an earlier backup stays
    whole then.
    """
    session.verify_writable()
    gone = counts.erased_objects(session.read)
    files = [file for file in registry.EXHIBIT_FILE.all(session.read) if file.object_id not in gone]
    heads = [signed.parsed() for signed in chain.heads(session.read)]
    with database_medium():
        made = making.make_backup(
            session.vault,
            folder,
            objects=[_stored(file) for file in files],
            stand=Stand(root=heads[-1].root, code=heads[-1].short_code),
            roots={head.root for head in heads},
            made_at=session.clock.read().at,
            progress=progress,
            cancelled=cancelled,
        )
    with session.work() as work:
        work.record(session.vault_id, VaultAction.BACKUP_MADE, label.strip())
    manifest = made.manifest
    return BackupReport(
        findings=tuple(_found(session, made)),
        number=manifest.number,
        made_at=manifest.made_at,
        code=manifest.stand.code,
        size=manifest.size,
        files=len(manifest.objects),
        copied=made.copied,
        copied_bytes=made.copied_bytes,
    )


@permitted(Right.CHECK_HEALTH)
def list_backups(session: Session) -> tuple[BackupEvent, ...]:
    """The backups that were made and tried, in the order of the event chain."""
    return tuple(backups_told(session.read, session.vault_id))


def _found(session: Session, made: Made) -> Iterator[Finding]:
    names = exhibit_names(session.read)
    for object_id in made.missing:
        said = f"A file of exhibit {names[object_id]} is missing from the vault."
        yield broken("content-missing", said + _KEPT * (object_id in made.kept))
    for object_id in made.damaged:
        said = f"A file of exhibit {names[object_id]} is damaged in the vault."
        yield broken("content-damaged", said + _KEPT * (object_id in made.kept))
    if not (made.missing or made.damaged):
        yield holds(
            "backup", "The backup holds the whole vault; every part was read again as it was written."
        )
    if made.same_medium:
        yield unknown(
            "same-medium", "The backup lies on the medium of the vault: what destroys one destroys both."
        )


def exhibit_names(connection: Connection) -> dict[str, str]:
    """The exhibit to which each stored object belongs, by its number and its case: numbers repeat."""
    cases = {case.id: case.reference for case in registry.CASE_FILE.all(connection)}
    exhibits = {
        exhibit.id: f"{exhibit.number} of case {cases.get(exhibit.case_id, '?')}"
        for exhibit in registry.EXHIBIT.all(connection)
    }
    files = registry.EXHIBIT_FILE.all(connection)
    return {file.object_id: exhibits.get(file.exhibit_id, "?") for file in files}


def _stored(file: ExhibitFile) -> StoredObject:
    return StoredObject(object_id=file.object_id, size=file.size, sha256=file.sha256)
