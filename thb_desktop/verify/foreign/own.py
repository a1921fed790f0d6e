"""Own: tells the files that this program made from those of others, for which its own strict rules are wrong.

Whoever takes our marks out of a file of ours takes our signatures out with them: each certificate has one.
"""

import mmap
from pathlib import Path

from thb_desktop.errors import FileUnreadableError
from thb_desktop.verify.container import is_package
from thb_desktop.verify.documents.beginning import WITHIN, begins_pdf

_FUNCTION = bytes.fromhex("06146982f0acc792aa90ba9aebba8cdf83cff08ded63")
"""In DER, the extension of our certificates (2.25.2448092...) that says the function of who signs."""
_OF_PDF = b"THB#20Desktop", _FUNCTION.hex().upper().encode(), _FUNCTION.hex().encode()
_OF_PACKAGE = b"bagit.txt", _FUNCTION
_NEAR = 16 << 20
"""Bytes at both ends of a container in which its directory and its signature stand."""
_EXTRACT = b"{"


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


def _has_near(data: mmap.mmap) -> bool:
    far = max(0, len(data) - _NEAR)
    return any(data.find(mark, 0, _NEAR) >= 0 or data.find(mark, far) >= 0 for mark in _OF_PACKAGE)


def _has_anywhere(data: mmap.mmap) -> bool:
    return any(data.find(mark) >= 0 for mark in _OF_PDF)
