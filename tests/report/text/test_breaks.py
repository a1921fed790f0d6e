import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.unicode_data import unicode_lines
from thb_desktop.report.text.breaks import is_break_after_blank, line_breaks, word_ends


def _pieces(text: str) -> list[str]:
    ends = line_breaks(text)
    return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def _changed_since(text: str) -> str | None:
    """Why Unicode 15.1's answer for a line of its test file is no longer the rule, or None."""
    if any(0x1B50 <= ord(c) <= 0x1B59 for c in text):
        return "Unicode 16 made Balinese digits AS; they were ID"
    if text.startswith("-"):
        return "Unicode 16 keeps a hyphen that begins a word with its letters (LB20a)"
    if re.search(r"[,.]\u0308?\d", text):
        return (
            "Unicode 16 keeps a digit with the stop or comma before it, and breaks before both (LB15c, LB25)"
        )
    if text == "\u05d0-\u05d0":
        return "Unicode 16 lets LB21a end before a Hebrew letter"
    return None


def test_every_line_of_unicodes_conformance_file_comes_out_as_written_or_has_changed_since():
    count, changed = 0, set()
    for line in unicode_lines("auxiliary/LineBreakTest.txt"):
        marks, codes = line.split()[0::2], line.split()[1::2]
        text = "".join(chr(int(code, 16)) for code in codes)
        expected = [offset for offset, mark in enumerate(marks) if mark == "÷"]

        found = line_breaks(text)

        count += 1
        if found != expected:
            reason = _changed_since(text)
            assert reason, line
            changed.add(reason)
    assert count > 10_000
    assert len(changed) == 4


def test_thai_breaks_between_words_though_it_writes_no_space():
    found = _pieces("พวกเขาบอกว่าฉันเป็นหนี้ค่าเดินทาง")

    assert found == ["พวก", "เขา", "บอก", "ว่า", "ฉัน", "เป็น", "หนี้", "ค่า", "เดิน", "ทาง"]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("လူတိုင်းသည်", ["လူ", "တိုင်း", "သည်"]),
        ("ມະນຸດທຸກຄົນ", ["ມະນຸດ", "ທຸກຄົນ"]),
        ("សេចក្តីថ្លៃថ្នូរនិងសិទ្ធិ", ["សេចក្តី", "ថ្លៃថ្នូរ", "និង", "សិទ្ធិ"]),
    ],
)
def test_burmese_lao_and_khmer_break_between_words(text, pieces):
    found = _pieces(text)

    assert found == pieces


@given(st.text(alphabet="aб\u0301א1.,:;!?'\"()«»’-/…漢۱ا", max_size=12))
def test_the_short_way_for_usual_words_gives_the_same_ends_as_the_rules(chunk):
    found = word_ends(chunk)

    assert found == [end for end in line_breaks(chunk) if end == len(chunk) or chunk[end - 1] != "-"]


def test_no_line_ends_in_a_hyphen():
    assert word_ends("niet-zelfbesturend") == [len("niet-zelfbesturend")]
    assert not is_break_after_blank("-", "en")


@pytest.mark.parametrize(
    "number", ["2023/45-B", "12/2026/P", "P-2026/0001/BIS", "LG/45.98.12345/26", "2026/AB/17"]
)
def test_a_file_number_stays_in_one_line(number: str):
    quoted = f"\u2066{number}\u2069,"

    assert word_ends(number) == [len(number)]
    assert word_ends(quoted) == [len(quoted)]
    assert len(word_ends(f"https://example.org/{number}")) > 1


def test_a_french_quotation_mark_keeps_its_blank():
    assert not is_break_after_blank("«", "tu")
    assert not is_break_after_blank("€", "»")


def test_a_number_in_groups_of_three_stays_in_one_line():
    assert not is_break_after_blank("1", "600")
    assert not is_break_after_blank("(12", "000.")
    assert is_break_after_blank("2026", "600")
    assert is_break_after_blank("5", "6000")


def test_a_very_long_stretch_without_blanks_ends_in_linear_time():
    found = line_breaks("a/" * 20_000)

    assert found[-1] == 40_000
