"""Subkeys: one key for each purpose, all derived from the vault's master key."""

from enum import StrEnum

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from thb_desktop.crypto.material import KEY_LENGTH

_LABEL = b"thb-vault/1 "


class Purpose(StrEnum):
    """The purpose of a subkey; its value is part of the derivation and never changes."""

    DATABASE = "database"
    CONTENT = "content"
    HEADER = "header"
    ANCHORS = "anchors"
    BACKUP = "backup"

    @property
    def length(self) -> int:
        """Bytes of the subkey: SQLCipher takes a key of 32 and a salt of 16, everything else a key of 32."""
        return 48 if self is Purpose.DATABASE else KEY_LENGTH


def derive_subkey(master_key: bytearray, vault_id: bytes, purpose: Purpose) -> bytearray:
    """Derive one subkey by HKDF-SHA256 (RFC 5869): salt = vault id, info = "thb-vault/1 " and the purpose."""
    subkey = bytearray(purpose.length)
    HKDF(
        algorithm=SHA256(), length=purpose.length, salt=vault_id, info=_LABEL + purpose.value.encode()
    ).derive_into(master_key, subkey)
    return subkey
