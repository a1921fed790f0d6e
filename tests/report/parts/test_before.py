"""Long words that several records have are told once, and the others name the record that has them."""

import pytest

from tests.support.bundles import case_content
from tests.support.settings import english_setting
from thb_desktop.report.parts.before import Before
from thb_desktop.report.parts.compact import Block
from thb_desktop.report.parts.setting import Setting

LONG = "The duty to tell the truth was explained, and the consequences of a false statement. " * 2


@pytest.fixture
def setting() -> Setting:
    content = case_content("perla")
    return english_setting(content)


def facts(setting: Setting, before: Before, block: Block, number: str) -> list[tuple[str, str]]:
    return list(before.shortened(setting, block, number).facts)


def test_the_first_record_says_it_in_full_and_each_later_one_names_the_first(setting: Setting):
    before, block = Before(), Block(heading="", facts=[("Note", LONG)], is_described=True)

    assert facts(setting, before, block, "I-01") == [("Note", LONG)]
    assert facts(setting, before, block, "I-02") == [("Note", "as in I-01")]
    assert facts(setting, before, block, "I-03") == [("Note", "as in I-01")]


@pytest.mark.parametrize(("name", "value"), [("Note", f"{LONG}."), ("Other", LONG), ("Note", "Short")])
def test_what_differs_or_is_short_is_told_in_full(setting: Setting, name: str, value: str):
    before = Before()
    for each in ("Note", LONG), ("Note", "Short"):
        facts(setting, before, Block(heading="", facts=[each], is_described=True), "I-01")

    block = Block(heading="", facts=[(name, value)], is_described=True)

    assert facts(setting, before, block, "I-02") == [(name, value)]


def test_a_record_does_not_name_itself(setting: Setting):
    before, block = Before(), Block(heading="", facts=[("Note", LONG)], is_described=True)

    assert facts(setting, before, block, "I-01") == facts(setting, before, block, "I-01")


def test_a_list_keeps_what_it_begins_with(setting: Setting):
    """Which rule a record was signed despite stands there; only its reason is told elsewhere."""
    before, text = Before(), f"A rule (V-X-1)\nReason: {LONG}"
    block = Block(heading="Warnings", facts=[(text, "")], leads={text: "A rule (V-X-1)\nReason"})

    facts(setting, before, block, "I-01")

    assert facts(setting, before, block, "I-02") == [("A rule (V-X-1)\nReason: as in I-01", "")]


def test_a_list_without_a_beginning_is_told_elsewhere_only_as_a_whole(setting: Setting):
    before = Before()
    whole = Block(heading="Rights", facts=[(LONG, ""), ("Put off", "")], note="At: 10:05")

    facts(setting, before, whole, "I-01")
    less = Block(heading="Rights", facts=[(LONG, "")])
    again = before.shortened(setting, whole, "I-02")

    assert facts(setting, before, less, "I-02") == [(LONG, "")]
    assert (list(again.facts), again.note) == ([("As in I-01", "")], "At: 10:05")
