"""The one form in which this program writes a signature's message, so that none of its bytes can vary."""

from datetime import datetime
from hashlib import sha256
from typing import NamedTuple

from thb_desktop.errors import NotCanonicalError
from thb_desktop.verify.der import Element, children, read_element

_SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")
_DATA = bytes.fromhex("06092a864886f70d010701")
_SHA256 = bytes.fromhex("300d06096086480165030402010500")
_ECDSA = bytes.fromhex("300a06082a8648ce3d040302")
_VERSION_1 = bytes.fromhex("020101")
_CONTENT_TYPE = bytes.fromhex("301806092a864886f70d010903310b06092a864886f70d010701")
_ALGORITHMS = bytes.fromhex(
    "302a06092a864886f70d010934311d301b300d06096086480165030402010500a10a06082a8648ce3d040302"
)
_TIME = bytes.fromhex("301c06092a864886f70d010905310f170d")
_DIGEST = bytes.fromhex("302f06092a864886f70d01090431220420")
_CERTIFICATE = bytes.fromhex("3037060b2a864886f70d010910022f31283026302430220420")
_SEQUENCE, _SET, _OCTETS, _TAGGED = 0x30, 0x31, 0x04, 0xA0


class OwnMessage(NamedTuple):
    """The parts of a message that can vary. signed: the bytes over which the value is made."""

    certificates: tuple[bytes, bytes]
    signed: bytes
    value: bytes


def read_message(message: bytes) -> OwnMessage | None:
    """Return the parts of a message with two certificates and one signature; None of any other."""
    try:
        signed = _at(message, read_element(message, 0, len(message)), 1, 0)
        first, second = (_raw(message, each) for each in children(message, _at(message, signed, 3)))
        attributes, value = (_at(message, signed, 4, 0, place) for place in (3, 5))
    except (NotCanonicalError, IndexError, ValueError):
        return None
    stated = bytes([_SET]) + message[attributes.start + 1 : attributes.end]
    return OwnMessage((first, second), stated, message[value.body : value.end])


def is_own_form(message: bytes, digest: bytes, signer: bytes, at: datetime | None = None) -> bool:
    """Whether a message is what this program writes around its two certificates and its signature value.

    digest: SHA-256 of the signed content. signer: the certificate of the signer, in DER. at: the claimed time
    that the message states itself, as that of a package does and that in a PDF does not.
    """
    parts = read_message(message)
    try:
        return parts is not None and message == _message(parts, digest, signer, at)
    except (NotCanonicalError, IndexError):
        return False


def _message(parts: OwnMessage, digest: bytes, signer: bytes, at: datetime | None) -> bytes:
    to_sign = _at(signer, read_element(signer, 0, len(signer)), 0)
    serial, issuer = (_raw(signer, _at(signer, to_sign, place)) for place in (1, 3))
    timed = b"" if at is None else _TIME + at.strftime("%y%m%d%H%M%SZ").encode()
    stated = _CONTENT_TYPE + timed + _ALGORITHMS + _DIGEST + digest + _CERTIFICATE + sha256(signer).digest()
    name = encoded(_SEQUENCE, issuer, serial)
    info = encoded(
        _SEQUENCE, _VERSION_1, name, _SHA256, encoded(_TAGGED, stated), _ECDSA, encoded(_OCTETS, parts.value)
    )  # fmt: skip
    signed = encoded(
        _SEQUENCE,
        _VERSION_1,
        encoded(_SET, _SHA256),
        encoded(_SEQUENCE, _DATA),
        encoded(_TAGGED, *sorted(parts.certificates)),
        encoded(_SET, info),
    )
    return encoded(_SEQUENCE, _SIGNED_DATA, encoded(_TAGGED, signed))


def _at(data: bytes, element: Element, *places: int) -> Element:
    """Return an element inside another, by its place in each level."""
    for place in places:
        element = children(data, element)[place]
    return element


def _raw(data: bytes, element: Element) -> bytes:
    return data[element.start : element.end]


def encoded(tag: int, *values: bytes) -> bytes:
    """Return an element in DER."""
    body = b"".join(values)
    size = len(body).to_bytes((len(body).bit_length() + 7) // 8)
    return bytes([tag, *([0x80 | len(size)] if len(body) > 127 else ())]) + size + body
