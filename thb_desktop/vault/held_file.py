"""Held file: the file of an open database, and whether another program wrote into it or took its place.

The lock of a vault binds programs that ask for it, and SQLite's own are free between two transactions. So
each act compares: SQLite's count of the changes by other connections; which file lies under the name; and its
size and times, which any write and any renaming change, where this computer itself keeps them. The file is
never opened here: to close it would release SQLite's locks on it (POSIX).
"""

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from thb_desktop.errors import ForeignWriteError, ThbError
from thb_desktop.vault.database import Connection, DatabaseError, database_medium, transaction
from thb_desktop.vault.system import medium

_LOCAL = frozenset(["ext2", "ext3", "ext4", "xfs", "btrfs", "f2fs", "bcachefs", "zfs", "tmpfs", "overlay"])
"""File systems of Linux whose times this computer's own clock sets, at each write; of others they may change
once more when the medium or a server is asked."""
_MOUNTS = Path("/proc/self/mountinfo")
_MOUNT = re.compile(r"\S+ \S+ \S+ \S+ (\S+) .*? - (\S+) ")
_ESCAPED = re.compile(r"\\([0-7]{3})")
_TRIES = 3

State = tuple[int, ...]


class HeldFile:
    """The file of one connection. It belongs to the thread of the connection, but for `verify_place`."""

    def __init__(self, path: Path, connection: Connection, state: State, *, times: bool) -> None:
        self.connection = connection
        self.is_foreign = False
        """Whether that was found; it stays so."""
        self._path, self._state, self._times = path, state, times
        self._version = _version(connection)
        self._is_writing = False

    def verify(self) -> None:
        """Raise ForeignWriteError if anybody else wrote into the file or took its place since it was opened.

        Within `transaction`, what was compared at its beginning counts.
        """
        if not self._is_writing:
            with database_medium():
                self.is_foreign = self.is_foreign or _version(self.connection) != self._version
            self.verify_place()

    def verify_place(self) -> None:
        """Do so without the connection, in any thread, while this program does not write."""
        with medium():
            self.is_foreign = self.is_foreign or _seen(self._path, self._times) != self._state
        if self.is_foreign:
            raise ForeignWriteError("another program changed the vault's database while it was open here")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit everything written in the `with`, or nothing. Raises what `verify` does.

        From the comparison on, whoever keeps to SQLite's locks cannot write until the end.
        """
        try:
            with transaction(self.connection):
                self.verify()
                self._is_writing = True
                yield
        except BaseException:
            if self._is_writing:
                self._undo()
            raise
        finally:
            if self._is_writing:
                self._is_writing = False
                self.written()

    def _undo(self) -> None:
        """SQLite counts as another's change what it undid itself: after a refusal whose pages did not fit in
        its cache, and when it reads next after the medium failed.
        """
        with suppress(ThbError, DatabaseError), database_medium():
            self._version = _version(self.connection)

    def written(self) -> None:
        """Take the file as this program's own change left it."""
        with suppress(OSError):  # else the next comparison fails
            self._state = self._state[:2] + _seen(self._path, self._times)[2:]


def hold(path: Path, connect: Callable[[], Connection]) -> HeldFile:
    """Connect to the file under this name, and know that it is this file.

    To undo an interrupted change, SQLite writes while it connects: then once more. Raises ForeignWriteError
    if the file changes each time.
    """
    times = _keeps_times(path)
    for _ in range(_TRIES):
        with medium():
            before = _seen(path, times)
        connection = connect()
        try:
            with medium():
                if _seen(path, times) == before:
                    return HeldFile(path, connection, before, times=times)
        except BaseException:
            connection.close()
            raise
        connection.close()
    raise ForeignWriteError("another program changes the vault's database while it is opened here")


def _version(connection: Connection) -> int:
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def _seen(path: Path, times: bool) -> State:
    """Which file it is, first; then its size and times, if they count."""
    found = os.stat(path)  # noqa: PTH116 - each act asks
    which = found.st_dev, found.st_ino
    return (*which, found.st_size, found.st_mtime_ns, found.st_ctime_ns) if times else which


def _keeps_times(path: Path) -> bool:
    """Whether this computer itself keeps the times of a file; False where that cannot be told."""
    kind = _file_system(path) if sys.platform == "linux" else ""
    return kind in _LOCAL


def _file_system(path: Path) -> str:
    """Return the kind of the file system that a file lies on; empty if the system does not say."""
    try:
        lines, place = _MOUNTS.read_text("utf-8", "surrogateescape").splitlines(), path.resolve()
    except OSError:
        return ""
    mounted = [(_unescaped(found[1]), found[2]) for line in lines if (found := _MOUNT.match(line))]
    above = [(len(at.parts), nth, kind) for nth, (at, kind) in enumerate(mounted) if place.is_relative_to(at)]
    return max(above)[2] if above else ""


def _unescaped(name: str) -> Path:
    return Path(_ESCAPED.sub(lambda found: chr(int(found[1], 8)), name))
