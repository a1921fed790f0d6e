"""Landlock: Linux takes every file, and what it knows of the network, away from one process.

See the manual page landlock(7). A ruleset handles all rights that the kernel knows; no rule gives one back.
"""

import ctypes
import os
import struct
import sys
from collections.abc import Sequence
from pathlib import Path

_CREATE, _ADD, _RESTRICT = 444, 445, 446
"""The numbers of the calls, on every processor."""
_ASK_VERSION = 1
_BELOW = 1
"""The kind of rule that gives rights on what lies below a folder."""
_RUN, _READ, _LIST = 1, 4, 8
_WRITE, _REMOVE_FOLDER, _REMOVE, _MAKE_FOLDER, _MAKE = 1 << 1, 1 << 4, 1 << 5, 1 << 7, 1 << 8
_NO_NEW_PRIVILEGES = 38
_FILES = {1: 13, 2: 14, 3: 15, 5: 16}
"""From which version on how many rights on files are known, as bits from 0."""
_NETWORK = {4: 2}
_SCOPES = {6: 2}
"""Signals, and sockets without a name in the file system."""
LEAST = 1


def landlock_version() -> int:
    """Return the version that this kernel has; 0 if it has none, or does not let it be used."""
    version = 0
    if sys.platform == "linux":
        version = max(_call(_CREATE, None, 0, _ASK_VERSION), 0)
    return version


def take_files_away(readable: Sequence[str] = ()) -> None:
    """Forbid this process for ever to open, make, change or remove a file. Raises OSError.

    readable: folders and files that can still be read, listed and run; those that are not there are passed
    over.
    """
    places = [each for each in readable if Path(each).exists()]
    _take_files_away([(each, _READ | _RUN | (_LIST if Path(each).is_dir() else 0)) for each in places])


def take_writing_away(folder: str) -> None:
    """Forbid this process for ever to make, change or remove a file elsewhere than in this folder, to run
    one, and what Landlock knows of the network. Every file can still be read. Raises OSError.
    """
    changes = _WRITE | _MAKE | _REMOVE | _MAKE_FOLDER | _REMOVE_FOLDER
    _take_files_away([("/", _READ | _LIST), (folder, _READ | _LIST | changes)])


def _take_files_away(left: Sequence[tuple[str, int]]) -> None:
    """left: what can still be done below which folder or file."""
    version = landlock_version()
    rights = (ctypes.c_uint64 * 3)(*(_known(each, version) for each in (_FILES, _NETWORK, _SCOPES)))
    size = 8 * (1 + (version >= min(_NETWORK)) + (version >= min(_SCOPES)))
    ruleset = _must(_call(_CREATE, rights, size, 0))
    try:
        for path, rights_there in left:
            _let(ruleset, path, rights_there)
        forbid_new_privileges()
        _must(_call(_RESTRICT, ruleset, 0, 0))
    finally:
        os.close(ruleset)


def forbid_new_privileges() -> None:
    """Without this, neither Landlock nor a filter of calls may be set by somebody who is not root."""
    _must(ctypes.CDLL(None, use_errno=True).prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0))


def _let(ruleset: int, path: str, rights: int) -> None:
    if sys.platform == "linux":
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
        try:
            rule = ctypes.create_string_buffer(struct.pack("=Qi", rights, place))
            call = ctypes.CDLL(None, use_errno=True).syscall
            numbers = (ctypes.c_long(_ADD), ctypes.c_int(ruleset), ctypes.c_int(_BELOW))
            _must(int(call(*numbers, rule, ctypes.c_uint32(0))))
        finally:
            os.close(place)


def _known(numbers: dict[int, int], version: int) -> int:
    return (1 << max((number for since, number in numbers.items() if since <= version), default=0)) - 1


def _call(number: int, first: object, second: int, third: int) -> int:
    call = ctypes.CDLL(None, use_errno=True).syscall
    call.restype = ctypes.c_long
    begins = first if first is None or isinstance(first, ctypes.Array) else ctypes.c_long(int(str(first)))
    return int(call(ctypes.c_long(number), begins, ctypes.c_size_t(second), ctypes.c_uint32(third)))


def _must(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result
