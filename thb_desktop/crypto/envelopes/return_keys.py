"""Return keys: the key for which the return of one assignment is closed, derived from the office's secret of
its store. Whoever destroys that secret destroys the key with it, and nothing else has to be kept.
"""

from datetime import datetime

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from thb_desktop.crypto.envelopes.new_keys import NewKey
from thb_desktop.crypto.envelopes.openers import KeyOpener

_NAME = "return"
"""The subject of every such certificate: it tells nothing of office, case or interpreter."""
_DRAWN = 48 + 20


def return_key(secret: bytearray, *, at: datetime) -> NewKey:
    """Return the key of a store whose office's secret this is; the same for the same secret and time."""
    drawn = HKDFExpand(SHA256(), _DRAWN, b"thb-return-key/1").derive(bytes(secret))
    position = 0

    def take(length: int) -> bytes:
        nonlocal position
        position += length
        return drawn[position - length : position]

    return NewKey.make(_NAME, at=at, randomness=take)


def return_opener(secret: bytearray, *, at: datetime) -> KeyOpener:
    key = return_key(secret, at=at)
    return KeyOpener(certificate=key.certificate, private_key=key.private_key)
