"""Intake: a source read once, its digest and its ciphertext made side by side in two threads.

The digest is the slower half of the work, so it has a thread of its own together with the reading; the
caller's thread encrypts and writes. Both release the interpreter's lock. Memory is a few slabs,
whatever the size.
"""

import hashlib
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from queue import SimpleQueue
from threading import Event
from typing import BinaryIO, Protocol

from thb_desktop.crypto.streams import FULL_LENGTH, MESSAGE_LENGTH, ObjectCodec
from thb_desktop.errors import CancelledError, SourceUnreadableError
from thb_desktop.vault.system import begin_writing_back, write_all

SLAB = 4 * MESSAGE_LENGTH
_SLABS = 5
_WRITE_BACK = 16 * SLAB


class ByteSource(Protocol):
    """What can be read into a buffer: an open file, a BytesIO."""

    def readinto(self, buffer: memoryview, /) -> int | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """How somebody follows long work (bytes done, bytes expected) and stops it."""

    expected: int
    progress: Callable[[int, int], None] | None = None
    cancelled: Event | None = None

    def report(self, done: int) -> None:
        if self.cancelled is not None and self.cancelled.is_set():
            raise CancelledError("the work was stopped; nothing of it was kept")
        if self.progress is not None:
            self.progress(done, max(done, self.expected))


@dataclass(frozen=True, slots=True)
class _Slab:
    view: memoryview
    length: int
    last: bool


@dataclass(slots=True)
class Intake:
    """One source on its way into one object's file."""

    source: ByteSource
    target: BinaryIO
    codec: ObjectCodec
    watch: Watch
    size: int = 0
    _written_back: int = 0
    _buffer: bytearray = field(default_factory=lambda: bytearray(SLAB // MESSAGE_LENGTH * FULL_LENGTH))

    def run(self) -> bytes:
        """Encrypt the whole source behind what the target holds; return its SHA-256, and leave its `size`."""
        first = memoryview(bytearray(SLAB))
        length = self._fill(first)
        if length < SLAB:
            self._write(_Slab(first, length, last=True))
            return hashlib.sha256(first[:length]).digest()
        free: SimpleQueue[memoryview | None] = SimpleQueue()
        ready: SimpleQueue[_Slab | None] = SimpleQueue()
        for _ in range(_SLABS - 1):
            free.put(memoryview(bytearray(SLAB)))
        with ThreadPoolExecutor(max_workers=1, thread_name_prefix="digest") as digester:
            digest = digester.submit(self._read_and_digest, first, free, ready)
            return self._encrypt_all(free, ready, digest)

    def _encrypt_all(
        self,
        free: "SimpleQueue[memoryview | None]",
        ready: "SimpleQueue[_Slab | None]",
        digest: "Future[bytes]",
    ) -> bytes:
        try:
            while (slab := ready.get()) is not None:
                self._write(slab)
                free.put(slab.view)
        finally:
            free.put(None)
        return digest.result()

    def _read_and_digest(
        self,
        current: memoryview,
        free: "SimpleQueue[memoryview | None]",
        ready: "SimpleQueue[_Slab | None]",
    ) -> bytes:
        """Hand on a slab only when the next was read, so that the last is known as such; then digest it."""
        digest = hashlib.sha256()
        length = len(current)
        try:
            while length:
                following = free.get() if length == SLAB else None
                ahead = self._fill(following) if following is not None else 0
                ready.put(_Slab(current, length, last=ahead == 0))
                digest.update(current[:length])
                if following is None:
                    break
                current, length = following, ahead
        finally:
            ready.put(None)
        return digest.digest()

    def _fill(self, view: memoryview) -> int:
        """Read until the slab is full or the source ends."""
        filled = 0
        try:
            while filled < len(view) and (got := self.source.readinto(view[filled:])):
                filled += got
        except OSError:
            raise SourceUnreadableError("the file cannot be read to its end") from None
        return filled

    def _write(self, slab: _Slab) -> None:
        out = memoryview(self._buffer)
        index, written = self.size // MESSAGE_LENGTH, 0
        for start in range(0, max(slab.length, 1), MESSAGE_LENGTH):
            end = min(start + MESSAGE_LENGTH, slab.length)
            last = slab.last and end == slab.length
            written += self.codec.encrypt(slab.view[start:end], index, last=last, into=out[written:])
            index += 1
        position = self.target.tell()
        write_all(self.target, out[:written])
        self.size += slab.length
        if position - self._written_back >= _WRITE_BACK:
            begin_writing_back(self.target, self._written_back, position - self._written_back)
            self._written_back = position
        self.watch.report(self.size)
