"""Places in plain texts: cells of a table, and places as a window shows them, with other ends of lines."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thb_desktop.domain.masked_text import cell_at, in_lines, place_in, rows_in, separator_of

CELLS = st.text(st.sampled_from('abé;,"\n\t 0'), max_size=6)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=3, max_size=8), st.sampled_from(",;\t|"))
def test_cells_are_those_that_another_reader_finds(rows: list[list[str]], separator: str):
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(rows)
    text = target.getvalue()

    found = rows_in(text)

    if separator_of(text) == separator:
        shown = [[text[start:end][1:-1].replace('""', '"') for start, end in row] for row in found]
        assert shown == rows


def test_a_table_is_known_by_its_separator_and_a_text_is_none():
    assert separator_of("a;b\n1;2\n") == ";"
    assert separator_of("a,b\n1,2") == ","
    assert separator_of("a\tb\n\n1\t2\n") == "\t"
    assert separator_of("Zenobia, come.\nAt once, and alone, please.\n") == ""
    assert separator_of("one line; no table") == ""
    assert rows_in("a b c") == ()


@pytest.mark.parametrize(("place", "cell"), [(0, (0, 0)), (2, (1, 0)), (7, (1, 1)), (5, (0, 1))])
def test_a_place_is_in_its_cell(place: int, cell: tuple[int, int]):
    assert cell_at("a;b\r\nc;d\r\n", place) == cell


@given(st.text(st.sampled_from("ab\r\n\U0001f600"), max_size=30), st.data())
def test_a_place_that_a_window_shows_is_found_in_the_text(text: str, data: st.DataObject):
    lines = in_lines(text)
    place = data.draw(st.integers(0, len(lines)))

    found = place_in(text, place)

    assert in_lines(text[:found]) == lines[:place]
