"""Streams: evidence of any size as encrypted messages, each bound to its place in its object.

Cobblestone-256 (C2SP chunked encryption: HKDF-SHA-512, AES-256-GCM, key-committing) is read from start to end
here, so an object is cut into messages of 1 MiB of plaintext. Only the last may be shorter, and empty only if
it is the only one. Each has the context "thb-content/2", vault id, object id, index, last?, so that no
message can be left out, moved or taken from another object. The library draws the salt of each message.

The plaintext of an object is its content, the byte 0x80, and zeros up to the length that Padmé gives to the
content and that byte (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with
PURBs", 2019): at most 12 % more, and of a length tells only its size and a few digits. Objects of the first
format ("thb-content/1") are their content alone.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from cryptography.cobblestone import Cobblestone256Decryptor, Cobblestone256Encryptor
from cryptography.exceptions import InvalidTag

from thb_desktop.errors import ContentDamagedError

MESSAGE_LENGTH = 1 << 20
UNPADDED, PADDED = 1, 2
"""The formats of an object."""
END = b"\x80"
"""The byte between content and zeros."""
_LABELS = {UNPADDED: b"thb-content/1\0", PADDED: b"thb-content/2\0"}
_CHUNK, _TAG, _PREFIX = 1 << 14, 16, 24 + 32
"""Cobblestone: plaintext of a chunk, its tag, and salt and commitment before the first one."""


def sealed_length(length: int) -> int:
    """Return the length of an encrypted message. Its last chunk is always short, so it may be empty."""
    return _PREFIX + length + _TAG * (length // _CHUNK + 1)


FULL_LENGTH = sealed_length(MESSAGE_LENGTH)


def message_count(size: int) -> int:
    """Return how many messages an object of `size` bytes has: at least one."""
    return max(1, -(-size // MESSAGE_LENGTH))


def object_length(size: int) -> int:
    """Return the total length of all messages of an object of `size` bytes."""
    full = message_count(size) - 1
    return full * FULL_LENGTH + sealed_length(size - full * MESSAGE_LENGTH)


def padded_length(size: int) -> int:
    """Return the length of the plaintext for content of `size` bytes: Padmé of the content and its end."""
    length = size + len(END)
    exponent = length.bit_length() - 1
    loose = (1 << max(exponent - exponent.bit_length(), 0)) - 1
    return (length + loose) & ~loose


def open_message(key: bytes | bytearray, context: bytes, untrusted: bytes) -> bytes:
    """Decrypt one whole Cobblestone-256 message, or raise ContentDamagedError and return nothing of it."""
    decryptor = Cobblestone256Decryptor(key, context)
    with _refusal():
        return decryptor.update(untrusted) + decryptor.finalize()


@contextmanager
def _refusal() -> Iterator[None]:
    try:
        yield
    except InvalidTag:
        raise ContentDamagedError("a part of a content object is not what was stored") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectCodec:
    """Encrypts and decrypts the messages of one object. Thread-safe."""

    key: bytearray
    vault_id: bytes
    object_id: bytes
    form: int = PADDED

    def encrypt(self, message: memoryview, index: int, *, last: bool, into: memoryview) -> int:
        """Encrypt one message into a buffer of at least FULL_LENGTH bytes; return the number of bytes
        written.
        """
        encryptor = Cobblestone256Encryptor(self.key, self._context(index, last=last))
        written = encryptor.update_into(message, into)
        rest = encryptor.finalize()
        into[written : written + len(rest)] = rest
        return written + len(rest)

    def decrypt(self, untrusted: bytes, index: int, *, last: bool) -> bytes:
        """Decrypt one message. Raises ContentDamagedError if it is not the one stored in this place."""
        return open_message(self.key, self._context(index, last=last), untrusted)

    def decrypt_into(self, untrusted: memoryview, index: int, *, last: bool, into: memoryview) -> int:
        """The same into a buffer of at least MESSAGE_LENGTH bytes; return the number of bytes written. What
        lies there after a refusal is nobody's to read.

        Memory that serves again makes it several times as fast as memory that is new for each message.
        """
        decryptor = Cobblestone256Decryptor(self.key, self._context(index, last=last))
        with _refusal():
            written = decryptor.update_into(untrusted, into)
            rest = decryptor.finalize()
        into[written : written + len(rest)] = rest
        return written + len(rest)

    def _context(self, index: int, *, last: bool) -> bytes:
        return _LABELS[self.form] + self.vault_id + self.object_id + index.to_bytes(8, "big") + bytes([last])
