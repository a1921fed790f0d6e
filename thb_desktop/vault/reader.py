"""Reader: one content object, decrypted on demand at any place.

    offset  bytes
    0       8      magic 89 54 48 42 43 0D 0A 1A
    8       4      format version, 2: the plaintext is padded; 1: it is not
    12      8      length of the plaintext
    20      ...    the messages of crypto.streams, one after another

The length follows from the size in the database row, and from the length of the file: all three must agree.
"""

import io
import struct
from collections.abc import Generator
from contextlib import closing
from dataclasses import replace
from itertools import cycle
from threading import Lock
from typing import BinaryIO

from thb_desktop.crypto.streams import (
    END,
    FULL_LENGTH,
    MESSAGE_LENGTH,
    PADDED,
    UNPADDED,
    ObjectCodec,
    message_count,
    object_length,
    padded_length,
    sealed_length,
)
from thb_desktop.errors import ContentDamagedError
from thb_desktop.vault.straight import in_pieces
from thb_desktop.vault.system import medium

_HEAD = struct.Struct(">8sIQ")
HEAD_LENGTH = _HEAD.size
_MAGIC = b"\x89THBC\r\n\x1a"


def head(length: int, form: int = PADDED) -> bytes:
    """Return the first 20 bytes of an object with a plaintext of this length."""
    return _HEAD.pack(_MAGIC, form, length)


def find_size(file: BinaryIO, codec: ObjectCodec) -> int:
    """Return the size of the content of an object that no row names: its plaintext says where it ends.

    Raises ContentDamagedError for another file, and for one whose end was changed.
    """
    form, length = _read_head(file)
    if form == UNPADDED:
        return length
    place = _Plain(file, replace(codec, form=form), length)
    for index in reversed(range(message_count(length))):
        rest = place.message(index).rstrip(b"\0")
        if rest:
            if rest[-1:] == END:
                return index * MESSAGE_LENGTH + len(rest) - 1
            break
    raise ContentDamagedError("the end of a content object is malformed")


def _read_head(file: BinaryIO) -> tuple[int, int]:
    """Return form and length of the plaintext."""
    beginning = file.read(_HEAD.size)
    form, length = _HEAD.unpack(beginning)[1:] if len(beginning) == _HEAD.size else (0, 0)
    if form not in (UNPADDED, PADDED) or beginning != head(length, form):
        raise ContentDamagedError("the beginning of a content object is malformed")
    if file.seek(0, io.SEEK_END) != _HEAD.size + object_length(length):
        raise ContentDamagedError("the length of a content object is not as recorded")
    return form, length


class _Plain:
    """The messages of one object, decrypted one at a time; the last one stays in memory."""

    def __init__(self, file: BinaryIO, codec: ObjectCodec, length: int) -> None:
        self._file = file
        self.codec = codec
        self._length = length
        self._index = -1
        self._message = b""

    def message(self, index: int) -> bytes:
        if index != self._index:
            last = index == message_count(self._length) - 1
            length = sealed_length(self._length - index * MESSAGE_LENGTH) if last else FULL_LENGTH
            with medium():
                self._file.seek(_HEAD.size + index * FULL_LENGTH)
                untrusted = self._file.read(length)
            self._message = self.codec.decrypt(untrusted, index, last=last)
            self._index = index
        return self._message

    def forget(self) -> None:
        self._index, self._message = -1, b""


class ContentReader(io.RawIOBase):
    """The content of one object, read at any place; caches the last decrypted message."""

    def __init__(self, file: BinaryIO, codec: ObjectCodec, size: int) -> None:
        super().__init__()
        self._file = file
        self._size = size
        self._position = 0
        self._lock = Lock()
        self._plain = _Plain(file, codec, 0)
        try:
            form, self._length = _read_head(file)
            if self._length != (size if form == UNPADDED else padded_length(size)):
                raise ContentDamagedError("the beginning of a content object is not as recorded")
        except BaseException:
            file.close()
            raise
        self._plain = _Plain(file, replace(codec, form=form), self._length)

    def read_at(self, offset: int, length: int) -> bytes:
        """Return up to `length` bytes from `offset`; less only at the end."""
        with self._lock:
            if self._size == 0:
                self._plain.message(0)
            end = min(offset + max(length, 0), self._size)
            found = self._between(offset, end)
            if offset < end == self._size < self._length:
                self._verify_ends()
            return found

    def verify_end(self) -> None:
        """Raise ContentDamagedError unless the content is followed by its end and zeros alone."""
        with self._lock:
            expected = END
            for start in range(self._size, self._length, MESSAGE_LENGTH):
                rest = self._between(start, min(start + MESSAGE_LENGTH, self._length))
                if rest != expected + bytes(len(rest) - len(expected)):
                    raise ContentDamagedError("the end of a content object is not what was stored")
                expected = b""

    def in_order(self, held: int) -> Generator[memoryview]:
        """Give out the content from its beginning, read straight from the medium. A piece stays as it is
        until so many others have come. What follows the content is for `verify_end` to see. Not beside other
        reading; close the generator.
        """
        count = message_count(self._length)
        last = sealed_length(self._length - (count - 1) * MESSAGE_LENGTH)
        lengths = [FULL_LENGTH] * (count - 1) + [last]
        needed = message_count(self._size)
        self._file.seek(0)
        with closing(in_pieces(self._file, lengths[:needed], skip=HEAD_LENGTH)) as messages:
            rooms = cycle([memoryview(bytearray(MESSAGE_LENGTH)) for _ in range(held)])
            for index, untrusted in enumerate(messages):
                room = next(rooms)
                self._plain.codec.decrypt_into(untrusted, index, last=index == count - 1, into=room)
                yield room[: self._size - index * MESSAGE_LENGTH]

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
            self._plain.forget()
        super().close()

    def _verify_ends(self) -> None:
        """Raise ContentDamagedError if the content goes on after its size, in the message just decrypted."""
        index, place = divmod(self._size, MESSAGE_LENGTH)
        if place and self._plain.message(index)[place : place + 1] != END:
            raise ContentDamagedError("the end of a content object is not as recorded")

    def _between(self, offset: int, end: int) -> bytes:
        first, beyond = offset // MESSAGE_LENGTH, -(-end // MESSAGE_LENGTH)
        messages = b"".join(self._plain.message(index) for index in range(first, beyond))
        start = offset - first * MESSAGE_LENGTH
        return messages[start : start + max(end - offset, 0)]
