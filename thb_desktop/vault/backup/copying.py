"""Copying: one encrypted part from medium to medium, flushed, named, and read back."""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import BinaryIO

from thb_desktop.errors import CancelledError, ContentDamagedError, StorageError
from thb_desktop.vault.backup.manifest import Part
from thb_desktop.vault.system import create_file, open_file, sync_file, write_all, write_back

Progress = Callable[[int, int], None]

_PIECE = 1 << 20


@dataclass(slots=True, kw_only=True)
class Steps:
    """Progress (bytes done, bytes in all) and cancellation of long work over many parts."""

    total: int
    progress: Progress | None = None
    cancelled: Event | None = None
    done: int = 0

    def advance(self, count: int) -> None:
        if self.cancelled is not None and self.cancelled.is_set():
            raise CancelledError("the work was stopped; nothing that existed before was changed")
        self.done += count
        self.total = max(self.total, self.done)
        if self.progress is not None:
            self.progress(self.done, self.total)


def copy_part(source: Path, target: Path, steps: Steps, *, most: int | None = None) -> Part:
    """Copy a part so that it survives a power cut after its folder is flushed too; it gets its name when
    complete.

    The copy is read back, from the medium if the system allows it. A source that cannot be read, or is longer
    than `most` bytes, raises ContentDamagedError; a medium that returns something else raises StorageError.
    """
    beside = target.with_name(target.name + ".part")
    with suppress(FileNotFoundError):
        beside.unlink()
    try:
        with open_file(source) as reader, create_file(beside) as writer:
            written = _pour(reader, writer, steps, most)
            sync_file(writer)
        if digest_part(beside, steps) != written:
            raise StorageError("the medium does not return what was written to it")
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    return written


def digest_part(path: Path, steps: Steps, *, most: int | None = None) -> Part:
    """Return size and digest of a part on the medium.

    Raises ContentDamagedError if it is longer than `most`.
    """
    digest, size = hashlib.sha256(), 0
    with open_file(path) as file:
        write_back(file, 0, 0)  # so that it is read from the medium, if the system allows it
        while piece := file.read(_PIECE):
            digest.update(piece)
            size += len(piece)
            _verify_length(size, most)
            steps.advance(len(piece))
    return Part(size=size, sha256=digest.hexdigest())


def _pour(reader: BinaryIO, writer: BinaryIO, steps: Steps, most: int | None) -> Part:
    digest, size = hashlib.sha256(), 0
    while piece := _read(reader):
        digest.update(piece)
        size += len(piece)
        _verify_length(size, most)
        write_all(writer, piece)
        steps.advance(len(piece))
    return Part(size=size, sha256=digest.hexdigest())


def _read(reader: BinaryIO) -> bytes:
    try:
        return reader.read(_PIECE)
    except OSError:
        raise ContentDamagedError("a part of the vault cannot be read to its end") from None


def _verify_length(size: int, most: int | None) -> None:
    """Verify the size in the manifest; a longer part is a different one."""
    if most is not None and size > most:
        raise ContentDamagedError("a part is longer than the one that was written")
