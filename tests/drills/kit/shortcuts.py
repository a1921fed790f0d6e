"""What drills need not do again each time: they unlock and check the same small vaults thousands of times."""

import hmac
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.support.schemas import remembered_schemas
from thb_desktop.crypto import keyslots, shares
from thb_desktop.crypto.derivation import KdfParameters
from thb_desktop.vault import unlocking

_DERIVING = (keyslots, shares, unlocking)


@contextmanager
def shortcuts() -> Iterator[None]:
    """Within the `with` block, keys come from one HMAC, and the database of a replay is copied.

    Argon2id would run in each process anew, as one that is killed forgets what it derived. Everything is done
    with these keys as with its own.
    """
    with pytest.MonkeyPatch.context() as patch, remembered_schemas():
        for module in _DERIVING:
            patch.setattr(module, "derive", _derived)
        yield


def _derived(secret: bytearray, salt: bytes, parameters: KdfParameters) -> bytearray:
    parameters.verify_allowed()
    return bytearray(hmac.digest(secret, salt + repr(parameters).encode(), "sha256"))
