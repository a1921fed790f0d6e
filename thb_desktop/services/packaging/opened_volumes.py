"""Contents of volumes: while one is given out, the next one is read, held against the list, and decrypted.

A volume as this program writes it is held in memory: it is read once, and given out when its digest and its
tag were found to be right. A longer one is read again for each, piece by piece.
"""

import os
from collections.abc import Generator, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from hashlib import file_digest, sha256
from io import FileIO
from itertools import cycle
from pathlib import Path
from typing import BinaryIO, cast

from thb_desktop.crypto.envelopes.openers import Opener
from thb_desktop.crypto.envelopes.reading import open_envelope, open_in_place
from thb_desktop.crypto.envelopes.volumes import VOLUME_LENGTH
from thb_desktop.errors import EnvelopeDamagedError
from thb_desktop.services.packaging.folders import opened
from thb_desktop.services.packaging.written_volumes import PIECE
from thb_desktop.vault.straight import Straight, large_room

_AT_ONCE = 4 * PIECE
"""Bytes that are read at once."""
MOST_HELD = VOLUME_LENGTH + 2 * PIECE
"""Bytes of a volume that is held: its content, and what names the recipients."""


def contents(
    paths: Sequence[Path], listed: Mapping[str, str], openers: Sequence[Opener]
) -> Generator[bytes | memoryview]:
    """Give out the content of volumes in their order. A piece may be as long as a volume, and stays as it is
    until the next one is asked for.

    listed: the digest of each by its name; may be empty. Raises EnvelopeDamagedError for a volume that is
    another one than listed, FileUnreadableError, and what `open_envelope` raises, before the first byte of
    that volume. Close the generator, so that its thread ends.
    """
    with ThreadPoolExecutor(1) as reading, ThreadPoolExecutor(1) as ahead:
        rooms = cycle((_Room(reading), _Room(reading)))

        def begin(path: Path) -> Future[memoryview | None]:
            digest = listed.get(path.name, "") if listed else None
            return ahead.submit(next(rooms).content, path, digest, openers)

        begun = ((path, begin(path)) for path in paths)
        coming = next(begun, None)
        while coming is not None:
            path, found = coming
            held = found.result()
            coming = next(begun, None)
            yield from _in_pieces(path, openers) if held is None else (held,)


def _in_pieces(path: Path, openers: Sequence[Opener]) -> Iterator[bytes]:
    with opened(path) as file:
        yield from open_envelope(file, openers)


class _Room:
    """Memory for a volume, which serves again: memory of the system is asked for once, not for each."""

    def __init__(self, reading: ThreadPoolExecutor) -> None:
        """reading: a thread that reads the next piece while the last one is digested."""
        self._reading, self._view = reading, memoryview(bytearray())

    def content(self, path: Path, digest: str | None, openers: Sequence[Opener]) -> memoryview | None:
        """Return the content of a volume, or None if it is too long to be held. digest: as it is listed."""
        with opened(path) as file:
            size = os.fstat(file.fileno()).st_size
            if size > MOST_HELD:
                if digest is not None:
                    _verify(file_digest(cast(FileIO, file), "sha256").hexdigest(), digest)
                return None
            held, read, found = self._of(size), 0, sha256()
            for told in self._read(file, held):
                end = min(told, size)  # of a file that grew, no more is taken
                if digest is not None:
                    found.update(held[read:end])
                read = end
        if digest is not None:
            _verify(found.hexdigest(), digest)
        return open_in_place(held[:read], openers)

    def _read(self, file: BinaryIO, held: memoryview) -> Iterator[int]:
        """Read a file into memory, and tell how far it is read while the next piece comes."""
        straight, read = Straight(file), 0
        coming = self._reading.submit(straight.read_into, held[:_AT_ONCE])
        while got := coming.result():
            read += got
            coming = self._reading.submit(straight.read_into, held[read : read + _AT_ONCE])
            yield read

    def _of(self, size: int) -> memoryview:
        """Return memory for a volume, and more, so that it is read in whole units to its end."""
        length = size + -size % _AT_ONCE + _AT_ONCE
        if len(self._view) < length:
            self._view = large_room(length)
        return self._view[:length]


def _verify(found: str, listed: str) -> None:
    """Raise EnvelopeDamagedError for a volume of another folder: its own tag would be right."""
    if found != listed:
        raise EnvelopeDamagedError("a volume is not the one of the list beside it")
