"""Making: a verified copy of an open vault's encrypted parts, where each object is copied once.

A backup is finished at one moment, when the folder of its snapshot gets its name: whatever ends the work
before, the snapshot before counts and all that it names is there.
"""

import os
import re
import shutil
import stat
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Event

from thb_desktop.errors import (
    BackupAheadError,
    ContentDamagedError,
    ContentMissingError,
    DatabaseDamagedError,
    DiskFullError,
    FormatError,
    HeaderDamagedError,
    ReadOnlyError,
    ThbError,
)
from thb_desktop.vault.backup.copying import Progress, Steps, copy_part, digest_part
from thb_desktop.vault.backup.layout import BackupLayout, verify_apart
from thb_desktop.vault.backup.manifest import DATABASE, HEADER, ChainState, Manifest, Part
from thb_desktop.vault.batch import RESERVE, StoredObject
from thb_desktop.vault.content import ContentStore
from thb_desktop.vault.database import check_integrity, database_medium
from thb_desktop.vault.header import Header, read_header, write_header
from thb_desktop.vault.layout import Layout
from thb_desktop.vault.system import (
    create_file,
    free_space,
    is_folder,
    make_folder,
    medium,
    sync_file,
    sync_folder,
    write_all,
)
from thb_desktop.vault.unlocked import Vault

