"""Files of the resource folders, as bytes.

`importlib.resources` would do the same, but takes a tenth of the time until the first window.
"""

from functools import cache
from pathlib import Path

import resources


@cache
def folder(name: str) -> Path:
    """Return a folder of `resources`: real files, in the checkout and in the frozen build."""
    return Path(resources.__path__[0], name)


def load(name: str, file: str) -> bytes:
    """Return one file of a folder. Raises OSError if there is none."""
    return (folder(name) / file).read_bytes()
