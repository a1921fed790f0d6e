"""Slots: giving and taking the ways to open a vault, so that at no moment there is none."""

from collections.abc import Callable
from dataclasses import dataclass, field

from thb_desktop.crypto.derivation import KdfParameters
from thb_desktop.crypto.keyslots import Slot, SlotKind, wrap
from thb_desktop.crypto.material import Randomness, wipe
from thb_desktop.crypto.subkeys import Purpose, derive_subkey
from thb_desktop.errors import HeaderDamagedError, LastSlotError, UsageError
from thb_desktop.vault.header import MOST_SLOTS, Header, write_header
from thb_desktop.vault.layout import Layout
from thb_desktop.vault.system import medium
from thb_desktop.vault.unlocking import Opened, open_header


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSlot:
    """A slot to be made: for whom, by which secret, at which cost. `user_key`: whose key it wraps."""

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


def write_both(layout: Layout, header: Header, master_key: bytearray) -> Header:
    """Seal a header and write its two copies, the second only after the first is down."""
    header_key = derive_subkey(master_key, header.vault_id, Purpose.HEADER)
    try:
        sealed = header.sealed(header_key)
    finally:
        wipe(header_key)
    with medium():
        write_header(layout.header, sealed)
        write_header(layout.header_copy, sealed)
    return sealed


def add_slot(layout: Layout, opened: Opened, new: NewSlot, *, randomness: Randomness) -> Header:
    """Add a slot, flush both copies, and open it again from the disk with its secret."""
    if len(opened.header.slots) >= MOST_SLOTS:
        raise UsageError("the vault has no room for another keyslot")
    slot = new.wrapping(opened.master_key, opened.header.vault_id, randomness)
    header = write_both(layout, opened.header.changed((*opened.header.slots, slot)), opened.master_key)
    verify_opens(layout, new, opened.master_key)
    return header


def replace_slot(
    layout: Layout,
    opened: Opened,
    new: NewSlot,
    *,
    replaces: Callable[[Slot], bool],
    randomness: Randomness,
) -> Header:
    """Add a slot, test it, and only then take away those it replaces; at no moment there is none."""
    old = {slot.slot_id for slot in opened.header.slots if replaces(slot)}
    header = add_slot(layout, opened, new, randomness=randomness)
    kept = tuple(slot for slot in header.slots if slot.slot_id not in old)
    return write_both(layout, header.changed(kept), opened.master_key)


def remove_slots(layout: Layout, opened: Opened, *, user_id: bytes) -> Header:
    """Take away a user's passphrase and recovery code; LastSlotError if no passphrase would be left."""
    kept = tuple(slot for slot in opened.header.slots if slot.user_id != user_id)
    if not any(slot.kind is SlotKind.PASSPHRASE for slot in kept):
        raise LastSlotError("the last passphrase of the vault cannot be taken away")
    return write_both(layout, opened.header.changed(kept), opened.master_key)


def verify_opens(layout: Layout, new: NewSlot, master_key: bytearray) -> None:
    """Raise unless the slot, as it lies on the disk, opens to the keys it should hold."""
    tried = open_header(layout, new.secret, kind=new.kind, user_id=new.user_id)
    try:
        if tried.master_key != master_key or tried.user_key != new.user_key or tried.stale:
            raise HeaderDamagedError("a new keyslot does not open; the old one was kept")
    finally:
        tried.wipe()
