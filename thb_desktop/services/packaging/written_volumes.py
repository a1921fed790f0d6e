"""Files of volumes while a closed folder is written: what reaches the medium is read back beside the writing.

A volume is flushed in parts of 16 MiB, dropped from the memory of the system where it allows that, and read
back, while more of it is written. So little is left to do after its last byte.
"""

from collections import deque
from collections.abc import Generator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from hashlib import sha256
from itertools import cycle
from pathlib import Path
from queue import SimpleQueue
from typing import BinaryIO

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import GCM

from thb_desktop.crypto.material import KEY_LENGTH, Randomness, draw
from thb_desktop.errors import BegunDiffersError, VerificationError
from thb_desktop.services.packaging.begun import Progress, Whole
from thb_desktop.vault.straight import Straight, large_room
from thb_desktop.vault.system import create_file, open_file, sync_file, write_back

PIECE = 1 << 20
PART = 16 * PIECE
"""Bytes that are flushed and read back together: a file is flushed once for each."""
_ROOMS = 3
"""Parts that are filled or written at once."""
_AHEAD = 4
"""Pieces whose digest may be outstanding."""
HELD = _AHEAD + 2
"""So many pieces may be in use at once: a buffer serves again after as many others."""


class ReadingLane:
    """A thread that reads volumes back, one after the other, and its memory."""

    def __init__(self) -> None:
        self.pool, self.buffer = ThreadPoolExecutor(1), large_room(4 * PIECE)


class Lanes:
    """The threads of one folder: one flushes what was written, one digests content, and two read back, each
    every other volume. What is written lasts longer on the medium than in memory, so there is more to read
    back at the end than one thread would soon have digested.
    """

    def __init__(self) -> None:
        self.flushing, self.digesting = ThreadPoolExecutor(1), ThreadPoolExecutor(1)
        self.rooms: SimpleQueue[memoryview] = SimpleQueue()
        """Memory for a part, each until it was written."""
        for _ in range(_ROOMS):
            self.rooms.put(large_room(PART))
        self._reading = ReadingLane(), ReadingLane()
        self._turns = cycle(self._reading)

    def next_reading(self) -> ReadingLane:
        """The thread that reads the next volume back."""
        return next(self._turns)

    def end(self, *, finish: bool) -> None:
        """Wait for what is being done; what has not begun is done if `finish`, and else left."""
        for each in (self.digesting, self.flushing, *(lane.pool for lane in self._reading)):
            each.shutdown(cancel_futures=not finish)


