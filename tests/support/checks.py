"""Each process that tests remembers what it checked of a vault, as the computer of an office does.

A computer without memory checks the last thousand entries of a vault at each unlock. The tests unlock copies
of a few vaults thousands of times, and would spend a third of their time on it. What a process has once found
sound up to an entry it does not check again, in any copy whose chain has the same beginning: all that came
after is checked, and the tables, the indexes and the head are compared each time. A database file in which it
found every index whole it does not look through again as long as each of its bytes is the same.

The tests of what is checked (`FRESH`) have no such memory, and a test that gives an unlock the memory of a
computer has that one alone.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import local
from typing import Any

import pytest

from thb_desktop.findings import Finding, Standing
from thb_desktop.services.core import login, unlock_checks
from thb_desktop.services.core.complete_check import Checked, Parts
from thb_desktop.services.core.stated_times import TimesBefore
from thb_desktop.vault.anchors import HeadStore
from thb_desktop.vault.database import Connection
from thb_desktop.vault.journal import Journal
from thb_desktop.vault.tables import registry
from thb_desktop.vault.unlocked import Vault

FRESH = (
    *("drills/", "security/", "vault/", "services/core/", "services/keeping/", "services/office/"),
    *("ui/test_beside.py", "ui/test_checking.py", "ui/test_health.py", "ui/test_held.py"),
)
"""Below `tests`: where each unlock checks as the program alone would."""
_TESTS = Path(__file__).parents[1]
_MOST = 4
"""States that are kept of a vault: the first ones are those that many tests begin with."""


class _Memory:
    """The states of each vault that were found sound: the numbers of their last entries, and the roots."""

    def __init__(self) -> None:
        self.is_used = False
        self._states: defaultdict[str, dict[int, bytes]] = defaultdict(dict)

    def of(self, connection: Connection) -> dict[int, bytes]:
        """What is remembered of an open vault."""
        return self._states[registry.OFFICE.all(connection)[0].id] if self.is_used else {}

    def keep(self, connection: Connection, journal: Journal) -> None:
        states = self.of(connection)
        if self.is_used and len(states) < _MOST:
            states.setdefault(journal.size, journal.root)


_MEMORY = _Memory()
_WHOLE = set[bytes]()
"""The digests of the database files in which all was found whole."""
_FILE = local()
_is_whole, _check_now = unlock_checks.is_whole, login.check_now
_times_before, _last_seen, _check = login.times_before, login.last_seen, login.check_completely


@contextmanager
def remembered_checks() -> Iterator[None]:
    """Let each unlock check what is new to this process, until the end of the block."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(login, "times_before", _times)
        patch.setattr(login, "Journal", _journal)
        patch.setattr(login, "last_seen", _seen)
        patch.setattr(login, "check_completely", _checked)
        patch.setattr(login, "check_now", _at_once)
        patch.setattr(unlock_checks, "is_whole", _whole)
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    _MEMORY.is_used = not item.path.relative_to(_TESTS).as_posix().startswith(FRESH)
    try:
        return (yield)
    finally:
        _MEMORY.is_used = False


def _times(connection: Connection, heads: HeadStore | None) -> TimesBefore:
    times = _times_before(connection, heads)
    return times if heads else TimesBefore(frozenset(times.sizes) | _MEMORY.of(connection).keys())


def _journal(connection: Connection, sizes: Collection[int], **asked: Callable[..., None]) -> Journal:
    return Journal(connection, sizes or _MEMORY.of(connection).keys(), **asked)


def _seen(heads: HeadStore | None, journal: Journal) -> int:
    seen = _last_seen(heads, journal)
    if heads:
        return seen
    known = _MEMORY.of(journal._connection).items()
    return max((seen, *(size for size, root in known if journal.roots.get(size) == root)))


def _checked(connection: Connection, journal: Journal, *what: Any, **asked: Any) -> tuple[Finding, ...]:
    findings: tuple[Finding, ...] = _check(connection, journal, *what, **asked)
    if all(finding.standing is not Standing.BROKEN for finding in findings):
        _MEMORY.keep(connection, journal)
    return findings


def _at_once(vault: Vault, parts: Parts) -> Checked:
    """Check a vault, and tell `_whole` of which file it is; no other thread checks a small one."""
    _FILE.of = vault.layout.database if _MEMORY.is_used and not vault.in_memory else None
    try:
        return _check_now(vault, parts)
    finally:
        _FILE.of = None


def _whole(connection: Connection) -> bool:
    file: Path | None = getattr(_FILE, "of", None)
    known = _digest_of(file) if file else b""
    if known not in _WHOLE:
        if not _is_whole(connection):
            return False
        if known:
            _WHOLE.add(known)
    return True


def _digest_of(file: Path) -> bytes:
    """The digest of a database, with what lies beside it and is a part of it."""
    digest = hashlib.sha256()
    for each in (file, Path(f"{file}-wal"), Path(f"{file}-journal")):
        held = each.read_bytes() if each.is_file() else b""
        digest.update(len(held).to_bytes(8, "big") + held)
    return digest.digest()
