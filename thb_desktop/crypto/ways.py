"""Ways: a user's passphrase opens their receiving key where the vault that keeps it is not.

    offset  bytes
    0       16     anchor, random
    16      136    keyslot of kind 3 (crypto.keyslots) over the user's own key; its vault is the anchor,
                   its user 16 random bytes
    152     157    sealed under the user's own key: the ids of vault and user (16 each), receiving key (96)

It names neither the vault nor the user to anybody without the passphrase.
"""

from dataclasses import dataclass, field

from thb_desktop.crypto import sealing
from thb_desktop.crypto.compartments import PRIVATE_LENGTH, ReceivingKey
from thb_desktop.crypto.derivation import KdfParameters
from thb_desktop.crypto.keyslots import (
    ID_LENGTH,
    USER_SLOT_LENGTH,
    Slot,
    SlotKind,
    open_user_slot,
    wrap,
)
from thb_desktop.crypto.material import Randomness, draw, wipe
from thb_desktop.errors import HeaderDamagedError, SealedValueDamagedError

_SEALED = ID_LENGTH + USER_SLOT_LENGTH
LENGTH = _SEALED + sealing.OVERHEAD + 2 * ID_LENGTH + PRIVATE_LENGTH


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """Whose way it is: the ids of their vault and of themselves, their own key, and their receiving key."""

    vault_id: bytes
    user_id: bytes
    user_key: bytearray = field(repr=False)
    receiving: ReceivingKey


def make_way(
    user_key: bytearray,
    passphrase: bytearray,
    receiving: bytearray,
    *,
    vault_id: bytes,
    user_id: bytes,
    parameters: KdfParameters,
    randomness: Randomness,
) -> bytes:
    """Make a user's way. receiving: the private half of their receiving key. One derivation."""
    anchor = draw(randomness, ID_LENGTH)
    slot = wrap(
        (user_key,),
        passphrase,
        kind=SlotKind.USER,
        vault_id=anchor,
        user_id=draw(randomness, ID_LENGTH),
        parameters=parameters,
        randomness=randomness,
    )
    carried = bytearray(vault_id) + user_id + receiving
    try:
        sealed = sealing.seal(user_key, carried, context=_context(anchor), randomness=randomness)
    finally:
        wipe(carried)
    return anchor + slot.to_bytes() + sealed


def open_way(stored: bytes, passphrase: bytearray) -> Opened:
    """Open a way; the passphrase is always overwritten.

    Raises WrongPassphraseError, HeaderDamagedError, KdfBelowFloorError, KdfAboveCeilingError,
    SealedValueDamagedError.
    """
    try:
        if len(stored) != LENGTH:
            raise HeaderDamagedError("a way is not in the form this program writes")
        anchor, slot = stored[:ID_LENGTH], stored[ID_LENGTH:_SEALED]
        user_key = open_user_slot(slot, passphrase, vault_id=anchor, user_id=Slot.from_bytes(slot).user_id)
    finally:
        wipe(passphrase)
    try:
        carried = sealing.unseal(user_key, stored[_SEALED:], context=_context(anchor))
    except SealedValueDamagedError:
        wipe(user_key)
        raise
    try:
        return Opened(
            vault_id=bytes(carried[:ID_LENGTH]),
            user_id=bytes(carried[ID_LENGTH : 2 * ID_LENGTH]),
            user_key=user_key,
            receiving=ReceivingKey.from_bytes(carried[2 * ID_LENGTH :]),
        )
    finally:
        wipe(carried)


def _context(anchor: bytes) -> bytes:
    return sealing.bind("thb-way/1", anchor)
