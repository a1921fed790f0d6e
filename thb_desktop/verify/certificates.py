"""The certificates of a vault, checked with only the standard library (RFC 5280, only our own profile)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256

from thb_desktop.errors import CertificateError, NotCanonicalError, SignatureError
from thb_desktop.ledger.entry import VerifySignature
from thb_desktop.verify.der import Element, children, read_element, verify_der
from thb_desktop.verify.p256 import verify_signature

_COMMON_NAME = "55 04 03"
_SERIAL_NUMBER = "55 04 05"
_BASIC_CONSTRAINTS = "55 1d 13"
_KEY_USAGE = "55 1d 0f"
_FOUNDER = "69 81 be 8c 8e e3 cd f0 d2 bd d7 9d a1 ca ef a1 e2 d7 d3 52"
_FUNCTION = "69 82 f0 ac c7 92 aa 90 ba 9a eb ba 8c df 83 cf f0 8d ed 63"
"""2.25.244809298197096717302643302785419015907, in `docs/formats/bundle-signatures.md`."""
_ECDSA_WITH_SHA256 = bytes.fromhex("300a06082a8648ce3d040302")
_DIGITAL_SIGNATURE, _CERTIFICATE_SIGN = 0x80, 0x04

_SEQUENCE, _SET, _INTEGER, _BITS, _OCTETS, _OID, _BOOLEAN = 0x30, 0x31, 0x02, 0x03, 0x04, 0x06, 0x01
_VERSION, _EXTENSIONS, _UTF8 = 0xA0, 0xA3, 0x0C
_TEXTS = {_UTF8: "utf-8", 0x13: "ascii"}
_UTC_TIME, _GENERALIZED_TIME = 0x17, 0x18
_TIME = re.compile(r"([1-9]\d{3})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z", re.ASCII)
"""The year, month, day, hour, minute and second of a GeneralizedTime."""
_FIRST_OF_19 = "69"


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """The fields of a certificate that are checked. signed, signature: the signed part, and r and s."""

    der: bytes
    signed: bytes
    signature: bytes
    issuer: bytes
    subject: bytes
    public_key: bytes
    not_before: datetime
    not_after: datetime
    is_authority: bool
    may_sign: bool
    common_name: str
    agent: str
    """The user's id, from the subject's serialNumber; empty if there is none."""
    function: str
    """The user's role as the root certified it; empty if the certificate says none."""
    founder: str
    """Of a root: the id of the first user's signing key; empty if it names none."""

    @property
    def fingerprint(self) -> str:
        return sha256(self.der).hexdigest()

    @property
    def key_id(self) -> str:
        return sha256(self.public_key).hexdigest()

    def valid_at(self, at: datetime) -> bool:
        return self.not_before <= at <= self.not_after


@lru_cache(maxsize=16)
def read_certificate(untrusted: bytes) -> Certificate:
    """Parse a certificate of our profile: version 3, P-256, ECDSA with SHA-256. Raises CertificateError.

    A check asks for the same few again and again; each is parsed once.
    """
    try:
        verify_der(untrusted)
        return _read(untrusted)
    except (NotCanonicalError, ValueError, IndexError, KeyError):
        raise CertificateError("a certificate cannot be read") from None


def verify_root(root: Certificate) -> None:
    """Verify that a root certificate is self-signed and may issue others. Raises CertificateError."""
    if not root.is_authority or root.issuer != root.subject:
        raise CertificateError("the root certificate may not issue certificates")
    _verify_issued(root, root)


def verify_user(user: Certificate, root: Certificate, verify: VerifySignature = verify_signature) -> None:
    """Verify that the root issued a user's certificate, for signing only. Raises CertificateError."""
    if user.is_authority or not user.may_sign:
        raise CertificateError("a user's certificate may not sign")
    if user.issuer != root.subject:
        raise CertificateError("a user's certificate was issued by someone else than the root")
    _verify_issued(user, root, verify)


def _verify_issued(
    certificate: Certificate, issuer: Certificate, verify: VerifySignature = verify_signature
) -> None:
    try:
        verify(issuer.public_key, certificate.signed, certificate.signature)
    except SignatureError:
        raise CertificateError("the signature of a certificate does not match its issuer") from None


