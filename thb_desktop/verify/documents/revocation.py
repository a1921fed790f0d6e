"""What says whether certificates were revoked: lists, OCSP answers, and the certificates above them."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Self

from asn1crypto import keys
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509 import ocsp
from cryptography.x509.oid import ExtendedKeyUsageOID

from thb_desktop.findings import Finding, broken
from thb_desktop.verify.documents.path import MAXIMUM_STEPS, issued, shown_name
from thb_desktop.verify.documents.value import MALFORMED

_NEVER = datetime.max.replace(tzinfo=UTC)
_MOST = 200
"""Certificates, lists and answers of one document that are looked at."""


@dataclass(frozen=True, slots=True)
class RevocationStore:
    """The validation data of a file, each as it stands there."""

    certificates: tuple[x509.Certificate, ...]
    lists: tuple[x509.CertificateRevocationList, ...]
    answers: tuple[ocsp.OCSPResponse, ...]

    @classmethod
    def of(
        cls,
        certificates: Iterable[bytes],
        lists: Iterable[bytes],
        answers: Iterable[bytes],
        *,
        roots: Iterable[x509.Certificate],
    ) -> Self:
        """Read them from DER. roots: certificates at hand besides."""
        return cls(
            (*_loaded(certificates, x509.load_der_x509_certificate), *roots),
            tuple(_loaded(lists, x509.load_der_x509_crl)),
            tuple(_loaded(answers, ocsp.load_der_ocsp_response)),
        )

    @property
    def unsigned(self) -> int:
        """How many lists and answers nobody signed whose certificate is at hand."""
        lists = sum(not any(_is_listed_by(each, by) for by in self.certificates) for each in self.lists)
        return lists + sum(not any(_is_from(each, by) for by in self.certificates) for each in self.answers)

    @property
    def count(self) -> int:
        """How many lists and answers could be read."""
        return len(self.lists) + len(self.answers)

    def said_of_path(
        self, der: bytes, *, since: datetime | None, until: datetime
    ) -> tuple[list[Finding], bool]:
        """Return the certificates from a signer upwards that were revoked before `until`, and whether
        something is said of each of them.
        """
        revoked, is_whole = list[Finding](), True
        for certificate in self._path_of(der):
            said = self._said_of(certificate, since=since)
            is_whole = is_whole and said is not None
            if said is not None and said <= until:
                revoked.append(broken("certificate-revoked", name=shown_name(certificate), at=said))
        return revoked, is_whole

    def _path_of(self, der: bytes) -> Iterator[x509.Certificate]:
        """Yield the certificates from a signer upwards that somebody could have revoked."""
        certificate = x509.load_der_x509_certificate(der)
        for _ in range(MAXIMUM_STEPS):
            if issued(certificate, by=certificate):
                return
            yield certificate
            above = self._issuer(certificate)
            if above is None:
                return
            certificate = above

    def _said_of(self, certificate: x509.Certificate, *, since: datetime | None) -> datetime | None:
        """Return when a certificate was revoked first, by all lists and answers together: far in the future
        if it was not; None if nothing says so.

        What was said before the signature says nothing of its time.
        """
        issuer = self._issuer(certificate)
        if issuer is None or since is None:
            return None
        return min(self._told_of(certificate, issuer, since), default=None)

    def _told_of(
        self, certificate: x509.Certificate, issuer: x509.Certificate, since: datetime
    ) -> Iterator[datetime]:
        """Yield what each list and each answer after the signature says: when it was revoked, or `_NEVER`."""
        for each in self.lists:
            if each.last_update_utc >= since and _is_listed_by(each, issuer):
                entry = each.get_revoked_certificate_by_serial_number(certificate.serial_number)
                yield _NEVER if entry is None else entry.revocation_date_utc
        for answer in self.answers:
            if answer.this_update_utc >= since and _is_about(answer, certificate, issuer):
                is_good = answer.certificate_status is ocsp.OCSPCertStatus.GOOD
                yield _NEVER if is_good else answer.revocation_time_utc or since

    def _issuer(self, certificate: x509.Certificate) -> x509.Certificate | None:
        return next((each for each in self.certificates if issued(certificate, by=each)), None)


def _loaded[Loaded](held: Iterable[bytes], load: Callable[[bytes], Loaded]) -> Iterator[Loaded]:
    """Yield what can be read; what cannot be is not there."""
    for each in islice(held, _MOST):
        with suppress(*MALFORMED):
            yield load(each)


def _is_listed_by(listed: x509.CertificateRevocationList, issuer: x509.Certificate) -> bool:
    with suppress(*MALFORMED):
        key = issuer.public_key()
        if isinstance(key, ec.EllipticCurvePublicKey | rsa.RSAPublicKey):
            return listed.issuer == issuer.subject and listed.is_signature_valid(key)
    return False


def _is_about(answer: ocsp.OCSPResponse, certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    """Whether an answer is about this certificate, and from its issuer."""
    return _is_from(answer, issuer) and answer.serial_number == certificate.serial_number


def _is_from(answer: ocsp.OCSPResponse, issuer: x509.Certificate) -> bool:
    """Whether an answer is about certificates of this issuer, and signed by it or by whom it named."""
    with suppress(*MALFORMED):
        if (
            answer.response_status is ocsp.OCSPResponseStatus.SUCCESSFUL
            and answer.issuer_key_hash == _key_hash(issuer, answer.hash_algorithm)
        ):
            named = [each for each in answer.certificates if issued(each, by=issuer) and _answers(each)]
            return any(_signed_answer(answer, each) for each in (issuer, *named))
    return False


def _key_hash(issuer: x509.Certificate, algorithm: hashes.HashAlgorithm) -> bytes:
    """Return the digest of the public key's bits, as RFC 6960 wants it."""
    point = issuer.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    bits = bytes(keys.PublicKeyInfo.load(point)["public_key"].contents[1:])
    digest = hashes.Hash(algorithm)
    digest.update(bits)
    return digest.finalize()


def _answers(certificate: x509.Certificate) -> bool:
    try:
        uses = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except x509.ExtensionNotFound:
        return False
    return ExtendedKeyUsageOID.OCSP_SIGNING in uses


def _signed_answer(answer: ocsp.OCSPResponse, by: x509.Certificate) -> bool:
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
