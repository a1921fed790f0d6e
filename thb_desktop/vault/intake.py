"""Intake: reads a source once, and computes its digest and its ciphertext in two threads.

The digest is the slowest part, so one thread does nothing else; the caller's thread reads, encrypts and
writes. All four steps release the interpreter's lock. The memory is a few slabs, whatever the size.
"""

import hashlib
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event
from typing import BinaryIO, Protocol

from thb_desktop.crypto.streams import (
    END,
    FULL_LENGTH,
    MESSAGE_LENGTH,
    ObjectCodec,
    object_length,
    padded_length,
)
from thb_desktop.errors import CancelledError, SourceUnreadableError
from thb_desktop.vault.reader import HEAD_LENGTH, head
from thb_desktop.vault.system import write_all, write_back
from thb_desktop.vault.write_behind import WriteBehind

_SLABS = 4


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
    """One message in memory, reused after it is written and digested.

    told: how many bytes of it are the source's; the others, up to `length`, pad it.
    """

    view: memoryview
    told: int = 0
    length: int = 0
    digested: "Future[None] | None" = None

    @property
    def message(self) -> memoryview:
        return self.view[: self.length]

    @property
    def content(self) -> memoryview:
        return self.view[: self.told]


class Digests:
    """SHA-256 of a source, and further digests of it, of the same pieces.

    further ones are those of lists that others made: they show whether something is what others had, and
    nothing that is secret or signed depends on them.
    """

    def __init__(self, also: Sequence[str] = ()) -> None:
        self.sha256 = hashlib.sha256()
        self._further = {name: hashlib.new(name, usedforsecurity=False) for name in also}

    def update(self, piece: memoryview) -> None:
        self.sha256.update(piece)
        for each in self._further.values():
            each.update(piece)

    @property
    def further(self) -> tuple[tuple[str, str], ...]:
        return tuple((name, each.hexdigest()) for name, each in self._further.items())


def is_one_message(size: int) -> bool:
    """Whether a source of this size is one message."""
    return padded_length(size) <= MESSAGE_LENGTH


def _new_slab() -> _Slab:
    return _Slab(memoryview(bytearray(MESSAGE_LENGTH)))


@dataclass(slots=True)
class Memory:
    """The working memory of the intake, reused for the next source: clearing it costs more than a
    small file.
    """

    slabs: list[_Slab] = field(default_factory=lambda: [_new_slab()])
    sealed: memoryview = field(default_factory=lambda: memoryview(bytearray(HEAD_LENGTH + FULL_LENGTH)))

    def read(self, source: ByteSource) -> int:
        """Read a source of one message to its end into the first slab; return how many bytes it gave.

        Raises SourceUnreadableError. A source that gives more than a slab is not read on.
        """
        view, size = self.slabs[0].view, 0
        try:
            while got := source.readinto(view[size:]):
                size += got
        except OSError:
            raise SourceUnreadableError("the file cannot be read to its end") from None
        return size

    def seal(self, size: int, codec: ObjectCodec) -> memoryview:
        """Encrypt what was read as an object of one message; return all bytes of the object."""
        plain, length = self.slabs[0].view, padded_length(size)
        plain[size:length] = END + bytes(length - size - len(END))
        self.sealed[:HEAD_LENGTH] = head(length)
        written = codec.encrypt(plain[:length], 0, last=True, into=self.sealed[HEAD_LENGTH:])
        return self.sealed[: HEAD_LENGTH + written]

    def all_slabs(self) -> list[_Slab]:
        self.slabs += [_new_slab() for _ in range(len(self.slabs), _SLABS)]
        return self.slabs


@dataclass(slots=True)
class Intake:
    """One source being written into one object's file. size: of the source; length: of the plaintext."""

    source: ByteSource
    target: BinaryIO
    codec: ObjectCodec
    watch: Watch
    memory: Memory
    digests: Digests
    size: int = 0
    length: int = 0
    _whole: int | None = None
    """The length that the plaintext will have; None until the source ended."""
    _index: int = 0
    _behind: WriteBehind = field(init=False)

    def __post_init__(self) -> None:
        self._behind = WriteBehind(self.target)

    def run(self) -> None:
        """Encrypt the whole source into an empty object; set its digests, `size` and `length`.

        An object of one message is written at once: of a small file, each call of the system costs as much as
        its encryption.
        """
        first = self.memory.slabs[0]
        if self._fill(first):
            self._write(first, head(self.length), last=True)
            self.digests.update(first.content)
            return
        self._run_two_threads(self.memory.all_slabs())
        self.target.seek(0)
        write_all(self.target, head(self.length))
        write_back(self.target, 0, object_length(self.length))

    def _run_two_threads(self, slabs: list[_Slab]) -> None:
        """The first slab is filled already. A source that ends with a message has one more, which says so."""
        turn, last = 0, False
        with ThreadPoolExecutor(max_workers=1, thread_name_prefix="digest") as digester:
            while True:
                slab = slabs[turn % _SLABS]
                slab.digested = digester.submit(self.digests.update, slab.content)
                self._write(slab, b"" if turn else head(0), last=last)
                if last:
                    break
                turn += 1
                last = self._fill(slabs[turn % _SLABS])

    def _fill(self, slab: _Slab) -> bool:
        """Read until the slab is full or the source ends, then pad; return whether this message is the last.

        Nothing is read after the source's end, even if it grows.
        """
        if slab.digested is not None:
            slab.digested.result()
        slab.digested, slab.told, end = None, 0, b""
        try:
            while self._whole is None and slab.told < MESSAGE_LENGTH:
                got = self.source.readinto(slab.view[slab.told :])
                if not got:
                    self._whole, end = padded_length(self.size), END
                else:
                    slab.told += got
                    self.size += got
        except OSError:
            raise SourceUnreadableError("the file cannot be read to its end") from None
        slab.length = slab.told
        if self._whole is not None:
            slab.length = min(MESSAGE_LENGTH, self._whole - self.length)
            slab.view[slab.told : slab.length] = end + bytes(slab.length - slab.told - len(end))
        self.length += slab.length
        return self.length == self._whole

    def _write(self, slab: _Slab, before: bytes, *, last: bool) -> None:
        """before: what comes before the message in the object."""
        sealed, start = self.memory.sealed, len(before)
        sealed[:start] = before
        written = self.codec.encrypt(slab.message, self._index, last=last, into=sealed[start:])
        self._index += 1
        write_all(self.target, sealed[: start + written])
        self._behind.reach(self.target.tell())
        self.watch.report(self.size)
