"""What a process that tests remembers of a database file: nothing once a byte of it is another."""

from pathlib import Path

import pytest

from tests.support import checks
from tests.support.offices import changed, copy_of, new_office, unlock
from thb_desktop.findings import Standing
from thb_desktop.vault.database import Connection


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """What each look through a database found, of those that were made; the memory is used."""
    found: list[bool] = []
    is_whole = checks._is_whole

    def looking(connection: Connection) -> bool:
        found.append(is_whole(connection))
        return found[-1]

    monkeypatch.setattr(checks, "_is_whole", looking)
    monkeypatch.setattr(checks._MEMORY, "is_used", True)
    monkeypatch.setattr(checks, "_WHOLE", set())
    return found


def test_the_same_file_is_looked_through_once_and_a_changed_one_again(tmp_path: Path, looked: list[bool]):
    folder = tmp_path / "office.thbvault"
    new_office(folder)
    checks._WHOLE.clear()
    looked.clear()

    unlock(copy_of(folder, tmp_path / "one")).close()
    unlock(copy_of(folder, tmp_path / "two")).close()
    once = len(looked)
    changed(folder, lambda connection: connection.execute("UPDATE office SET name = name || ' '"))
    unlock(folder).close()

    assert (once, len(looked)) == (1, 2)


def test_what_is_not_whole_is_never_remembered(
    tmp_path: Path, looked: list[bool], monkeypatch: pytest.MonkeyPatch
):
    folder = tmp_path / "office.thbvault"
    new_office(folder)
    checks._WHOLE.clear()
    monkeypatch.setattr(checks, "_is_whole", lambda _: False)

    for name in ("one", "two"):
        session = unlock(copy_of(folder, tmp_path / name))
        keys = {
            f"{each.code}.{each.case}"
            for each in session.opening.findings
            if each.standing is Standing.BROKEN
        }
        session.close()
        assert "database.indexes" in keys
