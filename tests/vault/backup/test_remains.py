"""Remains: a backup never deletes the last that is left of a file, and reads no more than was written."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.backups import Office, everything, place, restore, sound
from thb_desktop.errors import BackupDamagedError, ContentMissingError, StorageError
from thb_desktop.vault.backup import copying, restoring
from thb_desktop.vault.backup.manifest import MOST_LENGTH
from thb_desktop.vault.content import StoredObject


@pytest.fixture
def stick(office: Office, tmp_path: Path) -> Path:
    office.back_up(tmp_path / "stick")
    return tmp_path / "stick"


def at(office: Office, folder: Path, stored: StoredObject) -> Path:
    return place(office.vault, folder, stored.object_id)


def flip(path: Path, place: int) -> None:
    raw = bytearray(path.read_bytes())
    raw[place] ^= 1
    path.write_bytes(raw)


@pytest.mark.requirement("SR-45", "SR-47")
def test_a_damaged_copy_of_a_file_that_the_vault_lost_stays_and_is_told(office: Office, stick: Path):
    lost = office.objects[2]
    at(office, office.vault.folder, lost).unlink()
    flip(at(office, stick, lost), 5000)
    left = at(office, stick, lost).read_bytes()

    made = office.back_up(stick)
    again = office.back_up(stick)

    for each in (made, again):
        assert (each.missing, each.kept) == ((lost.object_id,), (lost.object_id,))
    assert at(office, stick, lost).read_bytes() == left


@pytest.mark.requirement("SR-45", "SR-47")
def test_a_damaged_copy_is_not_replaced_by_an_original_that_is_damaged_elsewhere(office: Office, stick: Path):
    lost = office.objects[2]
    flip(at(office, office.vault.folder, lost), 2_500_000)
    flip(at(office, stick, lost), 5000)
    left = at(office, stick, lost).read_bytes()

    made = office.back_up(stick)

    assert (made.damaged, made.kept) == ((lost.object_id,), (lost.object_id,))
    assert at(office, stick, lost).read_bytes() == left


def test_a_copy_that_the_medium_does_not_give_back_stays_where_it_is(
    office: Office, stick: Path, monkeypatch: pytest.MonkeyPatch
):
    lost = office.objects[2]
    at(office, office.vault.folder, lost).unlink()
    digest = copying.digest_part

    def failing(path: Path, steps: copying.Steps, *, most: int | None = None) -> object:
        if path == at(office, stick, lost):
            raise OSError(5, "the medium failed")
        return digest(path, steps, most=most)

    monkeypatch.setattr("thb_desktop.vault.backup.making.digest_part", failing)

    made = office.back_up(stick)

    assert made.kept == (lost.object_id,)
    assert lost.object_id not in made.manifest.parts
    assert at(office, stick, lost).exists()


@contextmanager
def little_memory() -> Iterator[None]:
    """As much memory as is there now, and a gigabyte more."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    now = int(Path("/proc/self/statm").read_text("utf-8").split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + (1 << 30), before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


@pytest.mark.skipif(sys.platform != "linux", reason="needs limits on memory")
@pytest.mark.requirement("SR-13", "SR-23")
def test_a_manifest_without_end_is_refused_and_not_read(office: Office, stick: Path, tmp_path: Path):
    os.truncate(stick / "snapshot-1" / "manifest", 4 << 30)

    with little_memory():
        with pytest.raises(BackupDamagedError, match="longer"):
            office.back_up(stick)
        with pytest.raises(BackupDamagedError, match="longer"):
            restore(stick, tmp_path / "restored.thbvault")

    assert MOST_LENGTH < 1 << 30


@pytest.mark.requirement("SR-23")
@pytest.mark.parametrize("part", ["object", "vault.db"])
def test_a_part_that_goes_on_for_ever_is_left_after_its_size(
    office: Office, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str
):
    path = at(office, stick, office.objects[2]) if part == "object" else stick / "snapshot-1" / "vault.db"
    os.truncate(path, 1 << 30)
    written = 0
    write = copying.write_all

    def counting(file: object, content: bytes) -> None:
        nonlocal written
        written += len(content)
        write(file, content)

    monkeypatch.setattr(copying, "write_all", counting)

    with pytest.raises(BackupDamagedError):
        restore(stick, tmp_path / "restored.thbvault")

    assert written < 8 << 20
    assert not list(tmp_path.glob("*restored*"))


def test_a_copy_that_was_made_longer_is_made_anew(office: Office, stick: Path, tmp_path: Path):
    os.truncate(at(office, stick, office.objects[2]), 1 << 30)

    made = office.back_up(stick)

    assert (made.copied, made.kept, made.healed) == (1, (), (office.objects[2].object_id,))
    restored = restore(stick, tmp_path / "restored.thbvault")
    assert sound(restored.vault, office.objects)
    restored.vault.close()


def test_an_empty_folder_among_the_snapshots_is_none_and_goes(office: Office, stick: Path, tmp_path: Path):
    for number in (2, 9):
        (stick / f"snapshot-{number}").mkdir()

    restore(stick, tmp_path / "restored.thbvault").vault.close()
    made = office.back_up(stick)

    assert made.manifest.number == 2
    assert [path.name for path in stick.glob("snapshot-*")] == ["snapshot-2"]


@pytest.mark.parametrize("fails", ["the flush of its name", "the last opening"])
def test_a_restoration_that_fails_after_the_folder_has_its_name_leaves_none(
    stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
):
    into = tmp_path / "new" / "restored.thbvault"
    into.parent.mkdir()
    before = everything(stick)
    doing = restoring.sync_folder if fails == "the flush of its name" else restoring.enter

    def failing(first: object, *rest: object, **named: object) -> object:
        if into.exists():
            raise StorageError("the medium failed")
        return doing(first, *rest, **named)  # type: ignore[operator]

    monkeypatch.setattr(restoring, doing.__name__, failing)

    with pytest.raises(StorageError):
        restore(stick, into)

    assert list(into.parent.iterdir()) == []
    assert everything(stick) == before


@pytest.mark.requirement("SR-23")
def test_an_object_behind_a_link_on_the_medium_is_not_in_the_backup(
    office: Office, stick: Path, tmp_path: Path
):
    stored = office.objects[1]
    at(office, stick, stored).parent.rename(tmp_path / "moved")
    at(office, stick, stored).parent.symlink_to(tmp_path / "moved")

    with pytest.raises(BackupDamagedError):
        restore(stick, tmp_path / "restored.thbvault")
    with pytest.raises(StorageError):
        office.back_up(stick)

    at(office, office.vault.folder, stored).unlink()
    assert stored.object_id in office.back_up(stick).missing
    with pytest.raises(ContentMissingError):
        office.vault.content.verify(stored)
