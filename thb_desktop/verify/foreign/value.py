"""Value: whether a signature value belongs to what is signed, in the forms that signers really write.

pyHanko hashes with the algorithm that the signature names, over the attributes as they stand. Genuine
signers also name one hash and use the other (OpenSSL accepts that), or sign the attributes in the order of
DER and store them in another. Only where none of these fits is the value wrong.
"""

from collections.abc import Iterator
from typing import Any

from asn1crypto import algos, keys
from asn1crypto.parser import parse as parse_element
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from pyhanko_certvalidator.sig_validate import (
    DEFAULT_VALIDATION_CONTEXT,
    DefaultSignatureValidator,
    SignatureValidationContext,
)

_SET = 0x31
_HASHES = (hashes.SHA256(), hashes.SHA384(), hashes.SHA512())


class FairValidator(DefaultSignatureValidator):
    """As the one of pyHanko, and for signed attributes also the other forms."""

    def validate_signature(
        self,
        signature: bytes,
        signed_data: bytes,
        public_key_info: keys.PublicKeyInfo,
        signature_algorithm: algos.SignedDigestAlgorithm,
        context: SignatureValidationContext = DEFAULT_VALIDATION_CONTEXT,
    ) -> None:
        try:
            super().validate_signature(signature, signed_data, public_key_info, signature_algorithm, context)
        except InvalidSignature:
            if context.prehashed or signed_data[:1] != bytes([_SET]):
                raise
            key = serialization.load_der_public_key(public_key_info.dump())
            if not any(_fits(key, signature, data) for data in _orders(signed_data)):
                raise


def _orders(signed_data: bytes) -> Iterator[bytes]:
    """Return the attributes as they stand, and in the order of DER."""
    yield signed_data
    _class, _method, _tag, header, content, _trailer = parse_element(signed_data)
    elements = []
    while content:
        parsed = parse_element(content)
        size = len(parsed[3]) + len(parsed[4]) + len(parsed[5])
        elements.append(content[:size])
        content = content[size:]
    ordered = b"".join(sorted(elements))
    if (again := header + ordered) != signed_data:
        yield again


def _fits(key: Any, signature: bytes, data: bytes) -> bool:
    for hash_ in _HASHES:
        try:
            if isinstance(key, rsa.RSAPublicKey):
                key.verify(signature, data, padding.PKCS1v15(), hash_)
            elif isinstance(key, ec.EllipticCurvePublicKey):
                key.verify(signature, data, ec.ECDSA(hash_))
            else:
                return False
        except InvalidSignature:
            continue
        return True
    return False
