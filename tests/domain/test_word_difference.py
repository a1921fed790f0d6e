"""Two texts are compared word by word in any script, and nothing of either is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thb_desktop.domain.word_difference import Change, difference


def side(first: str, second: str, change: Change) -> str:
    return "".join(each.text for each in difference(first, second) if each.change in (Change.SAME, change))


@given(st.text(max_size=80), st.text(max_size=80))
def test_the_pieces_of_a_side_are_its_text(first: str, second: str):
    assert side(first, second, Change.REMOVED) == first
    assert side(first, second, Change.ADDED) == second


@given(st.text(max_size=80))
def test_a_text_does_not_differ_from_itself(text: str):
    assert {each.change for each in difference(text, text)} <= {Change.SAME}


@pytest.mark.parametrize(
    ("first", "second", "removed", "added"),
    [
        ("I paid 3,600 euros.", "I paid 3,700 euros.", ["600"], ["700"]),
        ("Do you understand?", "Do you really follow?", ["understand"], ["really follow"]),
        ("دفعتُ المال أمس", "دفعتُ المال اليوم", ["أمس"], ["اليوم"]),
        ("我昨天付钱", "我今天付钱", ["昨"], ["今"]),
        ("ฉันไม่รู้", "ฉันรู้", ["ไม่"], []),
        ("Same", "Same", [], []),
        (
            "Zij spreekt hier.",
            "Ik kom uit Gent.",
            ["Zij spreekt hier"],
            ["Ik kom uit Gent"],
        ),
    ],
)
def test_what_goes_and_what_comes(first: str, second: str, removed: list[str], added: list[str]):
    found = difference(first, second)

    assert [each.text for each in found if each.change is Change.REMOVED] == removed
    assert [each.text for each in found if each.change is Change.ADDED] == added
