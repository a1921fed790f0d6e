"""Restoring: a whole vault made from a backup; every part is compared with the manifest."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from threading import Event

from thb_desktop.crypto.keyslots import SlotKind
from thb_desktop.crypto.material import Randomness, draw, wipe
from thb_desktop.crypto.subkeys import Purpose, derive_subkey
from thb_desktop.errors import (
    AlreadyExistsError,
    BackupDamagedError,
    ContentDamagedError,
    DiskFullError,
)
from thb_desktop.vault.backup.copying import Progress, Steps, copy_part
from thb_desktop.vault.backup.layout import BackupLayout, Snapshot, verify_apart
from thb_desktop.vault.backup.manifest import DATABASE, HEADER, Manifest, Part
from thb_desktop.vault.batch import RESERVE
from thb_desktop.vault.database import Migration
from thb_desktop.vault.header import Header, write_header
from thb_desktop.vault.layout import Layout
from thb_desktop.vault.locks import hold_lock
from thb_desktop.vault.places import ObjectPlaces
from thb_desktop.vault.system import (
    create_file,
    free_space,
    is_folder,
    make_folder,
    medium,
    sync_folder,
)
from thb_desktop.vault.unlocked import Vault, enter
from thb_desktop.vault.unlocking import Opened, open_header
from thb_desktop.vault.vault import discard_vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """A vault made from a backup, open. damaged: ids of objects that are missing or damaged in the backup.

    healed: whether one copy of the header in the backup was missing or damaged, and the other served.
    """

    vault: Vault
    manifest: Manifest
    damaged: tuple[str, ...]
    healed: bool = False


def restore_backup(
    folder: Path,
    into: Path,
    secret: bytearray,
    *,
    kind: SlotKind = SlotKind.PASSPHRASE,
    incomplete: bool = False,
    randomness: Randomness,
    steps: Sequence[Migration] | None = None,
    progress: Progress | None = None,
    cancelled: Event | None = None,
) -> Restored:
    """Restore a backup in a new folder, or make nothing.

    secret: a passphrase as `passphrases.prepare` returns it, or a recovery code as `recovery.from_text` reads
    it, of the time of the backup; overwritten. incomplete: continue without objects that are damaged or
    missing. Everything is written into a sibling folder, which takes its name last. Raises NoBackupError,
    AlreadyExistsError, BackupPlaceError, BackupDamagedError, DiskFullError, ReadOnlyError, CancelledError,
    and what opening a header raises.
    """
    try:
        _verify_free(into)
        verify_apart(into, folder)
        backup = BackupLayout(folder)
        snapshot = backup.newest()
        opened = open_header(snapshot.vault, secret, kind=kind)
    finally:
        wipe(secret)
    try:
        with medium(), _becoming(into, randomness) as beside:
            manifest = _read_manifest(snapshot, opened)
            if free_space(beside) < manifest.size + RESERVE:
                raise DiskFullError("the medium has no room for the vault; nothing was changed")
            watch = Steps(total=2 * manifest.size, progress=progress, cancelled=cancelled)
            _make_own_parts(Layout(beside), opened.stored, manifest)
            with _subkey(opened, Purpose.CONTENT) as key:
                damaged = _bring(backup, snapshot, Layout(beside), manifest, content_key=key, steps=watch)
            if damaged and not incomplete:
                raise BackupDamagedError(f"{len(damaged)} part(s) of the backup are damaged or missing")
            _entered(Layout(beside), opened, steps, randomness).close()
        try:
            vault = _entered(Layout(into), opened, steps, randomness)
        except BaseException:
            discard_vault(into, randomness)
            raise
    finally:
        opened.wipe()
    return Restored(vault=vault, manifest=manifest, damaged=damaged, healed=bool(opened.stale))


@contextmanager
def _becoming(folder: Path, randomness: Randomness) -> Iterator[Path]:
    """Make a new sibling folder, which takes the name at the end of the `with`, or is removed."""
    beside = folder.with_name(f".{folder.name}.{draw(randomness, 8).hex()}.new")
    make_folder(beside)
    made = beside
    try:
        yield beside
        sync_folder(beside)
        _verify_free(folder)
        made = beside.rename(folder)
        sync_folder(folder.parent)
    except BaseException:
        discard_vault(made, randomness)
        raise


def _entered(
    layout: Layout, opened: Opened, steps: Sequence[Migration] | None, randomness: Randomness
) -> Vault:
    with medium():
        lock = hold_lock(layout.lock)
    try:
        return enter(layout, lock, replace(opened, stale=()), steps=steps, randomness=randomness)
    except BaseException:
        lock.release()
        raise


def _read_manifest(snapshot: Snapshot, opened: Opened) -> Manifest:
    with _subkey(opened, Purpose.BACKUP) as key:
        return snapshot.read_manifest(opened.header.vault_id, key)


@contextmanager
def _subkey(opened: Opened, purpose: Purpose) -> Iterator[bytearray]:
    key = derive_subkey(opened.master_key, opened.header.vault_id, purpose)
    try:
        yield key
    finally:
        wipe(key)


def _make_own_parts(into: Layout, header: Header, manifest: Manifest) -> None:
    """Write the header that opened, if it belongs to this snapshot, and the empty parts."""
    raw = header.to_bytes()
    if Part(size=len(raw), sha256=sha256(raw).hexdigest()) != manifest.parts[HEADER]:
        raise BackupDamagedError("the header in the backup is not the one that was written")
    write_header(into.header, header)
    write_header(into.header_copy, header)
    create_file(into.lock).close()
    make_folder(into.content)


def _bring(
    backup: BackupLayout,
    snapshot: Snapshot,
    into: Layout,
    manifest: Manifest,
    *,
    content_key: bytearray,
    steps: Steps,
) -> tuple[str, ...]:
    """Copy database and objects; return the objects that could not be copied completely."""
    if not _copied(snapshot.vault.database, into.database, manifest.parts[DATABASE], steps):
        raise BackupDamagedError("the database in the backup is not the one that was written")
    damaged = []
    stored, made = (ObjectPlaces(folder=folder, key=content_key) for folder in (backup.content, into.content))
    for object_id, part in manifest.objects.items():
        target = made.new(object_id)
        if not is_folder(target.parent):
            make_folder(target.parent)
        if not _copied(stored.of(object_id), target, part, steps):
            damaged.append(object_id)
    for place in into.content.iterdir():
        sync_folder(place)
    sync_folder(into.content)
    return tuple(damaged)


def _copied(source: Path, target: Path, part: Part, steps: Steps) -> bool:
    """Copy one part; return whether it exists and is correct."""
    try:
        return is_folder(source.parent) and copy_part(source, target, steps, most=part.size) == part
    except (FileNotFoundError, ContentDamagedError):
        return False


def _verify_free(folder: Path) -> None:
    if os.path.lexists(folder):
        raise AlreadyExistsError("something with this name already exists")
