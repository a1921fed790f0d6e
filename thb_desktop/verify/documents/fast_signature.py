"""The signatures of a custody extract by OpenSSL instead of plain Python, with the same strict form."""

from functools import lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from thb_desktop.errors import SignatureError
from thb_desktop.verify.p256 import read_public_key

_LENGTH, _POINT = 64, 65
_ALGORITHM = ec.ECDSA(SHA256())


def verify_signature(public_key: bytes, data: bytes, signature: bytes) -> None:
    """Check a signature as `verify.p256` does, about twenty times as fast. Raises SignatureError."""
    key = _loaded(public_key)
    if len(signature) != _LENGTH:
        raise SignatureError("a signature does not have the length for the curve P-256")
    half = _LENGTH // 2
    r, s = int.from_bytes(signature[:half]), int.from_bytes(signature[half:])
    try:
        key.verify(encode_dss_signature(r, s), data, _ALGORITHM)
    except InvalidSignature:
        raise SignatureError("a signature does not match the signed data") from None


@lru_cache(maxsize=1024)
def _loaded(public_key: bytes) -> ec.EllipticCurvePublicKey:
    """Load a key once, as a point: what loads keys of all kinds takes long to load itself."""
    read_public_key(public_key)
    return ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), public_key[-_POINT:])
