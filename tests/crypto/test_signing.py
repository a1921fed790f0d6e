import secrets

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from thb_desktop.crypto.signing import (
    SoftwareSigner,
    from_der,
    load_private_key,
    new_private_key,
    private_bytes,
    to_der,
    to_spki,
    verify_signature,
)
from thb_desktop.errors import SealedValueDamagedError, SignatureError

DATA = b"an entry of the event chain"


@pytest.fixture(scope="module")
def signer() -> SoftwareSigner:
    return SoftwareSigner.of(new_private_key(secrets.token_bytes))


def test_a_signature_holds_for_what_was_signed_and_nothing_else(signer):
    signature = signer.sign(DATA)

    assert len(signature) == 64
    verify_signature(signer.public_key, DATA, signature)
    with pytest.raises(SignatureError):
        verify_signature(signer.public_key, DATA + b"!", signature)


def test_a_signature_by_another_key_is_refused(signer):
    other = SoftwareSigner.of(new_private_key(secrets.token_bytes))

    with pytest.raises(SignatureError):
        verify_signature(other.public_key, DATA, signer.sign(DATA))


def test_any_changed_byte_of_a_signature_is_refused(signer):
    signature = signer.sign(DATA)

    for place in range(64):
        changed = bytearray(signature)
        changed[place] ^= 0x10
        with pytest.raises(SignatureError):
            verify_signature(signer.public_key, DATA, bytes(changed))


@pytest.mark.parametrize("signature", [b"", bytes(63), bytes(64), bytes(65), b"\xff" * 64])
def test_what_is_no_signature_is_refused(signer, signature):
    with pytest.raises(SignatureError):
        verify_signature(signer.public_key, DATA, signature)


def test_only_keys_on_p256_are_taken(signer):
    other_curve = ec.generate_private_key(ec.SECP384R1()).public_key()

    for spki in (b"", b"junk", to_spki(other_curve)):
        with pytest.raises(SignatureError):
            verify_signature(spki, DATA, signer.sign(DATA))


def test_signing_twice_gives_the_same_bytes(signer):
    assert signer.sign(DATA) == signer.sign(DATA)


def test_a_key_comes_from_the_given_randomness_alone():
    first = new_private_key(lambda length: b"\x07" * length)

    again = new_private_key(lambda length: b"\x07" * length)

    assert private_bytes(first) == private_bytes(again)
    with pytest.raises(ValueError, match="wrong number"):
        new_private_key(lambda length: b"\x07" * (length - 1))


def test_a_private_key_rests_as_bytes_and_is_overwritten_when_read(signer):
    stored = private_bytes(signer.private_key)

    loaded = SoftwareSigner.from_bytes(stored)

    assert loaded.key_id == signer.key_id
    assert not any(stored)
    assert "private" not in repr(loaded)


def test_what_is_no_private_key_is_refused():
    for stored in (b"", b"junk", private_bytes(ec.generate_private_key(ec.SECP384R1()))):
        with pytest.raises(SealedValueDamagedError):
            load_private_key(bytearray(stored))


def test_der_and_raw_forms_turn_into_each_other(signer):
    raw = signer.sign(DATA)

    assert from_der(to_der(raw)) == raw
    for der in (b"", b"junk", to_der(raw) + b"\0", bytes.fromhex("3006020101020500")):
        with pytest.raises(SignatureError):
            from_der(der)
