"""Intake: reads a source once, and computes its digest and its ciphertext in two threads.

The digest is the slowest part, so one thread does nothing else; the caller's thread reads, encrypts and
writes. All four steps release the interpreter's lock. The memory is a few slabs, whatever the size.
"""

import hashlib
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event
from typing import BinaryIO, Protocol

from thb_desktop.crypto.streams import FULL_LENGTH, MESSAGE_LENGTH, ObjectCodec
from thb_desktop.errors import CancelledError, SourceUnreadableError
from thb_desktop.vault.system import write_all, write_back

_SLABS = 4
_WINDOW = 16 * MESSAGE_LENGTH


class ByteSource(Protocol):
    """Something that can be read into a buffer: an open file, a BytesIO."""

    def readinto(self, buffer: memoryview, /) -> int | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Progress (bytes done, bytes expected) and cancellation of long work."""

    expected: int
    progress: Callable[[int, int], None] | None = None
    cancelled: Event | None = None

    def report(self, done: int) -> None:
        if self.cancelled is not None and self.cancelled.is_set():
            raise CancelledError("the work was stopped; nothing was saved")
        if self.progress is not None:
            self.progress(done, max(done, self.expected))


@dataclass(slots=True)
class _Slab:
    """One message of the source in memory; reused after it is written and digested."""

    view: memoryview
    length: int = 0
    digested: "Future[None] | None" = None

    @property
    def message(self) -> memoryview:
        return self.view[: self.length]

    @property
    def is_full(self) -> bool:
        return self.length == len(self.view)


def _new_slab() -> _Slab:
    return _Slab(memoryview(bytearray(MESSAGE_LENGTH)))


@dataclass(slots=True)
class Memory:
    """The working memory of the intake, reused for the next source: clearing it costs more than a
    small file.
    """

    slabs: list[_Slab] = field(default_factory=lambda: [_new_slab()])
    sealed: memoryview = field(default_factory=lambda: memoryview(bytearray(FULL_LENGTH)))

    def all_slabs(self) -> list[_Slab]:
        self.slabs += [_new_slab() for _ in range(len(self.slabs), _SLABS)]
        return self.slabs


@dataclass(slots=True)
class Intake:
    """One source being written into one object's file."""

    source: ByteSource
    target: BinaryIO
    codec: ObjectCodec
    watch: Watch
    memory: Memory
    size: int = 0
    _written_back: int = 0

    def run(self) -> bytes:
        """Encrypt the whole source after the present content of the target; return its SHA-256, and set its
        `size`.
        """
        first = self.memory.slabs[0]
        self._fill(first)
        if not first.is_full:
            self._write(first, last=True)
            return hashlib.sha256(first.message).digest()
        return self._run_two_threads(self.memory.all_slabs())

    def _run_two_threads(self, slabs: list[_Slab]) -> bytes:
        """Read one message ahead of the one being written, so that the last is known to be the last."""
        digest = hashlib.sha256()
        turn = 0
        with ThreadPoolExecutor(max_workers=1, thread_name_prefix="digest") as digester:
            while (slab := slabs[turn % _SLABS]).length:
                slab.digested = digester.submit(digest.update, slab.message)
                turn += 1
                following = slabs[turn % _SLABS]
                self._fill(following, ended=not slab.is_full)
                self._write(slab, last=following.length == 0)
        return digest.digest()

    def _fill(self, slab: _Slab, *, ended: bool = False) -> None:
        """Read until the slab is full or the source ends; nothing after its end, even if it grows."""
        if slab.digested is not None:
            slab.digested.result()
        slab.digested, slab.length = None, 0
        try:
            while not (ended or slab.is_full) and (got := self.source.readinto(slab.view[slab.length :])):
                slab.length += got
        except OSError:
            raise SourceUnreadableError("the file cannot be read to its end") from None

    def _write(self, slab: _Slab, *, last: bool) -> None:
        index = self.size // MESSAGE_LENGTH
        written = self.codec.encrypt(slab.message, index, last=last, into=self.memory.sealed)
        write_all(self.target, self.memory.sealed[:written])
        self.size += slab.length
        self._let_go(self.target.tell())
        self.watch.report(self.size)

    def _let_go(self, position: int) -> None:
        """Start writing the last window, and drop the one before, already written, from memory.

        So the final flush is short, and a large file does not displace everything else in the machine's
        memory.
        """
        if position - self._written_back >= _WINDOW:
            start = max(0, self._written_back - _WINDOW)
            write_back(self.target, start, position - start)
            self._written_back = position
