"""What somebody types, as it is searched: nothing typed can break the expression."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thb_desktop import errors
from thb_desktop.domain.search_query import parse_query


@pytest.mark.parametrize(
    ("typed", "expression"),
    [
        ("Red car", '"red" AND "car"'),
        ('"Red car"', '"red car"'),
        ("trav*", '"trav" *'),
        ("car -red", '("car") NOT ("red")'),
        ("受害人", '"受害 害人"'),
        ("照", '"照" *'),
        ("l'homme", '"l homme"'),
        ('un "open', '"un" AND "open"'),
    ],
)
def test_words_phrases_beginnings_and_exclusions(typed: str, expression: str):
    assert parse_query(typed).expression == expression


@pytest.mark.parametrize("typed", ["", "  ", "!?", '""', "-red", "*", "()"])
def test_a_search_for_nothing_is_refused(typed: str):
    with pytest.raises(errors.SearchEmptyError):
        parse_query(typed)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_an_expression(typed: str):
    try:
        query = parse_query(typed)
    except errors.SearchEmptyError:
        return

    with closing(sqlite3.connect(":memory:")) as index:
        index.execute("CREATE VIRTUAL TABLE t USING fts5(body, content='', tokenize='ascii')")
        found = index.execute("SELECT count(*) FROM t WHERE t MATCH ?", (query.expression,)).fetchone()
    assert found == (0,)
