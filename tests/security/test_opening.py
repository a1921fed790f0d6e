"""Opening creates nothing, and obeys nothing that lies in the folder without the vault's key."""

import hashlib
import re
import shutil
import struct
from pathlib import Path

import pytest

from tests.security.conftest import needs
from tests.support.command_line import state_of
from tests.support.offices import NEXT_DAY, Small, case_file, copy_of, registered, unlock
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import CaseId
from thb_desktop.errors import (
    DatabaseDamagedError,
    HeaderDamagedError,
    NewerFormatError,
    NoVaultError,
    ThbError,
    VaultMissingPartError,
)
from thb_desktop.services.office import vaults
from thb_desktop.services.office.vaults import VaultState
from thb_desktop.vault.layout import Layout

TRY = """
import secrets, sys
from pathlib import Path
from tests.support.vaults import passphrase
from thb_desktop.errors import ThbError
from thb_desktop.vault.vault import open_vault

print("begin", flush=True)
for name in sys.argv[1:]:
    try:
        open_vault(Path(name), passphrase(), randomness=secrets.token_bytes)
        print("opened", name)
    except ThbError as refusal:
        print(refusal.code)
print("end", flush=True)
"""
CREATES_OR_CHANGES = re.compile(
    r"^(?:\[pid +\d+\] )?(?:\d+ +)?(creat|mkdir|mkdirat|rename\w*|unlink\w*|link\w*|symlink\w*|truncate"
    r"|ftruncate|chmod|fchmod\w*|utime\w*|mknod\w*|pwrite64|pwritev|write)\(|O_CREAT|O_TRUNC"
)


def hollow(place: Path, small_office: tuple[Path, Small]) -> list[Path]:
    """Folders in which a part is missing or empty."""
    made = [place / "missing", place / "empty"]
    made[1].mkdir(parents=True)
    for part in ("header", "vault.db", "lock", "content"):
        folder = copy_of(small_office[0], place / f"without {part}")
        if part == "content":
            shutil.rmtree(folder / part)
        else:
            (folder / part).unlink()
        if part == "header":
            (folder / "header.copy").unlink()
        made.append(folder)
    emptied = copy_of(small_office[0], place / "emptied database")
    (emptied / "vault.db").write_bytes(b"")
    bare = place / "bare"
    bare.mkdir()
    (bare / "vault.db").touch()
    return [*made, emptied, bare]


@pytest.mark.requirement("SR-11")
@needs("strace")
def test_sr_11_opening_what_is_empty_or_missing_writes_nothing(
    small_office: tuple[Path, Small], tmp_path: Path, run_python, figure
):
    folders = hollow(tmp_path / "hollow", small_office)
    before, times = state_of(tmp_path / "hollow"), mtimes(tmp_path / "hollow")

    run = run_python(
        TRY, *folders, behind=["strace", "-f", "-qq", "-e", "trace=file,desc", "-o", tmp_path / "trace"]
    )

    assert run.returncode == 0, run.stderr
    answers = run.stdout.split()[1:-1]
    assert answers[:2] == ["no-vault", "no-vault"]
    assert set(answers[2:]) == {"vault-part-missing"}
    assert state_of(tmp_path / "hollow") == before
    assert mtimes(tmp_path / "hollow") == times
    assert not (tmp_path / "hollow" / "missing").exists()
    trace = (tmp_path / "trace").read_text("utf-8", "replace")
    between = trace.partition('write(1, "begin')[2].partition('write(1, "end')[0].splitlines()
    changing = [line for line in between if CREATES_OR_CHANGES.search(line) and "write(1," not in line]
    figure("SR-11", "hollow vaults opened", len(folders))
    figure("SR-11", "calls that create or change meanwhile", len(changing))
    assert any("hollow" in line for line in between)
    assert changing == []


def mtimes(place: Path) -> dict[str, int]:
    return {str(path): path.lstat().st_mtime_ns for path in (place, *place.rglob("*"))}


@pytest.mark.requirement("SR-11")
@pytest.mark.parametrize("make", [lambda _: None, Path.mkdir, Path.touch], ids=["missing", "empty", "file"])
def test_sr_11_the_use_case_refuses_what_is_no_vault(make, tmp_path: Path):
    make(tmp_path / "v")

    with pytest.raises((NoVaultError, VaultMissingPartError)):
        unlock(tmp_path / "v")


