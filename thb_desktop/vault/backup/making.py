"""Making: a verified copy of an open vault's encrypted parts; each object is copied once.

A backup is finished at the moment when the folder of its snapshot gets its name. If the work ends earlier,
the previous snapshot counts and everything that it names exists.
"""

import os
import re
import shutil
import stat
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Event

from thb_desktop.errors import (
    BackupAheadError,
    ContentDamagedError,
    ContentMissingError,
    DatabaseDamagedError,
    DiskFullError,
    HeaderDamagedError,
    ReadOnlyError,
)
from thb_desktop.vault.backup.copying import Progress, Steps, copy_part, digest_part
from thb_desktop.vault.backup.layout import BackupLayout, verify_apart
from thb_desktop.vault.backup.manifest import DATABASE, HEADER, ChainState, Manifest, Part
from thb_desktop.vault.batch import RESERVE, StoredObject
from thb_desktop.vault.content import ContentStore
from thb_desktop.vault.database import database_medium
from thb_desktop.vault.header import Header, read_header, write_header
from thb_desktop.vault.integrity import check_integrity
from thb_desktop.vault.layout import Layout
from thb_desktop.vault.places import ObjectPlaces
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

    copied, copied_bytes: how many objects were new. missing, damaged: the ids of objects that the vault
    lacks, and of those that are not what was stored; their copy is as bad, or an earlier one. kept: those of
    them with an earlier, also damaged copy that stays on the medium, because there may be no other. The
    manifest does not name it, so that the next backup reports it again. healed: the ids of objects whose copy
    on the medium was damaged or gone since the earlier backup, and was made again. same_medium: the backup is
    on the medium of the vault, and is lost with it.
    """

    manifest: Manifest
    copied: int
    copied_bytes: int
    missing: tuple[str, ...]
    damaged: tuple[str, ...]
    kept: tuple[str, ...]
    healed: tuple[str, ...]
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
    """Make a backup in one go; arguments and errors are those of `Making`."""
    making = Making(vault, folder, objects=objects, roots=roots, progress=progress, cancelled=cancelled)
    making.bring(objects)
    return making.finish(stand, made_at)


def _add_up(
    vault: Vault, places: ObjectPlaces, earlier: Manifest | None, objects: Sequence[StoredObject]
) -> tuple[int, int]:
    """Return how many bytes will be written, and how many read and written in all."""
    room = vault.layout.database.stat().st_size
    kept = 0
    for stored in objects:
        there = _size(places.of(stored.object_id))
        known = earlier.parts.get(stored.object_id) if earlier else None
        if there is None:
            room += _size(vault.content.places.of(stored.object_id)) or 0
        elif known:
            kept += known.size
    return room, 2 * room + kept


class Making:
    """One run over one folder: copies what is new, reads everything again, then finishes.

    `bring` needs neither the database nor the vault's thread, and may be called again if objects were added
    or erased meanwhile. Raises StorageError, DiskFullError, ReadOnlyError and CancelledError; then the
    earlier backup stays, and what was copied is not copied again next time.
    """

    def __init__(
        self,
        vault: Vault,
        folder: Path,
        *,
        objects: Sequence[StoredObject],
        roots: Collection[bytes],
        progress: Progress | None = None,
        cancelled: Event | None = None,
    ) -> None:
        """folder: a new or empty one, or an earlier backup of this vault. objects: all that rows name.

        roots: those of all heads of the event chain, so that a backup with more events is not replaced.
        Raises BackupPlaceError, BackupForeignError, BackupOtherKeyError, BackupAheadError and
        BackupDamagedError.
        """
        if vault.read_only:
            raise ReadOnlyError("a backup must be recorded, but the vault is open for reading only")
        verify_apart(folder, vault.folder)
        self.vault = vault
        self.copied = self.copied_bytes = 0
        self._parts: dict[str, Part] = {}
        self._missing: list[str] = []
        self._damaged: list[str] = []
        self._kept: list[str] = []
        self._healed: list[str] = []
        with medium():
            self.target = BackupLayout(folder)
            self.places = ObjectPlaces(folder=self.target.content, key=vault.content.key)
            self.target.take(vault.vault_id, vault.backup_key, vault.randomness)
            self.earlier = self.target.newest_manifest(vault.vault_id, vault.backup_key)
            if self.earlier is not None and self.earlier.stand.root not in roots:
                raise BackupAheadError("the backup contains events that this vault does not have")
            room, steps = _add_up(vault, self.places, self.earlier, objects)
            if free_space(folder) < room + RESERVE:
                raise DiskFullError("the medium has no room for this backup; nothing on it was changed")
        self.steps = Steps(total=steps, progress=progress, cancelled=cancelled)

    def bring(self, objects: Sequence[StoredObject]) -> None:
        """Copy the objects that rows name; existing correct copies stay."""
        self._parts = {}
        for told in (self._missing, self._damaged, self._kept):
            told.clear()
        with medium():
            self.places.rename_first()
            for stored in {each.object_id: each for each in objects}.values():
                self._bring_or_tell(stored)
            for place in {self.places.new(name).parent for name in self._parts}:
                sync_folder(place)
            sync_folder(self.target.content)

    def finish(self, stand: ChainState, made_at: datetime) -> Made:
        """Copy the database, which names the copied objects, and complete the snapshot.

        Call it in the vault's thread. stand: the state of the event chain. Raises DatabaseDamagedError.
        """
        with medium():
            manifest = self._finished(stand, made_at)
            named = {*self._parts, *self._missing, *self._damaged, *self._kept}
            _tidy(self.target, manifest, {self.places.new(object_id).name for object_id in named})
            same = self.target.folder.stat().st_dev == self.vault.folder.stat().st_dev
        return Made(
            manifest=manifest,
            copied=self.copied,
            copied_bytes=self.copied_bytes,
            missing=tuple(self._missing),
            damaged=tuple(self._damaged),
            kept=tuple(self._kept),
            healed=tuple(dict.fromkeys(self._healed)),
            same_medium=same,
        )

    def _bring_or_tell(self, stored: StoredObject) -> None:
        try:
            self._parts[stored.object_id] = self._bring(stored)
            return
        except ContentMissingError:
            self._missing.append(stored.object_id)
        except ContentDamagedError:
            self._damaged.append(stored.object_id)
        if os.path.lexists(self.places.new(stored.object_id)):
            self._kept.append(stored.object_id)

    def _bring(self, stored: StoredObject) -> Part:
        """Keep an existing correct copy, or make one; a new copy is decrypted once, on the medium."""
        path = self.places.new(stored.object_id)
        known = self.earlier.parts.get(stored.object_id) if self.earlier else None
        if known and self._digest(path, known.size) == known:
            return known
        part = self._copy(stored, path)
        if known:
            self._healed.append(stored.object_id)
        copies = ContentStore(
            folder=self.target.content,
            key=self.vault.content.key,
            vault_id=self.vault.vault_id,
            randomness=self.vault.randomness,
        )
        try:
            copies.verify(stored)
        except ContentDamagedError:
            self._damaged.append(stored.object_id)
        return part

    def _copy(self, stored: StoredObject, path: Path) -> Part:
        source = self.vault.content.places.of(stored.object_id)
        if (size := _size(source)) is None:
            raise ContentMissingError("a content object is missing from the vault")
        if (found := self._digest(path, size)) is not None and self._digest(source, size) == found:
            return found  # from an interrupted run
        if os.path.lexists(path):  # the existing copy may contain what the original has lost
            self.vault.content.verify(stored)
        if not is_folder(path.parent):
            make_folder(path.parent)
        part = copy_part(source, path, self.steps)
        self.copied += 1
        self.copied_bytes += part.size
        return part

    def _digest(self, path: Path, most: int) -> Part | None:
        """Return the digest of the existing copy; None if there is none, if it is too long, or if it cannot
        be read.
        """
        try:
            return digest_part(path, self.steps, most=most) if is_folder(path.parent) else None
        except (OSError, ContentDamagedError):
            return None

    def _finished(self, stand: ChainState, made_at: datetime) -> Manifest:
        """Write header, database and manifest into a folder, and give it the name that makes it count."""
        number = self.earlier.number + 1 if self.earlier else 1
        unfinished = self.target.unfinished(number)
        with suppress(FileNotFoundError):
            shutil.rmtree(unfinished.folder)
        make_folder(unfinished.folder)
        own = {HEADER: self._copy_header(unfinished.vault), DATABASE: self._copy_database(unfinished.vault)}
        manifest = Manifest(
            vault_id=self.vault.vault_id, number=number, made_at=made_at, stand=stand, parts=self._parts | own
        )
        with create_file(unfinished.manifest) as file:
            write_all(file, manifest.to_bytes(self.vault.backup_key, self.vault.randomness))
            sync_file(file)
        unfinished.read_manifest(self.vault.vault_id, self.vault.backup_key)
        sync_folder(unfinished.folder)
        self.steps.advance(0)
        with suppress(OSError):  # an empty folder, which is not a snapshot
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
        """Copy the pages unchanged, while the vault's lock and a read transaction protect them.

        Starting to read rolls back an interrupted transaction. The copy has the same key and salt.
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
            raise DatabaseDamagedError("the copy of the database is damaged; check the vault's health")
        self.vault.verify_own()
        return part


def _whole_header(vault: Vault) -> Header:
    """Return the header under which the vault is open, if a copy is still equal to it."""
    raw = vault.header.to_bytes()
    if any(read_header(path) == raw for path in (vault.layout.header, vault.layout.header_copy)):
        return vault.header
    raise HeaderDamagedError("both copies of the vault's header changed since the vault was opened")


def _tidy(target: BackupLayout, manifest: Manifest, named: Collection[str]) -> None:
    """Remove what no longer counts: older snapshots, unfinished copies, and objects that no row names.

    Best effort: what cannot be removed now is removed next time, and never used.
    """
    for folder in target.others(manifest.number):
        shutil.rmtree(folder, ignore_errors=True)
    for place in target.content.iterdir():
        for path in place.iterdir() if is_folder(place) else ():
            if _OBJECT.fullmatch(path.name) and path.name not in named:
                with suppress(OSError):
                    path.unlink()


def _size(path: Path) -> int | None:
    """Return the size of a regular file; None for anything else, and if it does not exist."""
    try:
        found = path.lstat()
    except OSError:
        return None
    return found.st_size if stat.S_ISREG(found.st_mode) else None
