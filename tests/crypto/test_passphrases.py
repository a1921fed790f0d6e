import pytest

from thb_desktop.crypto.passphrases import Verdict, assess, prepare, verify_strong_enough
from thb_desktop.errors import WeakPassphraseError


@pytest.mark.parametrize(
    "typed",
    [
        "amber canal lantern orchard violet",
        "correct horse battery staple lamp",
        "Ölkanne Zebra Mondlicht Teppich Fenster",
        "kastanje windmolen lantaarn potlood gordijn",
        "берег фонарь сапог корень туман",
        "我们今天去看大海的日出",
        "k7#Wq9!vT2$mZ4&xB6^p",
    ],
)
def test_five_words_drawn_by_chance_are_good_in_any_language(typed):
    assert assess(typed).verdict is Verdict.GOOD
    verify_strong_enough(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "a",
        "password",
        "password123",
        "P4ssw0rd!2024",
        "qwertyuiopasdfghjklzxcvbnm",
        "qwertzuiopasdfghjkl1234567890",
        "abcdefghijklmnopqrstuvwxyz",
        "12345678901234567890123456789012345",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "hallo hallo hallo hallo hallo hallo hallo hallo hallo",
        "Interdisciplinaritaetsbeauftragter",
        "19.04.1985 20.05.1990",
        "secret secret admin admin letmein",
        "!@#$%^&*()_+",
        "1!2@3#4$5%6^7&8*9(0)",
        "a b c d e f g h i j k l m",
        "q-w-e-r-t-y-u-i-o-p-a-s-d",
    ],
)
def test_what_a_guesser_tries_first_is_refused(typed):
    assert assess(typed).verdict is Verdict.REFUSED
    with pytest.raises(WeakPassphraseError, match="five words"):
        verify_strong_enough(typed)


def test_four_words_are_taken_with_a_warning():
    assert assess("correct horse battery staple").verdict is Verdict.WEAK


def test_more_words_are_never_worth_less():
    words = ["amber", "canal", "lantern", "orchard", "violet", "meadow", "copper"]

    bits = [assess(" ".join(words[:count])).bits for count in range(1, len(words) + 1)]

    assert bits == sorted(bits)
    assert len(set(bits)) == len(bits)


def test_the_same_text_gives_the_same_bytes_on_every_keyboard():
    composed, decomposed = "M\u00e4rz", "Ma\u0308rz"

    assert prepare(composed) == prepare(decomposed) == bytearray("März", "utf-8")


@pytest.mark.parametrize("typed", ["", "line\nbreak", "nul\0", "x" * 1025, "half \ud800 pair"])
def test_what_cannot_be_typed_again_is_refused(typed):
    with pytest.raises(WeakPassphraseError, match="control characters"):
        prepare(typed)
