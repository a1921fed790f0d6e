"""docs/adding.md: what adding costs is counted on examples, and the count is still true."""

import re

import pytest

from tests.support.code import ROOT
from tests.vault.data.make_schema import WHOLE

PAGE = (ROOT / "docs" / "adding.md").read_text("utf-8")
WHERE = ("thb_desktop", "ui", "resources/words")
PARTS = dict(re.findall(r"^## ([^\n]+): \d+\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
TRACED = {part: found[1] for part, text in PARTS.items() if (found := re.search(r"Traced: `([^`]+)`", text))}


def listed(text: str) -> list[str]:
    return re.findall(r"^\d+\. `([^`]+)`", text, re.MULTILINE)


def test_each_count_is_that_of_its_list():
    for part, count in re.findall(r"^## (.+): (\d+)$", PAGE, re.MULTILINE):
        assert len(listed(PARTS[part])) == int(count)
        assert f"| {part[0].lower()}{part[1:]} | {count} |" in PAGE
    assert len(PARTS) == 6


def test_every_place_that_is_listed_is_there():
    places = re.findall(r"`((?:thb_desktop|ui|resources|tests|docs)/[\w./-]+\.\w+)`", PAGE)

    assert [place for place in places if not (ROOT / place).is_file()] == []


@pytest.mark.parametrize("part", TRACED)
def test_what_is_traced_is_written_where_the_page_says_and_nowhere_else(part: str):
    name = TRACED[part]
    words = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    found = {
        str(path.relative_to(ROOT))
        for folder in WHERE
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".py", ".sql", ".toml"} and path != WHOLE
        if words.search(path.read_text("utf-8"))
    }
    said = set(re.findall(r"`((?:thb_desktop|ui|resources)/[\w./-]+)`", PARTS[part]))

    assert found == said
