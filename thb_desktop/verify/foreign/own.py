"""Own: tells the files that this program made from those of others, for which its own strict rules are wrong.

Whoever takes our marks out of a file of ours takes our signatures out with them: each certificate has one.
"""

import mmap
from pathlib import Path

from thb_desktop.errors import FileUnreadableError
from thb_desktop.verify.container import is_package

_FUNCTION = bytes.fromhex("06146982f0acc792aa90ba9aebba8cdf83cff08ded63")
"""In DER, the extension of our certificates (2.25.2448092...) that says the function of who signs."""
_OF_PDF = b"THB#20Desktop", _FUNCTION.hex().upper().encode(), _FUNCTION.hex().encode()
_OF_PACKAGE = b"bagit.txt", _FUNCTION
_NEAR = 16 << 20
"""Bytes at both ends of a container in which its directory and its signature stand."""
_PDF, _EXTRACT = b"%PDF-", b"{"
_BEGIN = 64


def is_own(path: Path) -> bool:
    """Whether a file says that this program made it: then each byte must be as this program writes it.

    Raises FileUnreadableError.
    """
    try:
        if not path.is_file() or not path.stat().st_size:
            return False
        with path.open("rb") as file:
            begin = file.read(_BEGIN)
            if begin.lstrip()[:1] == _EXTRACT:
                return True
            marks = _OF_PDF if begin.startswith(_PDF) else _OF_PACKAGE if is_package(path) else ()
            if not marks:
                return False
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
                return any(_has(data, mark, is_pdf=marks is _OF_PDF) for mark in marks)
    except OSError:
        raise FileUnreadableError("the file cannot be read") from None


def _has(data: mmap.mmap, mark: bytes, *, is_pdf: bool) -> bool:
    if is_pdf:
        return data.find(mark) >= 0
    return data.find(mark, 0, _NEAR) >= 0 or data.find(mark, max(0, len(data) - _NEAR)) >= 0
