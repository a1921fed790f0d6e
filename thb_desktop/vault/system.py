"""System: the differences between operating systems in files, folders and locks."""

import ctypes
import errno
import io
import os
import shutil
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, cast

from thb_desktop.errors import DiskFullError, ReadOnlyError, StorageError

_BINARY = getattr(os, "O_BINARY", 0)
STAY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | _BINARY
NO_WAIT = getattr(os, "O_NONBLOCK", 0)
"""How a file is opened: no link is followed, no pipe is waited for."""
_HERE, _EXCHANGE = -100, 2
"""AT_FDCWD and RENAME_EXCHANGE of Linux: relative to the working folder; exchange."""
_STANDS_FOR_ANOTHER = 0x2000_0000
"""In the tags of Windows: the name leads elsewhere, as links and junctions do."""
_ONE_DAY = 946_684_800
"""1 January 2000: later than the oldest day of any file system."""
FOLDERS_MOVE_OPEN = sys.platform != "win32"
"""Whether a folder can be renamed while something in it is open."""
_OWN_FILES = Path("/proc/self/fd")
_WITHOUT_UNNAMED = frozenset({errno.EOPNOTSUPP, errno.EISDIR, errno.EINVAL, errno.ENOSYS})
"""How media without unnamed files refuse one."""
_PIECE = 1 << 20
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_READ_ONLY = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


class medium:  # noqa: N801 - read as a word: with medium()
    """Turn refusals of the medium into our own errors; the system's text, which contains paths, is
    dropped.
    """

    __slots__ = ()

    def __enter__(self) -> None:
        pass

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        if isinstance(error, OSError):
            raise _refusal(error) from None


def _refusal(error: OSError) -> StorageError:
    if error.errno in _FULL:
        return DiskFullError("the disk is full; nothing was changed")
    if error.errno in _READ_ONLY:
        return ReadOnlyError("the vault's medium does not let this program write there")
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return StorageError("there is no such folder")
    return StorageError("the medium failed")


def is_file(path: Path) -> bool:
    """Whether it is a regular file, not a link to one."""
    return _is(path, stat.S_ISREG)


def is_folder(path: Path) -> bool:
    """Whether it is a folder, not a link to one; on Windows not a junction either."""
    return _is(path, stat.S_ISDIR)


def _is(path: Path, kind: Callable[[int], bool]) -> bool:
    try:
        return _is_itself(path.lstat(), kind)
    except OSError:
        return False


def _is_itself(found: os.stat_result, kind: Callable[[int], bool]) -> bool:
    return kind(found.st_mode) and not getattr(found, "st_reparse_tag", 0) & _STANDS_FOR_ANOTHER


def make_folder(path: Path) -> None:
    """Make a folder for its owner only, whatever the umask.

    On Windows, Python gives a folder of mode 0700 an access list of its owner and the administrators only,
    and its content inherits it.
    """
    path.mkdir(mode=0o700)
    path.chmod(0o700)


def make_private_folder(path: Path) -> None:
    """Make a folder for its owner only, and its parents; an existing one is closed to others."""
    if not path.is_dir():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        make_folder(path)
    elif sys.platform != "win32" and stat.S_IMODE(path.stat().st_mode) & 0o077:
        path.chmod(0o700)


def state_folder() -> Path | None:
    """Return where this system keeps the state of programs for one user; None if it does not say."""
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "win32":
        state = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local", "THB Desktop")
    elif sys.platform == "darwin":
        state = home / "Library" / "Application Support" / "THB Desktop"
    else:
        named = os.environ.get("XDG_STATE_HOME", "")
        state = Path(named if named.startswith("/") else home / ".local" / "state", "thb-desktop")
    return state


