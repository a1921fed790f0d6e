"""Unlocked: a vault while it is open, and what its user may do with the ways to open it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

from thb_desktop.crypto import recovery
from thb_desktop.crypto.derivation import KdfParameters
from thb_desktop.crypto.keyslots import SlotKind
from thb_desktop.crypto.material import Randomness, wipe
from thb_desktop.crypto.passphrases import verify_strong_enough
from thb_desktop.crypto.subkeys import Purpose, derive_subkey
from thb_desktop.errors import AlreadyExistsError, ReadOnlyError, StorageError
from thb_desktop.vault.content import ContentStore
from thb_desktop.vault.database import (
    Connection,
    Migration,
    check_integrity,
    create_database,
    open_database,
)
from thb_desktop.vault.header import Header, write_header
from thb_desktop.vault.layout import Layout
from thb_desktop.vault.slots import NewSlot, add_slot, remove_slots, replace_slot
from thb_desktop.vault.system import HeldLock, medium
from thb_desktop.vault.unlocking import Opened, open_header


@dataclass(slots=True, kw_only=True)
class Vault:
    """An unlocked vault; it belongs to the thread that opened it.

    user_id, user_key: who opened it, and the key that their private keys are sealed under. epoch: of
    the header; one that is lower than the database remembers means that an older header was put back.
    mended: parts that were damaged, missing or older and were restored; unmended: those that could not
    be written. The caller says so.
    """

    layout: Layout
    vault_id: bytes
    user_id: bytes
    epoch: int
    connection: Connection = field(repr=False)
    content: ContentStore = field(repr=False)
    user_key: bytearray = field(repr=False)
    anchor_key: bytearray = field(repr=False)
    database_key: bytearray = field(repr=False)
    lock: HeldLock = field(repr=False)
    randomness: Randomness = field(repr=False)
    read_only: bool = False
    mended: tuple[str, ...] = ()
    unmended: tuple[str, ...] = ()

    @property
    def folder(self) -> Path:
        return self.layout.folder

    def check_database(self) -> tuple[str, ...]:
        """What is wrong with the database's pages and structure; nothing if all is well."""
        return check_integrity(self.layout.database, self.database_key)

    def remember_epoch(self, epoch: int) -> None:
        """Let the next change of the header lead beyond this epoch, so that older headers stay older."""
        self.epoch = max(self.epoch, epoch)

    def change_passphrase(
        self, current: bytearray, new: bytearray, parameters: KdfParameters, *, by_code: bool = False
    ) -> None:
        """Give this user another passphrase; the old one opens nothing any more.

        current: the old passphrase, or with `by_code` the recovery code as `recovery.from_text` reads
        it. The new slot is flushed and tested before the old is taken away. Both secrets are
        overwritten, whatever happens.
        """
        kind = SlotKind.RECOVERY if by_code else SlotKind.PASSPHRASE
        try:
            verify_strong_enough(new.decode())
            opened = self._reopen(current, kind)
            try:
                slot = NewSlot(
                    kind=SlotKind.PASSPHRASE,
                    user_id=self.user_id,
                    secret=new,
                    user_key=opened.user_key,
                    parameters=parameters,
                )
                header = replace_slot(
                    self.layout,
                    opened,
                    slot,
                    replaces=lambda old: old.kind is SlotKind.PASSPHRASE and old.user_id == self.user_id,
                    randomness=self.randomness,
                )
            finally:
                opened.wipe()
            self.epoch = header.epoch
        finally:
            wipe(current, new)

    def renew_recovery_code(self, passphrase: bytearray) -> bytearray:
        """Replace this user's recovery code; returns the new one for `recovery.to_text`."""
        opened = self._reopen(passphrase)
        try:
            code = recovery.generate(self.randomness)
            slot = recovery_slot(self.user_id, code, opened.user_key)
            header = replace_slot(
                self.layout,
                opened,
                slot,
                replaces=lambda old: old.kind is SlotKind.RECOVERY and old.user_id == self.user_id,
                randomness=self.randomness,
            )
        finally:
            opened.wipe()
        self.epoch = header.epoch
        return code

    def add_user(
        self,
        passphrase: bytearray,
        *,
        user_id: bytes,
        user_key: bytearray,
        their_passphrase: bytearray,
        parameters: KdfParameters,
    ) -> None:
        """Let another user open the vault by their own passphrase; `passphrase` is that of who allows it.

        AlreadyExistsError if that user has one: a second would stay when the first is changed.
        """
        try:
            verify_strong_enough(their_passphrase.decode())
            opened = self._reopen(passphrase)
            try:
                if any(
                    slot.kind is SlotKind.PASSPHRASE and slot.user_id == user_id
                    for slot in opened.header.slots
                ):
                    raise AlreadyExistsError("this user has a passphrase for the vault already")
                slot = NewSlot(
                    kind=SlotKind.PASSPHRASE,
                    user_id=user_id,
                    secret=their_passphrase,
                    user_key=user_key,
                    parameters=parameters,
                )
                self.epoch = add_slot(self.layout, opened, slot, randomness=self.randomness).epoch
            finally:
                opened.wipe()
        finally:
            wipe(passphrase, their_passphrase)

    def remove_user(self, passphrase: bytearray, *, user_id: bytes) -> None:
        """Take a user's passphrase and recovery code away; `passphrase` is that of who decides.

        LastSlotError if it is the last passphrase. If the code was the vault's only one, renew it next.
        """
        opened = self._reopen(passphrase)
        try:
            self.epoch = remove_slots(self.layout, opened, user_id=user_id).epoch
        finally:
            opened.wipe()

    def close(self) -> None:
        """Close the database, overwrite the keys, let the lock go; end the process too to be sure."""
        self.connection.close()
        wipe(self.user_key, self.anchor_key, self.database_key, self.content.key)
        self.lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _reopen(self, secret: bytearray, kind: SlotKind = SlotKind.PASSPHRASE) -> Opened:
        """Open the header anew to change it; the secret is overwritten. The next epoch tops any known one."""
        try:
            if self.read_only:
                raise ReadOnlyError("the vault is open for reading only")
            opened = open_header(self.layout, secret, kind=kind, user_id=self.user_id)
        finally:
            wipe(secret)
        header = replace(opened.header, epoch=max(self.epoch, opened.header.epoch))
        return replace(opened, header=header)


