"""Remembers the empty database in which a check replays the events: it is the same each time.

Making its tables takes a quarter of the check of a small vault, and proves nothing once more.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest

from thb_desktop.vault import rebuild
from thb_desktop.vault.database import Connection, Migration, connect_in_memory, load_migrations, open_scratch
from thb_desktop.vault.safeguards import allow_writing

_MADE: dict[tuple[Migration, ...], Connection] = {}


@contextmanager
def remembered_scratch() -> Iterator[None]:
    """Let the replay of the events copy that database until the end of the block."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rebuild, "open_scratch", _remembered)
        yield


def _remembered(steps: Sequence[Migration] | None = None) -> Connection:
    known = tuple(load_migrations() if steps is None else steps)
    if known not in _MADE:
        _MADE[known] = open_scratch(known)
    copy = connect_in_memory()
    _MADE[known].backup(copy)
    allow_writing(copy)
    return copy