def create_file(path: Path | str) -> BinaryIO:
    """Create a file for its owner only, whatever the umask. Raises FileExistsError if anything has
    that name.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | STAY, 0o600)
    if sys.platform != "win32":
        os.fchmod(descriptor, 0o600)
    return cast(BinaryIO, io.FileIO(descriptor, "w+b"))


def create_unnamed(folder: Path) -> BinaryIO | None:
    """Create a file without a name, for its owner only; None where the system or the medium has none.

    Until `name_file` names it, nothing is left of it when the program ends, however it ends.
    """
    if sys.platform == "linux" and _OWN_FILES.is_dir():
        try:
            descriptor = os.open(folder, os.O_RDWR | os.O_TMPFILE | os.O_CLOEXEC, 0o600)
        except OSError as error:
            if error.errno in _WITHOUT_UNNAMED:
                return None
            raise
        os.fchmod(descriptor, 0o600)
        return cast(BinaryIO, io.FileIO(descriptor, "w+b"))
    return None


def name_file(file: BinaryIO, path: Path) -> None:
    """Name a file of `create_unnamed`. Raises FileExistsError if anything has that name."""
    own_files = os.open(_OWN_FILES, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    try:  # without the folder's descriptor, Python names the link to the file in place of the file
        os.link(str(file.fileno()), path, src_dir_fd=own_files, follow_symlinks=True)
    finally:
        os.close(own_files)


def open_file(path: Path) -> BinaryIO:
    """Open a regular file of the vault for reading. Raises FileNotFoundError also for a link, a pipe or a
    folder.
    """
    named = path.lstat()
    if not _is_itself(named, stat.S_ISREG):
        raise FileNotFoundError(errno.ENOENT, "no regular file")
    file = os.fdopen(os.open(path, os.O_RDONLY | STAY | NO_WAIT), "rb", buffering=0)
    if not os.path.samestat(os.fstat(file.fileno()), named):  # replaced between the two checks
        file.close()
        raise FileNotFoundError(errno.ENOENT, "no regular file")
    return file


def overwrite_file(path: Path, fill: Callable[[int], bytes]) -> None:
    """Overwrite a whole file in place, from its beginning, and flush it; a link is refused.

    fill: returns that many bytes. On flash memory, and on file systems that write copies, older blocks may
    remain.
    """
    with os.fdopen(os.open(path, os.O_RDWR | STAY), "r+b", buffering=0) as file:
        left = os.fstat(file.fileno()).st_size
        while left:
            piece = fill(min(left, _PIECE))
            write_all(file, piece)
            left -= len(piece)
        sync_file(file)


def write_all(file: BinaryIO, content: bytes | memoryview) -> None:
    """Write everything: an unbuffered file may take only a part at a time."""
    rest = memoryview(content)
    while rest:
        rest = rest[file.write(rest) :]


def sync_file(file: BinaryIO) -> None:
    os.fsync(file.fileno())


def sync_path(path: Path) -> None:
    """Flush a closed file, so that it survives a power cut; Windows needs it open for writing."""
    with path.open("r+b", buffering=0) as file:
        os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """Flush new names in a folder, so that they survive a power cut; Windows does this itself and cannot be
    asked.
    """
    if sys.platform != "win32":
        descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def sync_file_system(path: Path) -> bool:
    """Flush everything that was written to the file system of a path, with one call; False if there is none.

    For many small files it costs one flush of the medium, where each file and folder would cost one.
    """
    call = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None) if sys.platform == "linux" else None
    if call is None:
        return False
    descriptor = os.open(path, os.O_RDONLY)
    try:
        if call(descriptor) != 0:
            raise OSError(ctypes.get_errno(), "syncfs")
    finally:
        os.close(descriptor)
    return True


def write_whole(path: Path, content: bytes, *, flush: bool = True) -> None:
    """Write a file beside its place, flush it, and rename it into place; a crash leaves the old or the new
    file.

    Without `flush` a power cut may leave either, or nothing of it.
    """
    beside = path.with_name(path.name + ".new")
    with suppress(FileNotFoundError):
        beside.unlink()
    try:
        with create_file(beside) as file:
            write_all(file, content)
            if flush:
                sync_file(file)
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise
    if flush:
        sync_folder(path.parent)


def hide_times(*paths: Path) -> None:
    """Set the times of last use and change to one day for all, as far as the system lets them be set.

    The time of the last change of the entry itself, and on Windows that of its making, stay.
    """
    for path in paths:
        with suppress(OSError):
            os.utime(path, (_ONE_DAY, _ONE_DAY))


def is_writable(*paths: Path) -> bool:
    """Whether these can be written to; for a folder: whether names in it can change."""
    return all(os.access(path, os.W_OK) for path in paths)


def write_back(file: BinaryIO, start: int, length: int) -> None:
    """Ask the system to write a part of a file now, and to drop written parts from its cache; only a hint."""
    if sys.platform == "linux":
        os.posix_fadvise(file.fileno(), start, length, os.POSIX_FADV_DONTNEED)


def read_ahead(descriptor: int, length: int) -> None:
    """Ask the system to read the beginning of an open file now, while other work is done; only a hint.

    On Windows nothing is asked: it takes such a wish for memory alone.
    """
    if sys.platform == "linux":
        os.posix_fadvise(descriptor, 0, length, os.POSIX_FADV_WILLNEED)


def swap_folders(left: Path, right: Path) -> None:
    """Exchange the names of two folders in one parent, in one step if the system can (Linux, most media).

    Elsewhere by renaming twice: a crash in between leaves `right` under the name with `.old` after it, and
    nothing under its own. On Windows nothing in either may be open. Flush the parent afterwards.
    """
    if not _exchange(left, right):
        aside = left.with_name(left.name + ".old")
        right.rename(aside)
        try:
            left.rename(right)
        except OSError:
            aside.rename(right)
            raise
        with suppress(OSError):
            aside.rename(left)


def _exchange(left: Path, right: Path) -> bool:
    """Whether the system exchanged the two names in one step."""
    if sys.platform == "linux":
        library = ctypes.CDLL(None, use_errno=True)
        names = os.fsencode(left), os.fsencode(right)
        if not hasattr(library, "renameat2"):  # an old C library
            return False
        if library.renameat2(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0:
            return True
        number = ctypes.get_errno()
        if number not in (
            errno.ENOSYS,
            errno.EINVAL,
            errno.EOPNOTSUPP,
        ):  # else a medium that does not support it
            raise OSError(number, os.strerror(number))
    return False


def free_space(path: Path) -> int:
    """Return the bytes that can still be written to the medium of `path`."""
    if sys.platform == "win32":
        free = shutil.disk_usage(path).free
    else:
        found = os.statvfs(path)
        free = found.f_bavail * found.f_frsize
    return free
