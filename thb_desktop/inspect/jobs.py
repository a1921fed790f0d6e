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


def texts(source: BinaryIO) -> Answer:
    """Return all texts of the file, and what of it could not be looked into."""
    from thb_desktop.inspect.texts.looking import texts_in  # loaded by `ready` in a confined process

    return texts_in(source).told()


def ready(job: str) -> None:
    """Load all that a job may need: a confined process can load nothing any more."""
    if job == "texts":
        from thb_desktop.inspect.texts.samples import load

        load()


JOBS: Mapping[str, Callable[[BinaryIO], Answer]] = {"measure": measure, "texts": texts}
