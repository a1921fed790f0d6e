"""Unicode's own data files from Debian's package unicode-data; without it, their tests are skipped."""

from collections.abc import Iterator
from pathlib import Path

import pytest

_FOLDER = Path("/usr/share/unicode")


def unicode_lines(name: str) -> Iterator[str]:
    """Return the lines of a file such as `BidiCharacterTest.txt`, without comments and empty lines."""
    path = _FOLDER / name
    if not path.exists():
        pytest.skip(f"Unicode's {name} is not here (Debian package unicode-data)")
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            content = line.partition("#")[0].strip()
            if content:
                yield content


def unicode_ranges(name: str) -> Iterator[tuple[range, str]]:
    """Return code points and their value from a file of the Unicode Character Database."""
    for line in unicode_lines(name):
        codes, value, *_ = (field.strip() for field in line.split(";"))
        first, _, last = codes.partition("..")
        yield range(int(first, 16), int(last or first, 16) + 1), value
