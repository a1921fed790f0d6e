"""Publishing: a file is complete on its medium before it is recorded, and gets its name only afterwards.

In between it is called NAME.XXXXXXXX.part. A failure before the record leaves at most a file without an event
that nobody was given. A failure after the record leaves the recorded file, complete, under that name: it only
has to be renamed.
"""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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
    part = target.with_name(f"{target.name}.{draw(randomness, 4).hex()}.part")
    with medium():
        file = create_file(part)
        try:
            with file:
                write_all(file, content)
                sync_file(file)
                file.seek(0)
                if file.read() != content:
                    raise VerificationError("the medium does not return what was written to it")
            sync_folder(part.parent)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    return part


@contextmanager
def published(target: Path, content: bytes, *, randomness: Randomness) -> Iterator[None]:
    """Write and read a file back, let the caller record it, then name it.

    A record may exist whose file still lacks its name, but never a named file without an event. A file that
    cannot be recorded is removed; where that is uncertain, it stays. Raises as `write_unnamed` and
    `give_name`.
    """
    part = write_unnamed(target, content, randomness=randomness)
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
                digest = hashlib.sha256()
                with open_file(path) as file:
                    while piece := file.read(_PIECE):
                        digest.update(piece)
                yield digest.hexdigest()
