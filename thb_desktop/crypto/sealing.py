"""Sealing: one small secret value, encrypted under a key and bound to its context."""

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from thb_desktop.crypto.material import Randomness, draw
from thb_desktop.errors import SealedValueDamagedError

VERSION = b"\x01"
NONCE_LENGTH = 12
TAG_LENGTH = 16
OVERHEAD = len(VERSION) + NONCE_LENGTH + TAG_LENGTH


def bind(label: str, *parts: bytes) -> bytes:
    """Encode a context unambiguously: label, a zero, then each part after its length (u32, big-endian)."""
    return label.encode() + b"\0" + b"".join(len(part).to_bytes(4, "big") + part for part in parts)


def seal(
    key: bytes | bytearray, value: bytes | bytearray, *, context: bytes, randomness: Randomness
) -> bytes:
    """Encrypt `value` by AES-256-GCM under a 32-byte key: version (1), nonce (12), ciphertext, tag (16).

    context: says what the value is and whose (see `bind`); needed again to open it. The nonce is random: one
    key seals at most 2**32 values (NIST SP 800-38D, 8.3).
    """
    nonce = draw(randomness, NONCE_LENGTH)
    return VERSION + nonce + AESGCM(key).encrypt(nonce, value, context)


def unseal(key: bytes | bytearray, sealed: bytes, *, context: bytes) -> bytearray:
    """Decrypt what `seal` wrote. Raises SealedValueDamagedError if it was changed, moved, or is for another
    key.
    """
    if len(sealed) < OVERHEAD or sealed[:1] != VERSION:
        raise SealedValueDamagedError("a sealed value is not in the form this program writes")
    body = len(VERSION) + NONCE_LENGTH
    value = bytearray(len(sealed) - OVERHEAD)
    try:
        AESGCM(key).decrypt_into(sealed[len(VERSION) : body], sealed[body:], context, value)
    except InvalidTag:
        raise SealedValueDamagedError(
            "a sealed value cannot be opened: it was changed, moved, or is for another key"
        ) from None
    return value
