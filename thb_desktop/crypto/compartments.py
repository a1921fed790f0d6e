"""Compartments: values that only users with the right to read them can open; the vault's keys cannot.

A compartment has a random key. HPKE (RFC 9180) wraps it to the receiving key of each such user with the
hybrid of ML-KEM-768 and X25519, so that a future quantum computer cannot open what is stored today.
`sealing.seal` seals values under the compartment's key. HPKE uses the library's randomness.
"""

import hmac
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import (
    AEAD,
    KDF,
    KEM,
    MLKEM768X25519PrivateKey,
    MLKEM768X25519PublicKey,
    Suite,
)

from thb_desktop.crypto.material import KEY_LENGTH, Randomness, draw
from thb_desktop.errors import SealedValueDamagedError

_SUITE = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_SEED_LENGTH = 64
_LATTICE_LENGTH = 1184
PRIVATE_LENGTH = _SEED_LENGTH + 32
PUBLIC_LENGTH = _LATTICE_LENGTH + 32


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivingKey:
    """A user's receiving key: the private half is 96 bytes, the public half 1,216.

    private: the ML-KEM-768 seed (d and z, 64 bytes), then the X25519 key (32). public: the ML-KEM-768
    encapsulation key (1,184), then the X25519 key (32).
    """

    private: MLKEM768X25519PrivateKey = field(repr=False)
    public: bytes

    @classmethod
    def from_bytes(cls, private: bytes | bytearray) -> Self:
        """Load an unsealed key that `new_receiving_key` made."""
        if len(private) != PRIVATE_LENGTH:
            raise SealedValueDamagedError("a receiving key is not in the form this program writes")
        lattice = MLKEM768PrivateKey.from_seed_bytes(bytes(private[:_SEED_LENGTH]))
        curve = X25519PrivateKey.from_private_bytes(bytes(private[_SEED_LENGTH:]))
        public = lattice.public_key().public_bytes_raw() + curve.public_key().public_bytes_raw()
        return cls(private=MLKEM768X25519PrivateKey(lattice, curve), public=public)


def receiving_keys(private: bytes | bytearray) -> tuple[ReceivingKey, ...]:
    """Load the keys of a user, the newest first: the former ones open what was wrapped for them before."""
    steps = range(0, max(len(private), 1), PRIVATE_LENGTH)
    return tuple(ReceivingKey.from_bytes(private[start : start + PRIVATE_LENGTH]) for start in steps)


def new_receiving_key(randomness: Randomness) -> bytearray:
    """Return a new private half, 96 random bytes: seal it at once, and load it with `ReceivingKey`."""
    return bytearray(draw(randomness, PRIVATE_LENGTH))


def key_check(compartment_key: bytearray, context: bytes) -> str:
    """Return a digest that identifies the key and does not reveal it: HMAC-SHA-256 of the context, in hex."""
    return hmac.digest(compartment_key, context, "sha256").hex()


def wrap_for(untrusted_public: bytes, compartment_key: bytearray, *, context: bytes) -> bytes:
    """Wrap a compartment's key for one user: 1,168 bytes.

    context: the compartment, vault and user (see `sealing.bind`); needed again to unwrap. Raises
    SealedValueDamagedError for an invalid public half.
    """
    try:
        public = MLKEM768X25519PublicKey(
            MLKEM768PublicKey.from_public_bytes(untrusted_public[:_LATTICE_LENGTH]),
            X25519PublicKey.from_public_bytes(untrusted_public[_LATTICE_LENGTH:]),
        )
        return _SUITE.encrypt(compartment_key, public, info=context)
    except ValueError:  # of a half that can be read, the library may find that it agrees on nothing
        raise SealedValueDamagedError("a public receiving key cannot be read") from None


def unwrap_any(keys: Sequence[ReceivingKey], wrapped: bytes, *, context: bytes) -> bytearray:
    """Return the compartment's key with the first of these that opens it, as `unwrap` does."""
    for key in keys[:-1]:
        with suppress(SealedValueDamagedError):
            return unwrap(key, wrapped, context=context)
    return unwrap(keys[-1], wrapped, context=context)


def unwrap(receiving_key: ReceivingKey, wrapped: bytes, *, context: bytes) -> bytearray:
    """Return the compartment's key. Raises SealedValueDamagedError if it was changed, moved or is another
    user's.
    """
    try:
        key = bytearray(_SUITE.decrypt(wrapped, receiving_key.private, info=context))
    except InvalidTag:
        raise SealedValueDamagedError("this user cannot open the compartment key") from None
    if len(key) != KEY_LENGTH:
        raise SealedValueDamagedError("a compartment key does not have the length of a key")
    return key