def _read(data: bytes) -> Certificate:
    signed, algorithm, signature = _inside(data, read_element(data, 0, len(data)), _SEQUENCE)
    version, _serial, inner, issuer, validity, subject, key, extensions = _inside(data, signed, _SEQUENCE)
    if _raw(data, algorithm) != _ECDSA_WITH_SHA256 or _raw(data, inner) != _ECDSA_WITH_SHA256:
        raise ValueError
    if _content(data, version, _VERSION) != b"\x02\x01\x02":
        raise ValueError
    not_before, not_after = (_time(data, each) for each in _inside(data, validity, _SEQUENCE))
    names = _names(data, subject)
    is_authority, usage, texts = _read_extensions(data, extensions)
    return Certificate(
        der=data,
        signed=_raw(data, signed),
        signature=_raw_signature(_content(data, signature, _BITS)),
        issuer=_raw(data, issuer),
        subject=_raw(data, subject),
        public_key=_raw(data, key),
        not_before=not_before,
        not_after=not_after,
        is_authority=is_authority and bool(usage & _CERTIFICATE_SIGN),
        may_sign=bool(usage & _DIGITAL_SIGNATURE),
        common_name=names.get(_COMMON_NAME, ""),
        agent=names.get(_SERIAL_NUMBER, ""),
        function=texts.get(_FUNCTION, ""),
        founder=texts.get(_FOUNDER, ""),
    )


def _read_extensions(data: bytes, extensions: Element) -> tuple[bool, int, Mapping[str, str]]:
    """Return whether this is the certificate of an authority, the bits of its key usage (or all), and the
    texts of our own extensions.
    """
    (listed,) = _inside(data, extensions, _EXTENSIONS)
    is_authority, usage, texts = False, 0xFF, dict[str, str]()
    seen = set()
    for extension in _inside(data, listed, _SEQUENCE):
        name, *critical, value = _inside(data, extension, _SEQUENCE)
        oid = _content(data, name, _OID).hex(" ")
        content = _content(data, value, _OCTETS)
        verify_der(content)
        if oid in seen:
            raise ValueError
        seen.add(oid)
        if oid == _BASIC_CONSTRAINTS:
            parts = _inside(content, read_element(content, 0, len(content)), _SEQUENCE)
            is_authority = bool(parts) and _content(content, parts[0], _BOOLEAN) == b"\xff"
        elif oid == _KEY_USAGE:
            usage = _content(content, read_element(content, 0, len(content)), _BITS)[1]
        elif oid in (_FUNCTION, _FOUNDER):
            texts[oid] = _content(content, read_element(content, 0, len(content)), _UTF8).decode("utf-8")
        elif critical and _content(data, critical[0], _BOOLEAN) != b"\x00":
            raise ValueError
    return is_authority, usage, texts


def _names(data: bytes, subject: Element) -> Mapping[str, str]:
    names = dict[str, str]()
    for group in _inside(data, subject, _SEQUENCE):
        for attribute in _inside(data, group, _SET):
            name, value = _inside(data, attribute, _SEQUENCE)
            oid = _content(data, name, _OID).hex(" ")
            if oid in names:
                raise ValueError
            names[oid] = data[value.body : value.end].decode(_TEXTS[value.tag])
    return names


def _time(data: bytes, element: Element) -> datetime:
    """Return a time in UTC; the two digits of a UTCTime are a year from 1969 to 2068, as in POSIX."""
    if element.tag not in (_UTC_TIME, _GENERALIZED_TIME):
        raise ValueError
    text = data[element.body : element.end].decode("ascii")
    if element.tag == _UTC_TIME:
        text = ("19" if text >= _FIRST_OF_19 else "20") + text
    found = _TIME.fullmatch(text)
    if found is None:
        raise ValueError
    year, month, day, hour, minute, second = map(int, found.groups())
    return datetime(year, month, day, hour, minute, second, tzinfo=UTC)


def _raw_signature(bits: bytes) -> bytes:
    """Turn a BIT STRING with SEQUENCE { r, s } into r and s of 32 bytes each."""
    if bits[:1] != b"\x00":
        raise ValueError
    return signature_from_der(bits[1:])


def signature_from_der(der: bytes) -> bytes:
    """Turn SEQUENCE { INTEGER r, INTEGER s }, strict DER, into 64 bytes. Raises CertificateError."""
    try:
        verify_der(der)
        r, s = (
            int.from_bytes(_content(der, part, _INTEGER), "big", signed=True)
            for part in _inside(der, read_element(der, 0, len(der)), _SEQUENCE)
        )
        return r.to_bytes(32, "big") + s.to_bytes(32, "big")
    except (NotCanonicalError, ValueError, OverflowError):
        raise CertificateError("a signature is not a pair of positive numbers in DER") from None


def _inside(data: bytes, parent: Element, tag: int) -> list[Element]:
    if parent.tag != tag:
        raise ValueError
    return children(data, parent)


def _content(data: bytes, element: Element, tag: int) -> bytes:
    if element.tag != tag:
        raise ValueError
    return data[element.body : element.end]


def _raw(data: bytes, element: Element) -> bytes:
    return data[element.start : element.end]
