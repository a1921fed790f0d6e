"""Looking for a text as people type it."""

import pytest

from thb_desktop.domain.folding import folded, makes_other_word


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Întrebarea", "intrebarea"),
        ("Đà Nẵng", "da nang"),
        ("قُلْتُ: أنـــا", "قلت: انا"),
        ("שָׁלוֹם", "שלום"),
        ("0476\u200e/12\u2069", "0476/12"),
        ("Straße", "STRASSE"),
        ("ÉTÉ", "été"),
        ("e\u0301te\u0301", "été"),
    ],
)
def test_marks_capitals_and_invisible_signs_do_not_matter(text: str, wanted: str):
    assert folded(wanted) == folded(text)


@pytest.mark.parametrize(("text", "other"), [("कु", "क"), ("ไม่", "ไม"), ("각", "가"), ("ខ្ញុំ", "ខញ")])
def test_marks_that_make_another_syllable_matter(text: str, other: str):
    assert folded(other) != folded(text)
    assert folded(text) == folded(folded(text))


@pytest.mark.parametrize(
    ("sign", "other"),
    [("\u0301", 1), ("\u09be", 1), ("\u09cd", 1), ("\u064b", 0), ("\u05b8", 0), ("a", 0)],
)
def test_an_accent_and_a_vowel_sign_of_indic_script_make_another_word(sign: str, other: int):
    assert makes_other_word(sign) == other
