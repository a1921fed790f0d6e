"""An Arabic word is found with its article and without."""

import pytest

from thb_desktop.domain.arabic_article import other_forms
from thb_desktop.domain.search_query import parse_query


def found(typed: str, text: str) -> list[str]:
    return [text[start:end] for start, end in parse_query(typed).places_in(text)]


@pytest.mark.parametrize(
    ("typed", "text", "place"),
    [
        ("جواز", "أخذوا الجواز مني", "الجواز"),
        ("جواز", "والجواز عندهم", "والجواز"),
        ("الجواز", "جواز سفر", "جواز"),
        ("الجواز", "بالجواز", "بالجواز"),
        ("بيت", "ذهبت للبيت", "للبيت"),
        ("جوا*", "الجوازات", "الجوازات"),
    ],
)
def test_a_word_is_found_with_its_article_and_without(typed: str, text: str, place: str):
    assert found(typed, text) == [place]


@pytest.mark.parametrize(
    ("typed", "text"),
    [('"جواز"', "الجواز"), ("جواز", "جوازي"), ("جواز", "تجاوز"), ("الله", "له"), ("باب", "الباخرة")],
)
def test_another_word_is_not_found(typed: str, text: str):
    assert found(typed, text) == []


@pytest.mark.parametrize("term", ["passport", "护照", "پاسپورت", "في", "ال", "2026"])
def test_other_scripts_and_short_words_have_no_other_form(term: str):
    assert list(other_forms(term)) == []
