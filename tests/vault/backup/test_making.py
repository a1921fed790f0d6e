"""Making a backup: whole, encrypted, on with what was begun, and never over something else."""

import os
import shutil
import stat
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.backups import Office, everything, notes, place, restore, sound, stopped
from tests.support.disks import fill
from tests.support.vaults import new_vault, reopen
from thb_desktop.errors import (
    BackupAheadError,
    BackupDamagedError,
    BackupForeignError,
    BackupOtherKeyError,
    BackupPlaceError,
    CancelledError,
    DatabaseDamagedError,
    DiskFullError,
    HeaderDamagedError,
    NewerFormatError,
    ReadOnlyError,
    StorageError,
    ThbError,
)

posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX")


def objects_in(folder: Path) -> dict[str, os.stat_result]:
    return {path.name: path.stat() for path in (folder / "content").rglob("*") if path.is_file()}


def flip(path: Path, place: int = -1) -> None:
    raw = bytearray(path.read_bytes())
    raw[place] ^= 1
    path.write_bytes(raw)


@pytest.mark.requirement("SR-47")
def test_a_backup_holds_every_part_of_the_vault_as_it_is_encrypted(office: Office, tmp_path: Path):
    made = office.back_up(tmp_path / "stick")

    parts = everything(tmp_path / "stick")
    names = {
        str(place(office.vault, tmp_path / "stick", stored.object_id).relative_to(tmp_path / "stick"))
        for stored in office.objects
    }
    assert set(parts) == {
        "backup",
        *names,
        *(f"snapshot-1/{name}" for name in ("header", "header.copy", "vault.db", "manifest")),
    }
    assert parts["snapshot-1/vault.db"] == office.vault.layout.database.read_bytes()
    assert parts["snapshot-1/header"] == office.vault.layout.header.read_bytes()
    assert (made.copied, made.missing, made.damaged) == (3, (), ())
    assert made.copied_bytes == sum(len(parts[name]) for name in names)


@pytest.mark.requirement("SR-5", "SR-47")
def test_nothing_in_a_backup_can_be_read(office: Office, tmp_path: Path):
    office.add(b"a very telling statement" * 100, "Anna Kowalska came back")
    office.back_up(tmp_path / "stick")

    for name, content in everything(tmp_path / "stick").items():
        assert b"Kowalska" not in content, name
        assert b"telling" not in content, name


@posix
@pytest.mark.requirement("SR-55")
def test_a_backup_belongs_to_its_owner_alone_whatever_the_umask(office: Office, tmp_path: Path):
    before = os.umask(0)
    try:
        office.back_up(tmp_path / "stick")
    finally:
        os.umask(before)

    modes = {
        stat.S_IMODE(path.lstat().st_mode) for path in (tmp_path / "stick", *(tmp_path / "stick").rglob("*"))
    }
    assert modes == {0o700, 0o600}


@pytest.mark.requirement("SR-47")
def test_a_second_backup_copies_only_what_is_new(office: Office, tmp_path: Path):
    office.back_up(tmp_path / "stick")
    before = objects_in(tmp_path / "stick")
    new = office.add(b"new", "second note")

    made = office.back_up(tmp_path / "stick")

    after = objects_in(tmp_path / "stick")
    assert (made.copied, made.manifest.number) == (1, 2)
    assert after.keys() - before.keys() == {place(office.vault, tmp_path / "stick", new.object_id).name}
    assert all(after[name].st_ino == before[name].st_ino for name in before)
    assert [path.name for path in (tmp_path / "stick").glob("snapshot-*")] == ["snapshot-2"]


def test_the_original_stays_as_it_is(office: Office, tmp_path: Path):
    before = everything(office.vault.folder)

    office.back_up(tmp_path / "stick")

    assert everything(office.vault.folder) == before


