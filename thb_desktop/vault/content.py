"""Content: the files of evidence, each an encrypted object under a random name (form: see `reader`)."""

import hashlib
import io
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import BinaryIO

from thb_desktop.crypto.material import Randomness
from thb_desktop.crypto.streams import MESSAGE_LENGTH, ObjectCodec
from thb_desktop.errors import ContentDamagedError, ContentMissingError, ReadOnlyError
from thb_desktop.vault.batch import PART, Batch, StoredObject, at_rest
from thb_desktop.vault.intake import ByteSource, Watch
from thb_desktop.vault.places import ObjectPlaces, is_object_id
from thb_desktop.vault.reader import ContentReader, find_size
from thb_desktop.vault.system import is_file, is_folder, medium, open_file, overwrite_file, sync_folder

__all__ = ["ContentReader", "ContentStore", "StoredObject", "is_object_id"]

_PIECE = 1 << 20
_AHEAD = 4
"""At most this many decrypted messages wait for the digest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentStore:
    """The content folder of one open vault; one thread stores, any thread reads."""

    folder: Path
    key: bytearray = field(repr=False)
    vault_id: bytes
    randomness: Randomness = field(repr=False)
    read_only: bool = False

    @property
    def places(self) -> ObjectPlaces:
        """Where the objects lie."""
        return ObjectPlaces(folder=self.folder, key=self.key)

    @contextmanager
    def batch(self) -> Iterator[Batch]:
        """Store several objects that become durable together at the end of the `with` or by `keep` before, or
        not at all. Kept ones stay.

        A flush costs milliseconds, whatever its size: many small files are added several times faster.
        """
        batch = self.new_batch()
        try:
            yield batch
            if not batch.is_kept:
                batch.keep()
        except BaseException:
            if not batch.is_kept:
                batch.drop()
            raise

    def new_batch(self, part: str = PART) -> Batch:
        """Return a batch that whoever asks for it keeps or drops. part: how its temporary names end."""
        if self.read_only:
            raise ReadOnlyError("the vault is open for reading only")
        return Batch(self.folder, self.places.namer(), self._codec, self.randomness, part)

    def store_file(
        self,
        path: Path,
        *,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Event | None = None,
    ) -> StoredObject:
        """Add a file from outside, never writing to it. Raises as `Batch.add_file` does."""
        with self.batch() as batch:
            return batch.add_file(path, progress=progress, cancelled=cancelled)

    def store(
        self,
        source: ByteSource,
        *,
        expected: int = 0,
        settled: Callable[[], None] = at_rest,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Event | None = None,
    ) -> StoredObject:
        """Encrypt a source into a new object, which survives a power cut once this returns.

        expected: bytes, for progress and to check the free space; 0 if unknown. settled: called after the
        last byte was read; raises if the source changed. Commit the database row only afterwards: a crash in
        between leaves an object without a row, which the health check finds. Raises SourceUnreadableError,
        SourceChangedError, DiskFullError, ReadOnlyError, CancelledError; then nothing is left behind.
        """
        with self.batch() as batch:
            return batch.add(
                source, expected=expected, settled=settled, progress=progress, cancelled=cancelled
            )

    def open(self, object_id: str, size: int) -> BinaryIO:
        """Open an object of this size as a seekable file, decrypted on demand.

        Reading raises ContentDamagedError if the object is not what was stored. Raises ContentMissingError if
        there is none.
        """
        return io.BufferedReader(self.reader(object_id, size), MESSAGE_LENGTH)

    def reader(self, object_id: str, size: int) -> ContentReader:
        """The same without a buffer; `read_at` may be called from several threads."""
        with medium():
            try:
                file = open_file(self._path(object_id))
            except FileNotFoundError:
                raise ContentMissingError("a content object is missing from the vault") from None
            return ContentReader(file, self._codec(object_id), size)

    def find_size(self, object_id: str) -> int:
        """Return the size of the content of an object that no row names. Raises ContentDamagedError."""
        with medium():
            try:
                with open_file(self._path(object_id)) as file:
                    return find_size(file, self._codec(object_id))
            except FileNotFoundError:
                raise ContentMissingError("a content object is missing from the vault") from None

    def verify(
        self,
        stored: StoredObject,
        *,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Event | None = None,
    ) -> None:
        """Read a whole object and compare its digest. Raises ContentDamagedError or ContentMissingError."""
        watch = Watch(expected=stored.size, progress=progress, cancelled=cancelled)
        with self.reader(stored.object_id, stored.size) as reader:
            if stored.size > MESSAGE_LENGTH:
                digest = _digest_in_two_threads(reader, stored.size, watch)
            else:
                digest = hashlib.sha256(reader.read_at(0, stored.size)).hexdigest()
                watch.report(stored.size)
            reader.verify_end()
        if digest != stored.sha256:
            raise ContentDamagedError("the digest of a content object is not as recorded")

    def pieces(self, stored: StoredObject) -> Iterator[bytes]:
        """Decrypt a whole object piece by piece. Raises ContentDamagedError at the end unless it is what was
        recorded.
        """
        digest = hashlib.sha256()
        with self.reader(stored.object_id, stored.size) as reader:
            for start in range(0, stored.size, _PIECE):
                piece = reader.read_at(start, min(_PIECE, stored.size - start))
                digest.update(piece)
                yield piece
            reader.verify_end()
        if digest.hexdigest() != stored.sha256:
            raise ContentDamagedError("the digest of a content object is not as recorded")

    def parts(self, stored: StoredObject, *, held: int) -> Iterator[memoryview]:
        """The same for whoever compares the digest: each part is one of this object, and all are there. A
        part stays as it is until so many others have come.
        """
        with self.reader(stored.object_id, stored.size) as reader:
            with closing(reader.in_order(held)) as parts:
                yield from parts
            reader.verify_end()

    def remove(self, object_id: str) -> None:
        """Delete an object whose row is gone; on flash memory encrypted bytes may remain."""
        path = self._path(object_id)
        with medium():
            path.unlink(missing_ok=True)
            sync_folder(path.parent)

    def erase(self, object_id: str) -> None:
        """Destroy an object: overwrite it, the salts of its keys first, and remove it.

        Only the object itself has the salts from which the keys of its messages derive
        (docs/formats/vault.md, 6). An interrupted erasure starts again from the beginning; an already removed
        object is no error.
        """
        if self.read_only:
            raise ReadOnlyError("the vault is open for reading only")
        with suppress(ContentMissingError), medium():
            path = self._path(object_id)
            if is_file(path):
                overwrite_file(path, self.randomness)
            path.unlink(missing_ok=True)
            sync_folder(path.parent)

    def object_ids(self) -> Iterator[str]:
        """Return the ids of all objects, unordered; one without a row in the database is an orphan."""
        with medium():
            for object_id, _ in self.places.each():
                yield object_id

    def remove_leftovers(self) -> int:
        """Delete what an interrupted intake left; return how many. Not while something is being stored."""
        leftovers = [path for path in self._files() if path.name.endswith(PART)]
        with medium():
            for path in leftovers:
                path.unlink()
        return len(leftovers)

    def _files(self) -> list[Path]:
        with medium():
            return [path for place in self.folder.iterdir() if is_folder(place) for path in place.iterdir()]

    def _path(self, object_id: str) -> Path:
        if not is_object_id(object_id):
            raise ContentMissingError("a content object has no such name")
        path = self.places.of(object_id)
        if not is_folder(path.parent):  # nor a link to one
            raise ContentMissingError("a content object is missing from the vault")
        return path

    def _codec(self, object_id: str) -> ObjectCodec:
        return ObjectCodec(key=self.key, vault_id=self.vault_id, object_id=bytes.fromhex(object_id))


def _digest_in_two_threads(reader: ContentReader, size: int, watch: Watch) -> str:
    """Decrypt in this thread and digest in another: the digest alone takes as long as everything else
    together.
    """
    digest, waiting = hashlib.sha256(), deque[Future[None]]()
    with (
        ThreadPoolExecutor(max_workers=1, thread_name_prefix="digest") as digester,
        closing(reader.in_order(_AHEAD + 2)) as parts,
    ):
        for count, part in enumerate(parts, start=1):
            waiting.append(digester.submit(digest.update, part))
            if len(waiting) > _AHEAD:
                waiting.popleft().result()
            watch.report(min(count * MESSAGE_LENGTH, size))
    return digest.hexdigest()
