import secrets
from dataclasses import replace

import pytest

from tests.support.vaults import PASSPHRASE, USER, passphrase
from thb_desktop.crypto.derivation import FLOOR, derive
from thb_desktop.crypto.keyslots import (
    USER_SLOT_LENGTH,
    VAULT_SLOT_LENGTH,
    Slot,
    SlotKind,
    make_user_slot,
    open_user_slot,
    unwrap,
    wrap,
)
from thb_desktop.errors import HeaderDamagedError, NewerFormatError, UnlockError, WrongPassphraseError

VAULT = b"v" * 16
MASTER, OWN = bytearray(b"M" * 32), bytearray(b"U" * 32)


@pytest.fixture(scope="module")
def slot() -> Slot:
    return wrapped(SlotKind.PASSPHRASE)


def wrapped(kind: SlotKind) -> Slot:
    return wrap(
        (MASTER, OWN),
        passphrase(),
        kind=kind,
        vault_id=VAULT,
        user_id=USER,
        parameters=FLOOR,
        randomness=secrets.token_bytes,
    )


@pytest.fixture(scope="module")
def key(slot: Slot) -> bytearray:
    return derive(passphrase(), slot.salt, slot.parameters)


def user_slot() -> bytes:
    return make_user_slot(
        OWN, passphrase(), vault_id=VAULT, user_id=USER, parameters=FLOOR, randomness=secrets.token_bytes
    )


def test_a_slot_gives_back_both_keys(slot, key):
    assert unwrap(slot, key, vault_id=VAULT) == (MASTER, OWN)


def test_a_slot_reads_back_as_it_was_written(slot):
    stored = slot.to_bytes()

    assert len(stored) == VAULT_SLOT_LENGTH == 168
    assert Slot.from_bytes(stored) == slot
    assert MASTER not in stored
    assert OWN not in stored


def test_any_changed_byte_of_a_slot_is_refused(slot, key):
    stored = slot.to_bytes()

    for place in range(len(stored)):
        changed = bytearray(stored)
        changed[place] ^= 0x01
        with pytest.raises((UnlockError, HeaderDamagedError)):
            unwrap(Slot.from_bytes(bytes(changed)), key, vault_id=VAULT)


def test_a_slot_of_another_vault_is_refused(slot, key):
    with pytest.raises(WrongPassphraseError):
        unwrap(slot, key, vault_id=b"w" * 16)


def test_a_slot_cannot_be_given_to_another_user(slot, key):
    with pytest.raises(WrongPassphraseError):
        unwrap(replace(slot, user_id=bytes(16)), key, vault_id=VAULT)


@pytest.mark.requirement("SR-6")
def test_two_slots_of_the_same_keys_and_passphrase_share_nothing(slot):
    other = wrap(
        (MASTER, OWN),
        passphrase(),
        kind=SlotKind.PASSPHRASE,
        vault_id=VAULT,
        user_id=USER,
        parameters=FLOOR,
        randomness=secrets.token_bytes,
    )

    assert not {slot.salt, slot.nonce, slot.slot_id} & {other.salt, other.nonce, other.slot_id}
    assert slot.wrapped[:16] != other.wrapped[:16]


@pytest.mark.parametrize(("place", "value"), [(0, 5), (0, 0), (0, 255), (1, 0), (1, 2)])
def test_a_kind_or_a_derivation_that_is_unknown_is_called_newer(slot, place, value):
    stored = bytearray(slot.to_bytes())
    stored[place] = value

    with pytest.raises(NewerFormatError):
        Slot.from_bytes(bytes(stored))


@pytest.mark.parametrize("length", [0, 1, 75, 76, 87, 167, 169, 1000])
def test_a_slot_of_another_length_is_refused(slot, length):
    stored = slot.to_bytes().ljust(length, b"\0")[:length]

    with pytest.raises(HeaderDamagedError):
        Slot.from_bytes(stored)


def test_a_user_without_a_slot_in_the_header_opens_only_their_own_key():
    stored = user_slot()

    assert len(stored) == USER_SLOT_LENGTH == 136
    assert open_user_slot(stored, passphrase(), vault_id=VAULT, user_id=USER) == OWN


def test_a_user_slot_is_bound_to_its_user_and_its_vault():
    stored = user_slot()

    with pytest.raises(WrongPassphraseError):
        open_user_slot(stored, passphrase(), vault_id=VAULT, user_id=bytes(16))
    with pytest.raises(WrongPassphraseError):
        open_user_slot(stored, passphrase(), vault_id=bytes(16), user_id=USER)
    with pytest.raises(WrongPassphraseError):
        open_user_slot(stored, passphrase(PASSPHRASE + "s"), vault_id=VAULT, user_id=USER)


def test_a_passphrase_slot_that_was_kept_gives_its_users_own_key_and_nothing_else(slot):
    assert open_user_slot(slot.to_bytes(), passphrase(), vault_id=VAULT, user_id=USER) == OWN


def test_a_slot_of_a_recovery_code_is_not_taken_for_a_user_slot():
    slot = wrapped(SlotKind.RECOVERY)

    with pytest.raises(WrongPassphraseError):
        open_user_slot(slot.to_bytes(), passphrase(), vault_id=VAULT, user_id=USER)


def test_passphrases_are_overwritten_after_use():
    typed, typed_again = passphrase(), passphrase()

    stored = make_user_slot(
        OWN, typed, vault_id=VAULT, user_id=USER, parameters=FLOOR, randomness=secrets.token_bytes
    )
    open_user_slot(stored, typed_again, vault_id=VAULT, user_id=USER)

    assert not any(typed)
    assert not any(typed_again)


def test_a_slot_shows_no_secret_when_printed(slot):
    assert "wrapped" in repr(slot)
    assert "MMMM" not in repr(slot)
    assert PASSPHRASE not in repr(slot)
