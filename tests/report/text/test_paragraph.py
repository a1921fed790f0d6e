import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.samples import sample
from thb_desktop.report.text import Align, Direction, Paragraph, TextStyle, lay_out

STYLE = TextStyle(size=10, leading=14)
LONG = "They took my passport on the first night and told me that I owed them money for the journey. " * 3


def _set(text: str, width: float = 200, language: str = "en", **more: object) -> Paragraph:
    return lay_out(text, style=STYLE, width=width, language=language, **more)  # type: ignore[arg-type]


def _covers(paragraph: Paragraph) -> bool:
    """Whether the lines show the whole text, piece after piece."""
    ends = [line.end for line in paragraph.lines]
    return [line.start for line in paragraph.lines] == [0, *ends[:-1]] and ends[-1] == len(paragraph.text)


def test_no_line_is_wider_than_the_column():
    paragraph = _set(LONG)

    assert len(paragraph.lines) > 5
    assert paragraph.natural_width <= 200.01
    assert _covers(paragraph)


def test_a_digest_wider_than_the_column_is_cut_and_loses_nothing():
    digest = "9f2c" * 16

    paragraph = _set(digest, width=60)

    shown = "".join(
        c.text for line in paragraph.lines for w in line.words for r in w.runs for c in r.clusters
    )
    assert shown == digest
    assert paragraph.natural_width <= 60.01


def test_numbers_of_characters_without_a_face_break_between_two_numbers():
    stack = "\u0f42\u0fb2\u0f7c"

    paragraph = _set(f"{stack}\u0f0b", width=72, language="bo")

    assert paragraph.natural_width <= 72.01
    assert len(paragraph.lines) >= len(stack)
    assert _covers(paragraph)


def test_a_cut_arabic_word_keeps_the_joined_forms_of_its_letters():
    whole = _set("مستشفيات" * 6, width=1000, language="ar")
    cut = _set("مستشفيات" * 6, width=60, language="ar")

    glyphs = [
        sorted(
            g for line in p.lines for w in line.words for r in w.runs for c in r.clusters for g in c.glyphs
        )
        for p in (whole, cut)
    ]

    assert len(cut.lines) > 2
    assert glyphs[0] == glyphs[1]


def test_a_column_narrower_than_a_letter_holds_one_cluster_a_line():
    paragraph = _set("abc", width=1)

    assert len(paragraph.lines) == 3


@pytest.mark.parametrize(
    "language_and_text", [("en", LONG), ("ar", "أخذوا جواز سفري في الليلة ٢٠٢٣ (Sara) 12:30. " * 6)]
)
@pytest.mark.parametrize("height", [0, 13, 14, 30, 55, 1000])
def test_splitting_keeps_all_text_and_all_lines(language_and_text, height):
    language, text = language_and_text
    paragraph = _set(text, language=language)

    first, rest = paragraph.split(height)

    parts = [part for part in (first, rest) if part]
    assert "".join(part.text for part in parts) == text
    assert sum(len(part.lines) for part in parts) == len(paragraph.lines)
    assert sum(part.height for part in parts) == pytest.approx(paragraph.height)
    assert all(_covers(part) for part in parts)
    assert first is None or first.height <= height + 0.01


def test_line_feeds_begin_new_lines_and_an_empty_line_keeps_its_height():
    paragraph = _set("one\n\ntwo\r\nthree")

    assert [len(line.words) for line in paragraph.lines] == [1, 0, 1, 1]
    assert paragraph.height == pytest.approx(4 * 14)
    assert _covers(paragraph)


def test_empty_text_is_one_empty_line():
    paragraph = _set("")

    assert paragraph.height == 14
    assert paragraph.missing == ""


@pytest.mark.parametrize(
    ("text", "language", "least"),
    [(LONG, "en", 14), ("پاسپورٹ لے لیا اور کہا " * 9, "ur", 24), ("أخذوا جواز سفري 2023 " * 9, "ar", 17)],
)
def test_every_line_of_one_script_is_equally_high_and_high_enough(text, language, least):
    heights = {round(line.height, 6) for line in _set(text, language=language).lines}

    assert len(heights) == 1
    assert heights.pop() >= least


def test_the_first_strong_letter_gives_the_direction_unless_the_caller_does():
    assert _set("12 שלום").direction is Direction.RIGHT_TO_LEFT
    assert _set("12 abc").direction is Direction.LEFT_TO_RIGHT
    assert _set("12 abc", direction=Direction.RIGHT_TO_LEFT).direction is Direction.RIGHT_TO_LEFT


def test_words_of_a_right_to_left_line_stand_from_right_to_left():
    line = _set("אחת שתיים abc def שלוש", language="he").lines[0]

    assert [word.text for word in line.words if word.text.strip()] == ["שלוש", "abc", "def", "שתיים", "אחת"]


def test_a_soft_hyphen_is_drawn_only_where_a_line_ends_in_it():
    cut = _set("Donau\u00addampf\u00adschiff", width=60)
    whole = _set("Donau\u00addampf\u00adschiff", width=400)

    assert cut.lines[0].words[-1].text == "-"
    assert all(word.text != "-" for word in whole.lines[0].words)


def test_a_paragraph_is_a_value():
    paragraph = _set("abc", align=Align.END)

    with pytest.raises(AttributeError):
        paragraph.width = 3


@pytest.mark.requirement("SR-30")
@given(st.text(max_size=60), st.sampled_from([1.0, 30.0, 200.0]))
def test_any_string_can_be_laid_out_and_loses_no_character(text, width):
    paragraph = _set(text, width=width)

    assert _covers(paragraph) or text == ""


@pytest.mark.requirement("SR-30")
def test_no_naughty_string_stops_the_printing():
    strings = json.loads(sample("01-texts/naughty/blns.json").read_text("utf-8"))

    for text in strings:
        for width in (5, 200):
            assert _covers(_set(text, width=width)) or not text


@pytest.mark.parametrize("width", range(60, 200, 5))
def test_no_line_ends_within_a_number_in_groups_of_three(width):
    found = _set("In May he paid 1 600 euros, and in June 12 345 678.", width)

    ends = [found.text[: line.end] for line in found.lines]
    assert not any(each.endswith(("1 ", "12 ", "345 ")) for each in ends)
