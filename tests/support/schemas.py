"""Copies the empty database into which a check replays the events.

It is the same each time, and the tests check vaults thousands of times: a copy takes a tenth of the time. The
first of each schema is made by the program itself, and so is each database of a vault.
"""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest

from thb_desktop.vault import database
from thb_desktop.vault.database import Connection, Migration, make_schema

_MADE: dict[tuple[Migration, ...], Connection] = {}
_LOCK = threading.Lock()


@contextmanager
def remembered_schemas() -> Iterator[None]:
    """Let `open_scratch` copy what it made before, until the end of the block."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "make_schema", _copied)
        yield


def _copied(connection: Connection, steps: Sequence[Migration]) -> None:
    if connection.execute("PRAGMA database_list").fetchone()[2]:
        make_schema(connection, steps)  # a vault itself: who imported the function meanwhile has this one
        return
    known = tuple(steps)
    with _LOCK:
        if known not in _MADE:
            _MADE[known] = database._opened(":memory:", check_same_thread=False)
            database.mark_as_vault(_MADE[known])
            make_schema(_MADE[known], known)
        _MADE[known].backup(connection)