@pytest.mark.requirement("SR-47")
def test_wherever_a_backup_is_stopped_the_earlier_one_is_whole_and_the_next_goes_on(
    office: Office, tmp_path: Path
):
    """Stopped once at each step that is told; the crash at each call of the system is a drill of its own."""
    stick = tmp_path / "stick"
    office.back_up(stick)
    office.add(bytes(2 << 20), "second note")
    steps = 0
    while True:
        event = stopped()
        event.clear()
        told = 0

        def tell(_done: int, _all: int, *, event=event, stop=steps) -> None:
            nonlocal told
            told += 1
            if told > stop:
                event.set()

        try:
            office.back_up(stick, progress=tell, cancelled=event)
        except CancelledError:
            steps += 1
        else:
            break
        restored = restore(stick, tmp_path / "restored.thbvault")
        assert notes(restored.vault) == ["Anna Kowalska was heard"]
        assert sound(restored.vault, office.objects[:3])
        restored.vault.close()
        shutil.rmtree(tmp_path / "restored.thbvault")

    restored = restore(stick, tmp_path / "restored.thbvault")
    assert notes(restored.vault) == ["Anna Kowalska was heard", "second note"]
    assert sound(restored.vault, office.objects)
    restored.vault.close()
    assert steps > 5


def test_a_first_backup_that_was_stopped_is_no_backup_and_is_gone_on_with(office: Office, tmp_path: Path):
    stick, event = tmp_path / "stick", stopped()
    event.clear()

    def tell(done: int, _all: int) -> None:
        if done > 200_000:
            event.set()

    with pytest.raises(CancelledError):
        office.back_up(stick, progress=tell, cancelled=event)
    with pytest.raises(ThbError, match="no finished backup"):
        restore(stick, tmp_path / "restored.thbvault")

    made = office.back_up(stick)

    assert made.copied < 3
    assert made.manifest.number == 1


def test_progress_counts_up_to_all_bytes(office: Office, tmp_path: Path):
    told: list[tuple[int, int]] = []

    office.back_up(tmp_path / "stick", progress=lambda done, total: told.append((done, total)))

    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1][0] == told[-1][1]


@pytest.mark.requirement("SR-47")
def test_a_copy_that_was_damaged_on_the_medium_is_made_anew(office: Office, tmp_path: Path):
    office.back_up(tmp_path / "stick")
    name = office.objects[2].object_id
    flip(place(office.vault, tmp_path / "stick", name), 1000)

    made = office.back_up(tmp_path / "stick")

    assert (made.copied, made.damaged, made.healed) == (1, (), (name,))
    restored = restore(tmp_path / "stick", tmp_path / "restored.thbvault")
    assert sound(restored.vault, office.objects)
    restored.vault.close()


@pytest.mark.requirement("SR-45", "SR-47")
def test_a_good_copy_is_not_replaced_by_an_original_that_was_damaged(office: Office, tmp_path: Path):
    office.back_up(tmp_path / "stick")
    for stored in office.objects[1:]:
        flip(office.vault.content.places.of(stored.object_id), 1000)
    office.vault.content.places.of(office.objects[2].object_id).unlink()

    office.back_up(tmp_path / "stick")

    restored = restore(tmp_path / "stick", tmp_path / "restored.thbvault")
    assert sound(restored.vault, office.objects)
    restored.vault.close()


@pytest.mark.requirement("SR-45")
def test_originals_that_are_damaged_or_missing_are_named(office: Office, tmp_path: Path):
    damaged, missing = office.objects[1].object_id, office.objects[2].object_id
    flip(office.vault.content.places.of(damaged), 1000)
    office.vault.content.places.of(missing).unlink()

    made = office.back_up(tmp_path / "stick")

    assert (made.damaged, made.missing) == ((damaged,), (missing,))
    assert missing not in made.manifest.parts


def test_a_backup_on_the_medium_of_the_vault_says_so(office: Office, tmp_path: Path, small_disk: Path):
    here = office.back_up(tmp_path / "stick")
    office.objects.pop()
    elsewhere = office.back_up(small_disk / "stick")

    assert (here.same_medium, elsewhere.same_medium) == (True, False)


def inside(office: Office) -> Path:
    return office.vault.folder / "backup"


def itself(office: Office) -> Path:
    return office.vault.folder


def around(office: Office) -> Path:
    return office.vault.folder.parent


def inside_by_a_link(office: Office) -> Path:
    link = office.vault.folder.parent / "link"
    link.symlink_to(office.vault.folder)
    return link / "backup"


@pytest.mark.parametrize("place", [inside, itself, around, inside_by_a_link])
def test_a_backup_lies_apart_from_its_vault(office: Office, place: Callable[[Office], Path]):
    folder = place(office)
    before = everything(office.vault.folder)

    with pytest.raises(BackupPlaceError):
        office.back_up(folder)

    assert everything(office.vault.folder) == before


