"""Publishing: a file is complete on its medium before it is recorded, and gets its name only afterwards.

In between it is called NAME.XXXXXXXX.part. A failure before the record leaves at most a file without an event
that nobody was given. A failure after the record leaves the recorded file, complete, under that name: it only
has to be renamed.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from thb_desktop.crypto.material import Randomness, draw
from thb_desktop.errors import ChangeUncertainError, StorageError, ThbError, VerificationError
from thb_desktop.vault.database import DatabaseError
from thb_desktop.vault.system import (
    create_file,
    is_file,
    medium,
    open_file,
    sync_file,
    sync_folder,
    write_all,
)

_PIECE = 1 << 20


def write_unnamed(target: Path, content: bytes, *, randomness: Randomness) -> Path:
    """Write the whole file beside its future name, flush it, and read it back; or leave nothing.

    Raises StorageError, and VerificationError if the medium returns something else.
    """
    return stream_unnamed(target, [content], hashlib.sha256(content).hexdigest(), randomness=randomness)


def stream_unnamed(target: Path, pieces: Iterable[bytes], sha256: str, *, randomness: Randomness) -> Path:
    """The same for a file that is never whole in memory. sha256: of all pieces together, hex.

    Raises what the pieces raise besides.
    """
    part = target.with_name(f"{target.name}.{draw(randomness, 4).hex()}.part")
    with medium():
        file = create_file(part)
        try:
            with file:
                for piece in pieces:
                    write_all(file, piece)
                sync_file(file)
                file.seek(0)
                if _digest_of(file) != sha256:
                    raise VerificationError("the medium does not return what was written to it")
            sync_folder(part.parent)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    return part


@contextmanager
def published(target: Path, content: bytes, *, randomness: Randomness) -> Iterator[None]:
    """Write and read a file back, let the caller record it, then name it: `write_unnamed` and
    `named_once_recorded`. Raises as those do.
    """
    part = write_unnamed(target, content, randomness=randomness)
    with named_once_recorded(part, target):
        yield


@contextmanager
def named_once_recorded(part: Path, target: Path) -> Iterator[None]:
    """Let the caller record a file that is complete, then name it.

    A record may exist whose file still lacks its name, but never a named file without an event. A file that
    cannot be recorded is removed; where that is uncertain, it stays. Raises as `give_name`.
    """
    try:
        yield
    except ChangeUncertainError:
        raise ChangeUncertainError(
            "the medium failed: unlock again to see whether what was made is recorded; if it is, its file "
            "is complete under a name that ends in .part: rename it"
        ) from None
    except (ThbError, DatabaseError):  # after any other failure, as after a kill, it may be recorded
        part.unlink(missing_ok=True)
        raise
    give_name(part, target)


def give_name(part: Path, target: Path) -> None:
    """Give the file its name, so that it survives a power cut. ChangeUncertainError says what remains to be
    done.
    """
    try:
        with medium():
            part.replace(target)
            sync_folder(target.parent)
    except StorageError:
        raise ChangeUncertainError(
            "what was made is recorded and complete, but may lack its name: look for a file whose name "
            "begins with it and ends in .part, and rename that file"
        ) from None


def unnamed_digests(target: Path) -> Iterator[str]:
    """Return the SHA-256 of each file that waits beside a name to get it."""
    form = re.compile(rf"{re.escape(target.name)}\.[0-9a-f]{{8}}\.part", re.ASCII)
    with medium():
        for path in target.parent.iterdir():
            if form.fullmatch(path.name) and is_file(path):
                with open_file(path) as file:
                    yield _digest_of(file)


def _digest_of(file: BinaryIO) -> str:
    digest = hashlib.sha256()
    while piece := file.read(_PIECE):
        digest.update(piece)
    return digest.hexdigest()
