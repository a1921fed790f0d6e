"""A place to work in that is deleted in any case, and the template in it."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.drills.acts import office
from tests.drills.acts.office import Template, new_template, unlock
from tests.drills.kit.shortcuts import shortcuts

_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it


@contextmanager
def workplace() -> Iterator[Path]:
    """A folder in memory, where there is one: a kill needs no disk, and the disks are made in it.

    While it is there, so are the shortcuts.
    """
    parent = _IN_MEMORY if os.access(_IN_MEMORY, os.W_OK) else None
    place = Path(tempfile.mkdtemp(prefix="thb-drill-", dir=parent))
    office.remember_heads_in(None)
    try:
        with shortcuts():
            yield place
    finally:
        office.remember_heads_in(None)
        shutil.rmtree(place, ignore_errors=True)


def made(place: Path, sizes: tuple[int, ...] = office.SMALL_FILES) -> Template:
    (place / "template").mkdir()
    return new_template(place / "template", sizes)


def remembered(template: Template, place: Path) -> Path:
    """What a computer remembers of this vault after it has opened it once."""
    heads = place / "heads"
    office.remember_heads_in(heads)
    unlock(template.folder).close()
    return heads
