"""The foot of a page: the records on it, each kind of them named once."""

import pytest

from thb_desktop.report.parts.furniture import Frame, _records


@pytest.mark.parametrize("kinds", [("Record", "Exhibit"), ("Acta", "Pieza de convicción")])
def test_a_kind_of_several_words_is_not_repeated_and_no_part_of_it_remains(kinds: tuple[str, str]):
    record, exhibit = kinds
    labels = [f"{record} I-01 ab", f"{record} I-02 cd", f"{exhibit} E-01 ef", f"{exhibit} E-02 12"]

    said = _records(labels, kinds)

    assert said == f"{record} I-01 ab · I-02 cd · {exhibit} E-01 ef · E-02 12"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_long_title_does_not_run_into_what_stands_in_the_middle_of_the_head(language: str):
    width = 480.0
    words = {"en": ("Data sheet to help fill the official form", "demonstration case, fictional")}
    words["ar"] = ("ورقة بيانات للمساعدة على ملء النموذج الرسمي وما يليه", "قضية تجريبية خيالية")
    title, middle = words[language]
    short = Frame(language=language, heads=("B-1", middle, "2026/1"), page="{n}")
    long = Frame(language=language, heads=(f"{title} {title}", middle, "2026/1"), page="{n}")

    assert short._middle(width) == (0.0, width)
    begin, room = long._middle(width)
    assert 0 < room < width
    assert (begin > width / 2) == (language == "en"), "the title begins at the other side of an Arabic page"
