"""Rekey: the same vault under a new master key, written beside the old one, which it then replaces.

Nothing is re-encrypted in place. The new folder has the same vault id, object ids and rows, other subkeys,
and keyslots for the users who are present. A crash leaves either the old vault or the new one complete under
the name, and perhaps the other beside it, which is never opened automatically.
"""

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from thb_desktop.crypto import recovery
from thb_desktop.crypto.derivation import KdfParameters
from thb_desktop.crypto.keyslots import Slot, SlotKind
from thb_desktop.crypto.material import draw, new_key, wipe
from thb_desktop.crypto.subkeys import Purpose, derive_subkey
from thb_desktop.errors import ContentDamagedError, DiskFullError, ReadOnlyError, UsageError
from thb_desktop.vault.backup.copying import Steps
from thb_desktop.vault.batch import RESERVE, Batch, StoredObject
from thb_desktop.vault.database import Migration, copy_database
from thb_desktop.vault.header import KnownHeader
from thb_desktop.vault.layout import Layout
from thb_desktop.vault.locks import hold_lock
from thb_desktop.vault.slots import NewSlot, verify_opens, write_both
from thb_desktop.vault.system import (
    create_file,
    free_space,
    make_folder,
    medium,
    swap_folders,
    sync_folder,
)
from thb_desktop.vault.unlocked import Vault, enter, passphrase_slot, recovery_slot
from thb_desktop.vault.unlocking import open_header


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """A user who is present: their passphrase, and the own key that it opened. The caller overwrites both."""

    passphrase: bytearray = field(repr=False)
    user_key: bytearray = field(repr=False)


def identify(vault: Vault, user_id: bytes, passphrase: bytearray) -> Present:
    """Identify a user by their passphrase. Raises WrongPassphraseError."""
    opened = vault.open_header(passphrase, SlotKind.PASSPHRASE, user_id)
    user_key = bytearray(opened.user_key)
    opened.wipe()
    return Present(passphrase=passphrase, user_key=user_key)


@contextmanager
def renewal(
    vault: Vault,
    present: Mapping[bytes, Present],
    *,
    objects: Sequence[StoredObject],
    parameters: KdfParameters,
    schema: Sequence[Migration] | None = None,
    watch: Steps,
) -> Iterator["Renewal"]:
    """Write the vault again beside the old one, under a new master key.

    At the end of the `with`, the folder beside is removed: the new vault, or the old one if the new one
    replaced it. present: by user id, at least the user who opened the vault. objects: all that rows name;
    each is compared with its digest, and a damaged one ends the work: repair the vault first. Raises
    ContentDamagedError, ContentMissingError, DiskFullError, ReadOnlyError, CancelledError.
    """
    if vault.read_only:
        raise ReadOnlyError("the vault is open for reading only")
    master_key, code = new_key(vault.randomness), recovery.generate(vault.randomness)
    beside = vault.folder.with_name(f".{vault.folder.name}.{draw(vault.randomness, 8).hex()}.rekey")
    try:
        with medium():
            if free_space(vault.folder.parent) < _size(vault) + RESERVE:
                raise DiskFullError(
                    "the medium has no room for a second copy of the vault; nothing was changed"
                )
            make_folder(beside)
        made = Renewal(old=vault, beside=Layout(beside), recovery_code=code)
        try:
            made.write(
                master_key, present, objects=objects, parameters=parameters, schema=schema, watch=watch
            )
            yield made
        finally:
            made.end()
    finally:
        wipe(master_key, code)


