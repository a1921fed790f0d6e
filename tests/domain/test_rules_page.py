"""docs/rules.md: it lists as kept what the program keeps, and nothing else."""

import re

from tests.domain.test_field_words import descriptions
from tests.support.code import ROOT
from thb_desktop import words
from thb_desktop.domain.interview_rules import REFUSALS

NUMBER = re.compile(r"V-[A-Z]-\d\d")
PAGE = (ROOT / "docs" / "rules.md").read_text("utf-8")


def listed(section: str) -> list[str]:
    """The numbers that begin the rows of a section."""
    text = PAGE.partition(f"\n## {section}\n")[2].partition("\n## ")[0]
    return [
        number
        for row in re.findall(r"^\| (V-[^|]+) \|", text, re.MULTILINE)
        for number in NUMBER.findall(row)
    ]


def test_the_page_lists_each_rule_that_the_program_names_and_no_rule_twice():
    found = {number for key in words.entries("findings", "en") for number in NUMBER.findall(key)}
    named = {rule for each in descriptions().values() for field in each.fields for rule in field.rules}
    kept, in_part = listed("Kept"), listed("Kept in part")

    every = [*kept, *in_part, *listed("Not kept yet")]

    assert (found | named | set(REFUSALS)) - {*kept, *in_part} == set()
    assert sorted(set(every)) == sorted(every)


def test_a_rule_that_is_listed_as_kept_is_named_where_it_is_kept():
    sources = [*(ROOT / "thb_desktop").rglob("*.py"), *(ROOT / "resources" / "words" / "en").iterdir()]
    named = {number for path in sources for number in NUMBER.findall(path.read_text("utf-8"))}

    assert set(listed("Kept")) - named == set()
