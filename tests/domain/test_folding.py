"""Looking for a text as people type it."""

import pytest

from thb_desktop.domain.folding import folded


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
