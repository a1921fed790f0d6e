"""Publishing: a file lies whole on its medium before it is recorded, and has its name only afterwards.

In between it is called NAME.XXXXXXXX.part. Whatever ends the work before the record leaves at most a file
that no event tells of and nobody was given; whatever ends it after the record leaves the recorded file,
whole, under that name: nothing is left but to rename it.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from thb_desktop.crypto.material import Randomness, draw
from thb_desktop.errors import ChangeUncertainError, StorageError, VerificationError
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
    """Write all of it beside the name that it shall have, flushed, and read it back; or leave nothing.

    Raises StorageError, and VerificationError where the medium gives back something else.
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
                    raise VerificationError("the medium does not give back what was written to it")
            sync_folder(part.parent)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    return part


def give_name(part: Path, target: Path) -> None:
    """Let the file have its name, so that it outlasts a power cut; ChangeUncertainError says what is left."""
    try:
        with medium():
            part.replace(target)
            sync_folder(target.parent)
    except StorageError:
        raise ChangeUncertainError(
            "the bundle is recorded and whole, but may be without its name: look beside it for a file whose "
            "name goes on and ends in .part, and rename that"
        ) from None


def unnamed_digests(target: Path) -> Iterator[str]:
    """The SHA-256 of each file that lies beside a name and was to have it."""
    form = re.compile(rf"{re.escape(target.name)}\.[0-9a-f]{{8}}\.part", re.ASCII)
    with medium():
        for path in target.parent.iterdir():
            if form.fullmatch(path.name) and is_file(path):
                digest = hashlib.sha256()
                with open_file(path) as file:
                    while piece := file.read(_PIECE):
                        digest.update(piece)
                yield digest.hexdigest()
