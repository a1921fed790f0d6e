"""Unlocked: a vault while it is open, and the changes of its keyslots that its user may make."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

from thb_desktop.crypto import recovery
from thb_desktop.crypto.derivation import KdfParameters
from thb_desktop.crypto.keyslots import Slot, SlotKind
from thb_desktop.crypto.material import Randomness, wipe
from thb_desktop.crypto.subkeys import Purpose, derive_subkey
from thb_desktop.domain.office import EPOCH_LEAP
from thb_desktop.errors import ReadOnlyError, StorageError
from thb_desktop.vault.content import ContentStore
from thb_desktop.vault.database import Connection, Migration, transaction
from thb_desktop.vault.header import Header, write_header
from thb_desktop.vault.held_file import HeldFile, hold
from thb_desktop.vault.hot_journal import HotJournal
from thb_desktop.vault.integrity import check_integrity
from thb_desktop.vault.layout import Layout
from thb_desktop.vault.locks import HeldLock
from thb_desktop.vault.schema import OpenDatabase, create_database, open_database
from thb_desktop.vault.slots import Keyring, NewSlot, write_both
from thb_desktop.vault.system import medium
from thb_desktop.vault.unlocking import Opened, open_header


@dataclass(slots=True, kw_only=True)
class Vault:
    """An unlocked vault; it belongs to the thread that opened it.

    user_id, user_key: who opened it, and the key under which their private keys are sealed. header: as it
    lies on the medium; epoch, slots: what it says. An epoch lower than the database remembers means that an
    older header was put back. mended: parts that were damaged, missing or older and were restored; unmended:
    those that could not be written. The caller reports them.
    """

    layout: Layout
    vault_id: bytes
    user_id: bytes
    header: Header
    epoch: int
    slots: tuple[Slot, ...]
    connection: Connection = field(repr=False)
    content: ContentStore = field(repr=False)
    user_key: bytearray = field(repr=False)
    anchor_key: bytearray = field(repr=False)
    backup_key: bytearray = field(repr=False)
    database_key: bytearray = field(repr=False)
    lock: HeldLock = field(repr=False)
    randomness: Randomness = field(repr=False)
    file: HeldFile | None = field(default=None, repr=False)
    """The file of the database; None if what is open is in memory."""
    read_only: bool = False
    brought_up: bool = False
    """Whether its database was migrated to the newest schema now, and verified before and after."""
    journal: HotJournal = HotJournal.ABSENT
    """What became of a journal that lay beside the database."""
    in_memory: bool = False
    """Whether what is open is a copy in memory, because the file has an older schema and must not change."""
    mended: tuple[str, ...] = ()
    unmended: tuple[str, ...] = ()
    home_id: bytes = b""
    """Of the store of an assignment: the vault for which the keys of its user are sealed."""
    is_restored: bool = False
    """Whether it was confirmed to be a restored backup, with the header of its time."""
    _highest: int = 0

    @property
    def known_epoch(self) -> int:
        """The epoch to remember: the highest known one, but for a restored vault that of its own header."""
        return self.epoch if self.is_restored else max(self.epoch, self._highest)

    @property
    def keys_id(self) -> bytes:
        """The id to which the sealed keys of its users are bound."""
        return self.home_id or self.vault_id

    @property
    def folder(self) -> Path:
        return self.layout.folder

    def check_database(self) -> tuple[str, ...]:
        """Return the faults in the database's pages and structure; nothing if all is well.

        Any thread reads them, while nobody writes. Raises ForeignWriteError, so that what is checked is the
        file that is open.
        """
        self.verify_place()
        found = check_integrity(self.layout.database, self.database_key)
        self.verify_place()
        return found

    def verify_own(self) -> None:
        """Raise ForeignWriteError if another program wrote into the database, or replaced it, since it was
        opened.
        """
        if self.file is not None:
            self.file.verify()

    @property
    def is_foreign(self) -> bool:
        """Whether another program wrote into the database, as far as anybody has looked."""
        return self.file is not None and self.file.is_foreign

    def transaction(self) -> AbstractContextManager[None]:
        """Commit everything or nothing, in a database that no other program has touched: as `verify_own`."""
        return self.file.transaction() if self.file is not None else transaction(self.connection)

    def verify_place(self) -> None:
        """Do so in another thread, while this one does not write."""
        if self.file is not None:
            self.file.verify_place()

    def open_header(self, secret: bytearray, kind: SlotKind, user_id: bytes) -> Opened:
        """Open the header again with a secret of one user; one derivation for each slot that they have.

        secret: not overwritten. Raises WrongPassphraseError, WrongRecoveryCodeError, WrongSharesError.
        """
        own = {slot.slot_id for slot in self.slots if slot.user_id == user_id}
        return open_header(self.layout, secret, kind=kind, among=own)

    def remember_epoch(self, epoch: int) -> None:
        """Make the next change of the header exceed this epoch, so that older headers stay older.

        The header's own one counts only near it: whoever can write a header could make it rise for ever.
        """
        self._highest = max(self._highest, epoch)
        self.epoch = self._near(self.epoch)

    @contextmanager
    def keyring(self, secret: bytearray, kind: SlotKind = SlotKind.PASSPHRASE) -> Iterator[Keyring]:
        """Open the header again with a secret of this user, to change its keyslots; the secret is
        overwritten.

        The next epoch exceeds every known one. Raises ReadOnlyError, WrongPassphraseError,
        WrongRecoveryCodeError.
        """
        try:
            if self.read_only:
                raise ReadOnlyError("the vault is open for reading only")
            opened = self.open_header(secret, kind, self.user_id)
        finally:
            wipe(secret)
        header = replace(opened.header, epoch=max(self.epoch, self._highest, self._near(opened.header.epoch)))
        ring = Keyring(self.layout, replace(opened, header=header), self.randomness)
        try:
            yield ring
        finally:
            self.header, self.epoch, self.slots = ring.stored, ring.epoch, ring.slots
            ring.wipe()

    def _near(self, epoch: int) -> int:
        return epoch if epoch <= self._highest + EPOCH_LEAP else self._highest

    def close(self) -> None:
        """Close the database, overwrite the keys, release the lock; end the process too to be sure."""
        self.connection.close()
        wipe(self.user_key, self.anchor_key, self.backup_key, self.database_key, self.content.key)
        self.lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def passphrase_slot(
    user_id: bytes, passphrase: bytearray, user_key: bytearray, parameters: KdfParameters
) -> NewSlot:
    return NewSlot(
        kind=SlotKind.PASSPHRASE,
        user_id=user_id,
        secret=passphrase,
        user_key=user_key,
        parameters=parameters,
    )


def recovery_slot(user_id: bytes, code: bytearray, user_key: bytearray) -> NewSlot:
    return NewSlot(
        kind=SlotKind.RECOVERY,
        user_id=user_id,
        secret=code,
        user_key=user_key,
        parameters=recovery.PARAMETERS,
    )


def shares_slot(user_id: bytes, secret: bytearray, user_key: bytearray, parameters: KdfParameters) -> NewSlot:
    return NewSlot(
        kind=SlotKind.SHARES, user_id=user_id, secret=secret, user_key=user_key, parameters=parameters
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
    """Derive the subkeys, open the database with them, restore a copy of the header, and mask the ids in it
    if they are not yet. `opened` stays the caller's.
    """
    header = opened.header
    keys = {purpose: derive_subkey(opened.master_key, header.vault_id, purpose) for purpose in Purpose}
    wipe(keys[Purpose.HEADER])
    try:
        if create:
            made = create_database(layout.database, keys[Purpose.DATABASE], steps)
            held = hold(layout.database, lambda: made)
            database = OpenDatabase(connection=made, read_only=False, file=held)
        else:
            database = open_database(layout.database, keys[Purpose.DATABASE], steps, read_only=read_only)
    except BaseException:
        wipe(*keys.values())
        raise
    mended, unmended = _mend(opened.stored, () if database.read_only else opened.stale)
    stored = opened.stored if database.read_only else _masked(layout, opened)
    content = ContentStore(
        folder=layout.content,
        key=keys[Purpose.CONTENT],
        vault_id=header.vault_id,
        randomness=randomness,
        read_only=database.read_only,
    )
    if not database.read_only:
        with suppress(StorageError):  # the next unlock goes on
            content.places.rename_first()
    return Vault(
        layout=layout,
        vault_id=header.vault_id,
        user_id=opened.slot.user_id,
        header=stored,
        epoch=header.epoch,
        slots=header.slots,
        connection=database.connection,
        content=content,
        user_key=bytearray(opened.user_key),
        anchor_key=keys[Purpose.ANCHORS],
        backup_key=keys[Purpose.BACKUP],
        database_key=keys[Purpose.DATABASE],
        lock=lock,
        randomness=randomness,
        file=database.file,
        read_only=database.read_only,
        brought_up=database.brought_up,
        journal=database.journal,
        in_memory=database.in_memory,
        mended=mended,
        unmended=unmended,
    )


def _masked(layout: Layout, opened: Opened) -> Header:
    """Write a header of the first format again with masked ids, and return it.

    Its epoch stays, because it says the same: an older one that was put back must stay older. It stays as it
    is while it has recovery shares of the first version, which need the vault's id, and while the medium has
    no room: the next unlock tries again.
    """
    if not opened.stored.tells_ids or opened.header.first_sets:
        return opened.stored
    try:
        return write_both(layout, opened.header, opened.master_key)
    except StorageError:
        return opened.stored


def _mend(header: Header, stale: tuple[Path, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Restore copies of the header from the authentic one; a full disk does not prevent the unlock."""
    mended, unmended = [], []
    for path in stale:
        try:
            with medium():
                write_header(path, header)
            mended.append(path.name)
        except StorageError:
            unmended.append(path.name)
    return tuple(mended), tuple(unmended)
