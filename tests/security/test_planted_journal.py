"""A journal that somebody put beside the database: SQLite would obey it without a word."""

import secrets
import shutil
import struct
from contextlib import suppress
from pathlib import Path

import pytest

from tests.support.disks import fill, small_disk
from tests.support.offices import LATER, NEXT_DAY, case_file, copy_of, unlock
from thb_desktop.errors import DiskFullError, ThbError
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.session import Session

__all__ = ["small_disk"]
PAGE = 4096


def journal_of(older: bytes) -> bytes:
    """A journal that sets the database back to these encrypted pages; it needs no key."""
    count, start = len(older) // PAGE, secrets.randbits(32)
    magic = bytes.fromhex("d9d505f920a163d7")
    records = [struct.pack(">8sIIIII", magic, count, start, count, 512, PAGE).ljust(512, b"\0")]
    for number in range(count):
        page = older[number * PAGE : (number + 1) * PAGE]
        total = (start + sum(page[PAGE - 200 : 0 : -200])) & 0xFFFF_FFFF
        records.append(struct.pack(">I", number + 1) + page + struct.pack(">I", total))
    return b"".join(records)


def plant(folder: Path, content: bytes) -> None:
    (folder / "vault.db-journal").write_bytes(content)


def work_in(folder: Path, *references: str, heads: Path | None = None) -> None:
    session = unlock(folder, heads=heads)
    for reference in references:
        cases.open_case(session, case_file(reference=reference))
    session.close()


def references(session: Session) -> set[str]:
    return {each.case.reference for each in cases.list_cases(session)}


def codes(session: Session) -> set[str]:
    return {finding.code for finding in session.opening.findings}


@pytest.fixture
def older(folder: Path) -> bytes:
    """The database before the next acts."""
    return (folder / "vault.db").read_bytes()


@pytest.mark.requirement("SR-13")
def test_a_journal_with_pages_of_an_older_state_does_not_set_the_vault_back(folder: Path, older: bytes):
    work_in(folder, "2026/2", "2026/3")
    plant(folder, journal_of(older))

    session = unlock(folder, start=NEXT_DAY)

    assert {"2026/2", "2026/3"} <= references(session)
    assert "journal-refused" in codes(session)
    assert (folder / "vault.db-journal.refused").exists()
    session.close()


@pytest.mark.requirement("SR-13")
def test_a_journal_beside_a_damaged_database_is_not_told_as_an_interrupted_change(folder: Path, older: bytes):
    work_in(folder, "2026/2", "2026/3")
    content = bytearray((folder / "vault.db").read_bytes())
    content[100] ^= 1
    (folder / "vault.db").write_bytes(content)
    plant(folder, journal_of(older))

    session = unlock(folder, start=NEXT_DAY)

    assert "journal-uncompared" in codes(session)
    assert "journal-undone" not in codes(session)
    session.close()


@pytest.mark.requirement("SR-13")
def test_a_journal_that_cannot_be_examined_on_a_full_medium_is_not_obeyed(
    folder: Path, older: bytes, small_disk: Path, tmp_path: Path
):
    """Whoever has the disk can fill it too."""
    work_in(folder, "2026/2", "2026/3")
    kept = copy_of(folder, small_disk / "office.thbvault")
    plant(kept, journal_of(older)[: 1 << 19])
    before = {path.name: path.read_bytes() for path in kept.iterdir() if path.is_file()}
    fill(small_disk, leave=1 << 16)

    with pytest.raises(DiskFullError):
        unlock(kept, start=NEXT_DAY)

    assert {path.name: path.read_bytes() for path in kept.iterdir() if path.is_file()} == before
    session = unlock(copy_of(kept, tmp_path / "moved.thbvault"), start=NEXT_DAY)
    assert {"2026/2", "2026/3"} <= references(session)
    assert "journal-refused" in codes(session)
    session.close()


@pytest.mark.requirement("SR-13")
def test_a_journal_that_takes_back_the_last_act_is_told_and_named_by_who_remembers(
    folder: Path, tmp_path: Path
):
    """A crash can leave such a journal too, of an act that was not confirmed: so it is obeyed."""
    work_in(folder, "2026/2", heads=tmp_path / "heads")
    session = unlock(folder, start=LATER, heads=tmp_path / "heads")
    before = (folder / "vault.db").read_bytes()
    cases.open_case(session, case_file(reference="2026/3"))
    session.close()
    plant(folder, journal_of(before))
    elsewhere = copy_of(folder, tmp_path / "elsewhere.thbvault")

    here = unlock(folder, start=NEXT_DAY, heads=tmp_path / "heads")
    there = unlock(elsewhere, start=NEXT_DAY)

    assert "journal-undone" in codes(here) & codes(there)
    assert "rolled-back" in codes(here)
    assert not here.is_writable
    here.close()
    there.close()


