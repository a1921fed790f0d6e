"""An anchor names the same place in any script, and is refused in any other text."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from thb_desktop.domain.anchors import (
    Anchor,
    Anchored,
    AnchorKind,
    code_points,
    utf16_units,
    verify_anchor,
)
from thb_desktop.domain.record import from_record, to_record
from thb_desktop.domain.text_digest import digest_of
from thb_desktop.errors import AnchorMismatchError, FormatError

SCRIPTS = (
    "Înțelegeți limba română?",
    "سألتُ السيّدة: «كم تدفعين؟» ١٢٫٥٠٠",
    "እንታይ ኢዩ ስምኪ፧",
    "她叫我「姐姐」，一共三千六百元。",
    "𐐷 🙋🏽‍♀️ e\u0301 n\u0303 𞤀𞤣",
    "\u200fאבא\u200e ABC",
)
DIGEST = "0" * 64
texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40) | st.sampled_from(
    SCRIPTS
)


@st.composite
def places(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


@given(places())
def test_a_place_in_a_text_is_found_again_with_its_words(place: tuple[str, int, int]):
    text, start, end = place

    anchor = Anchor.of_text("a", text, start, end)

    verify_anchor(anchor, Anchored.of_text("a", text))
    assert anchor.start <= start < end <= anchor.end
    assert text[anchor.start : anchor.end] == anchor.quoted
    assert from_record(Anchor, to_record(anchor)) == anchor


@given(places(), texts)
def test_a_place_is_refused_in_any_other_text(place: tuple[str, int, int], other: str):
    text, start, end = place
    assume(other != text)
    anchor = Anchor.of_text("a", text, start, end)

    with pytest.raises(AnchorMismatchError):
        verify_anchor(anchor, Anchored.of_text("a", other))
    with pytest.raises(AnchorMismatchError):
        verify_anchor(anchor, Anchored.of_text("b", text))


@given(places(), st.integers(1, 5))
def test_a_moved_range_with_the_same_words_is_refused(place: tuple[str, int, int], by: int):
    text, start, end = place
    anchor = Anchor.of_text("a", text, start, end)
    moved = replace(anchor, start=anchor.start + by, end=anchor.end + by)
    assume(text[moved.start : moved.end] != anchor.quoted)

    with pytest.raises(AnchorMismatchError):
        verify_anchor(moved, Anchored.of_text("a", text))


@given(texts)
def test_counts_of_qt_and_of_python_lead_to_each_other(text: str):
    units = [utf16_units(text, points) for points in range(len(text) + 1)]

    assert units[-1] == len(text.encode("utf-16-le")) // 2
    assert [code_points(text, each) for each in units] == list(range(len(text) + 1))


def test_a_range_grows_to_whole_characters_with_their_marks():
    text = "Ne\u0301e  كَتَبَ"

    accent = Anchor.of_text("a", text, 1, 2)
    vowel = Anchor.of_text("a", text, 7, 8)

    assert accent.quoted == "e\u0301"
    assert (vowel.quoted, vowel.start) == ("كَ", 6)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 2), (0, 4), (3, 3)])
def test_a_place_that_is_empty_or_outside_is_refused(start: int, end: int):
    with pytest.raises(AnchorMismatchError):
        Anchor.of_text("a", "abc", start, end)


def test_the_same_words_are_found_in_a_later_text_if_they_are_there_once():
    anchor = Anchor.of_text("a", "Madam paid 500.", 0, 5)

    once = anchor.found_in("Then Madam paid 600.")

    assert once is not None
    assert (once.start, once.end, once.digest) == (5, 10, digest_of("Then Madam paid 600."))
    assert anchor.found_in("Madam paid Madam.") is None
    assert anchor.found_in("She paid.") is None


GOOD = (
    Anchor.of_time("f", DIGEST, 0, 1),
    Anchor.of_page("f", DIGEST, 1),
    Anchor.of_page("f", DIGEST, 3, rectangle=(0, 10, 1000, 20)),
    Anchor.of_page("f", DIGEST, 2, line=7),
    Anchor.of_row("r", DIGEST, "money_transaction"),
)


@pytest.mark.parametrize("anchor", GOOD, ids=lambda each: each.kind)
def test_a_place_in_a_recording_on_a_page_or_in_a_table_is_of_one_thing(anchor: Anchor):
    verify_anchor(anchor, Anchored(id=anchor.of, digest=DIGEST))

    assert from_record(Anchor, to_record(anchor)) == anchor
    with pytest.raises(AnchorMismatchError):
        verify_anchor(anchor, Anchored(id=anchor.of, digest="1" * 64))


def test_a_place_beyond_the_end_of_a_recording_or_file_is_refused():
    for anchor, length in ((Anchor.of_time("f", DIGEST, 5, 9), 8), (Anchor.of_page("f", DIGEST, 4), 3)):
        with pytest.raises(AnchorMismatchError):
            verify_anchor(anchor, Anchored(id="f", digest=DIGEST, length=length))
        verify_anchor(anchor, Anchored(id="f", digest=DIGEST, length=length + 1))


@pytest.mark.parametrize(
    "changes",
    [
        {"of": ""},
        {"digest": "x"},
        {"start": -1},
        {"start": 3},
        {"quoted": "a"},
        {"page": 1},
        {"table": "row"},
        {"kind": "TIME"},
        {"kind": "PAGE"},
        {"kind": "ROW"},
    ],
)
def test_an_anchor_that_names_no_place_is_no_anchor(changes: dict[str, Any]):
    sound = to_record(Anchor.of_text("a", "abc", 0, 3))

    with pytest.raises(FormatError):
        from_record(Anchor, {**sound, **changes})


@pytest.mark.parametrize(
    "rectangle", [(1, 1), (5, 0, 5, 9), (0, 9, 9, 9), (0, 0, 1001, 9), (-1, 0, 9, 9), (0, 0, 9, 9, 9)]
)
def test_a_rectangle_lies_on_its_page(rectangle: tuple[int, ...]):
    with pytest.raises(ValueError, match="place"):
        Anchor(kind=AnchorKind.PAGE, of="f", digest=DIGEST, page=1, rectangle=rectangle)
