"""P-256 in plain Python: the same answers as OpenSSL. Published vectors stand in tests/vectors."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support import chains
from tests.support.chains import Key
from thb_desktop.errors import SignatureError
from thb_desktop.verify.p256 import verify_signature

ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
FIELD = 2**256 - 2**224 + 2**192 + 2**96 - 1


@settings(max_examples=60)
@given(st.text(), st.binary(), st.integers(0, 511))
def test_the_answers_are_those_of_openssl(label: str, data: bytes, bit: int) -> None:
    key = Key(label)
    signature = key.sign(data)
    flipped = (int.from_bytes(signature, "big") ^ 1 << bit).to_bytes(64, "big")

    verify_signature(key.public, data, signature)
    chains.verify_signature(key.public, data, signature)
    for refused in ((data + b"\x00", signature), (data, flipped)):
        with pytest.raises(SignatureError):
            verify_signature(key.public, *refused)
        with pytest.raises(SignatureError):
            chains.verify_signature(key.public, *refused)


@pytest.mark.parametrize("r", [0, ORDER, ORDER + 1, 2**256 - 1])
def test_numbers_out_of_range_are_refused(r: int) -> None:
    key = Key("range")
    good = key.sign(b"data")

    for signature in (r.to_bytes(32, "big") + good[32:], good[:32] + r.to_bytes(32, "big")):
        with pytest.raises(SignatureError, match="out of range"):
            verify_signature(key.public, b"data", signature)


@pytest.mark.parametrize("length", [0, 63, 65, 72])
def test_a_signature_of_another_length_is_refused(length: int) -> None:
    with pytest.raises(SignatureError, match="length"):
        verify_signature(Key("length").public, b"data", bytes(length))


def test_a_key_that_is_no_point_of_the_curve_is_refused() -> None:
    key = Key("curve")
    good, signature = key.public, key.sign(b"data")
    x, y = good[-64:-32], good[-32:]
    beyond = (int.from_bytes(x, "big") + FIELD) % 2**256
    bad = {
        "not on the curve": good[:-1] + bytes([good[-1] ^ 1]),
        "zero": good[:-64] + bytes(64),
        "beyond the field": good[:-64] + beyond.to_bytes(32, "big") + y,
        "compressed": good[:26] + b"\x02" + x,
        "hybrid": good[:26] + b"\x06" + x + y,
        "another curve": good.replace(bytes.fromhex("2a8648ce3d030107"), bytes.fromhex("2b8104000a000000")),
        "followed by more": good + b"\x00",
        "nothing": b"",
    }

    for public_key in bad.values():
        with pytest.raises(SignatureError):
            verify_signature(public_key, b"data", signature)
