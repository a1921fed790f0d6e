"""Columns are as wide as their texts ask; what finds no room is told in words, and nothing is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.report.document.test_table import PROPERTIES
from thb_desktop.report.document.columns import by_decimals, fit, shares
from thb_desktop.report.document.document import Document
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.style import CELL, PORTRAIT
from thb_desktop.report.words import words_in

NAMED = "{name}: {value}"


@pytest.fixture(scope="module")
def flow() -> Flow:
    return Flow(Document(properties=PROPERTIES), geometry=PORTRAIT)


def columns(count: int, text: str) -> list[tuple[str, list[str]]]:
    return [(f"Title {number}", [f"{text} {number}", ""]) for number in range(count)]


def test_the_points_of_amounts_stand_below_each_other(flow: Flow):
    texts = ["0.00042", "1240.00", "-7", "255 [9]", ""]
    shown = by_decimals(texts, group=",", decimal=".")

    assert [each.rstrip() for each in shown] == texts
    assert shown[3:] == texts[3:]

    def behind(text: str, point: int) -> float:
        whole, before = (flow.lay_out(each, CELL, width=1000).natural_width for each in (text, text[:point]))
        return whole - before

    small, large, whole = (behind(text, point) for text, point in zip(shown, (1, 4, 2), strict=False))
    assert small == pytest.approx(large, abs=0.1)
    assert small == pytest.approx(whole, abs=0.1)
    assert by_decimals(["1", "20"], group=",", decimal=".") == ["1", "20"]


def test_a_few_short_columns_keep_their_order_and_fill_the_width(flow: Flow):
    shown, widths = fit(
        flow, [*columns(3, "short"), ("Empty", ["", ""])], gap=8, further="Further", named=NAMED
    )

    assert [title for title, _ in shown] == ["Title 0", "Title 1", "Title 2"]
    assert sum(widths) == pytest.approx(flow.width - 16)


def test_a_table_has_the_widths_at_which_it_is_lowest(flow: Flow):
    """A few words more in a narrow column make a row of three lines; those of a long text do not matter."""
    kind, told = (
        ["self-hosted wallet of a customer"] * 4,
        ["said at length, in words that go on and on " * 3] * 4,
    )

    _, (left, right) = fit(flow, [("Kind", kind), ("Told", told)], gap=8, further="", named=NAMED)

    def height(*widths: float) -> float:
        rows = zip(kind, told, strict=True)
        return sum(
            max(flow.lay_out(text, CELL, width=width).height for text, width in zip(row, widths, strict=True))
            for row in rows
        )

    assert height(left, right) <= min(
        height(width, flow.width - 8 - width) for width in (80, 100, 120, 140, 160, 200, 240)
    )


def test_what_finds_no_room_at_the_end_is_told_under_its_title_in_the_last_column(flow: Flow):
    shown, widths = fit(flow, columns(12, "some words that take room"), gap=8, further="Further", named=NAMED)

    title, texts = shown[-1]
    assert title == "Further"
    assert texts[0].split("; ")[-1] == "Title 11: some words that take room 11"
    assert texts[1] == ""
    assert [name for name, _ in shown[:-1]] == [f"Title {number}" for number in range(len(shown) - 1)]
    assert widths[-1] >= 150


@given(
    st.lists(
        st.tuples(
            st.text("abc ", max_size=20), st.lists(st.text("abcde \n", max_size=80), min_size=2, max_size=2)
        ),
        max_size=14,
    )
)
@settings(max_examples=40, deadline=None)
def test_no_text_is_lost_and_the_columns_stay_within_the_page(flow: Flow, given_columns):
    shown, widths = fit(flow, given_columns, gap=8, further="Further", named=NAMED)

    told = "\n".join(text for _, texts in shown for text in texts)
    assert [text for _, texts in given_columns for text in texts if text not in told] == []
    assert len(shown) == len(widths)
    assert sum(widths) + 8 * (len(widths) - 1) <= flow.width + 0.01 or not widths


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", ["1,240.50", "-1,240", "240.5", "0.00042"]),
        ("fr", ["1\N{NARROW NO-BREAK SPACE}240,50", "-1\N{NARROW NO-BREAK SPACE}240", "240,5", "0,00042"]),
        ("nl", ["1.240,50", "-1.240", "240,5", "0,00042"]),
        ("de", ["1.240,50", "-1.240", "240,5", "0,00042"]),
        ("es", ["1240,50", "-1240", "240,5", "0,00042"]),
        ("ro", ["1.240,50", "-1.240", "240,5", "0,00042"]),
    ],
)
def test_an_amount_is_written_as_the_language_writes_it(language: str, written: list[str]):
    words = words_in(language)

    shown = [words.amount(text) for text in ("1240.50", "-1240", "240.5", "0.00042")]

    assert shown == written
    assert words.amount("about 1240") == "about 1240"
    common = words.common
    (first, second) = by_decimals(shown[:2], group=common.group, decimal=common.decimal)
    assert (first, len(second)) == (written[0], len(written[1]) + 3)


@pytest.mark.parametrize("power", [0.0, 0.5, 1.0, 2.0, 4.0])
def test_widths_are_found_where_many_columns_want_next_to_nothing(power: float):
    wide, barely, usable = (10.0, 110.0), (10.0, 10.009), 70 + 100.024

    widths = shares([wide, *[barely] * 6], usable, power)

    assert widths[0] == pytest.approx(110, abs=0.02)
    assert sum(widths) == pytest.approx(usable, abs=0.06)
