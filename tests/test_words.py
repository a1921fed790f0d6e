"""Every code and every finding has its words, in each language, and no words are idle."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.code import ROOT
from thb_desktop import words
from thb_desktop.domain.vocabulary import CautionCode, TimelineKind
from thb_desktop.findings import broken, unknown

OF_RULES = (
    ROOT / "thb_desktop" / "domain" / "interview_rules.py",
    ROOT / "thb_desktop" / "services" / "bundling" / "bundle_checks.py",
)
MAKERS = {"refuse", "warn", "say"}
IN_FULL = ("en", "fr")


def codes_made_in(source: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MAKERS:
            assert isinstance(node.args[0], ast.Constant)
            yield str(node.args[0].value)


def placeholders(text: str) -> set[tuple[str | None, str | None]]:
    return {(name, form) for _, name, form, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", IN_FULL)
def test_every_finding_has_a_sentence_and_no_sentence_is_idle(language: str):
    made = {code for source in OF_RULES for code in codes_made_in(source)}

    assert made == set(words.entries("findings", language))


@pytest.mark.parametrize("kind", ["codes", "fields", "findings"])
@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_language_keeps_the_keys_and_the_placeholders_of_english(kind: str, language: str):
    english, other = words.entries(kind, "en"), words.entries(kind, language)

    assert set(other) <= set(english)
    assert [key for key in other if placeholders(other[key]) != placeholders(english[key])] == []


def test_a_finding_is_said_with_its_field_its_codes_and_its_lists():
    missing = (CautionCode.ROLE_AND_PURPOSE, CautionCode.RIGHT_TO_BREAKS)

    lacks = words.sentence(broken("V-I-01", field="interview.place"), "fr")
    not_given = words.sentence(broken("V-I-15.not-given", missing=missing), "en")

    assert lacks == "Il manque au procès-verbal : Lieu."
    assert "role of the person and purpose of the interview, right to breaks" in not_given


def test_a_language_with_a_gap_says_it_in_english():
    found = unknown("V-I-14")

    assert words.sentence(found, "ar") == words.sentence(found, "en")


def test_a_name_or_number_within_a_sentence_is_wrapped_and_a_word_is_not():
    found = broken("V-I-02.event-outside", kind=TimelineKind.OBJECTION, at="10:00")

    said = words.sentence(found, "en", lambda value: f"<{value}>")

    assert said.endswith("objection, <10:00>.")