def recovery_slot(user_id: bytes, code: bytearray, user_key: bytearray) -> NewSlot:
    return NewSlot(
        kind=SlotKind.RECOVERY,
        user_id=user_id,
        secret=code,
        user_key=user_key,
        parameters=recovery.PARAMETERS,
    )


def enter(
    layout: Layout,
    lock: HeldLock,
    opened: Opened,
    *,
    steps: Sequence[Migration] | None,
    randomness: Randomness,
    read_only: bool = False,
    create: bool = False,
) -> Vault:
    """Derive the subkeys, open what they open, restore a copy of the header. `opened` stays the caller's."""
    header = opened.header
    keys = {purpose: derive_subkey(opened.master_key, header.vault_id, purpose) for purpose in Purpose}
    wipe(keys[Purpose.HEADER])
    try:
        if create:
            connection = create_database(layout.database, keys[Purpose.DATABASE], steps)
        else:
            connection = open_database(layout.database, keys[Purpose.DATABASE], steps, read_only=read_only)
    except BaseException:
        wipe(*keys.values())
        raise
    mended, unmended = _mend(header, () if read_only else opened.stale)
    content = ContentStore(
        folder=layout.content,
        key=keys[Purpose.CONTENT],
        vault_id=header.vault_id,
        randomness=randomness,
        read_only=read_only,
    )
    return Vault(
        layout=layout,
        vault_id=header.vault_id,
        user_id=opened.slot.user_id,
        epoch=header.epoch,
        connection=connection,
        content=content,
        user_key=bytearray(opened.user_key),
        anchor_key=keys[Purpose.ANCHORS],
        database_key=keys[Purpose.DATABASE],
        lock=lock,
        randomness=randomness,
        read_only=read_only,
        mended=mended,
        unmended=unmended,
    )


def _mend(header: Header, stale: tuple[Path, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Restore copies of the header from the authentic one; a full disk does not keep the vault closed."""
    mended, unmended = [], []
    for path in stale:
        try:
            with medium():
                write_header(path, header)
            mended.append(path.name)
        except StorageError:
            unmended.append(path.name)
    return tuple(mended), tuple(unmended)
