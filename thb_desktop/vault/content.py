"""Content: the files of evidence, each an encrypted object under a random name (form: see `reader`)."""

import hashlib
import io
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import BinaryIO

from thb_desktop.crypto.material import Randomness, draw
from thb_desktop.crypto.streams import MESSAGE_LENGTH, ObjectCodec, object_length
from thb_desktop.errors import ContentDamagedError, ContentMissingError, DiskFullError, ReadOnlyError
from thb_desktop.vault.intake import ByteSource, Intake, Watch
from thb_desktop.vault.reader import ContentReader, head
from thb_desktop.vault.system import (
    create_file,
    free_space,
    make_folder,
    medium,
    open_file,
    open_source,
    sync_file,
    sync_folder,
)

RESERVE = 1 << 20
"""Bytes left free on the disk, so that the event chain can still record that it is full."""
_ID_LENGTH = 16
_PART = ".part"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredObject:
    """What the database keeps of an object: its random name, the size and the SHA-256 of its plaintext."""

    object_id: str
    size: int
    sha256: str


def _nothing() -> None:
    """The source needs no last look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentStore:
    """The content folder of one open vault; storing belongs to one thread, reading to any."""

    folder: Path
    key: bytearray = field(repr=False)
    vault_id: bytes
    randomness: Randomness = field(repr=False)
    read_only: bool = False

    def store_file(
        self,
        path: Path,
        *,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Event | None = None,
    ) -> StoredObject:
        """Take in a file from outside, never writing to it. Raises as `system.open_source` and `store` do."""
        with open_source(path) as source:
            return self.store(
                source.file,
                expected=source.size,
                settled=source.verify_unchanged,
                progress=progress,
                cancelled=cancelled,
            )

    def store(
        self,
        source: ByteSource,
        *,
        expected: int = 0,
        settled: Callable[[], None] = _nothing,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Event | None = None,
    ) -> StoredObject:
        """Encrypt a source into a new object that outlasts a power cut once this returns.

        expected: bytes, for progress and for a look at the free space; 0 if unknown. settled: called
        after the last byte was read, and raises if the source was not at rest. Commit the database row
        only afterwards: a crash between leaves an object without a row, which `check` finds. Raises
        SourceUnreadableError, SourceChangedError, DiskFullError, ReadOnlyError, CancelledError; nothing
        stays behind then.
        """
        if self.read_only:
            raise ReadOnlyError("the vault is open for reading only")
        object_id = draw(self.randomness, _ID_LENGTH).hex()
        final = self._path(object_id)
        part = final.with_name(final.name + _PART)
        with medium():
            if free_space(self.folder) < object_length(expected) + RESERVE:
                raise DiskFullError("the disk has no room for this file; nothing was changed")
            fresh = self._make_place(final.parent)
            try:
                stored = self._write(
                    part,
                    object_id,
                    source,
                    Watch(expected=expected, progress=progress, cancelled=cancelled),
                    settled,
                )
                part.replace(final)
                sync_folder(final.parent)
            except BaseException:
                with suppress(OSError):
                    part.unlink(missing_ok=True)
                    if fresh:
                        final.parent.rmdir()
                raise
        return stored

    def open(self, object_id: str, size: int) -> BinaryIO:
        """Open an object of this size as a seekable file that decrypts on demand.

        Reading raises ContentDamagedError where the object is not what was stored. ContentMissingError
        if there is none.
        """
        return io.BufferedReader(self.reader(object_id, size), MESSAGE_LENGTH)

    def reader(self, object_id: str, size: int) -> ContentReader:
        """The same without a buffer in between; `read_at` may be called from several threads."""
        with medium():
            try:
                file = open_file(self._path(object_id))
            except FileNotFoundError:
                raise ContentMissingError("a content object is missing from the vault") from None
            return ContentReader(file, self._codec(object_id), size)

    def verify(
        self,
        stored: StoredObject,
        *,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Event | None = None,
    ) -> None:
        """Read a whole object and compare its digest; raises ContentDamagedError or ContentMissingError."""
        watch = Watch(expected=stored.size, progress=progress, cancelled=cancelled)
        digest = hashlib.sha256()
        with self.reader(stored.object_id, stored.size) as reader:
            for start in range(0, stored.size, MESSAGE_LENGTH):
                digest.update(reader.read_at(start, MESSAGE_LENGTH))
                watch.report(min(start + MESSAGE_LENGTH, stored.size))
            reader.read_at(0, 1)
        if digest.hexdigest() != stored.sha256:
            raise ContentDamagedError("a content object does not have the digest that was recorded")

    def remove(self, object_id: str) -> None:
        """Delete an object whose row is gone; on flash memory the bytes may stay, but only encrypted."""
        path = self._path(object_id)
        with medium():
            path.unlink(missing_ok=True)
            sync_folder(path.parent)

    def object_ids(self) -> Iterator[str]:
        """The names of all objects, in no order; one without a row in the database is an orphan."""
        for path in self._files():
            if re.fullmatch(r"[0-9a-f]{32}", path.name):
                yield path.name

    def remove_leftovers(self) -> int:
        """Delete what an interrupted intake left; returns how many. Not while something is being stored."""
        leftovers = [path for path in self._files() if path.name.endswith(_PART)]
        with medium():
            for path in leftovers:
                path.unlink()
        return len(leftovers)

    def _files(self) -> list[Path]:
        with medium():
            return [path for place in self.folder.iterdir() if place.is_dir() for path in place.iterdir()]

    def _write(
        self, part: Path, object_id: str, source: ByteSource, watch: Watch, settled: Callable[[], None]
    ) -> StoredObject:
        with create_file(part) as file:
            file.write(head(0))
            intake = Intake(source, file, self._codec(object_id), watch)
            digest = intake.run()
            settled()
            file.seek(0)
            file.write(head(intake.size))
            sync_file(file)
        return StoredObject(object_id=object_id, size=intake.size, sha256=digest.hex())

    def _make_place(self, place: Path) -> bool:
        if place.is_dir():
            return False
        make_folder(place)
        sync_folder(self.folder)
        return True

    def _path(self, object_id: str) -> Path:
        if not re.fullmatch(r"[0-9a-f]{32}", object_id):
            raise ContentMissingError("a content object has no such name")
        return self.folder / object_id[:2] / object_id

    def _codec(self, object_id: str) -> ObjectCodec:
        return ObjectCodec(key=self.key, vault_id=self.vault_id, object_id=bytes.fromhex(object_id))
