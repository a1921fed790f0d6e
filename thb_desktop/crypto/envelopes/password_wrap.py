"""The key wrap for passphrases: a key of an envelope under a key that a passphrase gave (RFC 3211, 2.3)."""

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from thb_desktop.crypto.material import Randomness, draw, is_same

BLOCK = 16
"""Bytes of a block of AES."""
_CHECKED = 3
"""Bytes of the key that stand once more, inverted, in front of it."""


def wrap(wrapping: bytearray, iv: bytes, key: bytearray, randomness: Randomness) -> bytes:
    """Encrypt the key twice with AES-CBC, so that each byte of the result depends on all of it."""
    block = bytes([len(key)]) + bytes(0xFF ^ each for each in key[:_CHECKED]) + bytes(key)
    block += draw(randomness, max(2 * BLOCK, -(-len(block) // BLOCK) * BLOCK) - len(block))
    once = _encrypted(wrapping, iv, block)
    return _encrypted(wrapping, once[-BLOCK:], once)


def unwrap(wrapping: bytearray, iv: bytes, untrusted: bytes) -> bytearray | None:
    """Return the key, or None if it was not wrapped under this one: the passphrase is another.

    One wrong passphrase in sixteen millions passes the check: then the tag of the envelope refuses.
    """
    if len(untrusted) < 2 * BLOCK or len(untrusted) % BLOCK:
        return None
    last = _decrypted(wrapping, untrusted[-2 * BLOCK : -BLOCK], untrusted[-BLOCK:])
    once = _decrypted(wrapping, last, untrusted[:-BLOCK]) + last
    block = _decrypted(wrapping, iv, once)
    key = bytearray(block[1 + _CHECKED : 1 + _CHECKED + block[0]])
    inverted = bytes(0xFF ^ each for each in block[1 : 1 + _CHECKED])
    if len(key) != block[0] or len(key) < _CHECKED or not is_same(inverted, key[:_CHECKED]):
        return None
    return key


def _encrypted(key: bytearray, iv: bytes, data: bytes) -> bytes:
    encryptor = Cipher(AES(key), CBC(iv)).encryptor()
    return encryptor.update(data) + encryptor.finalize()


def _decrypted(key: bytearray, iv: bytes, data: bytes) -> bytes:
    decryptor = Cipher(AES(key), CBC(iv)).decryptor()
    return decryptor.update(data) + decryptor.finalize()
