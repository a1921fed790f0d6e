"""Restoring: the whole vault or nothing, and no part that is not the one that was written."""

import os
import secrets
import shutil
import stat
from pathlib import Path

import pytest

from tests.support.backups import Office, everything, notes, restore, sound, stopped
from tests.support.disks import fill
from tests.support.vaults import NOTES, OTHER_PASSPHRASE, change_passphrase, new_vault, passphrase, reopen
from thb_desktop.crypto import recovery
from thb_desktop.crypto.keyslots import SlotKind
from thb_desktop.errors import (
    AlreadyExistsError,
    BackupDamagedError,
    BackupPlaceError,
    CancelledError,
    DiskFullError,
    HeaderDamagedError,
    NewerFormatError,
    NoBackupError,
    StorageError,
    ThbError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from thb_desktop.vault.backup.restoring import restore_backup
from thb_desktop.vault.places import ObjectPlaces


@pytest.fixture
def places(office: Office, tmp_path: Path) -> ObjectPlaces:
    """Where the objects lie in the backup."""
    return ObjectPlaces(folder=tmp_path / "stick" / "content", key=bytearray(office.vault.content.key))


@pytest.fixture
def stick(office: Office, places: ObjectPlaces, tmp_path: Path) -> Path:
    """A finished backup; the vault it is of is gone."""
    office.back_up(tmp_path / "stick")
    office.vault.close()
    shutil.rmtree(office.vault.folder)
    return tmp_path / "stick"


@pytest.fixture
def into(tmp_path: Path) -> Path:
    (tmp_path / "new").mkdir()
    return tmp_path / "new" / "office.thbvault"


@pytest.mark.requirement("SR-47")
def test_the_vault_comes_back_whole(stick: Path, office: Office, into: Path):
    restored = restore(stick, into)

    assert notes(restored.vault) == ["Anna Kowalska was heard"]
    assert sound(restored.vault, office.objects)
    assert restored.damaged == ()
    restored.vault.close()
    with reopen(into) as vault:
        assert (vault.vault_id, vault.mended) == (office.vault.vault_id, ())
    assert [path.name for path in into.parent.iterdir()] == [into.name]


def test_what_is_restored_is_the_folder_byte_for_byte(office: Office, tmp_path: Path, into: Path):
    before = everything(office.vault.folder)
    office.back_up(tmp_path / "stick")

    restore(tmp_path / "stick", into).vault.close()

    after = everything(into)
    assert after.keys() | {"vault.db-journal"} == before.keys()
    assert all(after[name] == before[name] for name in after)


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX")
@pytest.mark.requirement("SR-55")
def test_what_is_restored_belongs_to_its_owner_alone(stick: Path, into: Path):
    for path in stick.rglob("*"):
        path.chmod(0o777)

    restore(stick, into).vault.close()

    assert {stat.S_IMODE(path.lstat().st_mode) for path in (into, *into.rglob("*"))} == {0o700, 0o600}


def test_the_recovery_code_restores_too(tmp_path: Path, into: Path):
    created = new_vault(tmp_path / "office.thbvault")
    Office(created.vault, []).back_up(tmp_path / "stick")
    created.vault.close()
    code = recovery.from_text(recovery.to_text(created.recovery_code))

    restored = restore_backup(
        tmp_path / "stick", into, code, kind=SlotKind.RECOVERY, randomness=secrets.token_bytes, steps=NOTES
    )

    restored.vault.close()
    assert code == bytes(len(code))
    with pytest.raises(WrongRecoveryCodeError):
        restore_backup(
            tmp_path / "stick",
            into.with_name("other"),
            recovery.generate(secrets.token_bytes),
            kind=SlotKind.RECOVERY,
            randomness=secrets.token_bytes,
        )


@pytest.mark.requirement("SR-47")
def test_a_backup_opens_with_the_passphrase_of_its_time(office: Office, tmp_path: Path, into: Path):
    office.back_up(tmp_path / "stick")
    change_passphrase(office.vault, passphrase(), passphrase(OTHER_PASSPHRASE))
    office.back_up(tmp_path / "other")

    restore(tmp_path / "stick", into).vault.close()
    restore(tmp_path / "other", into.with_name("later"), OTHER_PASSPHRASE).vault.close()
    with pytest.raises(WrongPassphraseError):
        restore(tmp_path / "other", into.with_name("third"))


def test_a_wrong_passphrase_makes_nothing(stick: Path, into: Path):
    with pytest.raises(WrongPassphraseError):
        restore(stick, into, OTHER_PASSPHRASE)

    assert list(into.parent.iterdir()) == []


@pytest.mark.requirement("SR-7", "SR-47")
def test_any_part_that_was_changed_cut_or_lost_is_found(stick: Path, into: Path):
    """Each file; one copy of the header stands in for the other, and whose it is the keys say."""
    for path in sorted(path for path in stick.rglob("*") if path.is_file()):
        raw = path.read_bytes()
        spare = path.name in ("header", "header.copy", "backup")
        for changed in (
            raw[: len(raw) // 2] + bytes([raw[len(raw) // 2] ^ 1]) + raw[len(raw) // 2 + 1 :],
            raw[:-1],
            None,
        ):
            path.unlink()
            if changed is not None:
                path.write_bytes(changed)
            if spare:
                restore(stick, into).vault.close()
                shutil.rmtree(into)
            else:
                with pytest.raises(BackupDamagedError):
                    restore(stick, into)
            path.unlink(missing_ok=True)
            path.write_bytes(raw)
            assert list(into.parent.iterdir()) == []


def test_without_a_header_there_is_no_way_in(stick: Path, into: Path):
    for name in ("header", "header.copy"):
        (stick / "snapshot-1" / name).write_bytes(b"")

    with pytest.raises(HeaderDamagedError):
        restore(stick, into)


@pytest.mark.requirement("SR-8", "SR-10")
def test_parts_of_an_older_snapshot_are_refused(office: Office, tmp_path: Path, into: Path):
    office.back_up(tmp_path / "stick")
    shutil.copytree(tmp_path / "stick", tmp_path / "older")
    change_passphrase(office.vault, passphrase(), passphrase())
    office.add(b"new", "second note")
    office.back_up(tmp_path / "stick")
    newest = tmp_path / "stick" / "snapshot-2"

    for names in (("vault.db",), ("manifest",), ("header", "header.copy")):
        kept = {name: (newest / name).read_bytes() for name in names}
        for name in names:
            shutil.copy(tmp_path / "older" / "snapshot-1" / name, newest / name)
        with pytest.raises(BackupDamagedError):
            restore(tmp_path / "stick", into)
        for name, content in kept.items():
            (newest / name).write_bytes(content)

    restore(tmp_path / "stick", into).vault.close()


@pytest.mark.requirement("SR-8", "SR-9")
def test_two_objects_that_changed_places_are_refused(
    stick: Path, office: Office, places: ObjectPlaces, into: Path
):
    one, other = (places.of(each.object_id) for each in office.objects[:2])
    content = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(content)

    with pytest.raises(BackupDamagedError, match="2 part"):
        restore(stick, into)


def test_who_says_so_gets_what_can_be_had_of_a_damaged_backup(
    stick: Path, office: Office, places: ObjectPlaces, into: Path
):
    lost, broken = office.objects[1].object_id, office.objects[2].object_id
    places.of(lost).unlink()
    path = places.of(broken)
    path.write_bytes(path.read_bytes()[:-1])

    restored = restore(stick, into, incomplete=True)

    assert set(restored.damaged) == {lost, broken}
    assert notes(restored.vault) == ["Anna Kowalska was heard"]
    restored.vault.content.verify(office.objects[0])
    restored.vault.close()


def test_what_stands_under_the_name_already_is_left_alone(stick: Path, into: Path):
    into.write_bytes(b"x")

    with pytest.raises(AlreadyExistsError):
        restore(stick, into)

    assert into.read_bytes() == b"x"


def test_a_vault_is_not_restored_into_its_backup(stick: Path):
    before = everything(stick)

    with pytest.raises(BackupPlaceError):
        restore(stick, stick / "office.thbvault")

    assert everything(stick) == before


def test_where_no_backup_is_none_is_restored(tmp_path: Path, into: Path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "linked").symlink_to(tmp_path / "empty")

    for name in ("empty", "file", "nowhere", "linked"):
        with pytest.raises(NoBackupError):
            restore(tmp_path / name, into)


def test_a_restore_that_is_stopped_leaves_nothing(stick: Path, into: Path):
    event = stopped()
    event.clear()

    def tell(done: int, _all: int) -> None:
        if done > 2_000_000:
            event.set()

    with pytest.raises(CancelledError):
        restore(stick, into, progress=tell, cancelled=event)

    assert list(into.parent.iterdir()) == []


@pytest.mark.requirement("SR-13")
def test_a_backup_of_a_newer_schema_is_refused_and_leaves_nothing(stick: Path, into: Path):
    with pytest.raises(NewerFormatError):
        restore_backup(stick, into, passphrase(), randomness=secrets.token_bytes, steps=())

    assert list(into.parent.iterdir()) == []


@pytest.mark.requirement("SR-41")
def test_a_medium_without_room_is_refused_and_left_empty(stick: Path, small_disk: Path):
    fill(small_disk, leave=2 << 20)

    with pytest.raises(DiskFullError):
        restore(stick, small_disk / "office.thbvault")

    assert [path.name for path in small_disk.iterdir()] == ["ballast"]


@pytest.mark.requirement("SR-13")
def test_a_folder_that_was_left_beside_is_never_taken_for_the_vault(stick: Path, into: Path):
    forged = into.with_name(f".{into.name}.0123456789abcdef.new")
    shutil.copytree(stick, forged)

    restore(stick, into).vault.close()

    assert forged.is_dir()
    assert not (into / "snapshot-1").exists()


def test_a_place_that_does_not_exist_is_refused(stick: Path, tmp_path: Path):
    with pytest.raises(StorageError, match="no such folder"):
        restore(stick, tmp_path / "nowhere" / "office.thbvault")


def test_the_passphrase_is_overwritten_whatever_happens(stick: Path, into: Path):
    taken = passphrase()
    refused = passphrase()

    restore_backup(stick, into, taken, randomness=secrets.token_bytes, steps=NOTES).vault.close()
    with pytest.raises(ThbError):
        restore_backup(stick, into, refused, randomness=secrets.token_bytes)

    assert taken == bytes(len(taken))
    assert refused == bytes(len(refused))
