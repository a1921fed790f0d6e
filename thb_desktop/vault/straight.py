"""Straight: large files are read from the medium into our own memory, and written from there.

As usual, the system reads into memory of its own, of many small pages, and copies from there. Where a page is
new each time, as for a file that is read once, that takes longer than the medium does. So the system is asked
to leave its own memory out, and ours is asked for in large pages, once. Where system or medium do not do it,
a file is read and written as usual.
"""

import ctypes
import errno
import mmap
import os
import sys
from collections.abc import Generator, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from io import FileIO
from itertools import cycle
from typing import BinaryIO, cast

from thb_desktop.errors import MemoryShortError
from thb_desktop.vault.system import medium
from thb_desktop.vault.write_behind import WriteBehind

if sys.platform == "linux":
    import fcntl

UNIT = 1 << 12
"""Place in the file, place in memory and length have to be multiples of it."""
_PAGE = 2 << 20
"""A large page, where the system has them."""
_BLOCK = 8 << 20
"""Bytes that are read at once."""
_NOT_STRAIGHT = frozenset({errno.EINVAL, errno.EOPNOTSUPP, errno.ENOSYS})
"""How media refuse to be read or written straight."""


def large_room(length: int) -> memoryview:
    """Return memory that serves for long, filled with zeros. Raises MemoryShortError."""
    try:
        return _room(length)
    except (OSError, MemoryError):
        raise MemoryShortError("this computer lacks the memory for a large file") from None


def _room(length: int) -> memoryview:
    if sys.platform == "linux":
        pages = mmap.mmap(-1, length + _PAGE, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
        with suppress(OSError):  # a system without them
            pages.madvise(mmap.MADV_HUGEPAGE)
        start = -ctypes.addressof(ctypes.c_char.from_buffer(pages)) % _PAGE
        room = memoryview(pages)[start : start + length]
    else:
        room = memoryview(bytearray(length))
    return room


class Straight:
    """A file that is read or written from its beginning on, past the memory of the system where it can be."""

    def __init__(self, file: BinaryIO) -> None:
        """file: unbuffered, at its beginning. Its descriptor stays as it is asked for here."""
        self._file, self._position = cast(FileIO, file), 0
        self._behind = WriteBehind(file)
        self._is_straight = self._ask(True)

    def read_into(self, room: memoryview) -> int:
        """Read the next bytes, at least one unless the file ends. Fastest into a `large_room`, to UNIT."""
        self._fit(len(room))
        try:
            got = self._file.readinto(room)
        except OSError as error:
            self._give_way(error)
            got = self._file.readinto(room)
        self._position += got or 0
        return got or 0

    def write(self, data: memoryview) -> None:
        """Write all of the next bytes."""
        whole = len(data) - len(data) % UNIT if self._is_straight else 0
        for part in (data[:whole], data[whole:]):
            done = 0
            while done < len(part):
                done += self._write(part[done:])

    def end(self) -> None:
        """Let the file be read and written as usual again."""
        self._is_straight = self._ask(False)

    def _write(self, data: memoryview) -> int:
        self._fit(len(data))
        try:
            got = self._file.write(data)
        except OSError as error:
            self._give_way(error)
            got = self._file.write(data)
        self._position += got or 0
        if not self._is_straight:
            self._behind.reach(self._position)
        return got or 0

    def _fit(self, length: int) -> None:
        if self._is_straight and (self._position % UNIT or length % UNIT):
            self._is_straight = self._ask(False)

    def _give_way(self, error: OSError) -> None:
        """Go on as usual after a medium has refused; raise the error if it is another one."""
        if not self._is_straight or error.errno not in _NOT_STRAIGHT:
            raise error
        self._is_straight = self._ask(False)

    def _ask(self, straight: bool) -> bool:
        """Ask the system to leave its memory out, or to use it; return whether it leaves it out."""
        if sys.platform == "linux":
            flags = fcntl.fcntl(self._file, fcntl.F_GETFL)
            wanted = flags | os.O_DIRECT if straight else flags & ~os.O_DIRECT
            with suppress(OSError):  # a medium that has no other way than its memory
                fcntl.fcntl(self._file, fcntl.F_SETFL, wanted)
                return straight
        return False


def in_pieces(file: BinaryIO, lengths: Iterable[int], *, skip: int) -> Generator[memoryview]:
    """Give out pieces of a file of these lengths, each at most 2 MiB, one behind the other, while what comes
    is read in another thread. skip: bytes before the first one.

    A piece stays as it is until the next one is asked for; one is shorter where the file ends before. Raises
    StorageError, with MemoryShortError. Close the generator, so that its thread ends.
    """
    straight = Straight(file)
    rooms = cycle((large_room(_PAGE + _BLOCK), large_room(_PAGE + _BLOCK)))
    try:
        with ThreadPoolExecutor(1) as ahead:
            rest = ahead.submit(_block, straight, next(rooms)).result()[_PAGE + skip :]
            coming = ahead.submit(_block, straight, next(rooms))
            for length in lengths:
                while len(rest) < length and len(block := coming.result()) > _PAGE:
                    rest = _joined(rest, block)
                    coming = ahead.submit(_block, straight, next(rooms))
                yield rest[:length]
                rest = rest[length:]
    finally:
        straight.end()


def _block(straight: Straight, room: memoryview) -> memoryview:
    """Read the next block; before it lies room for what is left of the one before."""
    read = _PAGE
    with medium():
        while read < len(room) and (got := straight.read_into(room[read:])):
            read += got
    return room[:read]


def _joined(rest: memoryview, block: memoryview) -> memoryview:
    """Put what is left of a block before the next one."""
    start = _PAGE - len(rest)
    block[start:_PAGE] = rest
    return block[start:]