def test_a_folder_with_something_else_is_left_alone(office: Office, tmp_path: Path):
    (tmp_path / "stick").mkdir()
    (tmp_path / "stick" / "holiday.jpg").write_bytes(b"x")
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "link").symlink_to(tmp_path / "stick")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "backup").write_bytes(b"my own backup")

    for name in ("stick", "file", "link", "other"):
        with pytest.raises(BackupForeignError):
            office.back_up(tmp_path / name)

    assert [path.name for path in (tmp_path / "stick").iterdir()] == ["holiday.jpg"]
    assert (tmp_path / "other" / "backup").read_bytes() == b"my own backup"


def test_another_vaults_backup_is_left_alone(office: Office, tmp_path: Path):
    other = Office(new_vault(tmp_path / "other.thbvault").vault, [])
    other.back_up(tmp_path / "stick")
    other.vault.close()
    before = everything(tmp_path / "stick")

    with pytest.raises(BackupOtherKeyError, match="another vault"):
        office.back_up(tmp_path / "stick")

    assert everything(tmp_path / "stick") == before


@pytest.mark.requirement("SR-13")
def test_a_folder_that_only_claims_to_be_our_backup_is_refused(office: Office, tmp_path: Path):
    office.back_up(tmp_path / "stick")
    flip(tmp_path / "stick" / "backup")

    with pytest.raises(BackupOtherKeyError):
        office.back_up(tmp_path / "stick")


@pytest.mark.requirement("SR-13")
def test_a_backup_of_a_newer_form_is_not_touched(office: Office, tmp_path: Path):
    office.back_up(tmp_path / "stick")
    flip(tmp_path / "stick" / "backup", 8)

    with pytest.raises(NewerFormatError):
        office.back_up(tmp_path / "stick")


@pytest.mark.requirement("SR-16")
def test_a_backup_that_knows_more_than_the_vault_is_not_replaced(office: Office, tmp_path: Path):
    older = office.stands[-1]
    office.add(b"new", "second note")
    office.back_up(tmp_path / "stick")
    before = everything(tmp_path / "stick")

    with pytest.raises(BackupAheadError):
        office.back_up(tmp_path / "stick", stand=older, roots={older.root})

    assert everything(tmp_path / "stick") == before


@pytest.mark.requirement("SR-13")
@pytest.mark.parametrize("number", ["2", "99"])
def test_a_snapshot_put_there_by_somebody_without_the_key_is_refused(
    office: Office, tmp_path: Path, number: str
):
    office.back_up(tmp_path / "stick")
    shutil.copytree(tmp_path / "stick" / "snapshot-1", tmp_path / "stick" / f"snapshot-{number}")

    with pytest.raises(BackupDamagedError):
        office.back_up(tmp_path / "stick")
    with pytest.raises(BackupDamagedError):
        restore(tmp_path / "stick", tmp_path / "restored.thbvault")


@pytest.mark.requirement("SR-13")
def test_a_forged_unfinished_snapshot_changes_nothing(office: Office, tmp_path: Path):
    office.back_up(tmp_path / "stick")
    for name in ("snapshot-2.part", "snapshot-7.part"):
        shutil.copytree(tmp_path / "stick" / "snapshot-1", tmp_path / "stick" / name)

    restored = restore(tmp_path / "stick", tmp_path / "restored.thbvault")
    restored.vault.close()
    made = office.back_up(tmp_path / "stick")

    assert restored.manifest.number == 1
    assert made.manifest.number == 2
    assert [path.name for path in (tmp_path / "stick").glob("snapshot-*")] == ["snapshot-2"]


def test_a_backup_whose_manifest_is_damaged_is_kept_and_refused(office: Office, tmp_path: Path):
    office.back_up(tmp_path / "stick")
    flip(tmp_path / "stick" / "snapshot-1" / "manifest", 100)
    before = everything(tmp_path / "stick")

    with pytest.raises(BackupDamagedError):
        office.back_up(tmp_path / "stick")

    assert everything(tmp_path / "stick") == before


def test_a_damaged_database_does_not_replace_the_good_one_in_the_backup(office: Office, tmp_path: Path):
    office.back_up(tmp_path / "stick")
    flip(office.vault.layout.database, 5000)

    with pytest.raises(DatabaseDamagedError):
        office.back_up(tmp_path / "stick")

    restored = restore(tmp_path / "stick", tmp_path / "restored.thbvault")
    assert notes(restored.vault) == ["Anna Kowalska was heard"]
    restored.vault.close()


