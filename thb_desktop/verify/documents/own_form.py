"""The one form in which this program writes a signature's message, so that none of its bytes can vary."""

from datetime import datetime
from hashlib import sha256

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


def is_own_form(message: bytes, digest: bytes, signer: bytes, at: datetime | None = None) -> bool:
    """Whether a message is what this program writes around its two certificates and its signature value.

    digest: SHA-256 of the signed content. signer: the certificate of the signer, in DER. at: the claimed time
    that the message states itself, as that of a package does and that in a PDF does not.
    """
    try:
        signed = _at(message, read_element(message, 0, len(message)), 1, 0)
        certificates = [message[each.start : each.end] for each in children(message, _at(message, signed, 3))]
        value = _at(message, signed, 4, 0, 5)
        return len(certificates) == 2 and message == _message(
            certificates, digest, signer, message[value.body : value.end], at
        )
    except (NotCanonicalError, IndexError):
        return False


def _message(
    certificates: list[bytes], digest: bytes, signer: bytes, value: bytes, at: datetime | None
) -> bytes:
    to_sign = _at(signer, read_element(signer, 0, len(signer)), 0)
    serial, issuer = (_raw(signer, _at(signer, to_sign, place)) for place in (1, 3))
    timed = b"" if at is None else _TIME + at.strftime("%y%m%d%H%M%SZ").encode()
    stated = _CONTENT_TYPE + timed + _ALGORITHMS + _DIGEST + digest + _CERTIFICATE + sha256(signer).digest()
    name = _der(_SEQUENCE, issuer, serial)
    info = _der(
        _SEQUENCE, _VERSION_1, name, _SHA256, _der(_TAGGED, stated), _ECDSA, _der(_OCTETS, value)
    )  # fmt: skip
    signed = _der(
        _SEQUENCE,
        _VERSION_1,
        _der(_SET, _SHA256),
        _der(_SEQUENCE, _DATA),
        _der(_TAGGED, *sorted(certificates)),
        _der(_SET, info),
    )
    return _der(_SEQUENCE, _SIGNED_DATA, _der(_TAGGED, signed))


def _at(data: bytes, element: Element, *places: int) -> Element:
    """Return an element inside another, by its place in each level."""
    for place in places:
        element = children(data, element)[place]
    return element


def _raw(data: bytes, element: Element) -> bytes:
    return data[element.start : element.end]


def _der(tag: int, *values: bytes) -> bytes:
    body = b"".join(values)
    size = len(body).to_bytes((len(body).bit_length() + 7) // 8)
    return bytes([tag, *([0x80 | len(size)] if len(body) > 127 else ())]) + size + body
