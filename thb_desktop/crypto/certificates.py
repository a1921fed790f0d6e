"""Certificates: the vault's own root, and one signing certificate for each of its users (RFC 5280).

Serial numbers use the caller's randomness; signing needs none (RFC 6979). Certificates contain no address of
a revocation list or issuer, because a vault has no server.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_der_public_key
from cryptography.x509.oid import NameOID

from thb_desktop.crypto.material import Randomness, draw
from thb_desktop.errors import CertificateError, CertificateRequestError

ROOT_VALIDITY = timedelta(days=30 * 365)
USER_VALIDITY = timedelta(days=5 * 365)
_LONGEST_NAME = 64
"""RFC 5280, A.1: ub-common-name and ub-organization-name."""
_UNREADABLE = (
    ValueError,
    TypeError,
    UnsupportedAlgorithm,
    x509.InvalidVersion,
    x509.DuplicateExtension,
    x509.UnsupportedGeneralNameType,
)
"""What the library raises for an invalid certificate."""
FUNCTION = x509.ObjectIdentifier("2.25.244809298197096717302643302785419015907")
"""The extension with the function of the holder: their role in the vault as UTF8String, not critical."""
FOUNDER = x509.ObjectIdentifier("2.25.126339566636512309181833429836058978770")
"""The extension of a root with the id of its vault's first signing key, as UTF8String, not critical."""
_UTF8_STRING = 0x0C


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The subject of a certificate: a common name and an organisation, 1 to 64 characters each.

    serial_number: the user's id in the vault, which connects the certificate with entries of the event chain.
    function: the user's role in the vault, which says what their signature may decide.
    """

    common_name: str
    organisation: str
    serial_number: str = ""
    function: str = ""

    def to_name(self) -> x509.Name:
        for text in (self.common_name, self.organisation):
            if not text.strip() or len(text) > _LONGEST_NAME or not text.isprintable():
                raise CertificateRequestError("a certificate needs names of 1 to 64 printable characters")
        attributes = [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, self.organisation),
            x509.NameAttribute(NameOID.COMMON_NAME, self.common_name),
        ]
        if self.serial_number:
            attributes.append(x509.NameAttribute(NameOID.SERIAL_NUMBER, self.serial_number))
        return x509.Name(attributes)


def issue_root(
    key: ec.EllipticCurvePrivateKey,
    subject: Subject,
    *,
    founder: str = "",
    at: datetime,
    randomness: Randomness,
) -> bytes:
    """Issue the vault's self-signed root certificate: CA, path length 0, thirty years. DER.

    founder: the id of the first user's signing key. Whoever trusts the root thereby knows that key, so that
    the root's own key makes no other chain.
    """
    builder = _builder(subject, key.public_key(), at=at, until=at + ROOT_VALIDITY, randomness=randomness)
    builder = (
        builder.issuer_name(subject.to_name())
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(sign_certificates=True), critical=True)
    )
    if founder:
        builder = builder.add_extension(_text(FOUNDER, founder), critical=False)
    return builder.sign(key, SHA256(), ecdsa_deterministic=True).public_bytes(Encoding.DER)


def certify_oneself(
    key: ec.EllipticCurvePrivateKey, subject: Subject, *, at: datetime, randomness: Randomness
) -> bytes:
    """Issue a certificate of a key over itself, which shows that its maker holds it and certifies nobody.

    It takes the place of the root's until the root's holder issues that. DER.
    """
    builder = _builder(subject, key.public_key(), at=at, until=at + USER_VALIDITY, randomness=randomness)
    builder = builder.issuer_name(subject.to_name()).add_extension(
        x509.BasicConstraints(ca=False, path_length=None), critical=True
    )
    return builder.sign(key, SHA256(), ecdsa_deterministic=True).public_bytes(Encoding.DER)


def issue_leaf(
    root_key: ec.EllipticCurvePrivateKey,
    root: bytes,
    subject: Subject,
    public_key: bytes,
    *,
    at: datetime,
    randomness: Randomness,
) -> bytes:
    """Issue a user's signing certificate: digitalSignature, nonRepudiation, five years at most.

    public_key: SubjectPublicKeyInfo in DER, on P-256. Returns DER.
    """
    issuer = _load(root)
    if not issuer.not_valid_before_utc <= at < issuer.not_valid_after_utc:
        raise CertificateRequestError("the vault's root certificate is not valid at this time")
    return _issue(
        root_key, issuer, subject, public_key, since=at, until=at + USER_VALIDITY, randomness=randomness
    )


def renew_leaf(
    root_key: ec.EllipticCurvePrivateKey,
    root: bytes,
    subject: Subject,
    former: bytes,
    *,
    until: datetime,
    randomness: Randomness,
) -> bytes:
    """Issue a certificate over the key of a former one, valid from the same time, for another subject or end.

    So what the key signed under the former certificate stays within its time. until: no later than the end of
    the root. Returns DER.
    """
    issuer, holder = _load(root), read_holder(former)
    if not holder.not_before < until:
        raise CertificateRequestError("a certificate must end after it begins")
    return _issue(
        root_key,
        issuer,
        subject,
        holder.public_key,
        since=holder.not_before,
        until=until,
        randomness=randomness,
    )


def _issue(
    root_key: ec.EllipticCurvePrivateKey,
    issuer: x509.Certificate,
    subject: Subject,
    public_key: bytes,
    *,
    since: datetime,
    until: datetime,
    randomness: Randomness,
) -> bytes:
    holder = load_der_public_key(public_key)
    if not isinstance(holder, ec.EllipticCurvePublicKey) or not isinstance(holder.curve, ec.SECP256R1):
        raise CertificateRequestError("a signing certificate needs a key on the curve P-256")
    until = min(until, issuer.not_valid_after_utc)
    builder = (
        _builder(subject, holder, at=since, until=until, randomness=randomness)
        .issuer_name(issuer.subject)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(sign_certificates=False), critical=True)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(root_key.public_key()), critical=False
        )
    )
    if subject.function:
        builder = builder.add_extension(_text(FUNCTION, subject.function), critical=False)
    return builder.sign(root_key, SHA256(), ecdsa_deterministic=True).public_bytes(Encoding.DER)


def is_signing_key(public_key: bytes) -> bool:
    """Whether a key (SubjectPublicKeyInfo, DER) is one on P-256: no other one gets a certificate."""
    try:
        key = load_der_public_key(public_key)
    except _UNREADABLE:
        return False
    return isinstance(key, ec.EllipticCurvePublicKey) and isinstance(key.curve, ec.SECP256R1)


def verify_leaf(untrusted_leaf: bytes, root: bytes, *, at: datetime) -> None:
    """Raise CertificateError unless the root issued the leaf, both are valid then, and the leaf may sign."""
    leaf, issuer = _load(untrusted_leaf), _load(root)
    try:
        leaf.verify_directly_issued_by(issuer)
        constraints = leaf.extensions.get_extension_for_class(x509.BasicConstraints).value
        usage = leaf.extensions.get_extension_for_class(x509.KeyUsage).value
    except (InvalidSignature, x509.ExtensionNotFound, *_UNREADABLE):
        raise CertificateError("a certificate was not issued by the vault's root certificate") from None
    if constraints.ca or not (usage.digital_signature and usage.content_commitment):
        raise CertificateError("the certificate may not sign statements")
    for certificate in (leaf, issuer):
        if not certificate.not_valid_before_utc <= at <= certificate.not_valid_after_utc:
            raise CertificateError("a certificate was not valid at the time of signing")


def is_by_itself(untrusted_leaf: bytes) -> bool:
    """Whether a certificate (DER) is one of a key on P-256 over itself, as `certify_oneself` makes it."""
    try:
        leaf = _load(untrusted_leaf)
        leaf.verify_directly_issued_by(leaf)
        holder = leaf.public_key()
    except (CertificateError, InvalidSignature, *_UNREADABLE):
        return False
    return isinstance(holder, ec.EllipticCurvePublicKey) and isinstance(holder.curve, ec.SECP256R1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """The holder of a certificate: the public key (SubjectPublicKeyInfo, DER), the name, office and id in its
    subject, and the function that the root gave them; empty if it says none.
    """

    public_key: bytes
    name: str
    organisation: str
    serial_number: str
    function: str
    not_before: datetime
    not_after: datetime


def read_holder(untrusted_leaf: bytes) -> Holder:
    """Return the holder of a certificate without checking it.

    Raises CertificateError if it cannot be read.
    """
    leaf = _load(untrusted_leaf)
    try:
        return Holder(
            public_key=leaf.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo),
            name=_only(leaf.subject, NameOID.COMMON_NAME),
            organisation=_only(leaf.subject, NameOID.ORGANIZATION_NAME),
            serial_number=_only(leaf.subject, NameOID.SERIAL_NUMBER),
            function=_read_text(leaf, FUNCTION),
            not_before=leaf.not_valid_before_utc,
            not_after=leaf.not_valid_after_utc,
        )
    except _UNREADABLE:
        raise CertificateError("a certificate cannot be read") from None


def _only(name: x509.Name, oid: x509.ObjectIdentifier) -> str:
    """Return the attribute of a name that has exactly one of this kind; else an empty text."""
    found = name.get_attributes_for_oid(oid)
    return str(found[0].value) if len(found) == 1 else ""


def read_founder(root: bytes) -> str:
    """Return the id of the first user's signing key in a root certificate; empty in an older one."""
    return _read_text(_load(root), FOUNDER)


