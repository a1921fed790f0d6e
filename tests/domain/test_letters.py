"""Whether a text can be in the language that it is said to be in, by its letters alone."""

import pytest

from thb_desktop.domain.letters import is_in_other_letters


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Elle a trois filles.", "ar", True),
        ("لديها ثلاث بنات", "fr", True),
        ("لديها ثلاث بنات", "ar", False),
        ("لديها WhatsApp", "fr", False),
        ("Fi l-bayt", "ar-Latn", False),
        ("Она сказала да", "ru-RU", False),
        ("她说", "en", False),
        ("她说她知道", "en", True),
        ("ひらがなです", "ja", False),
        ("Moj brat", "sr", False),
        ("12.500 €", "ar", False),
        ("Haddad", "xx", False),
    ],
)
def test_a_text_without_a_letter_of_its_language_is_told(text: str, language: str, *, expected: bool):
    assert is_in_other_letters(text, language) is expected
