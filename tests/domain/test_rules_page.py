"""docs/rules.md: it lists as kept what the program keeps, and nothing else."""

import re

import pytest

from tests.domain.test_field_words import descriptions
from tests.support.code import ROOT
from thb_desktop import words
from thb_desktop.domain.interview_rules import REFUSALS

NUMBER = re.compile(r"V-[A-Z]-\d\d")
SPECIFIED = {
    "refuses": {
        "I": "01 02 03 04 06 07 08 11 12 15 17 18 20 22",
        "T": "01 02 05 07",
        "P": "01 02 04 05 07",
    },
    "warns": {"I": "05 09 10 13 14 16 19", "T": "03 04 06 08", "P": "03 06"},
    "tells": {"I": "21"},
}
"""By level: the rules of testimony, translation and persons that the documents of the field give; of a rule
with two levels, the stricter one.
"""
FURTHER = {"E": 13, "X": 10, "S": 4, "F": 5, "L": 4}
"""How many rules those documents give of other things."""
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


def test_each_rule_of_the_documents_is_listed_those_of_testimony_at_their_level():
    every = {*listed("Kept"), *listed("Kept in part"), *listed("Not kept yet")}
    further = {f"V-{kind}-{each:02}" for kind, count in FURTHER.items() for each in range(1, count + 1)}
    kept = PAGE.partition("\n## Kept\n")[2].partition("\n## ")[0]
    levels = dict(re.findall(r"^\| (V-[ITP]-\d\d) \| (\w+)", kept, re.MULTILINE))

    assert further - every == set()
    assert levels.items() >= {
        (f"V-{kind}-{each}", level)
        for level, kinds in SPECIFIED.items()
        for kind, told in kinds.items()
        for each in told.split()
    }


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_each_finding_of_a_rule_of_testimony_translation_and_persons_has_its_own_sentence(language: str):
    said = {key for key in words.entries("findings", "en") if key.startswith(("V-I-", "V-T-", "V-P-"))}

    assert said - words.entries("findings", language).keys() == set()


def test_a_rule_that_is_listed_as_kept_is_named_where_it_is_kept():
    sources = [*(ROOT / "thb_desktop").rglob("*.py"), *(ROOT / "resources" / "words" / "en").iterdir()]
    named = {number for path in sources for number in NUMBER.findall(path.read_text("utf-8"))}

    assert set(listed("Kept")) - named == set()


def checked() -> dict[str, tuple[str, ...]]:
    """By rule: the files of its tests, from the tables that say where each rule is checked."""
    found: dict[str, tuple[str, ...]] = {}
    for section in re.findall(r"\n## ([^\n]*: where each rule is checked)\n", PAGE):
        text = PAGE.partition(f"\n## {section}\n")[2].partition("\n## ")[0]
        for number, row in re.findall(r"^\| (V-[A-Z]-\d\d) \|(.*)\|$", text, re.MULTILINE):
            named = re.findall(r"`([^`]+\.py)`", row.rpartition("|")[2])
            folder = named[0].rpartition("/")[0]
            found[number] = tuple(each if "/" in each else f"{folder}/{each}" for each in named)
    return found


def test_each_kept_rule_of_testimony_translation_evidence_and_persons_names_its_tests():
    kept = {number for number in listed("Kept") if number[2] in "ITEP"}

    assert set(checked()) == kept
    assert {each for files in checked().values() for each in files if not (ROOT / each).is_file()} == set()


def test_a_test_of_testimony_translation_and_persons_names_the_rule_that_it_shows():
    silent = [
        number
        for number, files in checked().items()
        if number[2] in "ITP" and not any(number in (ROOT / each).read_text("utf-8") for each in files)
    ]

    assert silent == []
