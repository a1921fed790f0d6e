"""Identifiers in right-to-left text are wrapped, and everything else is left as it was."""

from hypothesis import given
from hypothesis import strategies as st

from thb_desktop.domain.reading_order import has_right_to_left, isolate_identifiers, without_isolates

TEXTS = st.text(alphabet=st.sampled_from("قالإنه ثمس٠٦١ abcXY019+-./:@#() \u00a0\n,"), max_size=60)


@given(TEXTS)
def test_nothing_is_lost_or_added_but_marks(text: str):
    assert without_isolates(isolate_identifiers(text)).replace("\u200e", "") == text


@given(TEXTS)
def test_doing_it_twice_changes_nothing(text: str):
    once = isolate_identifiers(text)

    assert isolate_identifiers(once) == once


@given(TEXTS)
def test_each_mark_that_opens_is_closed(text: str):
    depth = 0
    for sign in isolate_identifiers(text):
        depth += (sign == "\u2066") - (sign == "\u2069")
        assert depth in (0, 1)
    assert depth == 0


def test_what_has_no_right_to_left_letter_is_left_alone():
    assert not has_right_to_left("+32 470 12 34 56, café №7")
    assert has_right_to_left("رقم")
    assert has_right_to_left("שלום")
