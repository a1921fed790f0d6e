"""Opening: a closed folder, or one volume, into new files for their owner only.

Where the system can, a file has no name until all of it was verified: of one file, nothing is left in clear
even if the program is killed. Of several, those that were verified lie in a folder whose name ends in `.part`
until all are: what is stopped takes them away, and a killed program leaves them there.
"""

import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from hashlib import sha256
from os.path import lexists
from pathlib import Path
from typing import BinaryIO, Self

from thb_desktop.crypto.envelopes.openers import Opener, within_rounds
from thb_desktop.errors import AlreadyExistsError, EnvelopeDamagedError, VolumeMissingError
from thb_desktop.services.packaging.folders import (
    VOLUMES,
    Closed,
    Progress,
    opened,
    tell,
)
from thb_desktop.services.packaging.opened_volumes import contents
from thb_desktop.services.packaging.written_volumes import PIECE
from thb_desktop.vault.straight import Straight
from thb_desktop.vault.system import (
    create_file,
    create_unnamed,
    is_file,
    make_folder,
    medium,
    name_file,
    sync_file,
    sync_folder,
)

_VOLUME = re.compile(r"([\w.-]+)\.(\d{3,9})\.p7m", re.ASCII)
_LINE = re.compile(r"([0-9a-f]{64})  ([\w.-]+)", re.ASCII)
_ODD_STEM = re.compile(r"(?:(?:con|prn|aux|nul|(?:com|lpt)[0-9])(?:\..*)?|(?:.*\.)?)", re.IGNORECASE)
"""Names of files that Windows keeps for devices, or that end in a dot: none that this program gives. Nor does
it give two that differ in case alone: they are one file there.
"""
_MOST_LISTED = 1 << 20
_AT_ONCE = 4 * PIECE
"""Bytes that are written at once."""


def open_folder(
    folder: Path, target: Path, openers: Sequence[Opener], *, progress: Progress | None = None
) -> Closed:
    """Open a closed folder, or one volume file: one file as `target`, several as files in a new folder.

    Raises AlreadyExistsError, VolumeMissingError, FileUnreadableError, StorageError, and the refusals of
    `open_envelope`. A refusal leaves nothing behind: no byte of a changed volume is kept.
    """
    _verify_free(target)
    listed, volumes = listed_volumes(folder)
    part = target.with_name(f"{target.name}.part")
    if lexists(part):
        raise AlreadyExistsError("a file whose name ends in .part is left of an opening that was stopped")
    work = _Work(
        listed, openers, progress, sum(one.stat().st_size for each in volumes.values() for one in each)
    )
    with medium():
        if len(volumes) > 1:
            found = _open_several(volumes, target, part, work)
        else:
            found = tuple(work.open(paths, target, part) for paths in volumes.values())
        sync_folder(target.parent)
    tell(progress, work.total, work.total)
    return Closed(
        size=sum(size for size, _ in found),
        sha256=found[0][1],
        volumes=sum(map(len, volumes.values())),
        files=tuple(zip(volumes, (digest for _, digest in found), strict=True)),
    )


def _open_several(
    volumes: Mapping[str, Sequence[Path]], target: Path, part: Path, work: "_Work"
) -> tuple[tuple[int, str], ...]:
    make_folder(part)
    try:
        found = tuple(work.open(paths, part / name, part / f"{name}.part") for name, paths in volumes.items())
        sync_folder(part)
        _verify_free(target)
        part.rename(target)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return found


class _Work:
    """The opening of the files of one folder. total: bytes of all volumes."""

    def __init__(
        self, listed: Mapping[str, str], openers: Sequence[Opener], progress: Progress | None, total: int
    ) -> None:
        self._listed, self._progress, self.total = listed, progress, total
        self._openers = within_rounds(openers, total)
        self._done = 0

    def open(self, paths: Sequence[Path], target: Path, part: Path) -> tuple[int, str]:
        """Open the volumes of one file; return its length, and its SHA-256 (hex)."""
        with ExitStack() as stack:
            new = stack.enter_context(NewFile(target, part))
            digest, before, straight = sha256(), self._done, Straight(new.file)
            pool = stack.enter_context(ThreadPoolExecutor(1))
            content = stack.enter_context(closing(contents(paths, self._listed, self._openers)))
            for held in content:
                digested = pool.submit(digest.update, held)
                self._write(straight, held)
                digested.result()
            new.give_name()
            return self._done - before, digest.hexdigest()

    def _write(self, file: Straight, content: bytes | memoryview) -> None:
        rest = memoryview(content)
        while rest:
            file.write(rest[:_AT_ONCE])
            self._done += len(rest[:_AT_ONCE])
            rest = rest[_AT_ONCE:]
            tell(self._progress, self._done, self.total)