def _text(oid: x509.ObjectIdentifier, text: str) -> x509.UnrecognizedExtension:
    encoded = text.encode("utf-8")
    return x509.UnrecognizedExtension(oid, bytes([_UTF8_STRING, len(encoded)]) + encoded)


def _read_text(certificate: x509.Certificate, oid: x509.ObjectIdentifier) -> str:
    """Return the text of an extension of ours; empty if there is none, or not in our form."""
    try:
        extension = certificate.extensions.get_extension_for_oid(oid).value
    except x509.ExtensionNotFound:
        return ""
    value = extension.value if isinstance(extension, x509.UnrecognizedExtension) else b""
    in_form = len(value) > 2 and value[0] == _UTF8_STRING and value[1] == len(value) - 2
    return value[2:].decode("utf-8") if in_form else ""


def _builder(
    subject: Subject,
    public_key: ec.EllipticCurvePublicKey,
    *,
    at: datetime,
    until: datetime,
    randomness: Randomness,
) -> x509.CertificateBuilder:
    serial = (int.from_bytes(draw(randomness, 20), "big") >> 1) | 1
    return (
        x509.CertificateBuilder()
        .subject_name(subject.to_name())
        .public_key(public_key)
        .serial_number(serial)
        .not_valid_before(_to_second(at))
        .not_valid_after(_to_second(until))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public_key), critical=False)
    )


def _to_second(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise CertificateRequestError("a certificate needs a time with its offset from UTC")
    return at.astimezone(UTC).replace(microsecond=0)


def _usage(*, sign_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not sign_certificates,
        content_commitment=not sign_certificates,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=sign_certificates,
        crl_sign=sign_certificates,
        encipher_only=False,
        decipher_only=False,
    )


def _load(untrusted: bytes) -> x509.Certificate:
    try:
        certificate = x509.load_der_x509_certificate(untrusted)
    except _UNREADABLE:
        raise CertificateError("a certificate cannot be read") from None
    # A signature is whole bytes; the library also takes a bit string that claims to leave a bit unused.
    if not untrusted.endswith(b"\x00" + certificate.signature):
        raise CertificateError("the signature of a certificate does not follow the standard")
    return certificate