@pytest.mark.requirement("SR-13")
@pytest.mark.parametrize("length", [1, 28, 512, 5000, 1 << 20])
def test_a_journal_of_noise_changes_nothing_and_is_told(folder: Path, length: int):
    work_in(folder, "2026/2")
    before = (folder / "vault.db").read_bytes()
    plant(folder, secrets.token_bytes(length))

    session = unlock(folder, start=NEXT_DAY)

    assert "2026/2" in references(session)
    assert (folder / "vault.db").read_bytes() == before
    assert codes(session) & {"journal-undone", "journal-refused"}
    session.close()


def test_an_interrupted_change_is_undone_and_told(folder: Path, tmp_path: Path):
    """As it lies on the disk in the middle of a change."""
    work_in(folder, "2026/2")
    session, cut = unlock(folder), tmp_path / "cut.thbvault"
    with suppress(KeyboardInterrupt), session.work() as work:
        work.connection.execute("CREATE TABLE half (made TEXT) STRICT")
        shutil.copytree(folder, cut)
        raise KeyboardInterrupt
    session.close()

    again = unlock(cut, start=NEXT_DAY)

    assert "2026/2" in references(again)
    assert "journal-undone" in codes(again)
    assert again.is_writable
    again.close()


def interrupted(folder: Path, target: Path) -> Path:
    """A copy of the vault as it lies on the disk in the middle of a change, with SQLite's own journal."""
    session = unlock(folder)
    with suppress(KeyboardInterrupt), session.work() as work:
        work.connection.set_authorizer(None)
        work.connection.execute("PRAGMA cache_size = 1")  # pages are written before the end
        work.connection.execute("CREATE TABLE half (made TEXT) STRICT")
        for _ in range(200):
            work.connection.execute("INSERT INTO half VALUES (?)", ("x" * 2000,))
        shutil.copytree(folder, target)
        raise KeyboardInterrupt
    session.close()
    return target


@pytest.mark.requirement("SR-13")
def test_the_journal_of_an_interrupted_change_that_made_the_file_longer_is_obeyed(
    folder: Path, tmp_path: Path
):
    work_in(folder, "2026/2")
    before = (folder / "vault.db").stat().st_size
    cut = interrupted(folder, tmp_path / "cut.thbvault")
    longer = (cut / "vault.db").stat().st_size

    session = unlock(cut, start=NEXT_DAY)

    assert longer > before
    assert "2026/2" in references(session)
    assert "journal-uncompared" in codes(session)  # what lies there is half a change
    assert session.is_writable
    session.close()


@pytest.mark.requirement("SR-13")
@pytest.mark.parametrize("pages", [0, 1, 20, 2**18, 2**32 - 1])
def test_a_changed_size_in_the_head_of_a_journal_is_refused_and_changes_no_length(
    folder: Path, tmp_path: Path, pages: int
):
    """The head of SQLite's own journal says how long the file was, and nothing authenticates it."""
    work_in(folder, "2026/2")
    cut = interrupted(folder, tmp_path / "cut.thbvault")
    journal, database = cut / "vault.db-journal", cut / "vault.db"
    content, length = bytearray(journal.read_bytes()), database.stat().st_size
    content[16:20] = pages.to_bytes(4)
    journal.write_bytes(content)

    with suppress(ThbError):  # the change that was not undone may be told as damage
        session = unlock(cut, start=NEXT_DAY)
        assert "journal-refused" in codes(session)
        session.close()

    assert journal.with_name("vault.db-journal.refused").read_bytes() == content
    assert database.stat().st_size == length


@pytest.mark.requirement("SR-13")
def test_a_quiet_unlock_tells_of_no_journal(folder: Path):
    work_in(folder, "2026/2")

    session = unlock(folder, start=NEXT_DAY)

    assert not codes(session) & {"journal-undone", "journal-refused"}
    assert not list(folder.glob("vault.db.before*"))
    session.close()


@pytest.mark.requirement("SR-13")
def test_a_vault_that_is_only_read_obeys_no_journal(
    folder: Path, older: bytes, monkeypatch: pytest.MonkeyPatch
):
    from thb_desktop.vault import vault

    work_in(folder, "2026/2", "2026/3")
    plant(folder, journal_of(older))
    before = (folder / "vault.db").read_bytes()
    monkeypatch.setattr(vault, "is_writable", lambda *_: False)

    with pytest.raises(ThbError):
        unlock(folder, start=NEXT_DAY)

    assert (folder / "vault.db").read_bytes() == before
