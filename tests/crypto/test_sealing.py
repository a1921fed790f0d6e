import secrets

import pytest

from thb_desktop.crypto.sealing import bind, seal, unseal
from thb_desktop.crypto.subkeys import Purpose, derive_subkey
from thb_desktop.errors import SealedValueDamagedError

KEY = bytearray(range(32))
CONTEXT = bind("thb-test/1", b"vault", b"user")


def sealed(value: bytes = b"protected identity") -> bytes:
    return seal(KEY, value, context=CONTEXT, randomness=secrets.token_bytes)


@pytest.mark.parametrize("value", [b"", b"x", "Имя: Олена".encode(), bytes(5000)])
def test_a_sealed_value_comes_back(value):
    assert unseal(KEY, sealed(value), context=CONTEXT) == value


def test_any_changed_byte_of_a_sealed_value_is_refused():
    stored = sealed()

    for place in range(len(stored)):
        changed = bytearray(stored)
        changed[place] ^= 0x80
        with pytest.raises(SealedValueDamagedError):
            unseal(KEY, bytes(changed), context=CONTEXT)


def test_a_sealed_value_that_was_cut_or_moved_is_refused():
    stored = sealed()

    for length in range(len(stored)):
        with pytest.raises(SealedValueDamagedError):
            unseal(KEY, stored[:length], context=CONTEXT)
    with pytest.raises(SealedValueDamagedError):
        unseal(KEY, stored, context=bind("thb-test/1", b"vault", b"another"))
    with pytest.raises(SealedValueDamagedError):
        unseal(bytearray(32), stored, context=CONTEXT)


def test_contexts_of_other_parts_are_never_the_same_bytes():
    assert bind("a", b"bc", b"d") != bind("a", b"b", b"cd")
    assert bind("a", b"b") != bind("a", b"b", b"")
    assert bind("a") != bind("ab")


def test_each_purpose_has_its_own_key_in_each_vault():
    keys = {
        bytes(derive_subkey(KEY, vault, purpose))[:32]
        for vault in (bytes(16), b"x" * 16)
        for purpose in Purpose
    }

    assert len(keys) == 2 * len(Purpose)


def test_subkeys_stay_what_they_are():
    derived = {purpose: derive_subkey(KEY, bytes(16), purpose).hex() for purpose in Purpose}

    assert derived == {
        Purpose.DATABASE: "b076178fd46b459bf99a7af4b2008cadc38c253ee38b1abd"
        "b2122690b407948b81d8b1b21834affb174b5800aac9744c",
        Purpose.CONTENT: "2df7eb6a43d2b4d7d495afa0bee832b3868816107252f06f10d13accfc74ff47",
        Purpose.HEADER: "9a5b3992e1fe5d5e5001a4846a047ff7f019ea285f50568549f4217a278d3c18",
        Purpose.ANCHORS: "12b5cddac5318c6e0dea6c91beb395ac1bafdc54d21791556a6dcaac0082ad8a",
        Purpose.BACKUP: "1ac490ee8456fe7c0a77e2b9fd3bf7709aee729dccd41b5f67266e0fa85d8bc4",
    }
