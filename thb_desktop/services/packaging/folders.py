"""Closed folders: files in volumes for their recipients, with what a stranger needs to open them.

A folder is written whole or not at all: beside its name, flushed, read back, and only then named. Nothing in
it, its names included, says what the files are about or whose they are, unless the sender wants a telephone
number outside.
"""

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from io import FileIO
from itertools import cycle
from os.path import lexists
from pathlib import Path
from typing import BinaryIO, Self, cast

import resources.texts
from thb_desktop.crypto.envelopes.recipients import Recipient
from thb_desktop.crypto.envelopes.volumes import VOLUME_LENGTH, VolumeWriter
from thb_desktop.crypto.material import Randomness, draw
from thb_desktop.errors import (
    AlreadyExistsError,
    FileUnreadableError,
    RecipientMissingError,
    SigningError,
    StorageError,
)
from thb_desktop.services.packaging.begun import Progress as FolderProgress
from thb_desktop.services.packaging.envelope import ENVELOPE, NO_PACKAGE, Outside, envelope_text
from thb_desktop.services.packaging.written_volumes import (
    HELD,
    PIECE,
    DigestBeside,
    Lanes,
    WholeVolume,
    WrittenVolume,
)
from thb_desktop.vault.system import (
    create_file,
    make_folder,
    medium,
    open_file,
    sync_file,
    sync_folder,
    write_all,
)

Progress = Callable[[int, int], None]
VOLUMES = "volumes.sha256"
NAME = "package"
"""What the file of a closed folder is called: its own name could tell a person or a case."""
_HELP = ("README.txt", "open.sh", "open.ps1")
_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")


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
        name = NAME + suffix_of(source)
        with opened(source) as file, writer.file(name) as target:
            total = source.stat().st_size
            for piece in pieces(file):
                target.write(piece)
                size += len(piece)
                tell(progress, size, total)
        complete = writer.complete()
        writer.give_name()
    return Closed(size=size, sha256=writer.sha256[name], volumes=complete.volumes)


def pieces(file: BinaryIO) -> Iterator[memoryview]:
    """Read an unbuffered file to its end. A piece stays as it is until HELD others have come."""
    for room in cycle([memoryview(bytearray(PIECE)) for _ in range(HELD)]):
        length = cast(FileIO, file).readinto(room)
        if not length:
            return
        yield room[:length]


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
        outside: Outside = NO_PACKAGE,
    ) -> None:
        """Raises AlreadyExistsError, RecipientMissingError."""
        if lexists(folder):
            raise AlreadyExistsError("something with the name of the folder already exists")
        if not recipients:
            raise RecipientMissingError("an envelope needs at least one recipient")
        self._folder, self._recipients = folder, recipients
        self._randomness, self._length, self._outside = randomness, length, outside
        self._made: list[WrittenVolume | WholeVolume] = []
        self._lanes = Lanes()
        self.sha256: dict[str, str] = {}
        """SHA-256 (hex) of each file that was written, by its name."""
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
        failed = kind is not None and issubclass(kind, (StorageError, SigningError))
        goes_on = failed and self._progress is not None
        self._lanes.end(finish=goes_on)
        for each in self._made:
            each.end()
        if not self._stays and not goes_on:
            shutil.rmtree(self.part, ignore_errors=True)

    @contextmanager
    def file(self, name: str) -> Iterator[VolumeWriter]:
        """Write one file in volumes of this name. Each is read back while it is written."""
        with medium():
            content = DigestBeside(self._lanes.digesting)

            def next_volume(number: int) -> WrittenVolume | WholeVolume:
                path = self.part / f"{name}.{number:03d}.p7m"
                whole = self._progress.take(path) if self._progress else None
                if whole is not None:
                    self._made.append(WholeVolume(path, whole, content))
                else:
                    made = WrittenVolume(
                        path, self._lanes, content, self._progress, randomness=self._randomness
                    )
                    self._made.append(made)
                return self._made[-1]

            writer = VolumeWriter(
                next_volume, self._recipients, randomness=self._randomness, length=self._length
            )
            yield writer
            writer.close()
            self.sha256[name] = content.so_far().result()

    def complete(self) -> Complete:
        """Add the help and, when all volumes are read back, their list. Raises VerificationError."""
        with medium():
            for name, content in help_files():
                _put(self.part / name, content)
            told = [(each.path.name, each.digest()) for each in self._made]
            listed = "".join(f"{digest}  {name}\n" for name, digest in told).encode("ascii")
            digest = sha256(listed).hexdigest()
            names = [name for name, _ in told]
            _put(self.part / ENVELOPE, envelope_text(self.part, names, digest, self._outside))
            _put(self.part / VOLUMES, listed)
            sync_folder(self.part)
            sync_folder(self.part.parent)
        return Complete(volumes=len(told), listed=digest)

    def keep(self) -> None:
        """Let the folder stay under the name that it has: somebody else answers for it now."""
        self._stays = True

    def give_name(self) -> None:
        """Give the folder its name, so that it survives a power cut."""
        with medium():
            self.part.rename(self._folder)
            self._stays = True
            sync_folder(self._folder.parent)


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
