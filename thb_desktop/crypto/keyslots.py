"""Keyslots: the vault's keys, wrapped separately for each passphrase or code that may open them."""

import struct
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CTR

from thb_desktop.crypto.derivation import SALT_LENGTH, KdfParameters, derive
from thb_desktop.crypto.masks import Masks
from thb_desktop.crypto.material import KEY_LENGTH, Randomness, draw, wipe
from thb_desktop.crypto.sealing import NONCE_LENGTH, TAG_LENGTH
from thb_desktop.errors import HeaderDamagedError, NewerFormatError, WrongPassphraseError

ID_LENGTH = 16
_LABEL = b"thb-keyslot/1\0"
_ARGON2ID = 1
_FIRST_BLOCK = (2).to_bytes(4, "big")
"""The counter of GCM at the first block of text (NIST SP 800-38D, 7.1)."""
_HEAD = struct.Struct(f">BBBxII{ID_LENGTH}s{ID_LENGTH}s{SALT_LENGTH}s")


class SlotKind(IntEnum):
    """Which secret a slot uses, and what it opens."""

    PASSPHRASE = 1
    """A user's passphrase: the master key and the user's own key."""
    RECOVERY = 2
    """The recovery code on its sheet of paper: the same two keys."""
    USER = 3
    """A passphrase that opens only the user's own key, not the vault; stored in the database."""
    SHARES = 4
    """A secret that k of n holders combine from their shares: the same two keys as a passphrase."""

    @property
    def keys(self) -> int:
        """The number of 32-byte keys that the slot wraps."""
        return 1 if self is SlotKind.USER else 2


VAULT_SLOT_LENGTH = _HEAD.size + NONCE_LENGTH + 2 * KEY_LENGTH + TAG_LENGTH
USER_SLOT_LENGTH = _HEAD.size + NONCE_LENGTH + KEY_LENGTH + TAG_LENGTH


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One stored keyslot: everything except `wrapped` is readable by anyone, and authenticated by the
    wrap.

    user_id: in a header on the medium it is masked (`crypto.masks`), and the wrap authenticates the real one.
    """

    kind: SlotKind
    slot_id: bytes
    user_id: bytes
    parameters: KdfParameters
    salt: bytes
    nonce: bytes
    wrapped: bytes

    def to_bytes(self) -> bytes:
        return self._head() + self.nonce + self.wrapped

    @classmethod
    def from_bytes(cls, untrusted: bytes) -> Self:
        """Read a slot strictly. Checks the cost of its derivation before anything is derived.

        Raises HeaderDamagedError, NewerFormatError, KdfBelowFloorError or KdfAboveCeilingError.
        """
        if len(untrusted) < _HEAD.size or untrusted[3] != 0:
            raise HeaderDamagedError("a keyslot is not in the form this program writes")
        number, function, lanes, memory, passes, slot_id, user_id, salt = _HEAD.unpack_from(untrusted)
        if function != _ARGON2ID or number not in set(SlotKind):
            raise NewerFormatError("the kind of a keyslot is not known to this program")
        kind = SlotKind(number)
        body = _HEAD.size + NONCE_LENGTH
        if len(untrusted) != body + kind.keys * KEY_LENGTH + TAG_LENGTH:
            raise HeaderDamagedError("a keyslot is not in the form this program writes")
        parameters = KdfParameters(memory=memory, passes=passes, lanes=lanes)
        parameters.verify_allowed()
        return cls(
            kind=kind,
            slot_id=slot_id,
            user_id=user_id,
            parameters=parameters,
            salt=salt,
            nonce=untrusted[_HEAD.size : body],
            wrapped=untrusted[body:],
        )

    def context(self, vault_id: bytes) -> bytes:
        """What the wrap authenticates: a label, the vault, and every readable field of the slot."""
        return _LABEL + vault_id + self._head()

    def masked(self, masks: Masks) -> Self:
        """The same slot with its user's id hidden, or shown again."""
        return replace(self, user_id=masks.user(self.slot_id, self.user_id))

    def _head(self) -> bytes:
        costs = self.parameters
        return _HEAD.pack(
            self.kind,
            _ARGON2ID,
            costs.lanes,
            costs.memory,
            costs.passes,
            self.slot_id,
            self.user_id,
            self.salt,
        )


