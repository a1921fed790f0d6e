"""Masks: the ids of a vault and of its users, hidden in a header from everybody without the master key.

A mask is the beginning of HMAC-SHA256 under a key that HKDF-SHA256 derives from the master key, without salt,
with the info "thb-header/2 ids": of "vault" for the vault's id, of "user", a zero and the id of the slot for
its user's. It is joined to the id by XOR. The id of a slot is random, so equal users look different.
"""

import hmac

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from thb_desktop.crypto.material import KEY_LENGTH, wipe

_INFO = b"thb-header/2 ids"
_VAULT, _USER = b"vault", b"user\0"


class Masks:
    """The masks under one master key. The same call hides an id and shows it again."""

    def __init__(self, master_key: bytearray) -> None:
        key = bytearray(KEY_LENGTH)
        HKDF(algorithm=SHA256(), length=KEY_LENGTH, salt=None, info=_INFO).derive_into(master_key, key)
        self._begun = hmac.new(key, digestmod="sha256")
        wipe(key)

    def vault(self, vault_id: bytes) -> bytes:
        return self._joined(_VAULT, vault_id)

    def user(self, slot_id: bytes, user_id: bytes) -> bytes:
        return self._joined(_USER + slot_id, user_id)

    def _joined(self, about: bytes, value: bytes) -> bytes:
        code = self._begun.copy()
        code.update(about)
        return bytes(one ^ other for one, other in zip(value, code.digest(), strict=False))
