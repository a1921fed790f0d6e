"""Caches key derivations, or makes them quick: for a secret, salt and cost, Argon2id runs once, or never.

Its result is always the same, so waiting again proves nothing. The tests unlock copies of a few vaults
thousands of times, and would spend most of their time on it.
"""

import hashlib
import hmac
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
def quick_derivations() -> Iterator[None]:
    """Let every module derive by one HMAC until the end of the block: other keys, and no waiting for them.

    For drills, whose processes are killed and forget what they derived. All else is done with these keys as
    with those of Argon2id; nothing that is made here opens anywhere else.
    """
    with pytest.MonkeyPatch.context() as patch:
        for module in _ASKING:
            patch.setattr(module, "derive", _quick)
        yield


def _quick(secret: bytearray, salt: bytes, parameters: KdfParameters) -> bytearray:
    parameters.verify_allowed()
    return bytearray(hmac.digest(secret, salt + repr(parameters).encode(), "sha256"))


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
