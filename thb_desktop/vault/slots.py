"""Slots: adding and removing keyslots, so that there is always at least one."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace

from thb_desktop.crypto.derivation import KdfParameters
from thb_desktop.crypto.keyslots import Slot, SlotKind, wrap
from thb_desktop.crypto.material import Randomness
from thb_desktop.errors import AlreadyExistsError, HeaderDamagedError, LastSlotError, StorageError, UsageError
from thb_desktop.vault.header import MOST_SLOTS, Header, KnownHeader, write_header
from thb_desktop.vault.layout import Layout
from thb_desktop.vault.system import medium
from thb_desktop.vault.unlocking import Opened, open_header


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSlot:
    """A slot to be made: its user, its secret and its cost. `user_key`: whose key it wraps."""

    kind: SlotKind
    user_id: bytes
    secret: bytearray = field(repr=False)
    user_key: bytearray = field(repr=False)
    parameters: KdfParameters

    def wrapping(self, master_key: bytearray, vault_id: bytes, randomness: Randomness) -> Slot:
        return wrap(
            (master_key, self.user_key),
            self.secret,
            kind=self.kind,
            vault_id=vault_id,
            user_id=self.user_id,
            parameters=self.parameters,
            randomness=randomness,
        )


class Keyring:
    """The keyslots of a vault while they are changed. It holds the master key, so it is short-lived and
    wiped.

    First a new slot is added, then the change is recorded, then the old slot is removed: a crash in between
    leaves one slot too many and never one too few.
    """

    def __init__(self, layout: Layout, opened: Opened, randomness: Randomness) -> None:
        self._layout = layout
        self._opened = opened
        self._randomness = randomness
        self._header = opened.header
        self.stored = opened.stored
        """The header as it lies on the medium."""

    @property
    def epoch(self) -> int:
        return self._header.epoch

    @property
    def slots(self) -> tuple[Slot, ...]:
        return self._header.slots

    @property
    def user_key(self) -> bytearray:
        """The own key of the user whose secret opened the header."""
        return self._opened.user_key

    def give(self, *new: NewSlot, instead: Callable[[Slot], bool] = lambda _: False) -> tuple[Slot, ...]:
        """Add slots in one write, and open each from the disk with its secret; all of them, or none.

        instead: the slots that are removed next. Raises AlreadyExistsError if a user would keep two
        passphrases: the second would stay when the first is changed.
        """
        if not new:
            return ()
        kept = [slot for slot in self.slots if not instead(slot)]
        for one in new:
            held = {slot.user_id for slot in kept if slot.kind is SlotKind.PASSPHRASE}
            if one.kind is SlotKind.PASSPHRASE and one.user_id in held:
                raise AlreadyExistsError("this user already has a passphrase for the vault")
        if len(self.slots) + len(new) > MOST_SLOTS:
            raise UsageError("the vault has no room for another keyslot")
        vault_id, before = self._header.vault_id, self.slots
        given = tuple(one.wrapping(self._opened.master_key, vault_id, self._randomness) for one in new)
        try:
            self._write((*before, *given))
            for one, slot in zip(new, given, strict=True):
                verify_opens(self._layout, one, slot, self._opened.master_key)
        except BaseException:
            with suppress(StorageError):
                self._write(before)
            raise
        return given

    def take(self, gone: Callable[[Slot], bool]) -> None:
        """Remove slots. Raises LastSlotError if no passphrase would be left. Without slots, nothing is
        written.
        """
        self.verify_left(gone)
        if any(map(gone, self.slots)):
            self._write(tuple(slot for slot in self.slots if not gone(slot)))

    def verify_left(self, gone: Callable[[Slot], bool]) -> None:
        """Raise LastSlotError if no passphrase would open the vault without these slots."""
        if all(gone(slot) for slot in self.slots if slot.kind is SlotKind.PASSPHRASE):
            raise LastSlotError("the last passphrase of the vault cannot be removed")

    def wipe(self) -> None:
        self._opened.wipe()

    def _write(self, slots: tuple[Slot, ...]) -> None:
        # The epoch advances even if the write fails: a copy that was written must not have an equal epoch.
        changed = self._header.changed(slots)
        self._header = replace(self._header, epoch=changed.epoch)
        self.stored = write_both(self._layout, changed, self._opened.master_key)
        self._header = changed


def write_both(layout: Layout, header: KnownHeader, master_key: bytearray) -> Header:
    """Seal a header and write its two copies, the second only after the first is durable."""
    stored = header.stored(master_key)
    with medium():
        write_header(layout.header, stored)
        write_header(layout.header_copy, stored)
    return stored


def verify_opens(layout: Layout, new: NewSlot, slot: Slot, master_key: bytearray) -> None:
    """Raise an error unless the slot on the disk opens to the right keys."""
    tried = open_header(layout, new.secret, kind=new.kind, among={slot.slot_id})
    try:
        if tried.master_key != master_key or tried.user_key != new.user_key or tried.stale:
            raise HeaderDamagedError("a new keyslot does not open; the old one was kept")
    finally:
        tried.wipe()