class WrittenVolume:
    """A volume that is written, and read back beside that."""

    is_there = False

    def __init__(
        self,
        path: Path,
        lanes: Lanes,
        content: "DigestBeside",
        progress: Progress | None,
        *,
        randomness: Randomness,
    ) -> None:
        """content: the digest of the file that is closed in volumes, of which this is one."""
        self.path, self._flushing, self._reading = path, lanes.flushing, lanes.next_reading()
        self._rooms, self._room = lanes.rooms, lanes.rooms.get()
        self._content, self._progress = content, progress
        self._content_until_end: Future[str] | None = None
        key = draw(randomness, KEY_LENGTH)
        self._sent, self._returned = _Mark(key), _Mark(key)
        self._digest = sha256()
        self._file = create_file(path)
        self._target = Straight(self._file)
        self._again: BinaryIO | None = None
        self._straight: Straight | None = None
        self._filled, self._handed = 0, 0
        self._parts: list[Future[None]] = []
        self._has_failed = False
        """Whether a part was not written, not flushed or not read back: no later one is written then."""
        self._is_closed = False

    def see(self, content: bytes | memoryview, /) -> None:
        self._content.update(content)

    def write(self, data: bytes | memoryview, /) -> None:
        """Raises what came of a part before: VerificationError, and errors of the medium."""
        self._sent.add(data)
        rest = memoryview(data)
        while rest:
            taken = rest[: PART - self._filled]
            self._room[self._filled : self._filled + len(taken)] = taken
            self._filled += len(taken)
            rest = rest[len(taken) :]
            if self._filled == PART:
                self._verify_so_far()
                self._hand_over()
                self._room, self._filled = self._rooms.get(), 0

    def close(self) -> None:
        """Let the rest be flushed and read back; a second time does nothing."""
        if not self._is_closed:
            self._is_closed = True
            self._content_until_end = self._content.so_far()
            self._hand_over()

    def digest(self) -> str:
        """Return SHA-256 (hex) of what the medium returns, once it is read back. Raises VerificationError."""
        self.close()
        for part in self._parts:
            part.result()
        return self._digest.hexdigest()

    def end(self) -> None:
        """Give the files back, whatever became of them, after the threads have ended."""
        self._file.close()
        if self._again is not None:
            self._again.close()

    def _verify_so_far(self) -> None:
        while self._parts and self._parts[0].done():
            self._parts.pop(0).result()

    def _hand_over(self) -> None:
        last, length = self._is_closed, self._filled
        flushed = self._flushing.submit(self._flush, self._room, self._handed, length, last=last)
        self._handed += length
        self._parts.append(self._reading.pool.submit(self._read, flushed, length, last=last))

    def _flush(self, room: memoryview, start: int, length: int, *, last: bool) -> None:
        with self._noting_failure():
            try:
                if self._has_failed:
                    raise VerificationError("an earlier part of the volume failed")
                self._target.write(room[:length])
            finally:
                self._rooms.put(room)
            sync_file(self._file)
            if last:
                length = 0  # to the end of the file
            write_back(
                self._file, start, length
            )  # so that it is read from the medium, if the system allows it
            if last:
                self._file.close()

    def _read(self, flushed: Future[None], length: int, *, last: bool) -> None:
        """Read the next bytes back; with the last part, all that the medium still returns."""
        with self._noting_failure():
            flushed.result()
            self._read_back(length, last=last)

    @contextmanager
    def _noting_failure(self) -> Generator[None]:
        try:
            yield
        except BaseException:
            self._has_failed = True
            raise

    def _read_back(self, length: int, *, last: bool) -> None:
        if self._again is None or self._straight is None:
            self._again = open_file(self.path)
            self._straight = Straight(self._again)
        buffer = self._reading.buffer
        while got := self._straight.read_into(buffer if last else buffer[:length]):
            for start in range(0, got, PIECE):
                piece = buffer[start : min(start + PIECE, got)]
                self._digest.update(piece)
                self._returned.add(piece)
            length -= got
        if last:
            self._again.close()
            self._conclude()

    def _conclude(self) -> None:
        if self._returned.value() != self._sent.value():
            raise VerificationError("the medium does not return what was written to it")
        if self._progress is not None and self._content_until_end is not None and not self._has_failed:
            content = self._content_until_end.result()
            self._progress.add(Whole(name=self.path.name, sha256=self._digest.hexdigest(), content=content))


class WholeVolume:
    """A volume that an earlier run wrote: its content is compared, and nothing is written."""

    is_there = True

    def __init__(self, path: Path, whole: Whole, content: "DigestBeside") -> None:
        self.path, self._whole, self._content = path, whole, content

    def see(self, content: bytes | memoryview, /) -> None:
        self._content.update(content)

    def write(self, _: bytes | memoryview, /) -> None:
        raise ValueError("this volume is there already")

    def close(self) -> None:
        """Raises BegunDiffersError if it was made of something else."""
        if self._content.so_far().result() != self._whole.content:
            raise BegunDiffersError("a volume of what was begun has another content")

    def end(self) -> None: ...

    def digest(self) -> str:
        return self._whole.sha256


class DigestBeside:
    """SHA-256 of pieces, computed in another thread while the caller goes on with them."""

    def __init__(self, pool: ThreadPoolExecutor) -> None:
        """pool: of one thread; others may use it, too."""
        self._digest, self._pool = sha256(), pool
        self._outstanding: deque[Future[None]] = deque()

    def update(self, piece: bytes | memoryview) -> None:
        """Add a piece, which must not change. Waits for earlier ones, so that only a few are held."""
        if len(self._outstanding) == _AHEAD:
            self._outstanding.popleft().result()
        self._outstanding.append(self._pool.submit(self._digest.update, piece))

    def so_far(self) -> Future[str]:
        """The digest (hex) of what was added until now; more may be added afterwards."""
        return self._pool.submit(self._digest.hexdigest)


class _Mark:
    """What shows whether the same bytes came back: GMAC, with a key that serves for nothing else.

    It takes half as long as CRC-32, and no error that does not know the key gets past it.
    """

    def __init__(self, key: bytes) -> None:
        self._gmac = Cipher(AES(key), GCM(bytes(12))).encryptor()

    def add(self, data: bytes | memoryview) -> None:
        self._gmac.authenticate_additional_data(data)

    def value(self) -> bytes:
        self._gmac.finalize()
        return self._gmac.tag