FORGED = (
    "rekey", "rekey.json", "vault.db.rekey", "vault.db-wal", "vault.db-shm", "header.new", "header.copy.new",
    "vault.db.before-2", "vault.db.new", "state", "in-progress", "recovery", "migration",
)  # fmt: skip


@pytest.mark.requirement("SR-13")
def test_sr_13_nothing_laid_beside_a_vault_starts_a_recovery_or_a_migration(folder: Path, figure):
    """No file of the folder but the header, the database and the objects is read at all."""
    session = unlock(folder)
    code, size = session.opening.short_code, session.journal.size
    session.close()
    raw = (folder / "header").read_bytes()
    for name in FORGED:
        (folder / name).write_bytes(raw if "header" in name else b'{"state": "rekey in progress", "step": 2}')
    beside = [f".{folder.name}.0011223344556677.{end}" for end in ("new", "rekey", "rekey.old")]
    for name in (*beside, f"{folder.name}.new"):
        copy_of(folder, folder.with_name(name))
    parts = {
        path: path.read_bytes()
        for path in Layout(folder).folder.iterdir()
        if path.name in ("header", "header.copy")
    }

    session = unlock(folder)
    found = session.opening.short_code, session.journal.size, session.opening.is_sound
    session.close()

    figure("SR-13", "forged states laid beside, none obeyed", len(FORGED) + 4)
    assert found == (code, size, True)
    assert {path: path.read_bytes() for path in parts} == parts


@pytest.mark.requirement("SR-13")
@pytest.mark.parametrize("version", [0, 3, 65535])
def test_sr_13_a_forged_version_is_refused_and_leads_nowhere(folder: Path, version: int):
    raw = bytearray((folder / "header").read_bytes()[:-32])
    raw[8:10] = struct.pack(">H", version)
    for name in ("header", "header.copy"):
        (folder / name).write_bytes(bytes(raw) + hashlib.sha256(raw).digest())
    before = state_of(folder)

    with pytest.raises(HeaderDamagedError if version == 0 else NewerFormatError):
        unlock(folder)

    assert state_of(folder) == before


@pytest.mark.requirement("SR-13")
@pytest.mark.parametrize("place", [1, 2, 3])
def test_sr_13_a_slot_with_a_kind_or_a_flag_that_never_was_is_refused(folder: Path, place: int):
    """Between kind, function and lanes there is a byte that must be zero: no room for a state."""
    raw = bytearray((folder / "header").read_bytes()[:-32])
    raw[40 + place] = 0x7F
    for name in ("header", "header.copy"):
        (folder / name).write_bytes(bytes(raw) + hashlib.sha256(raw).digest())

    with pytest.raises(ThbError) as refusal:
        unlock(folder)

    assert refusal.value.code in ("header-damaged", "newer-format", "kdf-above-ceiling")


HOT = bytes.fromhex("d9d505f920a163d7") + b"\xff\xff\xff\xff"
"""What SQLite writes at the beginning of a journal once its pages are down: it is to be played back."""


@pytest.mark.requirement("SR-13", "SR-10")
def test_sr_13_a_journal_of_an_earlier_transaction_put_back_is_found(folder: Path, small: Small):
    """SQLite plays a hot journal back without asking whose it is: pages of then among pages of now.

    It is put aside, or what it does is found.
    """
    journal = folder / "vault.db-journal"
    session = unlock(folder)
    with session.work() as work:
        case = case_file(reference="2026/9", id=CaseId(work.new_id()))
        work.save(case)
        work.record(case.id, VaultAction.CASE_OPENED)
        session.read.execute("SELECT 1")
        kept = journal.read_bytes()
    for number in (3, 4, 5):
        registered(session, small, number=f"E-{number}")
    session.close()
    journal.write_bytes(HOT + kept[len(HOT) :])

    try:
        session = unlock(folder, start=NEXT_DAY)
    except DatabaseDamagedError:
        return
    sound, told = session.opening.is_sound, {each.code for each in session.opening.findings}
    session.close()

    assert len(kept) > 4096
    if journal.with_name(f"{journal.name}.refused").exists():
        assert sound
        assert "journal-refused" in told
    else:
        assert journal.read_bytes()[:12] != HOT, "the journal was not played back"
        assert not sound


@pytest.mark.requirement("SR-11")
def test_sr_11_looking_at_a_folder_leaves_it_alone(folder: Path):
    before = state_of(folder)

    found = vaults.find_vault_state(folder)

    assert state_of(folder) == before
    assert found is VaultState.LOCKED
