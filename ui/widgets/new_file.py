"""Files that the window writes in clear, only where the user says."""

import os
from pathlib import Path


def write_new(path: Path, data: bytes) -> None:
    """Write a new file that only its owner may read. Raises OSError, also if the file exists."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
