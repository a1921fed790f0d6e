"""Backups: a vault's encrypted parts on another medium, and what the event chain tells of it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Event

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.rights import Right
from thb_desktop.findings import Finding, Value, broken, holds, unknown
from thb_desktop.services.core.backup_events import BackupEvent, recorded_backups
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.backup import making
from thb_desktop.vault.backup.making import Made
from thb_desktop.vault.backup.manifest import ChainState
from thb_desktop.vault.content import StoredObject
from thb_desktop.vault.database import Connection, database_medium
from thb_desktop.vault.tables import chain, counts, registry

Progress = Callable[[int, int], None]


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
            stand=ChainState(root=heads[-1].root, code=heads[-1].short_code),
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
    return tuple(recorded_backups(session.read, session.vault_id))


def _found(session: Session, made: Made) -> Iterator[Finding]:
    names = exhibit_names(session.read)
    for object_id in made.missing:
        kept = object_id in made.kept
        yield broken("content-missing.kept" if kept else "content-missing.vault", names[object_id])
    for object_id in made.damaged:
        kept = object_id in made.kept
        yield broken("content-damaged.kept" if kept else "content-damaged.vault", names[object_id])
    if not (made.missing or made.damaged):
        yield holds("backup.made")
    if made.same_medium:
        yield unknown("same-medium")


ExhibitName = Mapping[str, Value]
"""The number of an exhibit and the reference of its case: numbers repeat."""
NO_EXHIBIT: ExhibitName = {"exhibit": "?", "case_file": "?"}


def exhibit_names(connection: Connection) -> dict[str, ExhibitName]:
    """The exhibit to which each stored object belongs."""
    cases = {case.id: case.reference for case in registry.CASE_FILE.all(connection)}
    exhibits: Mapping[str, ExhibitName] = {
        exhibit.id: {"exhibit": exhibit.number, "case_file": cases.get(exhibit.case_id, "?")}
        for exhibit in registry.EXHIBIT.all(connection)
    }
    files = registry.EXHIBIT_FILE.all(connection)
    return {file.object_id: exhibits.get(file.exhibit_id, NO_EXHIBIT) for file in files}


def _stored(file: ExhibitFile) -> StoredObject:
    return StoredObject(object_id=file.object_id, size=file.size, sha256=file.sha256)
