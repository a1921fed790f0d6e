"""Signatures that are asked for several times, and verified once."""

from thb_desktop.errors import SignatureError
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.entry import VerifySignature


class Once:
    """Verifies each signature once, however often the acts are read."""

    def __init__(self, verify_signature: VerifySignature) -> None:
        self._verify = verify_signature
        self._known: dict[tuple[bytes, bytes, bytes], bool] = {}

    def __call__(self, key: bytes, data: bytes, signature: bytes) -> bool:
        """Whether the signature is of this key (DER) over the data."""
        asked = key, data, signature
        if asked not in self._known:
            try:
                self._verify(*asked)
                self._known[asked] = True
            except SignatureError:
                self._known[asked] = False
        return self._known[asked]


def signature_in(untrusted: Value) -> bytes:
    """Return the bytes of a signature that a row has in hexadecimal; none if it has no such text."""
    try:
        return bytes.fromhex(untrusted) if isinstance(untrusted, str) else b""
    except ValueError:
        return b""
