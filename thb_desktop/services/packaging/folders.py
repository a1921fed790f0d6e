"""Closed folders: files in volumes for their recipients, with what a stranger needs to open them.

A folder is written whole or not at all: beside its name, flushed, read back, and only then named. Nothing in
it, its names included, says what the files are about or whose they are.
"""

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from os.path import lexists
from pathlib import Path
from typing import BinaryIO, Self
from zlib import crc32

import resources.texts
from thb_desktop.crypto.envelopes.recipients import Recipient
from thb_desktop.crypto.envelopes.volumes import VOLUME_LENGTH, VolumeWriter
from thb_desktop.crypto.material import Randomness, draw
from thb_desktop.errors import (
    AlreadyExistsError,
    BegunDiffersError,
    FileUnreadableError,
    RecipientMissingError,
    SigningError,
    StorageError,
    VerificationError,
)
from thb_desktop.services.packaging.begun import Progress as FolderProgress
from thb_desktop.services.packaging.begun import Whole
from thb_desktop.vault.system import (
    create_file,
    make_folder,
    medium,
    open_file,
    sync_file,
    sync_folder,
    write_all,
    write_back,
)

Progress = Callable[[int, int], None]
VOLUMES = "volumes.sha256"
NAME = "package"
"""What the file of a closed folder is called: its own name could tell a person or a case."""
_HELP = ("README.txt", "open.sh", "open.ps1")
_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")
_THREADS = 2
PIECE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """What was closed or opened: length in bytes, SHA-256 (hex) of the first file, number of volumes.

    files: of what was opened, the name and SHA-256 of each.
    """

    size: int
    sha256: str
    volumes: int
    files: tuple[tuple[str, str], ...] = ()


def close_file(
    source: Path,
    folder: Path,
    recipients: Sequence[Recipient],
    *,
    randomness: Randomness,
    length: int = VOLUME_LENGTH,
    progress: Progress | None = None,
) -> Closed:
    """Close a file into a new folder, so that each recipient alone opens it.

    Raises AlreadyExistsError, FileUnreadableError, RecipientMissingError, StorageError, VerificationError if
    the medium returns something else than was written. A refusal leaves nothing behind.
    """
    with FolderWriter(folder, recipients, randomness=randomness, length=length) as writer:
        size = 0
        with (
            opened(source) as file,
            DigestBeside() as digest,
            writer.file(NAME + suffix_of(source)) as target,
        ):
            total = source.stat().st_size
            while piece := file.read(PIECE):
                digest.update(piece)
                target.write(piece)
                size += len(piece)
                tell(progress, size, total)
        complete = writer.complete()
        writer.give_name()
    return Closed(size=size, sha256=digest.hexdigest(), volumes=complete.volumes)


def suffix_of(named: Path) -> str:
    """Return the suffix of a name, if it says no more than the kind of a file."""
    suffix = named.suffix.lower()
    return suffix if _SUFFIX.fullmatch(suffix) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Complete:
    """A folder whose volumes are written and read back: how many, and the SHA-256 (hex) of their list."""

    volumes: int
    listed: str


class FolderWriter:
    """A closed folder while it is written, under a name that ends in `.part`.

    Leaving the `with` before `give_name` or `keep` takes it away. With `progress`, what is whole stays if the
    medium fails or nobody signs, and a later run goes on after it.
    """

    def __init__(
        self,
        folder: Path,
        recipients: Sequence[Recipient],
        *,
        randomness: Randomness,
        length: int = VOLUME_LENGTH,
        progress: FolderProgress | None = None,
    ) -> None:
        """Raises AlreadyExistsError, RecipientMissingError."""
        if lexists(folder):
            raise AlreadyExistsError("something with the name of the folder already exists")
        if not recipients:
            raise RecipientMissingError("an envelope needs at least one recipient")
        self._folder, self._recipients = folder, recipients
        self._randomness, self._length = randomness, length
        self._made: list[_Volume | _WholeVolume] = []
        self._pool = ThreadPoolExecutor(_THREADS)
        self._stays = False
        self._progress = progress
        begun = progress.part if progress else None
        self.part = begun or folder.with_name(f"{folder.name}.{draw(randomness, 4).hex()}.part")

    def __enter__(self) -> Self:
        with medium():
            if self._progress is None or self._progress.part is None:
                make_folder(self.part)
            if self._progress is not None:
                self._progress.begin(self.part)
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        for each in self._made:
            each.end()
        self._pool.shutdown()
        goes_on = kind is not None and issubclass(kind, (StorageError, SigningError))
        if not self._stays and not (goes_on and self._progress is not None):
            shutil.rmtree(self.part, ignore_errors=True)

    @contextmanager
    def file(self, name: str) -> Iterator[VolumeWriter]:
        """Write one file in volumes of this name. Each is read back while the next is written."""
        with medium():

            def next_volume(number: int) -> _Volume | _WholeVolume:
                path = self.part / f"{name}.{number:03d}.p7m"
                whole = self._progress.take(path) if self._progress else None
                if whole is not None:
                    self._made.append(_WholeVolume(path, whole))
                else:
                    self._made.append(_Volume(path, self._pool, self._progress))
                return self._made[-1]

            writer = VolumeWriter(
                next_volume, self._recipients, randomness=self._randomness, length=self._length
            )
            yield writer
            writer.close()

    def complete(self) -> Complete:
        """Wait until all volumes are read back, and add their list and the help. Raises VerificationError."""
        with medium():
            told = [(each.path.name, each.digest()) for each in self._made]
            listed = "".join(f"{digest}  {name}\n" for name, digest in told).encode("ascii")
            _put(self.part / VOLUMES, listed)
            for name, content in help_files():
                _put(self.part / name, content)
            sync_folder(self.part)
            sync_folder(self.part.parent)
        return Complete(volumes=len(told), listed=sha256(listed).hexdigest())

    def keep(self) -> None:
        """Let the folder stay under the name that it has: somebody else answers for it now."""
        self._stays = True

    def give_name(self) -> None:
        """Give the folder its name, so that it survives a power cut."""
        with medium():
            self.part.rename(self._folder)
            self._stays = True
            sync_folder(self._folder.parent)