def wrap(
    keys: tuple[bytearray, ...],
    secret: bytearray,
    *,
    kind: SlotKind,
    vault_id: bytes,
    user_id: bytes,
    parameters: KdfParameters,
    randomness: Randomness,
) -> Slot:
    """Make a new slot with a fresh salt, hence a fresh wrapping key that wraps once. One derivation."""
    if len(keys) != kind.keys or len(user_id) != ID_LENGTH or len(vault_id) != ID_LENGTH:
        raise ValueError("a keyslot of this kind needs other keys or ids")
    slot = Slot(
        kind=kind,
        slot_id=draw(randomness, ID_LENGTH),
        user_id=user_id,
        parameters=parameters,
        salt=draw(randomness, SALT_LENGTH),
        nonce=draw(randomness, NONCE_LENGTH),
        wrapped=b"",
    )
    key = derive(secret, slot.salt, parameters)
    plain = bytearray().join(keys)
    try:
        return replace(slot, wrapped=AESGCM(key).encrypt(slot.nonce, plain, slot.context(vault_id)))
    finally:
        wipe(key, plain)


def unwrap(slot: Slot, key: bytearray, *, vault_id: bytes) -> tuple[bytearray, ...]:
    """Open a slot with the key that `derivation.derive` gave for its salt and parameters.

    Returns (master key, user key), or (user key,) for a slot of kind USER. Raises WrongPassphraseError: a
    wrong passphrase and a changed slot cannot be distinguished.
    """
    plain = bytearray(slot.kind.keys * KEY_LENGTH)
    try:
        AESGCM(key).decrypt_into(slot.nonce, slot.wrapped, slot.context(vault_id), plain)
        return tuple(plain[start : start + KEY_LENGTH] for start in range(0, len(plain), KEY_LENGTH))
    except InvalidTag:
        raise WrongPassphraseError("the passphrase does not open this keyslot") from None
    finally:
        wipe(plain)


def unwrap_masked(slot: Slot, key: bytearray, *, vault_id: bytes) -> tuple[bytearray, ...]:
    """The same for a slot of a header, whose two ids are masked under the master key that it wraps itself.

    The master key is decrypted before it is authentic, to find the ids that the wrap authenticates. With
    another key everything found is noise, and the code does not fit.
    """
    supposed = bytearray(slot.kind.keys * KEY_LENGTH)
    try:
        Cipher(AES(key), CTR(slot.nonce + _FIRST_BLOCK)).decryptor().update_into(
            slot.wrapped[:-TAG_LENGTH], supposed
        )
        masks = Masks(supposed[:KEY_LENGTH])
    finally:
        wipe(supposed)
    return unwrap(slot.masked(masks), key, vault_id=masks.vault(vault_id))


def make_user_slot(
    user_key: bytearray,
    passphrase: bytearray,
    *,
    vault_id: bytes,
    user_id: bytes,
    parameters: KdfParameters,
    randomness: Randomness,
) -> bytes:
    """Wrap the key of a user who has no slot in the header; the caller stores the bytes in the database.

    The passphrase is always overwritten.
    """
    try:
        return wrap(
            (user_key,),
            passphrase,
            kind=SlotKind.USER,
            vault_id=vault_id,
            user_id=user_id,
            parameters=parameters,
            randomness=randomness,
        ).to_bytes()
    finally:
        wipe(passphrase)


def open_user_slot(stored: bytes, passphrase: bytearray, *, vault_id: bytes, user_id: bytes) -> bytearray:
    """Return the user's own key. Raises WrongPassphraseError, also for a slot of another user or vault.

    stored: a slot of kind USER, or one of kind PASSPHRASE that opened the vault before its master key was
    renewed without this user. The passphrase is always overwritten.
    """
    try:
        slot = Slot.from_bytes(stored)
        if slot.kind not in (SlotKind.USER, SlotKind.PASSPHRASE) or slot.user_id != user_id:
            raise WrongPassphraseError("the keyslot belongs to another user")
        key = derive(passphrase, slot.salt, slot.parameters)
        try:
            *others, user_key = unwrap(slot, key, vault_id=vault_id)
            wipe(*others)
            return user_key
        finally:
            wipe(key)
    finally:
        wipe(passphrase)
