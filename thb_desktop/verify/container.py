"""Tells a container from other files by its first bytes, without what checks one."""

from pathlib import Path

_BEGIN = b"mimetypeapplication/vnd.etsi.asic-e+zip"
"""What stands behind the first header of a zip file that says that it is an ASiC-E container."""


def is_package(path: Path) -> bool:
    """Whether a file begins as an ASiC container does. What cannot be read is told elsewhere."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as untrusted:
            return begins_package(untrusted.read(len(_BEGIN) + 30))
    except OSError:
        return False


def begins_package(beginning: bytes) -> bool:
    """The same of the first bytes of a file."""
    return beginning[30 : 30 + len(_BEGIN)] == _BEGIN