def test_a_header_is_taken_from_the_copy_that_is_whole(office: Office, tmp_path: Path):
    flip(office.vault.layout.header)
    office.back_up(tmp_path / "stick")
    flip(office.vault.layout.header_copy)
    whole = (tmp_path / "stick" / "snapshot-1" / "header").read_bytes()

    with pytest.raises(HeaderDamagedError):
        office.back_up(tmp_path / "other")

    assert (tmp_path / "stick" / "snapshot-1" / "header.copy").read_bytes() == whole
    restore(tmp_path / "stick", tmp_path / "restored.thbvault").vault.close()


def test_what_no_row_names_any_more_leaves_the_backup_too(office: Office, tmp_path: Path):
    office.back_up(tmp_path / "stick")
    erased = office.objects.pop()
    (tmp_path / "stick" / "content" / "notes.txt").write_bytes(b"somebody's")

    office.back_up(tmp_path / "stick")

    assert erased.object_id not in objects_in(tmp_path / "stick")
    assert (tmp_path / "stick" / "content" / "notes.txt").exists()


@posix
def test_no_link_on_the_medium_leads_to_a_deletion_elsewhere(office: Office, tmp_path: Path):
    office.back_up(tmp_path / "stick")
    (tmp_path / "elsewhere").mkdir()
    victim = tmp_path / "elsewhere" / ("0f" * 16)
    victim.write_bytes(b"x")
    taken = {path.name for path in (tmp_path / "stick" / "content").iterdir()}
    free = next(name for name in map("{:02x}".format, range(256)) if name not in taken)
    (tmp_path / "stick" / "content" / free).symlink_to(tmp_path / "elsewhere")

    office.back_up(tmp_path / "stick")

    assert victim.exists()


def test_a_vault_open_for_reading_makes_none(office: Office, tmp_path: Path):
    office.vault.close()
    office.vault = reopen(office.vault.folder, read_only=True)

    with pytest.raises(ReadOnlyError):
        office.back_up(tmp_path / "stick")

    assert not (tmp_path / "stick").exists()


def test_a_place_that_does_not_exist_is_refused(office: Office, tmp_path: Path):
    with pytest.raises(StorageError, match="no such folder"):
        office.back_up(tmp_path / "nowhere" / "stick")


@pytest.mark.requirement("SR-41")
def test_a_medium_that_is_too_small_is_refused_before_anything_is_copied(office: Office, small_disk: Path):
    fill(small_disk, leave=2 << 20)

    with pytest.raises(DiskFullError):
        office.back_up(small_disk / "stick")

    assert objects_in(small_disk / "stick") == {}


@pytest.mark.requirement("SR-41")
def test_a_medium_that_fills_up_keeps_the_earlier_backup(office: Office, small_disk: Path, tmp_path: Path):
    office.objects.pop()
    office.back_up(small_disk / "stick")
    ballast = small_disk / "ballast"
    office.add(bytes(400_000), "second note")

    def tell(_done: int, _all: int) -> None:
        if not ballast.exists():
            fill(small_disk, leave=50_000)

    with pytest.raises(DiskFullError):
        office.back_up(small_disk / "stick", progress=tell)
    ballast.unlink()
    restored = restore(small_disk / "stick", tmp_path / "restored.thbvault")
    assert notes(restored.vault) == ["Anna Kowalska was heard"]
    restored.vault.close()
    office.back_up(small_disk / "stick")

    restored = restore(small_disk / "stick", tmp_path / "again.thbvault")
    assert notes(restored.vault) == ["Anna Kowalska was heard", "second note"]
    restored.vault.close()


@pytest.mark.requirement("SR-42")
def test_a_medium_that_cannot_be_written_is_named(office: Office, small_disk: Path):
    office.objects.pop()
    office.back_up(small_disk / "stick")
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    try:
        with pytest.raises(ReadOnlyError):
            office.back_up(small_disk / "stick")
    finally:
        subprocess.run(["mount", "-o", "remount,rw", small_disk], check=True)


def test_the_same_object_named_by_two_rows_is_copied_once(office: Office, tmp_path: Path):
    office.objects.append(replace(office.objects[0]))

    assert office.back_up(tmp_path / "stick").copied == 3
