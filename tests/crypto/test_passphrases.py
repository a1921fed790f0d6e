import math
import secrets
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thb_desktop.crypto.passphrases import (
    ADVISED_BITS,
    Verdict,
    assess,
    prepare,
    propose,
    verify_strong_enough,
    words_advised,
)
from thb_desktop.crypto.wordlists import LANGUAGES, draw_words, words_of
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
    with pytest.raises(WeakPassphraseError, match="five random words"):
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


@pytest.mark.parametrize("language", [*LANGUAGES, "nl"])
def test_whatever_is_proposed_is_good_by_the_same_estimate_and_no_service_refuses_it(language):
    for _ in range(200):
        proposed = propose(language, secrets.token_bytes)

        assert assess(proposed.text).verdict is Verdict.GOOD
        assert assess(proposed.text).bits == proposed.bits >= ADVISED_BITS
        assert len(proposed.text.split()) == proposed.words == words_advised(language)
        verify_strong_enough(proposed.text)
        prepare(proposed.text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bits_that_are_said_are_never_more_than_the_words_have(language):
    size, proposed = len(words_of(language)), propose(language, secrets.token_bytes)

    ways = math.perm(size, proposed.words)

    assert 2**proposed.bits <= ways < 2 ** (proposed.bits + 1)


def test_the_same_randomness_gives_the_same_words_and_other_randomness_others():
    def zeros(length):
        return bytes(length)

    first, again = propose("en", zeros), propose("en", zeros)

    assert first == again
    assert first.text.split() == list(words_of("en")[: first.words])
    assert len({propose("en", secrets.token_bytes).text for _ in range(50)}) == 50


def test_each_word_is_as_likely_as_any_other():
    """A number beyond the list is drawn again: to take it modulo the list would favour the first words."""
    size = len(words_of("ar"))
    drawn = iter([(size + 3).to_bytes(2, "big"), (5).to_bytes(2, "big")])

    assert draw_words("ar", 1, lambda _: next(drawn)) == (words_of("ar")[5],)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_holds_words_that_are_typed_in_one_way_only(language):
    words = words_of(language)

    assert len(set(words)) == len(words) > 700
    for word in words:
        assert len(word) >= 3
        assert word.isalpha()
        assert word == word.casefold() == unicodedata.normalize("NFKC", word)
        assert not set(word) & set("أإآؤئءةى")
        assert language == "ar" or word.isascii()


def test_a_proposal_shows_no_word_in_a_log():
    proposed = propose("en", secrets.token_bytes)

    assert not set(proposed.text.split()) & set(repr(proposed).replace("(", " ").split())


@given(st.text(max_size=60))
def test_what_the_estimate_refuses_the_services_refuse_and_nothing_else(typed):
    refused = assess(typed).verdict is Verdict.REFUSED

    if refused:
        with pytest.raises(WeakPassphraseError):
            verify_strong_enough(typed)
    else:
        verify_strong_enough(typed)