_OBJECT = re.compile(r"[0-9a-f]{32}(\.part)?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A finished backup.

    copied, copied_bytes: how many objects were not there yet. missing, damaged: the ids of objects that the
    vault lacks, and of those that are not what was stored; the copy of these is as bad, or an earlier one.
    kept: those of them of which an earlier copy, that is not whole either, stays on the medium: it may be all
    that is left. The manifest does not name it, so that the next backup tells of it again.
    same_medium: the backup lies on the medium of the vault, and dies with it.
    """

    manifest: Manifest
    copied: int
    copied_bytes: int
    missing: tuple[str, ...]
    damaged: tuple[str, ...]
    kept: tuple[str, ...]
    same_medium: bool


def make_backup(
    vault: Vault,
    folder: Path,
    *,
    objects: Sequence[StoredObject],
    stand: ChainState,
    roots: Collection[bytes],
    made_at: datetime,
    progress: Progress | None = None,
    cancelled: Event | None = None,
) -> Made:
    """Copy what is new onto the medium, read everything there again, and finish the snapshot at one stroke.

    folder: a new or empty one, or an earlier backup of this vault. objects: all that rows name. stand: where
    the event chain stands. roots: those of all its heads, so that a backup that knows more is not replaced.
    Raises BackupPlaceError, BackupForeignError, BackupOtherKeyError, BackupAheadError, BackupDamagedError,
    DatabaseDamagedError, DiskFullError, ReadOnlyError, StorageError, CancelledError; the backup that stood
    there stays then, and what was copied is not copied again next time.
    """
    if vault.read_only:
        raise ReadOnlyError("a backup is recorded, and the vault is open for reading only")
    verify_apart(folder, vault.folder)
    with medium():
        target = BackupLayout(folder)
        target.take(vault.vault_id, vault.backup_key)
        earlier = target.newest_manifest(vault.vault_id, vault.backup_key)
        if earlier is not None and earlier.stand.root not in roots:
            raise BackupAheadError("the backup here tells of events that this vault does not know")
        room, steps = _add_up(vault, target, earlier, objects)
        if free_space(folder) < room + RESERVE:
            raise DiskFullError(
                "the medium has no room for this backup; nothing that stood there was changed"
            )
        making = _Making(vault, target, earlier, Steps(total=steps, progress=progress, cancelled=cancelled))
        parts = making.bring_objects(objects)
        manifest = making.finish(parts, stand, made_at)
        _tidy(target, manifest, {stored.object_id for stored in objects})
        same = folder.stat().st_dev == vault.folder.stat().st_dev
    return Made(
        manifest=manifest,
        copied=making.copied,
        copied_bytes=making.copied_bytes,
        missing=tuple(making.missing),
        damaged=tuple(making.damaged),
        kept=tuple(making.kept),
        same_medium=same,
    )


def _add_up(
    vault: Vault, target: BackupLayout, earlier: Manifest | None, objects: Sequence[StoredObject]
) -> tuple[int, int]:
    """How many bytes will be written, and how many read and written in all."""
    room = vault.layout.database.stat().st_size
    kept = 0
    for stored in objects:
        there = _size(target.object(stored.object_id))
        known = earlier.parts.get(stored.object_id) if earlier else None
        if there is None:
            room += _size(_object(vault, stored)) or 0
        elif known:
            kept += known.size
    return room, 2 * room + kept


@dataclass(slots=True)
class _Making:
    """One run over one folder."""

    vault: Vault
    target: BackupLayout
    earlier: Manifest | None
    steps: Steps
    copied: int = 0
    copied_bytes: int = 0
    missing: list[str] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def bring_objects(self, objects: Sequence[StoredObject]) -> dict[str, Part]:
        parts: dict[str, Part] = {}
        for stored in {each.object_id: each for each in objects}.values():
            try:
                parts[stored.object_id] = self._bring(stored)
                continue
            except ContentMissingError:
                self.missing.append(stored.object_id)
            except ContentDamagedError:
                self.damaged.append(stored.object_id)
            if os.path.lexists(self.target.object(stored.object_id)):
                self.kept.append(stored.object_id)
        for place in {self.target.object(name).parent for name in parts}:
            sync_folder(place)
        sync_folder(self.target.content)
        return parts

    def _bring(self, stored: StoredObject) -> Part:
        """Keep the copy that is there and right, or make one; what is new is decrypted once, there."""
        path = self.target.object(stored.object_id)
        known = self.earlier.parts.get(stored.object_id) if self.earlier else None
        if known and self._digest(path, known.size) == known:
            return known
        part = self._copy(stored, path)
        copies = ContentStore(
            folder=self.target.content,
            key=self.vault.content.key,
            vault_id=self.vault.vault_id,
            randomness=self.vault.randomness,
        )
        try:
            copies.verify(stored)
        except ContentDamagedError:
            self.damaged.append(stored.object_id)
        return part

    def _copy(self, stored: StoredObject, path: Path) -> Part:
        source = _object(self.vault, stored)
        if (size := _size(source)) is None:
            raise ContentMissingError("a content object is missing from the vault")
        if (found := self._digest(path, size)) is not None and self._digest(source, size) == found:
            return found  # from a run that was cut short
        if os.path.lexists(path):  # what lies there may hold what the original has lost
            self.vault.content.verify(stored)
        if not is_folder(path.parent):
            make_folder(path.parent)
        part = copy_part(source, path, self.steps)
        self.copied += 1
        self.copied_bytes += part.size
        return part

    def _digest(self, path: Path, most: int) -> Part | None:
        """What lies there; None for nothing, for what is longer, and for what the medium cannot give back."""
        try:
            return digest_part(path, self.steps, most=most) if is_folder(path.parent) else None
        except (OSError, ContentDamagedError):
            return None

    def finish(self, parts: dict[str, Part], stand: ChainState, made_at: datetime) -> Manifest:
        """Put header, database and manifest into a folder, and give it the name by which it counts."""
        number = self.earlier.number + 1 if self.earlier else 1
        unfinished = self.target.unfinished(number)
        with suppress(FileNotFoundError):
            shutil.rmtree(unfinished.folder)
        make_folder(unfinished.folder)
        own = {HEADER: self._copy_header(unfinished.vault), DATABASE: self._copy_database(unfinished.vault)}
        manifest = Manifest(
            vault_id=self.vault.vault_id, number=number, made_at=made_at, stand=stand, parts=parts | own
        )
        with create_file(unfinished.manifest) as file:
            write_all(file, manifest.to_bytes(self.vault.backup_key))
            sync_file(file)
        unfinished.read_manifest(self.vault.vault_id, self.vault.backup_key)
        sync_folder(unfinished.folder)
        self.steps.advance(0)
        with suppress(OSError):  # an empty folder, which is no snapshot
            self.target.snapshot(number).folder.rmdir()
        unfinished.folder.rename(self.target.snapshot(number).folder)
        sync_folder(self.target.folder)
        return manifest

    def _copy_header(self, into: Layout) -> Part:
        header = _whole_header(self.vault)
        write_header(into.header, header)
        write_header(into.header_copy, header)
        part = digest_part(into.header, self.steps)
        if digest_part(into.header_copy, self.steps) != part:
            raise HeaderDamagedError("the two copies of the header in the backup differ")
        return part

    def _copy_database(self, into: Layout) -> Part:
        """Copy the pages as they lie, while the vault's lock and a reading transaction keep them still.

        Beginning to read takes back a transaction that was cut short. The copy has the same key and salt.
        """
        connection = self.vault.connection
        with database_medium():
            connection.execute("BEGIN")
            try:
                connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
                part = copy_part(self.vault.layout.database, into.database, self.steps)
            except ContentDamagedError:
                raise DatabaseDamagedError("the database cannot be read to its end") from None
            finally:
                connection.execute("ROLLBACK")
        if check_integrity(into.database, self.vault.database_key):
            raise DatabaseDamagedError("the copy of the database is not whole; check the vault's health")
        return part


def _whole_header(vault: Vault) -> Header:
    """The header under which the vault is open, from the copy that still says so."""
    for path in (vault.layout.header, vault.layout.header_copy):
        try:
            header = Header.from_bytes(read_header(path) or b"")
        except (ThbError, FormatError):
            continue
        if header.vault_id == vault.vault_id and header.slots == vault.slots:
            return header
    raise HeaderDamagedError("no copy of the vault's header is as it was when the vault was opened")


def _tidy(target: BackupLayout, manifest: Manifest, named: Collection[str]) -> None:
    """Remove what counts no more: older snapshots, unfinished copies, and objects that no row names.

    Best effort: what stays is removed next time, and never obeyed.
    """
    for folder in target.others(manifest.number):
        shutil.rmtree(folder, ignore_errors=True)
    for place in target.content.iterdir():
        for path in place.iterdir() if is_folder(place) else ():
            if _OBJECT.fullmatch(path.name) and path.name not in named:
                with suppress(OSError):
                    path.unlink()


def _object(vault: Vault, stored: StoredObject) -> Path:
    return vault.layout.content / stored.object_id[:2] / stored.object_id


def _size(path: Path) -> int | None:
    """How large a regular file is; None for anything else, and for nothing."""
    try:
        found = path.lstat()
    except OSError:
        return None
    return found.st_size if stat.S_ISREG(found.st_mode) else None
