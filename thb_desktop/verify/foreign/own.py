"""Own: tells the files that this program made from those of others, for which its own strict rules are wrong.

Whoever takes our marks out of a file of ours takes our signatures out with them: each certificate has one.
"""

import mmap
from collections.abc import Callable, Sequence
from pathlib import Path

from thb_desktop.errors import FileUnreadableError
from thb_desktop.verify.container import begins_package, is_package
from thb_desktop.verify.documents.beginning import WITHIN, begins_pdf

_FUNCTION = bytes.fromhex("06146982f0acc792aa90ba9aebba8cdf83cff08ded63")
"""In DER, the extension of our certificates (2.25.2448092...) that says the function of who signs."""
_OF_PDF = b"THB#20Desktop", _FUNCTION.hex().upper().encode(), _FUNCTION.hex().encode()
_OF_PACKAGE = b"bagit.txt", _FUNCTION
_NEAR = 16 << 20
"""Bytes at both ends of a container in which its directory and its signature stand."""
_EXTRACT = b"{"
_PIECE = 1 << 20


def is_own(path: Path) -> bool:
    """Whether a file says that this program made it: then each byte must be as this program writes it.

    Raises FileUnreadableError.
    """
    try:
        if not path.is_file() or not path.stat().st_size:
            return False
        with path.open("rb") as file:
            begin = file.read(WITHIN)
            if begin.lstrip()[:1] == _EXTRACT:
                return True
            of_package, of_pdf = is_package(path), begins_pdf(begin)
            if not of_package and not of_pdf:
                return False
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
                return (of_package and _has_near(data)) or (of_pdf and _has_anywhere(data))
    except OSError:
        raise FileUnreadableError("the file cannot be read") from None


def is_own_of(read_at: Callable[[int, int], bytes], size: int) -> bool:
    """The same of bytes. read_at: offset and length."""
    begin = read_at(0, min(size, WITHIN)) if size else b""
    if begin.lstrip()[:1] == _EXTRACT:
        return True
    far = max(0, size - _NEAR)
    return (
        begins_package(begin)
        and (_stands(_OF_PACKAGE, read_at, 0, min(size, _NEAR)) or _stands(_OF_PACKAGE, read_at, far, size))
    ) or (begins_pdf(begin) and _stands(_OF_PDF, read_at, 0, size))


def _stands(marks: Sequence[bytes], read_at: Callable[[int, int], bytes], start: int, end: int) -> bool:
    """Whether a mark stands between two places; one that two pieces share is found too."""
    before, longest = b"", max(map(len, marks))
    for place in range(start, end, _PIECE):
        piece = before + read_at(place, min(_PIECE, end - place))
        if any(mark in piece for mark in marks):
            return True
        before = piece[-longest:]
    return False


def _has_near(data: mmap.mmap) -> bool:
    far = max(0, len(data) - _NEAR)
    return any(data.find(mark, 0, _NEAR) >= 0 or data.find(mark, far) >= 0 for mark in _OF_PACKAGE)


def _has_anywhere(data: mmap.mmap) -> bool:
    return any(data.find(mark) >= 0 for mark in _OF_PDF)
