import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.unicode_data import unicode_lines, unicode_ranges
from thb_desktop.report.text.bidi import first_strong, is_left_to_right, line_levels, resolve, visual_order
from thb_desktop.report.text.bidi_rules import BRACKETS, classes_of

REMOVED = frozenset("lrpqfb")


def _levels_and_order(text: str, base: int | None) -> tuple[int, list[int | None], list[int]]:
    bidi = resolve(text, base=base)
    levels = line_levels(bidi, 0, len(text))
    kept = [index for index, letter in enumerate(bidi.classes) if letter not in REMOVED]
    shown = [None if letter in REMOVED else level for letter, level in zip(bidi.classes, levels, strict=True)]
    return bidi.base, shown, [kept[index] for index in visual_order([levels[index] for index in kept])]


def test_every_line_of_unicodes_conformance_file_comes_out_as_written():
    count = 0
    for line in unicode_lines("BidiCharacterTest.txt"):
        codes, direction, base, levels, order = line.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        expected = (
            int(base),
            [None if level == "x" else int(level) for level in levels.split()],
            [int(index) for index in order.split()],
        )

        found = _levels_and_order(text, {"0": 0, "1": 1}.get(direction))

        assert found == expected, line
        count += 1
    assert count > 91_000


def test_every_character_has_the_class_that_unicode_gives_it():
    wrong = []
    for codes, name in unicode_ranges("extracted/DerivedBidiClass.txt"):
        for code in codes:
            short = unicodedata.bidirectional(chr(code))
            if short and short != name:
                wrong.append((hex(code), short, name))

    assert wrong == []


@pytest.mark.parametrize(
    ("code", "letter"),
    [
        (0x05FF, "R"),
        (0x07BF, "A"),
        (0x1EEFF, "A"),
        (0x10FFF, "R"),
        (0x20CF, "$"),
        (0x0378, "L"),
        (0xFDD0, "b"),
    ],
)
def test_a_code_point_without_a_character_has_its_blocks_default_class(code, letter):
    found = classes_of(chr(code))

    assert found == letter


def test_the_bracket_pairs_are_those_of_unicode():
    pairs = set(zip(BRACKETS[0::2], BRACKETS[1::2], strict=True))

    expected = set()
    for line in unicode_lines("BidiBrackets.txt"):
        code, partner, kind = (field.strip() for field in line.split(";"))
        if kind == "o":
            expected.add((chr(int(code, 16)), chr(int(partner, 16))))

    assert pairs == expected


def test_pure_left_to_right_text_stays_as_it_is():
    bidi = resolve("Mi-au luat pașaportul (2023).", base=0)

    assert not any(bidi.levels)


def test_the_first_strong_letter_decides_and_isolates_do_not_count():
    classes = classes_of("12 \u2066abc\u2069 שלום")

    assert first_strong(classes) == 1


@given(
    st.text(
        alphabet="ab אב ا١1()[]\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\u0300-+,.\n\u2029\t"
    )
)
def test_any_mixture_has_one_level_per_character_and_an_order_that_shows_each_once(text):
    bidi = resolve(text)

    levels = line_levels(bidi, 0, len(text))

    assert len(levels) == len(text)
    assert sorted(visual_order(levels)) == list(range(len(text)))


def test_no_character_of_text_known_to_run_from_left_to_right_gives_another_level():
    known = [chr(code) for code in range(sys.maxunicode + 1) if is_left_to_right(chr(code))]

    levels = {level for each in known for level in resolve(f"a{each}1 ({each}) {each}", base=0).levels}

    assert len(known) > 1400
    assert levels == {0}
    assert {first_strong(classes_of(each)) for each in known} == {0, None}
