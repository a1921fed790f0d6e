"""Heads file: the bytes in which this computer remembers a vault, encrypted whole and always of one length.

    offset  bytes
    0       8      magic 89 54 48 42 41 0D 0A 1A
    8       2      format version, 3
    10      12     nonce, random
    22      4074   AES-256-GCM ciphertext and tag; the plaintext is filled with zeros

The key is HMAC-SHA256 under the vault's subkey "anchors" of "thb-heads-key/2", a zero and the vault id.
Version 2 was the same without marks of users, and version 1 had its content in clear under a code; both are
read, and the next state replaces them.
"""

import hmac
import struct

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from thb_desktop.crypto.material import Randomness, draw, is_same
from thb_desktop.crypto.sealing import NONCE_LENGTH, TAG_LENGTH
from thb_desktop.errors import DamageError

MAGIC = b"\x89THBA\r\n\x1a"
FILE_LENGTH = 4096

_BEGINNING = struct.Struct(">8sH")
_CLEAR, _UNMARKED, _SEALED = 1, 2, 3
_ROOM = FILE_LENGTH - _BEGINNING.size - NONCE_LENGTH - TAG_LENGTH
_MAC = 32
_KEY_LABEL = b"thb-heads-key/2\x00"
_CLEAR_LABEL = b"thb-heads/1\x00"


def sealed_heads_file(body: bytes, key: bytearray, vault_id: bytes, randomness: Randomness) -> bytes:
    """Encrypt the content, filled to the one length that every such file has."""
    beginning, nonce = _BEGINNING.pack(MAGIC, _SEALED), draw(randomness, NONCE_LENGTH)
    whole = body + bytes(_ROOM - len(body))
    return beginning + nonce + _cipher(key, vault_id).encrypt(nonce, whole, beginning)


def open_heads_file(raw: bytes, key: bytearray, vault_id: bytes) -> bytes:
    """Return the content, with the zeros that fill it. Raises DamageError for anything that was changed."""
    beginning, rest = raw[: _BEGINNING.size], raw[_BEGINNING.size :]
    if beginning == _BEGINNING.pack(MAGIC, _CLEAR):
        return _read_clear(raw, key, vault_id)
    sealed = [_BEGINNING.pack(MAGIC, version) for version in (_UNMARKED, _SEALED)]
    if beginning not in sealed or len(raw) != FILE_LENGTH:
        raise DamageError("this computer's memory of the vault is malformed")
    try:
        return _cipher(key, vault_id).decrypt(rest[:NONCE_LENGTH], rest[NONCE_LENGTH:], beginning)
    except InvalidTag:
        raise DamageError("this computer's memory of the vault is damaged") from None


def _cipher(key: bytearray, vault_id: bytes) -> AESGCM:
    return AESGCM(hmac.digest(key, _KEY_LABEL + vault_id, "sha256"))


def _read_clear(raw: bytes, key: bytearray, vault_id: bytes) -> bytes:
    said, code = raw[:-_MAC], raw[-_MAC:]
    if not is_same(hmac.digest(key, _CLEAR_LABEL + vault_id + said, "sha256"), code):
        raise DamageError("this computer's memory of the vault is damaged")
    return said[_BEGINNING.size :]
