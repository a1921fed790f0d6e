"""Names in archives lead through links of the archive, and a very long name is judged at once."""

from time import process_time

import pytest

from thb_desktop.inspect.looks.names import by_length, leads_through


@pytest.mark.parametrize(
    ("name", "links", "leads"),
    [
        ("a/b", ["a"], True),
        ("A. /b/c", ["a"], True),
        ("x/a\\b/c", ["x/a/b"], True),
        ("a", ["a"], False),
        ("a/b", ["a/b", "b"], False),
        ("ab/c", ["a"], False),
        ("a/b", [], False),
    ],
)
def test_a_name_leads_through_a_link(name: str, links: list[str], leads: bool):
    assert leads_through(name, by_length(links)) is leads


@pytest.mark.requirement("SR-24")
def test_a_name_of_very_many_parts_costs_what_it_is_long():
    began = process_time()

    leads_through("a/" * 20_000 + "b", by_length(["x"]))

    assert process_time() - began < 5
