"""Backups: a vault's encrypted parts on another medium, and their events."""

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
from thb_desktop.vault.backup.making import Made, Making
from thb_desktop.vault.backup.manifest import ChainState
from thb_desktop.vault.content import StoredObject
from thb_desktop.vault.database import Connection, database_medium
from thb_desktop.vault.tables import chain, counts, registry

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupReport:
    """A finished backup. number: its ordinal in the folder. code: short code of its state.

    size: bytes of all parts. files, copied, copied_bytes: the number of its files, and what of it was new.
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

    label: the name of the medium, for the event. progress: bytes done and to do. Raises BackupPlaceError,
    BackupForeignError, BackupOtherKeyError, BackupAheadError, BackupDamagedError, DatabaseDamagedError,
    DiskFullError, ReadOnlyError, SetBackError, TablesDifferError, CancelledError; then an earlier backup
    stays complete.
    """
    backup = begin_backup(session, folder, label=label, progress=progress, cancelled=cancelled)
    backup.bring()
    report = end_backup(session, backup, label=label)
    while report is None:
        backup.bring()
        report = end_backup(session, backup, label=label)
    return report


@dataclass(slots=True, kw_only=True)
class BackupUnderWay:
    """A backup whose stored files are brought by any thread. objects: what it is to hold."""

    making: Making
    objects: tuple[StoredObject, ...]

    def bring(self) -> None:
        """Copy what is new and read everything again; the database is neither read nor written."""
        self.making.bring(self.objects)


@permitted(Right.BACK_UP)
def begin_backup(
    session: Session,
    folder: Path,
    *,
    label: str = "",
    progress: Progress | None = None,
    cancelled: Event | None = None,
) -> BackupUnderWay:
    """Begin a backup, which another thread goes on with; arguments and errors are those of `make_backup`.

    An event records it before the first file is copied, so that an erasure can name a backup that was
    stopped.
    """
    session.verify_writable()
    objects = _named(session)
    making = Making(
        session.vault,
        folder,
        objects=objects,
        roots={signed.parsed().root for signed in chain.heads(session.read)},
        progress=progress,
        cancelled=cancelled,
    )
    with session.work() as work:
        work.record(session.vault_id, VaultAction.BACKUP_BEGUN, label.strip())
    return BackupUnderWay(making=making, objects=objects)


@permitted(Right.BACK_UP)
def end_backup(session: Session, backup: BackupUnderWay, *, label: str = "") -> BackupReport | None:
    """Finish a backup with the database as it is now, and record it.

    None where files were added or erased meanwhile: they are to be brought first, for the database names
    them. Errors are those of `make_backup`.
    """
    session.verify_writable()
    named = _named(session)
    if named != backup.objects:
        backup.objects = named
        return None
    newest = list(chain.heads(session.read))[-1].parsed()
    with database_medium():
        made = backup.making.finish(
            ChainState(root=newest.root, code=newest.short_code), session.clock.read().at
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
    """List the backups that were made and tested, in the order of the event chain."""
    return tuple(recorded_backups(session.read, session.vault_id))


def _found(session: Session, made: Made) -> Iterator[Finding]:
    names = exhibit_names(session.read)
    for object_id in made.missing:
        kept = object_id in made.kept
        yield broken("content-missing.kept" if kept else "content-missing.vault", names[object_id])
    for object_id in made.damaged:
        kept = object_id in made.kept
        yield broken("content-damaged.kept" if kept else "content-damaged.vault", names[object_id])
    for object_id in made.healed:
        yield unknown("backup-healed.file", names.get(object_id, NO_EXHIBIT))
    if not (made.missing or made.damaged):
        yield holds("backup.made")
    if made.same_medium:
        yield unknown("same-medium")


ExhibitName = Mapping[str, Value]
"""The number of an exhibit and the reference of its case, because numbers repeat."""
NO_EXHIBIT: ExhibitName = {"exhibit": "?", "case_file": "?"}


def exhibit_names(connection: Connection) -> dict[str, ExhibitName]:
    """Return the exhibit of each stored object."""
    cases = {case.id: case.reference for case in registry.CASE_FILE.all(connection)}
    exhibits: Mapping[str, ExhibitName] = {
        exhibit.id: {"exhibit": exhibit.number, "case_file": cases.get(exhibit.case_id, "?")}
        for exhibit in registry.EXHIBIT.all(connection)
    }
    files = registry.EXHIBIT_FILE.all(connection)
    return {file.object_id: exhibits.get(file.exhibit_id, NO_EXHIBIT) for file in files}


def _named(session: Session) -> tuple[StoredObject, ...]:
    """What rows name and was not erased."""
    gone = counts.erased_objects(session.read)
    files = registry.EXHIBIT_FILE.all(session.read)
    return tuple(_stored(file) for file in files if file.object_id not in gone)


def _stored(file: ExhibitFile) -> StoredObject:
    return StoredObject(object_id=file.object_id, size=file.size, sha256=file.sha256)
