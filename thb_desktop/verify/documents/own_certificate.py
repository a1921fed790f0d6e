"""The one form in which this program writes the certificates of an office, compared part by part.

Of a certificate in this form it is known that every reader reads it alike, that its key and its digest are
strong, what it may sign, and that it contains no restriction which is not looked at.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from thb_desktop.errors import CertificateError, NotCanonicalError, SignatureError
from thb_desktop.verify.certificates import Certificate, read_certificate
from thb_desktop.verify.der import Element, children, read_element
from thb_desktop.verify.documents.own_form import encoded
from thb_desktop.verify.documents.shown import shown
from thb_desktop.verify.p256 import read_public_key

_SUBJECT_KEY = bytes.fromhex("301d0603551d0e04160414")
_ISSUER_KEY = bytes.fromhex("301f0603551d23041830168014")
"""What stands before the 20 bytes that identify a key."""
_OF_ROOT = (
    bytes.fromhex("30120603551d130101ff040830060101ff020100"),
    bytes.fromhex("300e0603551d0f0101ff040403020106"),
)
"""An authority, with none below it, that signs certificates."""
_OF_USER = (bytes.fromhex("300c0603551d130101ff04023000"), bytes.fromhex("300e0603551d0f0101ff0404030206c0"))
"""No authority; it signs documents."""
_FOUNDER = bytes.fromhex("06146981be8c8ee3cdf0d2bdd79da1caefa1e2d7d352")
_FUNCTION = bytes.fromhex("06146982f0acc792aa90ba9aebba8cdf83cff08ded63")
_ORGANISATION, _COMMON_NAME, _USER = (bytes.fromhex(f"06035504{kind}") for kind in ("0a", "03", "05"))
_SEQUENCE, _SET, _INTEGER, _OCTETS, _UTF8, _PRINTABLE = 0x30, 0x31, 0x02, 0x04, 0x0C, 0x13
_UTC_TIME, _GENERALIZED_TIME = 0x17, 0x18
_FIRST_YEAR, _YEAR_OF_LONG_TIMES = 1970, 2050
_LONGEST_SERIAL, _LONGEST_NAME = 20, 64
_ID = re.compile(r"[0-9A-Za-z-]{1,64}", re.ASCII)


@dataclass(frozen=True, slots=True)
class OwnCertificate:
    """A certificate in our form. name: as it is shown."""

    read: Certificate
    serial: bytes
    name: str


def read_own_root(untrusted: bytes) -> OwnCertificate | None:
    """Return the certificate (DER) if it is in the form of a root; that its signature fits is not checked."""
    return _read(untrusted, is_root=True)


def read_own_user(untrusted: bytes) -> OwnCertificate | None:
    """Return the certificate (DER) if it is in the form of one that a root issues, likewise."""
    return _read(untrusted, is_root=False)


def _read(untrusted: bytes, *, is_root: bool) -> OwnCertificate | None:
    try:
        read = read_certificate(untrusted)
        read_public_key(read.public_key)
        return _in_form(untrusted, read, is_root=is_root)
    except (CertificateError, SignatureError, NotCanonicalError):
        return None


def _in_form(untrusted: bytes, read: Certificate, *, is_root: bool) -> OwnCertificate | None:
    to_sign = children(untrusted, read_element(untrusted, 0, len(untrusted)))[0]
    _, serial, _, issuer, validity, subject, _, extensions = children(untrusted, to_sign)
    number = untrusted[serial.body : serial.end]
    names = _names(untrusted, subject)
    if (
        names is None
        or _names(untrusted, issuer) is None
        or not _is_number(serial, number)
        or not _are_times(children(untrusted, validity), (read.not_before, read.not_after))
        or not _are_extensions(untrusted, children(untrusted, extensions)[0], read, is_root=is_root)
    ):
        return None
    organisation, common_name = names
    return OwnCertificate(read, number, shown(f"{common_name}, {organisation}"))


def _is_number(serial: Element, number: bytes) -> bool:
    """Whether a serial number is a positive one of the usual length."""
    positive = number[:1] < b"\x80" and any(number)
    return serial.tag == _INTEGER and len(number) <= _LONGEST_SERIAL and positive


def _are_times(told: list[Element], times: tuple[datetime, datetime]) -> bool:
    """Whether each time has the form that its year demands (RFC 5280, 4.1.2.5)."""
    return all(
        at.year >= _FIRST_YEAR
        and each.tag == (_UTC_TIME if at.year < _YEAR_OF_LONG_TIMES else _GENERALIZED_TIME)
        for each, at in zip(told, times, strict=True)
    )


def _names(data: bytes, name: Element) -> tuple[str, str] | None:
    """Return the organisation and the common name of a name with only these, and perhaps a user's id."""
    try:
        values = [
            data[value.body : value.end].decode()
            for group in children(data, name)
            for attribute in children(data, group)
            for value in children(data, attribute)[1:]
        ]
    except UnicodeDecodeError:
        return None
    if len(values) not in (2, 3) or not all(0 < len(value) <= _LONGEST_NAME for value in values):
        return None
    if len(values) == 3 and not _ID.fullmatch(values[2]):
        return None
    tags = ((_ORGANISATION, _UTF8), (_COMMON_NAME, _UTF8), (_USER, _PRINTABLE))
    parts = [
        encoded(_SET, encoded(_SEQUENCE, kind, encoded(tag, value.encode())))
        for (kind, tag), value in zip(tags, values, strict=False)
    ]
    return (values[0], values[1]) if data[name.start : name.end] == encoded(_SEQUENCE, *parts) else None


def _are_extensions(data: bytes, listed: Element, read: Certificate, *, is_root: bool) -> bool:
    """Whether the extensions are those of its kind, in our order."""
    told = [data[each.start : each.end] for each in children(data, listed)]
    kind, text = (_FOUNDER, read.founder) if is_root else (_FUNCTION, read.function)
    awaited = [each for each in told[:1] if _is_identifier(each, _SUBJECT_KEY)]
    awaited += _OF_ROOT if is_root else _OF_USER
    if not is_root:
        awaited += [each for each in told[3:4] if _is_identifier(each, _ISSUER_KEY)]
    if text:
        awaited.append(encoded(_SEQUENCE, kind, encoded(_OCTETS, encoded(_UTF8, text.encode()))))
    return told == awaited


def _is_identifier(extension: bytes, begins: bytes) -> bool:
    return extension.startswith(begins) and len(extension) == len(begins) + 20
