"""Derivations remembered: what Argon2id gave once for a secret, a salt and a cost, it need not give again.

It gives the same key each time, so nothing is proved by waiting for it. The tests unlock copies of a few
vaults thousands of times, and would spend most of their time in it.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from thb_desktop.crypto import keyslots, shares
from thb_desktop.crypto.derivation import KdfParameters, derive
from thb_desktop.vault import unlocking

_ASKING = (keyslots, shares, unlocking)
"""Who derives. `calibrate` is none of them: it would measure how fast a memory answers."""
_KNOWN: dict[tuple[bytes, bytes, KdfParameters], bytes] = {}


@contextmanager
def remembered_derivations() -> Iterator[None]:
    """Let every module that derives ask this memory first, until the end of the block."""
    with pytest.MonkeyPatch.context() as patch:
        for module in _ASKING:
            patch.setattr(module, "derive", _remembered)
        yield


def _remembered(secret: bytearray, salt: bytes, parameters: KdfParameters) -> bytearray:
    known = (hashlib.sha256(secret).digest(), salt, parameters)
    if known not in _KNOWN:
        _KNOWN[known] = bytes(derive(secret, salt, parameters))
    return bytearray(_KNOWN[known])
