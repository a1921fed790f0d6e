"""From a signer's certificate to a root: each step verified, each certificate used, the root known."""

from collections.abc import Collection, Sequence
from contextlib import suppress
from datetime import datetime
from functools import lru_cache
from hashlib import sha256

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtensionOID, NameOID

from thb_desktop.findings import Finding, broken, holds, unknown
from thb_desktop.verify.documents.shown import in_groups, shown
from thb_desktop.verify.documents.value import CURVES, MALFORMED, MAXIMUM_RSA_BITS, MINIMUM_RSA_BITS

MAXIMUM_STEPS = 8
_JUDGED_EXTENSIONS = {
    ExtensionOID.BASIC_CONSTRAINTS,
    ExtensionOID.KEY_USAGE,
    ExtensionOID.EXTENDED_KEY_USAGE,
    ExtensionOID.CERTIFICATE_POLICIES,
}
_STRONG = (hashes.SHA256, hashes.SHA384, hashes.SHA512)


def fingerprint(certificate: x509.Certificate) -> str:
    """The SHA-256 of a certificate, lower-case hexadecimal."""
    return sha256(certificate.public_bytes(Encoding.DER)).hexdigest()


@lru_cache(maxsize=16)
def read_certificates(encoded: tuple[bytes, ...]) -> Sequence[x509.Certificate]:
    """Read certificates in DER, once. Raises what MALFORMED names."""
    return [x509.load_der_x509_certificate(each) for each in encoded]


def shown_name(certificate: x509.Certificate) -> str:
    """Return the name in a certificate, or "?" if there is none that can be read; safe to show: no control or
    direction marks, not too long.
    """
    try:
        subject = certificate.subject  # the library reads it only now
    except MALFORMED:
        return "?"
    parts = [
        str(item.value)
        for oid in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME)
        for item in subject.get_attributes_for_oid(oid)
    ]
    return shown(", ".join(parts)) or "?"


def check_path(
    signer: x509.Certificate,
    others: Sequence[x509.Certificate],
    *,
    trusted: Collection[str],
    roots: Sequence[x509.Certificate],
    at: datetime | None,
) -> list[Finding]:
    """Check the path from the signer to a root.

    `others` came with the signature and must all be used; `trusted` are SHA-256 fingerprints of roots that
    the caller trusts, `roots` those available as certificates; `at` is the claimed time of signing.
    """
    try:
        path, whole = _path(signer, [*others, *roots])
        findings = [*_check_spares(path, others), *_check_uses(path), *_check_times(path, at)]
        findings = list({finding.code: finding for finding in findings}.values())
        return [*findings, _check_root(path[-1], alone=len(path) == 1, whole=whole, trusted=trusted)]
    except MALFORMED:
        return [broken("certificate-malformed")]


def _path(
    signer: x509.Certificate, candidates: Sequence[x509.Certificate]
) -> tuple[list[x509.Certificate], bool]:
    """Return the certificates from the signer upwards, and whether they end in a self-signed one."""
    path = [signer]
    while len(path) <= MAXIMUM_STEPS:
        if issued(path[-1], by=path[-1]):
            return path, True
        above = next((one for one in candidates if one not in path and issued(path[-1], by=one)), None)
        if above is None:
            return path, False
        path.append(above)
    return path, False


def issued(certificate: x509.Certificate, *, by: x509.Certificate) -> bool:
    if certificate.issuer.public_bytes() != by.subject.public_bytes():
        return False
    try:
        certificate.verify_directly_issued_by(by)
    except (InvalidSignature, *MALFORMED):
        return False
    return True


def _check_spares(path: Sequence[x509.Certificate], others: Sequence[x509.Certificate]) -> list[Finding]:
    if len(set(others)) == len(others) and all(certificate in path for certificate in others):
        return []
    return [unknown("spare-certificate")]


def _check_uses(path: Sequence[x509.Certificate]) -> list[Finding]:
    findings: list[Finding] = []
    for certificate in path:
        if any(one.critical and one.oid not in _JUDGED_EXTENSIONS for one in certificate.extensions):
            findings.append(unknown("certificate-restricted"))
        if not isinstance(certificate.public_key(), rsa.RSAPublicKey | ec.EllipticCurvePublicKey):
            findings.append(unknown("algorithm-unknown.key"))
        elif not _strong(certificate):
            findings.append(broken("weak-certificate"))
    if not _may_sign(path[0]):
        findings.append(broken("certificate-not-for-signing"))
    for place, authority in enumerate(path[1:], start=1):
        if not _may_issue(authority, authorities_above_signer(path[:place])):
            findings.append(broken("issuer-not-entitled"))
    return findings


def authorities_above_signer(path: Sequence[x509.Certificate]) -> int:
    """How many authorities a path has above the signer. A new key that an authority certifies by its old one
    makes it no other authority (RFC 5280, 4.2.1.9 and 6.1.4(l)).
    """
    return sum(not _is_self_issued(each) for each in path[1:])


def _is_self_issued(certificate: x509.Certificate) -> bool:
    with suppress(*MALFORMED):
        return certificate.issuer == certificate.subject
    return False


def _strong(certificate: x509.Certificate) -> bool:
    key = certificate.public_key()
    digest = certificate.signature_hash_algorithm
    if digest is not None and not isinstance(digest, _STRONG) and not issued(certificate, by=certificate):
        return False
    if isinstance(key, rsa.RSAPublicKey):
        return MINIMUM_RSA_BITS <= key.key_size <= MAXIMUM_RSA_BITS
    return isinstance(key, ec.EllipticCurvePublicKey) and key.curve.name in CURVES


def _may_sign(certificate: x509.Certificate) -> bool:
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return usage.digital_signature or usage.content_commitment


def _may_issue(certificate: x509.Certificate, below: int) -> bool:
    """Whether it is an authority, with no more authorities below it than it allows."""
    try:
        basic = certificate.extensions.get_extension_for_class(x509.BasicConstraints).value
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return False
    return basic.ca and usage.key_cert_sign and (basic.path_length is None or basic.path_length >= below)


def _check_times(path: Sequence[x509.Certificate], at: datetime | None) -> list[Finding]:
    if at is None:
        return [unknown("time-missing")]
    if all(one.not_valid_before_utc <= at <= one.not_valid_after_utc for one in path):
        return []
    return [broken("certificate-not-valid-then", at=at)]


def _check_root(root: x509.Certificate, *, alone: bool, whole: bool, trusted: Collection[str]) -> Finding:
    digest = fingerprint(root)
    if digest in trusted:
        return holds("root-trusted", name=shown_name(root))
    if not whole:
        return unknown("path-incomplete", name=shown_name(root), fingerprint=in_groups(digest))
    if alone:
        return unknown("self-signed", fingerprint=in_groups(digest))
    return unknown("root-unknown", name=shown_name(root), fingerprint=in_groups(digest), root=digest)
