"""Sources: files from outside that are to become evidence, and what is none."""

import errno
import io
import os
import re
import stat
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from thb_desktop.errors import SourceChangedError, SourceKindError, SourceUnreadableError
from thb_desktop.vault.places import is_object_id
from thb_desktop.vault.system import NO_WAIT, STAY, read_ahead

_NO_FILES = ("/proc", "/sys", "/dev")
"""What the system shows as files there is the state of this machine at this moment."""
_STATE = _NO_FILES[:2]
"""Where other file systems show the same; in /dev lies memory of programs, which is one like others."""

_PART = re.compile(r"header|lock$|vault\.db")
"""The beginnings of the names beside the folder of objects."""

_AHEAD, _BEGINNING = 16, 1 << 20
"""How many files are asked for ahead, and how many bytes of each: at most 16 MiB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An open file to be added: its bytes, and what the system said of it before they were read."""

    file: io.FileIO
    found: os.stat_result

    @property
    def size(self) -> int:
        return self.found.st_size

    def verify_unchanged(self) -> None:
        if _state(os.fstat(self.file.fileno())) != _state(self.found):
            raise SourceChangedError(
                "the file changed while it was read; add it again when it no longer changes"
            )

    def verify_read(self, given: int | None = None) -> None:
        """Raise an error unless it was read to its end, did not change, and gave as many bytes as it has.

        given: how many it gave; where the file stands if that is not counted.
        """
        self.verify_unchanged()
        if (self.file.tell() if given is None else given) != self.size:
            raise SourceKindError("the file gives other bytes than it says it has")


@contextmanager
def open_source(path: Path) -> Iterator[Source]:
    """Open a file from outside for reading: regular files only; follows no link and waits for no pipe.

    Raises SourceKindError, SourceUnreadableError; reading may raise OSError.
    """
    try:
        named = os.lstat(path)
        if not stat.S_ISREG(named.st_mode):
            raise SourceKindError("only regular files can be added: no folder, link, pipe or device")
        descriptor = os.open(path, os.O_RDONLY | STAY | NO_WAIT)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise SourceKindError(
                "only regular files can be added: no folder, link, pipe or device"
            ) from None
        raise SourceUnreadableError("the file cannot be opened for reading") from None
    with io.FileIO(descriptor, "rb") as file:
        before = os.fstat(descriptor)
        if not stat.S_ISREG(before.st_mode) or not os.path.samestat(before, named):
            raise SourceKindError("only regular files can be added: no folder, link, pipe or device")
        yield Source(file=file, found=before)


def each_read_ahead[T](items: Iterable[T], path_of: Callable[[T], Path | None]) -> Iterator[T]:
    """Yield each item; meanwhile the system reads the beginnings of the files that come next.

    path_of: the file of an item, if it has one. A small file on a stick takes longer to come than to encrypt.
    What is wrong with a file is told when it is opened to be added, not here.
    """
    waiting: deque[T] = deque()
    for item in items:
        if (path := path_of(item)) is not None:
            ask_for(path)
        waiting.append(item)
        if len(waiting) > _AHEAD:
            yield waiting.popleft()
    yield from waiting


def ask_for(path: Path) -> None:
    """Let the system read the beginning of a file that is read soon, if it is one."""
    with suppress(OSError, ValueError):
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return
        descriptor = os.open(path, os.O_RDONLY | STAY | NO_WAIT)
        try:
            read_ahead(descriptor, _BEGINNING)
        finally:
            os.close(descriptor)


def _state(found: os.stat_result) -> tuple[int, int, int]:
    """Return what changes with a file's content: its size and both times (the second cannot be set by
    hand).
    """
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns


class EvidenceRules:
    """Tells what cannot become evidence of one vault: files of the system itself, and the vault's own parts.

    content: the folder of the vault's objects. A part is found under any name: as a hard link, or behind a
    folder that the system shows in two places.
    """

    def __init__(self, content: Path) -> None:
        self._content = content
        self._inside = Path(os.path.realpath(content))
        self._devices = frozenset(device for place in _NO_FILES if (device := _device(place)) is not None)
        beside = (entry for entry in _entries(content.parent) if _PART.match(entry.name))
        self._parts = frozenset(map(_identity, beside))
        self._folders: dict[str, tuple[bool, bool]] = {}

    def verify(self, path: Path, source: Source) -> None:
        """Raise SourceKindError for such a file."""
        found = source.found
        is_of_system, is_inside = self._known(os.path.dirname(path))  # noqa: PTH120 - for each file of thousands
        if is_of_system or found.st_dev in self._devices:
            raise SourceKindError("files that the system makes of its own state cannot be added")
        if is_inside or self._is_part(found, path.name):
            raise SourceKindError("a part of the vault cannot be added to it")

    def _known(self, folder: str) -> tuple[bool, bool]:
        """Whether a folder is one of the system's, and whether it is the vault's own."""
        if folder not in self._folders:
            real = Path(os.path.realpath(folder))
            of_system = any(map(real.is_relative_to, _STATE))
            self._folders[folder] = of_system, real.is_relative_to(self._inside)
        return self._folders[folder]

    def _is_part(self, found: os.stat_result, name: str) -> bool:
        this = found.st_dev, found.st_ino
        if this in self._parts:
            return True
        if found.st_nlink > 1:
            folders = [entry.path for entry in _entries(self._content) if entry.is_dir(follow_symlinks=False)]
            return any(_identity(entry) == this for folder in folders for entry in _entries(folder))
        if not is_object_id(name):
            return False
        return any(this == _identity(self._content / name[:digits] / name) for digits in (1, 2))


def _device(place: str) -> int | None:
    """Return the number of the file system there, if it is one of its own."""
    return Path(place).stat().st_dev if os.path.ismount(place) else None


def _entries(folder: str | Path) -> list["os.DirEntry[str]"]:
    with os.scandir(folder) as found:
        return list(found)


def _identity(path: "os.DirEntry[str] | Path") -> tuple[int, int]:
    try:
        found = Path(path).lstat()
    except OSError:
        return 0, 0
    return found.st_dev, found.st_ino
