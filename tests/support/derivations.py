"""Caches key derivations: for a secret, salt and cost, Argon2id runs only once.

Its result is always the same, so waiting again proves nothing. The tests unlock copies of a few vaults
thousands of times, and would spend most of their time on it.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from thb_desktop.crypto import keyslots, shares
from thb_desktop.crypto.derivation import SALT_LENGTH, KdfParameters, derive
from thb_desktop.crypto.material import Randomness, draw
from thb_desktop.vault import unlocking

_ASKING = (keyslots, shares, unlocking)
"""The modules that derive keys. `calibrate` is not among them, because it would measure the cache."""
_SALT = bytes(range(SALT_LENGTH))
_KNOWN: dict[tuple[bytes, bytes, KdfParameters], bytes] = {}


@contextmanager
def remembered_derivations() -> Iterator[None]:
    """Let every module that derives keys use this cache until the end of the block."""
    with pytest.MonkeyPatch.context() as patch:
        for module in _ASKING:
            patch.setattr(module, "derive", _remembered)
        yield


@contextmanager
def one_salt() -> Iterator[None]:
    """Give every new keyslot the same salt, so that for a secret Argon2id runs once in this process.

    For tests of what stands above the vault. Every program opens such a vault, as it opens any other.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keyslots, "draw", _drawn)
        yield


def _drawn(randomness: Randomness, length: int) -> bytes:
    return _SALT if length == SALT_LENGTH else draw(randomness, length)


def _remembered(secret: bytearray, salt: bytes, parameters: KdfParameters) -> bytearray:
    known = (hashlib.sha256(secret).digest(), salt, parameters)
    if known not in _KNOWN:
        _KNOWN[known] = bytes(derive(secret, salt, parameters))
    return bytearray(_KNOWN[known])
