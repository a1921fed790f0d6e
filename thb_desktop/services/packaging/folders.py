"""Closed folders: a file in volumes for its recipients, with what a stranger needs to open it.

A folder is written whole or not at all: beside its name, flushed, read back, and only then named. Nothing in
it, its names included, says what the file is about or whose it is.
"""

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import BinaryIO

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
)

Progress = Callable[[int, int], None]
VOLUMES = "volumes.sha256"
NAME = "package"
"""What each closed file is called: its own name could tell a person or a case."""
_HELP = ("README.txt", "open.sh", "open.ps1")
_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")
_VOLUME = re.compile(r"([\w.-]+)\.(\d{3,})\.p7m", re.ASCII)
_LINE = re.compile(r"([0-9a-f]{64})  ([\w.-]+)", re.ASCII)
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
    if folder.is_symlink() or folder.exists():
        raise AlreadyExistsError("something with the name of the folder already exists")
    suffix = source.suffix.lower() if _SUFFIX.fullmatch(source.suffix.lower()) else ""
    part = folder.with_name(f"{folder.name}.{draw(randomness, 4).hex()}.part")
    made: list[_Volume] = []

    def next_volume(number: int) -> _Volume:
        made.append(_Volume(part / f"{NAME}{suffix}.{number:03d}.p7m"))
        return made[-1]

    writer = VolumeWriter(next_volume, recipients, randomness=randomness, length=length)
    with medium():
        make_folder(part)
        try:
            closed = _written(source, made, writer, progress)
            _add_help(part, made)
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
    if target.is_symlink() or target.exists():
        raise AlreadyExistsError("a file with this name already exists")
    paths = _volumes_in(folder) if folder.is_dir() else (folder,)
    part = target.with_name(f"{target.name}.part")
    if part.exists():
        raise AlreadyExistsError("a file whose name ends in .part is left of an opening that was stopped")
    with ExitStack() as stack, medium():
        volumes = [stack.enter_context(_opened(path)) for path in paths]
        total = sum(path.stat().st_size for path in paths)
        size, digest = 0, sha256()
        with create_file(part) as file:
            try:
                for piece in open_volumes(volumes, openers):
                    write_all(file, piece)
                    digest.update(piece)
                    size += len(piece)
                    _tell(progress, size, total)
                sync_file(file)
            except BaseException:
                part.unlink()
                raise
        part.rename(target)
        sync_folder(target.parent)
    _tell(progress, total, total)
    return Closed(size=size, sha256=digest.hexdigest(), volumes=len(paths))


def _written(source: Path, made: "list[_Volume]", writer: VolumeWriter, progress: Progress | None) -> Closed:
    """Write the volumes, and read them back; `made` takes them as they are begun."""
    size, digest = 0, sha256()
    with _opened(source) as file:
        total = source.stat().st_size
        try:
            while piece := file.read(_PIECE):
                writer.write(piece)
                digest.update(piece)
                size += len(piece)
                _tell(progress, size, total)
            writer.close()
        finally:
            for each in made:
                each.close()
    for each in made:
        if _digest_of(each.path) != each.digest.hexdigest():
            raise VerificationError("the medium does not return what was written to it")
    return Closed(size=size, sha256=digest.hexdigest(), volumes=len(made))


class _Volume:
    """A volume while it is written, and the digest of what was written."""

    def __init__(self, path: Path) -> None:
        self.path, self.digest = path, sha256()
        self._file = create_file(path)

    def write(self, data: bytes, /) -> None:
        write_all(self._file, data)
        self.digest.update(data)

    def close(self) -> None:
        if not self._file.closed:
            sync_file(self._file)
            self._file.close()


def _add_help(part: Path, made: "Sequence[_Volume]") -> None:
    listed = "".join(f"{each.digest.hexdigest()}  {each.path.name}\n" for each in made)
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


def _volumes_in(folder: Path) -> tuple[Path, ...]:
    """Return the volumes in their order; the list beside them says which there must be."""
    with medium():
        found = {
            int(named[2]): path
            for path in folder.iterdir()
            if is_file(path) and (named := _VOLUME.fullmatch(path.name))
        }
    listed = dict(_listed(folder))
    for number in range(1, max([0, len(listed), *found]) + 1):
        if number not in found:
            raise VolumeMissingError("a volume is missing", f"{number:03d}")
    if not found:
        raise VolumeMissingError("the folder contains no volume", "001")
    volumes = tuple(found[number] for number in sorted(found))
    for path in volumes:
        if listed and listed.get(path.name) != _digest_of(path):
            raise EnvelopeDamagedError("a volume is not the one of the list beside it")
    return volumes


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
