"""Caches key derivations: for a secret, salt and cost, Argon2id runs only once.

Its result is always the same, so waiting again proves nothing. The tests unlock copies of a few vaults
thousands of times, and would spend most of their time on it.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from thb_desktop.crypto import keyslots, shares
from thb_desktop.crypto.derivation import KdfParameters, derive
from thb_desktop.vault import unlocking

_ASKING = (keyslots, shares, unlocking)
"""The modules that derive keys. `calibrate` is not among them, because it would measure the cache."""
_KNOWN: dict[tuple[bytes, bytes, KdfParameters], bytes] = {}


@contextmanager
def remembered_derivations() -> Iterator[None]:
    """Let every module that derives keys use this cache until the end of the block."""
    with pytest.MonkeyPatch.context() as patch:
        for module in _ASKING:
            patch.setattr(module, "derive", _remembered)
        yield


def _remembered(secret: bytearray, salt: bytes, parameters: KdfParameters) -> bytearray:
    known = (hashlib.sha256(secret).digest(), salt, parameters)
    if known not in _KNOWN:
        _KNOWN[known] = bytes(derive(secret, salt, parameters))
    return bytearray(_KNOWN[known])
