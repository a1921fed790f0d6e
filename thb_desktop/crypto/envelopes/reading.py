"""Opening an envelope: nothing of its content is given out before its tag was found to be right.

The content is read twice: once to compare the tag, once to give it out. If the file changes in between, the
second reading ends in the refusal.
"""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from asn1crypto import cms, core
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import GCM

from thb_desktop.crypto.envelopes.ber import BerReader
from thb_desktop.crypto.envelopes.openers import Opener, verify_rounds
from thb_desktop.crypto.envelopes.writing import AUTH_ENVELOPED, DATA, NONCE_LENGTH, TAG_LENGTH, GcmParameters
from thb_desktop.crypto.material import wipe
from thb_desktop.errors import (
    EnvelopeAlgorithmError,
    EnvelopeDamagedError,
    EnvelopeMalformedError,
    NotARecipientError,
)

MOST_RECIPIENTS = 200
_HEAD_LIMIT = 1 << 20
"""Bytes of the recipients together, and of the attributes."""
_PIECE = 1 << 20
_SHORT, _MOST_SHORT = 512, 100_000
"""Bytes of a piece that costs more than it brings, and how many of them are read. OpenSSL writes 1,024."""
_CIPHERS = {"aes128_gcm": 16, "aes192_gcm": 24, "aes256_gcm": 32}
_SEQUENCE, _ORIGINATOR, _ATTRIBUTES = 0x30, 0xA0, 0xA1
_WHOLE, _PIECES = 0x80, 0xA0
"""The content, [0] IMPLICIT OCTET STRING: primitive or constructed."""


def open_envelope(untrusted: BinaryIO, openers: Sequence[Opener]) -> Iterator[bytes]:
    """Give out the content of one envelope, a file that can be sought, in pieces of at most 1 MiB.

    Raises EnvelopeMalformedError, EnvelopeAlgorithmError, NotARecipientError, and EnvelopeDamagedError before
    the first piece; EnvelopeDamagedError at the end if the file changed while it was read.
    """
    start = untrusted.tell()
    for _ in _pieces(untrusted, openers):
        pass
    untrusted.seek(start)
    yield from _pieces(untrusted, openers)


def _pieces(untrusted: BinaryIO, openers: Sequence[Opener]) -> Iterator[bytes]:
    try:
        yield from _decrypted(BerReader(untrusted, at=untrusted.tell()), openers)
    except InvalidTag:
        raise EnvelopeDamagedError("the content of an envelope was changed") from None
    except (ValueError, TypeError, KeyError, OverflowError):  # what asn1crypto raises for odd values
        raise EnvelopeMalformedError("a file is not a CMS envelope that the program can read") from None


def _decrypted(reader: BerReader, openers: Sequence[Opener]) -> Iterator[bytes]:
    reader.enter(_SEQUENCE)
    _require(reader, AUTH_ENVELOPED)
    reader.enter(0xA0)
    reader.enter(_SEQUENCE)
    reader.element(limit=16)  # the version says nothing that the rest does not
    if reader.peek() == _ORIGINATOR:
        reader.element(limit=_HEAD_LIMIT)
    infos = cms.RecipientInfos.load(reader.element(limit=_HEAD_LIMIT))
    reader.enter(_SEQUENCE)
    _require(reader, DATA)
    algorithm = cms.EncryptionAlgorithm.load(reader.element(limit=1024))
    length = _CIPHERS.get(algorithm["algorithm"].native)
    if length is None:
        raise EnvelopeAlgorithmError("a cipher of content", algorithm["algorithm"].dotted)
    parameters = GcmParameters.load(algorithm["parameters"].dump())
    if parameters["tag_length"].native != TAG_LENGTH or len(parameters["nonce"].native) != NONCE_LENGTH:
        raise EnvelopeAlgorithmError("a cipher of content", algorithm["algorithm"].dotted)
    key = _key(infos, openers, length)
    try:
        decryptor = Cipher(AES(key), GCM(parameters["nonce"].native)).decryptor()
    finally:
        wipe(key)
    for piece in _content(reader):
        yield decryptor.update(piece)
    reader.leave()
    if reader.peek() == _ATTRIBUTES:
        raise EnvelopeAlgorithmError("attributes beside the content", AUTH_ENVELOPED)
    tag = core.OctetString.load(reader.element(limit=64)).native
    decryptor.finalize_with_tag(tag)
    if not reader.at_end():
        reader.element(limit=_HEAD_LIMIT)  # attributes that nothing protects
    for _ in range(3):
        reader.leave()


def _content(reader: BerReader) -> Iterator[bytes]:
    """Give out the encrypted content: one octet string, or several in a constructed one, gathered."""
    if reader.peek() == _WHOLE:
        yield from _octets(reader)
        return
    reader.enter(_PIECES)
    gathered, short = bytearray(), 0
    while not reader.at_end():
        length = 0
        for piece in _octets(reader):
            if len(gathered) + len(piece) > _PIECE:
                yield bytes(gathered)
                gathered.clear()
            gathered += piece
            length += len(piece)
        short += length < _SHORT
        if short > _MOST_SHORT:
            raise EnvelopeMalformedError("the content of an envelope is cut into too many pieces")
    yield bytes(gathered)
    reader.leave()


def _octets(reader: BerReader) -> Iterator[bytes]:
    left = reader.octets()
    while left:
        piece = reader.take(min(left, _PIECE))
        left -= len(piece)
        yield piece


def _require(reader: BerReader, identifier: str) -> None:
    told = core.ObjectIdentifier.load(reader.element(limit=64)).dotted
    if told != identifier:
        raise EnvelopeAlgorithmError("a kind of envelope", told)


def _key(infos: cms.RecipientInfos, openers: Sequence[Opener], length: int) -> bytearray:
    if len(infos) > MOST_RECIPIENTS:
        raise EnvelopeMalformedError("an envelope has too many recipients")
    verify_rounds(infos)
    for info in infos:
        for opener in openers:
            key = opener.key_of(info)
            if key is not None and len(key) == length:
                return key
    raise NotARecipientError("no key at hand opens this envelope")
