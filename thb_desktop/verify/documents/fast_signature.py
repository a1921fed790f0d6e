"""The signatures of a custody extract by OpenSSL instead of plain Python, with the same strict form."""

from thb_desktop.crypto import signing
from thb_desktop.errors import SignatureError
from thb_desktop.verify.p256 import read_public_key


def verify_signature(public_key: bytes, data: bytes, signature: bytes) -> None:
    """Check a signature as `verify.p256` does, about twenty times as fast. Raises SignatureError."""
    read_public_key(public_key)
    if len(signature) != signing.SIGNATURE_LENGTH:
        raise SignatureError("a signature does not have the length for the curve P-256")
    signing.verify_signature(public_key, data, signature)
