"""What drills need not do again each time: they unlock and check the same small vaults thousands of times."""

import hmac
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest

from thb_desktop.crypto import keyslots, shares
from thb_desktop.crypto.derivation import KdfParameters
from thb_desktop.vault import rebuild, unlocking
from thb_desktop.vault.database import Connection, Migration, connect_in_memory, load_migrations, open_scratch
from thb_desktop.vault.safeguards import allow_writing

_DERIVING = (keyslots, shares, unlocking)
_MADE: dict[tuple[Migration, ...], Connection] = {}


@contextmanager
def shortcuts() -> Iterator[None]:
    """Within the `with` block, keys come from one HMAC, and the database of a replay is copied.

    Argon2id would run in each process anew, as one that is killed forgets what it derived. Everything is done
    with these keys as with its own. The database in which a check replays the events is the same each time
    before it begins; making its tables would take a quarter of the check of a small vault.
    """
    with pytest.MonkeyPatch.context() as patch:
        for module in _DERIVING:
            patch.setattr(module, "derive", _derived)
        patch.setattr(rebuild, "open_scratch", _copied)
        yield


def _derived(secret: bytearray, salt: bytes, parameters: KdfParameters) -> bytearray:
    parameters.verify_allowed()
    return bytearray(hmac.digest(secret, salt + repr(parameters).encode(), "sha256"))


def _copied(steps: Sequence[Migration] | None = None) -> Connection:
    known = tuple(load_migrations() if steps is None else steps)
    if known not in _MADE:
        _MADE[known] = open_scratch(known)
    copy = connect_in_memory()
    _MADE[known].backup(copy)
    allow_writing(copy)
    return copy
