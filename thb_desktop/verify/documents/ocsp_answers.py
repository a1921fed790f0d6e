"""Answers of the online certificate status protocol (OCSP, RFC 6960): read, and by whom they may be given."""

from datetime import datetime

from asn1crypto import keys
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509 import ocsp
from cryptography.x509.oid import ExtendedKeyUsageOID

from thb_desktop.verify.documents.cms import MAXIMUM_CERTIFICATES


def read_answer(der: bytes) -> ocsp.OCSPResponse:
    """Read an answer about one certificate. Raises ValueError for one that refuses to say anything."""
    answer = ocsp.load_der_ocsp_response(der)
    extensions = (*answer.extensions, *answer.single_extensions)
    if len(answer.certificates) > MAXIMUM_CERTIFICATES or any(each.critical for each in extensions):
        raise ValueError("an answer with too many certificates, or with what this check does not know")
    _ = answer.this_update_utc, answer.next_update_utc, answer.revocation_time_utc, answer.hash_algorithm
    return answer


def key_hash(issuer: x509.Certificate, algorithm: hashes.HashAlgorithm) -> bytes:
    """Return the digest of the public key's bits, as RFC 6960 wants it."""
    point = issuer.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    bits = bytes(keys.PublicKeyInfo.load(point)["public_key"].contents[1:])
    digest = hashes.Hash(algorithm)
    digest.update(bits)
    return digest.finalize()


def may_answer(certificate: x509.Certificate, *, at: datetime) -> bool:
    """Whether it was issued to answer, and valid then."""
    try:
        uses = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except x509.ExtensionNotFound:
        return False
    is_valid = certificate.not_valid_before_utc <= at <= certificate.not_valid_after_utc
    return is_valid and ExtendedKeyUsageOID.OCSP_SIGNING in uses


def signed_answer(answer: ocsp.OCSPResponse, by: x509.Certificate) -> bool:
    """Whether the key of this certificate signed an answer."""
    key, algorithm = by.public_key(), answer.signature_hash_algorithm
    if algorithm is None:
        return False
    try:
        if isinstance(key, rsa.RSAPublicKey):
            key.verify(answer.signature, answer.tbs_response_bytes, padding.PKCS1v15(), algorithm)
        elif isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(answer.signature, answer.tbs_response_bytes, ec.ECDSA(algorithm))
        else:
            return False
    except InvalidSignature:
        return False
    return True
