"""Closing an envelope: a stream of any length becomes CMS AuthEnvelopedData with AES-256-GCM.

The content is written in pieces of indefinite length (X.690, 8.1.3.6), so that nothing of it is held; what
stands before and after it is DER. The type of the content is data, and there are no attributes: the tag
protects the content, and the signature inside says whose it is.
"""

from collections.abc import Sequence
from typing import Protocol

from asn1crypto import cms, core
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import GCM

from thb_desktop.crypto.envelopes.recipients import Recipient
from thb_desktop.crypto.material import Randomness, draw, new_key, wipe
from thb_desktop.errors import RecipientMissingError

AUTH_ENVELOPED = "1.2.840.113549.1.9.16.1.23"
DATA = "1.2.840.113549.1.7.1"
AES256_GCM = "2.16.840.1.101.3.4.1.46"
NONCE_LENGTH = 12
TAG_LENGTH = 16
_SEQUENCE, _FIRST, _OCTETS, _END = b"\x30\x80", b"\xa0\x80", 0x04, b"\x00\x00"
_VERSION = b"\x02\x01\x00"
_MARGIN = 15
"""Bytes that the cipher wants beyond what it writes."""


class Writable(Protocol):
    """Something bytes can be written to."""

    def write(self, data: bytes | memoryview, /) -> object:
        """Take all of the bytes; they may change when it has returned."""


class GcmParameters(core.Sequence):  # type: ignore[misc]  # the library has no types
    """The parameters of AES-GCM (RFC 5084, 3.2)."""

    _fields = [  # noqa: RUF012 - as the library reads it
        ("nonce", core.OctetString),
        ("tag_length", core.Integer, {"default": 12}),
    ]


class EnvelopeWriter:
    """An envelope that is written while its content comes, in pieces as long as the caller likes."""

    def __init__(self, target: Writable, recipients: Sequence[Recipient], *, randomness: Randomness) -> None:
        """Write what stands before the content. Each recipient alone will open the envelope.

        Raises RecipientMissingError if there is none; errors of the target pass.
        """
        if not recipients:
            raise RecipientMissingError("an envelope needs a recipient")
        self._target = target
        key, nonce = new_key(randomness), draw(randomness, NONCE_LENGTH)
        try:
            infos = cms.RecipientInfos([each.info(key, randomness) for each in recipients])
            self._encryptor = Cipher(AES(key), GCM(nonce)).encryptor()
        finally:
            wipe(key)
        self._room = memoryview(bytearray())
        """Of one piece with what stands before it: memory of the system is asked for once, not for each."""
        target.write(_SEQUENCE + core.ObjectIdentifier(AUTH_ENVELOPED).dump() + _FIRST)
        target.write(_SEQUENCE + _VERSION + infos.dump())
        target.write(_SEQUENCE + core.ObjectIdentifier(DATA).dump() + _algorithm(nonce) + _FIRST)

    def write(self, piece: bytes | memoryview, /) -> None:
        """Add to the content."""
        if not piece:
            return
        header = _header(len(piece))
        end = len(header) + len(piece)
        if len(self._room) < end + _MARGIN:
            self._room = memoryview(bytearray(end + _MARGIN))
        self._room[: len(header)] = header
        self._encryptor.update_into(piece, self._room[len(header) :])
        self._target.write(self._room[:end])

    def close(self) -> None:
        """Write what stands behind the content; the target stays open."""
        self._encryptor.finalize()
        tag = core.OctetString(self._encryptor.tag).dump()
        self._target.write(_END + _END + tag + _END + _END + _END)


def _algorithm(nonce: bytes) -> bytes:
    parameters = GcmParameters({"nonce": nonce, "tag_length": TAG_LENGTH})
    named = cms.EncryptionAlgorithm({"algorithm": AES256_GCM, "parameters": parameters})
    return bytes(named.dump())


def _header(length: int) -> bytes:
    if length < 0x80:
        return bytes([_OCTETS, length])
    width = (length.bit_length() + 7) // 8
    return bytes([_OCTETS, 0x80 | width]) + length.to_bytes(width)
