"""Signing: ECDSA over P-256 with SHA-256 (FIPS 186-5), signatures as r and s of 32 bytes each."""

from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from typing import Protocol, Self

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_der_private_key,
    load_der_public_key,
)

from thb_desktop.crypto.material import Randomness, draw, wipe
from thb_desktop.errors import SealedValueDamagedError, SignatureError

SIGNATURE_LENGTH = 64
_HALF = SIGNATURE_LENGTH // 2
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""The order of P-256."""
_ALGORITHM = ec.ECDSA(SHA256(), deterministic_signing=True)
"""Nonces by RFC 6979: a signature needs no randomness, so poor randomness cannot reveal the key."""
_VERIFYING = ec.ECDSA(SHA256())


class Signer(Protocol):
    """Something that signs: a key in this process, or one in a token that never leaves it."""

    @property
    def key_id(self) -> str:
        """SHA-256 of the SubjectPublicKeyInfo, in hexadecimal."""

    @property
    def public_key(self) -> bytes:
        """The SubjectPublicKeyInfo in DER."""

    @property
    def certificate(self) -> bytes | None:
        """The X.509 certificate in DER, if there is one."""

    def sign(self, data: bytes) -> bytes:
        """Sign SHA-256 of `data`; 64 bytes, r and s big-endian."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoftwareSigner:
    """A signer with a private key in this process."""

    private_key: ec.EllipticCurvePrivateKey = field(repr=False)
    public_key: bytes
    key_id: str
    certificate: bytes | None = None

    @classmethod
    def of(cls, private_key: ec.EllipticCurvePrivateKey, certificate: bytes | None = None) -> Self:
        public_key = to_spki(private_key.public_key())
        return cls(
            private_key=private_key, public_key=public_key, key_id=key_id(public_key), certificate=certificate
        )

    @classmethod
    def from_bytes(cls, private_key: bytearray, certificate: bytes | None = None) -> Self:
        """Load an unsealed key that `private_bytes` wrote."""
        return cls.of(load_private_key(private_key), certificate)

    def sign(self, data: bytes) -> bytes:
        return from_der(self.private_key.sign(data, _ALGORITHM))


def new_private_key(randomness: Randomness) -> ec.EllipticCurvePrivateKey:
    """Make a P-256 key from 48 bytes of the given randomness (FIPS 186-5, A.2.1: extra random bits)."""
    scalar = int.from_bytes(draw(randomness, 48), "big") % (ORDER - 1) + 1
    return ec.derive_private_key(scalar, ec.SECP256R1())


def private_bytes(private_key: ec.EllipticCurvePrivateKey) -> bytearray:
    """Write a private key as PKCS#8 DER, in clear. Seal it at once (`sealing.seal`); never store it."""
    return bytearray(private_key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()))


def load_private_key(stored: bytearray) -> ec.EllipticCurvePrivateKey:
    """Read what `private_bytes` wrote, and overwrite it."""
    try:
        key = load_der_private_key(bytes(stored), password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise SealedValueDamagedError("a private key is not in the form this program writes") from None
    finally:
        wipe(stored)
    if not isinstance(key, ec.EllipticCurvePrivateKey) or not isinstance(key.curve, ec.SECP256R1):
        raise SealedValueDamagedError("a private key is not on the curve P-256")
    return key


def to_spki(public_key: ec.EllipticCurvePublicKey) -> bytes:
    return public_key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def key_id(spki: bytes) -> str:
    return sha256(spki).hexdigest()


def verify_signature(untrusted_spki: bytes, data: bytes, untrusted_signature: bytes) -> None:
    """Raise SignatureError unless the 64 bytes are the signature over `data` by a key on P-256."""
    public_key = _loaded(untrusted_spki)
    try:
        public_key.verify(to_der(untrusted_signature), data, _VERIFYING)
    except InvalidSignature:
        raise SignatureError("a signature does not match the signed data") from None


@lru_cache(maxsize=1024)
def _loaded(untrusted_spki: bytes) -> ec.EllipticCurvePublicKey:
    """Load a key once: a session signs thousands of entries."""
    try:
        public_key = load_der_public_key(untrusted_spki)
    except (ValueError, UnsupportedAlgorithm):
        raise SignatureError("a public key cannot be read") from None
    if not isinstance(public_key, ec.EllipticCurvePublicKey) or not isinstance(
        public_key.curve, ec.SECP256R1
    ):
        raise SignatureError("a public key is not on the curve P-256")
    return public_key


def to_der(raw: bytes) -> bytes:
    """Turn r and s into the DER form that X.509 and CMS use."""
    if len(raw) != SIGNATURE_LENGTH:
        raise SignatureError("a signature does not have 64 bytes")
    return encode_dss_signature(int.from_bytes(raw[:_HALF], "big"), int.from_bytes(raw[_HALF:], "big"))


def from_der(der: bytes) -> bytes:
    """Turn a DER signature into r and s. Raises SignatureError unless it is strict DER of two numbers in
    range.
    """
    try:
        r, s = decode_dss_signature(der)
        return r.to_bytes(_HALF, "big") + s.to_bytes(_HALF, "big")
    except (ValueError, OverflowError):
        raise SignatureError("a signature is not in DER form") from None
