"""A keyslot that came out wrong, or a flush that failed: found before the way that worked is taken away."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.backups import everything, notes
from tests.support.vaults import OTHER_PASSPHRASE, USER, change_passphrase, passphrase, reopen
from tests.vault.test_rekey import Office, beside, make
from thb_desktop.crypto.derivation import FLOOR
from thb_desktop.crypto.keyslots import Slot, SlotKind
from thb_desktop.errors import HeaderDamagedError
from thb_desktop.vault import rekey
from thb_desktop.vault.slots import NewSlot
from thb_desktop.vault.unlocked import passphrase_slot


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = make(tmp_path / "office.thbvault", (b"a statement" * 9000,))
    yield made
    made.vault.close()


@pytest.fixture
def wrong_slots(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Passphrases get slots that open, but to another key than theirs: as by a fault of a library."""
    wrapping = NewSlot.wrapping

    def faulty(new: NewSlot, *given: object) -> Slot:
        wrong = replace(new, user_key=bytearray(32)) if new.kind is SlotKind.PASSPHRASE else new
        return wrapping(wrong, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(NewSlot, "wrapping", faulty)


@pytest.mark.requirement("SR-44")
@pytest.mark.usefixtures("wrong_slots")
def test_a_slot_that_does_not_open_to_its_key_is_not_kept_and_the_old_one_stays(office: Office):
    folder, before = office.vault.folder, office.vault.slots

    with pytest.raises(HeaderDamagedError, match="does not open"):
        change_passphrase(office.vault, passphrase(), passphrase(OTHER_PASSPHRASE))
    with office.vault.keyring(passphrase()) as ring, pytest.raises(HeaderDamagedError):
        ring.give(passphrase_slot(bytes(16), passphrase(OTHER_PASSPHRASE), bytearray(b"k" * 32), FLOOR))

    assert office.vault.slots == before
    office.vault.close()
    reopen(folder).close()


@pytest.mark.requirement("SR-44")
@pytest.mark.usefixtures("wrong_slots")
def test_a_renewal_with_a_slot_that_does_not_open_to_its_key_leaves_the_old_vault(office: Office):
    before = everything(office.vault.folder)

    with pytest.raises(HeaderDamagedError, match="does not open"):
        office.renew(present={USER: passphrase()})

    assert everything(office.vault.folder) == before
    assert beside(office) == []


@pytest.mark.requirement("SR-39", "SR-44")
@pytest.mark.skipif(os.name != "posix", reason="Windows flushes names by itself")
def test_while_a_power_cut_could_bring_the_old_name_back_the_old_vault_is_not_removed(
    office: Office, monkeypatch: pytest.MonkeyPatch
):
    folder, flush = office.vault.folder, rekey.sync_folder

    def fails(path: Path) -> None:
        if path == folder.parent:
            raise OSError(5, "the medium failed")
        flush(path)

    with office.renewed() as made:
        monkeypatch.setattr(rekey, "sync_folder", fails)
        made.put_in_place()
        office.vault.close()

    assert not made.is_old_removed
    (left,) = beside(office)
    for each in (folder, folder.with_name(left)):
        with reopen(each) as vault:
            assert notes(vault) == ["Anna Kowalska was heard"]
