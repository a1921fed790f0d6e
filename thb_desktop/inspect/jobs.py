"""Jobs: what a confined process can be asked for. Each reads one stream and returns plain values."""

import hashlib
from collections.abc import Callable, Mapping
from typing import BinaryIO

Answer = Mapping[str, str | int]

_PIECE = 1 << 16


def measure(source: BinaryIO) -> Answer:
    """Return the length and the SHA-256 of the stream."""
    digest, size = hashlib.sha256(), 0
    while piece := source.read(_PIECE):
        digest.update(piece)
        size += len(piece)
    return {"size": size, "sha256": digest.hexdigest()}


JOBS: Mapping[str, Callable[[BinaryIO], Answer]] = {"measure": measure}
