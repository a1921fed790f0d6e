"""Reader: one content object, decrypted on demand at any place.

    offset  bytes
    0       8      magic 89 54 48 42 43 0D 0A 1A
    8       4      format version, 1
    12      8      size of the plaintext
    20      ...    the messages of crypto.streams, one after another

The size stands in the database row too, and follows from the length of the file: all three must agree.
"""

import io
import struct
from threading import Lock
from typing import BinaryIO

from thb_desktop.crypto.streams import (
    FULL_LENGTH,
    MESSAGE_LENGTH,
    ObjectCodec,
    message_count,
    object_length,
    sealed_length,
)
from thb_desktop.errors import ContentDamagedError
from thb_desktop.vault.system import medium

_HEAD = struct.Struct(">8sIQ")
_MAGIC = b"\x89THBC\r\n\x1a"
_VERSION = 1


def head(size: int) -> bytes:
    """Return the first 20 bytes of an object with a plaintext of this size."""
    return _HEAD.pack(_MAGIC, _VERSION, size)


def claimed_size(file: BinaryIO) -> int:
    """Return the size that an object claims, if no row states it. Raises ContentDamagedError for another
    file.
    """
    beginning = file.read(_HEAD.size)
    size = _HEAD.unpack(beginning)[2] if len(beginning) == _HEAD.size else 0
    if beginning != head(size):
        raise ContentDamagedError("the beginning of a content object is malformed")
    return int(size)


class ContentReader(io.RawIOBase):
    """One object, read at any place; caches the last decrypted message."""

    def __init__(self, file: BinaryIO, codec: ObjectCodec, size: int) -> None:
        super().__init__()
        self._file = file
        self._codec = codec
        self._size = size
        self._position = 0
        self._lock = Lock()
        self._index = -1
        self._message = b""
        try:
            self._verify_head()
        except BaseException:
            file.close()
            raise

    def read_at(self, offset: int, length: int) -> bytes:
        """Return up to `length` bytes from `offset`; less only at the end."""
        with self._lock:
            end = min(offset + max(length, 0), self._size)
            first, beyond = offset // MESSAGE_LENGTH, -(-end // MESSAGE_LENGTH)
            if self._size == 0:
                self._decrypted(0)
            messages = b"".join(self._decrypted(index) for index in range(first, beyond))
            start = offset - first * MESSAGE_LENGTH
            return messages[start : start + max(end - offset, 0)]

    def readinto(self, buffer: "memoryview | bytearray", /) -> int:  # type: ignore[override]  # the base class takes any buffer
        data = self.read_at(self._position, len(buffer))
        buffer[: len(data)] = data
        self._position += len(data)
        return len(data)

    def readall(self) -> bytes:
        data = self.read_at(self._position, self._size - self._position)
        self._position += len(data)
        return data

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        position = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._size}[whence]
        if position < 0:
            raise ValueError("a position before the beginning")
        self._position = position
        return position

    def tell(self) -> int:
        return self._position

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def close(self) -> None:
        if not self.closed:
            self._file.close()
            self._message = b""
        super().close()

    def _verify_head(self) -> None:
        beginning = self._file.read(_HEAD.size)
        length = self._file.seek(0, io.SEEK_END)
        if beginning != head(self._size):
            raise ContentDamagedError("the beginning of a content object is not as recorded")
        if length != _HEAD.size + object_length(self._size):
            raise ContentDamagedError("the length of a content object is not as recorded")

    def _decrypted(self, index: int) -> bytes:
        if index != self._index:
            last = index == message_count(self._size) - 1
            length = sealed_length(self._size - index * MESSAGE_LENGTH) if last else FULL_LENGTH
            with medium():
                self._file.seek(_HEAD.size + index * FULL_LENGTH)
                untrusted = self._file.read(length)
            self._message = self._codec.decrypt(untrusted, index, last=last)
            self._index = index
        return self._message
