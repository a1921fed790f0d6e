"""Source trees: the files of given folders, in a fixed order, and what in them is no file.

No link is followed and nothing is opened but folders. Whatever a source holds, the walk ends: a folder that
is found again within itself is a loop, and a path that the system refuses is told as too deep.
"""

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from thb_desktop.domain.intake import Left, LeftBecause, shown_path

_KINDS = {
    stat.S_IFLNK: LeftBecause.LINK,
    stat.S_IFBLK: LeftBecause.DEVICE,
    stat.S_IFCHR: LeftBecause.DEVICE,
    stat.S_IFIFO: LeftBecause.PIPE,
    stat.S_IFSOCK: LeftBecause.SOCKET,
}
_JUNCTION = 0x2000_0000
"""In the tags of Windows: the name leads elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """A file of a source. file: its path for the system. told: its path from the name of `root`, which was
    given.
    """

    file: str
    told: str
    root: str
    size: int
    modified: int


@dataclass(slots=True)
class _Folder:
    entries: "Iterator[os.DirEntry[str]]"
    told: str
    identity: tuple[int, int]


def walk(given: Iterable[Path]) -> Iterator[FoundFile | Left]:
    """Return the files of these files and folders, each folder by the order of its names.

    What cannot be taken is returned in its place. A thing that is given twice is walked once.
    """
    for path in dict.fromkeys(os.path.abspath(each) for each in given):  # noqa: PTH100 - no link is resolved
        told = os.path.basename(path) or "/"  # noqa: PTH119 - names that are no Unicode stay as they are
        try:
            found = os.lstat(path)
        except OSError as error:
            yield Left(path=shown_path(told), because=reason_of(error))
            continue
        if stat.S_ISDIR(found.st_mode) and not _leads_away(found):
            yield from _walk_folder(path, told, found)
        else:
            yield _file(path, told, path, found)


def is_there(root: str, device: int) -> bool:
    """Whether what was given is still there, and on the same medium."""
    try:
        return os.lstat(root).st_dev == device
    except OSError:
        return False


def device_of(root: str) -> int:
    """Return the number of the medium on which this is; -1 if it is gone."""
    try:
        return os.lstat(root).st_dev
    except OSError:
        return -1


def reason_of(error: OSError) -> LeftBecause:
    """Return why the system refused to read something."""
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return LeftBecause.GONE
    if error.errno == errno.ENAMETOOLONG:
        return LeftBecause.TOO_DEEP
    if error.errno == errno.ELOOP:
        return LeftBecause.LINK
    return LeftBecause.UNREADABLE


def _walk_folder(root: str, name: str, found: os.stat_result) -> Iterator[FoundFile | Left]:
    """Without recursion: a tree can be deeper than a program may call itself."""
    try:
        above = [_opened(root, name, found)]
    except OSError as error:
        yield Left(path=shown_path(name), because=reason_of(error))
        return
    within = {above[0].identity}
    while above:
        folder = above[-1]
        entry = next(folder.entries, None)
        if entry is None:
            within.discard(above.pop().identity)
            continue
        told = f"{folder.told}/{entry.name}"
        try:
            state = os.lstat(entry.path)
            if not stat.S_ISDIR(state.st_mode) or _leads_away(state):
                yield _file(entry.path, told, root, state)
            elif (state.st_dev, state.st_ino) in within:
                yield Left(path=shown_path(told), because=LeftBecause.LOOP)
            else:
                above.append(_opened(entry.path, told, state))
                within.add(above[-1].identity)
        except OSError as error:
            yield Left(path=shown_path(told), because=reason_of(error))


def _opened(path: str, told: str, found: os.stat_result) -> _Folder:
    with os.scandir(path) as entries:
        ordered = sorted(entries, key=lambda each: os.fsencode(each.name))
    return _Folder(iter(ordered), told, (found.st_dev, found.st_ino))


def _file(path: str, told: str, root: str, found: os.stat_result) -> FoundFile | Left:
    if stat.S_ISREG(found.st_mode) and not _leads_away(found):
        return FoundFile(file=path, told=told, root=root, size=found.st_size, modified=found.st_mtime_ns)
    because = _KINDS.get(stat.S_IFMT(found.st_mode), LeftBecause.LINK)
    return Left(path=shown_path(told), because=because)


def _leads_away(found: os.stat_result) -> bool:
    return bool(getattr(found, "st_reparse_tag", 0) & _JUNCTION)
