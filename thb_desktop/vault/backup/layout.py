"""Layout: the files of a backup, its vault, and its newest snapshot.

    backup            whose it is, 58 bytes
    content/ab/...    the encrypted objects, as in the vault
    snapshot-N/       header, header.copy, vault.db, manifest: a finished backup; the highest N counts
    snapshot-N.part/  one that was being written; ignored

The file `backup`: magic 89 54 48 42 4B 0D 0A 1A, format version 2 (2 bytes), 16 random bytes, and the
HMAC-SHA256 of these bytes under the backup subkey. It is written first, so that an interrupted backup is
recognised. In version 1 the vault id stood in the place of the random bytes; the next backup replaces it.
"""

import hmac
import os
import re
import struct
from dataclasses import dataclass
from pathlib import Path

from thb_desktop.crypto.keyslots import ID_LENGTH
from thb_desktop.crypto.material import Randomness, draw, is_same
from thb_desktop.errors import (
    BackupDamagedError,
    BackupForeignError,
    BackupOtherKeyError,
    BackupPlaceError,
    NewerFormatError,
    NoBackupError,
)
from thb_desktop.vault.backup.manifest import MOST_LENGTH, Manifest
from thb_desktop.vault.layout import Layout
from thb_desktop.vault.system import is_folder, make_folder, medium, open_file, sync_folder, write_whole

_MARK = struct.Struct(f">8sH{ID_LENGTH}s32s")
_MAGIC = b"\x89THBK\r\n\x1a"
_NAMES_VAULT, _VERSION = 1, 2
_SNAPSHOT = re.compile(r"snapshot-([1-9][0-9]{0,9})", re.ASCII)
_PART = ".part"


@dataclass(frozen=True, slots=True)
class BackupLayout:
    """The parts of one backup's folder."""

    folder: Path

    @property
    def mark(self) -> Path:
        return self.folder / "backup"

    @property
    def content(self) -> Path:
        return self.folder / "content"

    def snapshot(self, number: int) -> "Snapshot":
        return Snapshot(self.folder / f"snapshot-{number}")

    def unfinished(self, number: int) -> "Snapshot":
        return Snapshot(self.folder / f"snapshot-{number}{_PART}")

    def numbers(self) -> tuple[int, ...]:
        """The numbers of the finished snapshots, the highest last.

        An empty folder does not count: a snapshot gets its name when it is complete, and putting an empty
        folder over it is as easy as deleting it.
        """
        named = [path for path in self.folder.iterdir() if _SNAPSHOT.fullmatch(path.name)]
        finished = (path for path in named if is_folder(path) and any(path.iterdir()))
        return tuple(sorted(Snapshot(path).number for path in finished))

    def newest(self) -> "Snapshot":
        """The newest snapshot. Raises NoBackupError if none was ever finished."""
        with medium():
            numbers = self.numbers() if is_folder(self.folder) else ()
        if not numbers:
            raise NoBackupError("there is no finished backup here")
        return self.snapshot(numbers[-1])

    def newest_manifest(self, vault_id: bytes, key: bytearray) -> Manifest | None:
        """The manifest of the newest snapshot; None if none was finished. Raises BackupDamagedError."""
        numbers = self.numbers()
        return self.snapshot(numbers[-1]).read_manifest(vault_id, key) if numbers else None

    def others(self, number: int) -> tuple[Path, ...]:
        """The other snapshots, finished or not."""
        own = self.snapshot(number).folder
        return tuple(
            path
            for path in self.folder.iterdir()
            if path != own and _SNAPSHOT.fullmatch(path.name.removesuffix(_PART)) and is_folder(path)
        )

    def take(self, vault_id: bytes, key: bytearray, randomness: Randomness) -> None:
        """Make the folder, or verify that it is the backup of this vault; touches nothing else.

        Raises BackupForeignError, BackupOtherKeyError, NewerFormatError, BackupDamagedError.
        """
        if not os.path.lexists(self.folder):
            make_folder(self.folder)
            sync_folder(self.folder.parent)
        if not is_folder(self.folder):
            raise BackupForeignError("the place for the backup is not a folder")
        if any(path.name != "backup.new" for path in self.folder.iterdir()):
            is_current = self.verify_of(vault_id, key)
        else:
            is_current = False
        if not is_current:
            write_whole(self.mark, _mark(_VERSION, draw(randomness, ID_LENGTH), key))
        if not is_folder(self.content):
            make_folder(self.content)
            sync_folder(self.folder)

    def verify_of(self, vault_id: bytes, key: bytearray) -> bool:
        """Raise an error unless this folder is a backup of this vault under this key.

        Returns whether it says so in the present form.
        """
        try:
            with open_file(self.mark) as file:
                found = file.read(_MARK.size + 1)
        except FileNotFoundError:
            raise BackupForeignError("the folder contains something else than a backup") from None
        if not found.startswith(_MAGIC):
            raise BackupForeignError("the folder contains something else than a backup")
        if len(found) != _MARK.size:
            raise BackupDamagedError("the identification file of the backup has a wrong length")
        _, version, named, _ = _MARK.unpack(found)
        if version > _VERSION:
            raise NewerFormatError("the backup was written by a newer version of this program")
        if version == _NAMES_VAULT and named != vault_id:
            raise BackupForeignError("the folder contains the backup of another vault")
        if not is_same(found, _mark(version, named, key)):
            raise BackupOtherKeyError(
                "the backup here is of another vault, or was made under another master key"
            )
        return bool(version == _VERSION)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The parts of one snapshot; its header and database are named as in a vault."""

    folder: Path

    @property
    def vault(self) -> Layout:
        return Layout(self.folder)

    @property
    def manifest(self) -> Path:
        return self.folder / "manifest"

    @property
    def number(self) -> int:
        return int(self.folder.name.removeprefix("snapshot-").removesuffix(_PART))

    def read_manifest(self, vault_id: bytes, key: bytearray) -> Manifest:
        """Return the manifest of this snapshot. Raises BackupDamagedError unless it is for this vault and
        number.
        """
        try:
            with open_file(self.manifest) as file:
                untrusted = file.read(MOST_LENGTH + 1)
        except FileNotFoundError:
            raise BackupDamagedError("the backup's manifest is missing") from None
        if len(untrusted) > MOST_LENGTH:
            raise BackupDamagedError("the backup's manifest is longer than any that this program writes")
        manifest = Manifest.from_bytes(untrusted, key)
        if (manifest.vault_id, manifest.number) != (vault_id, self.number):
            raise BackupDamagedError("the backup's manifest is that of another backup")
        return manifest


def verify_apart(inner: Path, outer: Path) -> None:
    """Raise BackupPlaceError if one of two folders is equal to the other or inside it."""
    one, other = inner.resolve(), outer.resolve()
    if one.is_relative_to(other) or other.is_relative_to(one):
        raise BackupPlaceError("a backup and its vault cannot be in the same folder")


def _mark(version: int, named: bytes, key: bytearray) -> bytes:
    said = _MARK.pack(_MAGIC, version, named, b"")[:-32]
    return said + hmac.digest(key, said, "sha256")
