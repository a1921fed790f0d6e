import secrets

import pytest

from thb_desktop.crypto.compartments import ReceivingKey, new_receiving_key, unwrap, wrap_for
from thb_desktop.errors import SealedValueDamagedError

KEY = bytearray(b"k" * 32)
CONTEXT = b"identities of one vault"


@pytest.fixture(scope="module")
def judge() -> ReceivingKey:
    return ReceivingKey.from_bytes(new_receiving_key(secrets.token_bytes))


@pytest.fixture(scope="module")
def clerk() -> ReceivingKey:
    return ReceivingKey.from_bytes(new_receiving_key(secrets.token_bytes))


def test_who_holds_the_right_reads_the_compartment(judge):
    wrapped = wrap_for(judge.public, KEY, context=CONTEXT)

    assert len(wrapped) == 1168
    assert unwrap(judge, wrapped, context=CONTEXT) == KEY


def test_who_does_not_hold_it_reads_nothing(judge, clerk):
    wrapped = wrap_for(judge.public, KEY, context=CONTEXT)

    with pytest.raises(SealedValueDamagedError):
        unwrap(clerk, wrapped, context=CONTEXT)


def test_a_wrapped_key_that_was_changed_cut_or_moved_is_refused(judge):
    wrapped = wrap_for(judge.public, KEY, context=CONTEXT)

    for place in range(0, len(wrapped), 13):
        changed = bytearray(wrapped)
        changed[place] ^= 1
        with pytest.raises(SealedValueDamagedError):
            unwrap(judge, bytes(changed), context=CONTEXT)
    for length in (0, 1, 100, len(wrapped) - 1):
        with pytest.raises(SealedValueDamagedError):
            unwrap(judge, wrapped[:length], context=CONTEXT)
    with pytest.raises(SealedValueDamagedError):
        unwrap(judge, wrapped, context=b"another compartment")


def test_the_same_seed_gives_the_same_receiving_key(judge):
    seed = new_receiving_key(bytes)

    assert ReceivingKey.from_bytes(seed).public == ReceivingKey.from_bytes(bytes(96)).public
    assert len(judge.public) == 1216
    assert "private" not in repr(judge)


@pytest.mark.parametrize("public", [b"", bytes(1215), bytes(1217), b"\xff" * 1216])
def test_what_is_no_public_key_is_refused(public):
    with pytest.raises(SealedValueDamagedError):
        wrap_for(public, KEY, context=CONTEXT)


@pytest.mark.parametrize("length", [0, 95, 97])
def test_what_is_no_private_key_is_refused(length):
    with pytest.raises(SealedValueDamagedError):
        ReceivingKey.from_bytes(bytes(length))
