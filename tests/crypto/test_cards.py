"""Cards: they sign what they are asked to, are asked for the PIN once, and each refusal has its name."""

from pathlib import Path

import pytest

from tests.support.cards import PIN, Cards
from thb_desktop.crypto import cards as ours
from thb_desktop.crypto.cards import list_card_keys, open_card
from thb_desktop.crypto.signing import key_id, verify_signature
from thb_desktop.errors import (
    CardAbsentError,
    CardModuleError,
    CardRefusedError,
    PinLockedError,
    ThbError,
    WrongPinError,
)


def pin(text: str = PIN) -> bytearray:
    return bytearray(text, "ascii")


def test_what_cards_hold_is_seen_without_a_pin_and_only_what_can_be_used(cards: Cards):
    keys = {each.token: each for each in list_card_keys(cards.module)}

    assert {"judge-card", "clerk-card"} <= set(keys)
    assert "larger-card" not in keys
    assert keys["judge-card"].public_key == cards.keys["judge"]
    assert keys["judge-card"].certificate is not None
    assert (keys["clerk-card"].certificate, keys["clerk-card"].label) == (None, "sign")
    assert len(keys["judge-card"].serial) == 16


def test_a_card_signs_after_its_pin_was_given_once(cards: Cards):
    typed = pin()
    signer = open_card(cards.module, typed, {cards.keys["judge"]: b"the leaf"})

    signatures = [signer.sign(data) for data in (b"one", b"two")]
    signer.close()

    for data, signature in zip((b"one", b"two"), signatures, strict=True):
        verify_signature(cards.keys["judge"], data, signature)
    assert (signer.key_id, signer.certificate) == (key_id(cards.keys["judge"]), b"the leaf")
    assert not any(typed)
    with pytest.raises(CardAbsentError):
        signer.sign(b"three")


def test_a_wrong_pin_is_named_and_overwritten(cards: Cards):
    typed = pin("000000")

    with pytest.raises(WrongPinError):
        open_card(cards.module, typed, {cards.keys["judge"]: None})

    assert not any(typed)
    open_card(cards.module, pin(), {cards.keys["judge"]: None}).close()


def test_a_card_that_is_not_there_is_named(cards: Cards):
    for missing in (b"no such key", cards.keys["larger"]):
        with pytest.raises(CardAbsentError):
            open_card(cards.module, pin(), {missing: None})


def test_a_card_that_is_taken_out_signs_no_more(cards: Cards):
    signer = open_card(cards.module, pin(), {cards.keys["lost"]: None})

    cards.take_out("lost")

    with pytest.raises(CardAbsentError):
        signer.sign(b"after")
    signer.close()
    with pytest.raises((CardAbsentError, CardRefusedError)):
        open_card(cards.module, pin(), {cards.keys["lost"]: None})


def test_a_module_that_is_none_is_named(tmp_path: Path):
    text = tmp_path / "module.so"
    text.write_text("no library")

    for place in (text, tmp_path / "nothing.so", Path("module.so"), tmp_path):
        with pytest.raises(CardModuleError):
            list_card_keys(place)


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ("PinIncorrect", WrongPinError),
        ("PinLocked", PinLockedError),
        ("PinExpired", PinLockedError),
        ("TokenNotPresent", CardAbsentError),
        ("DeviceRemoved", CardAbsentError),
        ("FunctionFailed", CardRefusedError),
    ],
)
def test_each_answer_of_a_card_has_its_refusal(answer: str, error: type[ThbError]):
    import pkcs11.exceptions

    with pytest.raises(error), ours._answers():
        raise vars(pkcs11.exceptions)[answer]
