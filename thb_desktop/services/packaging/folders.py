"""Closed folders: a file in volumes for its recipients, with what a stranger needs to open it.

A folder is written whole or not at all: beside its name, flushed, read back, and only then named. Nothing in
it, its names included, says what the file is about or whose it is.
"""

import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from os.path import lexists
from pathlib import Path
from typing import BinaryIO, Self
from zlib import crc32

import resources.texts
from thb_desktop.crypto.envelopes.openers import Opener
from thb_desktop.crypto.envelopes.recipients import Recipient
from thb_desktop.crypto.envelopes.volumes import VOLUME_LENGTH, VolumeWriter, open_volumes
from thb_desktop.crypto.material import Randomness, draw
from thb_desktop.errors import (
    AlreadyExistsError,
    EnvelopeDamagedError,
    FileUnreadableError,
    VerificationError,
    VolumeMissingError,
)
from thb_desktop.vault.system import (
    create_file,
    is_file,
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
"""What each closed file is called: its own name could tell a person or a case."""
_HELP = ("README.txt", "open.sh", "open.ps1")
_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")
_VOLUME = re.compile(r"([\w.-]+)\.(\d{3,})\.p7m", re.ASCII)
_LINE = re.compile(r"([0-9a-f]{64})  ([\w.-]+)", re.ASCII)
_THREADS = 2
_MOST_LISTED = 1 << 20
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """A file that was closed or opened: its length in bytes, its SHA-256 (hex), and the number of volumes."""

    size: int
    sha256: str
    volumes: int


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
    if lexists(folder):
        raise AlreadyExistsError("something with the name of the folder already exists")
    suffix = source.suffix.lower() if _SUFFIX.fullmatch(source.suffix.lower()) else ""
    part = folder.with_name(f"{folder.name}.{draw(randomness, 4).hex()}.part")
    made: list[_Volume] = []
    with medium():
        make_folder(part)
        try:
            with ThreadPoolExecutor(_THREADS) as pool:

                def next_volume(number: int) -> _Volume:
                    made.append(_Volume(part / f"{NAME}{suffix}.{number:03d}.p7m", pool))
                    return made[-1]

                writer = VolumeWriter(next_volume, recipients, randomness=randomness, length=length)
                closed = _written(source, made, writer, progress)
                _add_help(part, [(each.path.name, each.digest()) for each in made])
            sync_folder(part)
            part.rename(folder)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
        sync_folder(folder.parent)
    return closed


def open_folder(
    folder: Path, target: Path, openers: Sequence[Opener], *, progress: Progress | None = None
) -> Closed:
    """Open a closed folder, or one volume file, into a new file for its owner only.

    Raises AlreadyExistsError, VolumeMissingError, FileUnreadableError, StorageError, and the refusals of
    `open_envelope`. A refusal leaves nothing behind: no byte of a changed volume is kept.
    """
    _verify_free(target)
    listed = dict(_listed(folder)) if folder.is_dir() else {}
    paths = _volumes_in(folder, len(listed)) if folder.is_dir() else (folder,)
    part = target.with_name(f"{target.name}.part")
    if lexists(part):
        raise AlreadyExistsError("a file whose name ends in .part is left of an opening that was stopped")
    with ExitStack() as stack, medium():
        volumes = [stack.enter_context(_opened(path)) for path in paths]
        digest, pool = stack.enter_context(DigestBeside()), stack.enter_context(ThreadPoolExecutor(1))
        total, size = sum(path.stat().st_size for path in paths), 0
        file = create_file(part)
        try:
            with file:
                as_listed = [pool.submit(_verify_listed, path, listed) for path in paths if listed]
                for piece in open_volumes(volumes, openers):
                    digest.update(piece)
                    write_all(file, piece)
                    size += len(piece)
                    _tell(progress, size, total)
                for each in as_listed:
                    each.result()
                sync_file(file)
            _verify_free(target)  # it took a while
            part.rename(target)
        except BaseException:
            part.unlink(missing_ok=True)  # closed by now, as Windows wants it
            raise
        sync_folder(target.parent)
    _tell(progress, total, total)
    return Closed(size=size, sha256=digest.hexdigest(), volumes=len(paths))


def _verify_free(target: Path) -> None:
    if lexists(target):
        raise AlreadyExistsError("a file with this name already exists")


def _written(source: Path, made: "list[_Volume]", writer: VolumeWriter, progress: Progress | None) -> Closed:
    """Write the volumes; `made` takes them as they are begun. Each is read back while the next is written."""
    size = 0
    with _opened(source) as file, DigestBeside() as digest:
        total = source.stat().st_size
        try:
            while piece := file.read(_PIECE):
                digest.update(piece)
                writer.write(piece)
                size += len(piece)
                _tell(progress, size, total)
            writer.close()
        finally:
            for each in made:
                each.close()
        return Closed(size=size, sha256=digest.hexdigest(), volumes=len(made))


class _Volume:
    """A volume: written with a check sum, then flushed and read back in another thread."""

    def __init__(self, path: Path, pool: ThreadPoolExecutor) -> None:
        self.path, self._pool = path, pool
        self._file, self._check = create_file(path), 0
        self._read_back: Future[str] | None = None

    def write(self, data: bytes, /) -> None:
        write_all(self._file, data)
        self._check = crc32(data, self._check)

    def close(self) -> None:
        if self._read_back is None:
            self._read_back = self._pool.submit(self._flush_and_read)

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
            while piece := file.read(_PIECE):
                digest.update(piece)
                check = crc32(piece, check)
        if check != self._check:
            raise VerificationError("the medium does not return what was written to it")
        return digest.hexdigest()


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


def _add_help(part: Path, volumes: Sequence[tuple[str, str]]) -> None:
    listed = "".join(f"{digest}  {name}\n" for name, digest in volumes)
    _put(part / VOLUMES, listed.encode("ascii"))
    for helper in _HELP:
        _put(part / helper, files(resources.texts).joinpath("opening", helper).read_bytes())


def _put(path: Path, content: bytes) -> None:
    with create_file(path) as file:
        write_all(file, content)
        sync_file(file)


def _opened(path: Path) -> BinaryIO:
    try:
        return open_file(path)
    except OSError:
        raise FileUnreadableError("the file cannot be read, or is not a regular file") from None


def _digest_of(path: Path) -> str:
    digest = sha256()
    with _opened(path) as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


def _volumes_in(folder: Path, listed: int) -> tuple[Path, ...]:
    """Return the volumes in their order; the list beside them says how many there must be."""
    with medium():
        named = [
            (int(told[2]), path)
            for path in folder.iterdir()
            if is_file(path) and (told := _VOLUME.fullmatch(path.name))
        ]
    found = dict(named)
    if len(found) != len(named):
        raise EnvelopeDamagedError("two volumes have one number; those of one file belong in a folder")
    for number in range(1, max([listed, *found]) + 1):
        if number not in found:
            raise VolumeMissingError("a volume is missing", f"{number:03d}")
    if not found:
        raise VolumeMissingError("the folder contains no volume", "001")
    return tuple(found[number] for number in sorted(found))


def _verify_listed(path: Path, listed: Mapping[str, str]) -> None:
    """Raise EnvelopeDamagedError for a volume of another folder: its own tag would be right."""
    if listed.get(path.name) != _digest_of(path):
        raise EnvelopeDamagedError("a volume is not the one of the list beside it")


def _listed(folder: Path) -> Iterator[tuple[str, str]]:
    """Return name and digest of each volume in the list, if there is one."""
    if not is_file(folder / VOLUMES):
        return
    with _opened(folder / VOLUMES) as file:
        text = file.read(_MOST_LISTED).decode("ascii", errors="replace")
    for line in text.splitlines():
        if told := _LINE.fullmatch(line):
            yield told[2], told[1]


def _tell(progress: Progress | None, done: int, total: int) -> None:
    if progress is not None:
        progress(min(done, total), total)