@dataclass(slots=True, kw_only=True)
class Renewal:
    """A vault under a new key, still beside the old one.

    recovery_code: of the user who opened the old one, for `recovery.to_text`; overwritten at the end.
    """

    old: Vault
    beside: Layout
    recovery_code: bytearray = field(repr=False)
    _vault: Vault | None = None
    _is_placed: bool = False
    _is_durable: bool = False

    @property
    def vault(self) -> Vault:
        """The new vault, open."""
        if self._vault is None:
            raise UsageError("the vault under the new key is not open")
        return self._vault

    @property
    def absent(self) -> tuple[Slot, ...]:
        """The passphrase slots of the absent users: they still open their owners' own keys."""
        here = {slot.user_id for slot in self.vault.slots}
        passphrases = (slot for slot in self.old.slots if slot.kind is SlotKind.PASSPHRASE)
        return tuple(slot for slot in passphrases if slot.user_id not in here)

    @property
    def is_old_removed(self) -> bool:
        return self._is_placed and not os.path.lexists(self.beside.folder)

    def write(
        self,
        master_key: bytearray,
        present: Mapping[bytes, Present],
        *,
        objects: Sequence[StoredObject],
        parameters: KdfParameters,
        schema: Sequence[Migration] | None,
        watch: Steps,
    ) -> None:
        """Write every part, and open the new vault from the disk."""
        new = self._slots(present, parameters)
        slots = [one.wrapping(master_key, self.old.vault_id, self.old.randomness) for one in new]
        with medium():
            make_folder(self.beside.content)
            create_file(self.beside.lock).close()
            header = KnownHeader(vault_id=self.old.vault_id, epoch=self.old.epoch + 1, slots=tuple(slots))
            write_both(self.beside, header, master_key)
        for one, slot in zip(new, slots, strict=True):
            verify_opens(self.beside, one, slot, master_key)
        self._copy_database(master_key, watch)
        opened = open_header(self.beside, self.recovery_code, kind=SlotKind.RECOVERY)
        try:
            with medium():
                lock = hold_lock(self.beside.lock)
            try:
                self._vault = enter(self.beside, lock, opened, steps=schema, randomness=self.old.randomness)
            except BaseException:
                lock.release()
                raise
        finally:
            opened.wipe()
        self._copy_objects(objects, watch)

    def put_in_place(self) -> None:
        """Close the new vault and let it take the name; the old one is then beside it.

        Raises StorageError only while nothing has changed, and nothing after the names were changed.
        """
        self.close()
        with medium():
            sync_folder(self.beside.folder)
            swap_folders(self.beside.folder, self.old.folder)
        self._is_placed = True
        with suppress(OSError):
            sync_folder(self.old.folder.parent)
            self._is_durable = True

    def close(self) -> None:
        if self._vault is not None:
            self._vault.close()
            self._vault = None

    def end(self) -> None:
        """Remove the folder beside, unless a power cut could still bring the old name back."""
        self.close()
        if self._is_durable or not self._is_placed:
            shutil.rmtree(self.beside.folder, ignore_errors=True)

    def _slots(self, present: Mapping[bytes, Present], parameters: KdfParameters) -> list[NewSlot]:
        new = [
            passphrase_slot(user_id, each.passphrase, each.user_key, parameters)
            for user_id, each in present.items()
        ]
        return [*new, recovery_slot(self.old.user_id, self.recovery_code, self.old.user_key)]

    def _copy_database(self, master_key: bytearray, watch: Steps) -> None:
        key = derive_subkey(master_key, self.old.vault_id, Purpose.DATABASE)
        try:
            copy_database(self.old.connection, self.beside.database, key, step=watch.advance)
            self.old.verify_own()
        finally:
            wipe(key)

    def _copy_objects(self, objects: Sequence[StoredObject], watch: Steps) -> None:
        """Encrypt each object again under its own name; objects that no row names are copied if they are
        complete.
        """
        named = {stored.object_id: stored for stored in objects}
        with self.vault.content.batch() as batch:
            for stored in named.values():
                if self._copied(batch, stored, watch) != stored:
                    raise ContentDamagedError("the digest of a content object is not as recorded")
            for object_id in set(self.old.content.object_ids()) - named.keys():
                with suppress(ContentDamagedError):
                    size = self.old.content.find_size(object_id)
                    self._copied(batch, StoredObject(object_id=object_id, size=size, sha256=""), watch)

    def _copied(self, batch: Batch, stored: StoredObject, watch: Steps) -> StoredObject:
        done = 0

        def tell(now: int, _: int) -> None:
            nonlocal done
            watch.advance(now - done)
            done = now

        with self.old.content.reader(stored.object_id, stored.size) as reader:
            return batch.add(
                reader,
                expected=stored.size,
                progress=tell,
                cancelled=watch.cancelled,
                object_id=stored.object_id,
            )


def _size(vault: Vault) -> int:
    """Return the bytes of the vault's database and objects."""
    objects = (path.lstat().st_size for path in vault.layout.content.rglob("*") if path.is_file())
    return vault.layout.database.stat().st_size + sum(objects)
