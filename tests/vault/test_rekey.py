"""Renewing the master key: the same vault under other keys, and the old one whole until the last stroke."""

import io
import secrets
import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.support.backups import everything, notes, stopped
from tests.support.disks import fill, small_disk
from tests.support.vaults import (
    NOTES,
    OTHER_PASSPHRASE,
    USER,
    add_user,
    new_vault,
    passphrase,
    reopen,
)
from thb_desktop.crypto import recovery
from thb_desktop.crypto.derivation import FLOOR
from thb_desktop.crypto.keyslots import open_user_slot
from thb_desktop.errors import (
    CancelledError,
    ContentDamagedError,
    ContentMissingError,
    DatabaseDamagedError,
    DiskFullError,
    NoVaultError,
    ReadOnlyError,
    StorageError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from thb_desktop.vault import system
from thb_desktop.vault.backup.copying import Steps
from thb_desktop.vault.content import StoredObject
from thb_desktop.vault.database import allow_writing
from thb_desktop.vault.rekey import identify, renewal
from thb_desktop.vault.schema import open_database
from thb_desktop.vault.unlocked import Vault
from thb_desktop.vault.vault import open_with_recovery_code

__all__ = ["small_disk"]

COLLEAGUE = bytes(range(16, 32))
CONTENT = (b"", b"a statement" * 9000, bytes(range(256)) * 6000)


class Office:
    """An open vault, its objects, and its recovery code."""

    def __init__(self, vault: Vault, objects: Sequence[StoredObject], code: str) -> None:
        self.vault, self.objects, self.code = vault, list(objects), code

    def renewed(self, **changes: Any):
        named = {
            "objects": self.objects,
            "parameters": FLOOR,
            "schema": NOTES,
            "watch": Steps(total=1),
        }
        typed = changes.pop("present", {USER: passphrase()})
        present = {user: identify(self.vault, user, secret) for user, secret in typed.items()}
        return renewal(self.vault, present, **named | changes)

    def renew(self, **changes: Any) -> str:
        """Renew, put in place, close; returns the new recovery code."""
        with self.renewed(**changes) as made:
            code = recovery.to_text(made.recovery_code)
            made.put_in_place()
            self.vault.close()
        return code


def make(folder: Path, contents: Sequence[bytes]) -> Office:
    objects: list[StoredObject] = []

    def store(vault: Vault) -> None:
        objects.extend(vault.content.store(io.BytesIO(content)) for content in contents)
        vault.connection.execute("INSERT INTO note VALUES ('Anna Kowalska was heard')")

    created = new_vault(folder, fill=store)
    return Office(created.vault, objects, recovery.to_text(created.recovery_code))


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A closed vault with three files; copy it before touching it."""
    made = make(tmp_path_factory.mktemp("rekey") / "office.thbvault", CONTENT)
    made.vault.close()
    return made


@pytest.fixture
def office(template: Office, tmp_path: Path) -> Iterator[Office]:
    folder = Path(shutil.copytree(template.vault.folder, tmp_path / "office.thbvault"))
    made = Office(reopen(folder), template.objects, template.code)
    allow_writing(made.vault.connection)
    yield made
    made.vault.close()


def read(vault: Vault, stored: StoredObject) -> bytes:
    with vault.content.open(stored.object_id, stored.size) as file:
        return file.read()


def path_of(office: Office, number: int) -> Path:
    name = office.objects[number].object_id
    return office.vault.content.places.of(name)


def beside(office: Office) -> list[str]:
    folder = office.vault.folder
    return sorted(path.name for path in folder.parent.iterdir() if path != folder)


@pytest.mark.requirement("SR-44")
def test_the_vault_opens_as_before_and_holds_all_that_it_held(office: Office):
    vault_id = office.vault.vault_id

    office.renew()

    with reopen(office.vault.folder) as vault:
        assert vault.vault_id == vault_id
        assert notes(vault) == ["Anna Kowalska was heard"]
        assert tuple(read(vault, stored) for stored in office.objects) == CONTENT
        assert vault.check_database() == ()
        assert vault.connection.execute("PRAGMA user_version").fetchone()[0] == 1
        assert vault.connection.execute("PRAGMA journal_mode").fetchone()[0] == "truncate"
    assert beside(office) == []


@pytest.mark.requirement("SR-6", "SR-44")
def test_no_key_and_no_stretch_of_ciphertext_stays_the_same(office: Office):
    before = everything(office.vault.folder)
    keys = {
        bytes(key)
        for key in (
            office.vault.anchor_key,
            office.vault.backup_key,
            office.vault.database_key,
            office.vault.content.key,
        )
    }
    user_key = bytes(office.vault.user_key)

    office.renew()

    after = everything(office.vault.folder)
    for name in before.keys() & after.keys():
        old = {before[name][at : at + 16] for at in range(0, len(before[name]) - 15, 16)} - {bytes(16)}
        new = {after[name][at : at + 16] for at in range(0, len(after[name]) - 15, 16)}
        shared = old & new
        # Both begin with a magic and a length; a header goes on with the vault's and its users' ids.
        assert len(shared) <= (7 if name.startswith("header") else 1), name
    with reopen(office.vault.folder) as vault:
        assert bytes(vault.user_key) == user_key
        assert not keys & {bytes(vault.anchor_key), bytes(vault.database_key), bytes(vault.content.key)}


@pytest.mark.requirement("SR-44")
def test_a_copy_of_the_old_vault_and_its_keys_do_not_open_the_new_one(office: Office, tmp_path: Path):
    shutil.copytree(office.vault.folder, tmp_path / "stolen")
    stolen = office.vault.layout.database, bytearray(office.vault.database_key)

    new_code = office.renew()

    with pytest.raises(DatabaseDamagedError):
        open_database(stolen[0], stolen[1], NOTES)
    with pytest.raises(WrongRecoveryCodeError):
        open_with_recovery_code(office.vault.folder, office.code, randomness=secrets.token_bytes, steps=NOTES)
    open_with_recovery_code(
        office.vault.folder, new_code, randomness=secrets.token_bytes, steps=NOTES
    ).close()
    for name in ("header", "header.copy"):
        shutil.copy(tmp_path / "stolen" / name, office.vault.folder / name)
    with pytest.raises(DatabaseDamagedError):
        reopen(office.vault.folder)


@pytest.mark.requirement("SR-44")
def test_who_is_there_keeps_their_way_and_who_is_not_keeps_their_own_key(office: Office):
    their_key = bytearray(b"k" * 32)
    add_user(
        office.vault,
        passphrase(),
        user_id=COLLEAGUE,
        user_key=their_key,
        their_passphrase=passphrase(OTHER_PASSPHRASE),
    )

    with office.renewed() as made:
        (kept,) = made.absent
        made.put_in_place()
    with pytest.raises(WrongPassphraseError):
        reopen(office.vault.folder, OTHER_PASSPHRASE)
    opened = open_user_slot(
        kept.to_bytes(), passphrase(OTHER_PASSPHRASE), vault_id=office.vault.vault_id, user_id=COLLEAGUE
    )

    assert opened == their_key


def test_a_colleague_who_is_there_opens_the_new_vault_by_their_own_passphrase(office: Office):
    add_user(
        office.vault,
        passphrase(),
        user_id=COLLEAGUE,
        user_key=bytearray(b"k" * 32),
        their_passphrase=passphrase(OTHER_PASSPHRASE),
    )

    office.renew(present={USER: passphrase(), COLLEAGUE: passphrase(OTHER_PASSPHRASE)})

    with reopen(office.vault.folder, OTHER_PASSPHRASE) as vault:
        assert (vault.user_id, bytes(vault.user_key)) == (COLLEAGUE, b"k" * 32)


def test_a_wrong_passphrase_changes_nothing(office: Office):
    before = everything(office.vault.folder)

    with pytest.raises(WrongPassphraseError), office.renewed(present={USER: passphrase(OTHER_PASSPHRASE)}):
        pass

    assert everything(office.vault.folder) == before
    assert beside(office) == []


def test_a_renewal_that_is_not_put_in_place_leaves_no_trace(office: Office):
    before = everything(office.vault.folder)

    with office.renewed() as made:
        assert notes(made.vault) == ["Anna Kowalska was heard"]
        assert len(beside(office)) == 1

    assert everything(office.vault.folder) == before
    assert beside(office) == []
    assert notes(office.vault) == ["Anna Kowalska was heard"]


@pytest.mark.requirement("SR-44")
def test_wherever_a_renewal_is_stopped_the_old_vault_goes_on(office: Office):
    before = everything(office.vault.folder)
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
            with office.renewed(watch=Steps(total=1, progress=tell, cancelled=event)):
                break
        except CancelledError:
            steps = 2 * steps + 1
        assert everything(office.vault.folder) == before
        assert beside(office) == []

    assert steps > 3
    assert notes(office.vault) == ["Anna Kowalska was heard"]


@pytest.mark.requirement("SR-45")
def test_a_vault_with_a_damaged_file_is_not_renewed(office: Office):
    raw = bytearray(path_of(office, 1).read_bytes())
    raw[1000] ^= 1
    path_of(office, 1).write_bytes(raw)
    with pytest.raises(ContentDamagedError), office.renewed():
        pass
    path_of(office, 1).unlink()
    with pytest.raises(ContentMissingError), office.renewed():
        pass

    assert beside(office) == []


def test_a_file_that_is_another_than_its_row_says_is_not_renewed(office: Office):
    named = office.objects[1]
    wrong = StoredObject(object_id=named.object_id, size=named.size, sha256="00" * 32)

    with pytest.raises(ContentDamagedError), office.renewed(objects=[wrong]):
        pass


def test_what_no_row_names_comes_along_if_it_is_whole(office: Office):
    raw = bytearray(path_of(office, 1).read_bytes())
    raw[1000] ^= 1
    path_of(office, 1).write_bytes(raw)

    office.renew(objects=[])

    with reopen(office.vault.folder) as vault:
        kept = set(vault.content.object_ids())
        assert kept == {office.objects[0].object_id, office.objects[2].object_id}
        assert read(vault, office.objects[2]) == CONTENT[2]


def test_a_vault_open_for_reading_is_not_renewed(office: Office):
    office.vault.close()
    office.vault = reopen(office.vault.folder, read_only=True)

    with pytest.raises(ReadOnlyError), office.renewed():
        pass


@pytest.mark.requirement("SR-41")
def test_without_room_for_a_second_vault_nothing_is_begun(small_disk: Path):
    office = make(small_disk / "office.thbvault", CONTENT[:2])
    fill(small_disk, leave=1 << 20)

    with closing(office.vault), pytest.raises(DiskFullError), office.renewed():
        pass

    assert beside(office) == ["ballast"]


@pytest.mark.requirement("SR-41")
def test_a_medium_that_fills_up_keeps_the_old_vault(small_disk: Path):
    office = make(small_disk / "office.thbvault", CONTENT[:2])
    before = everything(office.vault.folder)

    def tell(_done: int, _all: int) -> None:
        if not (small_disk / "ballast").exists():
            fill(small_disk, leave=20_000)

    with (
        closing(office.vault),
        pytest.raises(StorageError),
        office.renewed(watch=Steps(total=1, progress=tell)),
    ):
        pass

    (small_disk / "ballast").unlink()
    assert everything(office.vault.folder) == before
    assert beside(office) == []


def test_names_that_cannot_change_leave_the_old_vault(office: Office):
    """The medium refuses the last stroke."""
    before = everything(office.vault.folder)

    with office.renewed() as made:
        shutil.rmtree(made.beside.folder)
        with pytest.raises(StorageError):
            made.put_in_place()

    assert everything(office.vault.folder) == before
    assert beside(office) == []


def swapped(tmp_path: Path) -> tuple[str, str]:
    for name in ("left", "right"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "name").write_text(name)
    system.swap_folders(tmp_path / "left", tmp_path / "right")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["left", "right"]
    return (tmp_path / "left" / "name").read_text(), (tmp_path / "right" / "name").read_text()


def test_two_folders_change_places(tmp_path: Path):
    assert swapped(tmp_path) == ("right", "left")


def test_two_folders_change_places_where_the_system_cannot_exchange(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(system, "_EXCHANGE", 1 << 20)

    assert swapped(tmp_path) == ("right", "left")


def test_a_folder_that_cannot_move_leaves_both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "right").mkdir()
    for flags in (2, 1 << 20):
        monkeypatch.setattr(system, "_EXCHANGE", flags)
        with pytest.raises(FileNotFoundError):
            system.swap_folders(tmp_path / "left", tmp_path / "right")

    assert [path.name for path in tmp_path.iterdir()] == ["right"]


@pytest.mark.requirement("SR-13")
def test_a_folder_beside_is_told_and_never_opened(office: Office):
    folder = office.vault.folder
    for name in (
        f".{folder.name}.0123456789abcdef.rekey",
        f".{folder.name}.0123456789abcdef.new",
        f".{folder.name}.0123456789abcdef.rekey.old",
    ):
        shutil.copytree(folder, folder.with_name(name))
    (folder.parent / f".{folder.name}.rekey").mkdir()

    found = office.vault.layout.beside()

    assert len(found) == 3
    office.vault.close()
    with reopen(folder) as vault:
        assert notes(vault) == ["Anna Kowalska was heard"]
    assert all(path.exists() for path in found)


@pytest.mark.requirement("SR-13", "SR-44")
def test_a_name_without_a_vault_is_said_to_have_something_beside_and_nothing_is_put_in_place(office: Office):
    folder = office.vault.folder
    office.vault.close()
    folder.rename(folder.with_name(f".{folder.name}.0123456789abcdef.rekey.old"))

    with pytest.raises(NoVaultError, match="beside"):
        reopen(folder)

    assert not folder.exists()
