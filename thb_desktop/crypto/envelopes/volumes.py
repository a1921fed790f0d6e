"""Volumes: one stream in several envelopes, because OpenSSL holds an envelope in memory to open it.

OpenSSL 3 takes more than three times the length of an envelope, and none beyond 2 GiB. The contents of the
volumes, one after another, are the stream; that they are all there and in their order is for the container in
it to show.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

from thb_desktop.crypto.envelopes.recipients import Recipient
from thb_desktop.crypto.envelopes.writing import EnvelopeWriter
from thb_desktop.crypto.material import Randomness

VOLUME_LENGTH = 64 << 20
"""Bytes of content of a volume; only the last is shorter. OpenSSL holds some 250 MiB to open it."""


class Volume(Protocol):
    """A file that a volume is written to; or one that was written before, which only takes its content."""

    @property
    def is_there(self) -> bool:
        """Whether it was written before, so that nothing is encrypted for it."""

    def see(self, content: bytes | memoryview, /) -> object:
        """Take the content as it comes, before it is encrypted."""

    def write(self, data: bytes | memoryview, /) -> object:
        """Take all of the bytes; they may change when it has returned."""

    def close(self) -> None:
        """End the file, durable if it is to be."""


class VolumeWriter:
    """Takes a stream, and closes it into volumes. Each has a key of its own."""

    def __init__(
        self,
        open_volume: Callable[[int], Volume],
        recipients: Sequence[Recipient],
        *,
        randomness: Randomness,
        length: int = VOLUME_LENGTH,
    ) -> None:
        """open_volume: gives the file for a volume by its number, from 1; it is closed when it is full.

        A volume that is there already is gone through without being written: its file compares the content.
        """
        self._open, self._recipients, self._randomness = open_volume, recipients, randomness
        self._length, self._left, self.count = length, 0, 0
        self._file: Volume | None = None
        self._envelope: EnvelopeWriter | None = None

    def write(self, data: bytes | memoryview, /) -> None:
        """Add to the stream."""
        rest = memoryview(data)
        while rest:
            if not self._left:
                self._next()
            piece, rest = rest[: self._left], rest[self._left :]
            self._left -= len(piece)
            self._take(piece)

    def close(self) -> None:
        """End the last volume. A stream without a byte has one volume without content."""
        if self._file is None:
            self._next()
        self._end()

    def _take(self, piece: memoryview) -> None:
        if self._file is None:
            raise ValueError("no volume is open")
        self._file.see(piece)
        if self._envelope is not None:
            self._envelope.write(piece)

    def _next(self) -> None:
        self._end()
        self.count += 1
        self._left = self._length
        self._file = self._open(self.count)
        if not self._file.is_there:
            self._envelope = EnvelopeWriter(self._file, self._recipients, randomness=self._randomness)

    def _end(self) -> None:
        if self._envelope is not None:
            self._envelope.close()
            self._envelope = None
        if self._file is not None:
            self._file.close()
            self._file = None