class _Volume:
    """A volume: written with a check sum, then flushed and read back in another thread."""

    is_there = False

    def __init__(self, path: Path, pool: ThreadPoolExecutor, progress: FolderProgress | None) -> None:
        self.path, self._pool, self._progress = path, pool, progress
        self._file, self._check = create_file(path), 0
        self._content = sha256() if progress else None
        self._read_back: Future[str] | None = None

    def see(self, content: bytes | memoryview, /) -> None:
        if self._content is not None:
            self._content.update(content)

    def write(self, data: bytes, /) -> None:
        write_all(self._file, data)
        self._check = crc32(data, self._check)

    def close(self) -> None:
        """Let it be read back, as the volume that it is; a second time does nothing."""
        if self._read_back is None:
            self._read_back = self._pool.submit(self._flush_and_read)

    def end(self) -> None:
        """Give the file back, whatever became of it."""
        if self._read_back is None:
            self._file.close()

    def digest(self) -> str:
        """Return SHA-256 (hex) of what the medium returns, once it is read back. Raises VerificationError."""
        self.close()
        return self._read_back.result() if self._read_back else ""

    def _flush_and_read(self) -> str:
        with self._file:
            sync_file(self._file)
            write_back(self._file, 0, 0)  # so that it is read from the medium, if the system allows it
        digest, check = sha256(), 0
        with open_file(self.path) as file:
            while piece := file.read(PIECE):
                digest.update(piece)
                check = crc32(piece, check)
        if check != self._check:
            raise VerificationError("the medium does not return what was written to it")
        if self._progress is not None and self._content is not None:
            content = self._content.hexdigest()
            self._progress.add(Whole(name=self.path.name, sha256=digest.hexdigest(), content=content))
        return digest.hexdigest()


class _WholeVolume:
    """A volume that an earlier run wrote: its content is compared, and nothing is written."""

    is_there = True

    def __init__(self, path: Path, whole: Whole) -> None:
        self.path, self._whole, self._content = path, whole, sha256()

    def see(self, content: bytes | memoryview, /) -> None:
        self._content.update(content)

    def write(self, _: bytes, /) -> None:
        raise ValueError("this volume is there already")

    def close(self) -> None:
        """Raises BegunDiffersError if it was made of something else."""
        if self._content.hexdigest() != self._whole.content:
            raise BegunDiffersError("a volume of what was begun has another content")

    def end(self) -> None: ...

    def digest(self) -> str:
        return self._whole.sha256


class DigestBeside:
    """SHA-256 of pieces, computed in a thread of its own while the caller goes on with them."""

    def __init__(self) -> None:
        self._digest, self._pool = sha256(), ThreadPoolExecutor(1)
        self._last: Future[None] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown()

    def update(self, piece: bytes) -> None:
        """Add a piece; waits for the one before, so that no more than two are held."""
        if self._last is not None:
            self._last.result()
        self._last = self._pool.submit(self._digest.update, piece)

    def hexdigest(self) -> str:
        if self._last is not None:
            self._last.result()
        return self._digest.hexdigest()


def help_files() -> Iterator[tuple[str, bytes]]:
    """Return name and content of what tells a stranger how to open a folder, and does it."""
    for name in _HELP:
        yield name, files(resources.texts).joinpath("opening", name).read_bytes()


def _put(path: Path, content: bytes) -> None:
    with create_file(path) as file:
        write_all(file, content)
        sync_file(file)


def opened(path: Path) -> BinaryIO:
    try:
        return open_file(path)
    except OSError:
        raise FileUnreadableError("the file cannot be read, or is not a regular file") from None


def tell(progress: Progress | None, done: int, total: int) -> None:
    if progress is not None:
        progress(min(done, total), total)
