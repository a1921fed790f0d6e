"""The level of a document's signatures: which proof of time and of revocation it carries (EN 319 142-1).

B-B: signed. B-T: a time stamp of a trusted authority covers the signatures. B-LT: besides, the document holds
what says that no certificate of a signer was revoked. B-LTA: and the time stamp covers that too.

A level is what the document carries. It does not say whether a signature is qualified (V-S-01).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from asn1crypto import keys
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509 import ocsp
from cryptography.x509.oid import ExtendedKeyUsageOID

from thb_desktop.findings import Finding, broken, holds
from thb_desktop.verify.documents.file import PdfFile
from thb_desktop.verify.documents.path import MAXIMUM_STEPS, issued, shown_name
from thb_desktop.verify.documents.signature import Signature, claimed_time
from thb_desktop.verify.documents.syntax import PdfObject, Stream
from thb_desktop.verify.documents.value import MALFORMED

_NEVER = datetime.max.replace(tzinfo=UTC)
_MOST = 200
"""Certificates, lists and answers of one document that are looked at."""


def check_level(
    file: PdfFile,
    signatures: Sequence[Signature],
    people: Mapping[str, bytes],
    stamps: Mapping[str, datetime],
    roots: Sequence[x509.Certificate],
) -> Iterator[Finding]:
    """Say the level of the signatures of people, and name a certificate that was revoked before the stamp.

    people: the certificate (DER) that signed in each place. stamps: what the sound time stamps of trusted
    authorities state, by place. roots: certificates at hand that lead from a signer to its issuer.
    """
    last = max((each.end for each in signatures if each.field.name in people), default=0)
    covering = {each.end: stamps[each.field.name] for each in signatures if each.field.name in stamps}
    after = [end for end in covering if end > last]
    if not after:
        yield holds("level.b-b")
        return
    store = _Store.of(file, roots)
    revoked, is_whole = list[Finding](), True
    for each in signatures:
        der = people.get(each.field.name)
        if der is None:
            continue
        at = claimed_time(file.open_string(each.dictionary.get("M")))
        for certificate in store.path_of(der):
            said = store.said_of(certificate, since=at)
            is_whole = is_whole and said is not None
            if said is not None and said <= covering[min(after)]:
                name = shown_name(certificate)
                revoked.append(broken("certificate-revoked", name=name, at=said))
    yield from revoked
    if not revoked:
        is_covered = "DSS" in file.at(max(after)).catalog
        yield holds("level.b-t" if not is_whole else "level.b-lta" if is_covered else "level.b-lt")


@dataclass(frozen=True, slots=True)
class _Store:
    """The validation data of a document (DSS, ISO 32000-2, 12.8.4.3), each as it stands there."""

    certificates: tuple[x509.Certificate, ...]
    lists: tuple[x509.CertificateRevocationList, ...]
    answers: tuple[ocsp.OCSPResponse, ...]

    @classmethod
    def of(cls, file: PdfFile, roots: Sequence[x509.Certificate]) -> "_Store":
        dss = file.dictionary(file.catalog.get("DSS"))
        return cls(
            (*_loaded(file, dss.get("Certs"), x509.load_der_x509_certificate), *roots),
            tuple(_loaded(file, dss.get("CRLs"), x509.load_der_x509_crl)),
            tuple(_loaded(file, dss.get("OCSPs"), ocsp.load_der_ocsp_response)),
        )

    def path_of(self, der: bytes) -> Iterator[x509.Certificate]:
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

    def said_of(self, certificate: x509.Certificate, *, since: datetime | None) -> datetime | None:
        """Return when a certificate was revoked, far in the future if it was not; None if nothing says so.

        What was said before the signature says nothing of its time.
        """
        issuer = self._issuer(certificate)
        if issuer is None or since is None:
            return None
        for each in self.lists:
            if each.last_update_utc >= since and _signed_list(each, issuer):
                entry = each.get_revoked_certificate_by_serial_number(certificate.serial_number)
                return _NEVER if entry is None else entry.revocation_date_utc
        for answer in self.answers:
            if answer.this_update_utc >= since and _is_about(answer, certificate, issuer):
                is_good = answer.certificate_status is ocsp.OCSPCertStatus.GOOD
                return _NEVER if is_good else answer.revocation_time_utc or since
        return None

    def _issuer(self, certificate: x509.Certificate) -> x509.Certificate | None:
        return next((each for each in self.certificates if issued(certificate, by=each)), None)


def _loaded[Loaded](file: PdfFile, item: PdfObject, load: Callable[[bytes], Loaded]) -> Iterator[Loaded]:
    """Yield what can be read; what cannot be is not there."""
    for each in file.array(item)[:_MOST]:
        stream = file.resolve(each)
        if isinstance(stream, Stream):
            with suppress(*MALFORMED):
                yield load(file.decoded(stream))


def _signed_list(listed: x509.CertificateRevocationList, issuer: x509.Certificate) -> bool:
    key = issuer.public_key()
    if listed.issuer != issuer.subject or not isinstance(key, ec.EllipticCurvePublicKey | rsa.RSAPublicKey):
        return False
    return listed.is_signature_valid(key)


def _is_about(answer: ocsp.OCSPResponse, certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    """Whether an answer is about this certificate, and signed by its issuer or by whom the issuer named."""
    if (
        answer.response_status is not ocsp.OCSPResponseStatus.SUCCESSFUL
        or answer.serial_number != certificate.serial_number
        or answer.issuer_key_hash != _key_hash(issuer, answer.hash_algorithm)
    ):
        return False
    named = [each for each in answer.certificates if issued(each, by=issuer) and _answers(each)]
    return any(_signed_answer(answer, each) for each in (issuer, *named))


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
