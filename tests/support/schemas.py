"""Copies an empty database with the whole schema, page by page.

It is the same each time, and to make it takes as long as ten unlocks: the one into which a check replays the
events, and that of a new vault, which gets its own key. The first is made by the program itself, and in the
tests of that (`FRESH`) so is each database of a vault.
"""

import threading
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from thb_desktop.vault import database, schema
from thb_desktop.vault.codes import CODES, digest_of
from thb_desktop.vault.database import (
    KEY_LENGTH,
    Connection,
    Migration,
    OperationalError,
    load_migrations,
    make_schema,
)

FRESH = ("drills/", "vault/", "security/test_at_rest.py")
"""Below `tests`: where the program makes the database of each vault."""
_TESTS = Path(__file__).parents[1]
_MADE: dict[tuple[Migration, ...], Connection] = {}
_KEYED: dict[str, Connection] = {}
"""By the digest of the codes in it: some tests are about a program that knows more."""
_LOCK = threading.Lock()
_COPIES = threading.Event()


@contextmanager
def remembered_schemas() -> Iterator[None]:
    """Let `open_scratch` and new vaults copy what was made before, until the end of the block."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "make_schema", _copied)
        patch.setattr(schema, "make_schema", _given)
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    if not item.path.relative_to(_TESTS).as_posix().startswith(FRESH):
        _COPIES.set()
    try:
        return (yield)
    finally:
        _COPIES.clear()


def _copied(connection: Connection, steps: Sequence[Migration]) -> None:
    known = tuple(steps)
    with _LOCK:
        if known not in _MADE:
            _MADE[known] = database._opened(":memory:", check_same_thread=False)
            database.mark_as_vault(_MADE[known])
            make_schema(_MADE[known], known)
        _MADE[known].backup(connection)


def _given(connection: Connection, steps: Sequence[Migration]) -> None:
    if _COPIES.is_set() and tuple(steps) == load_migrations():
        with _LOCK, suppress(OperationalError):  # a full disk: the program says so itself
            _keyed(digest_of(CODES), steps).backup(connection)
            return
    make_schema(connection, steps)


def _keyed(codes: str, steps: Sequence[Migration]) -> Connection:
    """The database that is copied into a new vault: pages are copied between keyed databases."""
    if codes not in _KEYED:
        _KEYED[codes] = database._opened(":memory:", check_same_thread=False)
        database._give_key(_KEYED[codes], bytearray(KEY_LENGTH))
        database.mark_as_vault(_KEYED[codes])
        make_schema(_KEYED[codes], steps)
    return _KEYED[codes]
