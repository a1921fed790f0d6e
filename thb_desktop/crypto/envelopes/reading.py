"""Opening an envelope: nothing of its content is given out before its tag was found to be right.

One that is held in memory is decrypted there. Of any other the content is read twice: once to compare the
tag, once to give it out. If the file changes in between, the second reading ends in the refusal.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import BinaryIO

from asn1crypto import cms, core
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import AEADDecryptionContext, Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import GCM

from thb_desktop.crypto.envelopes.ber import BerReader, InMemory
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
_MARGIN = 15
"""Bytes that the cipher wants beyond what it writes. The tag stands behind the content."""
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


def open_in_place(untrusted: memoryview, openers: Sequence[Opener]) -> memoryview:
    """Decrypt an envelope where it lies in memory; return its content, which lies there now.

    Raises what `open_envelope` raises; what lies there then is nobody's to read.
    """
    with _refusals():
        reader, end = BerReader(InMemory(untrusted)), 0
        decryptor = _decryptor(reader, openers)
        for piece in _content(reader):  # what stands between pieces goes: one lies behind the other
            here = untrusted[end : end + len(piece)]
            here[:] = piece
            decryptor.update_into(here, untrusted[end : end + len(piece) + _MARGIN])
            end += len(piece)
        _verify_end(reader, decryptor)
        return untrusted[:end]


def key_names(untrusted: BinaryIO) -> tuple[str, ...]:
    """Return how an envelope names the keys that open it, in hex: the serial number of a certificate, or the
    identifier of a key; empty for a passphrase. Its issuer is left out: it may be the name of a person.

    Raises EnvelopeMalformedError.
    """
    with _refusals():
        return tuple(name for each in _infos(BerReader(untrusted)) for name in _names(each))


def _names(info: cms.RecipientInfo) -> Iterator[str]:
    if info.name == "pwri":
        yield ""
    elif info.name == "ktri":
        yield _key_name(info.chosen["rid"])
    else:
        yield from (_key_name(each["rid"]) for each in info.chosen["recipient_encrypted_keys"])


def _key_name(identifier: core.Choice) -> str:
    if identifier.name == "issuer_and_serial_number":
        return f"{identifier.chosen['serial_number'].native:X}"
    named = identifier.chosen
    octets = named["subject_key_identifier"] if identifier.name == "r_key_id" else named
    return bytes(octets.native).hex().upper()


def _pieces(untrusted: BinaryIO, openers: Sequence[Opener]) -> Iterator[bytes]:
    with _refusals():
        reader = BerReader(untrusted, at=untrusted.tell())
        decryptor = _decryptor(reader, openers)
        for piece in _gathered(_content(reader)):
            yield decryptor.update(piece)
        _verify_end(reader, decryptor)


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except InvalidTag:
        raise EnvelopeDamagedError("the content of an envelope was changed") from None
    except (ValueError, TypeError, KeyError, OverflowError):  # what asn1crypto raises for odd values
        raise EnvelopeMalformedError("a file is not a CMS envelope that the program can read") from None


def _decryptor(reader: BerReader, openers: Sequence[Opener]) -> AEADDecryptionContext:
    """Read what stands before the content."""
    infos = _infos(reader)
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
        return Cipher(AES(key), GCM(parameters["nonce"].native)).decryptor()
    finally:
        wipe(key)


def _infos(reader: BerReader) -> cms.RecipientInfos:
    """Read up to what names the recipients, and that."""
    reader.enter(_SEQUENCE)
    _require(reader, AUTH_ENVELOPED)
    reader.enter(0xA0)
    reader.enter(_SEQUENCE)
    reader.element(limit=16)  # the version says nothing that the rest does not
    if reader.peek() == _ORIGINATOR:
        reader.element(limit=_HEAD_LIMIT)
    return cms.RecipientInfos.load(reader.element(limit=_HEAD_LIMIT))


def _verify_end(reader: BerReader, decryptor: AEADDecryptionContext) -> None:
    """Read what stands behind the content. Raises InvalidTag."""
    reader.leave()
    if reader.peek() == _ATTRIBUTES:
        raise EnvelopeAlgorithmError("attributes beside the content", AUTH_ENVELOPED)
    tag = core.OctetString.load(reader.element(limit=64)).native
    decryptor.finalize_with_tag(tag)
    if not reader.at_end():
        reader.element(limit=_HEAD_LIMIT)  # attributes that nothing protects
    for _ in range(3):
        reader.leave()


def _content(reader: BerReader) -> Iterator[bytes | memoryview]:
    """Give out the encrypted content: one octet string, or several in a constructed one."""
    if reader.peek() == _WHOLE:
        yield from _taken(reader, reader.octets())
        return
    reader.enter(_PIECES)
    short = 0
    while not reader.at_end():
        length = reader.octets()
        short += length < _SHORT
        if short > _MOST_SHORT:
            raise EnvelopeMalformedError("the content of an envelope is cut into too many pieces")
        yield from _taken(reader, length)
    reader.leave()


def _taken(reader: BerReader, left: int) -> Iterator[bytes | memoryview]:
    while left:
        piece = reader.take(min(left, _PIECE))
        left -= len(piece)
        yield piece


def _gathered(pieces: Iterable[bytes | memoryview]) -> Iterator[bytes | bytearray]:
    gathered = bytearray()
    for piece in pieces:
        if len(gathered) + len(piece) > _PIECE:
            yield gathered
            gathered.clear()
        gathered += piece
    yield gathered


def _require(reader: BerReader, identifier: str) -> None:
    told = core.ObjectIdentifier.load(reader.element(limit=64)).dotted
    if told != identifier:
        raise EnvelopeAlgorithmError("a form", told)


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
