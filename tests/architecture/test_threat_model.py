"""The threat model names code and pages that are there, and each adversary once."""

import re

from tests.support.code import ROOT

PAGE = (ROOT / "docs" / "threat-model.md").read_text("utf-8")


def test_each_file_that_the_threat_model_names_is_there() -> None:
    named = re.findall(r"`([\w./]+\.(?:py|sql|lock))`", PAGE)

    assert [path for path in named if not (ROOT / path).is_file()] == []
    assert len(named) > 30


def test_each_page_that_it_refers_to_is_there() -> None:
    linked = re.findall(r"\]\(([^)#]+)\)", PAGE)

    assert [path for path in linked if not (ROOT / "docs" / path).exists()] == []


def test_the_adversaries_are_numbered_without_a_gap_and_each_says_what_is_left() -> None:
    parts = re.split(r"^### T(\d+)\. ", PAGE, flags=re.MULTILINE)[1:]
    found = dict(zip(map(int, parts[::2]), parts[1::2], strict=True))

    assert list(found) == list(range(1, len(found) + 1))
    assert len(found) > 20
    assert [number for number, text in found.items() if "**Left:**" not in text and number != 12] == []
    assert all(re.match(r"[^\n]+: (in scope|partly|out of scope)", text) for text in found.values())
