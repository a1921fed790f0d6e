"""Locks: one program alone has a vault open for writing, or several for reading.

The lock file is locked, and on POSIX the folder of the vault too: a lock file that somebody removes and makes
again lets nobody in, neither while the folder is locked nor between opening the file and locking it. Windows
does not let a file be removed or renamed while it is open as here, and cannot lock a folder.
"""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

from thb_desktop.errors import VaultInUseError
from thb_desktop.vault.system import STAY

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_HELD = frozenset({errno.EAGAIN, errno.EACCES, errno.EDEADLK})
_CANNOT = frozenset({errno.EBADF, errno.EINVAL, errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS})
"""A file system, often of a network, that locks no folders: there the file alone is locked."""


class HeldLock:
    """A lock, held until `release` or the end of the process, whichever comes first."""

    def __init__(self, descriptors: list[int]) -> None:
        self._descriptors = descriptors

    def release(self) -> None:
        while self._descriptors:
            with suppress(OSError):
                os.close(self._descriptors.pop())


def hold_lock(path: Path, *, shared: bool = False) -> HeldLock:
    """Lock an existing file and its folder, alone or with other readers.

    Raises VaultInUseError if another process has either, or put another file in its place meanwhile. Windows
    has no such shared lock: a reader there is alone too.
    """
    held: list[int] = []
    try:
        flags = os.O_RDONLY if shared else os.O_RDWR
        held.append(os.open(path, flags | STAY))
        _lock(held[0], shared=shared)
        if sys.platform != "win32":
            held.append(os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | STAY))
            _lock_folder(held[1], shared=shared)
        if not os.path.samestat(os.fstat(held[0]), path.lstat()):
            raise VaultInUseError("the vault's lock was replaced while it was taken; try again")
    except OSError as error:
        is_open = bool(held)
        HeldLock(held).release()
        if is_open and error.errno in _HELD:
            raise VaultInUseError("the vault is open in another program or another window") from None
        raise
    except BaseException:
        HeldLock(held).release()
        raise
    return HeldLock(held)


def _lock(descriptor: int, *, shared: bool) -> None:
    if sys.platform == "win32":
        msvcrt.locking(descriptor, msvcrt.LK_NBRLCK if shared else msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)


def _lock_folder(descriptor: int, *, shared: bool) -> None:
    try:
        _lock(descriptor, shared=shared)
    except OSError as error:
        if error.errno not in _CANNOT:
            raise