class NewFile:
    """A file that gets its name when it is whole. Where the system can, it has none before: no kill leaves it
    behind. Elsewhere it is called `part`, and taken away by every refusal.
    """

    def __init__(self, target: Path, part: Path) -> None:
        self._target, self._part = target, part
        unnamed = create_unnamed(target.parent)
        self._is_unnamed = unnamed is not None
        self.file: BinaryIO = create_file(part) if unnamed is None else unnamed

    def __enter__(self) -> Self:
        return self

    def give_name(self) -> None:
        """Flush it, and give it its name, unless something came there meanwhile."""
        sync_file(self.file)
        if self._is_unnamed:
            try:
                name_file(self.file, self._target)
            except FileExistsError:
                raise _taken() from None
            return
        self.file.close()
        _verify_free(self._target)  # it took a while
        self._part.rename(self._target)

    def __exit__(self, *_: object) -> None:
        self.file.close()  # before it is taken away, as Windows wants it
        if not self._is_unnamed:
            self._part.unlink(missing_ok=True)


def _verify_free(target: Path) -> None:
    if lexists(target):
        raise _taken()


def _taken() -> AlreadyExistsError:
    return AlreadyExistsError("a file with this name already exists")


def listed_volumes(folder: Path) -> tuple[dict[str, str], dict[str, tuple[Path, ...]]]:
    """Return the digest of each volume as the list of a closed folder tells it, and by the name of each file
    its volumes in their order. A volume that lies alone is a file of its own.

    Raises EnvelopeDamagedError, VolumeMissingError, FileUnreadableError.
    """
    listed = dict(_listed(folder)) if folder.is_dir() else {}
    return listed, _volumes_in(folder, listed) if folder.is_dir() else {folder.stem: (folder,)}


def _volumes_in(folder: Path, listed: Mapping[str, str]) -> dict[str, tuple[Path, ...]]:
    """Return by the name of each file its volumes in their order; the list says which there must be."""
    with medium():
        there = {path.name: path for path in folder.iterdir() if is_file(path)}
    names = [each for each in listed if _VOLUME.fullmatch(each)]
    found: dict[str, dict[int, Path | None]] = {}
    for name in dict.fromkeys((*names, *sorted(there))):
        if told := _VOLUME.fullmatch(name):
            numbered, number = found.setdefault(told[1], {}), int(told[2])
            if number in numbered:
                raise EnvelopeDamagedError("two volumes here have one number")
            numbered[number] = there.get(name)
    if any(map(_ODD_STEM.fullmatch, found)) or len({stem.lower() for stem in found}) < len(found):
        raise EnvelopeDamagedError("a volume here has a name that no file of ours has")
    if len(found) > 1 and not names:
        raise EnvelopeDamagedError("volumes of several files lie here without their list")
    for stem, numbered in found.items():
        for number in range(1, max(numbered) + 1):
            if numbered.get(number) is None:
                named = f"{number:03d}" if len(found) == 1 else f"{stem}.{number:03d}"
                raise VolumeMissingError("a volume is missing", named)
    if not found:
        raise VolumeMissingError("the folder contains no volume", "001")
    return {
        stem: tuple(path for _, path in sorted(numbered.items()) if path) for stem, numbered in found.items()
    }


def _listed(folder: Path) -> Iterator[tuple[str, str]]:
    """Return name and digest of each volume in the list, if there is one."""
    if not is_file(folder / VOLUMES):
        return
    with opened(folder / VOLUMES) as file:
        text = file.read(_MOST_LISTED).decode("ascii", errors="replace")
    for line in text.splitlines():
        if told := _LINE.fullmatch(line):
            yield told[2], told[1]
